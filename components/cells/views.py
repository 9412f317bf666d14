"""A View as rows of readable texts, or of values for other programs."""

from __future__ import annotations

from typing import Any

import pandas as pd

from components import absent, captions, cited
from components.cells.texts import filled, qualifier, worded
from components.labels import clean, period, place
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.view import NATION, View

Key = tuple[str, str]  # region and period
Part = dict[Any, Any]  # one observation, by field
Row = dict[str, Part]  # the observations of a region and period, by indicator


def of_view(view: View, lang: str) -> pd.DataFrame:
    """One row a region and period, the nation first, groups last; a column per indicator if there are several."""
    say = words(lang)
    rows = []
    for key, row in _rows(view):
        cell = _line(view, key, lang, raw=False)
        for indicator in view.columns:
            name = "value" if len(view.columns) == 1 else clean(indicator.short[lang])
            cell[name] = _value(view, key[0], row[indicator.id], indicator, lang)
        rows.append(cell | _behind(view, key, row, say, ranked=len(view.columns) == 1))
    return pd.DataFrame(rows, columns=_order(rows, ["region", "value"]), dtype="object").fillna("")


def _order(rows: list[dict], first: list[str]) -> list[str]:
    """All columns in order of first use, some of them in front even without rows."""
    return list(
        dict.fromkeys([*(c for c in first if not rows or c in rows[0]), *(c for row in rows for c in row)])
    )


def _rows(view: View) -> list[tuple[Key, Row]]:
    """Every (region, period) with a value, and each region without one: of one indicator in the latest period."""
    others, frame = _listed(view, view.reference), _listed(view, view.frame)
    known = {key for key, row in frame if any(_is_known(part) for part in row.values())}
    reporting = {region for region, _ in known} if len(view.columns) > 1 else set()
    found = [
        (key, row)
        for key, row in frame
        if key in known or (key[1] == view.period and key[0] not in reporting)
    ]
    nation = [(key, row) for key, row in others if key[0] == NATION]
    return [*nation, *found, *((key, row) for key, row in others if key[0] != NATION)]


def _listed(view: View, frame: pd.DataFrame) -> list[tuple[Key, Row]]:
    """The rows of a frame as plain dicts by indicator, which are read much faster."""
    if not len(frame):
        return []
    columns = {each.id: frame[each.id].to_dict("records") for each in view.columns}
    return [(key, {id_: rows[n] for id_, rows in columns.items()}) for n, key in enumerate(frame.index)]


def _is_known(part: Part) -> bool:
    return pd.notna(part["value"]) and part["value"] != ""


def _line(view: View, key: Key, lang: str, *, raw: bool) -> dict[str, object]:
    region, when = key
    line: dict[str, object] = {"region": clean(view.name(region, lang))}
    return line | ({"region_code": region, "period": when} if raw else {"period": period(when, lang)})


def _value(view: View, code: str, row: Part, indicator: Indicator, lang: str) -> str:
    """The value in words, or why there is none and what is known instead."""
    if not _is_known(row):
        return absent.why(view, code, row, indicator, lang)
    return captions.value_text(row, indicator, lang)


def _behind(view: View, key: Key, row: Row, say: Words, *, ranked: bool) -> dict[str, object]:
    """Rank, source and note of a row."""
    parts = [row[i.id] for i in view.columns]
    documents = dict.fromkeys(cited.in_cell(view.sources, p["source"], p["where"], say) for p in parts)
    notes = dict.fromkeys(filled(p[f"note_{say.lang}"]) for p in parts)
    rank = _rank(view, key) if ranked else ""
    return {
        "rank": rank and say("chart.rank", rank=rank),
        "source": " / ".join(filter(None, documents)),
        "note": " / ".join(filter(None, notes)),
    }


def _rank(view: View, key: Key) -> str:
    rank = view.latest["rank"].get(key[0]) if key[1] == view.period else None
    return "" if rank is None or pd.isna(rank) else f"{rank:.0f}"


def raw_of_view(view: View, lang: str) -> pd.DataFrame:
    """One row an observation: code, ISO period, number, unit, and everything that qualifies it."""
    say = words(lang)
    rows = [_raw(view, key, row, each, say) for key, row in _rows(view) for each in view.columns]
    return pd.DataFrame(rows, columns=_order(rows, []) or ["region", "value"], dtype="object")


def _raw(view: View, key: Key, row: Row, indicator: Indicator, say: Words) -> dict[str, object]:
    part, lang = row[indicator.id], say.lang
    known = _is_known(part)
    rank = _rank(view, key) if len(view.columns) == 1 else ""
    return {
        "indicator": clean(indicator.title[lang]),
        **_line(view, key, lang, raw=True),
        "value": part["value"] if known else None,
        "unit": clean(indicator.unit[lang]),
        "qualifier": qualifier(part["qualifier"], say) if known else "",
        "status": worded(say, "status", part["status"]) if known else "",
        "source": cited.publishers(view.sources, part["source"], lang),
        "where": place(filled(part["where"]), lang),
        "derived": filled(part["derived"]),
        "rank": int(rank) if rank else None,
        "note": ("" if known else _value(view, key[0], part, indicator, lang))
        or filled(part[f"note_{lang}"]),
    }
