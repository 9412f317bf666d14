"""Layout of dated dots: rows in as few columns as the height asks for, and one axis of time for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from components import measure
from components.contents.dates import Dated
from components.labels import period
from components.theme import Look

STEPS = (1.0, 0.93, 0.87, 0.8, 0.75)  # type sizes tried, largest first
LARGE = {1: 1.6, 2: 1.6, 3: 1.25, 4: 1.25}  # types for a few rows
LINE, TIGHT, AIRY = (
    1.35,
    1.15,
    2.6,
)  # height of a row in type sizes: at least, where nothing else helps, and at most
MOST_TICKS = 9
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)  # between two ticks


@dataclass(frozen=True)
class Axis:
    """Time from the first day of a month to the last of another, between two pixels."""

    first: date
    last: date
    x0: float
    x1: float

    def at(self, day: date) -> float:
        share = (day.toordinal() - self.first.toordinal()) / (
            self.last.toordinal() - self.first.toordinal() + 1
        )
        return self.x0 + (self.x1 - self.x0) * share

    def extent(self, dated: Dated, least: float) -> tuple[float, float]:
        """Left and right of a mark: the whole year or month where no more is known, never narrower than ``least``."""
        a, b = self.at(dated.start), self.at(date.fromordinal(dated.end.toordinal() + 1))
        middle = (a + b) / 2
        return (middle - least / 2, middle + least / 2) if b - a < least else (a, b)


@dataclass(frozen=True)
class Rows:
    """The dates in columns of rows: type size, height of a row, rows a column, and the place of everything in them."""

    size: float
    step: float
    per: int
    columns: int
    each: float
    axis: Axis
    ticks: tuple[tuple[date, str], ...]
    shown: tuple[Dated, ...]
    top: float

    @property
    def radius(self) -> float:
        return self.size * 0.38

    @property
    def below(self) -> float:
        """Where the axis lies."""
        return self.top + self.per * self.step

    def written(self, dated: Dated, left: float) -> float:
        """Where the words of a date begin, right of its mark."""
        return left + self.axis.extent(dated, self.radius * 2)[1] + self.size * 0.5

    def stretches(self, column: int, x: float) -> list[tuple[float, float]]:
        """From top to bottom of a column, the heights at which an upright line at ``x`` crosses no words."""
        found, start = [], self.top
        for dated, left, y in self.places():
            begin = self.written(dated, left)
            wide = measure.width(dated.text, self.size * 0.93, bold=bool(dated.mark))
            if left == column * self.each and begin - self.size * 0.35 <= x <= begin + wide + 3:
                found.append((start, y - self.size * 0.55))
                start = y + self.size * 0.55
        return [(a, b) for a, b in (*found, (start, self.below)) if b > a]

    def places(self) -> Iterator[tuple[Dated, float, float]]:
        """Each date with the left edge of its column and the middle of its row."""
        for number, dated in enumerate(self.shown):
            column, row = divmod(number, self.per)
            yield dated, column * self.each, self.top + (row + 0.5) * self.step


def rows_of(dates: Sequence[Dated], nation: Dated | None, look: Look, width: float, height: float) -> Rows:
    """The fewest columns, and in them the largest type, in which every date has a row; else as many as fit."""
    around = 3.2 if nation else 2.2  # type sizes above and below the rows
    tries = list(_tries(dates, look, width))
    fits = (t for t in tries if -(-len(dates) // t[0]) * t[1] * t[2] + t[1] * around <= height)
    found = next(fits, None)
    columns, size, line = found or tries[-1]
    room = max(height - size * around - (0 if found else size * LINE), size * line)
    per = min(-(-len(dates) // columns), max(int(room / (size * line) + 1e-6), 1))
    step = min(room / per, size * AIRY)
    top = (room - per * step) / 2 + size * (around - 1.6)
    each = (width + size * 2) / columns
    axis = _axis(dates, nation, size, each - size * 2)
    shown = _cut(dates, columns * per)
    return Rows(size, step, per, columns, each, axis, _ticks(axis, look, size), shown, top)


def _tries(dates: Sequence[Dated], look: Look, width: float) -> Iterator[tuple[int, float, float]]:
    """Columns, type sizes and heights of a line to try, in turn: such that words leave the axis a third of the width."""
    sizes = [look.size.type(step) for step in (LARGE.get(len(dates), 1.0), *STEPS)]
    words = sum(_widths(dates, 1.0))
    for line, columns in product((LINE, TIGHT), range(1, max(int(width / (look.size.base * 20)), 1) + 1)):
        fitting = [size for size in sizes if (words + 2) * size <= width / columns * 0.67]
        yield from ((columns, size, line) for size in fitting or sizes[-1:])


def _widths(dates: Sequence[Dated], size: float) -> tuple[float, float]:
    """What names and dates take with the gaps beside them."""
    names = max(measure.width(dated.name, size, bold=True) for dated in dates)
    texts = max(measure.width(dated.text, size * 0.93, bold=True) for dated in dates)
    return names + size * 0.8, texts + size * 1.2


def _axis(dates: Sequence[Dated], nation: Dated | None, size: float, width: float) -> Axis:
    """Time between the names and the room for the last date in words."""
    names, texts = _widths(dates, size)
    first, last = _span([*dates, *([nation] if nation else [])])
    return Axis(first, last, names, max(width - texts, names + width * 0.25))


def _cut(dates: Sequence[Dated], most: int) -> tuple[Dated, ...]:
    """The earliest dates, the lit ones always among them."""
    kept = sorted(dates, key=lambda dated: dated.mark is None)[:most]
    return tuple(dated for dated in dates if dated in kept)


def _span(dates: Sequence[Dated]) -> tuple[date, date]:
    """Whole years that hold all dates, whole months where they lie close together; about a lone year those beside it."""
    first, last = min(d.start for d in dates), max(d.end for d in dates)
    if (last - first).days <= 300:
        return _month(first, -1), date.fromordinal(_month(last, 2).toordinal() - 1)
    around = int(all((d.end - d.start).days > 300 for d in dates) and first.year == last.year)
    return date(first.year - around, 1, 1), date(last.year + around, 12, 31)


def _month(day: date, away: int) -> date:
    """The first day of a month so many months away."""
    years, month = divmod(day.month - 1 + away, 12)
    return date(day.year + years, month + 1, 1)


def _ticks(axis: Axis, look: Look, size: float) -> tuple[tuple[date, str], ...]:
    """The finest round steps of time whose names fit beside each other, each name right of its tick."""
    for months in MONTHS:
        days = _steps(axis, months)
        found = [(day, period(f"{day:%Y}" if months >= 12 else f"{day:%Y-%m}", look.lang)) for day in days]
        widest = max((measure.width(text, size * 0.8) for _, text in found), default=0) + size * 1.2
        if len(days) < 2 or (axis.at(days[1]) - axis.at(days[0]) >= widest and len(days) <= MOST_TICKS):
            break
    return tuple(found)


def _steps(axis: Axis, months: int) -> list[date]:
    """The days on which a step of so many months begins."""
    found, day = [], axis.first
    while day <= axis.last:
        if (day.year * 12 + day.month - 1) % months == 0:
            found.append(day)
        day = _month(day, 1)
    return found
