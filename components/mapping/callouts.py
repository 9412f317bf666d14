"""Callouts: a few regions named with their values in the sea and tied to their place by a line."""

from __future__ import annotations

from collections.abc import Mapping

from components.labels import plotly as label
from components.mapping import labelling
from components.mapping.painting import Painter
from components.mapping.projection import Box, Window
from components.mapping.writing import halo
from datasets.view import CASE
from geo.boundaries import Frame

CALLOUT, SMALLER = (
    1.25,
    0.95,
)  # type sizes relative to the base: where values stand alone, and where classes tell them


def call_out(
    painter: Painter,
    window: Window,
    frame: Frame,
    points: Mapping[str, tuple[float, float]],
    names: list[Box],
    size: float,
) -> list[Box]:
    """Regions with their values in the sea to their side, tied to them by a line; the room they take."""
    middle = window.pixel(sum(frame.lon) / 2, sum(frame.lat) / 2)[0]
    taken: list[Box] = []
    for east in (False, True):
        side = sorted(
            (code for code, at in points.items() if (window.pixel(*at)[0] > middle) is east),
            key=lambda code: -points[code][1],
        )
        taken += _call_out_side(
            painter, window, frame, {code: points[code] for code in side}, east, names, size
        )
    return [*taken, *names]


def _call_out_side(
    painter: Painter,
    window: Window,
    frame: Frame,
    points: Mapping[str, tuple[float, float]],
    east: bool,
    names: list[Box],
    size: float,
) -> list[Box]:
    tall = size * 2.3
    pixels = {code: window.pixel(*at) for code, at in points.items()}
    drawn, boxes = window.drawn, []
    middle = drawn.left + drawn.width / 2
    top = max((name.bottom for name in names if (name.left > middle) is east), default=drawn.top)
    heights = labelling.spread([y for _, y in pixels.values()], tall, top + tall / 2, drawn.bottom - tall / 2)
    for (code, spot), y in zip(pixels.items(), heights, strict=True):
        lines = painter.view.name(code, painter.look.lang), painter.full[code]
        box = _callout_box(window, frame, lines, size, y, east)
        _lead(painter, window, spot, box, east)
        _write_callout(painter, window, code, lines, box, size, east)
        boxes += [_padded(box), _along(spot, box, east)]
    return boxes


def _padded(box: Box) -> Box:
    return Box(box.left - 6, box.top, box.width + 12, box.height)


def _along(spot: tuple[float, float], box: Box, east: bool) -> Box:
    """The strip a level leading line runs through; a slanting one takes no room."""
    end = box.left if east else box.right
    level = abs(box.top + box.height / 2 - spot[1]) < box.height / 4
    return Box(min(spot[0], end), spot[1] - 4, abs(end - spot[0]) if level else 0, 8)


def _callout_box(
    window: Window, frame: Frame, lines: tuple[str, str], size: float, y: float, east: bool
) -> Box:
    """Just off the mainland's frame, or as far out as the window allows."""
    wide = labelling.extent(lines, size)[0] * 1.03
    drawn = window.drawn
    shore = window.pixel(frame.lon[1 if east else 0], sum(frame.lat) / 2)[0]
    left = min(shore, drawn.right - wide - 2) if east else max(shore - wide, drawn.left + 2)
    return Box(left, y - size * 1.15, wide, size * 2.3)


def _lead(painter: Painter, window: Window, spot: tuple[float, float], box: Box, east: bool) -> None:
    start = ((box.left - 4) if east else (box.right + 4), box.top + box.height / 2)
    ends = [window.place(*start), window.place(*spot)]
    colours = painter.look.palette
    painter.write(
        "geo", "leader", lon=[lon for lon, _ in ends], lat=[lat for _, lat in ends], mode="lines+markers", hoverinfo="skip",
        line=dict(width=1.2, color=colours.text), marker=dict(size=[0, 5], color=colours.text, opacity=1),
    )  # fmt: skip


def _write_callout(
    painter: Painter, window: Window, code: str, lines: tuple[str, str], box: Box, size: float, east: bool
) -> None:
    look = painter.look
    lon, lat = window.place(box.left if east else box.right, box.top + box.height / 2)
    strong = code in painter.lit or painter.view.reach.rule == CASE
    (name, value), small = map(label, lines), look.size.legible(size * 0.72)
    painter.write(
        "geo", "callout", lon=[lon], lat=[lat], mode="text", text=[f"<span style='font-size:{small:.1f}px'>{name}</span><br><b>{value}</b>"],
        textposition="middle right" if east else "middle left", hoverinfo="skip", customdata=[code],
        textfont=dict(size=size, color=look.palette.lit_text if strong else look.palette.text, shadow=halo(look.palette.surface)),
    )  # fmt: skip
