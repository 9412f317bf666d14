"""Periods as the documents give them: a year, a month, a day, or a span of two of these.

ISO 8601 in reduced precision; a span is written ``start/end``. Precision is kept, never invented.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, order=True)
class Period:
    """First and last day of a period, and how precisely the document gives it: ``year``, ``month``, ``day``, ``span``."""

    start: date
    end: date
    precision: str


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """The period that ``text`` names. Raises ValueError for anything else, impossible dates included."""
    first, slash, last = text.partition("/")
    if slash:
        start, end = _single(first), _single(last)
        if end.end < start.start:
            raise ValueError(text)
        return Period(start.start, end.end, "span")
    return _single(text)


def _single(text: str) -> Period:
    match = _ISO.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if day:
        exact = date(year, month or 1, day)
        return Period(exact, exact, "day")
    if month:
        return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def middle(text: str) -> date:
    """The day on which a mark for this period stands on a time axis: the middle of what is known."""
    period = parse(text)
    return date.fromordinal((period.start.toordinal() + period.end.toordinal()) // 2)
