"""What is written into the windows of a map - labels, lines, symbols - as the items of a drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from components.mapping.labelling import box_at
from components.mapping.points import corners
from components.mapping.projection import Window
from components.natives import Line, Mark, Shape
from components.natives.rims import Ring, holds
from components.natives.written import marks, plain
from components.sheet import Room
from components.wording import Words

Place = tuple[float, float] | None
SIDES = {"middle right": "right", "middle left": "left"}


def items(
    trace: Mapping[str, Any], window: Window, say: Words, plain: Mapping[str, tuple[Ring, ...]]
) -> Iterator[Shape | Mark | Line]:
    """The lines, symbols and words of a trace in its window, in the order a figure draws them.

    ``plain`` are regions without a hatch: what is written wholly on one's own needs no halo.
    """
    places: list[Place] = [
        None if lon is None else window.pixel(lon, lat)
        for lon, lat in zip(trace["lon"], trace["lat"], strict=True)
    ]
    name = say.get(f"map_parts.{trace['name']}", trace["name"])
    mode = trace["mode"].split("+")
    if "lines" in mode:
        yield from _lines(trace["line"], places, name)
    if "markers" in mode:
        yield from _symbols(trace, places, name)
    if "text" in mode:
        yield from _words(trace, places, plain)


def _lines(line: Mapping[str, Any], places: Sequence[Place], name: str) -> Iterator[Line]:
    for drawn, run in groupby(places, key=lambda place: place is not None):
        if drawn:
            yield Line(name, tuple(run), line["color"], line["width"], dashed="dash" in line)  # type: ignore[arg-type]


def _symbols(trace: Mapping[str, Any], places: Sequence[Place], name: str) -> Iterator[Shape]:
    """A shape for every symbol that has a size, named by its own words where it has some."""
    marker = trace["marker"]
    told = trace.get("hovertext") or [""] * len(places)
    for at, place in enumerate(places):
        size, edge = _of(marker["size"], at), marker.get("line", {})
        if place and size:
            first, *rest = plain(told[at])
            ring = symbol(_of(marker.get("symbol", "circle"), at), *place, size / 2)
            yield Shape(
                first or name, (ring,), _of(marker["color"], at), _of(edge.get("color", ""), at),
                edge.get("width", 0), text=" · ".join(filter(None, [first, *rest])),
            )  # fmt: skip


def _of(given: Any, at: int) -> Any:
    """What holds for one point: of all the same, or of a list its own."""
    return given[at] if isinstance(given, (list, tuple)) else given


def symbol(name: str, x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    """The outline of a symbol about its middle."""
    return tuple((round(x + radius * dx, 2), round(y - radius * dy, 2)) for dx, dy in corners(name))


def _words(
    trace: Mapping[str, Any], places: Sequence[Place], plain: Mapping[str, tuple[Ring, ...]]
) -> Iterator[Mark]:
    font = trace.get("textfont", {})
    halo = font.get("shadow", "").rpartition(" ")[2]
    side = SIDES.get(trace.get("textposition", ""), "middle")
    codes = trace.get("customdata", [""] * len(places))
    for text, place, code in zip(trace.get("text", ()), places, codes, strict=True):
        if place:
            for mark in marks(text, *place, font["size"], font["color"], side, halo):
                yield replace(mark, halo="") if _on(mark, plain.get(code, ())) else mark


def _on(mark: Mark, rings: Sequence[Ring]) -> bool:
    return bool(rings) and holds(rings, box_at(mark.x, mark.y, mark.text.split("\n"), mark.size))


def note(annotation: Mapping[str, Any], room: Room) -> Iterator[Mark]:
    """A text beside a map, tied to its plot area, that stands above its place."""
    lines, size = plain(annotation["text"]), annotation["font"]["size"]
    x = room.left + annotation["x"] * room.width + annotation.get("xshift", 0)
    y = room.top + (1 - annotation["y"]) * room.height - annotation.get("yshift", 0)
    if any(lines):
        up = len(lines) * size * 0.65
        yield from marks(annotation["text"], x, y - up, size, annotation["font"]["color"], "right")
