"""Cells: a View or Records as a table of readable texts with worded headers, for pages, files and screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from components import captions
from components.labels import amount, clean, number, period, place
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.records import Records
from datasets.sources import Source
from datasets.texts import Text
from datasets.view import View

Row = dict[Any, Any]  # one record, by column

# The columns of each table a reader sees, in order; "facts" are all tables together.
COLUMNS: dict[str, tuple[str, ...]] = {
    "organisations": ("name", "kind", "region", "renamed_from", "source", "note"),
    "strategies": (
        "name",
        "level",
        "parent",
        "owner",
        "region",
        "pillars",
        "declared",
        "start",
        "end",
        "decision",
        "tentative",
        "source",
        "note",
    ),
    "agenda": ("number", "name", "decision", "owner", "meeting", "source", "note"),
    "events": ("date", "end", "name", "region", "status", "tentative", "organisation", "source", "note"),
    "facilities": (
        "name",
        "kind",
        "region",
        "place",
        "opened",
        "status",
        "tentative",
        "owner",
        "source",
        "note",
    ),
    "partnerships": ("name", "kind", "parties", "region", "date", "status", "source", "note"),
    "roles": ("name", "person", "organisation", "role", "object", "source", "note"),
    "quantities": ("name", "value", "period", "status", "nature", "region", "about", "source", "note"),
    "targets": (
        "name",
        "baseline",
        "baseline_period",
        "baseline_survey",
        "target",
        "target_period",
        "owner",
        "region",
        "decision",
        "source",
        "note",
    ),
    "laws": ("name", "kind", "status", "date", "owner", "source", "note"),
    "indicators": ("name", "pillars", "unit", "nature", "region", "coverage", "period", "source", "note"),
    "facts": (
        "table",
        "name",
        "value",
        "period",
        "region",
        "status",
        "decision",
        "tentative",
        "source",
        "note",
    ),
}
# Where there is little room: what a row is about, its figure or outcome, and where that stands.
BRIEF = ("name", "value", "date", "target", "region", "decision", "status", "source")
# What stands beside a figure, and after a document, where texts are taken apart for other programs.
_PARTS = {
    "value": ("value", "unit", "qualifier"),
    "baseline": ("baseline", "baseline_qualifier"),
    "target": ("target", "unit", "target_qualifier"),
    "source": ("source", "where"),
}
NUMBERS = ("value", "baseline", "target", "declared", "order", "rank")
DATES = ("date", "end", "start", "opened", "period", "baseline_period", "target_period")
ORDINALS = ("number", "rank", "declared", "order")


def cells(
    material: View | Records, lang: str, columns: Sequence[str] | None = None, *, values: bool = False
) -> pd.DataFrame:
    """The rows of a View or Records as readable texts, columns headed in words.

    ``columns`` chooses and orders the columns by id (``COLUMNS``; of a View: region, value, rank, period, source,
    note). Columns that say nothing in any row are left out, unless chosen. With ``values`` numbers stay numbers beside
    a column of units, dates stay ISO, and ids and region codes are given, for use in other programs.
    """
    if isinstance(material, View):
        table = _raw_view(material, lang) if values else _view(material, lang)
    else:
        table = _records(material, lang, columns, values)
    return _headed(table, lang, columns)


def _headed(table: pd.DataFrame, lang: str, columns: Sequence[str] | None) -> pd.DataFrame:
    say = words(lang)
    if columns is not None:
        table = table[[column for column in columns if column in table]]
    else:
        table = table[
            [
                c
                for c in table.columns
                if c in ("region", "name", "value") or not table[c].isin(["", None]).all()
            ]
        ]
    return table.rename(columns={c: say.get(f"column.{c}") or c for c in table.columns})


def is_numeric(column: str, lang: str) -> bool:
    """Whether a worded header stands over figures, which are set flush right."""
    say = words(lang)
    return column in {say(f"column.{c}") for c in NUMBERS}


# --- a View ---


def _view(view: View, lang: str) -> pd.DataFrame:
    """One row a region and period, the nation and groups first; a column per indicator if there are several."""
    say = words(lang)
    rows = []
    for key, row in _rows(view):
        cell = _line(view, key, lang, raw=False)
        for indicator in view.columns:
            name = "value" if len(view.columns) == 1 else clean(indicator.short[lang])
            cell[name] = _value(row[indicator.id], indicator, say)
        rows.append(cell | _behind(view, key, row, say, ranked=len(view.columns) == 1))
    return pd.DataFrame(rows, columns=_order(rows, ["region", "value"]), dtype="object").fillna("")


def _order(rows: list[dict], first: list[str]) -> list[str]:
    """All columns in order of first use, some of them in front even without rows."""
    return list(
        dict.fromkeys([*(c for c in first if not rows or c in rows[0]), *(c for row in rows for c in row)])
    )


def _rows(view: View) -> list[tuple[tuple[str, str], pd.Series]]:
    """Every (region, period) with a value, and each region without one: of one indicator in the latest period."""
    found = [(key, row) for key, row in view.reference.iterrows()]
    known = view.frame[[(i.id, "value") for i in view.columns]].notna().any(axis=1)
    reporting = set(known[known].index.get_level_values("region")) if len(view.columns) > 1 else set()
    for key, row in view.frame.iterrows():
        if known[key] or (key[1] == view.period and key[0] not in reporting):
            found.append((key, row))
    return found  # type: ignore[return-value]


def _line(view: View, key: tuple[str, str], lang: str, *, raw: bool) -> dict[str, object]:
    region, when = key
    line: dict[str, object] = {"region": clean(view.name(region, lang))}
    return line | ({"region_code": region, "period": when} if raw else {"period": period(when, lang)})


def _value(row: pd.Series, indicator: Indicator, say: Words) -> str:
    if pd.isna(row["value"]) or row["value"] == "":
        reason = row["missing_reason"] if pd.notna(row["missing_reason"]) else ""
        return say.get(f"missing.{reason}") or say("missing.none")
    return captions.value_text(row, indicator, say.lang)


def _behind(
    view: View, key: tuple[str, str], row: pd.Series, say: Words, *, ranked: bool
) -> dict[str, object]:
    """Rank, source and note of a row."""
    parts = [row[i.id] for i in view.columns]
    cited = dict.fromkeys(_cited(view.sources, p["source"], p["where"], say) for p in parts)
    notes = dict.fromkeys(_filled(p[f"note_{say.lang}"]) for p in parts)
    rank = _rank(view, key) if ranked else ""
    return {
        "rank": rank and say("chart.rank", rank=rank),
        "source": " / ".join(filter(None, cited)),
        "note": " / ".join(filter(None, notes)),
    }


def _rank(view: View, key: tuple[str, str]) -> str:
    if key[1] != view.period or key[0] not in view.latest.index:
        return ""
    rank = view.latest.loc[key[0], "rank"]
    return "" if pd.isna(rank) else f"{rank:.0f}"


def _raw_view(view: View, lang: str) -> pd.DataFrame:
    """One row an observation: code, ISO period, number, unit, and everything that qualifies it."""
    say = words(lang)
    rows = []
    for key, row in _rows(view):
        for indicator in view.columns:
            part = row[indicator.id]
            known = pd.notna(part["value"]) and part["value"] != ""
            cell = {"indicator": clean(indicator.title[lang])} | _line(view, key, lang, raw=True)
            cell |= {"value": part["value"] if known else None, "unit": clean(indicator.unit[lang])}
            cell |= {
                "qualifier": _qualifier(part["qualifier"], say) if known else "",
                "status": _worded(say, "status", part["status"]) if known else "",
            }
            source, where = _source(view.sources, part["source"], lang), _filled(part["where"])
            cell |= {"source": source, "where": place(where, lang), "derived": _filled(part["derived"])}
            reason = "" if known else _value(part, indicator, say)
            rank = _rank(view, key) if len(view.columns) == 1 else ""
            cell |= {"rank": int(rank) if rank else None, "note": reason or _filled(part[f"note_{lang}"])}
            rows.append(cell)
    return pd.DataFrame(rows, columns=_order(rows, []) or ["region", "value"], dtype="object")


# --- Records ---


def _records(records: Records, lang: str, columns: Sequence[str] | None, values: bool) -> pd.DataFrame:
    say = words(lang)
    wanted = list(columns or COLUMNS.get(records.kind, ("name", "source", "note")))
    if values:
        wanted = ["id", *wanted] if columns is None else wanted
        wanted = [part for column in wanted for part in _PARTS.get(column, (column,))]
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
        return _amount(row, column, say)
    if column in DATES:
        return _date(row, column, say, values)
    if column in ("owner", "organisation", "parties", "parent", "strategy", "meeting", "object", "about"):
        return _named(value, records, say)
    if column.endswith("qualifier"):
        return _qualifier(value, say)
    return _worded(say, _vocabulary(row, column, records.kind), value)


def _qualifier(value: Any, say: Words) -> str:
    """The word before or after a figure, alone: ``약``, ``이상``."""
    known = say.get(f"qualifier.{_filled(value)}")
    return clean(known.replace("{value}", ""))


def _name(row: Row, records: Records, say: Words, values: bool) -> str:
    return clean(row[say.lang])


def _region(row: Row, records: Records, say: Words, values: bool) -> str:
    return say.list(
        [clean(records.atlas.name(code, say.lang)) for code in _filled(row["region"]).split(";") if code]
    )


def _of_source(row: Row, records: Records, say: Words, values: bool) -> str:
    if values:
        return _source(records.sources, row["source"], say.lang)
    return _cited(records.sources, row["source"], row["where"], say)


def _of_language(column: str) -> Callable[[Row, Records, Words, bool], str]:
    return lambda row, records, say, values: clean(_filled(row.get(f"{column}_{say.lang}", "")))


def _of_value(row: Row, records: Records, say: Words, values: bool) -> object:
    return _number(row["value"], True) if values else _amount(row, "value", say)


_OWN: dict[str, Callable[[Row, Records, Words, bool], object]] = {
    "name": _name,
    "region": _region,
    "source": _of_source,
    "where": lambda row, records, say, values: place(_filled(row["where"]), say.lang),
    "value": _of_value,
    **{c: _of_language(c) for c in ("note", "place", "person", "renamed_from", "baseline_survey", "unit")},
}


def _amount(row: Row, column: str, say: Words) -> str:
    """A figure of a record with its unit, qualifier and, when it is no result, its status."""
    if pd.isna(row[column]):
        return ""
    qualifier = row.get("qualifier" if column == "value" else f"{column}_qualifier", "") or "exact"
    return amount(float(row[column]), Text(row["unit_ko"], row["unit_en"]), say.lang, None, qualifier)


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
        return _filled(row[column])
    if column == "target_period" and not _filled(row[column]):
        return say("chart.unstated_year")
    return period(row[column], say.lang) if _filled(row[column]) else ""


def _named(value: Any, records: Records, say: Words) -> str:
    """The names behind ids: organisations, plans, events; a region code may stand among them."""
    found = []
    for id_ in _filled(value).split(";"):
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


def _worded(say: Words, section: str, value: Any) -> str:
    """Ids of a vocabulary in words; what has none stands as it is."""
    parts = [part for part in _filled(value).split(";") if part]
    return say.list([say.get(f"{section}.{part}") or clean(part) for part in parts])


# --- common ---


def _filled(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _source(sources: Sequence[Source], id_: Any, lang: str) -> str:
    return next((clean(s.publisher[lang]) for s in sources if s.id == id_), _filled(id_))


def _cited(sources: Sequence[Source], id_: Any, where: Any, say: Words) -> str:
    """Publisher and place: ``광주일보 L11``."""
    return " ".join(filter(None, [_source(sources, id_, say.lang), place(_filled(where), say.lang)]))
