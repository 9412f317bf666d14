"""The figures behind a View: carried to a basis, laid out by region and period, divided where the reader asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from datasets import bases, denominators, periods, problems
from datasets.denominators import Denominator, Divisor
from datasets.indicators import Indicator
from datasets.observations import KEY, Observations
from geo.regions import Basis, Regions

RESULTS = ("actual", "provisional", "estimate")


@dataclass(frozen=True)
class Figures:
    """The observations of all indicators, and what may be made of them. What was carried once is kept."""

    indicators: Mapping[str, Indicator]
    observations: Observations | Mapping[str, pd.DataFrame]
    denominators: Mapping[str, Denominator]
    regions: Regions
    _kept: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False)

    def indicator(self, id_: str) -> Indicator:
        """The meaning of an indicator. Raises UnknownIndicator."""
        if id_ not in self.indicators:
            raise problems.UnknownIndicator("catalog", id=id_)
        return self.indicators[id_]

    def carried(self, id_: str, level: str, basis: Basis) -> pd.DataFrame:
        """The rows of an indicator for the units of a basis, groups and the nation (see ``bases.carry``)."""
        return self._once(self._carry, id_, level, basis)

    def _once(self, make: Callable[..., Any], *asked: Any) -> Any:
        """What ``make`` gives for these arguments, made when first asked for."""
        key = (make.__name__, *asked)
        if key not in self._kept:
            self._kept[key] = make(*asked)
        return self._kept[key]

    def _carry(self, id_: str, level: str, basis: Basis) -> pd.DataFrame:
        indicator = self.indicators[id_]
        weights = self._weights(indicator)
        return bases.carry(self.observations[id_], indicator, self.regions, level, basis, weights)

    def _weights(self, indicator: Indicator) -> pd.Series | None:
        """The latest figures of the indicator that weights a mean, for every region that has one."""
        if indicator.weight not in self.indicators or indicator.weight == indicator.id:
            return None
        values = self.observations[indicator.weight]["value"].dropna()
        return values.groupby(level="region").last()

    def periods_of(self, id_: str) -> tuple[str, ...]:
        """The periods an indicator is reported for, oldest first."""
        return self._once(self._periods_of, id_)

    def _periods_of(self, id_: str) -> tuple[str, ...]:
        return tuple(sorted(self.observations[id_].index.unique(level="period"), key=periods.parse))

    def default_basis(self, level: str, ids: Sequence[str], chosen: Sequence[str]) -> Basis:
        """The basis of the data: the one on which most regions report the latest period with a result.

        Where bases are equal in that, the one in force at the end of the period; a plan ahead does not move it.
        """
        return self._once(self._default_basis, level, tuple(ids), tuple(chosen))

    def _default_basis(self, level: str, ids: Sequence[str], chosen: Sequence[str]) -> Basis:
        found = self.regions.bases(level)
        for period in self._latest_first(ids, chosen):
            reporting = self._reporting(ids, period)
            end = periods.parse(period).end
            ranked = {
                b: (len(reporting.intersection(self.regions.codes(level, b.id))), b.span.holds(end))
                for b in found
            }
            best = max(found, key=lambda basis: ranked[basis])
            if any(ranked[best]):
                return best
        return found[-1]

    def _latest_first(self, ids: Sequence[str], chosen: Sequence[str]) -> list[str]:
        results: set[str] = set()
        for id_ in ids:
            frame = self.observations[id_]
            results.update(frame.index[frame["status"].isin(RESULTS)].unique(level="period"))
        return [*(period for period in reversed(chosen) if period in results), *chosen[-1:]]

    def _reporting(self, ids: Sequence[str], period: str) -> set[str]:
        found: set[str] = set()
        for id_ in ids:
            index = self.observations[id_].index
            found.update(index.get_level_values("region")[index.get_level_values("period") == period])
        return found

    def divisor(self, way: str, level: str, basis: Basis, columns: Sequence[Indicator]) -> Divisor | None:
        """What to divide these indicators by on a level, for their periods; None where nothing reports it."""
        denominator = self.denominators.get(way)
        if denominator is None:
            return None
        codes = self.regions.codes(level, basis.id)
        allowing = tuple(column.id for column in columns if way in column.denominators)
        for id_ in (each for each in denominator.indicators if each in self.indicators):
            frame = self.carried(id_, level, basis)
            if len(frame) and frame.index.get_level_values("region").isin(codes).any():
                asked = sorted({period for column in columns for period in self.periods_of(column.id)})
                found = denominators.divisor(denominator, self.indicators[id_], frame, asked, codes)
                return replace(found, columns=allowing)
        return None

    def ways(self, id_: str, level: str) -> tuple[str, ...]:
        """The denominators an indicator may be divided by on a level."""
        basis = self.regions.bases(level)[0]
        offered = [way for way in self.indicators[id_].denominators if way in self.denominators]
        return tuple(
            way for way in offered if self.divisor(way, level, basis, [self.indicators[id_]]) is not None
        )


def lay_out(
    carried: Mapping[str, pd.DataFrame], codes: Sequence[str], chosen: Sequence[str]
) -> tuple[dict[str, pd.DataFrame], np.ndarray]:
    """The rows of each indicator over every (region, period), and which of these any of them has a row for.

    Of several series of a period the last stands. Without any period a region is still a row, under the empty one.
    """
    chosen = list(chosen) or [""]
    each = [np.repeat(np.arange(len(codes)), len(chosen)), np.tile(np.arange(len(chosen)), len(codes))]
    index = pd.MultiIndex(levels=[list(codes), chosen], codes=each, names=KEY, verify_integrity=False)
    laid, held = {}, np.zeros(len(index), dtype=bool)
    for id_, frame in carried.items():
        rows = _rows(frame.index, codes, chosen)
        laid[id_] = frame.reset_index(drop=True).reindex(rows).set_axis(index)
        held |= rows >= 0
    return laid, held


def _rows(index: pd.MultiIndex, codes: Sequence[str], chosen: Sequence[str]) -> np.ndarray:
    """For every (region, period) the number of its row, -1 where there is none."""
    rows = np.full(len(codes) * len(chosen), -1)
    if len(index):
        lines, columns = _places(index, 0, codes), _places(index, 1, chosen)
        inside = (lines >= 0) & (columns >= 0)
        rows[lines[inside] * len(chosen) + columns[inside]] = np.flatnonzero(inside)
    return rows


def side_by_side(laid: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Indicators laid out alike as one frame with the columns (indicator, field)."""
    if len(laid) > 1:
        return pd.concat(laid, axis=1)
    ((id_, frame),) = laid.items()
    levels, at = [[id_], list(frame.columns)], range(len(frame.columns))
    columns = pd.MultiIndex(levels=levels, codes=[[0] * len(at), list(at)], verify_integrity=False)
    return frame.set_axis(columns, axis=1)


def _places(index: pd.MultiIndex, level: int, wanted: Sequence[str]) -> np.ndarray:
    """For each row the place of its key among the wanted ones, -1 where it is not wanted."""
    places = {key: n for n, key in enumerate(wanted)}
    return np.array([places.get(key, -1) for key in index.levels[level]], dtype=int)[index.codes[level]]
