"""Placing: names beside their dots, near where there is room, else on a thin line, never on one another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.mapping.projection import Box

NEAR = (0, 180, -90, 90, -45, 45, -135, 135)  # degrees around the dot, best first; up is negative
FAR = tuple(range(0, 360, 20))
RINGS, MOST_RINGS = 7, 14  # how many steps away a plain name may go, and one that must be placed
_AIR = 2.5


@dataclass(frozen=True)
class Name:
    """A name to place: the middle and radius of its dot, the size of its text, whether it must not be left out."""

    x: float
    y: float
    radius: float
    width: float
    height: float
    must: bool = False


@dataclass(frozen=True)
class Place:
    """Where a name went, and the line to its dot if it is not right beside it."""

    box: Box
    leader: tuple[tuple[float, float], tuple[float, float]] | None = None


def placed(
    names: Sequence[Name],
    room: Box,
    taken: Sequence[Box] = (),
    quiet: Sequence[Box] = (),
    crowd: Sequence[Box] = (),
) -> list[Place | None]:
    """A place for each name, in the same order; None where a plain one finds none.

    Names that must be placed go first, then those with the most neighbours. No name touches a dot or the boxes that are
    ``taken``; ``quiet`` boxes are avoided where another place is as near, and nameless dots (``crowd``) are covered only
    where a name that must be placed finds no other place. Lines may run across nameless dots.
    """
    dots = [_around(name) for name in names]
    occupied: list[Box] = [*dots, *taken]
    found: list[Place | None] = [None] * len(names)
    order = sorted(range(len(names)), key=lambda n: (not names[n].must, -_crowd(names[n], names)))
    for at in order:
        place = _place(names[at], dots[at], room, occupied, quiet, crowd)
        if place is None and names[at].must:
            place = _place(names[at], dots[at], room, occupied, quiet, ())
        if place:
            occupied += [place.box, *_along(place)]
        found[at] = place
    return found


def _around(name: Name) -> Box:
    return Box(name.x - name.radius, name.y - name.radius, 2 * name.radius, 2 * name.radius)


def _crowd(name: Name, names: Sequence[Name]) -> int:
    """How many other dots stand within the reach of a name's text."""
    return sum(
        abs(other.x - name.x) < name.width + name.radius and abs(other.y - name.y) < 2 * name.height
        for other in names
    )


def _place(
    name: Name, own: Box, room: Box, occupied: Sequence[Box], quiet: Sequence[Box], crowd: Sequence[Box]
) -> Place | None:
    """The nearest free place."""
    within = [box for box in occupied if box is not own and _reaches(name, box)]
    around = [box for box in crowd if _reaches(name, box)]
    for ring in range(MOST_RINGS if name.must else RINGS):
        free = [place for place in _tries(name, ring) if _is_free(place, room, within, around)]
        if free:
            calm = [place for place in free if not any(place.box.meets(box) for box in quiet)]
            return (calm or free)[0]
    return None


def _reaches(name: Name, box: Box) -> bool:
    """Whether a box is near enough to matter to any place of a name."""
    far = name.radius + name.height * (MOST_RINGS if name.must else RINGS) + name.width + _AIR
    return box.left - far < name.x < box.right + far and box.top - far < name.y < box.bottom + far


def _tries(name: Name, ring: int) -> Iterator[Place]:
    """Places around a dot, one step further out with each ring; beyond the first they need a line."""
    gap = name.radius + _AIR + ring * name.height * 0.9
    for angle in FAR if ring else NEAR:
        right, down = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        x, y = name.x + right * (gap + name.width / 2), name.y + down * (gap + name.height / 2)
        box = Box(x - name.width / 2, y - name.height / 2, name.width, name.height)
        yield Place(box, _leader(name, box) if ring else None)


def _leader(name: Name, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """From the edge of the dot to the nearest point of the name."""
    x, y = min(max(name.x, box.left), box.right), min(max(name.y, box.top), box.bottom)
    far = math.hypot(x - name.x, y - name.y) or 1
    return (
        (name.x + (x - name.x) * name.radius / far, name.y + (y - name.y) * name.radius / far),
        (x, y),
    )


def _is_free(place: Place, room: Box, occupied: Sequence[Box], crowd: Sequence[Box]) -> bool:
    if not room.holds(place.box) or any(place.box.meets(box) for box in (*occupied, *crowd)):
        return False
    return not any(box.meets(step) for step in _along(place) for box in occupied)


def _along(place: Place) -> list[Box]:
    """Small boxes along the line of a place, so that nothing is written across it."""
    if place.leader is None:
        return []
    (ax, ay), (bx, by) = place.leader
    steps = max(int(math.hypot(bx - ax, by - ay) / 6), 1)
    return [
        Box(ax + (bx - ax) * n / steps - 1.5, ay + (by - ay) * n / steps - 1.5, 3, 3) for n in range(1, steps)
    ]
