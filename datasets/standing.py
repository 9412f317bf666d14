"""Where regions stand: place among those reporting, distance to the nation and to the best, strengths and weaknesses.

A region is read in the latest period in which it has a result itself, beside those that report the same period; so no
figure is lost because others, or the nation alone, are a year ahead.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import pandas as pd

from datasets.columns import AHEAD, ELSEWHERE, Column, columns_of
from datasets.view import MOST, Coverage, View

QUARTER = 0.25  # the best quarter of the regions are strengths, the last quarter weaknesses
LEAST_SHARED = 8  # indicators two regions must share to be called near
SIDES = STRENGTH, WEAKNESS = "strength", "weakness"
STANDING = (
    ["indicator", "region", "period", "value", "status", "qualifier"]
    + ["place", "of", "rule", "judged", "side", "others"]
    + ["national", "to_national", "best", "best_value", "to_best", "source", "where"]
)
NEAREST = ["region", "distance", "shared"]


def standings(view: View, codes: Collection[str]) -> pd.DataFrame:
    """One row for each indicator and region (or group) that reports it: ``STANDING``, ``place`` counted from the best.

    Where more is neither better nor worse the largest comes first and there is no best. ``of`` is how many report the
    period and ``others`` their places; ``place`` and the distances are NaN where the coverage rule forbids a ranking,
    and for what is no result. ``judged`` tells that enough report and the direction is known, ``side`` then whether the
    region is among the best or the last quarter. ``national`` is the published or computed national figure;
    a nation's total is no yardstick for a part, so ``to_national`` is NaN for sums.
    """
    return standings_and_elsewhere(view, codes)[0]


def elsewhere(view: View, code: str) -> pd.DataFrame:
    """The indicators of which a region has no figure on this basis but others have it: ``ELSEWHERE``, a row each.

    ``missing_reason`` says why (before or after a merger), ``derived`` lists the figures there are by code.
    """
    return standings_and_elsewhere(view, [code])[1]


def standings_and_elsewhere(view: View, codes: Collection[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both at once, which is twice as fast."""
    held: list[dict[str, Any]] = []
    lacking: list[dict[str, Any]] = []
    for column in columns_of(view):
        for code in codes:
            at = column.latest(code)
            if at is None:
                lacking += column.told_instead(code)[-1:]
            else:
                held.append(_standing(column, code, at))
    return pd.DataFrame(held, columns=STANDING), pd.DataFrame(lacking, columns=ELSEWHERE)


def strengths(view: View, code: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The indicators in which a region is in the best and in the last quarter of those reporting, as ``standings``.

    Only indicators that say which way is better and that most regions report (``datasets.view.MOST``) count. A place
    shared by more than a quarter of the regions is neither. The most telling ones come first.
    """
    return sides(standings(view, [code]))


def sides(table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The same from ``standings`` that are there already."""
    ordered = table.loc[_share(table).sort_values(kind="stable").index]
    best, last = (ordered[ordered["side"] == side] for side in (STRENGTH, WEAKNESS))
    return best, last.iloc[::-1]


def foremost(table: pd.DataFrame, first: Sequence[str], n: int) -> pd.DataFrame:
    """At most ``n`` of ``standings``: the results of these indicators first, then those best placed for the better."""
    told = table[table["indicator"].isin(first) & ~table["status"].isin(AHEAD)]
    placed = table[
        table["place"].notna() & (table["best"] != "") & ~table["indicator"].isin(told["indicator"])
    ]
    told = told.sort_values("indicator", key=lambda ids: ids.map(list(first).index), kind="stable")
    return pd.concat([told, placed.loc[_share(placed).sort_values(kind="stable").index]]).head(n)


def _share(table: pd.DataFrame) -> pd.Series:
    """Place divided by how many report."""
    return table["place"].astype(float) / table["of"]


def nearest(view: View, code: str, n: int = 3) -> pd.DataFrame:
    """The regions whose profile is nearest: columns ``region``, ``distance``, ``shared``, the nearest first.

    Profiles are z-scores over the regions of every indicator that most of them report; the distance is the root of
    the mean squared difference over the indicators both report, at least ``LEAST_SHARED``. Totals are left out, since
    they would only find regions of like size: ask a view that divides them.
    """
    codes = [region.code for region in view.regions]
    scores = _scores(view, code) if code in codes else []
    if not scores:
        return pd.DataFrame(columns=NEAREST)
    apart = np.array(scores)
    apart = (apart - apart[:, [codes.index(code)]]) ** 2
    shared = (~np.isnan(apart)).sum(axis=0)
    distance = np.sqrt(np.nansum(apart, axis=0) / np.maximum(shared, 1))
    table = pd.DataFrame({"region": codes, "distance": distance, "shared": shared})
    table = table[(table["shared"] >= LEAST_SHARED) & (table["region"] != code)]
    return table.sort_values("distance", kind="stable").head(n).reset_index(drop=True)


def _scores(view: View, code: str) -> list[np.ndarray]:
    """z-scores of the regions, an array for each indicator the region and most others report in the same period."""
    found = []
    for column in columns_of(view):
        it = column.indicator
        like = it.kind == "number" and it.aggregation != "sum" and it.levels[0] == view.level
        at = column.latest(code) if like else None
        if at is None or column.reach(at, column.results(at)).rule != MOST:
            continue
        values = np.array(column.results(at), dtype=float)
        spread = np.nanstd(values)
        if spread > 0:
            found.append((values - np.nanmean(values)) / spread)
    return found


def _standing(column: Column, code: str, at: int) -> dict[str, Any]:
    """The row of one region in one period."""
    id_, part = column.indicator.id, column.part(code)
    assert part is not None
    status = part.cell(id_, "status", code, at) or "actual"
    row = dict(_UNRANKED) | {
        "indicator": id_,
        "region": code,
        "period": column.view.periods[at],
        "value": part.cell(id_, "value", code, at),
        "status": status,
        "qualifier": part.cell(id_, "qualifier", code, at) or "exact",
        "national": column.national(at),
        "source": part.cell(id_, "source", code, at) or "",
        "where": part.cell(id_, "where", code, at) or "",
    }
    results = column.results(at)
    reach = column.reach(at, results)
    row |= {"of": reach.k, "rule": reach.rule}
    if column.indicator.kind != "number" or status in AHEAD:
        return row
    if column.indicator.aggregation != "sum":
        row["to_national"] = row["value"] - row["national"]
    if reach.may_rank and part is column.parts[0]:
        row |= _ranked(column, part.codes.index(code), results, reach)
    return row


_UNRANKED = {
    "place": math.nan, "judged": False, "side": "", "others": (), "to_national": math.nan,
    "best": "", "best_value": math.nan, "to_best": math.nan,
}  # fmt: skip


def _ranked(column: Column, mine: int, results: Sequence[Any], reach: Coverage) -> dict[str, Any]:
    """Place, side and distance to the best, where a ranking is allowed."""
    better, codes = column.indicator.better, column.parts[0].codes
    sign = -1 if better == "less" else 1
    known = {code: sign * value for code, value in zip(codes, results, strict=True) if value is not None}
    places = _places(list(known.values()))
    place = places[list(known).index(codes[mine])]
    others = sorted(places)
    others.remove(place)
    found = {"place": place, "others": tuple(others), "judged": _judges(column, reach)}
    if found["judged"]:
        found["side"] = _side(place, places)
    if better != "neither":
        best = max(known, key=known.__getitem__)
        found |= {
            "best": best,
            "best_value": sign * known[best],
            "to_best": sign * (known[codes[mine]] - known[best]),
        }
    return found


def _judges(column: Column, reach: Coverage) -> bool:
    """Whether a place says something good or bad: the direction known, most reporting, published for this level.

    What is only added up from parts repeats what the level publishes itself.
    """
    own = column.indicator.levels[0] == column.view.level
    return own and column.indicator.better != "neither" and reach.rule == MOST


def _places(values: Sequence[float]) -> list[int]:
    """The place of each value, the largest first; equal values share the better place."""
    ordered = sorted(values)
    return [len(ordered) - bisect_right(ordered, value) + 1 for value in values]


def _side(place: int, places: Sequence[int]) -> str:
    """The best or the last quarter; who shares a place stands with all that share it."""
    quarter = len(places) * QUARTER
    if place + places.count(place) - 1 <= quarter:
        return STRENGTH
    return WEAKNESS if len(places) - place + 1 <= quarter else ""


def lacking(view: View, code: str) -> list[str]:
    """The indicators that most regions report in the period shown, but not this one: where its figures have gaps."""
    codes = [region.code for region in view.regions]
    if code not in codes:
        return []
    most = [column for column in view.columns if view.coverage[column.id].rule == MOST]
    return [column.id for column in most if pd.isna(view.column(column.id).at[code, "value"])]
