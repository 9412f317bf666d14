"""Layout of a timeline: few events labelled below their dates, more in a list of columns below the axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from components import measure
from components.board import LEADING
from components.contents.events import Event, Span, span_of
from components.layouts.filling import balanced, filled
from components.theme import Look

STEPS = (1.0, 0.93, 0.87, 0.8, 0.75)  # type sizes tried, largest first


@dataclass(frozen=True)
class Axis:
    """A horizontal axis of whole years at ``y``, from ``left`` to ``right`` pixels; ``size`` is its type."""

    first: date
    last: date
    left: float
    right: float
    y: float
    size: float

    def at(self, day: date) -> float:
        days = max(self.last.toordinal() - self.first.toordinal(), 1)
        share = (day.toordinal() - self.first.toordinal()) / days
        return self.left + share * (self.right - self.left)

    def extent(self, event: Event) -> tuple[float, float]:
        """Left and right of an event's mark: never narrower than a point."""
        assert event.start and event.end
        a, b = self.at(event.start), self.at(event.end)
        radius = self.size * 0.36
        return ((a + b) / 2 - radius, (a + b) / 2 + radius) if event.exact or b - a < 2 * radius else (a, b)

    def middle(self, event: Event) -> float:
        return sum(self.extent(event)) / 2

    def lanes(self, events: Sequence[Event]) -> dict[str, int]:
        """A lane for each mark, so that none covers another; by event id, spans first, days on top."""
        ends: list[float] = []
        lanes: dict[str, int] = {}
        for event in sorted((e for e in events if e.start), key=lambda e: (self.extent(e)[0], e.exact)):
            x0, x1 = self.extent(event)
            lane = next((n for n, end in enumerate(ends) if end <= x0), len(ends))
            ends[lane : lane + 1] = [x1 + self.size * 0.12]
            lanes[event.id] = lane
        return lanes


# --- few events: labels below their dates ---


@dataclass(frozen=True)
class Block:
    """A label: its lines, and its width."""

    when: tuple[str, ...]
    title: tuple[str, ...]
    region: tuple[str, ...]
    width: float
    size: float

    @property
    def height(self) -> float:
        size = self.size
        return (len(self.when) + len(self.title)) * size * LEADING + len(self.region) * size * 0.87 * LEADING


@dataclass(frozen=True)
class Strip:
    """Labels in one row below the axis."""

    events: tuple[Event, ...]
    blocks: tuple[Block, ...]
    size: float
    width: float
    height: float
    span: Span

    @property
    def labelled(self) -> bool:
        return any(block.when for block in self.blocks)

    @cached_property
    def axis(self) -> Axis:
        edge = self.size * 0.4
        return Axis(*self.span, edge, self.width - edge, self.size * 1.6, self.size)

    @cached_property
    def marks(self) -> list[tuple[float, float]]:
        """Where each event's mark stands: its middle."""
        lanes, top = self.axis.lanes(self.events), self.axis.y + self.size * 0.65
        return [(self.axis.middle(e), top + lanes[e.id] * (self.size * 0.85)) for e in self.events]

    @property
    def lowest(self) -> float:
        return max((y for _, y in self.marks), default=self.axis.y)

    @property
    def labels_at(self) -> float:
        tallest = max((block.height for block in self.blocks), default=0)
        return min(self.lowest + self.size * 2.6, self.height - tallest)

    @property
    def lefts(self) -> list[float]:
        """Left edges of the labels: each near its mark, in order, none touching the next, all inside."""
        xs: list[float] = []
        free, limit = 0.0, self.width
        for (x, _), block in zip(self.marks, self.blocks, strict=True):
            xs.append(max(x - self.size * 0.3, free))
            free = xs[-1] + block.width * 1.03 + self.size * 1.1
        for at in range(len(xs) - 1, -1, -1):
            xs[at] = max(min(xs[at], limit - self.blocks[at].width * 1.03), 0)
            limit = xs[at] - self.size * 1.1
        return xs


def _strip(events: Sequence[Event], look: Look, width: float, height: float, span: Span) -> Strip | None:
    """The labels in one row, if they fit at a readable size."""
    if not events or any(event.start is None for event in events) or look.narrow:
        return None
    for step in STEPS:
        size = look.size.type(step)
        slot = width / len(events) - size * 1.2
        if slot < size * 6:
            continue
        blocks = tuple(_block(event, slot, size) for event in events)
        tallest = max(block.height for block in blocks)
        if all(block.width <= slot for block in blocks) and tallest + size * 6 <= height:
            return Strip(tuple(events), blocks, size, width, height, span)
    return None


def _bare(events: Sequence[Event], look: Look, width: float, height: float, span: Span) -> Strip:
    """The axis with its marks only, where a sheet is too low for a single label."""
    dated, size = tuple(event for event in events if event.start), look.size.type(STEPS[-1])
    return Strip(dated, (Block((), (), (), 0, size),) * len(dated), size, width, height, span)


def _block(event: Event, slot: float, size: float) -> Block:
    small = size * 0.87
    when = tuple(measure.wrap(event.when, slot, size, bold=True))
    title = tuple(measure.wrap(event.title, slot, size, most=8))
    region = tuple(measure.wrap(event.region, slot, small)) if event.region else ()
    widths = [measure.width(line, size, bold=True) for line in when]
    widths += [measure.width(line, size) for line in title] + [measure.width(line, small) for line in region]
    return Block(when, title, region, max(widths), size)


# --- many events: the axis with all marks, and a list in columns ---


@dataclass(frozen=True)
class Entries:
    """The axis above, entries in columns below; ``titles`` are the lines of each event.

    ``dates`` is the width of a column of dates before the titles, 0 where the date stands above its title;
    ``strip`` the height of the axis with its marks, 0 where there is none.
    """

    events: tuple[Event, ...]
    titles: tuple[tuple[str, ...], ...]
    columns: tuple[int, ...]
    size: float
    each: float
    width: float
    height: float
    strip: float
    dates: float
    span: Span

    @property
    def shown(self) -> int:
        return sum(self.columns)

    @cached_property
    def axis(self) -> Axis:
        return Axis(*self.span, 0, self.width, self.strip - self.size * 2.6, self.size)

    @property
    def lane(self) -> float:
        """The height of a lane of marks above the axis."""
        deepest = max(self.axis.lanes(self.events).values(), default=0)
        return min(self.size * 0.85, (self.axis.y - self.size * 0.9) / max(deepest, 1))

    @property
    def marks(self) -> list[tuple[Event, float]]:
        """Each dated event with the height of its mark."""
        lanes, lane, foot = self.axis.lanes(self.events), self.lane, self.axis.y - self.size * 0.55
        return [(event, foot - lanes[event.id] * lane) for event in self.events if event.start]

    @property
    def places(self) -> Iterator[tuple[Event, tuple[str, ...], float, float]]:
        """Each event that is shown with its lines and its upper left corner."""
        at, air = 0, self._air()
        for column, count in enumerate(self.columns):
            x, y = column * (self.each + self.size * 1.6), self.strip
            for event, lines in zip(self.events[at : at + count], self.titles[at : at + count], strict=True):
                yield event, lines, x, y
                y += _entry_height(lines, self.size, self.dates) + air
            at += count

    def _air(self) -> float:
        """What is left of the height, spread between the entries."""
        if self.shown < len(self.events):
            return 0
        spare = self.height - self.strip - max(map(self._tall, range(len(self.columns))), default=0)
        return min(max(spare, 0) / max(*self.columns, 1), self.size * 0.6)

    def _tall(self, column: int) -> float:
        at = sum(self.columns[:column])
        titles = self.titles[at : at + self.columns[column]]
        return sum(_entry_height(lines, self.size, self.dates) for lines in titles)


def _entry_height(lines: Sequence[str], size: float, dates: float) -> float:
    return (len(lines) + (0 if dates else 0.87)) * size * LEADING + size * (0.3 if dates else 0.45)


def _entries(events: Sequence[Event], look: Look, width: float, height: float, span: Span) -> Entries | None:
    """The list at the largest type and in the fewest columns that hold it; what is left over is counted."""
    layouts: list[Entries] = []
    for columns, size, dates in _tries(events, look, width):
        layouts.append(_in_columns(events, columns, size, width, height, dates, span))
        if layouts[-1].shown == len(events):
            return layouts[-1]
    best = max(layouts, key=lambda layout: layout.shown)
    return best if best.shown else None


def _tries(events: Sequence[Event], look: Look, width: float) -> Iterator[tuple[int, float, float]]:
    """Columns, type size and width of dates to try, in turn."""
    for step in STEPS:
        size = look.size.type(step)
        widest = max((measure.width(event.when, size * 0.87) for event in events), default=0)
        for dates in (0.0, widest * 1.04 + size * 0.6):
            most = int((width + size * 1.6) / ((17 + dates / size * 0.8) * size))
            for columns in range(1, max(1, most) + 1):
                yield columns, size, dates


def _in_columns(
    events: Sequence[Event], columns: int, size: float, width: float, height: float, dates: float, span: Span
) -> Entries:
    strip = _strip_height(events, size, width, height)
    each = (width - (columns - 1) * size * 1.6) / columns
    room = each - size * 1.9 - dates
    titles = tuple(tuple(measure.wrap(e.text, room, size, bold=e.lit, most=4)) for e in events)
    heights = [_entry_height(lines, size, dates) for lines in titles]
    tallest = height - strip
    if sum(heights) <= tallest * columns:
        tallest = balanced(heights, columns, tallest)
    counts = filled(heights, columns, tallest)
    if sum(counts) < len(events):
        counts = filled(heights, columns, tallest - size * 1.6)  # the rest is counted on a line of its own
    return Entries(tuple(events), titles, tuple(counts), size, each, width, height, strip, dates, span)


def _strip_height(events: Sequence[Event], size: float, width: float, height: float) -> float:
    """Room for the axis above the list: none where nothing is dated or the sheet is too low for both."""
    dated = [event for event in events if event.start]
    if not dated or height < size * 14:
        return 0
    lanes = Axis(*span_of(dated), 0, width, 0, size).lanes(dated)
    return min(size * (4.6 + 0.85 * max(lanes.values())), height * 0.3)


def fit(events: Sequence[Event], look: Look, width: float, height: float, today: str) -> Strip | Entries:
    """Labels at their dates if they fit, else a list, else the axis with its marks only."""
    span = span_of(events, today)
    return (
        _strip(events, look, width, height, span)
        or _entries(events, look, width, height, span)
        or _bare(events, look, width, height, span)
    )
