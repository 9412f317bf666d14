"""Layout of targets: as many rows as fit, under their owners; name, line, verdict and notes beside or below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.board import LEADING
from components.contents.goals import BASELINE, LATEST, Goal
from components.theme import Look

SCALES = (1.3, 1.2, 1.1, 1.0, 0.94, 0.88, 0.82)  # type sizes tried, largest first
FILLED, CRAMPED = (
    0.88,
    0.72,
)  # of a list that has too many rows for its sheet, and of a row that has no other room
HELD = 1.0  # of such a list on a phone, where smaller type could not be read
TYPE, SMALL = 0.93, 0.86  # of a row, in base sizes, and of its small texts, in its own
WIDE, BESIDE = 70, 42  # base sizes a sheet needs for four columns, and for three
LINE = 1.3  # kept free at the left and right of a line, for the marks at its ends
AIR = 0.75  # between rows, in type sizes


@dataclass(frozen=True)
class Columns:
    """Where the parts of a row stand: left edge and width of each; notes below the verdict where both begin together."""

    name: tuple[float, float]
    line: tuple[float, float]
    verdict: tuple[float, float]
    notes: tuple[float, float]

    @property
    def stacked(self) -> bool:
        return self.line[0] == self.name[0]

    @property
    def together(self) -> bool:
        return self.verdict[0] == self.notes[0]


@dataclass(frozen=True)
class Row:
    """A goal with its texts broken for the columns it stands in; ``owner`` only on the first row of each."""

    goal: Goal
    owner: list[str]
    name: list[str]
    about: list[str]
    verdict: list[str]
    notes: list[str]
    size: float
    columns: Columns

    @property
    def small(self) -> float:
        return self.size * SMALL

    @property
    def head(self) -> float:
        """Height of the owner's name above the row."""
        return (len(self.owner) * LEADING + 0.5) * self.size if self.owner else 0

    @property
    def height_of_name(self) -> float:
        return (len(self.name) * self.size + len(self.about) * self.small) * LEADING

    @property
    def height_of_verdict(self) -> float:
        return len(self.verdict) * self.small * LEADING

    @property
    def height_of_words(self) -> float:
        """Of verdict and notes: below each other or side by side."""
        both = self.height_of_verdict, len(self.notes) * self.small * LEADING
        return sum(both) + self.below_verdict if self.columns.together else max(both)

    @property
    def below_verdict(self) -> float:
        """Air between verdict and notes that stand below each other."""
        return self.small * 0.3 if self.columns.together and self.verdict and self.notes else 0

    @property
    def above_line(self) -> float:
        return self.size * (0.7 if self.goal.bare or not self.goal.marks else 2.0)

    @property
    def below_line(self) -> float:
        lower = not self.goal.bare and (self.goal.mark(BASELINE) or self.goal.mark(LATEST))
        return self.size * (2.0 if lower else 0.7)

    @property
    def height(self) -> float:
        line = self.above_line + self.below_line
        if self.columns.stacked:
            return self.head + self.height_of_name + line + self.height_of_words + self.size * 0.6
        return self.head + max(self.height_of_name, line, self.height_of_words)


def fit(goals: Sequence[Goal], look: Look, width: float, height: float) -> list[Row]:
    """The rows at the largest type size at which all find room; as many as do at a smaller one.

    Alone or on a narrow sheet a target stands stacked: name, line, words; otherwise these stand side by side.
    """
    for scale in (scale for scale in SCALES if scale >= HELD or not look.narrow):
        rows = rows_of(goals, look, width, scale)
        if natural(rows) <= height:
            return rows
    for scale in (HELD if look.narrow else FILLED, CRAMPED):
        rows = rows_of(goals, look, width, scale)
        while rows and natural(rows) > height - rows[0].size * 1.5:
            rows.pop()
        if rows:
            return rows
    return []


def rows_of(goals: Sequence[Goal], look: Look, width: float, scale: float = 1.0) -> list[Row]:
    """Every goal as a row at one type size."""
    size = max(look.size.base * TYPE * scale, look.size.least / SMALL)
    columns = _columns(goals, look, width)
    rows, owner = [], ""
    for goal in goals:
        first = len(goals) > 1 and goal.owner != owner
        rows.append(_row(goal, goal.owner if first else "", size, columns, len(goals) == 1))
        owner = goal.owner
    return rows


def natural(rows: Sequence[Row]) -> float:
    """The height of rows with the least air between them."""
    return sum(row.height for row in rows) + sum(row.size * AIR for row in rows[1:])


def _columns(goals: Sequence[Goal], look: Look, width: float) -> Columns:
    """Four on a wide sheet, three where there is less room or nothing is judged, one for a single goal or on a phone."""
    base = look.size.base
    if len(goals) == 1 or width < BESIDE * base or look.narrow:
        return Columns((0, width), (0, width), (0, width), (0, width))
    if width < WIDE * base or not any(goal.verdict for goal in goals):
        return _beside(width, (0.27, 0.32, 0.41))
    return _beside(width, (0.23, 0.27, 0.19, 0.31))


def _beside(width: float, shares: Sequence[float]) -> Columns:
    """Columns of these shares of the width with a gap behind each; three put verdict and notes into the last."""
    gap, x, found = width * 0.016, 0.0, []
    for share in shares:
        found.append((x, width * share - gap))
        x += width * share
    return Columns(found[0], found[1], found[2], found[-1])


def _row(goal: Goal, owner: str, size: float, columns: Columns, alone: bool) -> Row:
    small, about = size * SMALL, " · ".join(filter(None, [goal.owner, goal.about])) if alone else goal.about
    verdict = goal.verdict.text if goal.verdict else ""
    judged = goal.verdict is not None and goal.verdict.status != "unjudged"
    return Row(
        goal,
        measure.wrap(owner, columns.name[1] + columns.line[1] * (not columns.stacked), size, bold=True)
        if owner
        else [],
        measure.wrap(goal.name, columns.name[1], size, bold=True, most=6) if goal.name else [],
        measure.wrap(about, columns.name[1], small, most=3) if about else [],
        measure.wrap(verdict, columns.verdict[1] - sign(small), small, bold=judged, most=5)
        if verdict
        else [],
        [line for note in goal.notes for line in measure.wrap(note, columns.notes[1], small, most=6)],
        size,
        columns,
    )


def sign(small: float) -> float:
    """What the sign before a verdict and the gap behind it take of a line."""
    return small * 1.5
