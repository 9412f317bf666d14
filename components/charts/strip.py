"""Strip: every reporting region as a dot on a line, the chosen ones lit and named, the nation as a dashed tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from components import captions, measure, scales, swarm
from components.apart import apart
from components.board import LEADING, Board
from components.contents.lanes import Dot, Lane, Row, row_of
from components.labels import amount, clean
from components.labels import plotly as label
from components.legend import Glyph, draw_legend, legend_height
from components.lit import Mark, marks
from components.sheet import Heading, sheet
from components.theme import SYMBOLS, Look
from components.wording import words
from datasets.view import View

SPARE = 3  # a row takes at most this many type sizes more than it needs, so that few rows do not drift apart
GAP = 0.8  # between labels, in type sizes
NAME = 0.24  # share of the width that names take beside the rows


def strip(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """All reporting regions of each indicator as dots; ``lit`` regions carry name and value in a mark of their own.

    One indicator stands on its real axis; of several each has its own scale from its smallest to its largest value,
    written at the ends. Dots that would overlap step aside in fixed order (beeswarm). Below five reporting regions
    there is no scale: the values stand side by side, and a sentence says why.
    """
    figure = go.Figure()
    room = sheet(figure, _heading(view, look, title), look)
    board, small = Board(figure, look, room), look.size.type(0.8)
    lit_marks = marks(view, lit or view.only, look)
    rows = [row_of(view, indicator, look, lit_marks) for indicator in view.columns]
    glyphs, alone = _glyphs(rows, look), len(rows) == 1
    missing = _missing_lines(view, look, room.width) if alone and rows[0].scaled else []
    notes = [line for note in _notes(rows, look) for line in measure.wrap(note, room.width, small, most=4)]
    legend, told = legend_height(glyphs, room.width, small), len(notes) * small * LEADING
    below = legend + told + len(missing) * small * LEADING + small * 0.8
    heights = [room.height - below] if alone else _heights(rows, look, room.width, room.height - below)
    for number, high in enumerate(heights):
        _draw_row(board, rows[number], sum(heights[:number]), high, alone=alone)
    if len(heights) < len(rows):
        rest = words(look.lang)("strip.more", n=len(rows) - len(heights))
        board.text(0, room.height - below - small * LEADING * 0.8, rest, small, look.palette.muted)
    _draw_missing(board, missing, room.height - below + small * 0.4)
    draw_legend(board, glyphs, room.height - legend - told, small)
    if notes:
        board.text(0, room.height - told, notes, small, look.palette.muted)
    return board.finish()


def _heights(rows: Sequence[Row], look: Look, width: float, height: float) -> list[float]:
    """What each row gets of the height: what it needs and a share of what is left. Rows that find no room get none."""
    size = look.size.base
    names = [_name_height(row, look, width if look.narrow else width * NAME - size) for row in rows]
    lanes = [size * (6 if row.scaled else 3.6) for row in rows]
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


def _heading(view: View, look: Look, title: str) -> Heading:
    """One indicator names itself; of several each row does, and the sheet says what they have in common."""
    heading, say = captions.of_view(view, look), words(look.lang)
    if len(view.columns) == 1:
        return replace(heading, title=clean(title)) if title else heading
    cited = captions.sources(view, look)
    return Heading(
        clean(title) or say("strip.title"),
        clean(view.basis_text(look.lang)),
        (cited,) if cited else (),
        heading.mark,
    )


def _notes(rows: Sequence[Row], look: Look) -> list[str]:
    """Why there is no scale, or that each row has its own."""
    say = words(look.lang)
    scaled = [row for row in rows if row.scaled]
    bare = [row for row in rows if row.dots and not row.scaled]
    notes = [say("strip.own_scale")] if scaled and len(rows) > 1 else []
    worded = [row for row in bare if row.indicator.kind != "number"]
    if len(bare) > len(worded):
        notes.append(say("strip.case" if all(len(row.dots) == 1 for row in bare) else "strip.few"))
    return [*notes, say("strip.words_only")] if worded else notes


def _glyphs(rows: Sequence[Row], look: Look) -> list[Glyph]:
    say, colours = words(look.lang), look.palette
    found = [Glyph("dot", say("strip.dots"), colours.others)] if any(row.scaled for row in rows) else []
    hollow = {dot.status for row in rows for dot in row.dots} & {"planned", "target"}
    tones = {"planned": colours.planned, "target": colours.target}
    return found + [Glyph("ring", say(f"status.{status}"), tones[status]) for status in sorted(hollow)]


def _missing_lines(view: View, look: Look, width: float) -> list[str]:
    """The regions without a value by name."""
    say, size = words(look.lang), look.size.type(0.8)
    if not view.missing:
        return []
    text = say("strip.missing", names=say.list([view.name(code, look.lang) for code in view.missing]))
    return measure.wrap(text, width - size * 2.2, size, most=4)


def _draw_missing(board: Board, lines: list[str], y: float) -> None:
    size = board.look.size.type(0.8)
    if lines:
        board.hatch(0, y + size * 0.15, size * 1.6, size * 0.8)
        board.text(size * 2.1, y, lines, size, board.look.palette.muted)


def _draw_row(board: Board, row: Row, y: float, high: float, *, alone: bool) -> None:
    """Name and period of a row, then its dots: beside them, or on a phone below. One indicator is named by the sheet."""
    size, width, x = board.look.size.base, board.room.width, 0.0
    if not alone and board.look.narrow:
        _draw_name(board, row, y + size * 0.4, width)
        used = _name_height(row, board.look, width) + size * 0.4
        y, high = y + used, high - used
    elif not alone:
        x = width * NAME
        _draw_name(board, row, y + (high - _name_height(row, board.look, x - size)) / 2, x - size)
    lane = Lane(x, width, y, high)
    if not row.all:
        board.hatch(x, y + high / 2 - size * 0.5, size * 2, size)
        board.text(
            x + size * 2.6,
            y + high / 2,
            words(board.look.lang)("missing.none"),
            size,
            board.look.palette.muted,
            level="middle",
        )
    elif row.scaled:
        _draw_scaled(board, row, lane, alone)
    else:
        _draw_side_by_side(board, row, lane, 1.5 if alone else 1)


def _name_lines(row: Row, look: Look, width: float) -> tuple[list[str], list[str]]:
    size = look.size.type(0.93)
    name = measure.wrap(clean(row.indicator.short[look.lang]), width, size, bold=True, most=2)
    return name, measure.wrap(row.under, width, size * 0.84, most=4)


def _name_height(row: Row, look: Look, width: float) -> float:
    name, under = _name_lines(row, look, width)
    size = look.size.type(0.93)
    return (len(name) + len(under) * 0.84) * size * LEADING + size * 0.4


def _draw_name(board: Board, row: Row, y: float, width: float) -> None:
    """The indicator's short name; its unit, period and coverage below."""
    size = board.look.size.type(0.93)
    name, under = _name_lines(row, board.look, width)
    y += board.text(0, y, name, size, bold=True)
    board.text(0, y, under, size * 0.84, board.look.palette.muted)


def _draw_side_by_side(board: Board, row: Row, lane: Lane, scale: float) -> None:
    """One to four values and the nation's: a dot, a name and a value each, in official order and without a scale."""
    size, dots, width = board.look.size.base * scale, row.all, lane.x1 - lane.x0
    wide = (
        max(
            max(measure.width(d.name, size * 0.87), measure.width(d.text, size * 1.2, bold=True))
            for d in dots
        )
        + size * 3
    )
    upright = wide * len(dots) > width
    if upright:
        size /= scale
    step = (
        min(lane.high / len(dots), size * 2.6)
        if upright
        else max(wide, min(width / len(dots), size * 14) if scale > 1 else 0)
    )
    top = lane.y + (lane.high - step * len(dots)) / 2
    places = [
        (lane.x0, top + (n + 0.5) * step) if upright else (lane.x0 + n * step, lane.y + lane.high / 2)
        for n in range(len(dots))
    ]
    _draw_marks(board, row, dots, [(x + size * 0.5, y) for x, y in places], size * 0.4)
    for dot, (x, y) in zip(dots, places, strict=True):
        _draw_value(board, dot, x + size * 1.4, y, lane.x1 - x - size * 1.4, size, upright)


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
    values = [dot.value for dot in row.all]
    above = size * (3.4 if _stacks(row, lane, size) else 2.2)
    below = size * (3.4 if alone else 1.8)
    room = (lane.high - above - below) / 2
    for radius in _radii(row, size, room, alone):
        inner = replace(
            lane, x0=lane.x0 + radius * 1.3, x1=lane.x1 - radius * 1.3, low=min(values), top=max(values)
        )
        places = [inner.at(dot.value) for dot in row.dots]
        aside = swarm.offsets(places, radius * 1.06, max(room - radius, 0))
        tall = max(map(abs, aside)) + radius
        if not swarm.crowded(places, aside, radius):
            break
    middle = lane.y + above + tall + max(2 * (room - tall), 0) * 0.5
    _draw_axis(board, row, inner, middle, alone, middle + tall + size * 1.7)
    if row.nation:
        x = inner.at(row.nation.value)
        board.line(
            [(x, middle - tall - size * 0.3), (x, middle + tall + size * 0.2)],
            board.look.palette.national,
            width=1.5,
            dash="dash",
        )
    at = {dot.code: (x, middle + dy) for dot, x, dy in zip(row.dots, places, aside, strict=True)}
    _draw_marks(board, row, row.dots, list(at.values()), radius, alone and radius >= _naming(row, size))
    _label_above(board, row, at, lane, inner, middle - tall - size * 0.6, size)
    _label_ends(board, row, lane, middle + tall + size * 0.2, size * 0.94)


def _naming(row: Row, size: float) -> float:
    """The radius from which a dot can hold its region's name."""
    return max(measure.width(dot.name, size * 0.9) for dot in row.dots) / 2 + size * 0.25


def _radii(row: Row, size: float, room: float, alone: bool) -> list[float]:
    """Dot sizes to try, largest first: such that names fit inside, then plain ones."""
    most = max(min(size * (1.7 if alone else 0.5), room / 2), 3)
    plain = [r for r in (size * step for step in (0.8, 0.65, 0.5, 0.42, 0.34)) if r < most]
    return ([_naming(row, size)] if alone and _naming(row, size) <= most else []) + (plain or [most])


def _draw_axis(board: Board, row: Row, lane: Lane, middle: float, alone: bool, y: float) -> None:
    """One indicator has a real axis with round numbers; a row among several only its line."""
    colours, size, look = board.look.palette, board.look.size.type(0.8), board.look
    if not alone:
        board.line([(lane.x0, middle), (lane.x1, middle)], colours.border)
        return
    board.line([(lane.x0, y), (lane.x1, y)], colours.border)
    for value in scales.ticks(lane.low, lane.top, 5 if look.narrow else 8):
        x = lane.at(value)
        board.line([(x, y), (x, y + size * 0.35)], colours.border)
        board.text(
            x,
            y + size * 0.5,
            amount(value, row.indicator.unit, look.lang),
            size,
            colours.muted,
            side="center",
        )


def _stacks(row: Row, lane: Lane, size: float) -> bool:
    """Whether the labels above need two lines each, name over value."""
    named = [dot for dot in row.all if dot.mark]
    return sum(measure.width(dot.words, size, bold=True) + size * GAP for dot in named) > lane.x1 - lane.x0


def _label_above(
    board: Board,
    row: Row,
    at: dict[str, tuple[float, float]],
    lane: Lane,
    scale: Lane,
    y: float,
    size: float,
) -> None:
    """Name and value of each lit region and of the nation, moved apart, with a thin line to the mark it belongs to."""
    named, stacked = [dot for dot in row.all if dot.mark], _stacks(row, lane, size)
    lines = [[dot.name, dot.text] if stacked else [dot.words] for dot in named]
    widths = [max(measure.width(line, size, bold=True) for line in each) + size * GAP for each in lines]
    shrink = min(1, (lane.x1 - lane.x0 + size * GAP) / (sum(widths) or 1))
    size, widths = size * shrink, [each * shrink for each in widths]
    feet = [at.get(dot.code, (scale.at(dot.value), y + size * 0.3)) for dot in named]
    middles = apart([x for x, _ in feet], widths, lane.x0 - size * GAP / 2, lane.x1 + size * GAP / 2)
    for dot, each, middle, (x, foot) in zip(named, lines, middles, feet, strict=True):
        assert dot.mark is not None
        board.line([(middle, y), (x, foot)], dot.mark.colour, width=1)
        board.text(middle, y - size * 0.1, each, size, dot.mark.ink, bold=True, side="center", level="bottom")


def _label_ends(board: Board, row: Row, lane: Lane, y: float, size: float) -> None:
    """Smallest and largest value of the scale, with the name behind them."""
    ends = sorted(row.all, key=lambda dot: dot.value)
    for dot, x, side in ((ends[0], lane.x0, "right"), (ends[-1], lane.x1, "left")):
        text = measure.shorten(dot.words, (lane.x1 - lane.x0) * 0.48, size)
        board.text(x, y, text, size, board.look.palette.muted, side=side)


def _draw_marks(
    board: Board,
    row: Row,
    dots: Sequence[Dot],
    places: Sequence[tuple[float, float]],
    radius: float,
    named: bool = False,
) -> None:
    """Dots of one row: a lit region in its own shape on top, the others gray; what is no result is hollow."""
    colours = board.look.palette
    order = sorted(range(len(dots)), key=lambda i: dots[i].mark is not None)
    drawn = [dots[i].mark or Mark(colours.others, colours.text, SYMBOLS[0]) for i in order]
    hollow = [dots[i].status in ("planned", "target") for i in order]
    pale = [named and dots[i].mark is None for i in order]
    edges = [
        colours.target if dots[i].status == "target" else mark.colour
        for i, mark in zip(order, drawn, strict=True)
    ]
    board.figure.add_scatter(
        x=[places[i][0] for i in order], y=[places[i][1] for i in order], mode="markers+text", name=row.indicator.id,
        customdata=[[dots[i].code, dots[i].value] for i in order], hoverinfo="text", cliponaxis=False,
        hovertext=[f"<b>{label(dots[i].name)}</b><br>{label(dots[i].text)}" for i in order],
        text=[label(dots[i].name) if named and dots[i].mark is None else "" for i in order], textposition="middle center",
        textfont=dict(size=board.look.size.type(0.78), color=colours.text),
        marker=dict(
            symbol=[mark.symbol for mark in drawn], opacity=1,
            size=[max(radius, 4) * (2.4 if dots[i].mark and not named else 2) for i in order],
            color=[colours.surface if h else colours.plain if p else m.colour for h, p, m in zip(hollow, pale, drawn, strict=True)],
            line=dict(
                color=[edge if h or p else colours.surface for edge, h, p in zip(edges, hollow, pale, strict=True)],
                width=[2 if h else 1 for h in hollow],
            ),
        ),
    )  # fmt: skip
