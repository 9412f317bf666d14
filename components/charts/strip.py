"""Strip: every reporting region as a dot on a line, the chosen ones lit and named, the nation as a dashed tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

import plotly.graph_objects as go

from components import absent, captions, listing, measure, scales
from components.apart import apart
from components.board import CENTRE, LEADING, LEFT_OF, RIGHT_OF, Board
from components.contents.bars import bars_of
from components.contents.dots import Dot, Row, row_of
from components.labels import amount, clean
from components.labels import plotly as label
from components.layouts.strip import (
    GAP,
    MOST_VALUES,
    NAME,
    Lane,
    Swarm,
    ends_of,
    heights_of,
    name_height,
    name_lines,
    naming,
    stacks,
    stacks_ends,
    swarm_of,
    values_of,
)
from components.legend import Foot, Glyph
from components.lit import Mark, marks
from components.sheet import Heading, sheet
from components.theme import SYMBOLS, Look
from components.wording import words
from datasets.view import View


def strip(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """All reporting regions of each indicator as dots; ``lit`` regions carry name and value in a mark of their own.

    One indicator stands on its real axis; of several each has its own scale from its smallest to its largest value,
    written at the ends. Dots that would overlap step aside in fixed order (beeswarm). Below five reporting regions
    there is no scale: the values stand side by side, and a sentence says why.
    """
    figure = go.Figure()
    board, small = (
        Board(figure, look, sheet(figure, heading(view, look, lit, title), look)),
        look.size.type(0.8),
    )
    lit_marks = marks(view, lit or view.only, look)
    rows = [row_of(view, indicator, look, lit_marks) for indicator in view.columns]
    alone, width, height = len(rows) == 1, board.room.width, board.room.height
    missing = (
        absent.lines(view, look, width - small * 2.2, small, lit, known=not rows[0].scaled) if alone else []
    )
    foot = Foot(_glyphs(rows, look), _notes(rows, look, width), width, small, missing)
    below = foot.high + small * 0.2
    if alone and not rows[0].scaled and len(rows[0].dots) > MOST_VALUES:
        return _listed(board, view, foot, lit)
    rows = rows if alone else [row.few(MOST_VALUES) for row in rows]
    heights = [height - below] if alone else heights_of(rows, look, width, height - below)
    for number, high in enumerate(heights):
        _draw_row(board, rows[number], sum(heights[:number]), high, alone=alone)
    if len(heights) < len(rows):
        rest = words(look.lang)("strip.more", n=len(rows) - len(heights))
        board.text(0, height - below - small * LEADING * 0.8, rest, small, look.palette.muted)
    foot.draw(board)
    return board.finish()


def _listed(board: Board, view: View, foot: Foot, lit: Collection[str]) -> go.Figure:
    """Many values that have no scale: a list of all, in official order."""
    bars = bars_of(view, board.look, lit)
    listing.draw(board, bars, board.room.height - foot.high)
    foot.draw(board)
    return board.finish()


def heading(view: View, look: Look, lit: Collection[str] = (), title: str = "") -> Heading:
    """One indicator names itself; of several each row does, and the sheet says what they have in common."""
    told, say = captions.of_view(view, look), words(look.lang)
    if len(view.columns) == 1:
        return replace(told, title=clean(title)) if title else told
    cited = captions.sources(view, look)
    return Heading(
        clean(title) or say("strip.title"),
        captions.basis(view, look.lang),
        (cited,) if cited else (),
        told.mark,
    )


def _notes(rows: Sequence[Row], look: Look, width: float) -> list[str]:
    """Why there is no scale, or that each row has its own."""
    say = words(look.lang)
    scaled = [row for row in rows if row.scaled]
    notes = [say("strip.own_scale")] if scaled and len(rows) > 1 else []
    whys = list(dict.fromkeys(_why(row, len(rows), look.lang) for row in rows if row.dots and not row.scaled))
    notes += [why for why in whys if why != say("strip.case") or say("strip.few") not in whys]
    return [line for note in notes for line in measure.wrap(note, width, look.size.type(0.8), most=4)]


def _why(row: Row, many: int, lang: str) -> str:
    """Why a row has no scale; what only it has to say is told with its name."""
    own = many > 1 and row.why == clean(row.indicator.incomparable[lang])
    return f"{clean(row.indicator.short[lang])}: {row.why}" if own else row.why


def _glyphs(rows: Sequence[Row], look: Look) -> list[Glyph]:
    say, colours = words(look.lang), look.palette
    found = [Glyph("dot", say("strip.dots"), colours.others)] if any(row.scaled for row in rows) else []
    hollow = {dot.status for row in rows for dot in row.dots} & {"planned", "target"}
    tones = {"planned": colours.planned, "target": colours.target}
    return found + [Glyph("ring", say(f"status.{status}"), tones[status]) for status in sorted(hollow)]


def _draw_row(board: Board, row: Row, y: float, high: float, *, alone: bool) -> None:
    """Name and period of a row, then its dots: beside them, or on a phone below. One indicator is named by the sheet."""
    size, width, x = board.look.size.base, board.room.width, 0.0
    if not alone and board.look.narrow:
        _draw_name(board, row, y + size * 0.4, width)
        used = name_height(row, board.look, width) + size * 0.4
        y, high = y + used, high - used
    elif not alone:
        x = width * NAME
        _draw_name(board, row, y + (high - name_height(row, board.look, x - size)) / 2, x - size)
    lane = Lane(x, width, y, high)
    if row.cut and not row.all:
        text = measure.wrap(words(board.look.lang)("strip.chosen_only"), width - x, size * 0.87, most=2)
        board.text(x, y + high / 2, text, size * 0.87, board.look.palette.muted, level="middle")
    elif not row.all:
        _draw_empty(board, x, y + high / 2, size)
    elif row.scaled:
        _draw_scaled(board, row, lane, alone)
    else:
        _draw_values(board, row, lane, 1.5 if alone else 1)


def _draw_empty(board: Board, x: float, y: float, size: float) -> None:
    """A hatch and the words that nobody reports."""
    board.hatch(x, y - size * 0.5, size * 2, size)
    text = words(board.look.lang)("missing.none")
    board.text(x + size * 2.6, y, text, size, board.look.palette.muted, level="middle")


def _draw_name(board: Board, row: Row, y: float, width: float) -> None:
    """The indicator's short name; its unit, period and coverage below."""
    size = board.look.size.type(0.93)
    name, under = name_lines(row, board.look, width)
    y += board.text(0, y, name, size, bold=True)
    board.text(0, y, under, size * 0.84, board.look.palette.muted)


def _draw_values(board: Board, row: Row, lane: Lane, scale: float) -> None:
    """One to four values and the nation's: a dot, a name and a value each, in official order and without a scale."""
    values = values_of(row, lane, board.look.size.base, scale)
    size = values.size
    _draw_marks(board, row, row.all, [(x + size * 0.5, y) for x, y in values.places], size * 0.4)
    for dot, (x, y) in zip(row.all, values.places, strict=True):
        _draw_value(board, dot, x + size * 1.4, y, lane.x1 - x - size * 1.4, size, values.upright)


def _draw_value(board: Board, dot: Dot, x: float, y: float, width: float, size: float, upright: bool) -> None:
    colours = board.look.palette
    ink = dot.mark.ink if dot.mark else colours.text
    if upright:
        board.text(x, y, measure.shorten(dot.name, width * 0.42, size * 0.87), size * 0.87, level="middle")
        text = measure.shorten(dot.text, width * 0.56, size, bold=True)
        board.text(x + width * 0.44, y, text, size, ink, bold=True, level="middle")
        return
    board.text(x, y - size * 0.1, dot.name, size * 0.87, colours.muted, level="bottom")
    board.text(x, y, dot.text, size * 1.2, ink, bold=True)


def _draw_scaled(board: Board, row: Row, lane: Lane, alone: bool) -> None:
    """Labels of the lit and the nation, the swarm, and below it the names of the others and the axis or its ends."""
    size = board.look.size.type(0.87)
    dots, stacked = swarm_of(row, lane, size, alone), stacks_ends(row, lane.x1 - lane.x0, size)
    _draw_axis(board, row, dots, alone, dots.foot + size * (2.9 if stacked else 1.7))
    if row.nation:
        x, colour = dots.lane.at(row.nation.value), board.look.palette.national
        ends = [(x, dots.top - size * 0.3), (x, dots.foot + size * 0.2)]
        board.line(ends, colour, width=1.5, dash="dash")
    _draw_marks(board, row, row.dots, dots.places, dots.radius, alone and dots.radius >= naming(row, size))
    _label_above(board, row, dots, lane, size)
    _label_ends(board, row, lane, dots.foot + size * 0.2, size * 0.94, stacked=stacked)


def _draw_axis(board: Board, row: Row, dots: Swarm, alone: bool, y: float) -> None:
    """One indicator has a real axis with round numbers; a row among several only its line."""
    colours, size, lane = board.look.palette, board.look.size.type(0.8), dots.lane
    at = y if alone else dots.middle
    board.line([(lane.x0, at), (lane.x1, at)], colours.border)
    if not alone:
        return
    free = 0.0
    for value, text in _ticks(row, lane, size, board.look.lang):
        x, half = lane.at(value), measure.width(text, size) / 2
        board.line([(x, y), (x, y + size * 0.35)], colours.border)
        inside = min(max(x, half), board.room.width - half)
        if inside - half >= free:
            board.text(inside, y + size * 0.5, text, size, colours.muted, side=CENTRE)
            free = inside + half + size * 0.8


def _ticks(row: Row, lane: Lane, size: float, lang: str) -> list[tuple[float, str]]:
    """As many round values as their words leave room for."""
    for most in (8, 7, 6, 5, 4, 3, 2):
        values = scales.ticks(lane.low, lane.top, most)
        found = [(value, amount(value, row.indicator.unit, lang)) for value in values]
        widest = max((measure.width(text, size) for _, text in found), default=0)
        if (widest + size) * len(found) < lane.x1 - lane.x0:
            break
    return found


def _label_above(board: Board, row: Row, dots: Swarm, lane: Lane, size: float) -> None:
    """Name and value of each lit region and of the nation, moved apart, with a thin line to the mark it belongs to."""
    y, stacked = dots.top - size * 0.6, stacks(row, lane, size)
    lines = [[dot.name, dot.text] if stacked else [dot.words] for dot, _ in row.marked]
    widths = [max(measure.width(line, size, bold=True) for line in each) + size * GAP for each in lines]
    shrink = min(1, (lane.x1 - lane.x0 + size * GAP) / (sum(widths) or 1))
    size, widths = size * shrink, [each * shrink for each in widths]
    at = {dot.code: place for dot, place in zip(row.dots, dots.places, strict=True)}
    feet = [at.get(dot.code, (dots.lane.at(dot.value), y + size * 0.3)) for dot, _ in row.marked]
    middles = apart([x for x, _ in feet], widths, lane.x0 - size * GAP / 2, lane.x1 + size * GAP / 2)
    for (_, mark), each, middle, foot in zip(row.marked, lines, middles, feet, strict=True):
        board.line([(middle, y), foot], mark.colour, width=1)
        board.text(middle, y - size * 0.1, each, size, mark.ink, bold=True, side=CENTRE, level="bottom")


def _label_ends(board: Board, row: Row, lane: Lane, y: float, size: float, *, stacked: bool) -> None:
    """Smallest and largest value of the scale, with the name behind them."""
    low, high = ends_of(row)
    for dot, x, side in ((low, lane.x0, RIGHT_OF), (high, lane.x1, LEFT_OF)):
        lines = [dot.name, dot.text] if stacked else [dot.words]
        room = (lane.x1 - lane.x0) * 0.48
        board.text(
            x,
            y,
            [measure.shorten(line, room, size) for line in lines],
            size,
            board.look.palette.muted,
            side=side,
        )


def _draw_marks(
    board: Board,
    row: Row,
    dots: Sequence[Dot],
    places: Sequence[tuple[float, float]],
    radius: float,
    named: bool = False,
) -> None:
    """Dots of one row: a lit region in its own shape on top, the others gray; what is no result is hollow."""
    look = board.look
    order = sorted(zip(dots, places, strict=True), key=lambda placed: placed[0].mark is not None)
    paints = [_paint(dot, radius, named, look) for dot, _ in order]
    board.figure.add_scatter(
        x=[x for _, (x, _) in order], y=[y for _, (_, y) in order], mode="markers+text", name=row.indicator.id,
        customdata=[[dot.code, dot.value] for dot, _ in order], hoverinfo="text", cliponaxis=False,
        hovertext=[f"<b>{label(dot.name)}</b><br>{label(dot.text)}" for dot, _ in order],
        text=[label(dot.name) if named and dot.mark is None else "" for dot, _ in order], textposition="middle center",
        textfont=dict(size=look.size.type(0.78), color=look.palette.text),
        marker=dict(
            symbol=[paint.symbol for paint in paints], opacity=1,
            size=[paint.size for paint in paints], color=[paint.fill for paint in paints],
            line=dict(color=[paint.edge for paint in paints], width=[paint.line for paint in paints]),
        ),
    )  # fmt: skip


class _Paint(NamedTuple):
    """How one dot is painted."""

    symbol: str
    size: float
    fill: str
    edge: str
    line: float


def _paint(dot: Dot, radius: float, named: bool, look: Look) -> _Paint:
    """Filled for a result; hollow for what is none, and with a plain ground under a name."""
    colours, mark = look.palette, dot.mark or Mark(look.palette.others, look.palette.text, SYMBOLS[0])
    size = max(radius, 4) * 2.4 if dot.mark and not named else max(radius, 1.6) * 2
    edge = colours.target if dot.status == "target" else mark.colour
    if dot.status in ("planned", "target"):
        return _Paint(mark.symbol, size, colours.surface, edge, 2)
    if named and dot.mark is None:
        return _Paint(mark.symbol, size, colours.plain, edge, 1)
    return _Paint(mark.symbol, size, mark.colour, colours.surface, 1 if size > 6 else 0.5)
