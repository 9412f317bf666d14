"""The sheet of one chart: what it is called, its figures as a table, and below them what Excel's chart is drawn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from components.export.xlsx import tables
from components.export.xlsx.blocks import Block, Place, write_block
from components.export.xlsx.book import Book
from components.export.xlsx.entries import Entry
from components.export.xlsx.texts import text
from components.labels import clean
from datasets.view import View

_HEADER = 4  # the table's header row, below title, subtitle, foot and link


@dataclass(frozen=True)
class Card:
    """A chart that stands on its own sheet, and where the figures of its plots are."""

    entry: Entry
    blocks: tuple[Block, ...]


def write(book: Book, entry: Entry) -> Card:
    """The sheet of a chart; returns where the summary finds its figures."""
    sheet, frame = book.sheet(entry.sheet), entry.exhibit.values
    header, rows = list(frame.columns), frame.to_numpy().tolist()
    room = tables.widths(header, rows)
    for column, width in enumerate(room):
        sheet.set_column(column, column, width)
    _head(book, sheet, entry, room)
    decimals, lit = _decimals(book, entry, header), _lit(book, entry, header)
    after = tables.write(book, sheet, _HEADER, f"data_{entry.number:02d}", header, rows, room, decimals, lit)
    return Card(entry, tuple(_blocks(book, sheet, entry, after + 1, room)))


def _head(book: Book, sheet: Worksheet, entry: Entry, room: list[float]) -> None:
    """Title, unit and period, coverage and sources, and the way back."""
    told, last = entry.exhibit.heading, len(room) - 1
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, text(told.title), book.style("title"))
    foot = "\n".join(map(text, (*told.foot, told.mark)))
    for row, line in ((1, text(told.subtitle)), (2, foot)):
        sheet.set_row(row, tables.height([(line, sum(room))]))
        span(sheet, row, 0, last, line, book.style("quiet"))
    summary = book.say("xlsx.summary")
    sheet.write_url(
        3, 0, f"internal:'{summary}'!A1", book.style("link", text_wrap=False), book.say("xlsx.back")
    )


def span(sheet: Worksheet, row: int, first: int, last: int, line: str, kind: Any) -> None:
    """A text across columns."""
    if last > first:
        sheet.merge_range(row, first, row, last, "", kind)
    sheet.write_string(row, first, line, kind)


def _decimals(book: Book, entry: Entry, header: list[str]) -> Callable[[Any], int | None]:
    """With how many decimals the figures of a row are written: as many as its indicator has."""
    name, view = book.say("column.indicator"), entry.exhibit.material
    if not isinstance(view, View) or name not in header:
        return lambda row: None
    at = header.index(name)
    known = {clean(each.title[book.lang]): each.decimals for each in view.columns}
    return lambda row: known.get(row[at])


def _lit(book: Book, entry: Entry, header: list[str]) -> Callable[[Any, int], str]:
    """The names of chosen regions in the colour of our region."""
    name, code, lit = book.say("column.region"), book.say("column.region_code"), set(entry.exhibit.chart.lit)
    if not lit or name not in header or code not in header:
        return lambda row, column: "cell"
    at, code_at = header.index(name), header.index(code)
    return lambda row, column: "lit" if column == at and row[code_at] in lit else "cell"


def _blocks(book: Book, sheet: Worksheet, entry: Entry, at: int, room: list[float]) -> list[Block]:
    """The figures of each plot, one below the other."""
    found: list[Block] = []
    for number, plot in enumerate(entry.plots, start=1):
        several = len(entry.plots) > 1
        title = book.say("xlsx.block_n", n=number) if several else book.say("xlsx.block")
        if several and plot.title:
            title = f"{title} · {text(plot.title)}"
        block, at = write_block(book, Place(sheet, entry.sheet, tuple(room)), at, title, plot)
        found.append(block)
    return found
