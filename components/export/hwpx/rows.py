"""Which rows and columns of a chart stand in the report: all of a few, of many those a reader looks for first."""

from __future__ import annotations

import pandas as pd

from components.cells import standing_cells
from components.cells.latest import of_latest
from components.chart import KINDS
from components.exhibit import Exhibit
from components.export.hwpx.tables import Grid
from components.labels import clean, period
from components.lit import spread
from components.wording import Words, words
from datasets.bases import NATION
from datasets.records import Records
from datasets.view import CASE, FEW, View

MOST, NEARLY = 25, 28  # rows of one table, and what stands there whole
WIDE = 4  # indicators that stand in columns; of more our regions' values stand in rows
REGION, PERIOD, RANK, SOURCE = "region", "period", "rank", "source"
# What a page has room for; the other columns are named below the table.
COLUMNS = {
    "strategies": ("name", "level", "owner", "region", "decision", "tentative", "source"),
    "events": ("date", "end", "name", "region", "status", "tentative", "source"),
    "facilities": ("name", "kind", "region", "opened", "status", "tentative", "source"),
    "targets": ("name", "status", "baseline", "target", "target_period", "source"),
    "partnerships": ("name", "kind", "region", "date", "status", "source"),
    "quantities": ("name", "value", "period", "status", "region", "source"),
    "laws": ("name", "kind", "region", "status", "date", "source"),
}


def grid(exhibit: Exhibit) -> Grid:
    """The rows and columns for the page, and in words how many there are besides and which were chosen."""
    view, lang = exhibit.material, exhibit.lang
    if isinstance(view, Records):
        return _first(_chosen(exhibit.cells, COLUMNS.get(view.kind, ()), lang), lang)
    lit = frozenset(clean(view.name(code, lang)) for code in spread(view, exhibit.chart.lit))
    if len(view.columns) > 1:
        frame = _of_many(exhibit, view)
        names = {clean(view.name(region.code, lang)) for region in view.regions}
        source = words(lang)(f"column.{SOURCE}")
        told = [c for c in frame.columns if c not in names and (c != source or len(view.columns) <= WIDE)]
        return _first(Grid(frame[told], lit, tuple(c for c in frame.columns if c in names)), lang)
    if KINDS[exhibit.chart.kind].telling:
        return _first(Grid(exhibit.cells, lit), lang)
    return _foremost(Grid(exhibit.cells, lit), view, words(lang))


def _of_many(exhibit: Exhibit, view: View) -> pd.DataFrame:
    """Several indicators: each in its latest period, or of many where our regions stand in them."""
    lit, lang = exhibit.chart.lit, exhibit.lang
    if KINDS[exhibit.chart.kind].whole or exhibit.chart.kind == "coverage":
        return exhibit.cells
    return standing_cells(view, lit, lang) if lit and len(view.columns) > WIDE else of_latest(view, lang)


def _chosen(frame: pd.DataFrame, ids: tuple[str, ...], lang: str) -> Grid:
    """The columns of a table that stand on a page, and those that do not."""
    say = words(lang)
    kept = [name for id_ in ids if (name := say(f"column.{id_}")) in frame] or list(frame.columns)
    return Grid(frame[kept], omitted=tuple(column for column in frame.columns if column not in kept))


def _first(whole: Grid, lang: str) -> Grid:
    """The first rows; the others are counted."""
    n = len(whole.frame)
    if n <= NEARLY:
        return whole.of(_tidy(whole.frame), "")
    return whole.of(_tidy(whole.frame.head(MOST)), words(lang)("report.first_rows", n=n, k=MOST))


def _foremost(whole: Grid, view: View, say: Words) -> Grid:
    """One indicator: where few report only the known values; of many rows the foremost."""
    frame, notes = whole.frame, []
    if view.reach.rule in (CASE, FEW):
        gone = _without(frame, view, say)
        if gone.any() and not gone.all():
            frame = frame[~gone]
            notes.append(say("report.without", n=int(gone.sum())))
    if len(frame) > NEARLY:
        notes.append(say("report.foremost_rows", n=len(frame), k=MOST))
        frame = frame[frame.index.isin(_order(frame, whole.lit, view, say)[:MOST])]
    return whole.of(_tidy(_unrepeated(frame, view, say)), " ".join(notes))


def _without(frame: pd.DataFrame, view: View, say: Words) -> pd.Series:
    """The rows of regions that have no value now."""
    missing = [clean(view.name(code, say.lang)) for code in view.missing]
    return frame[say(f"column.{REGION}")].isin(missing) & _is_now(frame, view, say)


def _is_now(frame: pd.DataFrame, view: View, say: Words) -> pd.Series:
    when = say(f"column.{PERIOD}")
    return frame[when] == period(view.period, say.lang) if when in frame else pd.Series(True, frame.index)


def _order(frame: pd.DataFrame, lit: frozenset[str], view: View, say: Words) -> pd.Index:
    """The rows by what is looked for first: the latest period, the nation and our own regions, then by rank."""
    region, rank = frame[say(f"column.{REGION}")], say(f"column.{RANK}")
    places = (
        frame[rank].str.extract(r"(\d+)")[0].astype(float) if rank in frame else pd.Series(0, frame.index)
    )
    own = region.isin([*lit, clean(view.name(NATION, say.lang))])
    keys = pd.DataFrame({"old": ~_is_now(frame, view, say), "other": ~own, "place": places})
    return keys.sort_values(list(keys.columns), kind="stable").index


def _unrepeated(frame: pd.DataFrame, view: View, say: Words) -> pd.DataFrame:
    """Without the columns that only repeat the caption's period, or the one document named below the table."""
    when, source = say(f"column.{PERIOD}"), say(f"column.{SOURCE}")
    once = when in frame and bool(_is_now(frame, view, say).all())
    gone = [when] * once + [source] * (len(view.sources) == 1)
    return frame.drop(columns=[column for column in gone if column in frame])


def _tidy(frame: pd.DataFrame) -> pd.DataFrame:
    """Cells as texts, with columns that say nothing in the rows shown left out."""
    columns = {
        name: [clean(cell) if cell is not None else "" for cell in frame[name].tolist()] for name in frame
    }
    told = {name: texts for n, (name, texts) in enumerate(columns.items()) if n < 2 or any(texts)}
    return pd.DataFrame(told, dtype="object")
