"""Where the labels of a map go: on their region where there is room, else beside it, never on one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from components import measure
from components.mapping.outlines import Ground
from components.mapping.projection import Box

LEADING = 1.22
_AIR = 3  # pixels between a region and the label beside it
_DOWN, _RIGHT = (0, 0.3, -0.3, 0.6, -0.6), (0, 0.25, -0.25, 0.5, -0.5)  # off its spot, in sizes of the label


@dataclass(frozen=True)
class Spot:
    """A place to label, with its texts from the fullest to the barest, each a tuple of lines.

    ``bold`` ones are emphasised; ``keep`` asks for the full text even where it covers more than its region.
    """

    code: str
    x: float
    y: float
    texts: tuple[tuple[str, ...], ...]
    bold: bool = False
    keep: bool = False


@dataclass(frozen=True)
class Placed:
    """A label that found its place: the middle of its lines in pixels, and whether it stands on its own region."""

    spot: Spot
    x: float
    y: float
    lines: tuple[str, ...]
    on: bool = True


def extent(lines: Sequence[str], size: float, bold: bool = True) -> tuple[float, float]:
    """Width and height of a few lines."""
    return max(measure.width(line, size, bold) for line in lines), len(lines) * size * LEADING


def box_at(x: float, y: float, lines: Sequence[str], size: float) -> Box:
    """The room some lines take around their middle."""
    wide, tall = extent(lines, size)
    return Box(x - wide / 2, y - tall / 2, wide, tall)


def place(
    spots: Iterable[Spot], size: float, room: Box, ground: Ground, taken: Iterable[Box] = ()
) -> list[Placed]:
    """Labels for as many spots as possible, the emphasised first, then those with the most room on their region.

    Best is the full text on the region, then beside it on the sea, then the bare name on the region, then anywhere near
    it. What finds no place is left out, unless it is emphasised or to be kept.
    """
    spots, occupied, found = list(spots), list(taken), []
    for spot in sorted(spots, key=lambda spot: (not spot.bold, -_room(spot, ground))):
        tries = _tries(spot, size, ground)
        placed = next((each for each in tries if _fits(each, size, room, occupied)), None)
        if placed is None and (spot.bold or spot.keep):
            placed = Placed(spot, spot.x, spot.y, spot.texts[-1])
        if placed is not None:
            found.append(placed)
            occupied.append(box_at(placed.x, placed.y, placed.lines, size))
    return found


def _room(spot: Spot, ground: Ground) -> float:
    """How large the part of a region is that carries its label."""
    around = _around(spot, ground)
    return around.width * around.height


def _fits(placed: Placed, size: float, room: Box, occupied: list[Box]) -> bool:
    box = box_at(placed.x, placed.y, placed.lines, size)
    return room.holds(box) and not any(box.meets(other) for other in occupied)


def _tries(spot: Spot, size: float, ground: Ground) -> Iterator[Placed]:
    """All the ways to label a spot, best first; an emphasised one keeps its full text as long as possible."""
    full, bare, around = spot.texts[0], spot.texts[-1], _around(spot, ground)
    fulls, bares = _near(spot, full, size, ground), _near(spot, bare, size, ground)
    yield from _on(fulls, 9)
    if spot.bold and _size(around, full, size) < 0.9:
        yield from _beside(spot, full, size, around, ground)
        yield from _beside(spot, full, size, around)
    if _size(around, full, size) < 1.6:
        yield from _beside(spot, full, size, around, ground)
    yield from _on(fulls, 5)
    if spot.bold or spot.keep:
        yield from _over(fulls)
    yield from _on(bares, 9)
    yield from _on(bares, 5)
    yield from _beside(spot, bare, size, around, ground)
    yield from _over(bares)
    if spot.bold:  # symbols may stand on its region and around it
        yield from _beside(spot, full, size, _grown(around, size * 1.2))
        yield from _beside(spot, bare, size, _grown(around, size * 1.2))


def _grown(box: Box, by: float) -> Box:
    return Box(box.left - by, box.top - by, box.width + 2 * by, box.height + 2 * by)


def _size(around: Box, lines: Sequence[str], size: float) -> float:
    """How many times the label would fit on its region: below 1 it would hide it."""
    wide, tall = extent(lines, size)
    return around.width * around.height / (wide * tall)


def _around(spot: Spot, ground: Ground) -> Box:
    """The part of the region the label belongs to."""
    return ground.around(spot.code) or Box(spot.x, spot.y, 0, 0)


def _near(spot: Spot, lines: tuple[str, ...], size: float, ground: Ground) -> list[tuple[Placed, int]]:
    """On the spot or a little off it, with how many of nine points of the label lie on its region."""
    wide, tall = extent(lines, size)
    places = [(spot.x + right * wide, spot.y + down * tall) for down in _DOWN for right in _RIGHT]
    boxes = [Box(x - wide / 2, y - tall / 2, wide, tall) for x, y in places]
    owned = ground.owned(spot.code, boxes)
    return [(Placed(spot, x, y, lines), on) for (x, y), on in zip(places, owned, strict=True)]


def _on(near: Iterable[tuple[Placed, int]], least: int) -> Iterator[Placed]:
    """Where so many points of the label lie on its region."""
    return (placed for placed, owned in near if owned >= least)


def _over(near: Iterable[tuple[Placed, int]]) -> Iterator[Placed]:
    """On the spot, but also over what lies around its region."""
    return (replace(placed, on=False) for placed, _ in near)


def _beside(
    spot: Spot, lines: tuple[str, ...], size: float, around: Box, ground: Ground | None = None
) -> Iterator[Placed]:
    """Right, left, above and below the region, level with the spot, then at its corners; with a ground only at sea."""
    wide, tall = extent(lines, size)
    right, left = around.right + wide / 2 + _AIR, around.left - wide / 2 - _AIR
    above, below = around.top - tall / 2 - _AIR, around.bottom + tall / 2 + _AIR
    straight = [(right, spot.y), (left, spot.y), (spot.x, above), (spot.x, below)]
    nearer = [
        (x + step, y)
        for x, step in ((right, -wide * 0.35), (left, wide * 0.35))
        for y in (spot.y + tall * 0.5, spot.y - tall * 0.5)
    ]
    places = [*straight, *nearer, (right, below), (left, below), (right, above), (left, above)]
    boxes = [Box(x - wide / 2, y - tall / 2, wide, tall) for x, y in places]
    free = ground.at_sea(boxes) if ground else [True] * len(boxes)
    return (Placed(spot, x, y, lines, on=False) for (x, y), clear in zip(places, free, strict=True) if clear)


def spread(tops: Sequence[float], height: float, low: float, high: float) -> list[float]:
    """Positions nearest to those wanted (rising) that stand ``height`` apart between ``low`` and ``high``."""
    found: list[float] = []
    for top in tops:
        found.append(max(top, low, found[-1] + height if found else low))
    limit = high
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], limit)
        limit = found[at] - height
    return found
