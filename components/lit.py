"""How chosen regions stand out: one in the colour of our region, several each in a colour and shape of its own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from components.theme import SYMBOLS, Look
from datasets.view import View
from geo.regions import Region


@dataclass(frozen=True)
class Mark:
    """Colour and marker shape of one region; ``ink`` is the colour its words are written in."""

    colour: str
    ink: str
    symbol: str


def marks(view: View, lit: Collection[str], look: Look) -> dict[str, Mark]:
    """A mark for each lit region of a view, in official order whatever the order of selection.

    Several regions take places in the tested categorical set by their official number, so that a region keeps its
    mark when others come and go; only where two would share a place does the later one take the next free.
    """
    chosen = sorted((r for r in view.regions if r.code in lit), key=lambda r: r.order)
    colours = look.palette
    if len(chosen) == 1:
        return {chosen[0].code: Mark(colours.lit, colours.lit_text, SYMBOLS[0])}
    return {code: _mark(place, look) for code, place in _places(chosen, len(colours.categorical)).items()}


def _mark(place: int, look: Look) -> Mark:
    colour = look.palette.categorical[place % len(look.palette.categorical)]
    return Mark(colour, colour, SYMBOLS[place % len(SYMBOLS)])


def _places(chosen: list[Region], many: int) -> dict[str, int]:
    """Wanted places first; those who find theirs taken fill the gaps afterwards."""
    taken: dict[int, str] = {}
    for region in chosen:
        taken.setdefault(region.order % many, region.code)
    late = [region for region in chosen if region.code not in taken.values()]
    for region in late:
        free = [
            (region.order + step) % many for step in range(many) if (region.order + step) % many not in taken
        ]
        place = free[0] if free else region.order % many + many * len(taken)
        taken[place] = region.code
    return {code: place for place, code in sorted(taken.items())}
