"""The sheet of documents: who published what, when, under which terms, and what it supports where."""

from __future__ import annotations

from components.citations import Citation, Supported, unknown_address
from components.export.xlsx import tables
from components.export.xlsx.book import Book
from components.export.xlsx.entries import Entry

_KEYS = ("number", "publisher", "title", "published", "address", "licence", "supports", "note", "charts")
_WIDTHS = (6, 20, 40, 14, 36, 20, 80, 32, 11)


def write(book: Book, entries: list[Entry]) -> None:
    """The sheet of all documents: a row for what each supports in charts of the same figures."""
    sheet = book.sheet(book.say("xlsx.sources"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, book.say("xlsx.sources"), book.style("title"))
    sheet.write_string(1, 0, book.say("xlsx.sources_note"), book.style("quiet", text_wrap=False))
    rows = [_row(book, n, *told) for n, told in enumerate(_found(entries).items(), start=1)]
    header = [book.say(f"xlsx.{key}") for key in _KEYS]
    tables.write(book, sheet, 2, "documents", header, rows, _WIDTHS)


def _found(entries: list[Entry]) -> dict[Citation, list[int]]:
    """What the documents support, in order of first use, and the numbers of the charts it stands in."""
    found: dict[Citation, list[int]] = {}
    for entry in entries:
        for citation in entry.exhibit.citations:
            found.setdefault(citation, []).append(entry.number)
    return found


def _row(book: Book, number: int, told: Citation, charts: list[int]) -> tuple[object, ...]:
    say = book.say
    supports = list(map(_supported, told.supports))
    supports += [say("citation.more", n=told.more)] if told.more else []
    title = (told.title, f"({say('citation.title_ours')})") if told.title_is_ours else told.title
    return (
        number,
        told.publisher,
        title,
        told.date,
        told.address or unknown_address(book.lang),
        told.licence,
        tuple(supports),
        told.note,
        say.list([str(each) for each in charts]),
    )


def _supported(each: Supported) -> str:
    return f"{each.text} ({each.place})" if each.place else each.text
