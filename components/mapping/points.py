"""Places on a map that are no regions: facilities as symbols told by their shape, apart where they share a spot."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from components.labels import clean, period
from components.labels import plotly as label
from components.mapping.painting import Painter
from components.mapping.projection import Box, Window
from components.theme import Look
from components.wording import Words, words
from datasets.records import Records
from geo import boundaries

SIZE, SMALL = 0.72, 0.6  # of a symbol, in base type sizes; on a phone
RING = 8  # places around a spot; of more they fill a disc
_GOLDEN = math.pi * (3 - math.sqrt(5))
# The shape of each kind; what is not listed is a circle.
SYMBOLS = {
    "data_centre": "square",
    "cluster": "diamond",
    "school": "triangle-up",
    "academy": "triangle-down",
    "laboratory": "pentagon",
    "institute": "hexagon",
    "factory": "star",
    "equipment": "cross",
    "other": "x",
}
Point = tuple[float, float, str, str, bool | None]  # longitude, latitude, words, kind, open (None: not known)


def points(records: Records, lang: str, regions: Collection[str] = ()) -> tuple[Point, ...]:
    """Facilities as the points of a choropleth, each at the centre of the region it names; the whole country has none.

    ``regions`` narrows them to those regions, and to what names only the region above them.
    """
    say, found = words(lang), []
    above = {records.atlas.region(code).parent for code in regions}
    for row in records.frame.to_dict("records"):
        code = next(iter((row.get("spot") or row["region"]).split(";")), "")
        wanted = not regions or code in regions or (code in above and len(above) == 1)
        if code and wanted and records.atlas.region(code).parent:
            lon, lat = boundaries.label_points([code])[code]
            state = {"open": True, "planned": False}.get(row["status"])
            found.append((lon, lat, _words(row, say), row["kind"], state))
    return tuple(found)


def _words(row: dict[Any, Any], say: Words) -> str:
    """Name, kind and site of a facility, when it opened, and that it is only planned."""
    opened = period(row["opened"], say.lang) if row["opened"] else ""
    status = say(f"facility_status.{row['status']}") if row["status"] else ""
    parts = (say.get(f"facility_kind.{row['kind']}"), clean(row[f"place_{say.lang}"]), opened, status)
    return "\n".join([clean(row[say.lang]), " · ".join(filter(None, parts))])


@dataclass(frozen=True)
class Mark:
    """A point where it is drawn: its place in pixels, and the spot it belongs to."""

    point: Point
    x: float
    y: float
    spot: tuple[float, float]

    @property
    def symbol(self) -> str:
        return SYMBOLS.get(self.point[3], "circle")

    @property
    def hollow(self) -> bool:
        return self.point[4] is False


def marks(given: Sequence[Point], window: Window, look: Look) -> list[Mark]:
    """The points where they are drawn: those of one spot around it, in a ring or, if they are many, in a disc."""
    size, spots = _size(look), {}
    for point in given:
        spots.setdefault((round(point[0], 3), round(point[1], 3)), []).append(point)
    found = []
    for (lon, lat), group in spots.items():
        x, y = window.pixel(lon, lat)
        found += [
            Mark(point, x + dx, y + dy, (x, y))
            for point, (dx, dy) in zip(group, _fan(len(group), size), strict=True)
        ]
    return found


def _size(look: Look) -> float:
    return look.size.type(SMALL if look.narrow else SIZE)


def _fan(many: int, size: float) -> list[tuple[float, float]]:
    """How far each of many symbols stands off their spot."""
    if many == 1:
        return [(0.0, 0.0)]
    if many <= RING:
        radius = max(size * 0.75, many * size * 1.2 / (2 * math.pi))
        turns = [2 * math.pi * n / many - math.pi / 2 for n in range(many)]
        return [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
    radii = [size * 0.68 * math.sqrt(n + 0.5) for n in range(many)]
    return [(r * math.cos(n * _GOLDEN), r * math.sin(n * _GOLDEN)) for n, r in enumerate(radii)]


def boxes(found: Sequence[Mark], look: Look) -> list[Box]:
    """The room the symbols take, so that names keep off them."""
    size = _size(look) * 1.15
    return [Box(mark.x - size / 2, mark.y - size / 2, size, size) for mark in found]


def draw(painter: Painter, window: Window, found: Sequence[Mark], geo: str) -> None:
    """The symbols, filled for what is there and hollow for what is planned, tied to the spot they share."""
    if not found:
        return
    colours, size = painter.look.palette, _size(painter.look)
    shared = [mark for mark in found if (mark.x, mark.y) != mark.spot]
    ties = [
        place
        for mark in shared
        for place in (window.place(*mark.spot), window.place(mark.x, mark.y), (None, None))
    ]
    if ties:
        painter.write(
            geo, "ties", lon=[lon for lon, _ in ties], lat=[lat for _, lat in ties], mode="lines", hoverinfo="skip",
            line=dict(width=1, color=colours.text),
        )  # fmt: skip
    places = [window.place(mark.x, mark.y) for mark in found]
    painter.write(
        geo, "points", lon=[lon for lon, _ in places], lat=[lat for _, lat in places], mode="markers",
        marker=dict(
            symbol=[mark.symbol for mark in found], size=size, opacity=1,
            color=[colours.surface if mark.hollow else colours.text for mark in found],
            line=dict(width=1.5, color=[colours.text if mark.hollow else colours.surface for mark in found]),
        ),
        hovertext=[_hover(mark.point[2]) for mark in found], hoverinfo="text",
    )  # fmt: skip


def _hover(text: str) -> str:
    name, _, rest = text.partition("\n")
    return f"<b>{label(name)}</b>" + (f"<br>{label(rest)}" if rest else "")


def kinds(given: Sequence[Point]) -> list[str]:
    """The kinds that occur, in the order of their shapes."""
    found = {point[3] for point in given}
    return [*(kind for kind in SYMBOLS if kind in found), *sorted(found - set(SYMBOLS))]


def outline(symbol: str, x: float, y: float, radius: float) -> str:
    """A symbol of the legend as an SVG path."""
    placed = [(x + radius * dx, y + radius * dy) for dx, dy in corners(symbol)]
    return "M" + "L".join(f"{cx:.1f},{cy:.1f}" for cx, cy in placed) + "Z"


def corners(symbol: str) -> list[tuple[float, float]]:
    """The corners of a symbol, y upwards, in radii."""
    if symbol == "square":
        return [(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)]
    if symbol in ("cross", "x"):
        arm = [(1, 0.35), (0.35, 0.35), (0.35, 1), (-0.35, 1), (-0.35, 0.35), (-1, 0.35)]
        cross = [*arm, *((-cx, -cy) for cx, cy in arm)]
        turn = math.pi / 4 if symbol == "x" else 0
        return [
            (cx * math.cos(turn) - cy * math.sin(turn), cx * math.sin(turn) + cy * math.cos(turn))
            for cx, cy in cross
        ]
    sides, start = {"diamond": (4, 90), "triangle-up": (3, 90), "triangle-down": (3, 270), "pentagon": (5, 90), "hexagon": (6, 90), "star": (10, 90)}.get(symbol, (24, 0))  # fmt: skip
    turns = [math.radians(start + 360 * n / sides) for n in range(sides)]
    radii = [0.45 if symbol == "star" and n % 2 else 1.0 for n in range(sides)]
    return [(r * math.cos(turn), r * math.sin(turn)) for r, turn in zip(radii, turns, strict=True)]
