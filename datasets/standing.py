"""Where regions stand: place among those reporting, distance to the nation and to the best, strengths and weaknesses.

A region is read in the latest period in which it has a result itself, beside those that report the same period; so no
figure is lost because others, or the nation alone, are a year ahead.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from datasets.bases import NATION
from datasets.indicators import Indicator
from datasets.view import MOST, Coverage, View

QUARTER = 0.25  # the best quarter of the regions are strengths, the last quarter weaknesses
LEAST_SHARED = 8  # indicators two regions must share to be called near
STRENGTH, WEAKNESS = "strength", "weakness"
AHEAD = ("planned", "target")  # statuses of what has not happened
STANDING = (
    ["indicator", "region", "period", "value", "status", "qualifier"]
    + ["place", "of", "rule", "judged", "side", "others"]
    + ["national", "to_national", "best", "best_value", "to_best", "source", "where"]
)
ELSEWHERE = ["indicator", "region", "period", "missing_reason", "derived", "source", "where"]
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
    for column in _columns(view):
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
    table = standings(view, [code])
    share = table["place"].astype(float) / table["of"]
    ordered = table.assign(share=share).sort_values("share", kind="stable")
    best, last = (ordered[ordered["side"] == side].drop(columns="share") for side in (STRENGTH, WEAKNESS))
    return best, last.iloc[::-1]


def nearest(view: View, code: str, n: int = 3) -> pd.DataFrame:
    """The regions whose profile is nearest: columns ``region``, ``distance``, ``shared``, the nearest first.

    Profiles are z-scores over the regions of every indicator that most of them report; the distance is the root of
    the mean squared difference over the indicators both report, at least ``LEAST_SHARED``.
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
    for column in _columns(view):
        at = column.latest(code) if column.indicator.kind == "number" else None
        if at is None or column.reach(at, column.results(at)).rule != MOST:
            continue
        values = np.array(column.results(at), dtype=float)
        spread = np.nanstd(values)
        if spread > 0:
            found.append((values - np.nanmean(values)) / spread)
    return found


@dataclass(frozen=True)
class _Part:
    """One frame of a View as a grid: the codes down, the view's periods across, and the row each pair stands in (or -1).

    ``frame`` is bare of its index: of a hundred indicators it is asked hundreds of times, and an index costs each time.
    """

    frame: pd.DataFrame
    columns: dict[tuple[str, str], int]
    codes: tuple[str, ...]
    rows: np.ndarray

    def over_periods(self, id_: str, name: str, code: str) -> list[Any]:
        """One field of an indicator for a code, period by period; None where there is nothing."""
        return _known(self._array(id_, name).take(self.rows[self.codes.index(code)], allow_fill=True))

    def over_codes(self, id_: str, name: str, period: int) -> list[Any]:
        """One field of an indicator in a period, code by code; None where there is nothing."""
        return _known(self._array(id_, name).take(self.rows[:, period], allow_fill=True))

    def cell(self, id_: str, name: str, code: str, period: int) -> Any:
        """One field of an indicator for a code and a period; None where there is nothing."""
        row = self.rows[self.codes.index(code), period]
        cell = self._array(id_, name)[row] if row >= 0 else None
        return None if cell != cell else cell

    def _array(self, id_: str, name: str) -> Any:
        return self.frame[self.columns[id_, name]].array


def _known(cells: Any) -> list[Any]:
    return [None if cell != cell else cell for cell in cells.tolist()]


def _columns(view: View) -> list[_Column]:
    """The indicators of a view, ready to be asked for single cells."""
    regions = tuple(region.code for region in view.regions)
    parts = _part(view.frame, regions, view.periods), _part(view.reference, None, view.periods)
    return [_Column(view, indicator, parts) for indicator in view.columns]


def _part(frame: pd.DataFrame, codes: Sequence[str] | None, periods: Sequence[str]) -> _Part:
    index = frame.index
    where = np.full([len(level) for level in index.levels], -1)
    where[index.codes[0], index.codes[1]] = np.arange(len(index))
    codes = tuple(index.levels[0] if codes is None else codes)
    lines, columns = index.levels[0].get_indexer(codes), index.levels[1].get_indexer(list(periods) or [""])
    rows = np.where((lines[:, None] >= 0) & (columns >= 0), where[np.ix_(lines, columns)], -1)
    bare = frame.copy(deep=False)
    bare.index, bare.columns = pd.RangeIndex(len(frame)), range(len(frame.columns))
    return _Part(bare, {key: number for number, key in enumerate(frame.columns)}, codes, rows)


@dataclass(frozen=True)
class _Column:
    """One indicator of a view over its periods."""

    view: View
    indicator: Indicator
    parts: tuple[_Part, _Part]

    def part(self, code: str) -> _Part | None:
        """Where a code stands: among the regions or among the references."""
        return next((part for part in self.parts if code in part.codes), None)

    def latest(self, code: str) -> int | None:
        """The latest period with a result of a region, else with a plan or target; None where there is neither."""
        part, id_ = self.part(code), self.indicator.id
        values = part.over_periods(id_, "value", code) if part else []
        known = [at for at, value in enumerate(values) if value is not None]
        results = (at for at in reversed(known) if part and part.cell(id_, "status", code, at) not in AHEAD)
        return next(results, known[-1] if known else None)

    def results(self, period: int) -> list[Any]:
        """The figures of the regions in a period without plans and targets; None where there is none."""
        part, id_ = self.parts[0], self.indicator.id
        pairs = zip(
            part.over_codes(id_, "value", period), part.over_codes(id_, "status", period), strict=True
        )
        return [None if status in AHEAD else value for value, status in pairs]

    def reach(self, period: int, results: Sequence[Any]) -> Coverage:
        """How many regions have a result in a period; of what is only planned, how many plan."""
        k = _many(results) or _many(self.parts[0].over_codes(self.indicator.id, "value", period))
        return Coverage(k, len(self.view.regions), not self.indicator.incomparable)

    def national(self, period: int) -> float:
        if NATION not in self.parts[1].codes or self.indicator.kind != "number":
            return math.nan
        found = self.parts[1].cell(self.indicator.id, "value", NATION, period)
        return math.nan if found is None else found

    def told_instead(self, code: str) -> list[dict[str, Any]]:
        """For each period in which a region lacks a figure that others have: why, and theirs."""
        id_, part = self.indicator.id, self.parts[0]
        if code not in part.codes or not any(part.over_periods(id_, "missing_reason", code)):
            return []
        fields = {name: part.over_periods(id_, name, code) for name in ELSEWHERE[3:]}
        rows = [
            {"indicator": id_, "region": code, "period": period} | {name: cells[at] or "" for name, cells in fields.items()}
            for at, period in enumerate(self.view.periods)
        ]
        return [row for row in rows if row["missing_reason"] and row["derived"]]


def _many(cells: Sequence[Any]) -> int:
    return sum(cell is not None for cell in cells)


def _standing(column: _Column, code: str, at: int) -> dict[str, Any]:
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


def _ranked(column: _Column, mine: int, results: Sequence[Any], reach: Coverage) -> dict[str, Any]:
    """Place, side and distance to the best, where a ranking is allowed."""
    better, codes = column.indicator.better, column.parts[0].codes
    sign = -1 if better == "less" else 1
    known = {code: sign * value for code, value in zip(codes, results, strict=True) if value is not None}
    places = _places(list(known.values()))
    place = places[list(known).index(codes[mine])]
    others = sorted(places)
    others.remove(place)
    found = {"place": place, "others": tuple(others), "judged": better != "neither" and reach.rule == MOST}
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
