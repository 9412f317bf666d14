"""Records as rows of readable texts, or of values for other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from components import captions, cited
from components.cells import targets
from components.cells.columns import COLUMNS, DATES, MORE, NUMBERS, ORDINALS, PARTS
from components.cells.texts import filled, qualifier, worded
from components.labels import clean, number, period, place
from components.wording import Words, words
from datasets.records import Records

Row = dict[Any, Any]  # one record, by column


def of_records(records: Records, lang: str, columns: Sequence[str] | None, values: bool) -> pd.DataFrame:
    """One row a record, a column for each id wanted; with ``values`` numbers, ids and ISO dates."""
    say = words(lang)
    wanted = list(columns or COLUMNS.get(records.kind, ("name", "source", "note")))
    if values:
        wanted = ["id", *wanted, *MORE.get(records.kind, ())] if columns is None else wanted
        wanted = [part for column in wanted for part in PARTS.get(column, (column,))]
    listed = records.frame.to_dict("records")
    rows = [{column: _cell(row, column, records, say, values) for column in wanted} for row in listed]
    return pd.DataFrame(rows, columns=wanted, dtype="object")


def _cell(row: Row, column: str, records: Records, say: Words, values: bool) -> object:
    """One cell of a record, by the id of its column."""
    if column in _OWN:
        return _OWN[column](row, records, say, values)
    if column not in row:
        return ""
    value = row[column]
    if column in ORDINALS or (values and column in NUMBERS):
        return _number(value, values)
    if column in ("baseline", "target"):
        return captions.amount_text(row, column, say.lang)
    if column in DATES:
        return _date(row, column, say, values)
    if column in ("owner", "organisation", "parties", "parent", "strategy", "meeting", "object", "about"):
        return _named(value, records, say)
    if column.endswith("qualifier"):
        return qualifier(value, say)
    return worded(say, _vocabulary(row, column, records.kind), value)


def _name(row: Row, records: Records, say: Words, values: bool) -> str:
    return clean(row[say.lang])


def _region(row: Row, records: Records, say: Words, values: bool) -> str:
    return say.list(
        [clean(records.atlas.name(code, say.lang)) for code in filled(row["region"]).split(";") if code]
    )


def _of_source(row: Row, records: Records, say: Words, values: bool) -> str:
    if values:
        return cited.publishers(records.sources, row["source"], say.lang)
    return cited.in_cell(records.sources, row["source"], row["where"], say)


def _of_language(column: str) -> Callable[[Row, Records, Words, bool], str]:
    return lambda row, records, say, values: clean(filled(row.get(f"{column}_{say.lang}", "")))


def _of_value(row: Row, records: Records, say: Words, values: bool) -> object:
    return _number(row["value"], True) if values else captions.amount_text(row, "value", say.lang)


_OWN: dict[str, Callable[[Row, Records, Words, bool], object]] = {
    "name": _name,
    "region": _region,
    "source": _of_source,
    "where": lambda row, records, say, values: place(filled(row["where"]), say.lang),
    "value": _of_value,
    **targets.OWN,
    "url": lambda row, records, say, values: clean(row["url"]),
    **{
        c: _of_language(c)
        for c in ("note", "place", "person", "renamed_from", "baseline_survey", "unit", "publisher")
    },
}


def _number(value: Any, raw: bool) -> object:
    """A bare count: a number for programs, a text for readers; empty where there is none."""
    if isinstance(value, str):
        return clean(value)
    if pd.isna(value):
        return None if raw else ""
    exact = int(value) if float(value).is_integer() else float(value)
    return exact if raw else number(exact, 0 if isinstance(exact, int) else 1)


def _date(row: Row, column: str, say: Words, values: bool) -> str:
    """A date as precise as it is known; a target without one says so, since that is a finding."""
    if values:
        return filled(row[column])
    if column == "target_period" and not filled(row[column]):
        return say("chart.unstated_year")
    return period(row[column], say.lang) if filled(row[column]) else ""


def _named(value: Any, records: Records, say: Words) -> str:
    """The names behind ids: organisations, plans, events; a region code may stand among them."""
    found = []
    for id_ in filled(value).split(";"):
        if id_ in records.names:
            found.append(clean(records.names[id_][say.lang]))
        elif id_:
            found.append(clean(_region_name(id_, records, say.lang)))
    return say.list(found)


def _region_name(code: str, records: Records, lang: str) -> str:
    """The name of a region; an id that names nothing known stands as it is."""
    known = any(region.code == code for region in records.atlas.rows)
    return records.atlas.name(code, lang) if known else code


_STATUSES = {
    "events": "event_status",
    "partnerships": "event_status",
    "facilities": "facility_status",
    "laws": "law_status",
}
_KINDS = {
    "facilities": "facility_kind",
    "partnerships": "partnership_kind",
    "organisations": "organisation_kind",
    "laws": "law_kind",
}


def _vocabulary(row: Row, column: str, kind: str) -> str:
    """The section of the wording in which the ids of a column stand."""
    table = row["table"] if kind == "facts" else kind
    if column == "status":
        return _STATUSES.get(table, "status")
    if column == "kind":
        return _KINDS.get(table, "strategy_level")
    return {"level": "strategy_level", "pillars": "pillar", "declared_of": "strategy_level"}.get(
        column, column
    )
