"""Layout of dated dots: rows in as few columns as the height asks for, and one axis of time for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from components import measure
from components.contents.dates import Dated
from components.labels import period
from components.theme import Look

STEPS = (1.0, 0.93, 0.87, 0.8, 0.75)  # type sizes tried, largest first
LARGE = {1: 1.6, 2: 1.6, 3: 1.25, 4: 1.25}  # types for a few rows
LINE, TIGHT, AIRY = 1.35, 1.15, 2.6  # height of a row in type sizes: at least, where nothing else helps, and at most
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
    most = max(int(width / (look.size.base * 20)), 1)
    sizes = [look.size.type(step) for step in (LARGE.get(len(dates), 1.0), *STEPS)]
    tries = [(c, s, line) for line in (LINE, TIGHT) for c in range(1, most + 1) for s in sizes]
    around = 3.2 if nation else 2.2  # type sizes above and below the rows
    fits = [(c, s, line) for c, s, line in tries if -(-len(dates) // c) * s * line + s * around <= height]
    columns, size, line = fits[0] if fits else (most, sizes[-1], LINE)
    room = max(height - size * around - (0 if fits else size * LINE), size * line)
    per = min(-(-len(dates) // columns), max(int(room / (size * line) + 1e-6), 1))
    step = min(room / per, size * AIRY)
    top = (room - per * step) / 2 + size * (around - 1.6)
    return _rows(dates, nation, look, columns, per, size, step, width, top)


def _rows(
    dates: Sequence[Dated], nation: Dated | None, look: Look, columns: int, per: int,
    size: float, step: float, width: float, top: float,
) -> Rows:  # fmt: skip
    each = (width + size * 2) / columns
    names = max(measure.width(dated.name, size, bold=True) for dated in dates) + size * 0.8
    texts = max(measure.width(dated.text, size * 0.93, bold=True) for dated in dates) + size * 1.2
    first, last = _span([*dates, *([nation] if nation else [])])
    inner = each - size * 2
    axis = Axis(first, last, names, max(inner - texts, names + inner * 0.25))
    ticks = _ticks(axis, look, size)
    return Rows(size, step, per, columns, each, axis, ticks, _cut(dates, columns * per), top)


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
