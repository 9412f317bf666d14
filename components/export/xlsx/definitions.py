"""The sheet of definitions: what each indicator counts, in which unit, and what must not be read into it."""

from __future__ import annotations

from components.export.xlsx import tables
from components.export.xlsx.book import Book
from components.export.xlsx.entries import Entry
from components.labels import clean, period
from datasets.indicators import Indicator
from datasets.view import View

_KEYS = ("indicator", "meaning", "unit", "cautions", "charts")
_WIDTHS = (38, 56, 16, 72, 10)


def write(book: Book, entries: list[Entry]) -> None:
    """The sheet of all indicators, each once, and the rules every figure here follows."""
    sheet = book.sheet(book.say("xlsx.definitions"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, book.say("xlsx.definitions"), book.style("title"))
    rules = [book.say(f"sources.{rule}") for rule in ("rule_zero", "rule_target", "rule_index")]
    for row, rule in enumerate(rules, start=1):
        sheet.write_string(row, 0, rule, book.style("quiet", text_wrap=False))
    at, rows = len(rules) + 1, _rows(book, entries)
    if not rows:
        sheet.write_string(at, 0, book.say("xlsx.no_definitions"), book.style("cell"))
        return
    header = [book.say(f"xlsx.{key}") for key in _KEYS]
    tables.write(book, sheet, at, "definitions", header, rows, _WIDTHS)


def _rows(book: Book, entries: list[Entry]) -> list[tuple[object, ...]]:
    """A row an indicator; divided by something else it is another one, with another title."""
    found: dict[tuple[str, str], tuple[Indicator, list[int]]] = {}
    for entry in entries:
        view = entry.exhibit.material
        for each in view.columns if isinstance(view, View) else ():
            key = (each.id, clean(each.title[book.lang]))
            found.setdefault(key, (each, []))[1].append(entry.number)
    return [_row(book, indicator, charts) for indicator, charts in found.values()]


def _row(book: Book, indicator: Indicator, charts: list[int]) -> tuple[object, ...]:
    lang = book.lang
    cautions = [each[lang] for each in indicator.caution]
    cautions += [f"{period(each.at, lang)}: {each.reason[lang]}" for each in indicator.breaks]
    cautions += [indicator.incomparable[lang]]
    return (
        indicator.title[lang],
        indicator.meaning[lang],
        indicator.unit[lang],
        tuple(cautions),
        book.say.list([str(number) for number in dict.fromkeys(charts)]),
    )
