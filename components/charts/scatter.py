"""Scatter: two indicators against each other, a point a region, with how closely they go together and no claim why."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import plotly.graph_objects as go

from components import measure
from components.board import CENTRE, LEADING, LEFT_OF, Board
from components.charts.listing import draw_refusal
from components.contents.pairs import Pair, Pairs, heading, notes, pairs_of, refusal, sides_of, told
from components.contents.readings import named
from components.labels import plotly as label
from components.layouts.scatter import Plot, Written, along, beside, names_of, plot_of
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
    board = Board(figure, look, sheet(figure, heading(view, look, title), look))
    sides = sides_of(view, look)
    why = refusal(sides, say)
    if why:
        return draw_refusal(board, view, sides, why, lit)
    pairs = pairs_of(view, look, sides, lit)
    foot = Foot(_glyphs(pairs, look), _notes(view, pairs, look, board.room.width), board.room.width, look.size.type(0.8))
    found = measure.wrap(told(pairs, say), board.room.width, look.size.type(0.87), most=3)
    below = foot.legend + foot.told + len(found) * look.size.type(0.87) * LEADING + look.size.base * 0.7
    plot = plot_of(pairs, look, board.room.width, board.room.height - below)
    _draw_axes(board, plot)
    _draw_plot(board, pairs, plot)
    board.text(0, board.room.height - below + look.size.base * 0.5, found, look.size.type(0.87))
    foot.draw(board)
    return board.finish()


def _draw_plot(board: Board, pairs: Pairs, plot: Plot) -> None:
    """Line of least squares, national cross, points, and their names."""
    _draw_line(board, pairs, plot)
    crowd = [_dot(pair, plot) for pair in pairs.points]
    taken = _draw_nation(board, pairs, plot, crowd)
    _draw_points(board, pairs, plot)
    for written in names_of(pairs, plot, board.look, taken, _cross(pairs, plot)):
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
    names = [view.name(code, look.lang) for code in view.latest.index if code in pairs.lacking]
    return lines + (named(say("scatter.lacking"), names, say, width, size) if names else [])


def _draw_axes(board: Board, plot: Plot) -> None:
    """Two quiet lines with round numbers; what they measure stands at their ends."""
    look, colours = board.look, board.look.palette
    size, small = look.size.type(0.87), look.size.type(0.8)
    board.line([(plot.x0, plot.y0), (plot.x0, plot.y1), (plot.x1, plot.y1)], colours.border)
    for value, text in zip(plot.ys.ticks, plot.ys.texts, strict=True):
        board.text(plot.x0 - small * 0.5, plot.y(value), text, small, colours.muted, side=LEFT_OF, level="middle")
    for value, text in zip(plot.xs.ticks, plot.xs.texts, strict=True):
        half = measure.width(text, small) / 2
        x = min(plot.x(value), board.room.width - half)
        board.text(x, plot.y1 + small * 0.25, text, small, colours.muted, side=CENTRE)
    board.text(0, 0, plot.y_title, size)
    board.text(board.room.width, plot.y1 + small * 1.6, plot.x_title, size, side=LEFT_OF)


def _draw_line(board: Board, pairs: Pairs, plot: Plot) -> None:
    """The line of least squares, faint, as far as it stays inside the plot."""
    if pairs.line is None:
        return
    ends = [plot.xs.low, plot.xs.high]
    if pairs.line.slope:
        edges = [(y - pairs.line.intercept) / pairs.line.slope for y in (plot.ys.low, plot.ys.high)]
        ends = [max(ends[0], min(edges)), min(ends[1], max(edges))]
    points = [(plot.x(x), plot.y(pairs.line.at(x))) for x in ends]
    board.line(points, board.look.palette.others, width=1)


def _cross(pairs: Pairs, plot: Plot) -> list[Box]:
    """The room the national lines take, which names avoid where they can."""
    if pairs.nation is None:
        return []
    x, y = plot.x(pairs.nation[0]), plot.y(pairs.nation[1])
    return [Box(x - 1, plot.y0, 2, plot.y1 - plot.y0), Box(plot.x0, y - 1, plot.x1 - plot.x0, 2)]


def _draw_nation(board: Board, pairs: Pairs, plot: Plot, crowd: Sequence[Box]) -> list[Box]:
    """The dashed cross of the nation with its values where fewest points are; the room these take."""
    if pairs.nation is None:
        return []
    x, y = plot.x(pairs.nation[0]), plot.y(pairs.nation[1])
    colour, size = board.look.palette.national, board.look.size.type(0.8)
    board.line([(x, plot.y0), (x, plot.y1)], colour, dash="dash")
    board.line([(plot.x0, y), (plot.x1, y)], colour, dash="dash")
    texts = [f"{side.nation.name} {side.nation.text}" for side in (pairs.x, pairs.y) if side.nation]
    first = beside(along(plot, texts[0], size, x=x), crowd)
    second = beside(along(plot, texts[1], size, y=y), [*crowd, *[first] * len(crowd)])
    for text, box in zip(texts, (first, second), strict=True):
        board.text(box.left, box.top, text, size, colour)
    return [first, second]


def _draw_points(board: Board, pairs: Pairs, plot: Plot) -> None:
    """Gray points below, lit ones in their marks above; what is no result is hollow."""
    order = sorted(pairs.points, key=lambda pair: pair.mark is not None)
    paints = [_paint(pair, plot.radius, board.look) for pair in order]
    symbols, sizes, fills, edges, widths = map(list, zip(*paints, strict=True))
    board.figure.add_scatter(
        x=[plot.x(p.x.value) for p in order], y=[plot.y(p.y.value) for p in order], mode="markers", name="points",
        customdata=[[p.x.code, p.x.value, p.y.value] for p in order], hoverinfo="text", cliponaxis=False,
        hovertext=[_hover(p, pairs) for p in order],
        marker=dict(symbol=symbols, size=sizes, color=fills, opacity=1, line=dict(color=edges, width=widths)),
    )  # fmt: skip


def _paint(pair: Pair, radius: float, look: Look) -> tuple[str, float, str, str, float]:
    """Symbol, size, fill, edge and its width of one point."""
    colours, size = look.palette, radius * (2.6 if pair.mark else 2)
    symbol, colour = (pair.mark.symbol, pair.mark.colour) if pair.mark else (SYMBOLS[0], colours.others)
    if pair.ahead:
        edge = colours.target if pair.ahead == "target" else colour
        return symbol, size, colours.surface, edge, 2
    return symbol, size, colour, colours.surface, 1


def _hover(pair: Pair, pairs: Pairs) -> str:
    lines = [f"{side.name} {each.text}" for side, each in ((pairs.x, pair.x), (pairs.y, pair.y))]
    return "<br>".join([f"<b>{label(pair.name)}</b>", *map(label, lines)])


def _draw_name(board: Board, pair: Pair, written: Written) -> None:
    """A name in its place, lit ones in their colour, with a thin line where it stands away from its point."""
    box, colours = written.place.box, board.look.palette
    ink, stroke = (pair.mark.ink, pair.mark.colour) if pair.mark else (colours.muted, colours.border)
    if written.place.leader:
        board.line(written.place.leader, stroke, width=0.8)
    x, y = box.left + box.width / 2, box.top + box.height / 2
    board.text(x, y, pair.name, written.size, ink, bold=bool(pair.mark), side=CENTRE, level="middle")
