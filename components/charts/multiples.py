"""Multiples: several indicators in small panels of one form, each on its own scale, the same regions lit in all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from components import measure
from components.board import LEADING, LEFT_OF, RIGHT_OF, Board
from components.contents.panels import Panel, Value, heading, notes, panels_of
from components.contents.readings import Reading
from components.labels import plotly as label
from components.layouts.multiples import MARK, SMALL, Grid, Spot, grid_of
from components.legend import Foot, Glyph
from components.sheet import sheet
from components.theme import Look
from components.wording import words
from datasets.view import View


def multiples(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """A panel an indicator: its name, unit, period and coverage, the values of the ``lit`` codes and the nation, and
    bars of all reporting regions from the largest to the smallest.

    Each panel has its own scale from zero, its ends named below. Below five regions, or where regions cannot be
    compared, a panel gives values only. Panels without room are counted in one line.
    """
    figure, say = go.Figure(), words(look.lang)
    board, small = (
        Board(figure, look, sheet(figure, heading(view, look, lit, title), look)),
        look.size.type(0.8),
    )
    panels, width = panels_of(view, look, lit), board.room.width
    most = measure.wrap(say("multiples.more", n=len(panels)), width, small)
    foot = _foot(panels, look, width)
    height = board.room.height - foot.legend - foot.told - small * 0.6
    grid = grid_of(panels, look, width, height, len(most) * small * LEADING)
    _add_bars(figure, [bar for spot in grid.spots for bar in _bars(spot, look)], look)
    _add_marks(figure, [mark for spot in grid.spots for mark in _marks(spot)], look)
    for spot in grid.spots:
        _draw_words(board, spot)
        if spot.panel.bars:
            _draw_scale(board, spot)
    _tell_rest(board, grid, height)
    _foot([spot.panel for spot in grid.spots], look, width).draw(board)
    return board.finish()


def _foot(panels: Sequence[Panel], look: Look, width: float) -> Foot:
    """The legend and the notes of some panels."""
    small, told = look.size.type(0.8), notes(panels, words(look.lang))
    lines = [line for note in told for line in measure.wrap(note, width, small, most=3)]
    return Foot(_glyphs(panels, look), lines, width, small)


def _glyphs(panels: Sequence[Panel], look: Look) -> list[Glyph]:
    """The legend in words: only what is no result."""
    say, tones = words(look.lang), {"planned": look.palette.planned, "target": look.palette.target}
    found = {bar.status for panel in panels for bar in panel.bars} & set(tones)
    return [Glyph("open-bar", say(f"status.{status}"), tones[status]) for status in sorted(found)]


def _tell_rest(board: Board, grid: Grid, y: float) -> None:
    """How many panels found no room, the words ending at ``y``."""
    if grid.left_out:
        size, say = board.look.size.type(0.8), words(board.look.lang)
        lines = measure.wrap(say("multiples.more", n=grid.left_out), board.room.width, size)
        board.text(0, y, lines, size, board.look.palette.muted, level="bottom")


# --- words ---


def _draw_words(board: Board, spot: Spot) -> None:
    """Name, unit, period and coverage, then the values in words; who has none stands below everything."""
    muted, x, y, size = board.look.palette.muted, spot.x, spot.y, spot.size
    y += board.text(x, y, spot.lines.name, size, bold=True)
    y += board.text(x, y, spot.lines.under, size * SMALL, muted)
    for line in spot.lines.values:
        for shift, value in line:
            _draw_value(board, value, x + shift, y, spot.width - shift, size)
        y += size * LEADING
    if spot.lines.lacking:
        below = (SMALL * LEADING * size + size * 0.6 + spot.bars) if spot.panel.bars else size * 0.1
        board.text(x, y + below, spot.lines.lacking, size * SMALL, muted)


def _draw_value(board: Board, value: Value, x: float, y: float, width: float, size: float) -> None:
    """A value behind its mark; the nation's is a dash."""
    if value.nation:
        middle = y + size * 0.68
        board.line([(x, middle), (x + size * 0.85, middle)], value.ink, width=1.5, dash="dash")
    marked = size * MARK if value.mark or value.nation else 0
    text = measure.shorten(value.text, width - marked, size, bold=True)
    board.text(x + marked, y, text, size, value.ink, bold=value.mark is not None)


def _draw_scale(board: Board, spot: Spot) -> None:
    """The line of zero, the nation's level as a dashed line, and the ends of the scale by name."""
    colours, x0, x1, small = board.look.palette, spot.x, spot.x + spot.width, spot.size * SMALL
    board.line([(x0, spot.at(0)), (x1, spot.at(0))], colours.border)
    if spot.panel.level is not None:
        y = spot.at(spot.panel.level)
        board.line([(x0, y), (x1, y)], colours.national, width=1.2, dash="dash")
    below = spot.top + spot.bars + spot.size * 0.15
    for text, x, side in zip(spot.lines.ends, (x0, x1), (RIGHT_OF, LEFT_OF), strict=False):
        board.text(x, below, text, small, colours.muted, side=side)


# --- bars and marks ---


@dataclass(frozen=True)
class _Bar:
    """One bar in pixels, how it is painted, and what it answers to the pointer."""

    x: float
    base: float
    length: float
    width: float
    fill: str
    edge: str
    line: float
    key: tuple[str, str, Any]
    hover: str


def _bars(spot: Spot, look: Look) -> Iterator[_Bar]:
    """Bars from left to right; lit ones never thinner than can be seen."""
    panel, zero, wide = spot.panel, spot.at(0), spot.step * 0.72
    name = label(panel.name)
    for at, bar in enumerate(panel.bars):
        fill, edge, line = _paint(panel, bar, look)
        width = max(wide, spot.size * 0.2) if bar.code in panel.lit else wide
        hover = f"<b>{label(bar.name)}</b><br>{name} {label(bar.text)}"
        key = (panel.indicator.id, bar.code, bar.value)
        x, length = spot.x + (at + 0.5) * spot.step, spot.at(bar.value) - zero
        yield _Bar(x, zero, length, width, fill, edge, line, key, hover)


def _paint(panel: Panel, bar: Reading, look: Look) -> tuple[str, str, float]:
    """Fill, edge and its width; what is no result is hollow."""
    colours = look.palette
    colour = panel.lit[bar.code].colour if bar.code in panel.lit else colours.others
    if bar.ahead:
        return colours.surface, colours.target if bar.status == "target" else colour, 1.5
    return colour, colour, 0


def _add_bars(figure: go.Figure, bars: Sequence[_Bar], look: Look) -> None:
    """Plain gray bars in one trace, lit and hollow ones in another."""
    plain = (look.palette.others, look.palette.others, 0)
    ordinary = [bar for bar in bars if (bar.fill, bar.edge, bar.line) == plain]
    special = [bar for bar in bars if (bar.fill, bar.edge, bar.line) != plain]
    edges = dict(color=[bar.edge for bar in special], width=[bar.line for bar in special])
    _add(figure, ordinary, dict(color=look.palette.others, line=dict(width=0)), "others")
    _add(figure, special, dict(color=[bar.fill for bar in special], line=edges), "special")


def _add(figure: go.Figure, bars: Sequence[_Bar], marker: dict[str, Any], name: str) -> None:
    keys = np.array(
        [bar.key for bar in bars], dtype=object
    )  # Plotly looks at every item of a list within a list
    figure.add_bar(
        x=[bar.x for bar in bars], y=[bar.length for bar in bars], base=[bar.base for bar in bars],
        width=[bar.width for bar in bars], offset=[-bar.width / 2 for bar in bars], customdata=keys,
        hovertext=[bar.hover for bar in bars], hoverinfo="text", textposition="none", cliponaxis=False, name=name, marker=marker,
    )  # fmt: skip


def _marks(spot: Spot) -> Iterator[tuple[float, float, str, str]]:
    """Place, symbol and colour of each mark: before a value in words, and at the end of each lit bar."""
    size, lines = spot.size, spot.lines
    for at, bar in enumerate(spot.panel.bars):
        if mark := spot.panel.lit.get(bar.code):
            beyond = size * 0.45 * (1 if bar.value < 0 else -1)
            yield spot.x + (at + 0.5) * spot.step, spot.at(bar.value) + beyond, mark.symbol, mark.colour
    top = spot.y + (len(lines.name) + len(lines.under) * SMALL) * size * LEADING
    for number, line in enumerate(lines.values):
        for shift, value in line:
            if value.mark:
                y = top + (number * LEADING + 0.68) * size
                yield spot.x + shift + size * 0.45, y, value.mark.symbol, value.mark.colour


def _add_marks(figure: go.Figure, marks: Sequence[tuple[float, float, str, str]], look: Look) -> None:
    xs, ys, symbols, colours = map(list, zip(*marks, strict=True)) if marks else [[]] * 4
    figure.add_scatter(
        x=xs, y=ys, mode="markers", hoverinfo="skip", cliponaxis=False, name="marks",
        marker=dict(symbol=symbols, color=colours, size=look.size.base * 0.55, opacity=1),
    )  # fmt: skip
