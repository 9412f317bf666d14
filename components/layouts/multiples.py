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

FULL, BRIEF, BARE = range(
    3
)  # detail: all that is known; those without a value by number; values and bars only
STEPS = (1.0, 0.93, 0.87, 0.8, 0.75)  # type sizes tried, largest first
LEAST, MOST = 2.4, 12.0  # height of the bars in type sizes, the marks above them included
ABOVE = 0.8  # of it above the highest bar, for the mark of a lit one
WIDE = 13.4  # least width of a panel in base type sizes
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
    """The panels that found room; ``left_out`` counts the others, ``over`` is what the first row lacks of its height."""

    spots: tuple[Spot, ...]
    left_out: int
    over: float


def grid_of(panels: Sequence[Panel], look: Look, width: float, height: float, rest: float) -> Grid:
    """The largest type at which every panel has room, else as many as there is room for.

    ``rest`` is the height of the words that count the others.
    """
    tried: list[Grid] = []
    for detail, (size, columns) in product((FULL, BRIEF, BARE), list(_tries(len(panels), look, width))):
        tried.append(_grid(panels, columns, size, width, (height, rest), detail))
        if not (tried[-1].left_out or tried[-1].over):
            return tried[-1]
    return min(tried, key=lambda grid: (grid.over, grid.left_out))


def _tries(many: int, look: Look, width: float) -> Iterator[tuple[float, int]]:
    """Type sizes and numbers of columns to try: first those that leave the last row as full as can be."""
    base = look.size.base
    most = max(min(int((width + base * GAP) / (base * (WIDE + GAP))), many), 1)
    columns = sorted(range(max(most - 2, 1), most + 1), key=lambda c: (-many % c, -c))
    yield from product(map(look.size.type, STEPS), columns)


def _grid(
    panels: Sequence[Panel], columns: int, size: float, width: float, room: tuple[float, float], detail: int
) -> Grid:
    """Panels in rows as high as their highest one; what is left of the height goes to the bars."""
    each = (width - (columns - 1) * size * GAP) / columns
    lines = [_lines(panel, each, size, detail) for panel in panels]
    least = [_least(panel, line, size) for panel, line in zip(panels, lines, strict=True)]
    rows = [max(least[at : at + columns]) for at in range(0, len(panels), columns)]
    tall = _tall(rows, size, room[0] - size * TOP, room[1])
    spots = []
    for n, panel in enumerate(panels[: len(tall) * columns]):
        row, column = divmod(n, columns)
        x, y = column * (each + size * GAP), size * TOP + sum(tall[:row])
        bars = tall[row] - size * AIR - lines[n].height(size) if panel.bars else 0
        spots.append(Spot(panel, lines[n], x, y, each, bars, size))
    return Grid(tuple(spots), len(panels) - len(spots), max(sum(tall) - room[0] + size * TOP, 0))


def _tall(rows: Sequence[float], size: float, height: float, rest: float) -> list[float]:
    """The heights of the rows there is room for, beside the words that count the others, spread over the height."""
    kept = list(rows)
    while len(kept) > 1 and sum(kept) > height - rest * (len(kept) < len(rows)):
        kept.pop()
    spare = height - rest * (len(kept) < len(rows)) - sum(kept)
    return [row + min(max(spare, 0) / len(kept), size * (MOST - LEAST)) for row in kept]


def _least(panel: Panel, lines: Lines, size: float) -> float:
    """The least height of a panel with the air below it."""
    return lines.height(size) + size * (LEAST if panel.bars else 0) + size * AIR


def _lines(panel: Panel, width: float, size: float, detail: int) -> Lines:
    return Lines(
        tuple(measure.wrap(panel.name, width, size, bold=True, most=2)),
        tuple(measure.wrap(panel.under, width, size * SMALL, most=2)),
        tuple(map(tuple, _flow(panel.written, width, size))),
        tuple(_lacking(panel, width, size * SMALL, detail)),
        _ends(panel, width, size * SMALL) if detail < BARE else (),
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


def _lacking(panel: Panel, width: float, size: float, detail: int) -> list[str]:
    """Who has no value: by name as far as two lines hold, else by number."""
    named, counted = panel.lacking or ("", "")
    lines = measure.wrap(named, width, size) if named and detail == FULL else []
    if detail == BARE or not counted:
        return []
    return lines if 0 < len(lines) <= 2 else [counted]


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
