"""The View: what a chart is given. Built by the catalogue, never changed by who receives it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from datasets.bases import NATION
from datasets.classes import GIVEN, QUANTILE, Classes, classes
from datasets.denominators import Divisor
from datasets.indicators import Indicator
from datasets.sources import Edition, Source
from geo.regions import Basis, Region, Regions

CASE, FEW, SOME, MOST = "case", "few", "some", "most"


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
    def indicator(self) -> Indicator:
        """The only indicator, or the first of several."""
        return self.columns[0]

    @property
    def period(self) -> str:
        """The latest period of the first indicator; empty when nothing is reported."""
        return self.period_of(self.indicator.id)

    def period_of(self, id_: str) -> str:
        """The latest period in which an indicator has a value here or for the nation, else the latest of the view."""
        return self._latest_periods[id_]

    @cached_property
    def _latest_periods(self) -> dict[str, str]:
        last = self.periods[-1] if self.periods else ""
        return {
            c.id: next((p for p in reversed(self.periods) if p in self._reported(c.id)), last)
            for c in self.columns
        }

    def _reported(self, id_: str) -> set[str]:
        """The periods in which an indicator has any value."""
        parts = [part[(id_, "value")] for part in (self.frame, self.reference) if len(part)]
        return {period for part in parts for period in part[part.notna()].index.get_level_values("period")}

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
        at = self.frame.index.get_level_values("period") == self.period_of(id_)
        return int(self.frame.loc[at, (id_, "value")].notna().sum())

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
        table = self.frame.xs(self.period_of(id_), level="period")[id_].copy()
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
