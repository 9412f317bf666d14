"""Dots: what a strip draws, taken from a View: per indicator the reporting regions and the nation, with their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from components import absent, captions
from components.labels import period, told_unit
from components.lit import Mark
from components.theme import SYMBOLS, Look
from components.wording import words
from datasets.indicators import Indicator
from datasets.view import NATION, View

MOST_TOLD = 12  # lit regions that carry name and value


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
    """One indicator: its dots and the nation, what is written ``under`` its name, and ``why`` it has no scale, if so."""

    indicator: Indicator
    under: str
    dots: tuple[Dot, ...]
    nation: Dot | None
    why: str = ""
    cut: bool = False

    @property
    def scaled(self) -> bool:
        return not self.why

    def few(self, most: int) -> Row:
        """Without a scale only so many values stand side by side: of more, the marked ones."""
        if self.scaled or len(self.dots) <= most:
            return self
        return replace(self, dots=tuple(dot for dot in self.dots if dot.mark), cut=True)

    @property
    def marked(self) -> list[tuple[Dot, Mark]]:
        """The dots that carry name and value, with their marks; where very many are lit their colour must do."""
        found = [(dot, dot.mark) for dot in self.all if dot.mark]
        return (
            found if len(found) <= MOST_TOLD else [(dot, mark) for dot, mark in found if dot is self.nation]
        )

    @property
    def all(self) -> list[Dot]:
        return [*self.dots, *([self.nation] if self.nation else [])]


def row_of(view: View, indicator: Indicator, look: Look, lit: dict[str, Mark]) -> Row:
    """One indicator of a view in its latest period; ``lit`` are the marks of the regions that stand out."""
    table, when, say = view.column(indicator.id), view.period_of(indicator.id), words(look.lang)
    reported = table[table["value"].notna()]
    reach, why = view.coverage[indicator.id], absent.no_scale(indicator, view.coverage[indicator.id], say)
    without = [view.name(code, look.lang) for code in lit if code not in reported.index]
    under = (
        told_unit(indicator.unit, look.lang),
        period(when, look.lang) if when else "",
        say("strip.of", n=reach.n, k=reach.k),
    )
    under += (say("strip.missing", names=say.list(without)) if without else "",)
    return Row(
        indicator=indicator,
        under=" · ".join(filter(None, under)),
        dots=tuple(
            _dot(view, str(code), row, indicator, look, lit.get(str(code)))
            for code, row in zip(reported.index, reported.to_dict("records"), strict=True)
        ),
        nation=_nation(view, indicator, look),
        why=why,
    )


def _dot(
    view: View, code: str, row: Mapping[str, Any], indicator: Indicator, look: Look, mark: Mark | None
) -> Dot:
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
    if indicator.aggregation == "sum":
        return None  # a total is no yardstick for its parts, and would press them all to one end
    if at not in view.reference.index or pd.isna(view.reference.loc[at, (indicator.id, "value")]):
        return None
    colour = look.palette.national
    return _dot(
        view,
        NATION,
        dict(view.reference.loc[at][indicator.id]),
        indicator,
        look,
        Mark(colour, colour, SYMBOLS[0]),
    )
