"""A coverage matrix as a table: a row an indicator, a column a region, each cell in words."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from components.contents.reporting import matrix_of
from components.labels import clean, period
from components.wording import words
from datasets.view import View


def of_reporting(view: View, lang: str, lit: Collection[str] = (), values: bool = False) -> pd.DataFrame:
    """What is known of each indicator in each region, headed in words.

    With ``values`` for other programs: the indicator's id and unit, periods as ISO dates, region codes in the header,
    numbers as numbers.
    """
    say, matrix = words(lang), matrix_of(view, lang)
    told = {state: say(f"coverage.{state}") for state in matrix.found}
    heads = matrix.codes if values else matrix.columns
    rows = []
    for line in matrix.lines:
        row: dict[str, int | str] = {"pillar": say(f"pillar.{line.indicator.pillar}"), "indicator": line.name}
        if values:
            row |= {"id": line.indicator.id, "unit": clean(line.indicator.unit[lang])}
        row["period"] = line.period if values or not line.period else period(line.period, lang)
        row["reporting"] = line.k if values else f"{line.k}/{line.n}"
        rows.append(row | {head: told[state] for head, state in zip(heads, line.states, strict=True)})
    table = pd.DataFrame(rows, dtype="object")
    return table.rename(columns={c: say.get(f"column.{c}") or c for c in table.columns})
