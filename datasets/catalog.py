"""The catalogue: everything that is known, read once, handed out as pandas frames, Views and Records."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from datasets import bases, observations, periods, problems, reading, sources
from datasets.indicators import Indicator
from datasets.records import Records, below_of
from datasets.sources import Edition, Source
from datasets.tables import Known
from datasets.texts import Text
from datasets.view import View
from geo.regions import Basis, Region, Regions

FOLDER = Path(__file__).parent
FIELDS = observations.FIELDS
FACT_COLUMNS = (
    ("table", "id", "ko", "en", "en_by", "value", "unit_ko", "unit_en", "qualifier", "status", "period")
    + ("region", "kind", "decision", "tentative", "source", "where")
    + ("note_ko", "note_en")
)
REFERENCE_LEVELS = ("nation", "group")
RESULTS = ("actual", "provisional", "estimate")


@dataclass(frozen=True)
class Catalog:
    """All documents, indicators, observations and records of a data folder, and what is wrong with its files."""

    edition: Edition
    regions: Regions
    sources: dict[str, Source]
    indicators: dict[str, Indicator]
    observations: dict[str, pd.DataFrame]
    tables: dict[str, pd.DataFrame]
    problems: tuple[problems.Problem, ...] = field(default=())

    def indicator(self, id_: str) -> Indicator:
        """The meaning of an indicator. Raises UnknownIndicator."""
        if id_ not in self.indicators:
            raise problems.UnknownIndicator("catalog", id=id_)
        return self.indicators[id_]

    def view(
        self,
        ids: str | Sequence[str],
        *,
        level: str = "sido",
        basis: str = "",
        period: str = "",
        regions: Iterable[str] = (),
    ) -> View:
        """The View of one or more indicators over a level.

        ``basis`` defaults to the one in force at the latest period reported; ``period`` to all periods reported;
        ``regions`` narrows the rows. Raises UnknownIndicator, and UnknownBasis of ``geo``.
        """
        columns = tuple(self.indicator(id_) for id_ in ([ids] if isinstance(ids, str) else ids))
        chosen = self._periods(columns, period)
        on = self.regions.basis(basis) if basis else self.default_basis(level, columns, chosen)
        wanted = set(regions)
        rows = tuple(r for r in self.regions.of(level, on.id) if not wanted or r.code in wanted)
        carried = {c.id: bases.carry(self.observations[c.id], c, self.regions, level, on) for c in columns}
        return View(
            columns=columns,
            frame=_lay_out(carried, [r.code for r in rows], chosen),
            reference=_lay_out(carried, [r.code for r in self.references()], chosen).dropna(how="all"),
            level=level,
            basis=on,
            periods=chosen,
            regions=rows,
            sources=self._cited(frame_sources(carried, chosen)),
            edition=self.edition,
            atlas=self.regions,
        )

    def default_basis(self, level: str, columns: Sequence[Indicator], chosen: Sequence[str]) -> Basis:
        """The basis in force at the end of the latest of these periods with a result; a plan ahead does not move it."""
        bases_ = self.regions.bases(level)
        for period in reversed([*chosen[-1:], *self._periods_with_results(columns, chosen)]):
            holding = [basis for basis in bases_ if basis.span.holds(periods.parse(period).end)]
            if holding:
                return holding[0]
        return bases_[-1]

    def _periods_with_results(self, columns: Sequence[Indicator], chosen: Sequence[str]) -> list[str]:
        found: set[str] = set()
        for indicator in columns:
            frame = self.observations[indicator.id]
            found |= set(frame.index[frame["status"].isin(RESULTS)].get_level_values("period"))
        return [period for period in chosen if period in found]

    def references(self) -> tuple[Region, ...]:
        """The nation and the groups, against which regions are read."""
        return tuple(r for r in self.regions.rows if r.level in REFERENCE_LEVELS)

    def records(self, table: str, /, ids: Sequence[str] = (), **equal: str) -> Records:
        """The rows of a table, narrowed to some ids and to ``column=value``.

        A column holding a list matches any of its parts, and ``value`` may itself be a list; ``*`` asks only that the
        column is filled. Strategies bring everything below the ids along, parents before children.
        """
        frame = {"facts": self.facts, "indicators": self.listing}.get(table, self.tables.get(table))
        if frame is None:
            raise problems.UnknownTable("catalog", table=table)
        if ids:
            frame = frame[frame["id"].isin(below_of(frame, ids) if table == "strategies" else ids)]
        for column, value in equal.items():
            frame = frame[[_meets(cell, value) for cell in frame[column]]]
        return Records(
            table,
            frame.reset_index(drop=True),
            self._cited(frame["source"]),
            self.edition,
            self.regions,
            self.names,
        )

    @cached_property
    def facts(self) -> pd.DataFrame:
        """Every fact of every table, one row each, with document and place: columns ``FACT_COLUMNS``."""
        parts = []
        for name, frame in self.tables.items():
            dated = frame.rename(
                columns={"date": "period", "opened": "period", "target": "value"}
                if name != "quantities"
                else {}
            )
            if name == "targets":
                dated = dated.rename(columns={"target_qualifier": "qualifier", "target_period": "period"})
            if name == "strategies":
                dated = dated.rename(columns={"level": "kind", "start": "period"})
            parts.append(dated.assign(table=name).reindex(columns=list(FACT_COLUMNS)))
        together = pd.concat(parts, ignore_index=True)
        text = [c for c in together.columns if c != "value"]
        together[text] = together[text].fillna("")
        return together

    @cached_property
    def listing(self) -> pd.DataFrame:
        """Every indicator as one row: its meaning, how many regions report, the latest period and its document."""
        return pd.DataFrame([self._listed(indicator) for indicator in self.indicators.values()])

    def _listed(self, indicator: Indicator) -> dict[str, str]:
        view = self.view(indicator.id, level=indicator.levels[0])
        cited = pd.concat([part[indicator.id] for part in (view.frame, view.reference) if len(part)])
        cited = cited[cited["value"].notna()]
        reporting = list(dict.fromkeys(cited.index.get_level_values("region")))
        return {
            "id": indicator.id,
            "ko": indicator.title.ko,
            "en": indicator.title.en,
            "pillars": indicator.pillar,
            "unit_ko": indicator.unit.ko,
            "unit_en": indicator.unit.en,
            "nature": indicator.nature,
            "region": "" if view.reach.may_rank else ";".join(reporting),
            "coverage": f"{view.reach.k}/{view.reach.n}" if view.reach.k else "",
            "period": view.period,
            "source": cited["source"].iloc[-1] if len(cited) else "",
            "where": cited["where"].iloc[-1] if len(cited) else "",
            "note_ko": indicator.meaning.ko,
            "note_en": indicator.meaning.en,
        }

    @cached_property
    def names(self) -> dict[str, Text]:
        """The name behind every id of every table."""
        return {
            id_: Text(ko, en, en_by)
            for frame in self.tables.values()
            for id_, ko, en, en_by in frame[["id", "ko", "en", "en_by"]].itertuples(index=False)
        }

    def headlines(self) -> tuple[Indicator, ...]:
        """The indicators that open the dashboard, in their order."""
        chosen = [i for i in self.indicators.values() if i.headline]
        return tuple(sorted(chosen, key=lambda i: i.headline))

    def headline_targets(self) -> tuple[str, ...]:
        """The targets that open the dashboard, by id."""
        frame = self.tables["targets"]
        return tuple(frame.loc[frame["headline"] != "", "id"])

    def roots(self) -> pd.DataFrame:
        """The strategies that stand under no other, those with the most parts first."""
        frame = self.tables["strategies"]
        roots = frame[frame["parent"] == ""]
        parts = pd.Series([len(below_of(frame, [id_])) for id_ in roots["id"]], index=roots.index, dtype=int)
        return roots.loc[parts.sort_values(ascending=False, kind="stable").index]

    def search(self, table: str, text: str) -> list[str]:
        """Ids of the rows of a table whose names or notes hold every word of a text, in either language."""
        wanted = _folded(text).split()
        frame = self.tables[table]
        columns = [c for c in ("ko", "en", "note_ko", "note_en") if c in frame]
        texts = frame[columns].agg(" ".join, axis=1) if len(frame) else []
        return [
            id_
            for id_, found in zip(frame["id"], texts, strict=True)
            if wanted and all(w in _folded(found) for w in wanted)
        ]

    def offered(self, level: str) -> tuple[Indicator, ...]:
        """The indicators with at least one value on a level, by pillar and title."""
        reported = {r.code for r in self.regions.of(level)}
        return tuple(
            i
            for i in self.indicators.values()
            if level in i.levels and set(self.observations[i.id].index.get_level_values("region")) & reported
        )

    def national(self) -> tuple[Indicator, ...]:
        """The indicators that speak of the whole nation only."""
        nations = {r.code for r in self.regions.rows if not r.parent and r.level in REFERENCE_LEVELS}
        return tuple(
            i
            for i in self.indicators.values()
            if set(self.observations[i.id].index.get_level_values("region")) <= nations
        )

    def periods_of(self, id_: str) -> tuple[str, ...]:
        """The periods an indicator is reported for, oldest first."""
        found = self.observations[id_].index.get_level_values("period").unique()
        return tuple(sorted(found, key=periods.parse))

    def _periods(self, columns: Sequence[Indicator], period: str) -> tuple[str, ...]:
        known = {p for c in columns for p in self.periods_of(c.id)}
        if period:
            return (period,) if period in known else ()
        return tuple(sorted(known, key=periods.parse))

    def _cited(self, ids: Iterable[str]) -> tuple[Source, ...]:
        return tuple(self.sources[id_] for id_ in dict.fromkeys(ids) if id_ in self.sources)


def load(folder: Path = FOLDER) -> Catalog:
    """Everything in a data folder. Faulty rows and files are left out and listed in ``problems``; the rest works."""
    regions = Regions.load()
    documents, faults = sources.read_sources(folder / "sources.toml")
    known = Known(
        frozenset(r.code for r in regions.rows), {id_: bool(s.file) for id_, s in documents.items()}
    )
    found, figures, more = reading.read_indicators(folder / "indicators", known)
    faults += more
    records, more = reading.read_tables(folder, known, found)
    return Catalog(
        reading.read_edition(folder), regions, documents, found, figures, records, tuple(faults + more)
    )


def _lay_out(carried: dict[str, pd.DataFrame], codes: list[str], chosen: Sequence[str]) -> pd.DataFrame:
    """Indicators side by side over every (region, period); the last series of a period wins.

    Without any period a region is still a row, under the empty one.
    """
    index = pd.MultiIndex.from_product([codes, list(chosen) or [""]], names=observations.KEY)
    parts = {}
    for id_, frame in carried.items():
        once = frame[~frame.index.duplicated(keep="last")]
        parts[id_] = once.reindex(index)
    return pd.concat(parts, axis=1)


def _folded(text: str) -> str:
    """A text as search compares it: one Unicode form, no case, no hyphens."""
    return unicodedata.normalize("NFC", text).casefold().replace("-", " ")


def _meets(cell: str, value: str) -> bool:
    return bool(cell) if value == "*" else not set(cell.split(";")).isdisjoint(value.split(";"))


def frame_sources(carried: dict[str, pd.DataFrame], chosen: Sequence[str]) -> list[str]:
    """Ids of the documents behind the rows of these periods, in order of first use."""
    found: list[str] = []
    for frame in carried.values():
        found += list(frame.loc[frame.index.isin(chosen, level="period"), "source"])
    return [id_ for id_ in dict.fromkeys(found) if id_]
