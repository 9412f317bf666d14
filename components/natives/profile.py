"""Profile as a table: every indicator one region reports with its value, its rank among k, and the best."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from components.contents.profile import Row, profile_of
from components.labels import amount, clean, period
from components.natives import Fact, Native
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import Words, words
from datasets import standing
from datasets.indicators import Indicator
from datasets.view import View

Standing = dict[Any, Any]  # what is known of the region in one indicator, by column


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """The rows by pillar as drawn; what has no rank says why, and what others report in its stead stands last."""
    say, told = words(look.lang), profile_of(view, look, lit)
    if not told.rows:
        text = say("profile.none", region=told.name) if told.code else say("profile.choose")
        name = say("profile.title", region=told.name) if told.code else say("profile.nobody")
        return (Fact(clean(title or name), say("missing.none"), (clean(text),)),)
    known = {row["indicator"]: row for row in standing.standings(view, [told.code]).to_dict("records")}
    meant = {indicator.id: indicator for indicator in view.columns}
    header = [say(f"column.{name}") for name in ("pillar", "indicator", "value", "period", "rank", "best")]
    rows = [
        (group.name, row.name, *_cells(view, row, meant[row.id], known.get(row.id, {}), say))
        for group in told.groups
        for row in group.rows
    ]
    return (of_rows(header, rows, numeric=(False, False, True, False, False, False)),)


def _cells(view: View, row: Row, meant: Indicator, known: Standing, say: Words) -> tuple[str, str, str, str]:
    """Value, period with status, rank or why there is none, and the best."""
    if row.whole:
        return row.told, row.when, "", ""
    return row.value, _when(row, meant, known, say), row.told, _best(view, row, meant, known, say)


def _when(row: Row, meant: Indicator, known: Standing, say: Words) -> str:
    """The period also where the drawing tells it once for many rows; of a date only its status."""
    if meant.kind == "date":
        return row.when
    told = period(known["period"], say.lang)
    if known["status"] == "actual":
        return told
    return say("readings.marked", text=told, word=say(f"status.{known['status']}"))


def _best(view: View, row: Row, meant: Indicator, known: Standing, say: Words) -> str:
    """Who is best and with what; nothing where nobody may be called so."""
    if not (row.track and known["best"]):
        return ""
    value = amount(known["best_value"], meant.unit, say.lang, meant.decimals)
    return say("native.end", name=view.name(known["best"], say.lang), value=value)
