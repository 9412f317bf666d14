"""What the tests of the map kinds share: Views with known coverage, shapes inside and by address, decoded traces."""

from __future__ import annotations

import base64
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import plotly.graph_objects as go

from components.charts.choropleth import Shapes
from components.theme import PRESETS, Look, Size
from datasets import catalog
from datasets.view import View
from geo import boundaries
from tests import examples

ADDRESS = Shapes("app/static/geo/sido-17.geojson", "app/static/geo/sido-17-hatch.geojson")
SIZES = (PRESETS["slide"], PRESETS["half"], Size(760, 620), Size(480, 420), Size(358, 520))
LOOKS = [
    Look(lang, theme, size)
    for lang, theme, size in zip(
        ("ko", "en", "ko", "en", "ko"), ("light", "dark", "print", "light", "dark"), SIZES, strict=True
    )
]
NAMES = [f"{look.size.width}-{look.lang}-{look.theme}" for look in LOOKS]


@cache
def view(k: int, basis: str = "17") -> View:
    """An indicator reported by the first ``k`` regions."""
    with tempfile.TemporaryDirectory() as folder:
        return examples.some(Path(folder), k).view("some_share", basis=basis)


@cache
def full(basis: str = "17") -> View:
    """An indicator reported by all seventeen."""
    with tempfile.TemporaryDirectory() as folder:
        return examples.full(Path(folder)).view("ict_share", basis=basis)


@cache
def single(value: float = 272, status: str = "actual", code: str = "gwangju", basis: str = "17") -> View:
    """An indicator that one region reports."""
    with tempfile.TemporaryDirectory() as folder:
        place = examples.write_folder(Path(folder))
        at = (code, "2025-03-28")
        examples.write_indicator(place, "mous", {at: value}, decimals=0, statuses={at: status})
        return catalog.load(place).view("mous", basis=basis)


@cache
def inside(basis: str = "17") -> Shapes:
    """The geometry itself."""
    codes = [region.code for region in full(basis).regions]
    return Shapes(boundaries.shapes(codes), boundaries.hatch(codes))


def spec(figure: go.Figure) -> dict[str, Any]:
    """What is sent to the browser, typed arrays decoded."""
    return decoded(figure.to_plotly_json())


def decoded(node: Any) -> Any:
    """A spec with plain lists in place of typed arrays."""
    if isinstance(node, dict) and set(node) >= {"bdata", "dtype"}:
        return np.frombuffer(base64.b64decode(node["bdata"]), dtype=node["dtype"]).tolist()
    if isinstance(node, dict):
        return {key: decoded(value) for key, value in node.items()}
    if isinstance(node, (list, tuple, np.ndarray)):
        return [decoded(value) for value in node]
    return node


def traces(figure: go.Figure, name: str, geo: str = "") -> list[dict[str, Any]]:
    """The traces of a name, in all maps or in one."""
    return [t for t in spec(figure)["data"] if t.get("name") == name and (not geo or t.get("geo") == geo)]


def legend_texts(figure: go.Figure) -> list[str]:
    """The words of the legend, line breaks undone."""
    return [
        a["text"].replace("<br>", " ")
        for a in spec(figure)["layout"]["annotations"]
        if a.get("name") == "legend"
    ]
