"""A listing on a board: names with their values, without scale or rank, in columns."""

from __future__ import annotations

from collections.abc import Sequence

from components import measure
from components.board import Board
from components.contents.bars import Bar, Gap
from components.layouts.listing import fit
from components.wording import words


def draw(board: Board, bars: Sequence[Bar], height: float) -> int:
    """The values in the order given, ``height`` pixels high; returns how many found no room."""
    plain, colours = fit(bars, board.look, board.room.width, height), board.look.palette
    size = plain.size
    for at, row in enumerate(plain.rows):
        x, y = plain.place(at)
        if isinstance(row, Gap):
            write_gap(board, x, y, row, size)
            continue
        ink = colours.lit_text if row.lit else colours.text
        name = measure.shorten(row.name, plain.name - size * 0.6, size, row.lit)
        board.text(x, y, name, size, ink, bold=row.lit, level="middle")
        board.text(x + plain.name, y, row.text, size, ink, bold=True, level="middle")
        board.point(x + plain.name, y, row.code, f"{row.name} {row.text}")
    return plain.left_out


def write_gap(board: Board, x: float, y: float, gap: Gap, size: float) -> None:
    """How many regions are left out between two rows."""
    text = words(board.look.lang)("ranked_bar.gap", n=gap.n)
    board.text(x, y, text, size * 0.9, board.look.palette.muted, level="middle")
