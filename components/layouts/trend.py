"""Layout of a trend: the area of its lines, and the days and values at its edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from components import measure, scales
from components.contents.series import Line
from components.labels import amount
from components.theme import Look
from datasets.view import CASE, FEW, View


@dataclass(frozen=True)
class Plot:
    """The area of the lines inside the room, in pixels, with the days and values at its edges."""

    x0: float
    x1: float
    y0: float
    y1: float
    first: date
    last: date
    low: float
    high: float

    def x(self, day: date) -> float:
        """A single day stands in the left third, with its words beside it."""
        if self.first == self.last:
            return self.x0 + (self.x1 - self.x0) * 0.3
        return self.x0 + (self.x1 - self.x0) * (day - self.first).days / (self.last - self.first).days

    def y(self, value: float) -> float:
        return self.y1 - (self.y1 - self.y0) * (value - self.low) / (self.high - self.low)

    def days(self, width: float) -> list[str]:
        """The days at the edges of a room of this width: the range of its time axis."""
        left, per_pixel = self.x(self.first), ((self.last - self.first).days or 1) / (self.x1 - self.x0)
        return [_moved(self.first, -left * per_pixel), _moved(self.first, (width - left) * per_pixel)]

    def values(self, height: float) -> list[float]:
        """The values at the edges of a room of this height: the range of its value axis."""
        per_pixel = (self.high - self.low) / (self.y1 - self.y0)
        return [self.low - (height - self.y1) * per_pixel, self.high + self.y0 * per_pixel]


def _moved(day: date, away: float) -> str:
    moment = datetime(day.year, day.month, day.day) + timedelta(days=away)
    return moment.isoformat(timespec="milliseconds")


def plot_of(
    view: View, lines: Sequence[Line], labelled: Sequence[Line], look: Look, width: float, height: float
) -> Plot:
    """Room for the lines: what labels at the ends, the scale and the periods leave of it."""
    size = look.size.type(0.87)
    days = [point.day for line in lines for point in line.points]
    low, high = _range(view, [point.value for line in lines for point in line.points], len(set(days)))
    scale = 0.0 if has_no_scale(view) else _scale_width(view, low, high, look)
    texts = [text for line in labelled for text in end_texts(line, look)]
    ends = max((measure.width(text, size, bold=True) for text in texts), default=0)
    top = size * 1.6
    return Plot(
        x0=scale + size, x1=width - ends - size * 1.9, y0=top, y1=max(height - size * 2.1, top + 20),
        first=min(days), last=max(days), low=low, high=high,
    )  # fmt: skip


def has_no_scale(view: View) -> bool:
    """Whether so few regions report that values are written at the points instead of a scale."""
    return view.reach.rule in (CASE, FEW)


def end_texts(line: Line, look: Look) -> list[str]:
    """Name and value at the end of a line; on a narrow sheet one over the other."""
    return [line.name, line.last.text] if look.narrow else [f"{line.name} {line.last.text}"]


def _scale_width(view: View, low: float, high: float, look: Look) -> float:
    texts = [amount(value, view.indicator.unit, look.lang) for value in scales.ticks(low, high, 5)]
    widest = max((measure.width(text, look.size.type(0.8)) for text in texts), default=0)
    return widest + look.size.type(0.87) * 0.8


def _range(view: View, values: Sequence[float], dates: int) -> tuple[float, float]:
    """The values at the edges; without a scale there is room for those written at the points."""
    low, high = _ends(values)
    if not has_no_scale(view):
        return low, high
    if dates == 1:
        return min(values) - 1, max(values) + 1  # nothing to compare with: the dot stands in the middle
    return low - (high - low) * 0.15, high + (high - low) * 0.1


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """From zero unless all values are far from it; a little beyond the largest."""
    low, high = min(values), max(values)
    if 0 <= low < high * 0.6 or low == high:
        low = min(low, 0)
    reach = (high - low) or abs(high) or 1
    return low - (reach * 0.06 if low else 0), high + reach * 0.06
