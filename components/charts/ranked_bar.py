"""Ranked bar: the reporting regions, largest first, the chosen ones lit, the nation as a dashed line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go

from components import absent, captions, listing, measure
from components.board import CENTRE, LEFT_OF, Board
from components.contents.bars import Bar, Gap, bars_of
from components.labels import amount, clean
from components.labels import plotly as label
from components.layouts.ranked_bar import Layout, fit, most_rows
from components.legend import Foot
from components.mapping.shading import scaled
from components.sheet import dress, sheet
from components.theme import Look
from components.wording import words
from datasets.view import View


def ranked_bar(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """Bars of the reporting regions with rank, name and value; ``lit`` are codes to stand out.

    Where not all rows fit, the first, the lit and the last ones stand with their true ranks, the gaps are counted.
    Without a scale (few regions, or figures that must not be compared) the values stand in official order without
    bars, and a sentence says why. Planned and target values are hollow, so they never look like results.
    """
    heading = captions.of_view(view, look)
    heading = replace(heading, title=clean(title) or heading.title)
    figure, bars, small = go.Figure(), bars_of(view, look, lit), look.size.type(0.8)
    board = Board(figure, look, sheet(figure, heading, look))
    foot = _foot(board, view, len(bars), small, lit)
    if not scaled(view):
        left_out = listing.draw(board, bars, board.room.height - foot.high)
        _finish_foot(board, foot, len(bars), left_out)
        return board.finish()
    national = view.yardstick()
    top = small * 1.9 if national is not None else 0
    plot = fit(bars, national, look, board.room.width, board.room.height - foot.high, top)
    _write_rows(board, plot)
    if national is not None:
        _draw_national(board, view, plot, national, small)
    _finish_foot(board, foot, len(bars), plot.left_out)
    board.finish()
    _draw_bars(figure, plot, look, board.room.width)
    return figure


def _foot(board: Board, view: View, many: int, size: float, lit: Collection[str]) -> Foot:
    """Why there is no scale, the regions without a value, and room for the line that says how many are shown."""
    look, width = board.look, board.room.width
    why = absent.no_scale(view.indicator, view.reach, words(look.lang)) if many else ""
    notes = measure.wrap(why, width, size, most=4) if why else []
    missing = absent.lines(view, look, width - size * 2.2, size, lit)
    foot = Foot((), notes, width, size, missing)
    cut = many > most_rows(look, board.room.height - foot.high)
    return replace(foot, kept=1 if cut else 0)


def _finish_foot(board: Board, foot: Foot, many: int, left_out: int) -> None:
    say = words(board.look.lang)
    shown = [say("ranked_bar.shown", n=many, k=many - left_out)] if left_out else []
    replace(foot, notes=[*foot.notes, *shown], kept=0).draw(board)


def _write_rows(board: Board, plot: Layout) -> None:
    """Rank, name and value of each row in aligned columns; gaps with their number."""
    colours, size = board.look.palette, plot.size
    for at, row in enumerate(plot.rows):
        y = plot.y(at)
        if isinstance(row, Gap):
            listing.write_gap(board, plot.name, y, row, size)
            continue
        ink = colours.lit_text if row.lit else colours.text
        if row.rank:
            board.text(size * 1.6, y, row.rank, size * 0.9, colours.muted, side=LEFT_OF, level="middle")
        name = measure.shorten(row.name, plot.x0 - plot.name - size * 0.6, size, row.lit)
        board.text(plot.name, y, name, size, ink, bold=row.lit, level="middle")
        _write_value(board, plot, row, y, ink)


def _write_value(board: Board, plot: Layout, bar: Bar, y: float, ink: str) -> None:
    """The value behind the end of its bar."""
    away, side = (-plot.size * 0.4, LEFT_OF) if bar.value < 0 else (plot.size * 0.4, "right")
    board.text(plot.x(bar.value) + away, y, bar.text, plot.size, ink, bold=bar.lit, side=side, level="middle")


def _draw_national(board: Board, view: View, plot: Layout, national: float, size: float) -> None:
    """The nation's figure above a dashed line that stops where it would run through a value."""
    look, x = board.look, plot.x(national)
    told = amount(national, view.indicator.unit, look.lang, view.indicator.decimals)
    text = words(look.lang)("chart.national", value=told)
    half = measure.width(text, size, bold=True) / 2
    middle = min(max(x, half), board.room.width - half)
    board.text(middle, 0, text, size, look.palette.national, bold=True, side=CENTRE)
    tall = plot.size * 0.62
    crossed = [plot.y(at) for at, row in enumerate(plot.rows) if _is_crossed(row, plot, x)]
    starts = [plot.top - size * 0.2, *(y + tall for y in crossed)]
    ends = [*(y - tall for y in crossed), plot.top + plot.step * len(plot.rows)]
    for start, end in zip(starts, ends, strict=True):
        if end - start > plot.step * 0.7:  # no stubs between two values
            board.line([(x, start), (x, end)], look.palette.national, width=1.5, dash="dash")


def _is_crossed(row: Bar | Gap, plot: Layout, x: float) -> bool:
    """Whether a line at ``x`` would run through the value of a row."""
    if isinstance(row, Gap):
        return False
    wide = measure.width(row.text, plot.size, bold=row.lit) + plot.size * 0.8
    end = plot.x(row.value)
    return end < x < end + wide if row.value >= 0 else end - wide < x < end


def _draw_bars(figure: go.Figure, plot: Layout, look: Look, width: float) -> None:
    """The bars on an axis of values that fits the columns of the board."""
    rows = [(plot.y(at), row) for at, row in enumerate(plot.rows) if isinstance(row, Bar)]
    bars = [bar for _, bar in rows]
    hovers = [f"<b>{label(bar.name)}</b><br>{label(bar.text)}" for bar in bars]
    figure.add_bar(
        x=[bar.value for bar in bars], y=[y for y, _ in rows], orientation="h", xaxis="x2", width=plot.step * 0.62,
        marker=_marker(bars, look), customdata=[bar.code for bar in bars], hovertext=hovers, hoverinfo="text", name="bars",
    )  # fmt: skip
    hidden = dict(visible=False, fixedrange=True)
    dress(figure, xaxis2=dict(hidden, overlaying="x", range=plot.values(width)), bargap=0)


def _marker(bars: list[Bar], look: Look) -> dict[str, Any]:
    colours = look.palette
    tones = [colours.lit if bar.lit else colours.others for bar in bars]
    edges = [
        colours.target if bar.status == "target" else tone for bar, tone in zip(bars, tones, strict=True)
    ]
    fills = [colours.surface if bar.hollow else tone for bar, tone in zip(bars, tones, strict=True)]
    return dict(
        color=fills, line=dict(color=edges, width=[2 if bar.hollow else 0 for bar in bars]), cornerradius=2
    )
