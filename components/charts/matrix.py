"""Matrix: who (or where) works on which field, as a calm table of counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import pandas as pd
import plotly.graph_objects as go

from components import captions, measure
from components.board import CENTRE, LEADING, LEFT_OF, Board
from components.labels import clean, number
from components.sheet import room as room_of
from components.sheet import sheet
from components.theme import Look
from components.wording import Words, words
from datasets.records import Records
from datasets.terms import PILLARS
from datasets.texts import Text

STEPS = (0.95, 0.87, 0.8, 0.75)
TOTAL = "total"


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
    grid = _grid(records, rows, columns, names or records.names, say)
    space = room_of(heading, look)
    layout = _layout(grid, look, space.width, space.height)
    board = Board(figure, look, sheet(figure, heading, look))
    _draw_heads(board, grid, layout)
    _draw_rows(board, grid, layout, say)
    return board.finish()


# --- what is counted ---


@dataclass(frozen=True)
class Grid:
    """Names of rows and columns with the counts between them; ``words`` are the short forms for narrow columns."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    short: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...]

    def cut(self, most: int, say: Words) -> Grid:
        """The grid in at most so many rows; the others are added up in the last one."""
        if len(self.rows) <= most:
            return self
        keep = max(most - 1, 0)
        rest = tuple(map(sum, zip(*self.counts[keep:], strict=True)))
        last = say("matrix.others", n=len(self.rows) - keep)
        return Grid(
            (*self.rows[:keep], last),
            self.columns,
            self.short,
            (*self.counts[:keep], rest),
            (*self.totals[:keep], sum(self.totals[keep:])),
        )


def _grid(records: Records, rows: str, columns: str, names: Mapping[str, Text], say: Words) -> Grid:
    table = records.crossed(rows, columns)
    ids = _column_ids(table, columns)
    return Grid(
        tuple(_row_name(id_, rows, records, names, say) for id_ in table.index),
        tuple(_column_name(id_, columns, names, say) for id_ in ids),
        tuple(say.get(f"matrix.{id_}") or _column_name(id_, columns, names, say) for id_ in ids),
        tuple(tuple(int(n) for n in row) for row in table.reindex(columns=ids, fill_value=0).to_numpy()),
        tuple(int(n) for n in table[TOTAL]),
    )


def _column_ids(table: pd.DataFrame, columns: str) -> list[str]:
    """Every field of a readiness, also those nobody covers; the context and unstated ones only where counted."""
    found = [id_ for id_ in table.columns if id_ != TOTAL]
    if columns != "pillars":
        return sorted(found, key=lambda id_: id_ == "")
    return [id_ for id_ in PILLARS if id_ in found or id_ != "context"] + [""] * ("" in found)


def _row_name(id_: str, rows: str, records: Records, names: Mapping[str, Text], say: Words) -> str:
    if not id_:
        return say("matrix.no_region" if rows == "region" else "matrix.none")
    if rows == "region":
        return records.atlas.name(id_, say.lang)
    return clean(names[id_][say.lang]) if id_ in names else id_


def _column_name(id_: str, columns: str, names: Mapping[str, Text], say: Words) -> str:
    if not id_:
        return say("matrix.no_pillar")
    known = (
        say.get(f"pillar.{id_}")
        if columns == "pillars"
        else clean(names[id_][say.lang])
        if id_ in names
        else ""
    )
    return known or id_


# --- how it is laid out ---


@dataclass(frozen=True)
class Layout:
    """Sizes in pixels: type, the column of names, one field, the total, the head, the rows, the adding one; and the head."""

    size: float
    name: float
    cell: float
    total: float
    head: float
    rows: tuple[float, ...]
    last: float
    most: int
    heads: tuple[tuple[str, ...], ...]
    upright: bool


def _layout(grid: Grid, look: Look, width: float, height: float) -> Layout:
    """The largest type at which all rows fit and two digits have air in a field; at the smallest, as many as fit."""
    layout = None
    for step in STEPS:
        layout = _at(grid, look.size.type(step), width, height)
        if layout.most >= len(grid.rows) and layout.cell >= layout.size * 1.9:
            break
    assert layout is not None
    return layout


def _at(grid: Grid, size: float, width: float, height: float) -> Layout:
    total = 3.2 * size
    longest = max((measure.width(name, size) * 1.04 for name in grid.rows), default=0)
    word = max((measure.longest(name, size) for name in grid.rows), default=0)
    name = min(longest + size, max(width * 0.36, min(word * 1.05 + size * 0.9, width * 0.45)))
    cell = (width - name - total) / max(len(grid.columns), 1)
    heads = _heads(grid, cell, size)
    widest = max((measure.width(line, size * 0.87) for lines in heads for line in lines), default=0)
    upright = widest * 0.9 > cell
    tall = max((measure.width(text, size * 0.87) for text in grid.short), default=0) * 1.08
    head = (
        tall if upright else max((len(lines) for lines in heads), default=1) * size * LEADING
    ) + size * 0.9
    rows = tuple(len(_name_lines(row, name, size)) * size * LEADING + size * 0.5 for row in grid.rows)
    last = size * (LEADING + 0.5)  # the row that adds up the others
    most = _fitting(rows, height - head, last)
    need = sum(rows[:most]) if most >= len(rows) else sum(rows[: most - 1]) + last
    air = max(min((height - head - need) / max(most, 1), size * 1.1), 0)
    return Layout(
        size, name, cell, total, head, tuple(row + air for row in rows), last + air, most, heads, upright
    )


def _fitting(rows: Sequence[float], height: float, last: float) -> int:
    """How many rows fit, the last of them perhaps one that adds up the others."""
    if sum(rows) <= height:
        return max(len(rows), 1)
    kept = 0
    while sum(rows[: kept + 1]) + last <= height:
        kept += 1
    return kept + 1


def _name_lines(name: str, width: float, size: float) -> list[str]:
    return measure.wrap(name, width - size * 0.5, size, most=4)


def _heads(grid: Grid, cell: float, size: float) -> tuple[tuple[str, ...], ...]:
    """The whole names of the fields if their words fit the columns, else the short ones."""
    whole = (
        max((measure.longest(name, size * 0.87) for name in grid.columns), default=0) * 1.05
        <= cell - size * 0.3
    )
    return tuple(
        tuple(measure.wrap(name, cell - size * 0.3, size * 0.87, most=3))
        for name in (grid.columns if whole else grid.short)
    )


# --- how it is drawn ---


def _draw_heads(board: Board, grid: Grid, at: Layout) -> None:
    colours, small = board.look.palette, at.size * 0.87
    foot = at.head - at.size * 0.5
    narrowest = min([small, *(_shrunk(line, at.cell, small) for lines in at.heads for line in lines)])
    for number_, lines in enumerate(at.heads):
        if at.upright:
            board.upright(_middle(at, number_), foot, grid.short[number_], small, colours.muted)
            continue
        board.text(_middle(at, number_), foot, lines, narrowest, colours.muted, side=CENTRE, level="bottom")
    say = words(board.look.lang)
    board.text(
        board.room.width - at.size * 0.4,
        foot,
        say("matrix.total"),
        small,
        colours.muted,
        side=LEFT_OF,
        level="bottom",
    )
    board.line([(0, at.head), (board.room.width, at.head)], colours.muted, width=1)


def _shrunk(word: str, cell: float, size: float) -> float:
    """The type size at which one word of a head fits its column."""
    return size * min(1, (cell - 2) / max(measure.width(word, size), 1))


def _middle(at: Layout, column: int) -> float:
    return at.name + (column + 0.5) * at.cell


def _draw_rows(board: Board, grid: Grid, at: Layout, say: Words) -> None:
    shown = grid.cut(at.most, say)
    greatest = max((n for row in shown.counts for n in row), default=1) or 1
    y = at.head
    heights = at.rows if len(shown.rows) == len(grid.rows) else (*at.rows[: len(shown.rows) - 1], at.last)
    for name, counts, total, height in zip(shown.rows, shown.counts, shown.totals, heights, strict=True):
        middle = y + height / 2
        lines = _name_lines(name, at.name, at.size)
        board.text(0, middle, lines, at.size, level="middle")
        board.text(
            board.room.width - at.size * 0.4,
            middle,
            number(total),
            at.size,
            bold=True,
            side=LEFT_OF,
            level="middle",
        )
        y += height
        board.line([(0, y), (board.room.width, y)], board.look.palette.border)
        _draw_cells(board, counts, shown.columns, name, middle, at, greatest)


def _draw_cells(
    board: Board,
    counts: Sequence[int],
    columns: Sequence[str],
    name: str,
    y: float,
    at: Layout,
    greatest: int,
) -> None:
    """The count on a disc that grows with it; nothing where there is nothing."""
    colours = board.look.palette
    widest = min(min(*at.rows, at.last) * 0.48, at.cell * 0.46, at.size * 1.9)
    for column, count in enumerate(counts):
        if not count:
            continue
        x = _middle(at, column)
        board.dot(x, y, _radius(count, greatest, at.size * 0.62, widest), colours.sequential[1])
        board.text(x, y, number(count), at.size, side=CENTRE, level="middle")
        board.point(x, y, f"{name}|{columns[column]}", f"{name} · {columns[column]} · {number(count)}")


def _radius(count: int, greatest: int, least: float, most: float) -> float:
    """Between the size that holds a figure (a count of one) and the largest: the area grows evenly with the count."""
    share = (count - 1) / max(greatest - 1, 1)
    return sqrt(least**2 + (max(most, least) ** 2 - least**2) * share)
