"""Signs: the small marks beside a verdict, told apart by their shape alone and made of lines that every file keeps."""

from __future__ import annotations

from components.board import Board

# Lines of each sign in a square from −1 to 1, y down; ``unjudged`` is a hollow circle with a dash.
_LINES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "met": (((-0.75, 0.05), (-0.2, 0.6), (0.8, -0.6)),),
    "missed": (((-0.6, -0.6), (0.6, 0.6)), ((-0.6, 0.6), (0.6, -0.6))),
    "on_track": (((-0.6, 0.6), (0.6, -0.6)), ((-0.15, -0.6), (0.6, -0.6), (0.6, 0.15))),
    "moderate": (((-0.8, 0), (0.8, 0)), ((0.3, -0.5), (0.8, 0), (0.3, 0.5))),
    "weak": (((-0.6, -0.6), (0.6, 0.6)), ((-0.15, 0.6), (0.6, 0.6), (0.6, -0.15))),
    "away": (((0, -0.8), (0, 0.8)), ((-0.5, 0.3), (0, 0.8), (0.5, 0.3))),
    "unjudged": (((-0.4, 0), (0.4, 0)),),
}


def draw_sign(board: Board, status: str, x: float, y: float, size: float) -> None:
    """The sign of a verdict around a point, as high as a letter of this size."""
    colours, half = board.look.palette, size * 0.46
    ink = colours.muted if status == "unjudged" else colours.text
    if status == "unjudged":
        board.dot(x, y, half, "rgba(0,0,0,0)", ink, 1)
    for line in _LINES.get(status, ()):
        board.line([(x + half * dx, y + half * dy) for dx, dy in line], ink, width=max(size * 0.13, 1.2))
