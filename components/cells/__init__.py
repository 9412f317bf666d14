"""Cells: a View or Records as a table of readable texts with worded headers, for pages, files and screen readers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from components.cells.columns import BRIEF, COLUMNS, NUMBERS
from components.cells.records import of_records
from components.cells.standings import of_standings, raw_of_standings
from components.cells.views import of_view, raw_of_view
from components.wording import words
from datasets.records import Records
from datasets.view import View

__all__ = ["BRIEF", "COLUMNS", "cells", "is_numeric", "standing_cells"]


def cells(
    material: View | Records, lang: str, columns: Sequence[str] | None = None, *, values: bool = False
) -> pd.DataFrame:
    """The rows of a View or Records as readable texts, columns headed in words.

    ``columns`` chooses and orders the columns by id (``COLUMNS``; of a View: region, value, rank, period, source,
    note). Columns that say nothing in any row are left out, unless chosen. With ``values`` numbers stay numbers beside
    a column of units, dates stay ISO, and ids and region codes are given, for use in other programs.
    """
    if isinstance(material, View):
        table = raw_of_view(material, lang) if values else of_view(material, lang)
    else:
        table = of_records(material, lang, columns, values)
    return _headed(table, lang, columns)


def standing_cells(view: View, lit: Collection[str], lang: str, *, values: bool = False) -> pd.DataFrame:
    """Where the lit regions stand in every indicator they report, in words or with ``values`` as numbers."""
    return _headed((raw_of_standings if values else of_standings)(view, lit, lang), lang, None)


def _headed(table: pd.DataFrame, lang: str, columns: Sequence[str] | None) -> pd.DataFrame:
    say = words(lang)
    if columns is not None:
        table = table[[column for column in columns if column in table]]
    else:
        table = table[
            [
                c
                for c in table.columns
                if c in ("region", "name", "value") or not table[c].isin(["", None]).all()
            ]
        ]
    return table.rename(columns={c: say.get(f"column.{c}") or c for c in table.columns})


def is_numeric(column: str, lang: str) -> bool:
    """Whether a worded header stands over figures, which are set flush right."""
    say = words(lang)
    return column in {say(f"column.{c}") for c in NUMBERS}
