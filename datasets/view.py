"""The View: what a chart is given. Built by the catalogue, never changed by who receives it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from datasets.bases import NATION
from datasets.classes import GIVEN, QUANTILE, Classes, classes
from datasets.denominators import Divisor
from datasets.indicators import Indicator
from datasets.sources import Edition, Source
from geo.regions import Basis, Region, Regions

CASE, FEW, SOME, MOST = RULES = ("case", "few", "some", "most")


@dataclass(frozen=True)
class Coverage:
    """How many of the level's regions report: ``k`` of ``n``. ``rule`` says what may be shown (DESIGN 3.7).

    Figures that are not ``comparable`` stand side by side however many there are.
    """

    k: int
    n: int
    comparable: bool = True

    @property
    def rule(self) -> str:
        """``case`` for one region, ``few`` for 2–4, ``some`` for 5–11, ``most`` from 12 and 70 % of the level."""
        if self.k <= 1:
            return CASE
        if self.k <= 4 or not self.comparable:
            return FEW
        return MOST if self.k >= 12 and self.k >= 0.7 * self.n else SOME

    @property
    def may_rank(self) -> bool:
        return self.rule in (SOME, MOST)


@dataclass(frozen=True)
class View:
    """One or more indicators over the regions of a level, on one basis.

    ``frame`` is keyed by (region, period); its columns are (indicator id, field) with the fields of
    ``datasets.catalog.FIELDS``; a region without a value is still a row (``value`` NaN). ``reference`` has the same
    columns for the nation and the groups. ``regions`` are in official order;
    ``atlas`` knows the names of all regions.
    """

    columns: tuple[Indicator, ...]
    frame: pd.DataFrame
    reference: pd.DataFrame
    level: str
    basis: Basis
    periods: tuple[str, ...]
    regions: tuple[Region, ...]
    sources: tuple[Source, ...]
    edition: Edition
    atlas: Regions
    divisor: Divisor | None = None

    def basis_text(self, lang: str) -> str:
        """The basis as it stands on a chart."""
        return self.basis.en if lang == "en" else self.basis.ko

    def name(self, code: str, lang: str) -> str:
        """The short name of a region, group or the nation."""
        return self.atlas.name(code, lang)

    @property
    def divided(self) -> tuple[Indicator, ...]:
        """The columns that are quotients by the view's divisor."""
        return tuple(column for column in self.columns if self.divisor and column.id in self.divisor.columns)

    @property
    def indicator(self) -> Indicator:
        """The only indicator, or the first of several."""
        return self.columns[0]

    @property
    def period(self) -> str:
        """The period shown of the first indicator; empty when nothing is reported."""
        return self.period_of(self.indicator.id)

    def period_of(self, id_: str) -> str:
        """The period shown of an indicator: the latest among those about which the coverage rule lets most be said.

        A period in which every region reports goes before one in which some are missing. So a map does not turn empty
        when only the nation has a newer figure; a period of the nation's alone counts as one case. Where nothing is
        known at all, it is a period that at least says why.
        """
        return self._shown_periods[id_]

    @cached_property
    def _shown_periods(self) -> dict[str, str]:
        return {column.id: self._shown_period(column) for column in self.columns}

    def _shown_period(self, column: Indicator) -> str:
        if not self.periods:
            return ""
        told = {period for (_, period), value in self._referred(column.id).items() if pd.notna(value)}
        counts = self._counts[column.id]
        filled = self._grid(column.id, "status").any(axis=0)
        assert isinstance(filled, np.ndarray)
        return max(
            (self._says(column, k) or int(period in told), k == len(self.regions), held, number, period)
            for number, (period, k, held) in enumerate(zip(self.periods, counts, filled, strict=True))
        )[-1]

    def _says(self, column: Indicator, k: int) -> int:
        """How much may be said when ``k`` regions report: nothing, a case, values, ranks, all."""
        return RULES.index(Coverage(k, len(self.regions), not column.incomparable).rule) + 1 if k else 0

    def _referred(self, id_: str) -> pd.Series:
        return self.reference[(id_, "value")] if len(self.reference) else pd.Series(dtype=float)

    @cached_property
    def _counts(self) -> dict[str, list[int]]:
        """How many regions report each indicator in each period."""
        return {c.id: self._grid(c.id, "value").sum(axis=0).tolist() for c in self.columns}

    def _grid(self, id_: str, name: str) -> np.ndarray:
        """Whether a field is filled, by region and period."""
        shape = (len(self.regions), max(len(self.periods), 1))
        return self.frame[(id_, name)].notna().to_numpy().reshape(shape)

    @property
    def reach(self) -> Coverage:
        """The coverage of the first indicator in the latest period."""
        return self.coverage[self.indicator.id]

    @cached_property
    def coverage(self) -> dict[str, Coverage]:
        """k of n for each indicator in its latest period."""
        return {
            c.id: Coverage(self._reporting(c.id), len(self.regions), not c.incomparable) for c in self.columns
        }

    def _reporting(self, id_: str) -> int:
        return self._counts[id_][self.periods.index(self.period_of(id_))] if self.periods else 0

    @cached_property
    def latest(self) -> pd.DataFrame:
        """First indicator, latest period: one row a region in official order, columns = fields, plus ``rank``.

        ``rank`` is the place among the reporting regions (1 = largest, or smallest where less is better; equal values
        share the better place) and is NaN where the coverage rule forbids ranking.
        """
        return self.column(self.indicator.id)

    def column(self, id_: str) -> pd.DataFrame:
        """One indicator in its latest period: one row a region, columns = fields and ``rank``."""
        if not self.periods:
            return self.frame[id_].droplevel("period").assign(rank=float("nan"))
        table = self.frame[id_].xs(self.period_of(id_), level="period").copy()
        column = next(c for c in self.columns if c.id == id_)
        few_first = column.better == "less"
        rank = table["value"].rank(ascending=few_first, method="min") if column.kind == "number" else None
        table["rank"] = rank if rank is not None and self.coverage[id_].may_rank else float("nan")
        return table

    @cached_property
    def ranking(self) -> pd.DataFrame:
        """The reporting regions of ``latest`` in the order of their rank; equal values in official order."""
        reported = self.latest[self.latest["value"].notna()]
        return reported.sort_values("value", ascending=self.indicator.better == "less", kind="stable")

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Codes of the regions without a value, in official order."""
        return tuple(self.latest.index[self.latest["value"].isna()])

    @cached_property
    def shared_status(self) -> str:
        """The status that all shown figures of the first indicator have; empty where they differ or there is none."""
        found = set(self.ranking["status"])
        return found.pop() if len(found) == 1 and len(self.ranking) > 1 else ""

    def yardstick(self, id_: str | None = None) -> float | None:
        """The national figure where a region's can be held against it: a nation's total is none for its parts."""
        column = next(c for c in self.columns if c.id == (id_ or self.indicator.id))
        return None if column.aggregation == "sum" else self.national(column.id)

    @property
    def only(self) -> tuple[str, ...]:
        """The code of the only region that reports; nothing when there are more or none."""
        return tuple(self.ranking.index) if len(self.ranking) == 1 else ()

    def classes(self, method: str = QUANTILE, limits: tuple[float, ...] = ()) -> Classes:
        """Classes of the first indicator's results in the latest period; plans and targets belong to none."""
        if self.indicator.kind != "number":
            return Classes((), ())
        results = self.ranking[~self.ranking["status"].isin(("planned", "target"))]
        return classes(results["value"], GIVEN if limits else method, limits=limits)

    @cached_property
    def series(self) -> pd.DataFrame:
        """First indicator over all periods: rows (region, period) that have a value, nation included."""
        parts = [part for part in (self.frame, self.reference) if len(part)]
        table = pd.concat([part[self.indicator.id] for part in parts])
        return table[table["value"].notna()].sort_index(level="period", kind="stable")

    def national(self, id_: str | None = None) -> float | None:
        """The national figure of an indicator in the latest period, if the documents give one."""
        return reference_value(self, NATION, id_ or self.indicator.id)


def reference_value(view: View, code: str, id_: str) -> float | None:
    """The value of a reference row (nation or group) in the view's latest period, or None."""
    period = view.period_of(id_)
    if (code, period) not in view.reference.index:
        return None
    value = view.reference.loc[(code, period), (id_, "value")]
    return None if pd.isna(value) else float(value)
