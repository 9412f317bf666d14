"""A chart as a small value: what is drawn, independent of where.

The same value draws the screen, stands in the address, becomes a file and, later, an item of a deck.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from components import captions
from components.alts import alt_of_records
from components.cells import BRIEF, COLUMNS, cells
from components.cells.latest import of_latest
from components.cells.reporting import of_reporting
from components.charts import coverage as reporting
from components.charts import dated_dots as dated
from components.charts import standings as standing_table
from components.charts.choropleth import choropleth
from components.charts.columns import columns
from components.charts.coverage import coverage
from components.charts.dated_dots import dated_dots
from components.charts.distribution import distribution
from components.charts.fact_card import fact_card
from components.charts.matrix import matrix
from components.charts.multiples import multiples
from components.charts.profile import profile
from components.charts.ranked_bar import ranked_bar
from components.charts.scatter import scatter
from components.charts.side_by_side import heading as side_by_side_heading
from components.charts.side_by_side import side_by_side
from components.charts.standings import standings
from components.charts.strategy_tree import strategy_tree
from components.charts.strip import heading as strip_heading
from components.charts.strip import strip
from components.charts.table import table
from components.charts.target_bullet import target_bullet
from components.charts.tile_map import tile_map
from components.charts.timeline import timeline
from components.charts.trend import heading as trend_heading
from components.charts.trend import trend
from components.charts.verdicts import verdicts
from components.contents import dates, pairs, panels
from components.contents import profile as profiles
from components.export.csv import write_csv
from components.export.names import file_name
from components.labels import clean
from components.lit import spread
from components.mapping.points import points
from components.natives import Native, kinds, maps, tables, tiles
from components.theme import Look
from components.wording import words
from datasets.catalog import Catalog
from datasets.records import Records
from datasets.view import View

Material = View | Records


@dataclass(frozen=True)
class Telling:
    """What a kind says of a View in its own words: ``heading(view, look, lit, title)``, ``alt(view, lang, lit, title)``
    and ``rows(view, lang, lit, values)``."""

    heading: Callable[..., captions.Heading]
    alt: Callable[..., str]
    rows: Callable[..., pd.DataFrame]


@dataclass(frozen=True)
class Kind:
    """A chart kind: its function, whether it needs shapes, and the kind that stands in where a file cannot hold it.

    A ``table`` stands on a page as a real table, and is drawn in files only. ``telling`` is for kinds that speak of
    many indicators at once; ``heading`` (view, look, lit, title) is what others have that is not that of every View. A group that is chosen stands for its regions, except in a kind that keeps it ``whole``.
    ``views`` says whether it draws indicators, ``tables`` which records it draws (``*``: any).
    ``native`` takes what ``draw`` takes and says the same in the objects of office programs (``components.natives``).
    """

    draw: Callable[..., Any]
    native: Callable[..., Sequence[Native]] | None = None
    shapes: bool = False
    lit: bool = True
    in_files: str = ""
    table: bool = False
    whole: bool = False
    telling: Telling | None = None
    heading: Callable[..., captions.Heading] | None = None
    views: bool = True
    tables: tuple[str, ...] = ()

    def suits(self, table: str) -> bool:
        """Whether it draws the records of a table, or with none indicators."""
        return table in self.tables or "*" in self.tables if table else self.views


KINDS: dict[str, Kind] = {
    "choropleth": Kind(choropleth, native=maps.native, shapes=True),
    "tile_map": Kind(tile_map, native=tiles.native),
    "columns": Kind(columns, shapes=True, in_files="choropleth"),
    "ranked_bar": Kind(ranked_bar, native=kinds.ranked_bar),
    "strip": Kind(strip, native=kinds.strip, heading=strip_heading),
    "trend": Kind(trend, native=kinds.trend, heading=trend_heading),
    "target_bullet": Kind(
        target_bullet, native=kinds.target_bullet, lit=False, views=False, tables=("targets",)
    ),
    "verdicts": Kind(verdicts, native=kinds.verdicts, lit=False, views=False, tables=("targets",)),
    "strategy_tree": Kind(strategy_tree, native=kinds.strategy_tree, views=False, tables=("strategies",)),
    "matrix": Kind(
        matrix, native=kinds.matrix, lit=False, views=False, tables=("strategies", "targets", "facilities")
    ),
    "timeline": Kind(timeline, native=kinds.timeline, views=False, tables=("events",)),
    "table": Kind(table, native=kinds.table, lit=False, table=True, tables=("*",)),
    "side_by_side": Kind(side_by_side, native=kinds.side_by_side, heading=side_by_side_heading),
    "fact_card": Kind(fact_card, native=kinds.fact_card, whole=True, tables=("targets", "quantities")),
    "distribution": Kind(distribution, native=kinds.distribution),
    "scatter": Kind(scatter, native=kinds.scatter, telling=Telling(pairs.heading, pairs.alt, of_latest)),
    "dated_dots": Kind(
        dated_dots, native=kinds.dated_dots, telling=Telling(dates.heading, dates.alt, dated.rows)
    ),
    "multiples": Kind(
        multiples, native=kinds.multiples, telling=Telling(panels.heading, panels.alt, of_latest)
    ),
    "coverage": Kind(
        coverage, native=kinds.coverage, telling=Telling(reporting.heading, reporting.alt, of_reporting)
    ),
    "profile": Kind(
        profile,
        native=kinds.profile,
        whole=True,
        telling=Telling(profiles.heading, profiles.alt, standing_table.rows),
    ),
    "standings": Kind(
        standings,
        native=kinds.standings,
        table=True,
        whole=True,
        telling=Telling(standing_table.heading, standing_table.alt, standing_table.rows),
    ),
}


@dataclass(frozen=True)
class Chart:
    """(kind, ids, basis, level, regions, period, per, options): all that says which chart this is.

    ``ids`` are indicators, or with ``records`` the ids of its rows (none = all). ``records`` names a table; ``where``
    narrows it as ``(column, value)`` pairs; ``per`` names what indicators are divided by; ``options`` go to the kind.
    """

    kind: str
    ids: tuple[str, ...] = ()
    records: str = ""
    where: tuple[tuple[str, str], ...] = ()
    level: str = "sido"
    basis: str = ""
    period: str = ""
    per: str = ""
    regions: tuple[str, ...] = ()
    lit: tuple[str, ...] = ()
    title: str = ""
    options: tuple[tuple[str, Any], ...] = field(default=())

    def material(self, catalog: Catalog) -> Material:
        """The View or Records this chart is drawn from. Raises UnknownIndicator for an id that does not exist."""
        if not self.records:
            return catalog.view(
                self.ids,
                level=self.level,
                basis=self.basis,
                period=self.period,
                regions=self.regions,
                per=self.per,
            )
        return catalog.records(self.records, ids=self.ids, **dict(self.where))

    def figure(self, material: Material, look: Look, shapes: Any = None) -> Any:
        """The chart drawn for a look: a Plotly figure, or a pydeck Deck for the kind ``columns``."""
        return self._made(KINDS[self.kind].draw, material, look, shapes)

    def natives(self, material: Material, look: Look, shapes: Any = None) -> Sequence[Native]:
        """The chart in the objects that office programs have themselves; a table where a kind says nothing else."""
        return self._made(KINDS[self.kind].native or tables.native, material, look, shapes)

    def _made(self, make: Callable[..., Any], material: Material, look: Look, shapes: Any) -> Any:
        kind = KINDS[self.kind]
        extras: dict[str, Any] = dict(self.options)
        if kind.lit:
            chosen = material if isinstance(material, View) and not kind.whole else None
            extras["lit"] = spread(chosen, self.lit) if chosen is not None else self.lit
        if self.title:
            extras["title"] = self.title
        return make(material, look, shapes, **extras) if kind.shapes else make(material, look, **extras)

    def prepared(self, catalog: Catalog, lang: str) -> Chart:
        """The chart with the facilities it names by kind (option ``places``) as the points a map draws."""
        options = dict(self.options)
        kinds = options.pop("places", "")
        if not kinds:
            return self
        options["points"] = points(catalog.records("facilities", kind=kinds), lang, self.regions)
        return replace(self, options=tuple(options.items()))

    @property
    def filed(self) -> Chart:
        """The chart that goes into a file: itself, or its flat stand-in."""
        stand_in = KINDS[self.kind].in_files
        return replace(self, kind=stand_in) if stand_in else self

    def heading(self, material: Material, look: Look) -> captions.Heading:
        """Title, subtitle and foot of this chart, as the figure itself carries them."""
        if (telling := KINDS[self.kind].telling) and isinstance(material, View):
            return telling.heading(material, look, self.lit, self.title)
        if (own := KINDS[self.kind].heading) and isinstance(material, View):
            return own(material, look, spread(material, self.lit), self.title)
        if isinstance(material, View):
            told = captions.of_view(material, look, with_map=KINDS[self.kind].shapes)
            return replace(told, title=clean(self.title) or told.title)
        return captions.of_records(material, look, self.title or self._name(material, look.lang))

    @staticmethod
    def _name(records: Records, lang: str) -> str:
        """What records are called when the chart has no title of its own: the only row, or the table."""
        return records.frame[lang].iloc[0] if len(records) == 1 else words(lang)(f"table.{records.kind}")

    def alt(self, material: Material, lang: str) -> str:
        """The chart in full sentences, for those who cannot see it."""
        if (telling := KINDS[self.kind].telling) and isinstance(material, View):
            return telling.alt(material, lang, self.lit, self.title)
        if isinstance(material, View):
            return captions.alt_of_view(material, lang)
        return alt_of_records(material, self.title, lang)

    def cells(self, material: Material, lang: str, brief: bool = False) -> pd.DataFrame:
        """The chart as a table of readable texts with worded headers; ``brief`` keeps the columns a phone has room for."""
        if not brief or isinstance(material, View):
            return self._rows(material, lang)
        columns = [c for c in BRIEF if c in COLUMNS[material.kind]]
        return cells(material, lang, [*columns[:2], "source"])

    def csv(self, material: Material, lang: str) -> str:
        """The chart's rows as CSV text, with title, unit, coverage and sources below them."""
        heading = self.heading(material, Look(lang=lang))
        notes = (heading.title, heading.subtitle, *heading.foot, heading.mark)
        return write_csv(self.values(material, lang), notes)

    def values(self, material: Material, lang: str) -> pd.DataFrame:
        """The chart's rows for other programs: numbers beside their unit, ISO dates, ids and codes."""
        return self._rows(material, lang, values=True)

    def _rows(self, material: Material, lang: str, values: bool = False) -> pd.DataFrame:
        telling = KINDS[self.kind].telling
        if telling and isinstance(material, View):
            return telling.rows(material, lang, self.lit, values)
        return cells(material, lang, values=values)

    def file_name(self, material: Material, lang: str) -> str:
        """What a file of this chart is called: lit regions, subject, whether figures add up, and period or edition."""
        if isinstance(material, Records):
            return file_name(self.title or self._name(material, lang), material.edition.id)
        say, named = words(lang), self._lit_names(material, lang)
        if KINDS[self.kind].telling:
            subject = say.get(f"{self.kind}.name") or self.heading(material, Look(lang=lang)).title
            return file_name(*named, subject, material.edition.id)
        subject = _some([clean(each.short[lang]) for each in material.columns], 1, lang)
        total = say("file.cumulative") if material.indicator.nature == "cumulative" else ""
        spoken = "" if any(total in each for each in subject) else total
        return file_name(*named, *subject, spoken, *material.period.split("/"))

    def _lit_names(self, view: View, lang: str) -> list[str]:
        """The regions a file is named after: the lit ones, or the only one that reports."""
        only = tuple(view.ranking.index) if view.reach.k == len(view.columns) == 1 else ()
        return _some([view.name(code, lang) for code in self.lit or only], 2, lang)


def _some(names: Sequence[str], most: int, lang: str) -> list[str]:
    """A few names as they are; of many the first, with how many more there are."""
    if len(names) <= most:
        return list(names)
    return [words(lang)("file.more", name=names[0], n=len(names) - 1)]
