"""Choropleth: the regions of a View on their map, in classes of colour with a legend in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go

from components import captions, measure
from components.labels import plotly as label
from components.mapping.callouts import call_out
from components.mapping.layout import Layout, arrange, magnifying, territory
from components.mapping.legend import Legend, draw_below, draw_beside, legend
from components.mapping.painting import Painter, Shapes
from components.mapping.projection import Box, Window
from components.mapping.shading import scaled, shades
from components.mapping.writing import CAPTION, label_size, mark_islands, shows, write_labels
from components.sheet import Room, room, sheet
from components.theme import Look
from datasets.view import View
from geo import boundaries
from geo.boundaries import Frame

__all__ = ["Shapes", "choropleth"]


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
    painter = Painter(
        figure, view, look, shapes, shades(view, look, lit, classes), tuple(lit), _outlines(view, shapes)
    )
    frame = boundaries.frame(view.level)
    layout = arrange(
        frame, _worth_magnifying(painter, frame), Box(0, 0, plot.width, plot.height), look.size.type(CAPTION)
    )
    _draw_main(painter, layout, frame, plot)
    for number, (inset, window) in enumerate(layout.magnifiers, start=2):
        _draw_magnifier(painter, inset, window, plot, f"geo{number}", label_size(look, layout.main))
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


def _outlines(view: View, shapes: Shapes) -> Mapping[str, Any]:
    """The geometry itself, to keep labels on their regions; read where the figure only has its address."""
    return (
        boundaries.shapes([region.code for region in view.regions])
        if isinstance(shapes.regions, str)
        else shapes.regions
    )


def _worth_magnifying(painter: Painter, frame: Frame) -> tuple[Frame, ...]:
    """The magnifiers in which a region reports, while there is a scale; callouts need none."""
    if not scaled(painter.view):
        return ()
    points = boundaries.label_points([code for code, shade in painter.shades.items() if not shade.hatched])
    return tuple(
        inset for inset in magnifying(frame) if any(shows(inset, place) for place in points.values())
    )


def _draw_main(painter: Painter, layout: Layout, frame: Frame, plot: Room) -> None:
    """The main map. Its labels come first: a map whose first trace needs no world map fetches none."""
    window, size = layout.main, painter.look.size
    points = boundaries.label_points(painter.codes)
    names = mark_islands(painter, frame, window)
    for inset, _ in layout.magnifiers:
        _outline(painter, inset)
    taken = [_with_caption(each.drawn, size.type(CAPTION)) for _, each in layout.magnifiers]
    if scaled(painter.view):
        shown = {
            code: at
            for code, at in points.items()
            if not any(shows(inset, at) for inset, _ in layout.magnifiers) or code in painter.lit
        }
        write_labels(
            painter,
            window,
            shown,
            "geo",
            label_size(painter.look, window),
            [*taken, *names],
            magnified=layout.magnifiers,
        )
    else:
        called = call_out(painter, window, points, names)
        shown = {code: at for code, at in points.items() if painter.shades[code].hatched}
        write_labels(painter, window, shown, "geo", size.type(CAPTION), [*taken, *called])
    painter.paint(window, plot, "geo")


def _with_caption(box: Box, size: float) -> Box:
    return Box(box.left, box.top - size * 1.5, box.width, box.height + size * 1.5)


def _draw_magnifier(
    painter: Painter, inset: Frame, window: Window, plot: Room, geo: str, size: float
) -> None:
    points = {code: at for code, at in boundaries.label_points(painter.codes).items() if shows(inset, at)}
    write_labels(painter, window, points, geo, size, (), keep=True)
    hatch = boundaries.hatch([code for code, shade in painter.shades.items() if shade.hatched], within=inset)
    painter = replace(painter, shapes=Shapes(painter.shapes.regions, hatch))
    painter.paint(window, plot, geo, framed=True)
    box, caption = window.drawn, getattr(inset, painter.look.lang)
    wide = measure.width(caption, painter.look.size.type(CAPTION))
    painter.figure.add_annotation(
        text=label(caption), xref="paper", yref="paper", x=box.left / plot.width, y=1 - box.top / plot.height,
        xanchor="left", yanchor="bottom", showarrow=False, borderpad=1,
        font=dict(size=painter.look.size.type(CAPTION) * min(1, (plot.width - box.left) / wide), color=painter.look.palette.muted), name="inset",
    )  # fmt: skip


def _outline(painter: Painter, inset: Frame) -> None:
    """Where on the main map a magnifier looks."""
    (west, east), (south, north) = inset.lon, inset.lat
    painter.figure.add_scattergeo(
        lon=[west, east, east, west, west], lat=[south, south, north, north, south], mode="lines", geo="geo", name="looks",
        line=dict(width=1, color=painter.look.palette.muted, dash="dot"), hoverinfo="skip",
    )  # fmt: skip
