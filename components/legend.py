"""A legend in words, in as many lines as it needs: what each mark of a chart stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.board import LEADING, Board


@dataclass(frozen=True)
class Glyph:
    """One entry of a legend in words: ``mark`` is dot, ring, bar, open-bar, hatch, box or none; ``colour`` optional."""

    mark: str
    text: str
    colour: str = ""


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of a board: regions without a value behind a hatch, a legend in words, lines of notes.

    ``kept`` is how many more lines of notes room is held for.
    """

    glyphs: Sequence[Glyph]
    notes: Sequence[str]
    width: float
    size: float
    missing: Sequence[str] = ()
    kept: int = 0

    @property
    def legend(self) -> float:
        """The height of the legend."""
        return legend_height(self.glyphs, self.width, self.size)

    @property
    def told(self) -> float:
        """The height of the notes."""
        return (len(self.notes) + self.kept) * self.size * LEADING

    @property
    def high(self) -> float:
        """The height of all of it, the air above included."""
        inside = self.legend + self.told + len(self.missing) * self.size * LEADING
        return inside + self.size * 0.6 if inside else 0

    def draw(self, board: Board) -> None:
        height, muted = board.room.height, board.look.palette.muted
        foot = height - self.legend - self.told
        if self.missing:
            y = foot - len(self.missing) * self.size * LEADING
            board.hatch(0, y + self.size * 0.15, self.size * 1.6, self.size * 0.8)
            board.text(self.size * 2.1, y, self.missing, self.size, muted)
        draw_legend(board, self.glyphs, foot, self.size)
        if self.notes:
            board.text(0, height - self.told, self.notes, self.size, muted)


def legend_lines(glyphs: Sequence[Glyph], width: float, size: float) -> list[list[tuple[float, Glyph]]]:
    """A legend in words broken into lines: each line a list of (x, glyph)."""
    lines: list[list[tuple[float, Glyph]]] = [[]]
    x = 0.0
    for glyph in glyphs:
        need = _mark_width(glyph, size) + measure.width(glyph.text, size) + 1.4 * size
        if lines[-1] and x + need - 1.4 * size > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, glyph))
        x += need
    return [line for line in lines if line]


def legend_height(glyphs: Sequence[Glyph], width: float, size: float) -> float:
    """How much room ``draw_legend`` takes."""
    return len(legend_lines(glyphs, width, size)) * size * 1.6


def draw_legend(board: Board, glyphs: Sequence[Glyph], y: float, size: float) -> None:
    """The legend in words with its first line's top at ``y``."""
    for number, line in enumerate(legend_lines(glyphs, board.room.width, size)):
        middle = y + (number + 0.5) * size * 1.6
        for x, glyph in line:
            _draw_glyph(board, glyph, x, middle, size)
            text_x = x + _mark_width(glyph, size)
            text = measure.shorten(glyph.text, board.room.width - text_x, size)
            board.text(text_x, middle, text, size, board.look.palette.muted, level="middle")


def _mark_width(glyph: Glyph, size: float) -> float:
    """What the mark and the gap after it take of a line."""
    return {"none": 0.0, "dot": 1.15 * size, "ring": 1.15 * size}.get(glyph.mark, 2.05 * size)


def _draw_glyph(board: Board, glyph: Glyph, x: float, y: float, size: float) -> None:
    colours = board.look.palette
    colour = glyph.colour or colours.muted
    long, thick = 1.6 * size, 0.7 * size
    if glyph.mark == "dot":
        board.dot(x + size * 0.36, y, size * 0.34, colour)
    elif glyph.mark == "ring":
        board.dot(x + size * 0.36, y, size * 0.32, colours.surface, colour, 1.5)
    elif glyph.mark == "bar":
        board.box(x, y - size * 0.2, long, size * 0.4, colour, radius=size * 0.2)
    elif glyph.mark == "open-bar":
        board.box(x, y - size * 0.2, long, size * 0.4, colours.surface, colour, radius=size * 0.2, line=1.5)
    elif glyph.mark == "hatch":
        board.hatch(x, y - thick / 2, long, thick)
        board.box(x, y - thick / 2, long, thick, edge=colours.planned, dash="dot", radius=2)
    elif glyph.mark == "box":
        board.box(x, y - thick / 2, long, thick, edge=colour, radius=2)
