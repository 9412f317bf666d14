"""An exhibit: a chart made ready for a document, with everything a writer of any format may ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from components import address
from components.chart import KINDS, Chart, Material
from components.citations import Citation, citations
from components.labels import clean
from components.mapping.inside import inside
from components.natives import Native
from components.sheet import Heading
from components.theme import Look
from components.wording import words
from datasets.catalog import Catalog
from datasets.view import View


@dataclass(frozen=True)
class Exhibit:
    """One chart with the rows behind it, in one language: what every format is written from."""

    chart: Chart
    material: Material
    lang: str
    # The chart as it was asked for, where a file shows another or facilities stand in it as points: its link.
    asked: Chart | None = field(default=None, kw_only=True)
    # What was said once for a look: several formats of one deck ask for the same.
    _natives: dict[Look, Sequence[Native]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @classmethod
    def of(cls, chart: Chart, catalog: Catalog, lang: str) -> Exhibit:
        """The exhibit of a chart, or of the flat kind that stands in for it in files. Raises UnknownIndicator."""
        filed = chart.filed.prepared(catalog, lang)
        return cls(filed, filed.material(catalog), lang, asked=chart)

    @cached_property
    def heading(self) -> Heading:
        """Title, subtitle (unit, period, basis), foot (k of n, sources) and mark (product, edition)."""
        return self.chart.heading(self.material, Look(lang=self.lang))

    @cached_property
    def alt(self) -> str:
        """The chart in full sentences."""
        return clean(self.chart.alt(self.material, self.lang))

    @cached_property
    def cells(self) -> pd.DataFrame:
        """The chart's rows as readable texts under worded headers."""
        return self.chart.cells(self.material, self.lang)

    @cached_property
    def values(self) -> pd.DataFrame:
        """The chart's rows for other programs: numbers are numbers beside their unit, dates ISO text, codes given."""
        return self.chart.values(self.material, self.lang)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The documents behind the chart."""
        return citations(self.material, self.lang)

    @cached_property
    def definitions(self) -> tuple[str, ...]:
        """A line for each indicator: what is counted, and what must not be read into it."""
        say = words(self.lang)
        columns = self.material.columns if isinstance(self.material, View) else ()
        return tuple(
            say("exhibit.definition", title=clean(c.title[self.lang]), meaning=clean(c.meaning[self.lang]))
            + "".join(f" {say('exhibit.caution', text=clean(each[self.lang]))}" for each in c.caution)
            for c in columns
        )

    @cached_property
    def file_name(self) -> str:
        """What a file of this chart is called, without an ending."""
        return self.chart.file_name(self.material, self.lang)

    @property
    def link(self) -> str:
        """The chart's own address, below the address of the dashboard."""
        return address.link(self.asked or self.chart, lang=self.lang)

    def figure(self, look: Look) -> Any:
        """The Plotly figure, its geometry inside."""
        return self.chart.figure(self.material, look, self._shapes())

    def natives(self, look: Look) -> Sequence[Native]:
        """The chart in the objects that office programs have themselves: plots, drawings, tables, facts."""
        if look not in self._natives:
            self._natives[look] = self.chart.natives(self.material, look, self._shapes())
        return self._natives[look]

    def _shapes(self) -> Any:
        view = self.material
        return inside(view) if KINDS[self.chart.kind].shapes and isinstance(view, View) else None
