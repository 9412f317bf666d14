"""A View as rows of readable texts, or of values for other programs."""

from __future__ import annotations

import pandas as pd

from components import captions
from components.cells.texts import cited, filled, qualifier, source, worded
from components.labels import clean, period, place
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.view import View


def of_view(view: View, lang: str) -> pd.DataFrame:
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
    documents = dict.fromkeys(cited(view.sources, p["source"], p["where"], say) for p in parts)
    notes = dict.fromkeys(filled(p[f"note_{say.lang}"]) for p in parts)
    rank = _rank(view, key) if ranked else ""
    return {
        "rank": rank and say("chart.rank", rank=rank),
        "source": " / ".join(filter(None, documents)),
        "note": " / ".join(filter(None, notes)),
    }


def _rank(view: View, key: tuple[str, str]) -> str:
    if key[1] != view.period or key[0] not in view.latest.index:
        return ""
    rank = view.latest.loc[key[0], "rank"]
    return "" if pd.isna(rank) else f"{rank:.0f}"


def raw_of_view(view: View, lang: str) -> pd.DataFrame:
    """One row an observation: code, ISO period, number, unit, and everything that qualifies it."""
    say = words(lang)
    rows = [_raw(view, key, row, each, say) for key, row in _rows(view) for each in view.columns]
    return pd.DataFrame(rows, columns=_order(rows, []) or ["region", "value"], dtype="object")


def _raw(
    view: View, key: tuple[str, str], row: pd.Series, indicator: Indicator, say: Words
) -> dict[str, object]:
    part, lang = row[indicator.id], say.lang
    known = pd.notna(part["value"]) and part["value"] != ""
    rank = _rank(view, key) if len(view.columns) == 1 else ""
    return {
        "indicator": clean(indicator.title[lang]),
        **_line(view, key, lang, raw=True),
        "value": part["value"] if known else None,
        "unit": clean(indicator.unit[lang]),
        "qualifier": qualifier(part["qualifier"], say) if known else "",
        "status": worded(say, "status", part["status"]) if known else "",
        "source": source(view.sources, part["source"], lang),
        "where": place(filled(part["where"]), lang),
        "derived": filled(part["derived"]),
        "rank": int(rank) if rank else None,
        "note": ("" if known else _value(part, indicator, say)) or filled(part[f"note_{lang}"]),
    }
