"""Matrix: who (or where) works on which field, as a calm table of counts."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import plotly.graph_objects as go

from components import captions
from components.board import CENTRE, LEFT_OF, Board
from components.contents.grid import Grid, grid_of
from components.labels import number
from components.layouts.matrix import Layout, fit, name_lines
from components.sheet import room as room_of
from components.sheet import sheet
from components.theme import Look
from components.wording import Words, words
from datasets.records import Records
from datasets.texts import Text


def matrix(
    records: Records,
    look: Look,
    *,
    rows: str = "owner",
    columns: str = "pillars",
    names: Mapping[str, Text] | None = None,
    title: str = "",
) -> go.Figure:
    """Rows of organisations (``rows="owner"``) or regions, columns of fields; each cell a count on a disc that grows with it.

    A record in several fields counts once in each, and once in the total. A cell without records stays empty. Rows
    that do not fit are added up in a last row that says how many they are. ``names`` overrides the names the Records
    bring along.
    """
    figure, say = go.Figure(), words(look.lang)
    heading = captions.of_records(
        records, look, title or say(f"table.{records.kind}"), say("matrix.subtitle")
    )
    grid = grid_of(records, rows, columns, names or records.names, say)
    space = room_of(heading, look)
    layout = fit(grid, look, space.width, space.height)
    board = Board(figure, look, sheet(figure, heading, look))
    _draw_heads(board, grid, layout)
    _draw_rows(board, grid, layout, say)
    return board.finish()


def _draw_heads(board: Board, grid: Grid, at: Layout) -> None:
    """The names of the fields, upright where they are too long, and a line below."""
    muted, small, foot = board.look.palette.muted, at.size * 0.87, at.head - at.size * 0.5
    for column, lines in enumerate(at.heads):
        if at.upright:
            board.upright(at.middle(column), foot, grid.short[column], small, muted)
        else:
            board.text(at.middle(column), foot, lines, at.small, muted, side=CENTRE, level="bottom")
    total, edge = words(board.look.lang)("matrix.total"), board.room.width - at.size * 0.4
    board.text(edge, foot, total, small, muted, side=LEFT_OF, level="bottom")
    board.line([(0, at.head), (board.room.width, at.head)], muted, width=1)


def _draw_rows(board: Board, grid: Grid, at: Layout, say: Words) -> None:
    shown = grid.cut(at.most, say)
    greatest = max((n for row in shown.counts for n in row), default=1) or 1
    y, edge = at.head, board.room.width - at.size * 0.4
    heights = at.rows if len(shown.rows) == len(grid.rows) else (*at.rows[: len(shown.rows) - 1], at.last)
    for name, counts, total, height in zip(shown.rows, shown.counts, shown.totals, heights, strict=True):
        middle = y + height / 2
        board.text(0, middle, name_lines(name, at.name, at.size), at.size, level="middle")
        board.text(edge, middle, number(total), at.size, bold=True, side=LEFT_OF, level="middle")
        y += height
        board.line([(0, y), (board.room.width, y)], board.look.palette.border)
        for column, count in enumerate(counts):
            if count:
                names = (name, shown.columns[column])
                _draw_count(board, at, count, greatest, at.middle(column), middle, names)


def _draw_count(
    board: Board, at: Layout, count: int, greatest: int, x: float, y: float, names: tuple[str, str]
) -> None:
    """The count on a disc that grows with it."""
    radius = _radius(count, greatest, at.size * 0.62, at.widest)
    board.dot(x, y, radius, board.look.palette.sequential[1])
    board.text(x, y, number(count), at.size, side=CENTRE, level="middle")
    board.point(x, y, "|".join(names), " · ".join([*names, number(count)]))


def _radius(count: int, greatest: int, least: float, most: float) -> float:
    """Between the size that holds a figure (a count of one) and the largest: the area grows evenly with the count."""
    share = (count - 1) / max(greatest - 1, 1)
    return sqrt(least**2 + (max(most, least) ** 2 - least**2) * share)
