"""Choropleth: the regions of a View on their map, in classes of colour with a legend in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from components import captions
from components.labels import plotly as label
from components.mapping import labelling, projection
from components.mapping.labelling import Placed, Spot
from components.mapping.layout import Layout, arrange, magnifying, outlying, territory
from components.mapping.legend import Legend, draw_below, draw_beside, legend
from components.mapping.outlines import rings
from components.mapping.projection import Box, Window
from components.mapping.shading import Shade, hover, scaled, shades, values
from components.sheet import Room, room, sheet
from components.theme import Look
from datasets.view import CASE, View
from geo import boundaries
from geo.boundaries import Frame

LABEL, CAPTION, CALLOUT = 0.8, 0.74, 1.25  # type sizes relative to the base
OUTLINE = 2.5
_CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Shapes:
    """The geometry of a map: for outlines and for hatching an address (on screen) or a FeatureCollection (in files)."""

    regions: str | Mapping[str, Any]
    hatch: str | Mapping[str, Any]


def choropleth(
    view: View,
    look: Look,
    shapes: Shapes,
    *,
    lit: Collection[str] = (),
    method: str = "quantile",
    limits: tuple[float, ...] = (),
) -> go.Figure:
    """A map with name and value on each region that has room, ``lit`` ones outlined, those without data hatched.

    Below five reporting regions there is no scale: these regions are filled plainly and called out with their values.
    ``method`` is ``quantile`` or ``equal``; ``limits`` are class limits to be kept instead. Crowded areas are magnified
    beside the map. Drawn without any request to another host, provided ``topojsonURL`` is ours.
    """
    figure = go.Figure()
    classes = view.classes(method, limits)
    plot = _dress(figure, view, look, legend(view, look, classes))
    painter = _Painter(figure, view, look, shapes, shades(view, look, lit, classes), tuple(lit))
    frame = boundaries.frame(view.level)
    layout = arrange(frame, _worth_magnifying(painter, frame), Box(0, 0, plot.width, plot.height), look.size.type(CAPTION))
    _draw_main(painter, layout, frame, plot)
    for number, (inset, window) in enumerate(layout.magnifiers, start=2):
        _draw_magnifier(painter, inset, window, plot, f"geo{number}")
    return figure


def _dress(figure: go.Figure, view: View, look: Look, words: Legend) -> Room:
    """The sheet with its legend where it costs the map less: beside it or below."""
    heading = captions.of_view(view, look, with_map=True)
    free = room(heading, look)
    frame = boundaries.frame(view.level)
    beside = territory(frame, Box(0, 0, max(free.width - words.width, 1), free.height)).scale
    below = territory(frame, Box(0, 0, free.width, max(free.height - words.height(free.width), 1))).scale
    if beside >= below and scaled(view):
        plot = sheet(figure, heading, look, right=words.width)
        draw_beside(figure, words)
    else:
        plot = sheet(figure, heading, look, bottom=words.height(free.width))
        draw_below(figure, words, free.width)
    return plot


@dataclass(frozen=True)
class _Painter:
    """A figure with all that is painted into each of its maps."""

    figure: go.Figure
    view: View
    look: Look
    shapes: Shapes
    shades: Mapping[str, Shade]
    lit: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.shades)

    def paint(self, window: Window, plot: Room, geo: str, framed: bool = False) -> None:
        """The regions in one window: fills, hatching, and the outlines of the lit ones last."""
        self.figure.update_layout({geo: _axes(window, plot, self.look, framed)})
        hatched = [code for code in self.codes if self.shades[code].hatched]
        edged = [code for code in self.codes if self.shades[code].edge]
        self._fill("values", [code for code in self.codes if code not in hatched], geo)
        self._fill("missing", hatched, geo)
        self._flat("hatch", hatched, geo, self.shapes.hatch, self.look.palette.missing)
        for code in edged:
            self._flat("intended", [code], geo, self.shapes.regions, _CLEAR, self.shades[code].edge, 2)
        outlined = [code for code in self.codes if code in self.lit]
        self._flat("lit", outlined, geo, self.shapes.regions, _CLEAR, self.look.palette.lit, OUTLINE)

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
        self, name: str, codes: list[str], geo: str, shapes: str | Mapping, fill: str, edge: str = _CLEAR, width: float = 0
    ) -> None:
        if codes:
            self._add(name, codes, geo, shapes, [1] * len(codes), [fill], dict(width=width, color=edge), hoverinfo="skip")

    def _add(
        self, name: str, codes: list[str], geo: str, shapes: str | Mapping, places: list[int], fills: list[str],
        line: dict[str, Any], **more: Any,
    ) -> None:  # fmt: skip
        self.figure.add_choropleth(
            geo=geo, name=name, geojson=_geometry(shapes, codes), locations=codes, z=places, zmin=0.5, zmax=len(fills) + 0.5,
            colorscale=_steps(fills), showscale=False, marker=dict(line=line, opacity=1), **more,
        )  # fmt: skip


def _axes(window: Window, plot: Room, look: Look, framed: bool) -> dict[str, Any]:
    """The settings of one geo subplot: its window, its place, and nothing of Plotly's own world."""
    box = window.box
    return dict(
        domain=dict(x=_share(box.left, box.right, plot.width), y=_share(plot.height - box.bottom, plot.height - box.top, plot.height)),
        projection=dict(type=projection.NAME, rotation=dict(lon=window.meridian, lat=0, roll=0)),
        center=dict(zip(("lon", "lat"), window.middle, strict=True)),
        lonaxis=dict(range=list(window.lon), showgrid=False), lataxis=dict(range=list(window.lat), showgrid=False),
        bgcolor=look.palette.surface if framed else _CLEAR, showframe=framed, framecolor=look.palette.others, framewidth=1,
        showland=False, showcoastlines=False, showcountries=False, showlakes=False, showocean=False, showrivers=False, showsubunits=False,
    )  # fmt: skip


def _share(low: float, high: float, whole: float) -> list[float]:
    return [min(max(low / whole, 0), 1), min(max(high / whole, 0), 1)]


def _steps(fills: list[str]) -> list[list[Any]]:
    """A colour scale of flat steps."""
    return [[edge / len(fills), fill] for at, fill in enumerate(fills) for edge in (at, at + 1)]


def _geometry(shapes: str | Mapping[str, Any], codes: Iterable[str]) -> str | dict[str, Any]:
    """The address as it is, or only the features of these regions."""
    if isinstance(shapes, str):
        return shapes
    wanted = set(codes)
    return {"type": "FeatureCollection", "features": [each for each in shapes["features"] if each["id"] in wanted]}


def _hover(text: str) -> str:
    name, _, value = text.partition("\n")
    return f"<b>{label(name)}</b><br>{label(value)}"


def _worth_magnifying(painter: _Painter, frame: Frame) -> tuple[Frame, ...]:
    """The magnifiers in which a region reports, while there is a scale; callouts need none."""
    if not scaled(painter.view):
        return ()
    points = boundaries.label_points([code for code, shade in painter.shades.items() if not shade.hatched])
    return tuple(inset for inset in magnifying(frame) if any(_shows(inset, place) for place in points.values()))


def _shows(frame: Frame, place: tuple[float, float]) -> bool:
    return frame.lon[0] <= place[0] <= frame.lon[1] and frame.lat[0] <= place[1] <= frame.lat[1]


def _draw_main(painter: _Painter, layout: Layout, frame: Frame, plot: Room) -> None:
    """The main map. Its labels come first: a map whose first trace needs no world map fetches none."""
    window, size = layout.main, painter.look.size
    points = boundaries.label_points(painter.codes)
    names = _mark_islands(painter, frame, window)
    for inset, _ in layout.magnifiers:
        _outline(painter, inset)
    taken = [_with_caption(each.drawn, size.type(CAPTION)) for _, each in layout.magnifiers]
    if scaled(painter.view):
        shown = {code: at for code, at in points.items() if not any(_shows(inset, at) for inset, _ in layout.magnifiers) or code in painter.lit}
        _label(painter, window, shown, "geo", size.type(LABEL), [*taken, *names], magnified=layout.magnifiers)
    else:
        called = _call_out(painter, window, points, names)
        shown = {code: at for code, at in points.items() if painter.shades[code].hatched}
        _label(painter, window, shown, "geo", size.type(CAPTION), [*taken, *called])
    painter.paint(window, plot, "geo")


def _with_caption(box: Box, size: float) -> Box:
    return Box(box.left, box.top - size * 1.5, box.width, box.height + size * 1.5)


def _draw_magnifier(painter: _Painter, inset: Frame, window: Window, plot: Room, geo: str) -> None:
    points = {code: at for code, at in boundaries.label_points(painter.codes).items() if _shows(inset, at)}
    size = painter.look.size.type(LABEL)
    _label(painter, window, points, geo, size, ())
    hatch = boundaries.hatch([code for code, shade in painter.shades.items() if shade.hatched], within=inset)
    painter = replace(painter, shapes=Shapes(painter.shapes.regions, hatch))
    painter.paint(window, plot, geo, framed=True)
    box = window.drawn
    painter.figure.add_annotation(
        text=label(getattr(inset, painter.look.lang)), xref="paper", yref="paper", x=box.left / plot.width, y=1 - box.top / plot.height,
        xanchor="left", yanchor="bottom", showarrow=False, borderpad=1,
        font=dict(size=painter.look.size.type(CAPTION), color=painter.look.palette.muted), name="inset",
    )  # fmt: skip


def _outline(painter: _Painter, inset: Frame) -> None:
    """Where on the main map a magnifier looks."""
    (west, east), (south, north) = inset.lon, inset.lat
    painter.figure.add_scattergeo(
        lon=[west, east, east, west, west], lat=[south, south, north, north, south], mode="lines", geo="geo", name="looks",
        line=dict(width=1, color=painter.look.palette.muted, dash="dot"), hoverinfo="skip",
    )  # fmt: skip


def _mark_islands(painter: _Painter, frame: Frame, window: Window) -> list[Box]:
    """The names of what lies off the mainland, below it, and a dot on what is smaller than a pixel; the room they take."""
    size, colours = painter.look.size.type(CAPTION), painter.look.palette
    specks = [sum(each.lon) / 2 for each in outlying(frame)], [sum(each.lat) / 2 for each in outlying(frame)]
    painter.figure.add_scattergeo(
        lon=specks[0], lat=specks[1], mode="markers", geo="geo", name="marks",
        marker=dict(size=[_dot(each, window) for each in outlying(frame)], color=colours.muted, opacity=1), hoverinfo="skip",
    )  # fmt: skip
    spots = [(*window.pixel(sum(each.lon) / 2, each.lat[0]), getattr(each, painter.look.lang)) for each in outlying(frame)]
    inside: list[tuple[float, float]] = []
    boxes: list[Box] = []
    for x, y, text in sorted(spots):
        x, y = _kept_inside(x, y + size * 0.95, text, size, window.drawn)
        while any(labelling.box_at(x, y, [text], size).meets(other) for other in boxes):
            y += size * 0.5
        inside.append((x, y))
        boxes.append(labelling.box_at(x, y, [text], size))
    places = [window.place(x, y) for x, y in inside]
    painter.figure.add_scattergeo(
        lon=[lon for lon, _ in places], lat=[lat for _, lat in places], text=[label(text) for _, _, text in sorted(spots)], mode="text", geo="geo",
        textfont=dict(size=size, color=colours.muted), textposition="middle center", hoverinfo="skip", name="islands",
    )  # fmt: skip
    return boxes


def _dot(frame: Frame, window: Window) -> float:
    """The size of the dot on an island: none where it is large enough to be seen."""
    wide = window.pixel(frame.lon[1], frame.lat[0])[0] - window.pixel(frame.lon[0], frame.lat[0])[0]
    return 3.5 if wide < 4 else 0


def _kept_inside(x: float, y: float, text: str, size: float, box: Box) -> tuple[float, float]:
    half = labelling.extent([text], size)[0] / 2 + 1
    return min(max(x, box.left + half), box.right - half), y


def _label(
    painter: _Painter,
    window: Window,
    points: Mapping[str, tuple[float, float]],
    geo: str,
    size: float,
    taken: Iterable[Box],
    magnified: Iterable[tuple[Frame, Window]] = (),
) -> None:
    """Name and value of regions, as far as there is room; the name alone where a magnifier tells the value."""
    told = values(painter.view, painter.look.lang)
    bare = {code for code, at in points.items() if any(_shows(inset, at) for inset, _ in magnified)}
    spots = [
        Spot(code, *window.pixel(*at), _texts(painter, code, "" if code in bare else told.get(code, "")), code in painter.lit)
        for code, at in points.items()
    ]
    placed = labelling.place(spots, size, window.drawn, rings(boundaries.shapes(painter.codes), window), taken)
    for style, group in _by_style(painter, placed).items():
        _write(painter, window, group, geo, size, style)
    if not placed:
        painter.figure.add_scattergeo(lon=[], lat=[], mode="text", geo=geo, name="labels")


def _texts(painter: _Painter, code: str, value: str) -> tuple[tuple[str, ...], ...]:
    name = painter.view.name(code, painter.look.lang)
    return ((name, value), (name,)) if value else ((name,),)


def _by_style(painter: _Painter, placed: list[Placed]) -> dict[tuple[str, str], list[Placed]]:
    """Labels by ink and halo: those on their region take its fill as halo, those beside it the paper's."""
    groups: dict[tuple[str, str], list[Placed]] = {}
    colours = painter.look.palette
    for each in placed:
        shade = painter.shades[each.spot.code]
        groups.setdefault((shade.ink, shade.fill) if each.on else (colours.text, colours.surface), []).append(each)
    return groups


def _write(painter: _Painter, window: Window, placed: list[Placed], geo: str, size: float, style: tuple[str, str]) -> None:
    places = [window.place(each.x, each.y) for each in placed]
    painter.figure.add_scattergeo(
        lon=[lon for lon, _ in places], lat=[lat for _, lat in places], text=[_marked_up(each) for each in placed], mode="text",
        geo=geo, textposition="middle center", textfont=dict(size=size, color=style[0], shadow=_halo(style[1])),
        hoverinfo="skip", name="labels", customdata=[each.spot.code for each in placed],
    )  # fmt: skip


def _marked_up(placed: Placed) -> str:
    text = "<br>".join(map(label, placed.lines))
    return f"<b>{text}</b>" if placed.spot.bold else text


def _halo(colour: str) -> str:
    return ", ".join(f"{x}px {y}px 1px {colour}" for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


def _call_out(
    painter: _Painter, window: Window, points: Mapping[str, tuple[float, float]], names: list[Box]
) -> list[Box]:
    """The reporting regions with their values in the sea to their side, tied to them by a line; the room they take."""
    told = values(painter.view, painter.look.lang)
    frame = boundaries.frame(painter.view.level)
    middle = window.pixel(sum(frame.lon) / 2, sum(frame.lat) / 2)[0]
    taken: list[Box] = []
    for east in (False, True):
        side = sorted((code for code in told if (window.pixel(*points[code])[0] > middle) is east), key=lambda code: -points[code][1])
        taken += _call_out_side(painter, window, {code: points[code] for code in side}, told, east, names)
    return [*taken, *names]


def _call_out_side(
    painter: _Painter,
    window: Window,
    points: Mapping[str, tuple[float, float]],
    told: Mapping[str, str],
    east: bool,
    names: list[Box],
) -> list[Box]:
    size = painter.look.size.type(CALLOUT)
    tall = size * 2.3
    pixels = {code: window.pixel(*at) for code, at in points.items()}
    drawn = window.drawn
    middle = drawn.left + drawn.width / 2
    top = max((name.bottom for name in names if (name.left > middle) is east), default=drawn.top)
    heights = labelling.spread([y for _, y in pixels.values()], tall, top + tall / 2, drawn.bottom - tall / 2)
    boxes = []
    for (code, spot), y in zip(pixels.items(), heights, strict=True):
        box = _callout_box(painter, window, (painter.view.name(code, painter.look.lang), told[code]), size, y, east)
        _lead(painter, window, spot, box, east)
        _write_callout(painter, window, code, told[code], box, size, east)
        boxes += [_padded(box), _along(spot, box, east)]
    return boxes


def _padded(box: Box) -> Box:
    return Box(box.left - 6, box.top, box.width + 12, box.height)


def _along(spot: tuple[float, float], box: Box, east: bool) -> Box:
    """The strip a level leading line runs through; a slanting one takes no room."""
    end = box.left if east else box.right
    level = abs(box.top + box.height / 2 - spot[1]) < box.height / 4
    return Box(min(spot[0], end), spot[1] - 4, abs(end - spot[0]) if level else 0, 8)


def _callout_box(painter: _Painter, window: Window, lines: tuple[str, str], size: float, y: float, east: bool) -> Box:
    """Just off the mainland's frame, or as far out as the window allows."""
    frame = boundaries.frame(painter.view.level)
    wide = labelling.extent(lines, size)[0] * 1.03
    drawn = window.drawn
    shore = window.pixel(frame.lon[1 if east else 0], sum(frame.lat) / 2)[0]
    left = min(shore, drawn.right - wide - 2) if east else max(shore - wide, drawn.left + 2)
    return Box(left, y - size * 1.15, wide, size * 2.3)


def _lead(painter: _Painter, window: Window, spot: tuple[float, float], box: Box, east: bool) -> None:
    start = ((box.left - 4) if east else (box.right + 4), box.top + box.height / 2)
    ends = [window.place(*start), window.place(*spot)]
    colours = painter.look.palette
    painter.figure.add_scattergeo(
        lon=[lon for lon, _ in ends], lat=[lat for _, lat in ends], mode="lines+markers", geo="geo", hoverinfo="skip", name="leader",
        line=dict(width=1.2, color=colours.text), marker=dict(size=[0, 5], color=colours.text, opacity=1),
    )  # fmt: skip


def _write_callout(painter: _Painter, window: Window, code: str, value: str, box: Box, size: float, east: bool) -> None:
    look = painter.look
    lon, lat = window.place(box.left if east else box.right, box.top + box.height / 2)
    strong = code in painter.lit or painter.view.reach.rule == CASE
    name = label(painter.view.name(code, look.lang))
    painter.figure.add_scattergeo(
        lon=[lon], lat=[lat], mode="text", geo="geo", text=[f"<span style='font-size:{size * 0.72:.1f}px'>{name}</span><br><b>{label(value)}</b>"],
        textposition="middle right" if east else "middle left", hoverinfo="skip", name="callout", customdata=[code],
        textfont=dict(size=size, color=look.palette.lit_text if strong else look.palette.text, shadow=_halo(look.palette.surface)),
    )  # fmt: skip
