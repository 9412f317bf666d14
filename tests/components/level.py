"""Views over the level of many regions, made up: never shown to a reader."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from components.charts.choropleth import Shapes
from datasets import catalog
from datasets.texts import Text
from datasets.view import View
from geo import boundaries
from geo.regions import Regions
from tests import examples

LEVEL, BASIS = "sigungu", "229"
ADDRESS = Shapes(
    "app/static/geo/many.geojson", "app/static/geo/many-hatch.geojson", "app/static/geo/above.geojson"
)
WHY = Text("세는 방법이 달라 견주지 않습니다.", "They count in ways of their own.")


@cache
def codes(parent: str = "") -> tuple[str, ...]:
    """All regions of the level, or those below one parent."""
    rows = Regions.load().of(LEVEL, BASIS)
    return tuple(region.code for region in rows if parent in ("", region.parent))


@cache
def view(without: int = 0, parent: str = "", periods: tuple[str, ...] = ("2020",)) -> View:
    """An indicator of all regions of the level but the first few, or of those below one parent."""
    numbers = np.random.default_rng(7).lognormal(3, 1.1, (len(codes()), len(periods))).round(1)
    values = {
        (code, period): float(numbers[row, at])
        for row, code in enumerate(codes())
        for at, period in enumerate(periods)
        if row >= without
    }
    with tempfile.TemporaryDirectory() as name:
        path = examples.write_indicator(examples.write_folder(Path(name)), "many", values, aggregation="none")
        path.write_text(path.read_text().replace('levels = ["sido"]', f'levels = ["{LEVEL}"]'))
        loaded = catalog.load(Path(name))
        assert loaded.problems == ()
        return loaded.view("many", level=LEVEL, basis=BASIS, regions=codes(parent) if parent else ())


def apart(found: View) -> View:
    """The same figures, which must not be ranked against each other."""
    return replace(found, columns=tuple(replace(column, incomparable=WHY) for column in found.columns))


def with_reasons(found: View, **reasons: dict[str, Any]) -> View:
    """The same without the values of some regions, and why: ``code=dict(missing_reason=…, derived=…)``."""
    frame = found.frame.copy()
    for code, fields in reasons.items():
        rows = frame.index.get_level_values("region") == code.replace("_", "-")
        for field, value in {"value": float("nan"), **fields}.items():
            frame.loc[rows, (found.indicator.id, field)] = value
    return replace(found, frame=frame)


@cache
def inside(parent: str = "") -> Shapes:
    """The geometry itself, with the borders of the regions above."""
    rows = [region for region in Regions.load().of(LEVEL, BASIS) if parent in ("", region.parent)]
    above = tuple(dict.fromkeys(region.parent for region in rows))
    own = [region.code for region in rows]
    return Shapes(boundaries.shapes(own), boundaries.hatch(own), boundaries.shapes(above))
