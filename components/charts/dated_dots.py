"""Dated dots: when each region did something, on a true axis of time and as exactly as the documents say."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from components import absent, measure
from components.board import CENTRE, LEADING, Board
from components.cells import cells
from components.charts.ledger import draw_missing, draw_refusal
from components.contents.dates import Dated, Dates, dates_of, heading, known, notes, refusal, sides
from components.layouts.dated_dots import Rows, rows_of
from components.legend import Foot, Glyph
from components.sheet import sheet
from components.theme import SYMBOLS, Look
from components.wording import words
from datasets.view import View


def dated_dots(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """The first indicator's dates, a row a region, earliest first where they may be compared, each written at its mark.

    A day is a dot; a year, month or span is a bar as long as it lasted; what is planned is hollow. ``lit`` codes stand
    out. Regions without a date are named below, and no places are given: one of them may be earlier than all others.
    """
    figure, say, view = go.Figure(), words(look.lang), known(view)
    board = Board(figure, look, sheet(figure, heading(view, look, lit, title), look))
    if why := refusal(view, say):
        return draw_refusal(board, view, sides(view, look), why, lit)
    dates = dates_of(view, look, lit)
    width, small = board.room.width, look.size.type(0.8)
    lacking = absent.lines(view, look, width - small * 2.4, small) if view.missing else []
    told = [line for note in notes(view, dates, say) for line in measure.wrap(note, width, small)]
    foot = Foot(_glyphs(dates, look), told, width, small)
    below = foot.legend + foot.told + len(lacking) * small * LEADING + small
    if dates.regions:
        _draw_rows(board, dates, rows_of(dates.regions, dates.nation, look, width, board.room.height - below))
    draw_missing(board, lacking, board.room.height - below + small * 0.6)
    foot.draw(board)
    return board.finish()


def rows(view: View, lang: str, lit: Collection[str] = (), values: bool = False) -> pd.DataFrame:
    """The dates as a table in words, or with ``values`` for other programs."""
    return cells(known(view), lang, values=values)


def _glyphs(dates: Dates, look: Look) -> list[Glyph]:
    """The legend in words: only what occurs."""
    say, tones = words(look.lang), {"planned": look.palette.planned, "target": look.palette.target}
    bars = (
        [Glyph("bar", say("timeline.imprecise"))] if any(not dated.exact for dated in dates.regions) else []
    )
    found = sorted({dated.ahead for dated in dates.regions} - {""})
    return bars + [Glyph("ring", say(f"status.{status}"), tones[status]) for status in found]


def _draw_rows(board: Board, dates: Dates, rows: Rows) -> None:
    """The axis of each column, then its rows; how many found no room is told below."""
    for column in range(-(-len(rows.shown) // rows.per)):
        _draw_axis(board, rows, column, dates.nation)
    _draw_guides(board, rows)
    _draw_dots(board, rows)
    for dated, x, y in rows.places():
        _draw_row(board, rows, dated, x, y)
    if len(rows.shown) < len(dates.regions):
        rest = words(board.look.lang)("ledger.more", n=len(dates.regions) - len(rows.shown))
        board.text(0, rows.below + rows.size * 1.6, rest, rows.size * 0.8, board.look.palette.muted)


def _draw_axis(board: Board, rows: Rows, column: int, nation: Dated | None) -> None:
    """The line below the rows, the years on it, and the day of the nation as a dashed line through them."""
    colours, size, axis, y = board.look.palette, rows.size * 0.8, rows.axis, rows.below
    left = column * rows.each
    board.line([(left + axis.x0, y), (left + axis.x1, y)], colours.border)
    for day, text in rows.ticks:
        if axis.at(day) + measure.width(text, size) <= rows.each - rows.size:
            board.text(left + axis.at(day) + size * 0.2, y + size * 0.15, text, size, colours.muted)
    if nation:
        _draw_nation(board, rows, column, nation)


def _draw_nation(board: Board, rows: Rows, column: int, nation: Dated) -> None:
    """A dashed line on the nation's day that gives way to words, its own words above it."""
    colour, size, left = board.look.palette.national, rows.size * 0.8, column * rows.each
    x, word = left + sum(rows.axis.extent(nation, 0)) / 2, f"{nation.name} {nation.text}"
    for start, end in rows.stretches(column, x):
        board.line([(x, start), (x, end)], colour, width=1.5, dash="dash")
    half = measure.width(word, size) / 2
    middle = min(max(x, left + half), left + rows.each - rows.size * 2 - half)
    board.text(middle, rows.top - size * 0.2, word, size, colour, side=CENTRE, level="bottom")


def _draw_guides(board: Board, rows: Rows) -> None:
    """Thin lines where years begin, and from each name to its mark."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for column in range(-(-len(rows.shown) // rows.per)):
        for x in (column * rows.each + rows.axis.at(day) for day, _ in rows.ticks):
            for start, end in rows.stretches(column, x):
                xs, ys = [*xs, x, x, None], [*ys, start, end, None]
    for dated, x, y in rows.places():
        xs += [x + rows.axis.x0, x + rows.axis.extent(dated, rows.radius)[0], None]
        ys += [y, y, None]
    board.figure.add_scatter(
        x=xs, y=ys, mode="lines", line=dict(color=board.look.palette.border, width=0.8), hoverinfo="skip",
        cliponaxis=False, name="guides",
    )  # fmt: skip


def _draw_dots(board: Board, rows: Rows) -> None:
    """A mark for each day that is known; hollow where it is planned."""
    exact = [(dated, x, y) for dated, x, y in rows.places() if dated.exact]
    colours = [_colours(dated, board.look) for dated, _, _ in exact]
    board.figure.add_scatter(
        x=[x + sum(rows.axis.extent(dated, 0)) / 2 for dated, x, _ in exact], y=[y for _, _, y in exact],
        mode="markers", name="dots", customdata=[dated.code for dated, _, _ in exact], hoverinfo="skip", cliponaxis=False,
        marker=dict(
            symbol=[dated.mark.symbol if dated.mark else SYMBOLS[0] for dated, _, _ in exact], opacity=1,
            size=[rows.radius * (2.5 if dated.mark else 2) for dated, _, _ in exact],
            color=[fill for fill, _ in colours], line=dict(color=[edge for _, edge in colours], width=1.5),
        ),
    )  # fmt: skip


def _colours(dated: Dated, look: Look) -> tuple[str, str]:
    """Fill and edge of a mark."""
    colours = look.palette
    colour = dated.mark.colour if dated.mark else colours.others
    if not dated.ahead:
        return colour, colour
    own = {"target": colours.target, "planned": colours.planned}[dated.ahead]
    return colours.surface, dated.mark.colour if dated.mark else own


def _draw_row(board: Board, rows: Rows, dated: Dated, x: float, y: float) -> None:
    """The name, a bar where no day is known, and the date behind the mark."""
    size, look = rows.size, board.look
    ink = dated.mark.ink if dated.mark else look.palette.text
    left, right = (x + end for end in rows.axis.extent(dated, rows.radius * 2))
    if not dated.exact:
        _draw_bar(board, rows, dated, left, right, y)
    board.text(x, y, dated.name, size, ink, bold=bool(dated.mark), level="middle")
    board.text(rows.written(dated, x), y, dated.text, size * 0.93, ink, bold=bool(dated.mark), level="middle")
    board.point((left + right) / 2, y, dated.code, f"{dated.name} {dated.text}")


def _draw_bar(board: Board, rows: Rows, dated: Dated, left: float, right: float, y: float) -> None:
    """A bar over all the days that may be meant, with an end on either side."""
    fill, edge = _colours(dated, board.look)
    thick = rows.radius * 0.9
    board.box(left, y - thick / 2, right - left, thick, fill, edge, line=1.5, radius=thick / 2)
