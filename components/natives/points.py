"""Points: bars and columns of single regions, each with its label, colour and whether it is a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.contents.readings import AHEAD, Reading
from components.labels import clean
from components.natives import Plot, Series
from components.theme import Look

SYMBOLS = {"triangle-up": "triangle"}  # shapes that office programs call otherwise


@dataclass(frozen=True)
class Point:
    """One bar: its name, its value (None for a gap), what is written at it, and how it is painted."""

    name: str
    value: float | None
    text: str = ""
    colour: str = ""
    hollow: bool = False


def point(name: str, value: float, text: str, colour: str, status: str, look: Look) -> Point:
    """A value in its colour; what has not happened is hollow, a target in the colour of targets."""
    tone = look.palette.target if status == "target" else colour
    return Point(name, float(value), text, tone, status in AHEAD)


def national(reading: Reading, look: Look, labelled: bool = True) -> Point:
    """The nation as a bar of its own."""
    text = reading.text if labelled else ""
    return point(reading.name, reading.value, text, look.palette.national, reading.status, look)


def placed(points: Sequence[Point], one: Point, descending: bool = True) -> list[Point]:
    """The points in their order with one more among them, where its value belongs."""
    sign = 1 if descending else -1
    before = [p for p in points if p.value is not None and one.value is not None and _ahead(p, one, sign)]
    return [*points[: len(before)], one, *points[len(before) :]]


def _ahead(point: Point, one: Point, sign: int) -> bool:
    return (point.value or 0) * sign >= (one.value or 0) * sign


def plot(form: str, points: Sequence[Point], name: str, look: Look, **more: Any) -> Plot:
    """The points as one series that ``name`` names, with its unit."""
    series = Series(
        clean(name),
        tuple(point.value for point in points),
        look.palette.others,
        texts=tuple(clean(point.text) for point in points),
        colours=tuple(point.colour or look.palette.others for point in points),
        hollow=tuple(point.hollow for point in points),
    )
    return Plot(form, tuple(clean(point.name) for point in points), (series,), **more)


def symbol_of(shape: str) -> str:
    """The shape of our own mark in the words of ``components.natives``."""
    return SYMBOLS.get(shape, shape)
