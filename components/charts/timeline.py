"""Timeline: what happened and what is planned, in true spacing, dates as precise as the documents give them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import plotly.graph_objects as go

from components import captions, measure
from components.board import LEFT_OF, RIGHT_OF, Board
from components.contents.events import Event, events_of
from components.layouts.timeline import Axis, Block, Entries, Strip, fit
from components.legend import Glyph, draw_legend, legend_height
from components.sheet import room as room_of
from components.sheet import sheet
from components.theme import Look
from components.wording import words
from datasets.records import Records


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
    events, small = events_of(records, say, lit), look.size.type(0.8)
    room, glyphs = room_of(heading, look), _glyphs(events, look)
    legend = legend_height(glyphs, room.width, small)
    layout = fit(events, look, room.width, room.height - (legend + look.size.type(0.4)), today)
    board = Board(figure, look, sheet(figure, heading, look))
    if isinstance(layout, Entries):
        _draw_entries(board, layout, today)
    else:
        _draw_strip(board, layout, today)
    if isinstance(layout, Entries) or layout.labelled:
        draw_legend(board, glyphs, room.height - legend, small)
    return board.finish()


def _glyphs(events: Sequence[Event], look: Look) -> list[Glyph]:
    """The legend in words: only what occurs."""
    say, colours = words(look.lang), look.palette
    found = [
        (any(not e.planned for e in events), Glyph("dot", say("timeline.actual"))),
        (any(e.planned for e in events), Glyph("ring", say("timeline.planned"), colours.planned)),
        (any(e.start and not e.exact for e in events), Glyph("bar", say("timeline.imprecise"))),
        (any(e.lit for e in events), Glyph("dot", say("timeline.lit"), colours.lit)),
    ]
    return [glyph for there, glyph in found if there]


# --- the axis, common to both layouts ---


def _draw_axis(board: Board, axis: Axis, *, above: bool) -> None:
    """The line, and the years on it as far apart as their names allow."""
    colour, size, up = board.look.palette.muted, axis.size, -1 if above else 1
    board.line([(axis.left, axis.y), (axis.right, axis.y)], colour, width=1.2)
    years = range(axis.first.year, axis.last.year + 1)
    wide = measure.width("2000", size * 0.87) + size * 0.8
    step = next((s for s in (1, 2, 5, 10, 20, 50) if (axis.right - axis.left) / len(years) * s >= wide), 100)
    for year in years:
        x, named = axis.at(date(year, 1, 1)), year % step == 0
        board.line([(x, axis.y), (x, axis.y + up * (size * (0.4 if named else 0.2)))], colour)
        if named and x + wide < axis.right + size * 2:
            y = axis.y + up * (size * (0.45 if above else 0.3))
            board.text(x, y, str(year), size * 0.87, colour, level="bottom" if above else "top")


def _draw_today(board: Board, axis: Axis, today: str, far: float) -> None:
    """A dashed line from the axis to ``far``, with its word at the far end; nothing where today is not asked for."""
    if not today:
        return
    x, colour = axis.at(date.fromisoformat(today)), board.look.palette.link
    board.line([(x, far), (x, axis.y)], colour, width=1.5, dash="dash")
    text, size = words(board.look.lang)("timeline.today"), axis.size * 0.8
    fits = x + measure.width(text, size) + size < board.room.width
    away, side = (0.3, RIGHT_OF) if fits else (-0.3, LEFT_OF)
    board.text(x + size * away, far, text, size, colour, side=side, level="middle")


def _draw_mark(board: Board, event: Event, x0: float, x1: float, y: float, size: float) -> None:
    """A point for a day, a bar for less; filled for what was, hollow for what is planned."""
    colours = board.look.palette
    colour = colours.lit if event.lit else colours.planned if event.planned else colours.muted
    fill, radius = colours.surface if event.planned else colour, size * 0.36
    if event.exact or not event.start:
        board.dot((x0 + x1) / 2, y, radius, fill, colour, 1.5)
        return
    if x1 - x0 < size:
        x0, wide = (x0 + x1) / 2 - radius * 1.3, radius * 2.6
    else:
        wide = x1 - x0
    board.box(x0, y - size * 0.22, wide, size * 0.44, fill, colour, line=1.5, radius=size * 0.22)


# --- few events: labels below their dates ---


def _draw_strip(board: Board, strip: Strip, today: str) -> None:
    """The axis, and below it the labels with leaders to their marks; marks on top."""
    size, axis = strip.size, strip.axis
    _draw_axis(board, axis, above=True)
    _draw_today(board, axis, today, axis.y + size * 2.2)
    for event, block, mark, left in zip(strip.events, strip.blocks, strip.marks, strip.lefts, strict=True):
        if block.when:
            _draw_leader(board, strip, event, mark, left)
            _draw_block(board, event, block, left, strip.labels_at)
        board.point(*mark, event.id, event.hover)
    for event, (_, y) in zip(strip.events, strip.marks, strict=True):
        _draw_mark(board, event, *axis.extent(event), y, size)


def _draw_leader(board: Board, strip: Strip, event: Event, mark: tuple[float, float], left: float) -> None:
    """A thin line from a mark down to its label."""
    size, colours = strip.size, board.look.palette
    knee, foot = (mark[0], strip.lowest + size * 0.7), (left + size * 0.3, strip.labels_at - size * 0.2)
    board.line([mark, knee, foot], colours.lit if event.lit else colours.border)


def _draw_block(board: Board, event: Event, block: Block, x: float, y: float) -> None:
    """Date, title and region of an event below each other."""
    colours, size = board.look.palette, block.size
    ink = colours.lit_text if event.lit else colours.text
    y += board.text(x, y, block.when, size, ink, bold=True)
    y += board.text(x, y, block.title, size, ink)
    if block.region:
        board.text(x, y, block.region, size * 0.87, colours.muted)


# --- many events: the axis with all marks, and a list in columns ---


def _draw_entries(board: Board, entries: Entries, today: str) -> None:
    """The axis if there is room, the list, and how many events it leaves out."""
    if entries.strip:
        _draw_marks(board, entries, today)
    for event, lines, x, y in entries.places:
        _draw_entry(board, entries, event, lines, x, y)
    if entries.shown < len(entries.events):
        rest = words(board.look.lang)("timeline.more", n=len(entries.events) - entries.shown)
        board.text(0, entries.height - entries.size * 1.4, rest, entries.size, board.look.palette.muted)


def _draw_marks(board: Board, entries: Entries, today: str) -> None:
    """The axis with the marks of all events above it."""
    axis, size = entries.axis, entries.size
    _draw_axis(board, axis, above=False)
    _draw_today(board, axis, today, size * 0.5)
    small = size * min(1, entries.lane / size * 1.2)
    for event, y in entries.marks:
        _draw_mark(board, event, *axis.extent(event), y, small)
        board.point(axis.middle(event), y, event.id, event.hover)


def _draw_entry(
    board: Board, entries: Entries, event: Event, lines: Sequence[str], x: float, y: float
) -> None:
    """A mark, the date, and below or beside it the title with its region."""
    size, dates, colours = entries.size, entries.dates, board.look.palette
    ink, quiet = (colours.lit_text,) * 2 if event.lit else (colours.text, colours.muted)
    if event.start:
        wide = size * 0.8 if event.exact else size * 1.25
        _draw_mark(board, event, x, x + wide, y + size * 0.68, size)
    x += size * 1.8
    tall = board.text(x, y + (size * 0.1 if dates else 0), event.when, size * 0.87, quiet)
    board.text(x + dates, y if dates else y + tall, lines, size, ink, bold=event.lit)
