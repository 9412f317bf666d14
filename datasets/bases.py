"""Figures carried to the units of a basis: what a merger, a group or a level above does to a column (DESIGN section 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from datasets.combining import Grid, combine, grid, shared
from datasets.indicators import Indicator
from geo.regions import Basis, Region, Regions

NATION = "kr"  # the code of the whole country


def carry(
    observations: pd.DataFrame,
    indicator: Indicator,
    regions: Regions,
    level: str,
    basis: Basis,
    weights: pd.Series | None = None,
) -> pd.DataFrame:
    """The observations of an indicator, completed for the units of a basis that have no figure of their own.

    A successor gets its predecessors' figures combined when all of them report and the meaning allows it; otherwise
    an empty row whose ``missing_reason`` is ``before_merger`` and whose ``derived`` lists theirs. A figure known only
    for a successor is never split: its predecessors get an empty row with ``after_merger``. Groups, the nation and
    regions known only by their parts of a finer level are combined in the same way, or left out. Figures of low
    confidence become empty rows with ``low_confidence``.
    """
    sound = _without_low(observations)
    if not len(sound):
        return sound
    held = grid(sound)
    added = list(_mergers(held, indicator, regions, level, basis, weights))
    added += _rolled_up(held, indicator, regions, level, basis, weights)
    sound = _with(sound, added)
    return _with(sound, list(_gathered(grid(sound), indicator, regions, level, basis, weights)))


def _without_low(observations: pd.DataFrame) -> pd.DataFrame:
    low = (observations["confidence"] == "low").to_numpy()
    if not low.any():
        return observations
    frame = observations.copy()
    listed = [f"{code}={_plain(value)}" for (code, _), value in observations.loc[low, "value"].items()]
    frame.loc[low, "derived"] = listed
    frame.loc[low, "missing_reason"] = "low_confidence"
    frame.loc[low, "value"] = float("nan") if frame["value"].dtype == "float64" else None
    return frame


def _mergers(
    held: Grid,
    indicator: Indicator,
    regions: Regions,
    level: str,
    basis: Basis,
    weights: pd.Series | None,
) -> Iterator[dict[str, object]]:
    """Rows for the regions of the basis that became of others, or that became part of one."""
    here = regions.codes(level, basis.id)
    for before, after in _successions(regions):
        for number, period in enumerate(held.periods):
            key = {"period": period}
            if after in here and not held.held(after, number):
                row = combine(held, indicator, before, number, weights) or _listed(
                    held, before, number, "before_merger"
                )
                yield from [{"region": after, **key, **row}] if row else []
            for code in before:
                if code in here and not held.held(code, number):
                    row = _listed(held, [after], number, "after_merger")
                    yield from [{"region": code, **key, **row}] if row else []


def _successions(regions: Regions) -> list[tuple[list[str], str]]:
    """Every merger as (the regions before, the region after)."""
    found: dict[str, list[str]] = {}
    for region in regions.rows:
        for after in region.successors:
            found.setdefault(after, []).append(region.code)
    return [(before, after) for after, before in found.items()]


def _listed(held: Grid, codes: Sequence[str], period: int, reason: str) -> dict[str, object] | None:
    """An empty row that says why, with the figures there are as ``code=value;…``; None where there are none."""
    rows = held.numbers(codes, period)
    rows = rows[rows >= 0]
    if not len(rows):
        return None
    values = held.frame["value"].iloc[rows].dropna()
    listed = ";".join(f"{code}={_plain(value)}" for (code, _), value in values.items())
    return {"value": None, "missing_reason": reason, "derived": listed, **shared(held, rows)}


def _rolled_up(
    held: Grid,
    indicator: Indicator,
    regions: Regions,
    level: str,
    basis: Basis,
    weights: pd.Series | None,
) -> list[dict[str, object]]:
    """Rows for regions known only by their parts of a finer level, all of which report."""
    finer = regions.nesting[regions.nesting.index(level) + 1 :] if level in regions.nesting else ()
    for other in (name for name in finer if name in indicator.levels):
        parts = {
            r.code: [c.code for c in regions.children(r.code, other)] for r in regions.of(level, basis.id)
        }
        if not set(held.regions).isdisjoint(code for codes in parts.values() for code in codes):
            return list(_combined(held, indicator, parts, weights))
    return []


def _gathered(
    held: Grid, indicator: Indicator, regions: Regions, level: str, basis: Basis, weights: pd.Series | None
) -> Iterator[dict[str, object]]:
    """Rows for the groups and the nation, where all their regions report."""
    if indicator.aggregation == "none":
        return
    rows = regions.of(level, basis.id)
    parts = {group: _codes(rows, group) for group in dict.fromkeys(g for r in rows for g in r.groups)}
    yield from _combined(held, indicator, parts | {NATION: [r.code for r in rows]}, weights)


def _codes(rows: Sequence[Region], group: str) -> list[str]:
    return [region.code for region in rows if group in region.groups]


def _combined(
    held: Grid, indicator: Indicator, parts: dict[str, list[str]], weights: pd.Series | None
) -> Iterator[dict[str, object]]:
    for code, members in parts.items():
        for number, period in enumerate(held.periods):
            if not held.held(code, number):
                row = combine(held, indicator, members, number, weights)
                yield from [{"region": code, "period": period, **row}] if row else []


def _with(observations: pd.DataFrame, added: list[dict[str, object]]) -> pd.DataFrame:
    """The observations and the added rows, in the same columns and types."""
    if not added:
        return observations
    texts = list(observations.columns[1:])
    keys = pd.MultiIndex.from_arrays(
        [[row[key] for row in added] for key in observations.index.names], names=observations.index.names
    )
    frame = pd.DataFrame([[row.get(c, "") for c in texts] for row in added], keys, texts, dtype=object)
    frame.insert(0, "value", pd.array([row.get("value") for row in added], dtype=observations["value"].dtype))
    return pd.concat([observations, frame])


def _plain(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)
