"""Layout of a profile: its rows in as few columns as hold them, at the largest type, and where each part of a row stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components import measure
from components.contents.profile import Group, Row
from components.theme import Look

STEPS = (0.93, 0.87, 0.8, 0.75)  # type sizes tried, largest first
ROW, TALLEST = 1.55, 2.3  # height of a row in type sizes: the least, and the most it grows to
NARROW_ROW = 2.9  # the least where a row takes two lines
COLUMN = 32  # the least width of a column, in type sizes
MOST_COLUMNS = 3
TRACK = 6  # the least length of a track, in type sizes
GAP = 0.9  # between the parts of a row
BETWEEN = 2.6  # between columns

Line = Row | str  # a row, or the name of a group above its rows


@dataclass(frozen=True)
class Parts:
    """Where the parts of a row stand in a column of this width; ``two`` lines a row on a phone.

    ``name`` and ``period`` are widths, ``value`` is where values end, ``when`` where periods start.
    """

    width: float
    name: float
    value: float
    when: float
    period: float
    track0: float
    track1: float
    two: bool = False


@dataclass(frozen=True)
class Layout:
    """The lines of each column, type size and height of a line, the parts of a row, and how many rows found no room."""

    columns: tuple[tuple[Line, ...], ...]
    size: float
    step: float
    top: float
    parts: Parts
    left_out: int

    def placed(self) -> Iterator[tuple[Line, float, float]]:
        """Every line with its left end and its middle."""
        for at, column in enumerate(self.columns):
            for number, line in enumerate(column):
                yield line, self.left(at), self.top + (number + 0.5) * self.step

    def whole(self, groups: Sequence[Group]) -> bool:
        """Whether no name is cut."""
        names = (row.name for group in groups for row in group.rows)
        return self.parts.two or all(measure.width(name, self.size) <= self.parts.name for name in names)

    def left(self, column: int) -> float:
        return column * (self.parts.width + BETWEEN * self.size)


def fit(groups: Sequence[Group], look: Look, width: float, height: float) -> Layout:
    """The largest type, then the fewest columns, in which all rows stand; else the least missed rows are left out.

    Type goes a little smaller where only so all names stand whole.
    """
    found = list(_fitting(groups, look, width, height))
    if found:
        return next((layout for layout in found if layout.whole(groups)), found[0])
    size = look.size.type(STEPS[-1])
    many, per, kept = _most_columns(width, size, look), _lines(height, size, look), list(groups)
    while kept and not (columns := _balanced(kept, many, per)):
        kept = _without_one(kept)
    rest = _many(groups) - _many(kept)
    return _laid(columns if kept else [], kept, size, look, width, height, rest)


def _fitting(groups: Sequence[Group], look: Look, width: float, height: float) -> Iterator[Layout]:
    """For each type size in which all rows stand the layout with the fewest columns, the largest type first."""
    for size in (look.size.type(step) for step in STEPS):
        per = _lines(height, size, look)
        for many in range(1, _most_columns(width, size, look) + 1):
            if columns := _balanced(groups, many, per):
                yield _laid(columns, groups, size, look, width, height, 0)
                break


def head(size: float) -> float:
    """Room above the rows for the words of the bands."""
    return size * 1.7


def _many(groups: Sequence[Group]) -> int:
    return sum(len(group.rows) for group in groups)


def _most_columns(width: float, size: float, look: Look) -> int:
    return (
        1
        if look.narrow
        else max(min(int((width + BETWEEN * size) / ((COLUMN + BETWEEN) * size)), MOST_COLUMNS), 1)
    )


def _lines(height: float, size: float, look: Look) -> int:
    """How many lines a column holds."""
    return max(int((height - head(size)) / (size * (NARROW_ROW if look.narrow else ROW))), 0)


def _balanced(groups: Sequence[Group], many: int, most: int) -> list[list[Line]]:
    """The lines in so many columns of about the same height, none higher than ``most``; empty where they do not fit."""
    lines = _many(groups) + len(groups)
    for per in range(max(-(-lines // many), 2), most + 1):
        columns = _flow(groups, per)
        if len(columns) <= many:
            return columns
    return []


def _flow(groups: Sequence[Group], per: int) -> list[list[Line]]:
    """Columns of at most so many lines; the name of a group stands above its first row, and again in the next column."""
    columns: list[list[Line]] = [[]]
    for group in groups:
        for number, row in enumerate(group.rows):
            if len(columns[-1]) + (1 if number else 2) > per:
                columns.append([])
            if not number or not columns[-1]:
                columns[-1].append(group.name)
            columns[-1].append(row)
    return columns


def _without_one(groups: Sequence[Group]) -> list[Group]:
    """The groups without the last of the rows that are missed least."""
    least = min(row.weight for group in groups for row in group.rows)
    at = max(n for n, group in enumerate(groups) if any(row.weight == least for row in group.rows))
    rows = list(groups[at].rows)
    rows.remove([row for row in rows if row.weight == least][-1])
    smaller = [Group(groups[at].name, tuple(rows))] if rows else []
    return [*groups[:at], *smaller, *groups[at + 1 :]]


def _laid(
    columns: Sequence[Sequence[Line]],
    groups: Sequence[Group],
    size: float,
    look: Look,
    width: float,
    height: float,
    rest: int,
) -> Layout:
    per = max(map(len, columns), default=1)
    step = min((height - head(size)) / per, size * (TALLEST + NARROW_ROW - ROW if look.narrow else TALLEST))
    many = max(len(columns), 1)
    own = (width - (many - 1) * BETWEEN * size) / many
    rows = [row for group in groups for row in group.rows]
    parts = _two_lines(own, size) if look.narrow else _one_line(rows, own, size)
    return Layout(tuple(map(tuple, columns)), size, step, head(size), parts, rest)


def _one_line(rows: Sequence[Row], width: float, size: float) -> Parts:
    """Name, value, period, track and place beside each other; where that is tight, long periods and names give way."""
    gap = size * GAP
    names, whens = _widths([row.name for row in rows], size), _widths([row.when for row in rows], size * 0.85)
    value = min(_widths([row.value for row in rows], size, bold=True)[-1], width * 0.36)
    place = _widths([row.told for row in rows if row.track], size, bold=True)[-1]
    room = width - value - place - 4 * gap - TRACK * size
    name, when = names[-1], whens[-1]
    if name + when > room:
        when = min(when, max(room - name, _most(whens)))
    name = min(name, max(room - when, size * 6))
    start = name + gap + value
    track0 = start + gap + when + gap
    return Parts(width, name, start, start + gap, when, track0, max(width - place - gap, track0 + size))


def _most(widths: Sequence[float]) -> float:
    """The width that holds most texts of a column."""
    return widths[int(len(widths) * 0.85)]


def _two_lines(width: float, size: float) -> Parts:
    """On a phone: name and place above, value and track below."""
    return Parts(width, width * 0.68, 0, 0, 0, width * 0.64, width - size * 0.4, two=True)


def _widths(texts: Sequence[str], size: float, bold: bool = False) -> list[float]:
    """The widths of texts, the widest last; nothing where there is none."""
    return sorted(measure.width(text, size, bold) * 1.03 for text in texts) or [0.0]
