"""Timeline as a table of dates: what happened or is planned, where, and which document says so."""

from __future__ import annotations

from collections.abc import Collection

from components import cited
from components.contents.events import events_of
from components.natives import Fact, Native
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import words
from datasets.records import Records


def native(
    records: Records, look: Look, *, lit: Collection[str] = (), today: str = "", title: str = ""
) -> tuple[Native, ...]:
    """All events by date, those without one last; dates as exact as they are known, with what is not final."""
    say, events = words(look.lang), events_of(records, words(look.lang), lit)
    if not events:
        return (Fact(title or say("table.events"), say("missing.none")),)
    known = {row["id"]: row for row in records.frame.to_dict("records")}
    places = {
        id_: cited.in_cell(records.sources, row["source"], row["where"], say) for id_, row in known.items()
    }
    header = [say(f"column.{name}") for name in ("date", "name", "region", "status", "source")]
    rows = [
        (e.when, e.title, e.region, say("timeline.planned" if e.planned else "timeline.actual"), places[e.id])
        for e in events
    ]
    return (of_rows(header, rows, lit=[at for at, event in enumerate(events) if event.lit]),)
