"""Dated dots as a table of dates, in the drawn order and as exactly as they are known."""

from __future__ import annotations

from collections.abc import Collection

from components import absent
from components.contents.dates import dates_of, known, notes, refusal, sides
from components.labels import clean
from components.natives import Fact, Native
from components.natives.listing import NARROW
from components.natives.scatter import refused
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import words
from datasets.view import View


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """A row a region with a date, the nation's last; no ranks, and those without a date are told below."""
    say, view = words(look.lang), known(view)
    if why := refusal(view, say):
        return (refused(view, sides(view, look), why, look, lit),)
    dates, name = dates_of(view, look, lit), clean(view.indicator.title[look.lang])
    lacking = absent.notes(view, look.lang, lit) if view.missing else []
    if not dates.regions:
        return (Fact(clean(title or name), say("missing.none"), tuple(map(clean, lacking))),)
    shown = [*dates.regions, *([dates.nation] if dates.nation else [])]
    rows = [(each.name, each.text) for each in shown]
    ours = [at for at, each in enumerate(dates.regions) if each.mark]
    told = [*notes(view, dates, say), *lacking]
    header = (say("column.region"), clean(view.indicator.short[look.lang]))
    return (of_rows(header, rows, lit=ours, notes=told, box=NARROW),)
