"""The only caches: the catalogue and drawn figures, shared by all visitors and never changed by any."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import streamlit as st

from components.chart import KINDS, Chart, Material
from components.charts.choropleth import Shapes
from components.theme import Look
from datasets import catalog as catalogs
from datasets.catalog import Catalog
from geo import boundaries

# The address of what assets.publish copied; relative, so it holds behind any base path.
STATIC = "app/static/"


def data_folder() -> Path:
    """The data the dashboard shows: the committed one, or the folder an operator names in ``DATA_DIR``."""
    return Path(os.environ.get("DATA_DIR") or catalogs.FOLDER)


def catalog() -> Catalog:
    """Everything that is known, read once and again whenever a file of the data folder has changed."""
    folder = data_folder()
    return _catalog(folder, _stamp(folder))


def material(chart: Chart) -> Material:
    """The View or Records behind a chart."""
    return _material(chart, _stamp(data_folder()))


def figure(chart: Chart, look: Look) -> Any:
    """A chart drawn for the screen, its geometry by address."""
    return _figure(chart, look, _stamp(data_folder()))


def picture(chart: Chart, look: Look) -> Any:
    """A chart drawn for a file, its geometry inside."""
    filed = chart.filed
    return filed.figure(material(filed), look, _inside(material(filed)) if KINDS[filed.kind].shapes else None)


@st.cache_resource(show_spinner=False, max_entries=4)
def _catalog(folder: Path, stamp: float) -> Catalog:
    return catalogs.load(folder)


@st.cache_resource(show_spinner=False, max_entries=512)
def _material(chart: Chart, stamp: float) -> Material:
    return chart.material(catalog())


@st.cache_resource(show_spinner=False, max_entries=512)
def _figure(chart: Chart, look: Look, stamp: float) -> Any:
    found = material(chart)
    return chart.figure(found, look, _addressed(found) if KINDS[chart.kind].shapes else None)


@st.cache_data(show_spinner=False, ttl=2)
def _stamp(folder: Path) -> float:
    """When the folder last changed; looked at every two seconds at most."""
    return max(
        (path.stat().st_mtime for path in folder.rglob("*") if path.suffix in (".toml", ".csv")), default=0.0
    )


def _addressed(view: Material) -> Shapes:
    """The geometry by address, once it is known to be sound: a map without shapes would just stay empty."""
    _inside(view)
    name = f"{STATIC}geo/{view.level}-{view.basis.id}"
    return Shapes(f"{name}.geojson", f"{name}-hatch.geojson")


@st.cache_resource(show_spinner=False, max_entries=8)
def _geometry(codes: tuple[str, ...]) -> Shapes:
    return Shapes(boundaries.shapes(codes), boundaries.hatch(codes))


def _inside(view: Material) -> Shapes:
    return _geometry(tuple(region.code for region in view.regions))
