"""Columns: the regions of a View as a landscape in three dimensions, a column as high as its value."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pydeck as pdk

from components import captions
from components.labels import clean
from components.mapping.labelling import box_at, extent
from components.mapping.painting import Shapes
from components.mapping.projection import Box
from components.mapping.shading import INTENDED, hover, rgb, scaled, values
from components.theme import FONT_STACK, Look
from datasets.view import CASE, View
from geo import boundaries
from geo.boundaries import Frame

TALLEST = 190_000  # metres: the largest value
PIN = 26_000  # metres: the same for all where there is no scale
RADIUS = 8_500  # metres, of so many columns as are usual; more are thinner
USUAL = 17
MANY, MOST_NAMED = 40, 5  # columns of which not all are named, and how many of the highest are
CLEAR = [0, 0, 0, 0]
PITCH = 50  # degrees: looking north from the south
_EARTH = 6_371_000
_GROUND = 78_271.5  # metres a pixel at zoom 0 on the equator, on tiles of 512 pixels
_LABEL = 0.87  # type size relative to the base
_FLAT = {"depthCompare": "always", "depthWriteEnabled": False}  # flat layers lie in their order, not by depth
_SEA = [[60, 5], [190, 5], [190, 60], [60, 60]]


def columns(view: View, look: Look, shapes: Shapes, *, lit: Collection[str] = ()) -> pdk.Deck:
    """A tilted map of Korea with one column a reporting region, proportional to its value from zero, seen from the south.

    ``lit`` columns stand out; regions without data stay flat, pale and hatched. Below five reporting regions there is no
    scale: all columns are equally low and only mark who reports what. Negative values have no height but are told.
    Regions below one parent fill the picture; of many only the lit and the highest are named.
    Nothing is loaded from another host. The deck holds no heading: whoever shows it writes title and sources as text.
    """
    frame = boundaries.frame(view.level)
    near = boundaries.frame_of([r.code for r in view.regions]) if captions.parent(view) else frame
    scale = min((near.lat[1] - near.lat[0]) / (frame.lat[1] - frame.lat[0]), 1)
    camera = _camera(near, look, scale)
    rows = _rows(view, look, lit, camera, scale)
    layers = [
        _sea(look),
        _base(view, look, shapes, lit, scale),
        _hatch(view, look, shapes),
        _columns(rows, RADIUS * scale * min(math.sqrt(USUAL / (len(rows) * scale or 1)), 1)),
        _labels(rows, look),
    ]
    return pdk.Deck(
        layers=layers,
        map_provider=None,
        views=[pdk.View(type="MapView", controller=True, orthographic=True)],
        initial_view_state=camera.state,
        tooltip={"text": "{tip}", "style": _tip_style(look)},
    )


def _rows(
    view: View, look: Look, lit: Collection[str], camera: Camera, scale: float = 1
) -> list[dict[str, Any]]:
    """One record a region: place, height, colours, texts, and how far its label is pushed off its neighbours'."""
    points = boundaries.label_points([region.code for region in view.regions])
    told, tips = values(view, look.lang), hover(view, look.lang)
    high = {code: height * scale for code, height in heights(view).items()}
    named = high if len(high) <= MANY else {*lit, *view.ranking.index[:MOST_NAMED]}
    words = {code: clean(f"{view.name(code, look.lang)} {told.get(code, '')}") for code in high}
    texts = {code: text if code in named else "" for code, text in words.items()}
    tops = {code: camera.pixel(*points[code], high[code]) for code in high}
    offsets = _offsets({code: tops[code] for code in high if texts[code]}, texts, told, look)
    return [
        {
            "code": code, "place": list(points[code]), "height": height, "top": [*points[code], height], "tip": tips[code],
            "text": texts[code], "offset": offsets.get(code, [0, 0]),
            "fill": _fill(view, look, code, lit), "ink": _ink(view, look, code, lit),
        }
        for code, height in high.items()
    ]  # fmt: skip


def _offsets(
    tops: Mapping[str, tuple[float, float]], texts: Mapping[str, str], told: Collection[str], look: Look
) -> dict[str, list[float]]:
    """Pixels from the top of each column to its label, so that labels keep off each other in the opening view.

    Those that tell a value choose first.
    """
    size = look.size.type(_LABEL)
    taken: list[Box] = []
    found = {}
    for code, (x, y) in sorted(tops.items(), key=lambda item: (item[0] not in told, -item[1][1])):
        tries = [
            (dx, dy, box_at(x + dx, y + dy, [texts[code]], size)) for dx, dy in _places(texts[code], size)
        ]
        free = [each for each in tries if not any(each[2].meets(other) for other in taken)]
        dx, dy, box = (free or tries)[0]
        taken.append(box)
        found[code] = [round(dx), round(dy)]
    return found


def _places(text: str, size: float) -> list[tuple[float, float]]:
    """Where a label may stand from the top of its column: above, right, left, higher."""
    side = extent([text], size)[0] / 2 + size
    above = -size * 0.9
    return [
        (0, above),
        (side, size * 0.3),
        (-side, size * 0.3),
        (side * 0.6, above),
        (-side * 0.6, above),
        (0, 2.2 * above),
        (side, size * 1.4),
        (-side, size * 1.4),
        (side, above),
        (-side, above),
        (side * 0.6, 2.2 * above),
        (0, 3.5 * above),
    ]


def heights(view: View) -> dict[str, float]:
    """Metres of every region's column: proportional from zero with a scale, else equal; 0 without a value."""
    found = view.ranking["value"]
    largest = max(found.max(), 0) or 1 if scaled(view) else 1
    return {
        region.code: _height(found[region.code] / largest if scaled(view) else None)
        if region.code in found.index
        else 0.0
        for region in view.regions
    }


def _height(share: float | None) -> float:
    return float(PIN) if share is None else max(float(share), 0) * TALLEST


def _fill(view: View, look: Look, code: str, lit: Collection[str]) -> list[int]:
    """The colour of a column: what is only intended is translucent, no column is drawn without a value."""
    colours = look.palette
    if code not in view.ranking.index:
        return [0, 0, 0, 0]
    row = view.ranking.loc[code]
    colour = colours.lit if code in lit or view.reach.rule == CASE else colours.others
    if row["status"] in INTENDED:
        return [*rgb(getattr(colours, row["status"])), 110]
    return [*rgb(colour), 255]


def _ink(view: View, look: Look, code: str, lit: Collection[str]) -> list[int]:
    colours = look.palette
    if code not in view.ranking.index:
        return [*rgb(colours.muted), 255]
    return [*rgb(colours.lit_text if code in lit or view.reach.rule == CASE else colours.text), 255]


def _sea(look: Look) -> pdk.Layer:
    """A ground in the surface's colour to the horizon: the deck's own background would be the page's."""
    return pdk.Layer(
        "PolygonLayer", id="sea", data=[{"rim": _SEA}], get_polygon="rim", get_fill_color=[*rgb(look.palette.surface), 255],
        stroked=False, pickable=False, parameters=_FLAT,
    )  # fmt: skip


def _base(view: View, look: Look, shapes: Shapes, lit: Collection[str], scale: float) -> pdk.Layer:
    """The flat regions; where there is no scale the reporting ones in their colour."""
    colours = look.palette
    reporting = list(view.ranking.index)
    strong = [] if scaled(view) else [code for code in reporting if code in lit or view.reach.rule == CASE]
    paints = [(strong, [*rgb(colours.lit), 255]), (reporting, [*rgb(colours.plain), 255])]
    edges = [(list(lit), [*rgb(colours.lit), 255])]
    return _polygons(
        "base", shapes.regions, _shown(view, _choice(paints, [*rgb(colours.missing_fill), 255])), stroked=True,
        get_line_color=_shown(view, _choice(edges, [*rgb(colours.missing), 255])), get_line_width=(200 if len(view.regions) > MANY else 500) * scale,
        line_width_min_pixels=0.3 if len(view.regions) > MANY else 1,
    )  # fmt: skip


def _hatch(view: View, look: Look, shapes: Shapes) -> pdk.Layer:
    """Stripes over the regions without data; those of the others are there but cannot be seen."""
    return _polygons(
        "hatch",
        shapes.hatch,
        _shown(view, _choice([(view.ranking.index, CLEAR)], [*rgb(look.palette.missing), 255])),
        stroked=False,
    )


def _polygons(id_: str, data: Any, fill: str, **more: Any) -> pdk.Layer:
    source = data if isinstance(data, str) else dict(data)
    return pdk.Layer(
        "GeoJsonLayer",
        source,
        id=id_,
        filled=True,
        get_fill_color=fill,
        pickable=False,
        parameters=_FLAT,
        **more,
    )


def _choice(paints: Iterable[tuple[Collection[str], list[int]]], other: list[int]) -> str:
    """An expression for deck.gl: the colour of the first list of codes a feature is in, else the other."""
    written = str(other)
    for codes, colour in reversed([(codes, colour) for codes, colour in paints if len(codes)]):
        written = f"({_meets(codes)}) ? {colour} : {written}"
    return written


def _shown(view: View, colour: str) -> str:
    """The same, and nothing for the regions of the level that a narrowed view leaves out."""
    if len(view.regions) == len(view.atlas.of(view.level, view.basis.id)):
        return colour
    return f"({_meets([region.code for region in view.regions])}) ? ({colour}) : {CLEAR}"


def _meets(codes: Collection[str]) -> str:
    return " || ".join(f"properties.code == '{code}'" for code in codes)


def _columns(rows: list[dict[str, Any]], radius: float) -> pdk.Layer:
    return pdk.Layer(
        "ColumnLayer", id="columns", data=rows, get_position="place", get_elevation="height", get_fill_color="fill",
        radius=radius, disk_resolution=32, extruded=True, pickable=True, auto_highlight=False,
        material={"ambient": 0.75, "diffuse": 0.45, "shininess": 8, "specularColor": [40, 40, 40]},
    )  # fmt: skip


def _labels(rows: list[dict[str, Any]], look: Look) -> pdk.Layer:
    """Name and value on top of every column, always in front."""
    size = look.size.type(_LABEL)
    return pdk.Layer(
        "TextLayer", id="labels", data=rows, get_position="top", get_text="text", get_color="ink", get_size=size,
        get_pixel_offset="offset", character_set=pdk.types.String("auto"), font_family=pdk.types.String(FONT_STACK),
        font_weight=700, background=True,
        get_background_color=[*rgb(look.palette.surface), 190],
        background_padding=[3, 1, 3, 1],
        pickable=False,
        parameters=_FLAT,
    )  # fmt: skip


@dataclass(frozen=True)
class Camera:
    """A parallel view from the south, so that equal heights look equal everywhere; pixels count from its middle."""

    lon: float
    lat: float
    metres: float  # a pixel

    def pixel(self, lon: float, lat: float, height: float) -> tuple[float, float]:
        """Where a place at a height is drawn, x to the right and y down."""
        tilt, scale = math.radians(PITCH), _EARTH * math.cos(math.radians(self.lat)) / self.metres
        north = math.asinh(math.tan(math.radians(lat))) - math.asinh(math.tan(math.radians(self.lat)))
        up = north * scale * math.cos(tilt) + height / self.metres * math.sin(tilt)
        return math.radians(lon - self.lon) * scale, -up

    @property
    def state(self) -> pdk.ViewState:
        zoom = math.log2(_GROUND * math.cos(math.radians(self.lat)) / self.metres)
        return pdk.ViewState(
            longitude=self.lon, latitude=self.lat, zoom=zoom, pitch=PITCH, bearing=0, min_zoom=3, max_zoom=12
        )


def _camera(frame: Frame, look: Look, scale: float = 1) -> Camera:
    """The view that holds the whole frame and a column of full height near its northern edge."""
    (west, east), (south, north) = frame.lon, frame.lat
    tilt, middle = math.radians(PITCH), math.radians((south + north) / 2)
    wide = math.radians(east - west) * math.cos(middle) * _EARTH
    deep = math.radians(north - south) * _EARTH * math.cos(tilt)
    above = TALLEST * scale * math.sin(tilt) * 0.5
    label = look.size.type(3)
    metres = max(
        wide * 1.06 / (look.size.width - 2 * label), (deep + above) * 1.02 / (look.size.height - 2 * label)
    )
    return Camera(
        (west + east) / 2, (south + north) / 2 + math.degrees(above / 2 / math.cos(tilt) / _EARTH), metres
    )


def _tip_style(look: Look) -> dict[str, str]:
    colours = look.palette
    return {
        "backgroundColor": colours.surface, "color": colours.text, "border": f"1px solid {colours.border}",
        "borderRadius": "6px", "fontFamily": FONT_STACK, "fontSize": f"{look.size.type(0.87)}px", "whiteSpace": "pre-line",
    }  # fmt: skip
