"""Dots: what a strip draws, taken from a View: per indicator the reporting regions and the nation, with their words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from components import captions
from components.labels import clean, period
from components.lit import Mark
from components.theme import SYMBOLS, Look
from components.wording import words
from datasets.indicators import Indicator
from datasets.view import NATION, View


@dataclass(frozen=True)
class Dot:
    """One region of a row, or the nation: where it stands, what is written at it, how it is marked."""

    code: str
    name: str
    text: str
    value: float
    status: str
    mark: Mark | None = None

    @property
    def words(self) -> str:
        return f"{self.name} {self.text}"


@dataclass(frozen=True)
class Row:
    """One indicator: its dots and the nation, what is written ``under`` its name, whether enough report for a scale."""

    indicator: Indicator
    under: str
    dots: tuple[Dot, ...]
    nation: Dot | None
    scaled: bool

    @property
    def marked(self) -> list[tuple[Dot, Mark]]:
        """The dots that carry name and value, with their marks."""
        return [(dot, dot.mark) for dot in self.all if dot.mark]

    @property
    def all(self) -> list[Dot]:
        return [*self.dots, *([self.nation] if self.nation else [])]


def row_of(view: View, indicator: Indicator, look: Look, lit: dict[str, Mark]) -> Row:
    """One indicator of a view in its latest period; ``lit`` are the marks of the regions that stand out."""
    table, when, say = view.column(indicator.id), view.period_of(indicator.id), words(look.lang)
    reported = table[table["value"].notna()]
    reach, number = view.coverage[indicator.id], indicator.kind == "number"
    absent = [view.name(code, look.lang) for code in lit if code not in reported.index]
    under = (
        clean(indicator.unit[look.lang]),
        period(when, look.lang) if when else "",
        say("strip.of", n=reach.n, k=reach.k),
    )
    under += (say("strip.missing", names=say.list(absent)) if absent else "",)
    return Row(
        indicator=indicator,
        under=" · ".join(filter(None, under)),
        dots=tuple(
            _dot(view, str(code), row, indicator, look, lit.get(str(code)))
            for code, row in reported.iterrows()
        ),
        nation=_nation(view, indicator, look),
        scaled=number and reach.may_rank,
    )


def _dot(view: View, code: str, row: pd.Series, indicator: Indicator, look: Look, mark: Mark | None) -> Dot:
    value = float(row["value"]) if indicator.kind == "number" else 0.0
    return Dot(
        code,
        view.name(code, look.lang),
        captions.value_text(row, indicator, look.lang),
        value,
        row["status"],
        mark,
    )


def _nation(view: View, indicator: Indicator, look: Look) -> Dot | None:
    at = (NATION, view.period_of(indicator.id))
    if at not in view.reference.index or pd.isna(view.reference.loc[at, (indicator.id, "value")]):
        return None
    colour = look.palette.national
    return _dot(
        view, NATION, view.reference.loc[at][indicator.id], indicator, look, Mark(colour, colour, SYMBOLS[0])
    )
