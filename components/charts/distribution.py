"""Distribution: how the regions spread over the values of one indicator, and where the chosen ones stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go

from components import absent, captions, listing, measure
from components.apart import apart
from components.board import CENTRE, LEADING, Board
from components.contents.bars import bars_of
from components.contents.dots import MOST_TOLD, Dot
from components.contents.spread import Spread, in_words, quartile_texts, spread_of
from components.labels import amount, clean, number
from components.labels import plotly as label
from components.layouts.distribution import GAP, Plot, fit, stacks
from components.legend import Foot, Glyph
from components.mapping.shading import scaled
from components.mapping.writing import halo
from components.sheet import dress, sheet
from components.theme import Look
from components.wording import words
from datasets.view import View

Trace = dict[str, Any]


def distribution(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """Classes of equal width with the number of regions in each; median and quartiles marked, the nation dashed.

    ``lit`` regions are marks on the axis with name and value above. Below five reporting regions there is nothing to
    spread: the values are listed, and a sentence says why.
    """
    figure, heading, small = go.Figure(), captions.of_view(view, look), look.size.type(0.8)
    board = Board(figure, look, sheet(figure, replace(heading, title=clean(title) or heading.title), look))
    if not scaled(view):
        foot = _foot(board, view, None, lit)
        listing.draw(board, bars_of(view, look, lit), board.room.height - foot.high)
        foot.draw(board)
        return board.finish()
    spread = spread_of(view, look, lit)
    foot = _foot(board, view, spread, lit)
    told = spread.lit if len(spread.lit) <= MOST_TOLD else ()
    marked = [*told, *([spread.nation] if spread.nation else [])]
    plot = fit(spread, marked, board.room.width, board.room.height - foot.high, small, look.narrow)
    _draw_axis(board, view, spread, plot)
    _draw_quartiles(board, view, spread, plot)
    lines = list(_label(board, plot, marked, spread.nation))
    foot.draw(board)
    board.finish()
    figure.add_traces(
        [_bins(view, spread, look), *lines, _numbers(spread, plot, look), _marks(plot, spread.lit, look)]
    )
    hidden = dict(visible=False, fixedrange=True)
    across, up = plot.values(board.room.width), plot.counts(board.room.height)
    dress(
        figure,
        bargap=0,
        xaxis2=dict(hidden, overlaying="x", range=across),
        yaxis2=dict(hidden, overlaying="y", range=up),
    )
    return figure


def _foot(board: Board, view: View, spread: Spread | None, lit: Collection[str]) -> Foot:
    """What the band and the numbers mean, or why there are no classes; what is left out; regions without a value."""
    look, say, size, width = board.look, words(board.look.lang), board.look.size.type(0.8), board.room.width
    if spread is None:
        notes = [absent.no_scale(view.indicator, view.reach, say)]
    else:
        notes = [say("distribution.intended", n=spread.intended)] if spread.intended else []
    band = Glyph("bar", say("distribution.half"), look.palette.others)
    glyphs = [band, Glyph("none", say("distribution.count"))] if spread else []
    lines = [line for note in notes for line in measure.wrap(note, width, size, most=4)]
    return Foot(glyphs, lines, width, size, absent.lines(view, look, width - size * 2.2, size, lit))


def _draw_axis(board: Board, view: View, spread: Spread, plot: Plot) -> None:
    """The line below the classes, and as many of their ends in numbers as have room."""
    colours, size, free = board.look.palette, plot.size, 0.0
    board.line([(plot.x0, plot.foot), (plot.x1, plot.foot)], colours.muted)
    for value in spread.ticks:
        x, text = plot.x(value), amount(value, view.indicator.unit, board.look.lang)
        half = measure.width(text, size) / 2
        middle = min(max(x, half), board.room.width - half)
        if middle - half >= free:
            board.line([(x, plot.foot), (x, plot.foot + size * 0.35)], colours.muted)
            board.text(middle, plot.ticks, text, size, colours.muted, side=CENTRE)
            free = middle + half + size * 0.8


def _draw_quartiles(board: Board, view: View, spread: Spread, plot: Plot) -> None:
    """A band from the lower to the upper quartile with a bar at the median, and their values below."""
    colours, size = board.look.palette, plot.size
    low, middle, high = (plot.x(value) for value in spread.quartiles)
    board.box(
        low, plot.band - size * 0.22, max(high - low, 2), size * 0.44, colours.others, radius=size * 0.22
    )
    board.box(middle - 1.5, plot.band - size * 0.5, 3, size, colours.text, radius=1)
    texts = quartile_texts(spread, view.indicator, words(board.look.lang))
    lines = [[" ".join(pair)] for pair in texts]
    if sum(measure.width(text, size, bold=True) + size * GAP for (text,) in lines) > board.room.width:
        lines = [list(pair) for pair in texts]
    wide = [max(measure.width(part, size, bold=True) for part in each) + size * GAP for each in lines]
    shrink = min(1, (board.room.width + size * GAP) / sum(wide))
    places = apart(
        [low, middle, high], [w * shrink for w in wide], -size * GAP / 2, board.room.width + size * GAP / 2
    )
    for n, (each, x) in enumerate(zip(lines, places, strict=True)):
        ink = colours.text if n == 1 else colours.muted
        board.text(x, plot.words, each, size * shrink, ink, bold=n == 1, side=CENTRE)


def _label(board: Board, plot: Plot, marked: Sequence[Dot], nation: Dot | None) -> Iterator[Trace]:
    """Name and value of the lit and of the nation above; a line from each down to its value."""
    size, width = plot.size, board.room.width
    stacked = stacks(marked, width, size)
    lines = [[dot.name, dot.text] if stacked else [dot.words] for dot in marked]
    wide = [max(measure.width(line, size, bold=True) for line in each) + size * GAP for each in lines]
    shrink = min(1, (width + size * GAP) / (sum(wide) or 1))
    middles = apart(
        [plot.x(d.value) for d in marked], [w * shrink for w in wide], -size * GAP / 2, width + size * GAP / 2
    )
    foot = (2 if stacked else 1) * size * LEADING
    for dot, each, middle in zip(marked, lines, middles, strict=True):
        colour, ink = (dot.mark.colour, dot.mark.ink) if dot.mark else ("", "")
        board.text(
            middle, foot - size * 0.2, each, size * shrink, ink, bold=True, side=CENTRE, level="bottom"
        )
        board.line([(middle, foot), (plot.x(dot.value), foot + size * 0.6)], colour, width=1.5)
        stroke = dict(color=colour, width=1.5, dash="dash" if dot is nation else "solid")
        ends = [plot.count(foot + size * 0.6), 0.0]
        yield _over(
            x=[dot.value, dot.value], y=ends, mode="lines", line=stroke, hoverinfo="skip", name="lines"
        )


def _over(**more: Any) -> Trace:
    """A trace on the axes of values and counts, in front of the classes."""
    return dict(type="scatter", xaxis="x2", yaxis="y2", cliponaxis=False, **more)


def _bins(view: View, spread: Spread, look: Look) -> Trace:
    """The classes as bars that tell their regions."""
    say, colours = words(look.lang), look.palette
    return dict(
        type="bar", x=[each.middle for each in spread.bins], y=[len(each.names) for each in spread.bins],
        width=[(each.high - each.low) * 0.94 for each in spread.bins], xaxis="x2", yaxis="y2", name="bins", hoverinfo="text",
        hovertext=[_hover(in_words(each, spread, view.indicator, say)) for each in spread.bins],
        marker=dict(color=colours.plain, line=dict(width=1, color=colours.others)),
    )  # fmt: skip


def _numbers(spread: Spread, plot: Plot, look: Look) -> Trace:
    """How many regions each class holds, above it."""
    filled = [(each.middle, len(each.names)) for each in spread.bins if each.names]
    return _over(
        x=[middle for middle, _ in filled], y=[count for _, count in filled], text=[number(count) for _, count in filled], mode="text",
        textposition="top center", textfont=dict(size=plot.size, color=look.palette.muted, shadow=halo(look.palette.surface)), hoverinfo="skip", name="numbers",
    )  # fmt: skip


def _marks(plot: Plot, lit: Sequence[Dot], look: Look) -> Trace:
    """The marks of the lit regions on the axis."""
    chosen = [(dot, dot.mark) for dot in lit if dot.mark]
    return _over(
        x=[dot.value for dot, _ in chosen], y=[0] * len(chosen), mode="markers", customdata=[dot.code for dot, _ in chosen],
        marker=dict(symbol=[mark.symbol for _, mark in chosen], size=plot.size, opacity=1, color=[mark.colour for _, mark in chosen], line=dict(width=1.5, color=look.palette.surface)),
        hovertext=[f"<b>{label(dot.name)}</b><br>{label(dot.text)}" for dot, _ in chosen], hoverinfo="text", name="lit",
    )  # fmt: skip


def _hover(text: str) -> str:
    """Lines of a hover, the first one bold."""
    first, _, rest = text.partition("\n")
    return f"<b>{label(first)}</b><br>" + "<br>".join(map(label, measure.wrap(rest, 320, 13, most=6)))
