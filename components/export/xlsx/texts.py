"""Texts and values on their way into cells: what they become, and how much room they take."""

from __future__ import annotations

import math
import re
from datetime import datetime
from functools import lru_cache
from unicodedata import east_asian_width

from components.export.texts import plain

JOINER = "\u2060"  # no cleaned text has one
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_YEAR = 1900  # before it Excel knows no days
_SHEET = re.compile(r"[\[\]:*?/\\'\"#]")
_LONGEST_NAME = 31
_LONGEST_CELL = 30_000  # Excel takes 32,767
_KOREAN = 1.7
NARROW = 0.92  # of a column's unit, the digit of the workbook's font, takes a Latin letter of our smaller one


def text(value: object) -> str:
    """A text that no spreadsheet runs and every reader of XML takes."""
    return _NOT_IN_XML.sub("", plain(value))


def caption(value: object) -> str:
    """A text for a chart. The library takes ``word!A1`` for the address of a cell, so a joiner stands after each ``!``.

    ``parts`` takes it out again.
    """
    return text(value).replace("!", f"!{JOINER}")


def content(value: object) -> str | int | float | datetime | None:
    """What stands in a cell: numbers stay numbers, full dates become days, nothing stays nothing, the rest is text.

    Several texts stand below each other in one cell.
    """
    if isinstance(value, str):
        return _written(value)
    if isinstance(value, tuple):
        return "\n".join(filter(None, map(text, value)))[:_LONGEST_CELL] or None
    if value is None or value != value:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value if math.isfinite(value) else None
    return _written(str(value))


@lru_cache(maxsize=4096)  # most cells repeat: units, documents, statuses
def _written(value: str) -> str | datetime | None:
    told = text(value)
    return day(told) or told or None


def day(told: str) -> datetime | None:
    """A full ISO date as the day it names; nothing for anything else."""
    if not _DAY.fullmatch(told) or int(told[:4]) < _FIRST_YEAR:
        return None
    try:
        return datetime.fromisoformat(told)
    except ValueError:
        return None


def number_format(decimals: int) -> str:
    """Excel's format for figures of so many decimals."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


@lru_cache(maxsize=4096)
def wide(told: str) -> float:
    """How many digits wide a text is: a Korean syllable takes more room than a Latin letter."""
    return len(told) if told.isascii() else sum(_KOREAN if east_asian_width(s) in "WF" else 1 for s in told)


def lines(told: str, room: float) -> int:
    """How many lines a text takes in a cell of that width, with some room to spare."""
    return sum(max(1, math.ceil(wide(part) * NARROW / room)) for part in told.split("\n"))


def sheet_name(number: int, title: str) -> str:
    """The name of a sheet: its number, which no other has, and as many words of the title as Excel takes."""
    told = " ".join(_SHEET.sub(" ", f"{number} {text(title)}").split())
    cut = told
    while len(cut.encode("utf-16-le")) > 2 * _LONGEST_NAME:
        cut = cut[:-1]
    between = cut.rfind(" ") if cut != told and told[len(cut)] != " " else 0
    return (cut[:between] if between > _LONGEST_NAME // 2 else cut).rstrip(" (·,-")
