"""Grid: what a matrix draws, taken from Records: how many stand at each meeting of two columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components.labels import clean
from components.wording import Words
from datasets.records import Records
from datasets.terms import PILLARS
from datasets.texts import Text

TOTAL = "total"


@dataclass(frozen=True)
class Grid:
    """Names of rows and columns with the counts between them; ``short`` are the columns' names for narrow ones."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    short: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...]

    def cut(self, most: int, say: Words) -> Grid:
        """The grid in at most so many rows; the others are added up in the last one."""
        if len(self.rows) <= most:
            return self
        keep = max(most - 1, 0)
        rest = tuple(map(sum, zip(*self.counts[keep:], strict=True)))
        last = say("matrix.others", n=len(self.rows) - keep)
        return Grid(
            (*self.rows[:keep], last),
            self.columns,
            self.short,
            (*self.counts[:keep], rest),
            (*self.totals[:keep], sum(self.totals[keep:])),
        )


def grid_of(records: Records, rows: str, columns: str, names: Mapping[str, Text], say: Words) -> Grid:
    """How many records stand at each meeting of two columns, under readable names."""
    table = records.crossed(rows, columns)
    ids = _column_ids(table, columns)
    return Grid(
        tuple(_row_name(id_, rows, records, names, say) for id_ in table.index),
        tuple(_column_name(id_, columns, names, say) for id_ in ids),
        tuple(say.get(f"matrix.{id_}") or _column_name(id_, columns, names, say) for id_ in ids),
        tuple(tuple(int(n) for n in row) for row in table.reindex(columns=ids, fill_value=0).to_numpy()),
        tuple(int(n) for n in table[TOTAL]),
    )


def _column_ids(table: pd.DataFrame, columns: str) -> list[str]:
    """Every field of a readiness, also those nobody covers; the context and unstated ones only where counted."""
    found = [id_ for id_ in table.columns if id_ != TOTAL]
    if columns != "pillars":
        return sorted(found, key=lambda id_: id_ == "")
    return [id_ for id_ in PILLARS if id_ in found or id_ != "context"] + [""] * ("" in found)


def _row_name(id_: str, rows: str, records: Records, names: Mapping[str, Text], say: Words) -> str:
    if not id_:
        return say("matrix.no_region" if rows == "region" else "matrix.none")
    if rows == "region":
        return records.atlas.name(id_, say.lang)
    return clean(names[id_][say.lang]) if id_ in names else id_


def _column_name(id_: str, columns: str, names: Mapping[str, Text], say: Words) -> str:
    if not id_:
        return say("matrix.no_pillar")
    if columns == "pillars":
        return say.get(f"pillar.{id_}") or id_
    return clean(names[id_][say.lang]) if id_ in names else id_
