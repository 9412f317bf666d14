"""Tables on a sheet: a frozen header with filters, numbers as numbers, columns as wide as Korean needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from xlsxwriter.worksheet import Worksheet

from components.export.headers import unique
from components.export.xlsx.book import Book
from components.export.xlsx.texts import NARROW, content, lines, number_format, text, wide
from components.labels import plain_decimals

Row = Sequence[Any]
NARROWEST, WIDEST = 9, 60
_LINE, _MOST_POINTS = 14.0, 400.0  # of a row's height, in points
FIGURE = {"align": "right", "indent": 1}  # a unit often follows at once
_DAY, _DAY_WIDE = "yyyy-mm-dd", 10
_MEASURED = 80  # rows that decide how wide a column is


def write(
    book: Book,
    sheet: Worksheet,
    at: int,
    name: str,
    header: Sequence[str],
    rows: Sequence[Row],
    room: Sequence[float],
    decimals: Callable[[Row], int | None] = lambda row: None,
    style: Callable[[Row, int], str] = lambda row, column: "cell",
) -> int:
    """A table whose header stands in row ``at``; returns the row after it.

    ``room`` is the width of each column, ``decimals`` says with how many a row's figures are written, ``style`` names the style of a cell.
    """
    told = [[content(value) for value in row] for row in rows]
    for row, (given, line) in enumerate(zip(rows, told, strict=True), start=at + 1):
        digits = decimals(given)
        long = [(v, room[n]) for n, v in enumerate(line) if isinstance(v, str) and is_long(v, room[n])]
        if long:
            sheet.set_row(row, height(long))
        for column, value in enumerate(line):
            put(book, sheet, row, column, value, style(given, column), digits, room[column])
    last = at + max(len(rows), 1)
    columns = _columns(book, header, told)
    sheet.add_table(at, 0, last, len(columns) - 1, {"name": name, "columns": columns, "style": None})
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.freeze_panes(at + 1, 0)
    sheet.repeat_rows(at)
    return last + 1


def _columns(book: Book, header: Sequence[str], rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The headers, flush right over figures."""
    titles = unique([text(each) for each in header])
    figures = [any(isinstance(line[n], (int, float)) for line in rows) for n in range(len(titles))]
    kinds = [book.style("header", **FIGURE) if figure else book.style("header") for figure in figures]
    return [{"header": title, "header_format": kind} for title, kind in zip(titles, kinds, strict=True)]


def put(
    book: Book,
    sheet: Worksheet,
    row: int,
    column: int,
    value: Any,
    style: str = "cell",
    decimals: int | None = None,
    room: float = WIDEST,
) -> None:
    """One cell: a number flush right with its decimals, a day, a text, or an empty cell."""
    if value is None:
        sheet.write_blank(row, column, None, book.cell(style))
    elif isinstance(value, str):
        sheet.write_string(row, column, value, book.cell("wrapped" if is_long(value, room) else style))
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, book.cell(style, _DAY, "left"))
    else:
        sheet.write_number(row, column, value, book.cell(style, _digits(value, decimals), "right"))


def is_long(told: str, room: float) -> bool:
    """Whether a text takes more than one line in a column of that width."""
    return wide(told) * NARROW > room or "\n" in told


def _digits(value: float, decimals: int | None) -> str:
    """A figure's format; a whole number needs no decimals unless its indicator has some."""
    return number_format(plain_decimals(value) if decimals is None or isinstance(value, int) else decimals)


def widths(header: Sequence[str], rows: Sequence[Row]) -> list[float]:
    """How wide each column must be for what stands in it, within bounds."""
    told = [[wide(text(title)) + 3 for title in header]]
    told += [[_room(content(value)) for value in row] for row in rows[:_MEASURED]]
    return [min(WIDEST, max(NARROWEST, max(column) * NARROW + 2)) for column in zip(*told, strict=True)]


def _room(value: Any) -> float:
    """How wide a cell's content is shown."""
    if isinstance(value, str):
        return max(map(wide, value.split("\n")))
    if isinstance(value, (int, float)):
        return len(f"{value:,.{plain_decimals(value)}f}")
    return 0 if value is None else _DAY_WIDE


def height(rooms: Sequence[tuple[str, float]]) -> float:
    """How high a row must be, in points, for texts in cells of given widths."""
    most = max((lines(told, room) for told, room in rooms), default=1)
    return min(_MOST_POINTS, most * _LINE + 2.5)
