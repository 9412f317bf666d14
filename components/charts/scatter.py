"""Scatter: two indicators against each other, a point a region, with how closely they go together and no claim why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import plotly.graph_objects as go

from components import measure
from components.board import CENTRE, LEADING, LEFT_OF, Board
from components.charts.ledger import draw_refusal
from components.contents.pairs import Pair, Pairs, heading, notes, pairs_of, refusal, sides_of, told
from components.contents.readings import named
from components.labels import plotly as label
from components.layouts.scatter import (
    TOP,
    Plot,
    Written,
    along,
    beside,
    line_of,
    names_of,
    plot_of,
    quiet_of,
    worded,
)
from components.legend import Foot, Glyph
from components.mapping.projection import Box
from components.sheet import sheet
from components.theme import SYMBOLS, Look
from components.wording import words
from datasets.view import View


def scatter(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """The first indicator across, the second up, each in its own latest period; ``lit`` codes stand out with their names.

    Points are the regions that report both; the others are named below. The nation is a dashed cross where it is a
    middle of regions. n, r and p are stated, a line is drawn only where p is below 0.05. Where a scatter would mislead
    (fewer than five regions, figures that cannot be compared, one indicator twice) a sentence and the values stand instead.
    """
    figure, say = go.Figure(), words(look.lang)
    sides = sides_of(view, look)
    board = Board(figure, look, sheet(figure, heading(view, look, lit, title, sides), look))
    if why := refusal(sides, say):
        return draw_refusal(board, view, sides, why, lit)
    pairs, width, size = pairs_of(view, look, sides, lit), board.room.width, look.size.type(0.87)
    foot = Foot(_glyphs(pairs, look), _notes(view, pairs, look, width), width, look.size.type(0.8))
    found = measure.wrap(told(pairs, say), width, size, most=3)
    below = foot.legend + foot.told + len(found) * size * LEADING + size * 0.8
    plot = plot_of(pairs, look, width, board.room.height - below)
    _draw_axes(board, plot)
    _draw_plot(board, pairs, plot)
    board.text(0, board.room.height - below + size * 0.6, found, size)
    foot.draw(board)
    return board.finish()


def _draw_plot(board: Board, pairs: Pairs, plot: Plot) -> None:
    """Line of least squares, national cross, points, and their names."""
    if ends := line_of(pairs, plot):
        board.line(ends, board.look.palette.others)
    crowd = [_dot(pair, plot) for pair in pairs.points]
    taken = _draw_nation(board, pairs, plot, crowd)
    _draw_points(board, pairs, plot)
    for written in names_of(pairs, plot, board.look, taken, quiet_of(pairs, plot)):
        _draw_name(board, pairs.points[written.at], written)


def _dot(pair: Pair, plot: Plot) -> Box:
    x, y, r = plot.x(pair.x.value), plot.y(pair.y.value), plot.radius
    return Box(x - r, y - r, 2 * r, 2 * r)


def _glyphs(pairs: Pairs, look: Look) -> list[Glyph]:
    """The legend in words: only what is no result."""
    say, tones = words(look.lang), {"planned": look.palette.planned, "target": look.palette.target}
    found = sorted({pair.ahead for pair in pairs.points} - {""})
    return [Glyph("ring", say(f"status.{status}"), tones[status]) for status in found]


def _notes(view: View, pairs: Pairs, look: Look, width: float) -> list[str]:
    say, size = words(look.lang), look.size.type(0.8)
    lines = measure.wrap(" ".join(notes(pairs, say)), width, size, most=4)
    names = [view.name(region.code, look.lang) for region in view.regions if region.code in pairs.lacking]
    return lines + (named(say("scatter.lacking"), names, say, width, size) if names else [])


def _draw_axes(board: Board, plot: Plot) -> None:
    """Two quiet lines with round numbers; what they measure stands at their ends."""
    look, colours = board.look, board.look.palette
    size, small = look.size.type(0.87), look.size.type(0.8)
    board.line([(plot.x0, plot.y0), (plot.x0, plot.y1), (plot.x1, plot.y1)], colours.border)
    for value, text in zip(plot.ys.ticks, plot.ys.texts, strict=True):
        board.text(
            plot.x0 - small * 0.5, plot.y(value), text, small, colours.muted, side=LEFT_OF, level="middle"
        )
    for value, text in zip(plot.xs.ticks, plot.xs.texts, strict=True):
        half = measure.width(text, small) / 2
        x = min(plot.x(value), board.room.width - half)
        board.text(x, plot.y1 + small * 0.25, text, small, colours.muted, side=CENTRE)
    board.text(0, size * TOP, plot.y_title, size)
    board.text(board.room.width, plot.y1 + small * 1.6, plot.x_title, size, side=LEFT_OF)


def _draw_nation(board: Board, pairs: Pairs, plot: Plot, crowd: Sequence[Box]) -> list[Box]:
    """The dashed cross of the nation with its values where fewest points are; the room these take."""
    if pairs.nation is None:
        return []
    x, y = plot.x(pairs.nation[0]), plot.y(pairs.nation[1])
    colour, size = board.look.palette.national, board.look.size.type(0.8)
    board.line([(x, plot.y0), (x, plot.y1)], colour, dash="dash")
    board.line([(plot.x0, y), (plot.x1, y)], colour, dash="dash")
    texts = [worded(side.nation, plot, size) for side in (pairs.x, pairs.y) if side.nation]
    first = beside(along(plot, texts[0], size, x=x), crowd)
    second = beside(along(plot, texts[1], size, y=y), [*crowd, *[first] * len(crowd)])
    for text, box in zip(texts, (first, second), strict=True):
        board.text(box.left, box.top, text, size, colour)
    return [first, second]


def _draw_points(board: Board, pairs: Pairs, plot: Plot) -> None:
    """Plain gray points, and above them those that are lit or no results."""
    colours = board.look.palette
    plain = dict(
        symbol=SYMBOLS[0],
        size=plot.radius * 2,
        color=colours.others,
        line=dict(color=colours.surface, width=1),
    )
    special = [pair for pair in pairs.points if pair.mark or pair.ahead]
    paints = [_paint(pair, plot.radius, board.look) for pair in special]
    symbols, sizes, fills, edges, widths = map(list, zip(*paints, strict=True)) if paints else [[]] * 5
    shown = dict(symbol=symbols, size=sizes, color=fills, line=dict(color=edges, width=widths))
    _add_points(board, pairs, plot, [p for p in pairs.points if not (p.mark or p.ahead)], plain, "others")
    _add_points(board, pairs, plot, special, shown, "special")


def _add_points(
    board: Board, pairs: Pairs, plot: Plot, points: Sequence[Pair], marker: dict[str, Any], name: str
) -> None:
    board.figure.add_scatter(
        x=[plot.x(p.x.value) for p in points], y=[plot.y(p.y.value) for p in points], mode="markers", name=name,
        customdata=[[p.x.code, p.x.value, p.y.value] for p in points], hoverinfo="text", cliponaxis=False,
        hovertext=[_hover(p, pairs) for p in points], marker=dict(marker, opacity=1),
    )  # fmt: skip


def _paint(pair: Pair, radius: float, look: Look) -> tuple[str, float, str, str, float]:
    """Symbol, size, fill, edge and its width of a point that is lit or hollow."""
    colours, size = look.palette, radius * (2.6 if pair.mark else 2)
    symbol, colour = (pair.mark.symbol, pair.mark.colour) if pair.mark else (SYMBOLS[0], colours.others)
    if pair.ahead:
        return symbol, size, colours.surface, colours.target if pair.ahead == "target" else colour, 2
    return symbol, size, colour, colours.surface, 1


def _hover(pair: Pair, pairs: Pairs) -> str:
    lines = [f"{side.name} {each.text}" for side, each in ((pairs.x, pair.x), (pairs.y, pair.y))]
    return "<br>".join([f"<b>{label(pair.name)}</b>", *map(label, lines)])


def _draw_name(board: Board, pair: Pair, written: Written) -> None:
    """A name in its place, lit ones in their colour, with a thin line where it stands away from its point."""
    box, colours = written.place.box, board.look.palette
    ink, stroke = (pair.mark.ink, pair.mark.colour) if pair.mark else (colours.muted, colours.others)
    if written.place.leader:
        board.line(written.place.leader, stroke, width=0.8)
    x, y = box.left + box.width / 2, box.top + box.height / 2
    board.text(x, y, pair.name, written.size, ink, bold=bool(pair.mark), side=CENTRE, level="middle")
