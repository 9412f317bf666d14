"""Timeline: what happened and what is planned, in true spacing, dates as precise as the documents give them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from components import captions, measure
from components.board import LEADING, LEFT_OF, RIGHT_OF, Board, Glyph, draw_legend, legend_height
from components.labels import clean, period
from components.sheet import room as room_of
from components.sheet import sheet
from components.theme import Look
from components.wording import Words, words
from datasets import periods
from datasets.records import Records

NATION = "kr"
STEPS = (1.0, 0.93, 0.87, 0.8, 0.75)


def timeline(
    records: Records, look: Look, *, lit: Collection[str] = (), today: str = "", title: str = ""
) -> go.Figure:
    """Events on an axis of time: points for days, bars for dates known to the month, year or span only; plans hollow.

    Few events are labelled where they stand, with leaders to their dates. More stand in a list below the axis, in as
    many columns as the width takes (one on a phone), so that crowded years stay readable; events without a date close
    the list. ``lit`` are region codes to stand out; ``today`` (ISO) draws a line.
    """
    figure, say = go.Figure(), words(look.lang)
    heading = captions.of_records(records, look, title or say("table.events"))
    events = _in_order([_event(row, records, say, lit) for row in records.frame.to_dict("records")])
    space = room_of(heading, look)
    glyphs, small = _glyphs(events, look, say), look.size.type(0.8)
    legend = legend_height(glyphs, space.width, small) + look.size.type(0.4)
    free = space.height - legend
    layout = (
        _strip(events, look, space.width, free)
        or _listed(events, look, space.width, free)
        or _bare(events, look, free)
    )
    board = Board(figure, look, sheet(figure, heading, look))
    layout.draw(board, _span(events, today), today, say)
    if isinstance(layout, Strip) and not layout.labelled:
        return board.finish()
    draw_legend(board, glyphs, board.room.height - legend_height(glyphs, board.room.width, small), small)
    return board.finish()


# --- what is shown ---


@dataclass(frozen=True)
class Event:
    """One event: when (None for a date the document does not give), its date in words, title, region, and how it counts."""

    id: str
    start: date | None
    end: date | None
    when: str
    title: str
    region: str
    planned: bool
    exact: bool
    lit: bool

    @property
    def text(self) -> str:
        return f"{self.title} ({self.region})" if self.region else self.title


def _event(row: dict[Any, Any], records: Records, say: Words, lit: Collection[str]) -> Event:
    codes = [code for code in row["region"].split(";") if code]
    named = [code for code in codes if code != NATION]  # of the whole country needs no word
    span = f"{row['date']}/{row['end']}" if row["date"] and row["end"] else row["date"]
    known = periods.parse(span) if span else None
    return Event(
        row["id"], known.start if known else None, known.end if known else None, _when(row, span, say), clean(row[say.lang]),
        say.list([records.atlas.name(code, say.lang) for code in named]),
        planned=row["status"] == "planned", exact=bool(known) and known.precision == "day", lit=not set(codes).isdisjoint(lit),
    )  # fmt: skip


def _when(row: dict[Any, Any], span: str, say: Words) -> str:
    """The date in words with what is not final about it: ``2025-12 잠정·예정``."""
    written = period(span, say.lang) if span else say("timeline.undated")
    if row["qualifier"] not in ("", "exact"):
        written = say(f"qualifier.{row['qualifier']}", value=written)
    marks = [say.get(f"tentative.{mark}", mark) for mark in row["tentative"].split(";") if mark]
    if row["status"] == "planned" and say("timeline.planned").lower() not in [mark.lower() for mark in marks]:
        marks.append(say("timeline.planned").lower())
    return " ".join([written, *marks[:1]]) + "".join(f"·{mark}" for mark in marks[1:])


def _in_order(events: list[Event]) -> list[Event]:
    """By date, undated ones last; what is known less exactly comes before the days within it."""
    return sorted(events, key=lambda e: (e.start is None, e.start or date.max, e.exact))


def _span(events: Sequence[Event], today: str) -> tuple[date, date]:
    """Whole years that hold all dates."""
    days = [day for e in events for day in (e.start, e.end) if day] + (
        [date.fromisoformat(today)] if today else []
    )
    first, last = min(days, default=date(2025, 1, 1)), max(days, default=date(2025, 12, 31))
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _glyphs(events: Sequence[Event], look: Look, say: Words) -> list[Glyph]:
    glyphs = []
    if any(not e.planned for e in events):
        glyphs.append(Glyph("dot", say("timeline.actual")))
    if any(e.planned for e in events):
        glyphs.append(Glyph("ring", say("timeline.planned"), look.palette.planned))
    if any(e.start and not e.exact for e in events):
        glyphs.append(Glyph("bar", say("timeline.imprecise")))
    if any(e.lit for e in events):
        glyphs.append(Glyph("dot", say("timeline.lit"), look.palette.lit))
    return glyphs


# --- the axis, common to both layouts ---


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
        share = (day.toordinal() - self.first.toordinal()) / max(
            self.last.toordinal() - self.first.toordinal(), 1
        )
        return self.left + share * (self.right - self.left)

    def extent(self, event: Event) -> tuple[float, float]:
        """Left and right of an event's mark: never narrower than a point."""
        assert event.start and event.end
        a, b = self.at(event.start), self.at(event.end)
        radius = self.size * 0.36
        return ((a + b) / 2 - radius, (a + b) / 2 + radius) if event.exact or b - a < 2 * radius else (a, b)


def _draw_axis(board: Board, axis: Axis, say: Words, *, above: bool) -> None:
    """The line, and the years on it as far apart as their names allow."""
    colours = board.look.palette
    board.line([(axis.left, axis.y), (axis.right, axis.y)], colours.muted, width=1.2)
    years = range(axis.first.year, axis.last.year + 1)
    wide = measure.width("2000", axis.size * 0.87) + axis.size * 0.8
    step = next((s for s in (1, 2, 5, 10, 20, 50) if (axis.right - axis.left) / len(years) * s >= wide), 100)
    for year in years:
        x = axis.at(date(year, 1, 1))
        tall = axis.size * (0.4 if year % step == 0 else 0.2)
        board.line([(x, axis.y), (x, axis.y - tall if above else axis.y + tall)], colours.muted)
        if year % step == 0 and x + wide < axis.right + axis.size * 2:
            y = axis.y - axis.size * 0.45 if above else axis.y + axis.size * 0.3
            board.text(x, y, str(year), axis.size * 0.87, colours.muted, level="bottom" if above else "top")


def _draw_today(board: Board, axis: Axis, today: str, far: float, say: Words) -> None:
    """A dashed line from the axis to ``far``, with its word at the far end."""
    x = axis.at(date.fromisoformat(today))
    board.line([(x, far), (x, axis.y)], board.look.palette.link, width=1.5, dash="dash")
    text, size = say("timeline.today"), axis.size * 0.8
    fits = x + measure.width(text, size) + size < board.room.width
    board.text(
        x + size * (0.3 if fits else -0.3),
        far,
        text,
        size,
        board.look.palette.link,
        side=RIGHT_OF if fits else LEFT_OF,
        level="middle",
    )


def _draw_mark(board: Board, event: Event, x0: float, x1: float, y: float, size: float) -> None:
    """A point for a day, a bar for less; filled for what was, hollow for what is planned."""
    colours = board.look.palette
    colour = colours.lit if event.lit else colours.planned if event.planned else colours.muted
    fill = colours.surface if event.planned else colour
    if event.exact or not event.start or x1 - x0 < size:
        middle, radius = (x0 + x1) / 2, size * 0.36
        if event.exact or not event.start:
            board.dot(middle, y, radius, fill, colour, 1.5)
        else:
            board.box(
                middle - radius * 1.3,
                y - size * 0.22,
                radius * 2.6,
                size * 0.44,
                fill,
                colour,
                line=1.5,
                radius=size * 0.22,
            )
    else:
        board.box(x0, y - size * 0.22, x1 - x0, size * 0.44, fill, colour, line=1.5, radius=size * 0.22)


# --- few events: labels below their dates ---


@dataclass(frozen=True)
class Block:
    """A label: its lines, and its width."""

    when: tuple[str, ...]
    title: tuple[str, ...]
    region: tuple[str, ...]
    width: float

    def height(self, size: float) -> float:
        return (len(self.when) + len(self.title)) * size * LEADING + len(self.region) * size * 0.87 * LEADING


@dataclass(frozen=True)
class Strip:
    """Labels in one row below the axis."""

    events: tuple[Event, ...]
    blocks: tuple[Block, ...]
    size: float
    height: float

    @property
    def labelled(self) -> bool:
        return any(block.when for block in self.blocks)

    def draw(self, board: Board, span: tuple[date, date], today: str, say: Words) -> None:
        size = self.size
        lanes = _lanes(self.events, Axis(*span, size * 0.4, board.room.width - size * 0.4, 0, size))
        lane = size * 0.85
        axis = Axis(*span, size * 0.4, board.room.width - size * 0.4, size * 1.6, size)
        ys = {id_: axis.y + size * 0.65 + at * lane for id_, at in lanes.items()}
        tallest = max((block.height(size) for block in self.blocks), default=0)
        labels_at = min(max(ys.values()) + size * 2.6, self.height - tallest)
        _draw_axis(board, axis, say, above=True)
        if today:
            _draw_today(board, axis, today, axis.y + size * 2.2, say)
        marks = [sum(axis.extent(event)) / 2 for event in self.events]
        for event, block, mark, x in zip(
            self.events, self.blocks, marks, _spread(marks, self.blocks, board.room.width, size), strict=True
        ):
            colour = board.look.palette.lit if event.lit else board.look.palette.border
            if block.when:
                board.line(
                    [
                        (mark, ys[event.id]),
                        (mark, max(ys.values()) + size * 0.7),
                        (x + size * 0.3, labels_at - size * 0.2),
                    ],
                    colour,
                )
            _draw_block(board, event, block, x, labels_at, size)
            board.point(mark, ys[event.id], event.id, f"{event.when} · {event.text}")
        for event in self.events:
            _draw_mark(board, event, *axis.extent(event), ys[event.id], size)


def _strip(events: Sequence[Event], look: Look, width: float, height: float) -> Strip | None:
    """The labels in one row, if they fit at a readable size."""
    if not events or any(event.start is None for event in events) or look.narrow:
        return None
    for step in STEPS:
        size = look.size.type(step)
        slot = width / len(events) - size * 1.2
        if slot < size * 6:
            continue
        blocks = tuple(_block(event, slot, size) for event in events)
        if (
            all(block.width <= slot for block in blocks)
            and max(b.height(size) for b in blocks) + size * 6 <= height
        ):
            return Strip(tuple(events), blocks, size, height)
    return None


def _bare(events: Sequence[Event], look: Look, height: float) -> Strip:
    """The axis with its marks only, where a sheet is too low for a single label."""
    dated = tuple(event for event in events if event.start)
    return Strip(dated, (Block((), (), (), 0),) * len(dated), look.size.type(STEPS[-1]), height)


def _block(event: Event, slot: float, size: float) -> Block:
    when = tuple(measure.wrap(event.when, slot, size, bold=True))
    title = tuple(measure.wrap(event.title, slot, size, most=8))
    region = tuple(measure.wrap(event.region, slot, size * 0.87)) if event.region else ()
    widths = [measure.width(line, size, bold=True) for line in when] + [
        measure.width(line, size) for line in title
    ]
    return Block(when, title, region, max([*widths, *(measure.width(line, size * 0.87) for line in region)]))


def _spread(marks: Sequence[float], blocks: Sequence[Block], width: float, size: float) -> list[float]:
    """Left edges of the labels: each near its mark, in order, none touching the next, all inside."""
    xs: list[float] = []
    free = 0.0
    for mark, block in zip(marks, blocks, strict=True):
        xs.append(max(mark - size * 0.3, free))
        free = xs[-1] + block.width * 1.03 + size * 1.1
    limit = width
    for at in range(len(xs) - 1, -1, -1):
        xs[at] = max(min(xs[at], limit - blocks[at].width * 1.03), 0)
        limit = xs[at] - size * 1.1
    return xs


def _draw_block(board: Board, event: Event, block: Block, x: float, y: float, size: float) -> None:
    colours = board.look.palette
    ink = colours.lit_text if event.lit else colours.text
    if not block.when:
        return
    y += board.text(x, y, block.when, size, ink, bold=True)
    y += board.text(x, y, block.title, size, ink)
    if block.region:
        board.text(x, y, block.region, size * 0.87, colours.muted)


def _lanes(events: Sequence[Event], axis: Axis) -> dict[str, int]:
    """A lane above the axis for each mark, so that none covers another; spans first, days on top."""
    ends: list[float] = []
    lanes: dict[str, int] = {}
    for event in sorted((e for e in events if e.start), key=lambda e: (axis.extent(e)[0], e.exact)):
        x0, x1 = axis.extent(event)
        lane = next((n for n, end in enumerate(ends) if end <= x0), len(ends))
        ends[lane : lane + 1] = [x1 + axis.size * 0.12]
        lanes[event.id] = lane
    return lanes


# --- many events: the axis with all marks, and a list in columns ---


@dataclass(frozen=True)
class Listed:
    """The axis above, entries in columns below; ``entries`` are the title lines of each event.

    ``dates`` is the width of a column of dates before the titles, 0 where the date stands above its title.
    """

    events: tuple[Event, ...]
    entries: tuple[tuple[str, ...], ...]
    columns: tuple[int, ...]
    size: float
    width: float
    height: float
    strip: float
    dates: float

    def draw(self, board: Board, span: tuple[date, date], today: str, say: Words) -> None:
        if self.strip:
            self._draw_strip(board, span, today, say)
        top = self.strip
        spare = self.height - top - max((self._tall(n) for n in range(len(self.columns))), default=0)
        air = (
            min(max(spare, 0) / max(*self.columns, 1), self.size * 0.6)
            if sum(self.columns) == len(self.events)
            else 0
        )
        at = 0
        for column, count in enumerate(self.columns):
            y = top
            for event, lines in list(zip(self.events, self.entries, strict=True))[at : at + count]:
                self._draw_entry(board, event, lines, column * (self.width + self.size * 1.6), y)
                y += self._height(lines) + air
            at += count
        if at < len(self.events):
            rest = say("timeline.more", n=len(self.events) - at)
            board.text(0, self.height - self.size * 1.4, rest, self.size, board.look.palette.muted)

    def _tall(self, column: int) -> float:
        at = sum(self.columns[:column])
        return sum(map(self._height, self.entries[at : at + self.columns[column]]))

    def _height(self, lines: Sequence[str]) -> float:
        return _entry_height(lines, self.size, self.dates)

    def _draw_strip(self, board: Board, span: tuple[date, date], today: str, say: Words) -> None:
        size = self.size
        foot = self.strip - size * 2.6
        axis = Axis(*span, 0, board.room.width, foot, size)
        lanes = _lanes(self.events, axis)
        lane = min(size * 0.85, (foot - size * 0.9) / max(max(lanes.values(), default=0), 1))
        _draw_axis(board, axis, say, above=False)
        if today:
            _draw_today(board, axis, today, size * 0.5, say)
        for event in self.events:
            if event.start:
                y = axis.y - size * 0.55 - lanes[event.id] * lane
                _draw_mark(board, event, *axis.extent(event), y, size * min(1, lane / size * 1.2))
                board.point(sum(axis.extent(event)) / 2, y, event.id, f"{event.when} · {event.text}")

    def _draw_entry(self, board: Board, event: Event, lines: Sequence[str], x: float, y: float) -> None:
        """A mark, the date, and below it the title with its region."""
        size, colours = self.size, board.look.palette
        ink = colours.lit_text if event.lit else colours.text
        middle = y + size * 0.68
        if event.start:
            _draw_mark(board, event, x, x + (size * 0.8 if event.exact else size * 1.25), middle, size)
        small = size * 0.87
        x += size * 1.8
        y_date = y + (size * 0.1 if self.dates else 0)
        tall = board.text(x, y_date, event.when, small, colours.lit_text if event.lit else colours.muted)
        board.text(x + self.dates, y if self.dates else y + tall, lines, size, ink, bold=event.lit)


def _entry_height(lines: Sequence[str], size: float, dates: float) -> float:
    return (len(lines) + (0 if dates else 0.87)) * size * LEADING + size * (0.3 if dates else 0.45)


def _listed(events: Sequence[Event], look: Look, width: float, height: float) -> Listed | None:
    """The list at the largest type and in the fewest columns that hold it; what is left over is counted."""
    layouts = []
    for step in STEPS:
        size = look.size.type(step)
        dates = (
            max((measure.width(event.when, size * 0.87) for event in events), default=0) * 1.04 + size * 0.6
        )
        for before in (0.0, dates):
            for columns in range(
                1, max(1, int((width + size * 1.6) / ((17 + before / size * 0.8) * size))) + 1
            ):
                layouts.append(_in_columns(events, columns, size, width, height, before))
                if sum(layouts[-1].columns) == len(events):
                    return layouts[-1]
    best = max(layouts, key=lambda layout: sum(layout.columns))
    return best if sum(best.columns) else None


def _strip_height(events: Sequence[Event], size: float, width: float, height: float) -> float:
    """Room for the axis above the list: none where nothing is dated or the sheet is too low for both."""
    dated = [event for event in events if event.start]
    if not dated or height < size * 14:
        return 0
    lanes = _lanes(dated, Axis(*_span(dated, ""), 0, width, 0, size))
    return min(size * (4.6 + 0.85 * max(lanes.values())), height * 0.3)


def _in_columns(
    events: Sequence[Event], columns: int, size: float, width: float, height: float, dates: float
) -> Listed:
    strip = _strip_height(events, size, width, height)
    each = (width - (columns - 1) * size * 1.6) / columns
    room = each - size * 1.9 - dates
    entries = tuple(tuple(measure.wrap(e.text, room, size, bold=e.lit, most=4)) for e in events)
    heights = [_entry_height(lines, size, dates) for lines in entries]
    tallest = height - strip
    if sum(heights) <= tallest * columns:
        tallest = _balanced(heights, columns, tallest)
    counts = _filled(heights, columns, tallest)
    if sum(counts) < len(events):
        counts = _filled(heights, columns, tallest - size * 1.6)
    return Listed(tuple(events), entries, tuple(counts), size, each, height, strip, dates)


def _filled(heights: Sequence[float], columns: int, tallest: float) -> list[int]:
    """How many entries go into each column of this height."""
    counts, used = [0], 0.0
    for height in heights:
        if used + height > tallest:
            if len(counts) == columns:
                break
            counts.append(0)
            used = 0.0
        if height > tallest:
            break
        counts[-1] += 1
        used += height
    return counts


def _balanced(heights: Sequence[float], columns: int, tallest: float) -> float:
    """The least column height that still holds everything, so that columns end together."""
    least = sum(heights) / columns
    step = max((tallest - least) / 24, 0.5)
    while least < tallest and sum(_filled(heights, columns, least)) < len(heights):
        least += step
    return min(least, tallest)
