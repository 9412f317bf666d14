"""Standings as rows of readable texts, or of values for other programs: an indicator and a region a row."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from components import absent, captions, cited
from components.cells.texts import filled, qualifier, worded
from components.contents.profile import place_text
from components.labels import amount, clean, number, period, place
from components.wording import Words, words
from datasets import standing
from datasets.indicators import Indicator
from datasets.view import View

Row = dict[Any, Any]
COLUMNS = ("indicator", "region", "value", "period", "rank") + (
    "national",
    "to_national",
    "best",
    "to_best",
    "source",
)


def of_standings(view: View, lit: Collection[str], lang: str) -> pd.DataFrame:
    """One row for each indicator and lit region, in words: value, period, place, distances to the nation and the best.

    A region without a figure says why, where another of the lit ones has one or others report in its stead.
    """
    say, codes = words(lang), _codes(view, lit)
    rows = [
        _worded(view, indicator, row, say) if "value" in row else _absent(view, indicator, row, say)
        for indicator, row in _rows(view, codes)
    ]
    columns = [c for c in COLUMNS if c != "region" or len(codes) > 1]
    return pd.DataFrame(rows, columns=columns, dtype="object").fillna("")


def raw_of_standings(view: View, lit: Collection[str], lang: str) -> pd.DataFrame:
    """The same with codes, ISO periods and numbers, each with what qualifies it."""
    say = words(lang)
    rows = [
        _raw(view, indicator, row, say) for indicator, row in _rows(view, _codes(view, lit)) if "value" in row
    ]
    return pd.DataFrame(
        rows, columns=list(rows[0]) if rows else ["indicator", "region", "value"], dtype="object"
    )


def difference(value: float, indicator: Indicator, say: Words) -> str:
    """A distance with its sign and unit: ``+3.2%p``, ``−120건``; between shares it is in percentage points."""
    if math.isnan(value):
        return ""
    if indicator.unit.ko == "%":
        written = number(abs(value), indicator.decimals) + say("standings.points")
    else:
        written = amount(abs(value), indicator.unit, say.lang, indicator.decimals)
    nothing = round(abs(value), indicator.decimals) == 0
    return written if nothing else f"{'+' if value > 0 else '−'}{written}"


def _codes(view: View, lit: Collection[str]) -> list[str]:
    """The lit regions and groups in official order; all regions where none is lit."""
    order = [region.code for region in (*view.regions, *view.atlas.rows) if region.code in lit]
    return list(dict.fromkeys(order)) or [region.code for region in view.regions]


def _rows(view: View, codes: Sequence[str]) -> list[tuple[Indicator, Row]]:
    """Every indicator one of the regions reports, with a row for each; rows without a value only say why."""
    tables = standing.standings_and_elsewhere(view, codes)
    known = {(row["indicator"], row["region"]): row for table in tables for row in table.to_dict("records")}
    told = {id_ for id_, _ in known}
    return [
        (indicator, known.get((indicator.id, code), {"region": code}))
        for indicator in view.columns
        for code in codes
        if indicator.id in told
    ]


def _worded(view: View, indicator: Indicator, row: Row, say: Words) -> Row:
    best = (
        ""
        if not row["best"]
        else f"{view.name(row['best'], say.lang)} {_amount(row['best_value'], indicator, say)}"
    )
    return {
        "indicator": clean(indicator.short[say.lang]),
        "region": clean(view.name(row["region"], say.lang)),
        "value": captions.value_text(row, indicator, say.lang),
        "period": period(row["period"], say.lang),
        "rank": "–" if pd.isna(row["place"]) else place_text(row, say),
        "national": _amount(row["national"], indicator, say),
        "to_national": difference(row["to_national"], indicator, say),
        "best": best,
        "to_best": difference(row["to_best"], indicator, say),
        "source": cited.publishers(view.sources, row["source"], say.lang),
    }


def _absent(view: View, indicator: Indicator, row: Row, say: Words) -> Row:
    """A region without a figure: why, and what is known instead."""
    told = {"missing_reason": "", "derived": ""} | row
    return {
        "indicator": clean(indicator.short[say.lang]),
        "region": clean(view.name(row["region"], say.lang)),
        "value": absent.why(view, row["region"], pd.Series(told), indicator, say.lang),
        "period": period(row["period"], say.lang) if "period" in row else "",
        "source": cited.publishers(view.sources, row.get("source", ""), say.lang),
    }


def _raw(view: View, indicator: Indicator, row: Row, say: Words) -> Row:
    lang = say.lang
    return {
        "indicator": clean(indicator.title[lang]),
        "region": clean(view.name(row["region"], lang)),
        "region_code": row["region"],
        "period": row["period"],
        "value": row["value"],
        "unit": clean(indicator.unit[lang]),
        "qualifier": qualifier(row["qualifier"], say),
        "status": worded(say, "status", row["status"]),
        "rank": None if pd.isna(row["place"]) else int(row["place"]),
        "among": row["of"],
        "national": _known(row["national"]),
        "to_national": _rounded(row["to_national"], indicator),
        "best": clean(view.name(row["best"], lang)) if row["best"] else "",
        "best_code": row["best"],
        "best_value": _known(row["best_value"]),
        "to_best": _rounded(row["to_best"], indicator),
        "source": cited.publishers(view.sources, row["source"], lang),
        "where": place(filled(row["where"]), lang),
    }


def _amount(value: float, indicator: Indicator, say: Words) -> str:
    return "" if math.isnan(value) else amount(value, indicator.unit, say.lang, indicator.decimals)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def _rounded(value: float, indicator: Indicator) -> float | None:
    """A difference without the digits that come from computing it."""
    return None if math.isnan(value) else round(value, max(indicator.decimals, 6))
