"""Layout of small multiples: how many panels stand beside each other, how high each is, and what is written in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from components import measure
from components.board import LEADING
from components.contents.panels import Panel, Value
from components.theme import Look

STEPS = (1.0, 0.93, 0.87, 0.8)  # type sizes tried, largest first
LEAST, MOST = 2.4, 12.0  # height of the bars in type sizes, the marks above them included
ABOVE = 0.8  # of it above the highest bar, for the mark of a lit one
WIDE = 14.5  # least width of a panel in type sizes
GAP = 1.8  # between panels, in type sizes
AIR = 0.9  # below a panel, in type sizes
TOP = 0.4  # above the first row, in type sizes
SMALL = 0.82  # size of what is written under a name, in type sizes
MARK = 1.15  # what the mark before a value takes, in type sizes


@dataclass(frozen=True)
class Lines:
    """The words of a panel broken for its width: name, what is under it, values with their x, and who has none."""

    name: tuple[str, ...]
    under: tuple[str, ...]
    values: tuple[tuple[tuple[float, Value], ...], ...]
    lacking: tuple[str, ...]
    ends: tuple[str, ...]

    def height(self, size: float) -> float:
        """How high the words stand together, without the bars."""
        small = (len(self.under) + len(self.lacking) + bool(self.ends)) * SMALL
        return (len(self.name) + len(self.values) + small) * size * LEADING + size * 0.9


@dataclass(frozen=True)
class Spot:
    """A panel in its place: left and upper edge, width, height of its bars, and its words."""

    panel: Panel
    lines: Lines
    x: float
    y: float
    width: float
    bars: float
    size: float

    @cached_property
    def top(self) -> float:
        """The upper edge of the bars, below the words."""
        lines = self.lines
        words = len(lines.name) + len(lines.under) * SMALL + len(lines.values)
        return self.y + words * self.size * LEADING + self.size * 0.4

    @property
    def step(self) -> float:
        """From one bar to the next."""
        return self.width / max(len(self.panel.bars), 1)

    @cached_property
    def _scale(self) -> tuple[float, float, float, float]:
        """The largest value and its height, the smallest and its height: marks stand beyond the ends of bars."""
        low, high = self.panel.scale
        beyond = self.size * ABOVE
        return high, self.top + beyond, low, self.top + self.bars - (beyond if low < 0 else 0)

    def at(self, value: float) -> float:
        """The height of a value."""
        high, top, low, bottom = self._scale
        return top + (bottom - top) * (high - value) / (high - low)


@dataclass(frozen=True)
class Grid:
    """The panels that found room, at one type size; ``left_out`` counts the others."""

    size: float
    spots: tuple[Spot, ...]
    left_out: int


def grid_of(panels: Sequence[Panel], look: Look, width: float, height: float) -> Grid:
    """The largest type at which every panel has room, else as many as there is room for."""
    tried: list[Grid] = []
    for brief, (size, columns) in product((False, True), list(_tries(len(panels), look, width))):
        tried.append(_grid(panels, columns, size, width, height, brief))
        if not tried[-1].left_out:
            return tried[-1]
    return min(tried, key=lambda grid: grid.left_out)


def _tries(many: int, look: Look, width: float) -> Iterator[tuple[float, int]]:
    """Type sizes and numbers of columns to try: the fewest that leave the last row as full as can be first."""
    for step in STEPS:
        size = look.size.type(step)
        most = max(min(int((width + size * GAP) / (size * (WIDE + GAP))), many), 1)
        for columns in sorted(range(max(most - 2, 1), most + 1), key=lambda c: (-(-many // c) * c - many, -c)):
            yield size, columns


def _grid(
    panels: Sequence[Panel], columns: int, size: float, width: float, height: float, brief: bool
) -> Grid:
    """As many rows as the height takes, each as high as its highest panel; what is left of it goes to the bars."""
    each = (width - (columns - 1) * size * GAP) / columns
    lines = [_lines(panel, each, size, brief) for panel in panels]
    rows = [range(at, min(at + columns, len(panels))) for at in range(0, len(panels), columns)]
    heights = [max(_least(panels[n], lines[n], size) for n in row) for row in rows]
    height -= size * TOP
    while len(heights) > 1 and sum(heights) + _told(heights, rows, size) > height:
        heights.pop()
    spare = max(height - sum(heights) - _told(heights, rows, size), 0) / len(heights)
    tall = [high + min(spare, size * (MOST - LEAST)) for high in heights]
    spots = tuple(
        _spot(panels[n], lines[n], (n % columns) * (each + size * GAP), size * TOP + sum(tall[:number]), each, high, size)
        for number, (row, high) in enumerate(zip(rows, tall, strict=False))
        for n in row
    )
    return Grid(size, spots, len(panels) - len(spots))


def _told(heights: Sequence[float], rows: Sequence[range], size: float) -> float:
    """Room for the words that count the panels left out, where there are any."""
    return size * LEADING if len(heights) < len(rows) else 0


def _spot(panel: Panel, lines: Lines, x: float, y: float, width: float, high: float, size: float) -> Spot:
    """A panel whose bars fill what its words leave of the height."""
    bars = high - size * AIR - lines.height(size) if panel.bars else 0
    return Spot(panel, lines, x, y, width, bars, size)


def _least(panel: Panel, lines: Lines, size: float) -> float:
    """The least height of a panel with the air below it."""
    return lines.height(size) + size * (LEAST if panel.bars else 0) + size * AIR


def _lines(panel: Panel, width: float, size: float, brief: bool) -> Lines:
    return Lines(
        tuple(measure.wrap(panel.name, width, size, bold=True, most=2)),
        tuple(measure.wrap(panel.under, width, size * SMALL, most=2)),
        tuple(map(tuple, _flow(panel.written, width, size))),
        tuple(_lacking(panel, width, size * SMALL, brief)),
        _ends(panel, width, size * SMALL),
    )


def _flow(values: Sequence[Value], width: float, size: float) -> list[list[tuple[float, Value]]]:
    """Values beside each other as far as the width takes."""
    lines: list[list[tuple[float, Value]]] = []
    x = width
    for value in values:
        wide = measure.width(value.text, size, bold=True) + size * MARK
        if x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, value))
        x += wide + size * 0.8
    return lines


def _lacking(panel: Panel, width: float, size: float, brief: bool) -> list[str]:
    """Who has no value: by name as far as two lines hold, else by number."""
    named, counted = panel.lacking or ("", "")
    if not named or brief:
        return [counted] if counted else []
    lines = measure.wrap(named, width, size)
    return lines if len(lines) <= 2 else [counted]


def _ends(panel: Panel, width: float, size: float) -> tuple[str, ...]:
    """The largest and the smallest value, with their regions where there is room beside each other."""
    if not panel.bars:
        return ()
    first, last = panel.bars[0], panel.bars[-1]
    named = f"{first.name} {first.text}"
    for texts in ((named, f"{last.name} {last.text}"), (first.text, last.text), (named, "")):
        if sum(measure.width(text, size) for text in texts) + size <= width:
            return texts
    return (measure.shorten(first.text, width, size), "")
