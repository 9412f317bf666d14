"""Where regions stand: place among those reporting, distance to the nation and to the best, strengths and weaknesses."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from datasets.indicators import Indicator
from datasets.view import MOST, View, reference_value

QUARTER = 0.25  # the best quarter of the regions are strengths, the last quarter weaknesses
LEAST_SHARED = 8  # indicators two regions must share to be called near
STANDING = ["indicator", "region", "period", "value", "place", "of", "national", "to_national", "best", "to_best"]


def standings(view: View, codes: Collection[str]) -> pd.DataFrame:
    """One row for each indicator and region that reports it: ``STANDING``, ``place`` counted from the best.

    Where more is neither better nor worse the largest comes first and there is no best. ``place`` and the distances
    are NaN where the coverage rule forbids a ranking. ``national`` is the published or computed national figure.
    """
    rows = [row for indicator in view.columns for row in _standings(view, indicator, codes)]
    return pd.DataFrame(rows, columns=STANDING)


def _standings(view: View, indicator: Indicator, codes: Collection[str]) -> Iterable[dict[str, object]]:
    if indicator.kind != "number":
        return
    table, reach = view.column(indicator.id), view.coverage[indicator.id]
    values = table["value"].dropna()
    signed = values if indicator.better != "less" else -values
    places = signed.rank(ascending=False, method="min")
    national = _national(view, indicator)
    best = signed.idxmax() if reach.may_rank and indicator.better != "neither" else None
    for code in codes:
        value = values.get(code, reference_value(view, code, indicator.id))
        if value is None or np.isnan(value):
            continue
        ranked = reach.may_rank and code in values
        yield {
            "indicator": indicator.id,
            "region": code,
            "period": view.period_of(indicator.id),
            "value": value,
            "place": places[code] if ranked else np.nan,
            "of": reach.k,
            "national": national,
            "to_national": value - national,
            "best": best or "",
            "to_best": value - values[best] if best else np.nan,
        }


def _national(view: View, indicator: Indicator) -> float:
    """The national figure, where a region's can be held against it: a nation's total is no yardstick for a part."""
    national = view.national(indicator.id)
    return np.nan if national is None or indicator.aggregation == "sum" else national


def strengths(view: View, code: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The indicators in which a region is in the best and in the last quarter of those reporting, as ``standings``.

    Only indicators that say which way is better and that most regions report (``datasets.view.MOST``) count.
    """
    judged = [i for i in view.columns if i.better != "neither" and view.coverage[i.id].rule == MOST]
    table = standings(view, [code])
    table = table[table["indicator"].isin([i.id for i in judged])]
    share = (table["place"] - 1) / (table["of"] - 1)
    table = table.assign(share=share).sort_values("share", kind="stable")
    return table[table["share"] <= QUARTER], table[table["share"] >= 1 - QUARTER].iloc[::-1]


def nearest(view: View, code: str, n: int = 3) -> pd.DataFrame:
    """The regions whose profile is nearest: columns ``region``, ``distance``, ``shared``, the nearest first.

    Profiles are z-scores over the regions of every indicator that most of them report; the distance is the root of
    the mean squared difference over the indicators both report, at least ``LEAST_SHARED``.
    """
    scores = _scores(view)
    if code not in scores.index:
        return pd.DataFrame(columns=["region", "distance", "shared"])
    apart = (scores - scores.loc[code]) ** 2
    shared = apart.notna().sum(axis=1)
    table = pd.DataFrame({"distance": np.sqrt(apart.mean(axis=1)), "shared": shared})
    table = table[(table["shared"] >= LEAST_SHARED) & (table.index != code)]
    return table.sort_values("distance", kind="stable").head(n).rename_axis("region").reset_index()


def _scores(view: View) -> pd.DataFrame:
    """z-scores: one row a region, one column an indicator that most regions report as a number."""
    told = [i for i in view.columns if i.kind == "number" and view.coverage[i.id].rule == MOST]
    values = pd.DataFrame({i.id: view.column(i.id)["value"].astype(float) for i in told})
    spread = values.std(ddof=0)
    return ((values - values.mean()) / spread.where(spread > 0)).dropna(axis=1, how="all")
