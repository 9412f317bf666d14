"""One figure made of several: what a merged region, a group, the nation or a 시도 of its 시군구 has when its parts report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from datasets.indicators import Indicator

SHARED = ("status", "qualifier", "confidence", "series")
LISTED = ("source", "where")
NAMED = 6  # parts: more are counted, not named


@dataclass(frozen=True)
class Grid:
    """The rows of an indicator as a table of row numbers, one line a region and one column a period; -1 = no row."""

    frame: pd.DataFrame
    rows: np.ndarray
    regions: dict[str, int]
    periods: Sequence[str]
    values: np.ndarray

    @cached_property
    def texts(self) -> dict[str, np.ndarray]:
        """The words of the columns that parts must share or list."""
        return {column: self.frame[column].to_numpy(dtype=object) for column in (*SHARED, *LISTED)}

    def numbers(self, codes: Sequence[str], period: int) -> np.ndarray:
        """The row of each region in a period, -1 where there is none or the region is unknown."""
        lines = [self.regions.get(code, -1) for code in codes]
        return np.array([self.rows[line, period] if line >= 0 else -1 for line in lines], dtype=int)

    def held(self, code: str, period: int) -> bool:
        line = self.regions.get(code, -1)
        return line >= 0 and self.rows[line, period] >= 0


def grid(frame: pd.DataFrame) -> Grid:
    """The grid of a frame keyed by (region, period); of several rows for one key the last stands."""
    index = frame.index
    regions, periods = index.levels
    rows = np.full((len(regions), len(periods)), -1)
    rows[index.codes[0], index.codes[1]] = np.arange(len(frame))
    known = frame["value"].to_numpy() if frame["value"].dtype == "float64" else np.full(len(frame), np.nan)
    return Grid(frame, rows, {code: n for n, code in enumerate(regions)}, list(periods), known)


def combine(
    grid: Grid, indicator: Indicator, parts: Sequence[str], period: int, weights: pd.Series | None
) -> dict[str, object] | None:
    """The row that the parts make together in a period; None unless all of them report and the meaning allows it.

    A ``sum`` adds; a ``mean:<weight>`` is weighted by the figures of the weight indicator, ``weights`` by region code.
    """
    rows = grid.numbers(parts, period)
    if not len(rows) or (rows < 0).any():
        return None
    values = grid.values[rows]
    if np.isnan(values).any():
        return None
    if indicator.aggregation == "sum":
        value, derived = values.sum(), _named(parts, " + ", "sum")
    elif indicator.weight and weights is not None:
        shares = weights.reindex(list(parts)).to_numpy(dtype="float64")
        if np.isnan(shares).any() or shares.sum() <= 0:
            return None
        value, derived = (
            np.average(values, weights=shares),
            _named(parts, ", ", f"mean by {indicator.weight}"),
        )
    else:
        return None
    return {"value": float(f"{value:.12g}"), "derived": derived, **shared(grid, rows)}


def shared(grid: Grid, rows: np.ndarray) -> dict[str, str]:
    """Fields that all rows agree on, and their documents with the place in each."""
    fields = {}
    for column in SHARED:
        words = set(grid.texts[column][rows])
        if len(words) == 1:
            fields[column] = words.pop()
    cited = dict.fromkeys(zip(grid.texts["source"][rows], grid.texts["where"][rows], strict=True))
    sources = dict.fromkeys(source for source, _ in cited)
    if len(sources) == 1:
        places = list(dict.fromkeys(where for _, where in cited))
        return fields | {
            "source": next(iter(sources)),
            "where": ";".join(places if len(places) <= NAMED else places[:1]),
        }
    first = {source: next(where for s, where in cited if s == source) for source in sources}
    return fields | {"source": ";".join(first), "where": ";".join(w.split(";")[0] for w in first.values())}


def _named(parts: Sequence[str], joint: str, act: str) -> str:
    if len(parts) > NAMED:
        return f"{act} of {len(parts)} regions"
    named = joint.join(parts)
    return named if act == "sum" else f"{act}: {named}"
