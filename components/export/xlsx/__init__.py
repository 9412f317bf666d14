"""XLSX: the charts of an outline as Excel's own charts, with the figures, documents and definitions behind them."""

from __future__ import annotations

from components.export.xlsx import data, definitions, documents, summary
from components.export.xlsx.book import Book
from components.export.xlsx.entries import entries
from components.outline import Outline

__all__ = ["write"]


def write(outline: Outline) -> bytes:
    """The bytes of a workbook: a summary with native charts, a sheet of figures for each chart, documents, definitions.

    A single chart, a deck and all charts of a page are written alike.
    """
    book = Book(outline)
    first = book.sheet(book.say("xlsx.summary"))  # stands first, is written last: it points at all others
    listed = entries(outline, book.say)
    cards = [data.write(book, entry) for entry in listed]
    documents.write(book, listed)
    definitions.write(book, listed)
    summary.write(book, first, outline, cards)
    return book.close()
