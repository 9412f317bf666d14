"""One indicator of a View, cell by cell: which regions have a result in a period, and what is told instead of one.

A View of a hundred indicators is a frame of a thousand columns; here it is read without its index, which is what costs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from datasets.bases import NATION
from datasets.indicators import Indicator
from datasets.view import Coverage, View

AHEAD = ("planned", "target")  # statuses of what has not happened
ELSEWHERE = ["indicator", "region", "period", "missing_reason", "derived", "source", "where"]


@dataclass(frozen=True)
class Part:
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


def columns_of(view: View) -> list[Column]:
    """The indicators of a view, ready to be asked for single cells."""
    regions = tuple(region.code for region in view.regions)
    parts = _part(view.frame, regions, view.periods), _part(view.reference, None, view.periods)
    return [Column(view, indicator, parts) for indicator in view.columns]


def _part(frame: pd.DataFrame, codes: Sequence[str] | None, periods: Sequence[str]) -> Part:
    index = frame.index
    where = np.full([len(level) for level in index.levels], -1)
    where[index.codes[0], index.codes[1]] = np.arange(len(index))
    codes = tuple(index.levels[0] if codes is None else codes)
    lines, columns = index.levels[0].get_indexer(codes), index.levels[1].get_indexer(list(periods) or [""])
    rows = np.where((lines[:, None] >= 0) & (columns >= 0), where[np.ix_(lines, columns)], -1)
    bare = frame.copy(deep=False)
    bare.index, bare.columns = pd.RangeIndex(len(frame)), range(len(frame.columns))
    return Part(bare, {key: number for number, key in enumerate(frame.columns)}, codes, rows)


@dataclass(frozen=True)
class Column:
    """One indicator of a view over its periods. Results that were read once are kept."""

    view: View
    indicator: Indicator
    parts: tuple[Part, Part]
    _kept: dict[int, list[Any]] = field(default_factory=dict, compare=False)

    def part(self, code: str) -> Part | None:
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
        if period not in self._kept:
            part, id_ = self.parts[0], self.indicator.id
            figures, statuses = (part.over_codes(id_, name, period) for name in ("value", "status"))
            pairs = zip(figures, statuses, strict=True)
            self._kept[period] = [None if status in AHEAD else value for value, status in pairs]
        return self._kept[period]

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
            {"indicator": id_, "region": code, "period": period}
            | {name: cells[at] or "" for name, cells in fields.items()}
            for at, period in enumerate(self.view.periods)
        ]
        return [row for row in rows if row["missing_reason"] and row["derived"]]


def _many(cells: Sequence[Any]) -> int:
    return sum(cell is not None for cell in cells)
