"""Regions painted into the windows of a map: fills, hatching, the outlines of what is intended or lit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from components import captions
from components.labels import plotly as label
from components.mapping import projection
from components.mapping.outlines import Ground, Land
from components.mapping.projection import Window
from components.mapping.shading import Shade, hover, values
from components.sheet import Room
from components.theme import Look
from components.wording import words
from datasets.view import View

OUTLINE = 2.5
MANY = 40  # regions: of more, borders are thin, and not every region is named
CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Shapes:
    """The geometry of a map: for outlines and for hatching an address (on screen) or a FeatureCollection (in files).

    ``parents`` are the outlines of the regions above, drawn as borders over many small regions; none where not given.
    """

    regions: str | Mapping[str, Any]
    hatch: str | Mapping[str, Any]
    parents: str | Mapping[str, Any] | None = None


class Geometry(dict):
    """Features that the copies of a figure share: nobody changes them, and copying them takes longer than drawing."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Geometry:
        return self


@dataclass(frozen=True)
class Painter:
    """What is painted into each map of a figure; traces and layout are collected and put on the figure in one go."""

    view: View
    look: Look
    shapes: Shapes
    shades: Mapping[str, Shade]
    lit: tuple[str, ...]
    land: Land
    traces: list[dict[str, Any]] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.shades)

    @property
    def hatched(self) -> list[str]:
        return [code for code, shade in self.shades.items() if shade.hatched]

    @property
    def many(self) -> bool:
        return len(self.shades) > MANY

    @cached_property
    def told(self) -> dict[str, str]:
        """What is written on each region with a value."""
        return values(self.view, self.look.lang)

    @cached_property
    def full(self) -> dict[str, str]:
        """The value of each region with its unit, or that there is none."""
        none, table = words(self.look.lang)("missing.none"), self.view.ranking.to_dict("index")
        texts = {c: captions.value_text(row, self.view.indicator, self.look.lang) for c, row in table.items()}
        return {code: texts.get(code, none) for code in self.codes}

    @cached_property
    def hovers(self) -> dict[str, str]:
        """What each region tells under the pointer."""
        texts = {code: text.partition("\n") for code, text in hover(self.view, self.look.lang).items()}
        return {code: f"<b>{label(name)}</b><br>{label(value)}" for code, (name, _, value) in texts.items()}

    def write(self, geo: str, name: str, **trace: Any) -> None:
        """A trace of points, lines or words on a map."""
        self.traces.append(dict(type="scattergeo", geo=geo, name=name, **trace))

    def paint(
        self, ground: Ground, plot: Room, geo: str, hatch: str | Mapping[str, Any], framed: bool = False
    ) -> None:
        """The regions in one window: fills, hatching, borders, and the outlines of the lit ones last."""
        self.layout[geo] = axes(ground.window, plot, self.look, framed)
        seen = set(ground.seen(ground.window.drawn)) if framed else set(self.codes)
        codes = [code for code in self.codes if code in seen]
        hatched = [code for code in codes if self.shades[code].hatched]
        self._fill("values", [code for code in codes if code not in hatched], geo)
        self._fill("missing", hatched, geo)
        self._flat("hatch", hatched, geo, hatch, self.look.palette.missing)
        for edge in dict.fromkeys(self.shades[code].edge for code in codes if self.shades[code].edge):
            edged = [code for code in codes if self.shades[code].edge == edge]
            self._flat("intended", edged, geo, self.shapes.regions, CLEAR, edge, 2)
        if self.shapes.parents is not None and self.many:
            above = list(dict.fromkeys(region.parent for region in self.view.regions))
            self._flat("parents", above, geo, self.shapes.parents, CLEAR, self.look.palette.muted, 0.8)
        outlined = [code for code in codes if code in self.lit]
        self._flat("lit", outlined, geo, self.shapes.regions, CLEAR, self.look.palette.lit, OUTLINE)

    def _fill(self, name: str, codes: list[str], geo: str) -> None:
        """Regions in their own fills; the numbers handed to Plotly are places in a list of fills, never values."""
        if not codes:
            return
        fills = list(dict.fromkeys(self.shades[code].fill for code in codes))
        places = [fills.index(self.shades[code].fill) + 1 for code in codes]
        border = dict(width=0.35 if self.many else 0.7, color=self.look.palette.missing)
        texts = [self.hovers[code] for code in codes]
        self._add(
            name, codes, geo, self.shapes.regions, places, fills, border, hovertext=texts, hoverinfo="text", customdata=codes
        )  # fmt: skip

    def _flat(
        self, name: str, codes: list[str], geo: str, shapes: str | Mapping, fill: str, edge: str = CLEAR, width: float = 0
    ) -> None:  # fmt: skip
        if codes:
            line = dict(width=width, color=edge)
            self._add(name, codes, geo, shapes, [1] * len(codes), [fill], line, hoverinfo="skip")

    def _add(
        self, name: str, codes: list[str], geo: str, shapes: str | Mapping, places: list[int], fills: list[str],
        line: dict[str, Any], **more: Any,
    ) -> None:  # fmt: skip
        self.traces.append(
            dict(
                type="choropleth", geo=geo, name=name, geojson=geometry(shapes, codes), locations=codes, z=places, zmin=0.5, zmax=len(fills) + 0.5,
                colorscale=_steps(fills), showscale=False, marker=dict(line=line, opacity=1), **more,
            )
        )  # fmt: skip


def axes(window: Window, plot: Room, look: Look, framed: bool) -> dict[str, Any]:
    """The settings of one geo subplot: its window, its place, and nothing of Plotly's own world."""
    box = window.box
    return dict(
        domain=dict(x=_share(box.left, box.right, plot.width), y=_share(plot.height - box.bottom, plot.height - box.top, plot.height)),
        projection=dict(type=projection.NAME, rotation=dict(lon=window.meridian, lat=0, roll=0)),
        center=dict(zip(("lon", "lat"), window.middle, strict=True)),
        lonaxis=dict(range=list(window.lon), showgrid=False), lataxis=dict(range=list(window.lat), showgrid=False),
        bgcolor=look.palette.surface if framed and not look.clear else CLEAR, showframe=framed, framecolor=look.palette.others, framewidth=1,
        showland=False, showcoastlines=False, showcountries=False, showlakes=False, showocean=False, showrivers=False, showsubunits=False,
    )  # fmt: skip


def _share(low: float, high: float, whole: float) -> list[float]:
    return [min(max(low / whole, 0), 1), min(max(high / whole, 0), 1)]


def _steps(fills: list[str]) -> list[list[Any]]:
    """A colour scale of flat steps."""
    return [[edge / len(fills), fill] for at, fill in enumerate(fills) for edge in (at, at + 1)]


def geometry(shapes: str | Mapping[str, Any], codes: Iterable[str]) -> str | Geometry:
    """The address as it is, or only the features of these regions."""
    if isinstance(shapes, str):
        return shapes
    wanted: Collection[str] = set(codes)
    features = [each for each in shapes["features"] if each["id"] in wanted]
    return Geometry({"type": "FeatureCollection", "features": features})
