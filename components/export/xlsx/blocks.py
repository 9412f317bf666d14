"""The figures a chart of Excel refers to: names, numbers and labels of each series, in cells a reader may change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from components.export.xlsx import tables
from components.export.xlsx.book import Book
from components.export.xlsx.texts import content, day, text
from components.natives import Plot, Series

Range = list[Any]  # sheet, first row, first column, last row, last column
_UNKNOWN = 9.0  # the width of a column that the table above does not have


@dataclass(frozen=True)
class Place:
    """The sheet figures go to: its name, and the widths of its columns."""

    sheet: Worksheet
    name: str
    room: tuple[float, ...]


@dataclass(frozen=True)
class Column:
    """Where the parts of a series stand, and the names themselves."""

    series: Series
    name: Range
    names: Range
    values: Range
    told_names: tuple[Any, ...]


@dataclass(frozen=True)
class Block:
    """A plot with the places of its figures."""

    plot: Plot
    columns: tuple[Column, ...]


def write_block(book: Book, place: Place, at: int, title: str, plot: Plot) -> tuple[Block, int]:
    """The figures of a plot under a heading; returns where they are, and the next free row."""
    place.sheet.write_string(at, 0, title, book.style("heading"))
    place.sheet.write_string(at + 1, 0, book.say("xlsx.empty"), book.style("quiet", text_wrap=False))
    write = _points if plot.form == "scatter" else _grid
    columns, after = write(book, place, at + 2, plot)
    return Block(plot, tuple(columns)), after + 1


def _grid(book: Book, place: Place, at: int, plot: Plot) -> tuple[list[Column], int]:
    """Categories down, series across, each followed by its labels."""
    alone = len(plot.series) == 1
    if alone:  # its name may be long, and the columns are as narrow as the table above needs
        place.sheet.write_string(at, 0, text(plot.series[0].name), book.style("cell", bold=True))
        at += 1
    first, last, name = at + 1, at + len(plot.categories), place.name
    told = tuple(day(each) or text(each) for each in plot.days or plot.categories)
    for row, value in enumerate(told, start=first):
        tables.put(book, place.sheet, row, 0, value)
    heads, columns = [book.say("xlsx.category")], []
    for series in plot.series:
        column = len(heads)
        _figures(book, place, first, column, series.values, plot.number_format)
        values = [name, first, column, last, column]
        title = [name, at - 1, 0] if alone else [name, at, column]
        columns.append(Column(series, title, [name, first, 0, last, 0], values, told))
        heads += [
            book.say("column.value") if alone else text(series.name),
            *_labels(book, place, first, column + 1, series),
        ]
    _head(book, place, at, heads)
    return columns, last + 1


def _points(book: Book, place: Place, at: int, plot: Plot) -> tuple[list[Column], int]:
    """The points of a scatter, one series below the other: name, x, y."""
    columns: list[Column] = []
    axes = [text(plot.x_title) or book.say("xlsx.x"), text(plot.y_title) or book.say("xlsx.y")]
    x_format = "yyyy-mm-dd" if plot.x_days else plot.number_format
    for series in plot.series:
        first, last, name = at + 2, at + 1 + len(series.values), place.name
        place.sheet.write_string(at, 0, text(series.name), book.style("cell", bold=True))
        for row, each in enumerate(series.names, start=first):
            tables.put(book, place.sheet, row, 0, text(each))
        _figures(book, place, first, 1, series.x, x_format)
        _figures(book, place, first, 2, series.values, plot.number_format)
        _head(book, place, at + 1, [book.say("xlsx.point"), *axes, *_labels(book, place, first, 3, series)])
        ranges = [name, at, 0], [name, first, 1, last, 1], [name, first, 2, last, 2]
        columns.append(Column(series, *ranges, tuple(map(content, series.x))))
        at = last + 2
    return columns, at


def _head(book: Book, place: Place, at: int, titles: Sequence[str]) -> None:
    """A row of headers, as high as the longest of them needs in the columns there are."""
    room = [*place.room, *[_UNKNOWN] * len(titles)]
    place.sheet.set_row(at, tables.height(list(zip(titles, room, strict=False))))
    for column, title in enumerate(titles):
        style = tables.FIGURE if column else {}
        place.sheet.write_string(at, column, title, book.style("header", **style))


def _figures(
    book: Book, place: Place, first: int, column: int, values: Sequence[Any], num_format: str
) -> None:
    """Figures below each other; where there is none the cell stays empty, and the chart has a gap."""
    for row, value in enumerate(map(content, values), start=first):
        if isinstance(value, (int, float)):
            place.sheet.write_number(row, column, value, book.cell("cell", num_format, "right"))
        else:
            place.sheet.write_blank(row, column, None, book.cell("cell"))


def _labels(book: Book, place: Place, first: int, column: int, series: Series) -> list[str]:
    """What stands beside the marks, as our own charts write it; returns the header of its column."""
    if not any(series.texts):
        return []
    for row, each in enumerate(series.texts, start=first):
        place.sheet.write_string(row, column, text(each), book.cell("cell", "@", "right"))
    return [book.say("xlsx.label")]
