"""Standings: a table of value, place, and distances to the nation and to the best, an indicator and a region a row."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from components import captions
from components.cells import standing_cells
from components.charts.table import drawn
from components.contents import profile
from components.labels import clean
from components.sheet import Heading
from components.theme import Look
from components.wording import words
from datasets.view import View


def standings(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """The table as it stands in files: every indicator one of the lit regions reports; on a page it is a real table.

    Columns and rows without room are named and counted, as in every table; ``rows`` always gives all of them.
    """
    told = replace(heading(view, look, lit, title), foot=_documents(view, look, lit))
    return drawn(rows(view, look.lang, lit), told, look)


def rows(view: View, lang: str, lit: Collection[str], values: bool = False) -> pd.DataFrame:
    """The rows with worded headers, in words or with ``values`` as numbers."""
    return standing_cells(view, lit, lang, values=values)


def heading(view: View, look: Look, lit: Collection[str], title: str = "") -> Heading:
    """What the table holds and of whom; the documents stand in its rows."""
    say = words(look.lang)
    chosen = [region.code for region in view.regions if region.code in lit]
    alone = len(chosen) == 1
    own = (
        say("standings.title_of", region=view.name(chosen[0], look.lang)) if alone else say("standings.title")
    )
    return Heading(clean(title or own), captions.basis(view, look.lang), (), captions.mark(view.edition, say))


def _documents(view: View, look: Look, lit: Collection[str]) -> tuple[str, ...]:
    """The documents of one region's rows, with their dates."""
    chosen = [region.code for region in view.regions if region.code in lit]
    return profile.heading(view, look, lit).foot if len(chosen) == 1 else ()


def alt(view: View, lang: str, lit: Collection[str], title: str = "") -> str:
    """What the table holds, and how many rows."""
    name = heading(view, Look(lang=lang), lit, title).title
    return words(lang)("standings.alt", title=name, n=len(rows(view, lang, lit)))
