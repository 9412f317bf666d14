"""Regions painted into the windows of a map: fills, hatching, the outlines of what is intended or lit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.labels import plotly as label
from components.mapping import projection
from components.mapping.projection import Window
from components.mapping.shading import Shade, hover
from components.sheet import Room
from components.theme import Look
from datasets.view import View

OUTLINE = 2.5
CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Shapes:
    """The geometry of a map: for outlines and for hatching an address (on screen) or a FeatureCollection (in files)."""

    regions: str | Mapping[str, Any]
    hatch: str | Mapping[str, Any]


@dataclass(frozen=True)
class Painter:
    """A figure with all that is painted into each of its maps."""

    figure: go.Figure
    view: View
    look: Look
    shapes: Shapes
    shades: Mapping[str, Shade]
    lit: tuple[str, ...]
    outlines: Mapping[str, Any]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.shades)

    def paint(self, window: Window, plot: Room, geo: str, framed: bool = False) -> None:
        """The regions in one window: fills, hatching, and the outlines of the lit ones last."""
        self.figure.update_layout({geo: axes(window, plot, self.look, framed)})
        hatched = [code for code in self.codes if self.shades[code].hatched]
        edged = [code for code in self.codes if self.shades[code].edge]
        self._fill("values", [code for code in self.codes if code not in hatched], geo)
        self._fill("missing", hatched, geo)
        self._flat("hatch", hatched, geo, self.shapes.hatch, self.look.palette.missing)
        for code in edged:
            self._flat("intended", [code], geo, self.shapes.regions, CLEAR, self.shades[code].edge, 2)
        outlined = [code for code in self.codes if code in self.lit]
        self._flat("lit", outlined, geo, self.shapes.regions, CLEAR, self.look.palette.lit, OUTLINE)

    def _fill(self, name: str, codes: list[str], geo: str) -> None:
        """Regions in their own fills; the numbers handed to Plotly are places in a list of fills, never values."""
        if not codes:
            return
        fills = list(dict.fromkeys(self.shades[code].fill for code in codes))
        texts = hover(self.view, self.look.lang)
        self._add(
            name, codes, geo, self.shapes.regions, [fills.index(self.shades[code].fill) + 1 for code in codes], fills,
            dict(width=0.7, color=self.look.palette.missing),
            hovertext=[_hover(texts[code]) for code in codes], hoverinfo="text", customdata=codes,
        )  # fmt: skip

    def _flat(
        self,
        name: str,
        codes: list[str],
        geo: str,
        shapes: str | Mapping,
        fill: str,
        edge: str = CLEAR,
        width: float = 0,
    ) -> None:
        if codes:
            self._add(
                name,
                codes,
                geo,
                shapes,
                [1] * len(codes),
                [fill],
                dict(width=width, color=edge),
                hoverinfo="skip",
            )

    def _add(
        self, name: str, codes: list[str], geo: str, shapes: str | Mapping, places: list[int], fills: list[str],
        line: dict[str, Any], **more: Any,
    ) -> None:  # fmt: skip
        self.figure.add_choropleth(
            geo=geo, name=name, geojson=geometry(shapes, codes), locations=codes, z=places, zmin=0.5, zmax=len(fills) + 0.5,
            colorscale=_steps(fills), showscale=False, marker=dict(line=line, opacity=1), **more,
        )  # fmt: skip


def axes(window: Window, plot: Room, look: Look, framed: bool) -> dict[str, Any]:
    """The settings of one geo subplot: its window, its place, and nothing of Plotly's own world."""
    box = window.box
    return dict(
        domain=dict(x=_share(box.left, box.right, plot.width), y=_share(plot.height - box.bottom, plot.height - box.top, plot.height)),
        projection=dict(type=projection.NAME, rotation=dict(lon=window.meridian, lat=0, roll=0)),
        center=dict(zip(("lon", "lat"), window.middle, strict=True)),
        lonaxis=dict(range=list(window.lon), showgrid=False), lataxis=dict(range=list(window.lat), showgrid=False),
        bgcolor=look.palette.surface if framed else CLEAR, showframe=framed, framecolor=look.palette.others, framewidth=1,
        showland=False, showcoastlines=False, showcountries=False, showlakes=False, showocean=False, showrivers=False, showsubunits=False,
    )  # fmt: skip


def _share(low: float, high: float, whole: float) -> list[float]:
    return [min(max(low / whole, 0), 1), min(max(high / whole, 0), 1)]


def _steps(fills: list[str]) -> list[list[Any]]:
    """A colour scale of flat steps."""
    return [[edge / len(fills), fill] for at, fill in enumerate(fills) for edge in (at, at + 1)]


def geometry(shapes: str | Mapping[str, Any], codes: Iterable[str]) -> str | dict[str, Any]:
    """The address as it is, or only the features of these regions."""
    if isinstance(shapes, str):
        return shapes
    wanted = set(codes)
    return {
        "type": "FeatureCollection",
        "features": [each for each in shapes["features"] if each["id"] in wanted],
    }


def _hover(text: str) -> str:
    name, _, value = text.partition("\n")
    return f"<b>{label(name)}</b><br>{label(value)}"
