"""Figures carried from one basis to another: what a merger does to a column (DESIGN section 4)."""

from __future__ import annotations

import pandas as pd

from datasets.indicators import Indicator
from geo.regions import Basis, Regions


def carry(
    observations: pd.DataFrame, indicator: Indicator, regions: Regions, level: str, basis: Basis
) -> pd.DataFrame:
    """The observations of an indicator, completed for the units of a basis that have no figure of their own.

    A successor gets the sum of its predecessors when the indicator is a ``sum`` and all of them report; otherwise an
    empty row whose ``missing_reason`` is ``before_merger`` and whose note gives the predecessors' figures. A figure
    known only for a successor is never split: its predecessors get an empty row with ``after_merger``.
    """
    added = []
    for region in regions.of(level, basis.id):
        before = tuple(r.code for r in regions.predecessors(region.code))
        after = tuple(r.code for r in regions.successors(region.code))
        added += _from_predecessors(observations, indicator, before, region.code) if before else []
        added += _from_successors(observations, after, region.code) if after else []
    if not added:
        return observations
    extra = pd.DataFrame(added, columns=["region", "period", *observations.columns], dtype=object)
    text = [c for c in observations.columns if c != "value"]
    extra[text] = extra[text].fillna("").astype("str")
    extra["value"] = extra["value"].astype(observations["value"].dtype)
    return pd.concat([observations, extra.set_index(["region", "period"])])


def _from_predecessors(
    observations: pd.DataFrame, indicator: Indicator, predecessors: tuple[str, ...], code: str
) -> list[dict[str, object]]:
    rows = []
    before = observations[observations.index.isin(predecessors, level="region")]
    for period, group in before.groupby(level="period", sort=False):
        if (code, period) in observations.index:
            continue
        row = {"region": code, "period": period, **_shared(group)}
        if (
            indicator.aggregation == "sum"
            and len(group) == len(predecessors)
            and group["value"].notna().all()
        ):
            row |= {"value": group["value"].sum(), "derived": " + ".join(predecessors)}
        else:
            row |= {"value": float("nan"), "missing_reason": "before_merger", "derived": _listed(group)}
        rows.append(row)
    return rows


def _from_successors(
    observations: pd.DataFrame, successors: tuple[str, ...], code: str
) -> list[dict[str, object]]:
    after = observations[observations.index.isin(successors, level="region")]
    empty = {"region": code, "value": float("nan"), "missing_reason": "after_merger"}
    return [
        {**empty, "period": period, "derived": _listed(group)}
        for period, group in after.groupby(level="period", sort=False)
        if (code, period) not in observations.index
    ]


def _shared(group: pd.DataFrame) -> dict[str, str]:
    """Fields that all rows agree on; documents and places are joined."""
    fields = {
        c: group[c].iloc[0]
        for c in ("status", "qualifier", "confidence", "series")
        if group[c].nunique() == 1
    }
    return fields | {"source": group["source"].iloc[0], "where": ";".join(dict.fromkeys(group["where"]))}


def _listed(group: pd.DataFrame) -> str:
    """The figures behind an empty row as ``code=value;…``, for the note that wording writes."""
    values = group["value"].dropna()
    return ";".join(f"{region}={_plain(value)}" for (region, _), value in values.items())


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
