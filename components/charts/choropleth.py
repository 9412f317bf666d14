"""Choropleth: the regions of a View on their map, in classes of colour with a legend in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from components import captions, measure
from components.labels import clean
from components.labels import plotly as label
from components.mapping import points as places
from components.mapping.callouts import CALLOUT, SMALLER, call_out
from components.mapping.layout import LARGEST, Layout, arrange, magnifying, territory
from components.mapping.legend import Legend, legend
from components.mapping.outlines import Ground, land, stripes
from components.mapping.painting import Painter, Shapes
from components.mapping.points import Mark, Point
from components.mapping.projection import Box, Window
from components.mapping.shading import scaled, shades
from components.mapping.swatches import Placed, below, beside, drawn, joined
from components.mapping.writing import CAPTION, label_size, mark_islands, shows, write_labels
from components.sheet import Heading, Room, dress, laid_out, room
from components.theme import Look
from components.wording import words as say_in
from datasets.view import View
from geo import boundaries
from geo.boundaries import Frame

__all__ = ["Point", "Shapes", "choropleth"]

CLOSER = 0.65  # of what a window wants, between the stripes of a map of a few regions
APART = 0.17  # most of the width that islands beside the map of a few regions take
MOST_CALLED = 8  # of many regions, so many lit ones are called out


@dataclass(frozen=True)
class Scene:
    """What the map shows: its window, what is drawn in a box beside it, and whether it is a part of the country."""

    frame: Frame
    beside: tuple[Frame, ...]
    zoomed: bool


@dataclass(frozen=True)
class Picture:
    """A map with all that is on it, ready to be put on a figure or into a drawing.

    ``painter`` holds what is drawn in every window, ``layout`` the windows, ``captions`` the names of the magnifiers,
    ``legend`` with ``entries`` the legend in its place, ``worn`` the sheet and its heading.
    """

    painter: Painter
    layout: Layout
    room: Room
    captions: list[dict[str, Any]]
    legend: Legend
    entries: list[Placed]
    worn: dict[str, Any]


def choropleth(
    view: View,
    look: Look,
    shapes: Shapes,
    *,
    lit: Collection[str] = (),
    method: str = "quantile",
    limits: tuple[float, ...] = (),
    points: Sequence[Point] = (),
    title: str = "",
) -> go.Figure:
    """A map with name and value on each region that has room, ``lit`` ones outlined, those without data hatched.

    Regions below one parent fill the map. Of many regions only the lit or outermost are named, beside the map.
    Without a scale few reporting regions are filled plainly and called out with their values. ``method`` is
    ``quantile`` or ``equal``; ``limits`` are class limits to be kept instead. ``points`` (longitude, latitude, words,
    kind, open) stand as symbols. Drawn without any request to another host, provided ``topojsonURL`` is ours.
    """
    figure, heading = go.Figure(), _heading(view, look, points, title)
    made = picture(view, look, shapes, heading, lit=lit, method=method, limits=limits, points=points)
    figure.add_traces(made.painter.traces)
    worn = joined(made.worn, drawn(made.legend, made.entries))
    dress(figure, **joined(worn, dict(annotations=made.captions)), **made.painter.layout)
    return figure


def picture(
    view: View,
    look: Look,
    shapes: Shapes,
    heading: Heading,
    *,
    lit: Collection[str] = (),
    method: str = "quantile",
    limits: tuple[float, ...] = (),
    points: Sequence[Point] = (),
) -> Picture:
    """The map under a heading, with everything in its place."""
    classes = view.classes(method, limits)
    shaded = shades(view, look, lit, classes)
    scene = _scene(view, shaded)
    words = legend(view, look, classes, points)
    plot, worn, entries = _dressed(view, look, scene, words, heading)
    painter = Painter(view, look, shapes, shaded, tuple(lit), land([region.code for region in view.regions]))
    space, size = Box(0, 0, plot.width, plot.height), look.size.type(CAPTION)
    layout = arrange(scene.frame, scene.beside, space, size, APART if scene.zoomed else LARGEST)
    _draw_main(painter, layout, scene, plot, points)
    captions_ = [
        _draw_magnifier(painter, inset, window, plot, f"geo{number}", label_size(look, layout.main), points)
        for number, (inset, window) in enumerate(layout.magnifiers, start=2)
    ]
    return Picture(painter, layout, plot, captions_, words, entries, worn)


def _heading(view: View, look: Look, points: Sequence[Point], title: str) -> Heading:
    """As of every View, with what the symbols must not be taken for."""
    heading = captions.of_view(view, look, with_map=True)
    note = (say_in(look.lang)("map_legend.points"),) if points else ()
    return replace(heading, title=clean(title) or heading.title, foot=(*heading.foot, *note))


def _scene(view: View, shaded: Mapping[str, object]) -> Scene:
    """The whole country with its crowded areas magnified, or the regions of one parent with their far islands beside."""
    if captions.parent(view):
        frame = boundaries.frame_of(shaded)
        return Scene(replace(frame, insets=()), frame.insets, zoomed=True)
    frame = boundaries.frame(view.level)
    return Scene(frame, _worth_magnifying(view, frame), zoomed=False)


def _worth_magnifying(view: View, frame: Frame) -> tuple[Frame, ...]:
    """The magnifiers in which a region reports; the callouts of a few need none."""
    if view.reach.k < captions.FEWEST:
        return ()
    points = boundaries.label_points(view.ranking.index)
    return tuple(
        inset for inset in magnifying(frame) if any(shows(inset, place) for place in points.values())
    )


def _dressed(
    view: View, look: Look, scene: Scene, words: Legend, heading: Heading
) -> tuple[Room, dict[str, Any], list[Placed]]:
    """The room of the map, the layout of its sheet, and the legend where it costs less: beside the map or below."""
    free = room(heading, look)
    side = territory(scene.frame, Box(0, 0, max(free.width - words.width, 1), free.height)).scale
    under = territory(
        scene.frame, Box(0, 0, free.width, max(free.height - words.height(free.width), 1))
    ).scale
    if side >= under and scaled(view):
        plot, worn = laid_out(heading, look, right=words.width)
        return plot, worn, list(beside(words))
    plot, worn = laid_out(heading, look, bottom=words.height(free.width))
    return plot, worn, list(below(words, free.width))


def _draw_main(painter: Painter, layout: Layout, scene: Scene, plot: Room, given: Sequence[Point]) -> None:
    """The main map. Its labels come first: a map whose first trace needs no world map fetches none."""
    window, size = layout.main, painter.look.size
    names = mark_islands(painter, scene.frame, window)
    for inset, _ in () if scene.zoomed else layout.magnifiers:
        _outline(painter, inset)
    taken = [_with_caption(each.drawn, size.type(CAPTION)) for _, each in layout.magnifiers]
    insets = [inset for inset, _ in layout.magnifiers]
    here = [p for p in given if window.shows(*p[:2]) and not any(shows(inset, p[:2]) for inset in insets)]
    marks = places.marks(here, window, painter.look)
    ground = Ground(painter.land, window)
    _name(painter, ground, layout, scene, [*taken, *places.boxes(marks, painter.look)], names)
    near = replace(scene.frame, stripe_km=scene.frame.stripe_km * CLOSER)
    hatched = painter.hatched if scene.zoomed else []
    painter.paint(ground, plot, "geo", stripes(hatched, near) if hatched else painter.shapes.hatch)
    places.draw(painter, window, marks, "geo")


def _name(
    painter: Painter, ground: Ground, layout: Layout, scene: Scene, taken: list[Box], names: list[Box]
) -> None:
    """The labels of the main map: on the regions, or called out beside it, with their values."""
    window, look, view = layout.main, painter.look, painter.view
    points = boundaries.label_points(painter.codes)
    if painter.many and not scene.zoomed:
        called = {code: points[code] for code in _outstanding(view, painter.lit)}
        call_out(painter, window, scene.frame, called, [*names, *taken], look.size.type(SMALLER))
    elif scaled(view) or view.reach.k >= captions.FEWEST:
        shown = {code: at for code, at in points.items() if code in painter.lit or not _elsewhere(layout, at)}
        write_labels(
            painter, ground, shown, "geo", label_size(look, window), [*taken, *names],
            magnified=() if scene.zoomed else layout.magnifiers,
        )  # fmt: skip
    else:
        reporting = {code: points[code] for code in view.ranking.index}
        called = call_out(painter, window, scene.frame, reporting, names, look.size.type(CALLOUT))
        shown = {code: at for code, at in points.items() if code not in reporting}
        write_labels(painter, ground, shown, "geo", look.size.type(CAPTION), [*taken, *called])


def _elsewhere(layout: Layout, place: tuple[float, float]) -> bool:
    return any(shows(inset, place) for inset, _ in layout.magnifiers)


def _outstanding(view: View, lit: Sequence[str]) -> list[str]:
    """Of many regions the lit ones; without any the largest and the smallest value, where values may be compared."""
    chosen = [region.code for region in view.regions if region.code in lit][:MOST_CALLED]
    if chosen or not scaled(view):
        return chosen
    return list(dict.fromkeys([view.ranking.index[0], view.ranking.index[-1]]))


def _with_caption(box: Box, size: float) -> Box:
    return Box(box.left, box.top - size * 1.5, box.width, box.height + size * 1.5)


def _draw_magnifier(
    painter: Painter, inset: Frame, window: Window, plot: Room, geo: str, size: float, given: Sequence[Point]
) -> dict[str, Any]:
    """A box beside the map that shows a part of it larger, or what lies far off; returns its caption."""
    points = {code: at for code, at in boundaries.label_points(painter.codes).items() if shows(inset, at)}
    ground, look = Ground(painter.land, window), painter.look
    marks: list[Mark] = places.marks([point for point in given if shows(inset, point[:2])], window, look)
    write_labels(painter, ground, points, geo, size, places.boxes(marks, look), keep=True)
    painter.paint(
        ground,
        plot,
        geo,
        stripes(painter.hatched, inset) if painter.hatched else {"features": []},
        framed=True,
    )
    places.draw(painter, window, marks, geo)
    box, caption, type_size = window.drawn, getattr(inset, look.lang), look.size.type(CAPTION)
    shrink = min(1, (plot.width - box.left) / measure.width(caption, type_size))
    return dict(
        text=label(caption), xref="paper", yref="paper", x=box.left / plot.width, y=1 - box.top / plot.height,
        xanchor="left", yanchor="bottom", showarrow=False, borderpad=1,
        font=dict(size=look.size.legible(type_size * shrink), color=look.palette.muted), name="inset",
    )  # fmt: skip


def _outline(painter: Painter, inset: Frame) -> None:
    """Where on the main map a magnifier looks."""
    (west, east), (south, north) = inset.lon, inset.lat
    painter.write(
        "geo", "looks", lon=[west, east, east, west, west], lat=[south, south, north, north, south], mode="lines",
        line=dict(width=1, color=painter.look.palette.muted, dash="dot"), hoverinfo="skip",
    )  # fmt: skip
