"""Several indicators as a table, each in its own latest period: what a chart of latest periods draws, and no more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd

from components import cited
from components.cells.views import raw_of_view
from components.contents.readings import Readings, readings
from components.labels import clean
from components.theme import Look
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.view import NATION, View


def of_latest(view: View, lang: str, lit: Collection[str] = (), values: bool = False) -> pd.DataFrame:
    """A row a region, the nation first, a column an indicator headed with its unit and period, and the documents.

    With ``values`` for other programs: a row an observation, with codes, ISO periods, units, documents and places.
    """
    indicators, say = list(dict.fromkeys(view.columns)), words(lang)
    if values:
        parts = [raw_of_view(_alone(view, indicator), lang) for indicator in indicators]
        table = pd.concat(parts, ignore_index=True)
        table = table[[c for c in table.columns if c == "value" or not table[c].isin(["", None]).all()]]
    else:
        table = pd.DataFrame(_rows(view, indicators, lang), dtype="object")
    return table.rename(columns={c: say.get(f"column.{c}") or c for c in table.columns})


def _alone(view: View, indicator: Indicator) -> View:
    """One indicator of a view in its latest period."""
    when = view.period_of(indicator.id)
    frame, reference = (
        part[part.index.get_level_values("period") == when][[indicator.id]]
        for part in (view.frame, view.reference)
    )
    return replace(
        view,
        columns=(indicator,),
        frame=frame,
        reference=reference.dropna(how="all"),
        periods=(when,) * bool(when),
    )


def _rows(view: View, indicators: Sequence[Indicator], lang: str) -> list[dict[str, str]]:
    """The values in words; a region without one says why."""
    say, columns = words(lang), [readings(view, indicator, Look(lang=lang)) for indicator in indicators]
    behind = [_documents(view, indicator) for indicator in indicators]
    codes = [NATION] * any(column.nation for column in columns) + [region.code for region in view.regions]
    rows = []
    for code in codes:
        row = {"region": clean(view.name(code, lang))}
        row |= {column.title: _text(column, code, say) for column in columns}
        told = [cited.in_cell(view.sources, *part[code], say) for part in behind if code in part]
        rows.append(row | {"source": " / ".join(dict.fromkeys(filter(None, told)))})
    return rows


def _text(column: Readings, code: str, say: Words) -> str:
    if code == NATION:
        return column.nation.text if column.nation else ""
    if code in column.texts:
        return column.texts[code].text
    return say.get(f"missing.{column.absent.get(code)}") or say("missing.none")


def _documents(view: View, indicator: Indicator) -> dict[str, tuple[str, str]]:
    """The documents behind each value of the latest period, with their places."""
    found = {}
    for frame in (view.frame, view.reference):
        if len(frame):
            at = frame.index.get_level_values("period") == view.period_of(indicator.id)
            part = frame[at][indicator.id]
            keys = part.index.get_level_values("region")
            found |= dict(zip(keys, zip(part["source"], part["where"], strict=True), strict=True))
    return found
