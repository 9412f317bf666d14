"""Layout of targets: as many rows as fit, name, line and words side by side or stacked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.board import LEADING
from components.contents.goals import Goal
from components.theme import Look

SCALES = (1.3, 1.2, 1.1, 1.0, 0.94, 0.88, 0.82, 0.76, 0.72)  # type sizes tried, largest first
SHARE_OF_NAME, SHARE_OF_WORDS = 0.29, 0.31


@dataclass(frozen=True)
class Row:
    """A goal with its texts broken for the columns it stands in, at a type size."""

    goal: Goal
    name: list[str]
    owner: list[str]
    notes: list[str]
    verdict: list[str]
    size: float
    stacked: bool

    @property
    def small(self) -> float:
        return self.size * 0.84

    @property
    def height_of_name(self) -> float:
        return len(self.name) * self.size * LEADING + len(self.owner) * self.small * LEADING

    @property
    def height_of_words(self) -> float:
        return (len(self.notes) + len(self.verdict)) * self.small * LEADING

    @property
    def above_line(self) -> float:
        return self.size * (0.9 if self.goal.target is None else 2.0)

    @property
    def below_line(self) -> float:
        return self.size * (0.9 if self.goal.baseline is None else 2.0)

    @property
    def height(self) -> float:
        if self.stacked:
            line = self.height_of_name + self.above_line + self.below_line
            return line + self.height_of_words + self.size * 0.7
        around = 2 * max(self.above_line, self.below_line) - self.size * 0.6
        return max(self.height_of_name, around, self.height_of_words)


def fit(goals: Sequence[Goal], look: Look, width: float, height: float) -> list[Row]:
    """The rows at the largest type size at which all find room; as many as do at the smallest.

    Alone or on a narrow sheet a target stands stacked: name, line, words; otherwise these stand side by side.
    """
    stacked = len(goals) == 1 or width < 42 * look.size.base
    rows: list[Row] = []
    for arranged in (stacked,) if look.narrow else (stacked, not stacked):
        for scale in SCALES:
            rows = [_row(goal, width, look.size.base * 0.9 * scale, arranged) for goal in goals]
            if _natural(rows) <= height:
                return rows
    while rows and _natural(rows) > height - rows[0].size * 1.5:
        rows.pop()
    return rows


def _natural(rows: list[Row]) -> float:
    return sum(row.height for row in rows) + sum(row.size * 0.7 for row in rows[1:])


def _row(goal: Goal, width: float, size: float, stacked: bool) -> Row:
    first = width if stacked else width * SHARE_OF_NAME
    last = width if stacked else width * SHARE_OF_WORDS
    return Row(
        goal,
        measure.wrap(goal.name, first, size, bold=True, most=4) if goal.name else [],
        measure.wrap(goal.owner, first, size * 0.84, most=3) if goal.owner else [],
        [line for note in goal.notes for line in measure.wrap(note, last, size * 0.84, most=4)],
        measure.wrap(goal.verdict, last, size * 0.84, bold=True, most=5) if goal.verdict else [],
        size,
        stacked,
    )
