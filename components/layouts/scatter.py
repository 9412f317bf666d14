"""Layout of a scatter: the area of its points, round numbers at its edges, and where names find room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure, scales
from components.board import LEADING
from components.contents.pairs import Pairs
from components.contents.readings import Reading, Readings
from components.labels import amount, clean, number, plain_decimals
from components.layouts.placing import Name, Place, placed
from components.mapping.projection import Box
from components.theme import Look

EDGE = 0.05  # of the range of values, left free beyond the outermost points
TOP = 0.4  # of a type size, above the title of the upright axis
MOST_NAMED = 40  # points: with more of them only lit ones are named


@dataclass(frozen=True)
class Scale:
    """One axis: the values at the edges of the plot, and the round ones along it with what is written at them."""

    low: float
    high: float
    ticks: tuple[float, ...]
    texts: tuple[str, ...]

    def share(self, value: float) -> float:
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Plot:
    """The area of the points in pixels, its two scales, and the titles of its axes in the lines they take."""

    x0: float
    x1: float
    y0: float
    y1: float
    xs: Scale
    ys: Scale
    x_title: tuple[str, ...]
    y_title: tuple[str, ...]
    radius: float

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1 - self.x0, self.y1 - self.y0)

    def x(self, value: float) -> float:
        return self.x0 + (self.x1 - self.x0) * self.xs.share(value)

    def y(self, value: float) -> float:
        return self.y1 - (self.y1 - self.y0) * self.ys.share(value)


def plot_of(pairs: Pairs, look: Look, width: float, height: float) -> Plot:
    """The area that titles and numbers of the axes leave of a room."""
    size, small = look.size.type(0.87), look.size.type(0.8)
    x_title = tuple(measure.wrap(f"{pairs.x.title} →", width * 0.98, size, most=2))
    y_title = tuple(measure.wrap(f"↑ {pairs.y.title}", width * 0.98, size, most=2))
    radius = look.size.base * (0.36 if len(pairs.points) <= MOST_NAMED else 0.24)
    y0 = TOP * size + len(y_title) * size * LEADING + size * 0.5
    y1 = max(height - small * 1.6 - len(x_title) * size * LEADING, y0 + 20)
    across, up = pairs.columns
    ys = _scale(pairs.y, up, max(int((y1 - y0) / (small * 3)), 2), look.lang)
    x0 = max(measure.width(text, small) for text in (*ys.texts, "0")) + small
    xs = _across(pairs.x, across, width - x0, small, look.lang)
    return Plot(x0, width - radius, y0, y1, xs, ys, x_title, y_title, radius)


def _scale(side: Readings, values: Sequence[float], most: int, lang: str) -> Scale:
    """A little beyond the outermost values; numbers below zero only where values are, fractions only where they can be."""
    low, high = min(values), max(values)
    reach = (high - low) or abs(high) or 1
    start, end = low - reach * EDGE, high + reach * EDGE
    for fewer in range(min(most, 6), 0, -1):
        found = scales.ticks(max(start, 0) if low >= 0 else start, end, fewer)
        if side.indicator.decimals or all(tick == int(tick) for tick in found):
            break
    return Scale(start, end, tuple(found), _texts(side, found, lang))


def _texts(side: Readings, ticks: Sequence[float], lang: str) -> tuple[str, ...]:
    """Plain numbers, for the unit stands in the title; money as it is told everywhere else."""
    unit = side.indicator.unit
    if side.unit != clean(unit[lang]):
        return tuple(amount(tick, unit, lang) if tick else "0" for tick in ticks)
    digits = max(map(plain_decimals, ticks), default=0)
    return tuple(number(tick, digits) for tick in ticks)


def _across(side: Readings, values: Sequence[float], width: float, size: float, lang: str) -> Scale:
    """As many numbers beside each other as the width takes."""
    for most in (7, 6, 5, 4, 3, 2, 1):
        scale = _scale(side, values, most, lang)
        widest = max((measure.width(text, size) for text in scale.texts), default=0)
        if (widest + size * 1.4) * max(len(scale.ticks), 1) <= width:
            break
    return scale


# --- names ---


@dataclass(frozen=True)
class Written:
    """A name that found its place: which point, the type size, where."""

    at: int
    size: float
    place: Place


def names_of(
    pairs: Pairs, plot: Plot, look: Look, taken: Sequence[Box], quiet: Sequence[Box]
) -> list[Written]:
    """The names of the lit points always, of the others where there is room; of hundreds only the lit."""
    named = [n for n, p in enumerate(pairs.points) if p.mark or len(pairs.points) <= MOST_NAMED]
    wanted = [_name(pairs, plot, look, n) for n in named]
    others = [_dot(pairs, plot, n) for n in range(len(pairs.points)) if n not in set(named)]
    places = placed(wanted, _room(plot), taken, quiet, others)
    return [Written(n, _size(pairs, look, n), place) for n, place in zip(named, places, strict=True) if place]


def _room(plot: Plot) -> Box:
    """Names stay right of the axis and above it."""
    return Box(
        plot.x0 + 1, plot.y0 - plot.radius, plot.x1 - plot.x0 + plot.radius, plot.y1 - plot.y0 + plot.radius
    )


def _size(pairs: Pairs, look: Look, n: int) -> float:
    return look.size.type(0.87 if pairs.points[n].mark else 0.8)


def _name(pairs: Pairs, plot: Plot, look: Look, n: int) -> Name:
    point, size = pairs.points[n], _size(pairs, look, n)
    lit = point.mark is not None
    return Name(
        plot.x(point.x.value), plot.y(point.y.value), plot.radius * (1.4 if lit else 1.1),
        measure.width(point.name, size, bold=lit), size * 1.12, must=lit,
    )  # fmt: skip


def _dot(pairs: Pairs, plot: Plot, n: int) -> Box:
    point, radius = pairs.points[n], plot.radius
    return Box(plot.x(point.x.value) - radius, plot.y(point.y.value) - radius, 2 * radius, 2 * radius)


# --- lines through the points ---


def line_of(pairs: Pairs, plot: Plot) -> list[tuple[float, float]]:
    """The ends of the line of least squares as far as it stays inside the plot; nothing where there is none."""
    if pairs.line is None:
        return []
    ends = [plot.xs.low, plot.xs.high]
    if pairs.line.slope:
        edges = [(y - pairs.line.intercept) / pairs.line.slope for y in (plot.ys.low, plot.ys.high)]
        ends = [max(ends[0], min(edges)), min(ends[1], max(edges))]
    return [(plot.x(x), plot.y(pairs.line.at(x))) for x in ends]


def quiet_of(pairs: Pairs, plot: Plot) -> list[Box]:
    """The room that lines take, which names avoid where they can."""
    found = []
    if pairs.nation:
        x, y = plot.x(pairs.nation[0]), plot.y(pairs.nation[1])
        found += [Box(x - 1, plot.y0, 2, plot.y1 - plot.y0), Box(plot.x0, y - 1, plot.x1 - plot.x0, 2)]
    if ends := line_of(pairs, plot):
        (ax, ay), (bx, by) = ends
        steps = max(int((bx - ax) / 8), 1)
        found += [
            Box(ax + (bx - ax) * n / steps - 4, ay + (by - ay) * n / steps - 2, 8, 4)
            for n in range(steps + 1)
        ]
    return found


# --- the nation ---


def beside(spots: Sequence[Box], crowd: Sequence[Box]) -> Box:
    """The one of several spots that covers the fewest of a crowd."""
    return min(spots, key=lambda spot: sum(spot.meets(each) for each in crowd))


def worded(nation: Reading, plot: Plot, size: float) -> str:
    """The nation's name and value, or its name alone where that would fill half of the plot."""
    text = f"{nation.name} {nation.text}"
    return text if measure.width(text, size) <= (plot.x1 - plot.x0) / 2 else nation.name


def along(plot: Plot, text: str, size: float, *, x: float | None = None, y: float | None = None) -> list[Box]:
    """Spots for the words of a line that stands at ``x`` or lies at ``y``: at both ends, on both sides, inside the plot."""
    wide, tall = measure.width(text, size), size * 1.2
    if x is not None:
        lefts = [left for left in (x + 4, x - 4 - wide) if plot.x0 <= left and left + wide <= plot.x1] or [
            plot.x0
        ]
        return [Box(left, top, wide, tall) for top in (plot.y0, plot.y1 - tall) for left in lefts]
    assert y is not None
    tops = [top for top in (y - tall - 2, y + 2) if plot.y0 <= top and top + tall <= plot.y1] or [plot.y0]
    return [Box(left, top, wide, tall) for left in (plot.x1 - wide, plot.x0 + 4) for top in tops]
