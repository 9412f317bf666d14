"""The catalogue: everything that is known, read once, handed out as pandas frames, Views and Records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from datasets import finding, listings, observations, periods, problems, reading, sources, targets
from datasets.denominators import Divisor, divided, meaning, read_denominators
from datasets.figures import RESULTS, Figures, lay_out, side_by_side
from datasets.indicators import Indicator
from datasets.records import Records, below_of
from datasets.rules import Known, listed
from datasets.sources import Edition, Source
from datasets.texts import Text
from datasets.view import View
from geo.regions import Region, Regions

FOLDER = Path(__file__).parent
FIELDS = observations.FIELDS
LEVEL = "sido"  # the level shown where nobody asks for another
REFERENCE_LEVELS = ("nation", "group")
MADE = {
    "facts": "facts",
    "indicators": "listing",
    "documents": "library",
    "targets": "targets",
}  # tables made from others, by their name here
CITED = ("source", "baseline_source", "latest_source")


@dataclass(frozen=True)
class Catalog:
    """All documents, indicators, observations and records of a data folder, and what is wrong with its files."""

    edition: Edition
    regions: Regions
    sources: dict[str, Source]
    figures: Figures
    tables: dict[str, pd.DataFrame]
    problems: tuple[problems.Problem, ...] = field(default=())
    _offered: dict[str, tuple[Indicator, ...]] = field(default_factory=dict, compare=False)

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The meaning of every indicator, by id, in the order of the pillars."""
        return self.figures.indicators

    @property
    def observations(self) -> Mapping[str, pd.DataFrame]:
        """The rows of every indicator as its file has them, keyed by (region, period)."""
        return self.figures.observations

    def indicator(self, id_: str) -> Indicator:
        """The meaning of an indicator. Raises UnknownIndicator."""
        return self.figures.indicator(id_)

    def view(
        self,
        ids: str | Sequence[str],
        *,
        level: str = LEVEL,
        basis: str = "",
        period: str = "",
        regions: Iterable[str] = (),
        per: str = "",
    ) -> View:
        """The View of one or more indicators over a level.

        ``basis`` defaults to that of the latest period reported; ``period`` to all periods reported; ``regions``
        narrows the rows; ``per`` names a denominator, by which the indicators that allow it are divided. Raises
        UnknownIndicator, and UnknownLevel and UnknownBasis of ``geo``.
        """
        figures = self.figures
        columns = [figures.indicator(id_) for id_ in ([ids] if isinstance(ids, str) else ids)]
        names = [column.id for column in columns]
        chosen = self._periods(names, period)
        on = self.regions.basis(basis) if basis else figures.default_basis(level, names, chosen)
        wanted = set(regions)
        rows = tuple(r for r in self.regions.of(level, on.id) if not wanted or r.code in wanted)
        codes = [r.code for r in (*rows, *self.references())]
        laid, held = lay_out({id_: figures.carried(id_, level, on) for id_ in names}, codes, chosen)
        by = figures.divisor(per, level, on, columns) if per else None
        columns = [_divide(column, laid, by) if by else column for column in columns]
        table, above = side_by_side(laid), len(rows) * max(len(chosen), 1)
        return View(
            columns=tuple(columns),
            frame=table.iloc[:above],
            reference=table.iloc[above:][held[above:]],
            level=level,
            basis=on,
            periods=chosen,
            regions=rows,
            sources=self._cited(_documents(laid)),
            edition=self.edition,
            atlas=self.regions,
            divisor=by,
        )

    def references(self) -> tuple[Region, ...]:
        """The nation and the groups, against which regions are read."""
        return tuple(r for r in self.regions.rows if r.level in REFERENCE_LEVELS)

    def records(self, table: str, /, ids: Sequence[str] = (), year: str = "", **equal: str) -> Records:
        """The rows of a table, narrowed to some ids and to ``column=value``.

        A column holding a list matches any of its parts, and ``value`` may itself be a list; ``*`` asks only that the
        column is filled. Strategies bring everything below the ids along, parents before children. Targets carry
        ``datasets.targets.COLUMNS``; ``year`` is assumed where a target has none.
        """
        frame = getattr(self, MADE.get(table, ""), self.tables.get(table))
        if frame is None:
            raise problems.UnknownTable("catalog", table=table)
        frame = targets.assuming(frame, year) if table == "targets" else frame
        if ids:
            frame = frame[frame["id"].isin(below_of(frame, ids) if table == "strategies" else ids)]
        for column, value in equal.items():
            frame = frame[[_meets(cell, value) for cell in frame[column]]]
        return Records(
            table,
            frame.reset_index(drop=True),
            self._cited(id_ for c in CITED if c in frame for cell in frame[c] for id_ in listed(cell)),
            self.edition,
            self.regions,
            self.names,
        )

    @cached_property
    def targets(self) -> pd.DataFrame:
        """The targets in reading order, each with what is measured today and the judgement of its pace."""
        order = [region.code for region in self.regions.rows]
        return targets.computed(self.tables["targets"], self.measured, self.edition.as_of, order)

    @cached_property
    def facts(self) -> pd.DataFrame:
        """Every fact of every table, one row each, with document and place (``listings.facts``)."""
        return listings.facts(self.tables)

    @cached_property
    def library(self) -> pd.DataFrame:
        """Every document as one row, the newest first, with how many rows it supports (``listings.documents``)."""
        return listings.documents(
            self.sources, [self.facts["source"], *(f["source"] for f in self.observations.values())]
        )

    @cached_property
    def listing(self) -> pd.DataFrame:
        """Every indicator as one row: its meaning, how many regions report, the period and document shown."""
        views = (self.view(i.id, level=i.levels[0]) for i in self.indicators.values())
        return pd.DataFrame([listings.indicator(view) for view in views])

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
        frame = self.tables[table]
        columns = [c for c in ("ko", "en", "note_ko", "note_en") if c in frame]
        rows = frame[["id", *columns]].itertuples(index=False)
        return [id_ for id_, *texts in rows if text.strip() and finding.found(text, *texts)]

    def measured(self, target: pd.Series) -> pd.DataFrame | None:
        """What is measured of a target: the figures of its indicator for its region, by period; None without any."""
        if target["indicator"] not in self.indicators:
            return None
        rows = self.observations[target["indicator"]]
        rows = rows[
            (rows.index.get_level_values("region") == target["region"]) & rows["status"].isin(RESULTS)
        ]
        rows = rows.droplevel("region").dropna(subset=["value"])
        return (
            rows.sort_index(key=lambda index: index.map(periods.parse), kind="stable") if len(rows) else None
        )

    def offered(self, level: str) -> tuple[Indicator, ...]:
        """The indicators with at least one value on a level, by pillar and title."""
        if level not in self._offered:
            self._offered[level] = self._with_values(level)
        return self._offered[level]

    def _with_values(self, level: str) -> tuple[Indicator, ...]:
        return tuple(
            i for i in self.indicators.values() if level in i.levels and self._speaks_of(i.id, level)
        )

    def _speaks_of(self, id_: str, level: str) -> bool:
        """Whether regions of a level report an indicator, or all that stand below it."""
        reported = set(self.observations[id_].index.unique(level="region"))
        if not reported.isdisjoint(r.code for r in self.regions.of(level)):
            return True
        return len(self.indicators[id_].levels) > 1 and self.view(id_, level=level).reach.k > 0

    def national(self) -> tuple[Indicator, ...]:
        """The indicators that speak of the whole nation only."""
        nations = {r.code for r in self.regions.rows if not r.parent and r.level in REFERENCE_LEVELS}
        return tuple(
            i
            for i in self.indicators.values()
            if set(self.observations[i.id].index.unique(level="region")) <= nations
        )

    def periods_of(self, id_: str) -> tuple[str, ...]:
        """The periods an indicator is reported for, oldest first."""
        return self.figures.periods_of(id_)

    def _periods(self, ids: Sequence[str], period: str) -> tuple[str, ...]:
        known = {p for id_ in ids for p in self.periods_of(id_)}
        if period:
            return (period,) if period in known else ()
        return tuple(sorted(known, key=periods.parse))

    def _cited(self, ids: Iterable[str]) -> tuple[Source, ...]:
        return tuple(self.sources[id_] for id_ in dict.fromkeys(ids) if id_ in self.sources)


def load(folder: Path = FOLDER, regions: Regions | None = None) -> Catalog:
    """Everything in a data folder, over the regions of ``geo`` unless others are given. Faulty rows and files are left out and listed in ``problems``; the rest works."""
    regions = regions or Regions.load()
    documents, faults = sources.read_sources(folder / "sources.toml")
    known = Known(
        frozenset(r.code for r in regions.rows), {id_: bool(s.file) for id_, s in documents.items()}
    )
    found, observed, more = reading.read_indicators(folder / "indicators", known)
    ways, unread = read_denominators(folder / "denominators.toml")
    records, unsound = reading.read_tables(folder, known, found)
    return Catalog(
        reading.read_edition(folder),
        regions,
        documents,
        Figures(found, observed, ways, regions),
        records,
        (*faults, *more, *unread, *unsound),
    )


def _divide(column: Indicator, laid: dict[str, pd.DataFrame], by: Divisor) -> Indicator:
    """The indicator divided in place among the laid frames, where its meaning allows that."""
    if column.id not in by.columns:
        return column
    laid[column.id] = divided(laid[column.id], column, by)
    return meaning(column, laid[column.id], by)


def _documents(laid: Mapping[str, pd.DataFrame]) -> list[str]:
    """Ids of the documents behind the rows, in order of first use."""
    cells = [cell for frame in laid.values() for cell in frame["source"].dropna().unique()]
    return list(dict.fromkeys(id_ for cell in cells for id_ in listed(cell)))


def _meets(cell: str, value: str) -> bool:
    return bool(cell) if value == "*" else not set(cell.split(";")).isdisjoint(value.split(";"))
