"""Layout of a coverage matrix: the widths of names and cells, how the columns are headed, and the rows that fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from components import measure
from components.board import LEADING
from components.contents.reporting import Line, Matrix
from components.theme import Look

LARGEST, LEAST = 0.87, 0.7  # type sizes relative to the base
ROW, TALLEST = 1.45, 1.9  # height of a row in type sizes: the least, and the most
NAME, NARROW_NAME = 0.36, 0.42  # most of the width that names take; on a phone
ACROSS, STACKED, UPRIGHT, BARE = "across", "stacked", "upright", "bare"  # how the columns are headed
SMALLEST_HEAD = 8.0  # pixels: smaller type heads nothing


@dataclass(frozen=True)
class Layout:
    """Sizes in pixels: type, the column of names, one cell, the head, a row; how heads stand, and how many lines fit."""

    size: float
    name: float
    cell: float
    head: float
    row: float
    heads: str
    small: float
    width: float
    shown: int

    def x(self, column: int) -> float:
        """The left edge of a cell."""
        return self.name + column * self.cell

    def places(self, matrix: Matrix) -> Iterator[tuple[float, str, Line | None]]:
        """The top of every row that is shown: the name of a pillar where there are several, or a line."""
        y, left = self.head, self.shown
        for pillar, lines in matrix.pillars:
            if left > 0 and len(matrix.pillars) > 1:
                yield y, pillar, None
                y += self.row
            for line in lines[:left]:
                yield y, pillar, line
                y += self.row
            left -= len(lines)


def fit(matrix: Matrix, look: Look, width: float, height: float) -> Layout:
    """All lines at the largest type that holds them; at the smallest as many as fit."""
    many = len(matrix.lines) + (len(matrix.pillars) if len(matrix.pillars) > 1 else 0)
    least = look.size.type(LEAST)
    size = min(look.size.type(LARGEST), max(height / (many + 3) / ROW, least))
    share = NARROW_NAME if look.narrow else NAME
    layout = _at(matrix, size, width, height, share)
    return layout if layout.shown == len(matrix.lines) else _at(matrix, least, width, height, share)


def _at(matrix: Matrix, size: float, width: float, height: float, share: float) -> Layout:
    total = measure.width(total_text(matrix), size) + size * 0.8
    longest = max((measure.width(line.name, size) for line in matrix.lines), default=0)
    name = min(longest * 1.04 + size, width * share)
    cell = (width - name - total) / max(len(matrix.columns), 1)
    heads, small = _heads(matrix, cell, size)
    head = _head(matrix, heads, small) + size * 0.5
    room = height - head
    shown = _fitting(matrix, int(room / (size * ROW)))
    rows = shown + sum(1 for _ in _headed(matrix, shown))
    row = max(min(room / max(rows, 1), size * TALLEST), size * ROW)
    return Layout(size, name, cell, head, row, heads, small, width, shown)


def total_text(matrix: Matrix) -> str:
    """The widest text at the end of a row."""
    return max((f"{line.k}/{line.n}" for line in matrix.lines), key=len, default="")


def _heads(matrix: Matrix, cell: float, size: float) -> tuple[str, float]:
    """How the names of the columns stand, and their type size: across, letter below letter, or reading upwards."""
    names = matrix.columns or ("",)
    across = min(size, cell * 0.94 / max(measure.width(name, 1) for name in names))
    if across >= size * 0.84:
        return ACROSS, across
    narrow = min(size, cell * 0.98)
    if narrow < SMALLEST_HEAD:
        return BARE, 0.0
    widest = max(measure.width(letter, 1) for name in names for letter in name)
    if widest > 0.8 and max(map(len, names)) <= 5:  # Hangul, which may be written downwards
        return STACKED, min(size, cell / widest)
    return UPRIGHT, narrow


def _head(matrix: Matrix, heads: str, small: float) -> float:
    """The height of the names of the columns."""
    if heads == STACKED:
        return max(map(len, matrix.columns)) * small * LEADING
    if heads == UPRIGHT:
        return max(measure.width(name, small) for name in matrix.columns) * 1.06
    return small * LEADING


def _fitting(matrix: Matrix, rows: int) -> int:
    """How many lines fit into so many rows, the names of their pillars counted."""
    shown = 0
    for _, lines in matrix.pillars:
        rows -= 1 if len(matrix.pillars) > 1 else 0
        shown += max(min(len(lines), rows), 0)
        rows -= len(lines)
    return shown


def _headed(matrix: Matrix, shown: int) -> Iterator[str]:
    """The pillars of which a line is shown, where they are named."""
    for pillar, lines in matrix.pillars if len(matrix.pillars) > 1 else ():
        if shown > 0:
            yield pillar
        shown -= len(lines)
