"""Places in sentences: what a region is strong and weak in, and which regions are like it, as a page says it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from components import captions
from components.contents.profile import best_text
from components.labels import clean, number, period
from components.wording import words
from datasets.view import View


def sentences(view: View, table: pd.DataFrame, lang: str) -> list[str]:
    """A sentence for each row of ``datasets.standing.standings``: indicator, place, value, period, and the best."""
    meant = {indicator.id: indicator for indicator in view.columns}
    return [_sentence(view, meant[row["indicator"]], row, lang) for row in table.to_dict("records")]


def _sentence(view: View, indicator: Any, row: dict[Any, Any], lang: str) -> str:
    say = words(lang)
    fields = dict(
        name=clean(indicator.short[lang]),
        place=int(row["place"]),
        of=row["of"],
        value=captions.value_text(row, indicator, lang),
        period=period(row["period"], lang),
    )
    told = say("places.shared" if row["place"] in row["others"] else "places.alone", **fields)
    best = best_text(view, indicator, row, say) if row["best"] != row["region"] else ""
    return " ".join(filter(None, [told, best and f"{best}."]))


def unjudged(table: pd.DataFrame, side: str, lang: str) -> str:
    """Why a list of strengths or weaknesses is empty."""
    judged = int(table["judged"].sum())
    return words(lang)(f"places.no_{side}", n=judged) if judged else words(lang)("places.none_judged")


def likeness(row: dict[Any, Any], view: View, lang: str) -> str:
    """``울산 · 거리 0.27 · 함께 공표한 지표 20개``: a near region with how near it is."""
    name, distance = view.name(row["region"], lang), number(row["distance"], 2)
    return words(lang)("places.near", name=name, distance=distance, n=row["shared"])
