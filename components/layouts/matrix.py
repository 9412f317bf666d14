"""Layout of a matrix: the widths of names and fields, and as many rows as fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.board import LEADING
from components.contents.grid import Grid
from components.theme import Look

STEPS = (0.95, 0.87, 0.8, 0.75)  # type sizes tried, largest first


@dataclass(frozen=True)
class Layout:
    """Sizes in pixels: type, the column of names, one field, the total, the head, the rows, the adding one; and the head."""

    size: float
    name: float
    cell: float
    total: float
    head: float
    rows: tuple[float, ...]
    last: float
    most: int
    heads: tuple[tuple[str, ...], ...]
    upright: bool

    def middle(self, column: int) -> float:
        return self.name + (column + 0.5) * self.cell

    @property
    def small(self) -> float:
        """The type of the heads: such that every word fits its column."""
        words = [line for lines in self.heads for line in lines]
        return min([self.size * 0.87, *(_shrunk(word, self.cell, self.size * 0.87) for word in words)])

    @property
    def widest(self) -> float:
        """The radius of the largest disc a field can hold."""
        return min(min(*self.rows, self.last) * 0.48, self.cell * 0.46, self.size * 1.9)


def fit(grid: Grid, look: Look, width: float, height: float) -> Layout:
    """The largest type at which all rows fit and two digits have air in a field; at the smallest, as many as fit."""
    layouts = (_at(grid, look.size.type(step), width, height) for step in STEPS)
    for layout in layouts:
        if layout.most >= len(grid.rows) and layout.cell >= layout.size * 1.9:
            break
    return layout


def _at(grid: Grid, size: float, width: float, height: float) -> Layout:
    total = 3.2 * size
    name = _name_width(grid, size, width)
    cell = (width - name - total) / max(len(grid.columns), 1)
    heads = _heads(grid, cell, size)
    upright = _widest([line for lines in heads for line in lines], size) * 0.9 > cell
    lines = max((len(lines) for lines in heads), default=1)
    head = (_widest(grid.short, size) * 1.08 if upright else lines * size * LEADING) + size * 0.9
    rows = tuple(len(name_lines(row, name, size)) * size * LEADING + size * 0.5 for row in grid.rows)
    last = size * (LEADING + 0.5)  # the row that adds up the others
    most = _fitting(rows, height - head, last)
    need = sum(rows[:most]) if most >= len(rows) else sum(rows[: most - 1]) + last
    air = max(min((height - head - need) / max(most, 1), size * 1.1), 0)
    aired = tuple(row + air for row in rows)
    return Layout(size, name, cell, total, head, aired, last + air, most, heads, upright)


def _name_width(grid: Grid, size: float, width: float) -> float:
    """The column of names: all of the longest if there is room, else at least its longest word."""
    longest = max((measure.width(name, size) * 1.04 for name in grid.rows), default=0)
    word = max((measure.longest(name, size) for name in grid.rows), default=0)
    return min(longest + size, max(width * 0.36, min(word * 1.05 + size * 0.9, width * 0.45)))


def _widest(texts: Sequence[str], size: float) -> float:
    return max((measure.width(text, size * 0.87) for text in texts), default=0)


def _fitting(rows: Sequence[float], height: float, last: float) -> int:
    """How many rows fit, the last of them perhaps one that adds up the others."""
    if sum(rows) <= height:
        return max(len(rows), 1)
    kept = 0
    while sum(rows[: kept + 1]) + last <= height:
        kept += 1
    return kept + 1


def name_lines(name: str, width: float, size: float) -> list[str]:
    """The name of a row in the lines it takes."""
    return measure.wrap(name, width - size * 0.5, size, most=4)


def _heads(grid: Grid, cell: float, size: float) -> tuple[tuple[str, ...], ...]:
    """The whole names of the fields if their words fit the columns, else the short ones."""
    small, room = size * 0.87, cell - size * 0.3
    word = max((measure.longest(name, small) for name in grid.columns), default=0)
    names = grid.columns if word * 1.05 <= room else grid.short
    return tuple(tuple(measure.wrap(name, room, small, most=3)) for name in names)


def _shrunk(word: str, cell: float, size: float) -> float:
    """The type size at which one word of a head fits its column."""
    return size * min(1, (cell - 2) / max(measure.width(word, size), 1))
