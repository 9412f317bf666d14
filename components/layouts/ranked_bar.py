"""Layout of a ranked bar: the rows that fit at a readable size, and the columns of ranks, names, bars and values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.contents.bars import Bar, Gap, cut
from components.theme import Look

LARGEST, LEAST = 0.87, 0.74  # type sizes relative to the base
ROW = 1.4  # least height of a row, in type sizes
TALLEST = 3.4  # a row is never higher than that, so that few bars do not fall apart
NAME = 0.42  # most of the width that names take


@dataclass(frozen=True)
class Layout:
    """Rows with their height, and where ranks, names and bars stand; ``low`` and ``high`` are the ends of the scale."""

    rows: tuple[Bar | Gap, ...]
    size: float
    step: float
    top: float
    name: float
    x0: float
    x1: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.x0 + (self.x1 - self.x0) * (value - self.low) / (self.high - self.low)

    def y(self, row: int) -> float:
        """The middle of a row."""
        return self.top + (row + 0.5) * self.step

    def values(self, width: float) -> list[float]:
        """The values at the edges of a room of this width: the range of its axis."""
        per_pixel = (self.high - self.low) / (self.x1 - self.x0)
        return [self.low - self.x0 * per_pixel, self.high + (width - self.x1) * per_pixel]

    @property
    def left_out(self) -> int:
        return sum(row.n for row in self.rows if isinstance(row, Gap))


def most_rows(look: Look, height: float) -> int:
    """How many rows fit at the least size."""
    return max(int(height / (look.size.type(LEAST) * ROW)), 3)


def fit(
    bars: Sequence[Bar], national: float | None, look: Look, width: float, height: float, top: float
) -> Layout:
    """All rows if they fit, else the first, the lit and the last; ``top`` is kept for the national figure."""
    rows = cut(list(bars), most_rows(look, height - top))
    step = min((height - top) / max(len(rows), 1), look.size.base * TALLEST)
    size = look.size.legible(min(look.size.type(LARGEST), step / ROW))
    shown = [row for row in rows if isinstance(row, Bar)]
    ranks = size * 2.1 if any(bar.rank for bar in shown) else 0
    names = min(_widest([bar.name for bar in shown], size) * 1.03 + size, width * NAME)
    ends = [bar.value for bar in shown] + [national or 0.0, 0.0]
    left = _widest([bar.text for bar in shown if bar.value < 0], size) + size if min(ends) < 0 else 0
    right = _widest([bar.text for bar in shown if bar.value >= 0], size) * 1.03 + size
    x0, x1 = ranks + names + left, width - right
    return Layout(
        tuple(rows), size, step, top, ranks, x0, max(x1, x0 + size), min(ends), max(ends) if max(ends) > min(ends) else min(ends) + 1
    )  # fmt: skip


def _widest(texts: Sequence[str], size: float) -> float:
    return max((measure.width(text, size, bold=True) for text in texts), default=0)
