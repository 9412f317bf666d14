"""Layout of a distribution: labels above, the classes, their axis, and below it the middle half with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.contents.dots import Dot
from components.contents.spread import Spread

GAP = 0.8  # between labels, in type sizes
COUNT = 1.3  # room above the highest class for its number, in type sizes


@dataclass(frozen=True)
class Plot:
    """Places in pixels: the ends of the axis, the top and foot of the classes, and the lines of words around them."""

    x0: float
    x1: float
    top: float
    foot: float
    size: float
    low: float
    high: float
    most: int

    def x(self, value: float) -> float:
        return self.x0 + (self.x1 - self.x0) * (value - self.low) / (self.high - self.low)

    def count(self, y: float) -> float:
        """The count that stands at a height."""
        return (self.foot - y) / (self.foot - self.top) * self.most

    @property
    def ticks(self) -> float:
        """Where the numbers of the axis begin."""
        return self.foot + self.size * 0.5

    @property
    def band(self) -> float:
        """The middle of the band of the middle half."""
        return self.foot + self.size * 2.6

    @property
    def words(self) -> float:
        """Where the words of the quartiles begin."""
        return self.foot + self.size * 3.3

    def values(self, width: float) -> list[float]:
        """The values at the edges of a room of this width: the range of its axis."""
        per_pixel = (self.high - self.low) / (self.x1 - self.x0)
        return [self.low - self.x0 * per_pixel, self.high + (width - self.x1) * per_pixel]

    def counts(self, height: float) -> list[float]:
        """The counts at the edges of a room of this height, the lower edge first."""
        per_pixel = self.most / (self.foot - self.top)
        return [-(height - self.foot) * per_pixel, self.foot * per_pixel]


def fit(
    spread: Spread, marked: Sequence[Dot], width: float, height: float, size: float, narrow: bool
) -> Plot:
    """The classes between the labels above and the words below, which take two lines where it is narrow."""
    above = (2.6 if stacks(marked, width, size) else 1.4) * size if marked else 0
    edge, (low, high) = size * 1.2, spread.ends
    top, foot = above + size * (COUNT + 0.4), height - size * (6.5 if narrow else 5.2)
    return Plot(edge, width - edge, top, max(foot, top + size), size, low, high, spread.most)


def stacks(marked: Sequence[Dot], width: float, size: float) -> bool:
    """Whether the labels above need two lines each, name over value."""
    return sum(measure.width(dot.words, size, bold=True) + size * GAP for dot in marked) > width
