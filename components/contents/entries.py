"""Entries: what a grid of values side by side holds, taken from a View: indicators with a value for each region."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from components import absent, captions
from components.labels import clean, period, told_unit
from components.theme import Look
from datasets.view import View


@dataclass(frozen=True)
class Cell:
    """The value of a region, or why there is none, also in few words; ``hollow`` is what is no result."""

    text: str
    brief: str = ""
    missing: bool = False
    hollow: bool = False


@dataclass(frozen=True)
class Entry:
    """One indicator: its name, unit and period, and a cell for each region by code."""

    name: str
    under: str
    cells: dict[str, Cell]


def entries_of(view: View, look: Look) -> list[Entry]:
    """An entry for each indicator of a view, each in the period its charts show."""
    lang, found = look.lang, []
    for indicator in view.columns:
        table, cells = view.column(indicator.id), {}
        for code, row in zip(map(str, table.index), table.to_dict("records"), strict=True):
            if pd.isna(row["value"]) or row["value"] == "":
                why = absent.why(view, code, row, indicator, lang)
                cells[code] = Cell(why, why.partition(": ")[0], missing=True)
            else:
                hollow = row["status"] in ("planned", "target")
                cells[code] = Cell(captions.value_text(row, indicator, lang), hollow=hollow)
        when = view.period_of(indicator.id)
        under = " · ".join(
            filter(None, [told_unit(indicator.unit, lang), period(when, lang) if when else ""])
        )
        found.append(Entry(clean(indicator.short[lang]), under, cells))
    return found


def chosen(view: View, lit: Collection[str], most: int) -> list[str]:
    """The regions shown where not all have room: the lit ones first, then in official order, told in that order."""
    codes = [region.code for region in view.regions]
    if len(codes) <= most:
        return codes
    first = [code for code in codes if code in lit]
    kept = set([*first, *(code for code in codes if code not in lit)][:most])
    return [code for code in codes if code in kept]
