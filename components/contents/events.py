"""Events: what a timeline draws, taken from Records: each with its date in words and as exactly as it is known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.labels import clean, marks, period
from components.wording import Words
from datasets import periods
from datasets.records import Records
from datasets.view import NATION

Span = tuple[date, date]


@dataclass(frozen=True)
class Event:
    """One event: when (None for a date the document does not give), its date in words, title, region, and how it counts."""

    id: str
    start: date | None
    end: date | None
    when: str
    title: str
    region: str
    planned: bool
    exact: bool
    lit: bool

    @property
    def text(self) -> str:
        return f"{self.title} ({self.region})" if self.region else self.title

    @property
    def hover(self) -> str:
        return f"{self.when} · {self.text}"


def events_of(records: Records, say: Words, lit: Collection[str]) -> list[Event]:
    """By date, undated ones last; what is known less exactly comes before the days within it."""
    events = [_event(row, records, say, lit) for row in records.frame.to_dict("records")]
    return sorted(events, key=lambda e: (e.start is None, e.start or date.max, e.exact))


def _event(row: dict[Any, Any], records: Records, say: Words, lit: Collection[str]) -> Event:
    codes = [code for code in row["region"].split(";") if code]
    named = [code for code in codes if code != NATION]  # of the whole country needs no word
    span = f"{row['date']}/{row['end']}" if row["date"] and row["end"] else row["date"]
    known = periods.parse(span) if span else None
    return Event(
        row["id"], known.start if known else None, known.end if known else None, _when(row, span, say), clean(row[say.lang]),
        say.list([records.atlas.name(code, say.lang) for code in named]),
        planned=row["status"] == "planned", exact=known is not None and known.precision == "day",
        lit=not set(codes).isdisjoint(lit),
    )  # fmt: skip


def _when(row: dict[Any, Any], span: str, say: Words) -> str:
    """The date in words with what is not final about it: ``2025-12 잠정·예정``."""
    written = period(span, say.lang) if span else say("timeline.undated")
    if row["qualifier"] not in ("", "exact"):
        written = say(f"qualifier.{row['qualifier']}", value=written)
    marked, planned = marks(row["tentative"], say), say("timeline.planned").lower()
    if row["status"] == "planned" and planned not in [mark.lower() for mark in marked]:
        marked.append(planned)
    return " ".join([written, *marked[:1]]) + "".join(f"·{mark}" for mark in marked[1:])


def span_of(events: Sequence[Event], today: str = "") -> Span:
    """Whole years that hold all dates, and today if it is asked for."""
    days = [day for event in events for day in (event.start, event.end) if day]
    days += [date.fromisoformat(today)] if today else []
    first, last = min(days, default=date(2025, 1, 1)), max(days, default=date(2025, 12, 31))
    return date(first.year, 1, 1), date(last.year, 12, 31)
