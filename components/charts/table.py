"""Table: the rows of a View or Records, set in our type, for files and for those who want to read, not to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
import plotly.graph_objects as go

from components import captions
from components.board import LEADING, LEFT_OF, RIGHT_OF, Board
from components.cells import cells, is_numeric
from components.layouts.table import Layout, fit, notes_of, pad, row_height
from components.sheet import Heading, sheet
from components.sheet import room as room_of
from components.theme import Look
from components.wording import words
from datasets.records import Records
from datasets.view import View


def table(
    material: View | Records, look: Look, *, columns: Sequence[str] | None = None, title: str = ""
) -> go.Figure:
    """Rows and columns of readable texts: wrapped between words, figures flush right, header in words.

    ``columns`` chooses ids of ``cells.COLUMNS``. A column without room, and rows below the edge of the sheet, are left
    out of the picture and named or counted under it; ``cells`` always gives all of them.
    """
    return drawn(cells(material, look.lang, columns), _heading(material, look, title), look)


def drawn(frame: pd.DataFrame, heading: Heading, look: Look) -> go.Figure:
    """A frame of readable texts as a table under a heading."""
    # Drawn on a board and not as go.Table, which sets wrapped cells lower than others in their row, loses the right
    # edge of wrapped figures, and hides rows behind a scroll bar that a file does not have.
    figure = go.Figure()
    space = room_of(heading, look)
    layout = fit(frame, look, space.width, space.height)
    board = Board(figure, look, sheet(figure, heading, look))
    _draw_head(board, layout)
    y = _draw_rows(board, layout)
    if not len(frame):
        board.text(0, y + layout.size, words(look.lang)("missing.none"), layout.size, look.palette.muted)
    _draw_notes(board, layout)
    return board.finish()


def _heading(material: View | Records, look: Look, title: str) -> Heading:
    if isinstance(material, View):
        return captions.of_view(material, look)
    return captions.of_records(material, look, title or words(look.lang)(f"table.{material.kind}"))


def _draw_head(board: Board, layout: Layout) -> None:
    colours, height = board.look.palette, row_height(layout.heads, layout.size)
    board.box(0, 0, board.room.width, height, fill=colours.plain, radius=3)
    for x, width, lines, right in _cells_of(layout, layout.heads, board.look.lang):
        _write(board, x, height / 2, width, lines, layout.size, right, bold=True)


def _draw_rows(board: Board, layout: Layout) -> float:
    """The rows with a hairline under each; what has no data is set back. Returns where they end."""
    y = row_height(layout.heads, layout.size)
    for row in layout.lines:
        height = row_height(row, layout.size) + layout.air
        for x, width, lines, right in _cells_of(layout, row, board.look.lang):
            _write(board, x, y + height / 2, width, lines, layout.size, right)
        y += height
        board.line([(0, y), (board.room.width, y)], board.look.palette.border)
    return y


def _cells_of(
    layout: Layout, row: Sequence[Sequence[str]], lang: str
) -> Iterator[tuple[float, float, Sequence[str], bool]]:
    """Left edge, width, lines and alignment of each cell of a row."""
    x = 0.0
    for column, width, lines in zip(layout.frame.columns, layout.widths, row, strict=True):
        yield x, width, lines, is_numeric(column, lang)
        x += width


def _write(
    board: Board,
    x: float,
    y: float,
    width: float,
    lines: Sequence[str],
    size: float,
    right: bool,
    *,
    bold: bool = False,
) -> None:
    edge, side = (width - pad(size), LEFT_OF) if right else (pad(size), RIGHT_OF)
    y -= len(lines) * size * LEADING / 2
    ink = board.look.palette.muted if words(board.look.lang)("missing.none") in lines else ""
    for line in lines:  # one text a line, so that wrapped figures stay flush right
        board.text(x + edge, y, line, size, ink, bold=bold, side=side)
        y += size * LEADING


def _draw_notes(board: Board, layout: Layout) -> None:
    """At the foot: how many rows are shown, and which columns are not."""
    size = board.look.size.type(0.8)
    lines = notes_of(layout, board.look, board.room.width)
    if lines:
        board.text(0, board.room.height - len(lines) * size * LEADING, lines, size, board.look.palette.muted)
