"""Layout of a strip: the height of each row, the place of each dot, and what can be named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components import measure, swarm
from components.board import LEADING
from components.contents.dots import Dot, Row
from components.labels import clean
from components.theme import Look

SPARE = 3  # a row takes at most this many type sizes more than it needs, so that few rows do not drift apart
GAP = 0.8  # between labels, in type sizes
RADII = (0.8, 0.65, 0.5, 0.42, 0.34, 0.28, 0.23, 0.19, 0.16)  # of dots, in type sizes, largest first
MANY = 40  # dots that are never named, and may be smaller than others
PACKED = 0.8  # how close dots stand above each other at best, in diameters
MOST_VALUES = 6  # values that stand side by side in a row among several
NAME = 0.24  # share of the width that names take beside the rows


@dataclass(frozen=True)
class Lane:
    """Where a row stands: its box, and the ends of its scale in pixels and in values."""

    x0: float
    x1: float
    y: float
    high: float
    low: float = 0
    top: float = 1

    def at(self, value: float) -> float:
        """The x of a value; in the middle when all values are equal."""
        share = (value - self.low) / (self.top - self.low) if self.top > self.low else 0.5
        return self.x0 + (self.x1 - self.x0) * share


@dataclass(frozen=True)
class Swarm:
    """The dots of a row on their scale: the lane inside its edges, radius, middle line and reach beside it, places."""

    lane: Lane
    radius: float
    middle: float
    tall: float
    places: list[tuple[float, float]]

    @property
    def top(self) -> float:
        return self.middle - self.tall

    @property
    def foot(self) -> float:
        return self.middle + self.tall


def swarm_of(row: Row, lane: Lane, size: float, alone: bool) -> Swarm:
    """The dots as large as they can be without covering each other, between the labels above and the axis below."""
    values = [dot.value for dot in row.all]
    above, below = size * (3.4 if stacks(row, lane, size) else 2.2), size * (3.4 if alone else 1.8)
    below += size * 1.2 * stacks_ends(row, lane.x1 - lane.x0, size)
    room = (lane.high - above - below) / 2
    radii = _radii(row, size, room, alone)
    for radius in radii:
        edge = radius * 1.3
        inner = replace(lane, x0=lane.x0 + edge, x1=lane.x1 - edge, low=min(values), top=max(values))
        xs = [inner.at(dot.value) for dot in row.dots]
        if radius > radii[-1] and swarm.stacked(xs, radius) * radius * PACKED > room:
            continue  # so many cannot stand beside the line at this size
        aside = swarm.offsets(xs, radius * 1.06, max(room - radius, 0))
        tall = max(map(abs, aside)) + radius
        if not swarm.crowded(xs, aside, radius):
            break
    middle = lane.y + above + tall + max(2 * (room - tall), 0) * 0.5
    places = [(x, middle + dy) for x, dy in zip(xs, aside, strict=True)]
    return Swarm(inner, radius, middle, tall, places)


@dataclass(frozen=True)
class Values:
    """One to four values and the nation's without a scale: type size, whether below each other, places."""

    size: float
    upright: bool
    places: list[tuple[float, float]]


def values_of(row: Row, lane: Lane, size: float, scale: float) -> Values:
    """Values side by side as far as the width takes, else below each other in plain type."""
    size, many, width = size * scale, len(row.all), lane.x1 - lane.x0
    wide = max(_value_width(dot.name, dot.text, size) for dot in row.all) + size * 3
    if wide * many > width:
        size /= scale
        step = min(lane.high / many, size * 2.6)
        top = lane.y + (lane.high - step * many) / 2
        return Values(size, True, [(lane.x0, top + (n + 0.5) * step) for n in range(many)])
    step = max(wide, min(width / many, size * 14) if scale > 1 else 0)
    return Values(size, False, [(lane.x0 + n * step, lane.y + lane.high / 2) for n in range(many)])


def _value_width(name: str, text: str, size: float) -> float:
    return max(measure.width(name, size * 0.87), measure.width(text, size * 1.2, bold=True))


def heights_of(rows: Sequence[Row], look: Look, width: float, height: float) -> list[float]:
    """What each row gets of the height: what it needs and a share of what is left. Rows that find no room get none."""
    size = look.size.base
    names = [name_height(row, look, width if look.narrow else width * NAME - size) for row in rows]
    lanes = [_lane_height(row, size, width if look.narrow else width * (1 - NAME)) for row in rows]
    needs = [
        name + lane if look.narrow else max(name + size * 0.6, lane)
        for name, lane in zip(names, lanes, strict=True)
    ]
    if sum(needs) > height:
        height -= look.size.type(0.8) * LEADING  # for the words that count the rest
    while needs and sum(needs) > height:
        needs.pop()
    left = (height - sum(needs)) / max(len(needs), 1)
    return [need + min(left, size * SPARE) for need in needs]


def _lane_height(row: Row, size: float, width: float) -> float:
    """What the dots of a row need at least, with the words around them."""
    if row.scaled:
        return size * (6 + 1.2 * stacks_ends(row, width, size * 0.87))
    wide = max((_value_width(dot.name, dot.text, size) for dot in row.all), default=0) + size * 3
    below = len(row.all) * size * 1.4 if wide * len(row.all) > width else 0
    return max(size * 3.6, below)


def ends_of(row: Row) -> tuple[Dot, Dot]:
    """The smallest and the largest value of a scale."""
    ends = sorted(row.all, key=lambda dot: dot.value)
    return ends[0], ends[-1]


def stacks_ends(row: Row, width: float, size: float) -> bool:
    """Whether the words at the ends of a scale need two lines each, name over value."""
    return bool(row.all) and max(measure.width(dot.words, size * 0.94) for dot in ends_of(row)) > width * 0.48


def name_lines(row: Row, look: Look, width: float) -> tuple[list[str], list[str]]:
    """The indicator's short name, and its unit, period and coverage, in the lines they take."""
    size = look.size.type(0.93)
    name = measure.wrap(clean(row.indicator.short[look.lang]), width, size, bold=True, most=2)
    return name, measure.wrap(row.under, width, size * 0.84, most=4)


def name_height(row: Row, look: Look, width: float) -> float:
    """How high name and unit stand together."""
    name, under = name_lines(row, look, width)
    size = look.size.type(0.93)
    return (len(name) + len(under) * 0.84) * size * LEADING + size * 0.4


def naming(row: Row, size: float) -> float:
    """The radius from which a dot can hold its region's name."""
    return max(measure.width(dot.name, size * 0.9) for dot in row.dots) / 2 + size * 0.25


def _radii(row: Row, size: float, room: float, alone: bool) -> list[float]:
    """Dot sizes to try, largest first: such that names fit inside, then plain ones."""
    most = max(min(size * (1.7 if alone else 0.5), room / 2), 3)
    plain = [r for r in (size * step for step in RADII if step >= 0.34 or len(row.dots) > MANY) if r < most]
    named = alone and len(row.dots) <= MANY and naming(row, size) <= most
    return ([naming(row, size)] if named else []) + (plain or [most])


def stacks(row: Row, lane: Lane, size: float) -> bool:
    """Whether the labels above need two lines each, name over value."""
    wide = sum(measure.width(dot.words, size, bold=True) + size * GAP for dot, _ in row.marked)
    return wide > lane.x1 - lane.x0
