"""A legend as the items of a drawing: swatches named by what they mean, and their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from components.labels import clean
from components.mapping.legend import Legend
from components.mapping.swatches import Placed
from components.natives import Mark, Shape
from components.natives.traces import symbol
from components.sheet import Room
from components.wording import words


def items(legend: Legend, entries: Iterable[Placed], room: Room) -> Iterator[Shape | Mark]:
    """Every entry in its place: its swatch or symbol, then its words."""
    for each in entries:
        x, y = room.left + each.anchor * room.width + each.x, room.top + room.height - each.y
        if each.entry.fill:
            yield _swatch(legend, each, x, y)
        down = (len(each.lines) - 1) * legend.type * 0.65
        text, ink = "\n".join(map(clean, each.lines)), legend.ink(each.entry)
        yield Mark(x + legend.swatch(each.entry), y + down, text, legend.type, ink, side="right")


def _swatch(legend: Legend, each: Placed, x: float, y: float) -> Shape:
    entry, size = each.entry, legend.type
    name = words(legend.look.lang)("map_parts.legend", text=clean(entry.text))
    if entry.symbol:
        return Shape(name, (symbol(entry.symbol, x + size * 0.5, y, size * 0.46),), entry.fill)
    wide, tall = legend.swatch_size
    hatch = legend.look.palette.missing if entry.hatched else ""
    ring = rectangle(x, y - tall / 2, wide, tall)
    return Shape(name, (ring,), entry.fill, legend.edge(entry), 2 if entry.edge else 1, hatch)


def rectangle(left: float, top: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    """The corners of a box, from the upper left one clockwise."""
    right, bottom = left + width, top + height
    return (left, top), (right, top), (right, bottom), (left, bottom)
