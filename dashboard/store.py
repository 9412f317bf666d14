"""The only caches: the catalogue and drawn figures, shared by all visitors and never changed by any."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.chart import KINDS, Chart, Material
from components.charts.choropleth import Shapes
from components.deck import Deck
from components.deck.ready import ready
from components.exhibit import Exhibit
from components.labels import markdown
from components.mapping.inside import basis_above, inside
from components.outline import Outline, of_deck
from components.theme import Brand, Look
from datasets import catalog as catalogs
from datasets.catalog import LEVEL, Catalog
from datasets.problems import Problem
from datasets.records import Records
from datasets.view import View

# The address of what assets.publish copied; relative, so it holds behind any base path.
STATIC = "app/static/"
State = tuple[Path, int, float]


def data_folder() -> Path:
    """The data the dashboard shows: the committed one, or the folder an operator names in ``DATA_DIR``."""
    return Path(os.environ.get("DATA_DIR") or catalogs.FOLDER)


def catalog() -> Catalog:
    """Everything that is known, read once and again whenever a file of the data folder has changed."""
    return _catalog(_state(data_folder()))


def material(chart: Chart) -> Material:
    """The View or Records behind a chart, read once for all charts of the same rows, whatever their kind and lit regions."""
    return _material(replace(chart, kind="", lit=(), title="", options=()), _state(data_folder()))


def view(chart: Chart) -> View:
    """What is behind a chart of indicators."""
    found = material(chart)
    assert isinstance(found, View)
    return found


def values(*ids: str, level: str = LEVEL, basis: str = "", per: str = "") -> View:
    """Indicators as the charts of all visitors share them."""
    return view(Chart("table", ids, level=level, basis=basis, per=per))


def count(chart: Chart) -> int:
    """How many rows are behind a chart of records."""
    found = material(chart)
    return len(found) if isinstance(found, Records) else found.reach.k


def figure(chart: Chart, look: Look) -> Any:
    """A chart drawn for the screen, its geometry by address."""
    return _figure(chart, look, _state(data_folder()))


def alt(chart: Chart, lang: str) -> str:
    """The chart in full sentences."""
    return _alt(chart, lang, _state(data_folder()))


def cells(chart: Chart, lang: str, brief: bool) -> pd.DataFrame:
    """The chart's rows as readable texts, ready for Markdown."""
    return _cells(chart, lang, brief, _state(data_folder()))


def picture(chart: Chart, look: Look) -> Any:
    """A chart drawn for a file, its geometry inside."""
    filed = chart.filed.prepared(catalog(), look.lang)
    return filed.figure(material(filed), look, inside(view(filed)) if KINDS[filed.kind].shapes else None)


def exhibit(chart: Chart, lang: str) -> Exhibit:
    """A chart ready for documents."""
    return _exhibit(chart, lang, _state(data_folder()))


def outline(deck: Deck, lang: str, brand: Brand, link: str = "") -> Outline:
    """A deck as slides."""
    return _outline(deck, lang, brand, link, _state(data_folder()))


def ready_decks() -> Mapping[str, Deck]:
    """The decks that stand beside the data, by id."""
    return _ready(_state(data_folder()))[0]


@st.cache_resource(show_spinner=False, max_entries=4)
def _ready(state: State) -> tuple[Mapping[str, Deck], tuple[Problem, ...]]:
    return ready(state[0], catalog())


@st.cache_resource(show_spinner=False, max_entries=256)
def _exhibit(chart: Chart, lang: str, state: State) -> Exhibit:
    return Exhibit.of(chart, catalog(), lang)


@st.cache_resource(show_spinner=False, max_entries=32)
def _outline(deck: Deck, lang: str, brand: Brand, link: str, state: State) -> Outline:
    return of_deck(deck, catalog(), lang, brand, link)


@st.cache_resource(show_spinner=False, max_entries=4)
def _catalog(state: State) -> Catalog:
    return catalogs.load(state[0])


@st.cache_resource(show_spinner=False, max_entries=512)
def _material(chart: Chart, state: State) -> Material:
    return chart.material(catalog())


@st.cache_resource(show_spinner=False, max_entries=512)
def _figure(chart: Chart, look: Look, state: State) -> Any:
    shapes = addressed(view(chart)) if KINDS[chart.kind].shapes else None
    return chart.prepared(catalog(), look.lang).figure(material(chart), look, shapes)


@st.cache_resource(show_spinner=False, max_entries=512)
def _alt(chart: Chart, lang: str, state: State) -> str:
    return chart.alt(material(chart), lang)


@st.cache_resource(show_spinner=False, max_entries=64)
def _cells(chart: Chart, lang: str, brief: bool, state: State) -> pd.DataFrame:
    return chart.cells(material(chart), lang, brief).map(markdown)


@st.cache_data(show_spinner=False, ttl=2)
def _state(folder: Path) -> State:
    """The data folder, how many files it has and when one last changed; looked at every two seconds at most."""
    times = [path.stat().st_mtime for path in folder.rglob("*") if path.suffix in (".toml", ".csv", ".json")]
    return folder, len(times), max(times, default=0.0)


def addressed(view: View) -> Shapes:
    """The geometry by address, once it is known to be sound: a map without shapes would just stay empty."""
    laid, name = inside(view), f"{STATIC}geo/{view.level}-{view.basis.id}"
    above = basis_above(view) if laid.parents else None
    parents = f"{STATIC}geo/{above.level}-{above.id}.geojson" if above else None
    return Shapes(f"{name}.geojson", f"{name}-hatch.geojson", parents)
