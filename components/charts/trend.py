"""Trend: values over time in true spacing, results, plans and targets told apart, breaks left open."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

import plotly.graph_objects as go

from components import absent, captions, listing, measure, scales, strokes
from components.apart import apart
from components.board import CENTRE, LEADING, LEFT_OF, Board
from components.contents.bars import bars_of
from components.contents.dots import MOST_TOLD
from components.contents.series import SOFT, Line, lines_of
from components.labels import amount, clean, period
from components.layouts.trend import Plot, end_texts, has_no_scale, plot_of
from components.legend import Foot, Glyph
from components.sheet import Heading, Room, sheet
from components.theme import Look
from components.wording import words
from datasets.view import NATION, View

MOST_UNSCALED = 6  # lines with all their values written; of more only the lit ones are drawn


def trend(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """The first indicator over its periods: a step for a stock, a line with marks for a flow; ``lit`` codes stand out.

    Periods stand in true spacing. Provisional values have open marks; plans and targets are dashed and hollow. Where
    the series changes the line is interrupted and the break named. Lit regions and the nation are labelled at their
    ends; below five reporting regions values are written at the points instead of a scale.
    """
    figure, lines = go.Figure(), lines_of(view, look, lit or view.only)
    board = Board(figure, look, sheet(figure, _heading(view, look, title, lines), look))
    if not lines:
        return _in_words(board, view)
    if has_no_scale(view) and len(lines) > MOST_UNSCALED:
        lines = [line for line in lines if line.mark and line.code != NATION]
        if not lines:
            return _listed(board, view)
    labelled, room, small = _labelled(view, lines), board.room, look.size.type(0.8)
    foot = Foot(_glyphs(lines, labelled, look), _notes(view, lines, look, room.width), room.width, small)
    air = small * 0.6 if foot.legend or foot.told else 0
    plot = plot_of(view, lines, labelled, look, room.width, room.height - foot.legend - foot.told - air)
    if not has_no_scale(view):
        _draw_scale(board, view, plot)
    _draw_periods(board, lines, plot)
    _draw_breaks(board, lines, plot)
    if has_no_scale(view):
        _write_values(board, view, labelled, plot)
    _label_ends(board, labelled, plot)
    foot.draw(board)
    board.finish()
    figure.add_traces(strokes.of(view, lines, look))
    _set_axes(figure, plot, room)
    return figure


def _set_axes(figure: go.Figure, plot: Plot, room: Room) -> None:
    """Axes of days and values over the board, for the lines."""
    hidden = dict(visible=False, fixedrange=True)
    figure.update_layout(
        xaxis2=dict(hidden, type="date", overlaying="x", range=plot.days(room.width)),
        yaxis2=dict(hidden, overlaying="y", range=plot.values(room.height)),
    )


def heading(view: View, look: Look, lit: Collection[str] = (), title: str = "") -> Heading:
    """As of every View, but with the whole time it spans."""
    return _heading(view, look, title, lines_of(view, look, lit or view.only))


def _heading(view: View, look: Look, title: str, lines: Sequence[Line]) -> Heading:
    told, say = captions.of_view(view, look), words(look.lang)
    days = sorted({(point.day, point.period) for line in lines for point in line.points})
    ends = [days[0][1].split("/")[0], days[-1][1].split("/")[-1]] if days else []
    span = period("/".join(ends) if len(set(ends)) > 1 else ends[0], look.lang) if ends else ""
    parts = (
        captions.unit(view.indicator, say),
        span,
        captions.nature(view.indicator, say),
        captions.basis(view, look.lang),
    )
    return replace(told, title=clean(title) or told.title, subtitle=" · ".join(filter(None, parts)))


def _in_words(board: Board, view: View) -> go.Figure:
    """No numbers to draw: the values as they are and why, or that there is none."""
    look, size, say = board.look, board.look.size.base, words(board.look.lang)
    found = [
        f"{view.name(code, look.lang)} {captions.value_text(row, view.indicator, look.lang)}"
        for code, row in view.ranking.iterrows()
    ]
    if not found:
        board.hatch(0, size, size * 2, size)
        board.text(size * 2.6, size * 1.5, say("missing.none"), size, look.palette.muted, level="middle")
        return board.finish()
    lines = measure.wrap(say.list(found), board.room.width, size * 1.2, bold=True, most=8)
    y = size + board.text(0, size, lines, size * 1.2, bold=True)
    why = measure.wrap(say("strip.words_only"), board.room.width, size * 0.87)
    board.text(0, y + size * 0.4, why, size * 0.87, look.palette.muted)
    return board.finish()


def _listed(board: Board, view: View) -> go.Figure:
    """Values that must not share a scale, and nobody chosen: the latest ones as a list, and why."""
    look, size = board.look, board.look.size.type(0.8)
    why = absent.no_scale(view.indicator, view.reach, words(look.lang))
    foot = Foot((), measure.wrap(why, board.room.width, size, most=4), board.room.width, size)
    listing.draw(board, bars_of(view, look, ()), board.room.height - foot.high)
    foot.draw(board)
    return board.finish()


def _labelled(view: View, lines: Sequence[Line]) -> list[Line]:
    """The lines with words at their end: lit ones and the nation; nobody lit, also all of a few, or the outermost two."""
    marked = [line for line in lines if line.mark]
    gray = [line for line in lines if not line.mark]
    if has_no_scale(view):
        return [*gray, *marked]
    if len(marked) > MOST_TOLD:
        ends = sorted((line for line in marked if line.code != NATION), key=lambda line: line.last.value)
        return [ends[0], ends[-1], *(line for line in marked if line.code == NATION)]
    if any(line.code != NATION for line in marked) or not gray:
        return marked
    ends = sorted(gray, key=lambda line: line.last.value)
    return [ends[0], *([ends[-1]] if len(ends) > 1 else []), *marked]


def _glyphs(lines: Sequence[Line], labelled: Sequence[Line], look: Look) -> list[Glyph]:
    """The legend in words: only what occurs and is not named at its line."""
    say, colours = words(look.lang), look.palette
    statuses = {point.status for line in lines for point in line.points}
    found = [
        (any(line not in labelled for line in lines), Glyph("bar", say("trend.others"), colours.others)),
        (bool(statuses & set(SOFT)), Glyph("ring", say("trend.provisional"), colours.muted)),
        ("planned" in statuses, Glyph("ring", say("trend.planned"), colours.planned)),
        ("target" in statuses, Glyph("ring", say("trend.target"), colours.target)),
    ]
    return [glyph for there, glyph in found if there]


def _notes(view: View, lines: Sequence[Line], look: Look, width: float) -> list[str]:
    """What a reader must know: one date only, no scale, a break in the series, regions without a value."""
    say = words(look.lang)
    dates = {point.day for line in lines for point in line.points}
    broken = sorted({(b.day, b.period) for line in lines for _, b in line.breaks()})
    with_value = {line.code for line in lines}
    without = [region.code for region in view.regions if region.code not in with_value]
    notes = [say("trend.one_period")] if len(dates) == 1 else []
    if has_no_scale(view) and len(dates) > 1:
        own = clean(view.indicator.incomparable[look.lang])
        notes.append(own if own and view.reach.k >= captions.FEWEST else say("trend.few"))
    if broken:
        notes += [
            clean(each.reason[look.lang]) for each in view.indicator.breaks if each.reason[look.lang]
        ] or [say("trend.break_note", periods=say.list([period(p, look.lang) for _, p in broken]))]
    if not has_no_scale(view) and without:
        notes.append(absent.named(view, without, say("missing.none"), (), say))
    return [line for note in notes for line in measure.wrap(note, width, look.size.type(0.8), most=4)]


def _draw_scale(board: Board, view: View, plot: Plot) -> None:
    colours, size, look = board.look.palette, board.look.size.type(0.8), board.look
    for value in scales.ticks(plot.low, plot.high, 5):
        y = plot.y(value)
        board.line([(plot.x0, y), (plot.x1, y)], colours.border, width=0.7)
        text = amount(value, view.indicator.unit, look.lang)
        board.text(plot.x0 - size * 0.6, y, text, size, colours.muted, side=LEFT_OF, level="middle")


def _draw_periods(board: Board, lines: Sequence[Line], plot: Plot) -> None:
    """A tick for every period; its name where there is room, the last one always."""
    colours, size = board.look.palette, board.look.size.type(0.8)
    found = sorted({(point.day, point.period) for line in lines for point in line.points}, reverse=True)
    board.line([(plot.x0, plot.y1), (plot.x1, plot.y1)], colours.border)
    free = board.room.width
    for day, name in found:
        x, text = plot.x(day), period(name, board.look.lang)
        board.line([(x, plot.y1), (x, plot.y1 + size * 0.35)], colours.border)
        half = measure.width(text, size) / 2
        middle = max(x, half)
        if middle + half <= free:
            board.text(middle, plot.y1 + size * 0.5, text, size, colours.muted, side=CENTRE)
            free = middle - half - size * 0.8


def _draw_breaks(board: Board, lines: Sequence[Line], plot: Plot) -> None:
    """A dotted line in the gap where the statistics changed, with the words above."""
    colours, size = board.look.palette, board.look.size.type(0.8)
    text = words(board.look.lang)("trend.break_")
    half = measure.width(text, size) / 2
    for x in sorted({(plot.x(a.day) + plot.x(b.day)) / 2 for line in lines for a, b in line.breaks()}):
        board.line([(x, plot.y0), (x, plot.y1)], colours.muted, dash="dot")
        board.text(min(max(x, half), board.room.width - half), 0, text, size, colours.muted, side=CENTRE)


def _write_values(board: Board, view: View, labelled: Sequence[Line], plot: Plot) -> None:
    """Without a scale every value is written at its point, above or below whatever stands there already."""
    size, flow = board.look.size.type(0.8), view.indicator.nature == "flow"
    taken: list[tuple[float, float, float]] = []
    for line in labelled:
        for point, following in pairwise(line.points):
            half = measure.width(point.text, size) / 2
            x, at = max(plot.x(point.day), half), plot.y(point.value)
            rising = flow and point is line.points[0] and following.value > point.value
            away = 1.1 * size if rising else -1.1 * size  # on the side the line does not take
            free = [y for y in (at + away, at - away) if _is_free(x, y, half, size, taken)]
            if free:
                taken.append((x, free[0], half + size * 0.3))
                ink = line.mark.ink if line.mark else ""
                board.text(x, free[0], point.text, size, ink, side=CENTRE, level="middle")


def _is_free(
    x: float, y: float, half: float, size: float, taken: Sequence[tuple[float, float, float]]
) -> bool:
    """Whether a value would stand clear of those written already."""
    return all(abs(x - tx) > half + th or abs(y - ty) > size * LEADING for tx, ty, th in taken)


def _label_ends(board: Board, labelled: Sequence[Line], plot: Plot) -> None:
    """Name and last value of each labelled line at its end, moved apart, with a thin line to where it belongs."""
    size, colours = board.look.size.type(0.87), board.look.palette
    lengths = [len(end_texts(line, board.look)) * size * LEADING + size * 0.2 for line in labelled]
    wanted = [plot.y(line.last.value) for line in labelled]
    x = (plot.x(plot.last) if plot.first == plot.last else plot.x1) + size * 1.6
    for line, y, at in zip(labelled, apart(wanted, lengths, 0, plot.y1 + size), wanted, strict=True):
        end = plot.x(line.last.day)
        colour, ink = (line.mark.colour, line.mark.ink) if line.mark else (colours.others, colours.muted)
        board.line([(end + size * 0.6, at), (x - size * 0.3, y)], colour, width=0.8)
        board.text(x, y, end_texts(line, board.look), size, ink, bold=bool(line.mark), level="middle")
