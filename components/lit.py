"""How chosen regions stand out: one in the colour of our region, several each in a colour and shape of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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


class Lit(tuple[str, ...]):
    """The codes that stand out, each chosen group followed by its regions; ``owner`` says for whom a region does."""

    owner: dict[str, str]


def spread(view: View, chosen: Iterable[str]) -> Lit:
    """The chosen codes with the regions of every chosen group; a region chosen by itself stands for itself."""
    owner: dict[str, str] = {}
    for code in chosen:
        owner[code] = code
        for region in view.regions:
            if code in region.groups and owner.get(region.code) != region.code:
                owner[region.code] = code
    owner |= {code: code for code in chosen}
    lit = Lit(owner)
    lit.owner = owner
    return lit


def marks(view: View, lit: Collection[str], look: Look) -> dict[str, Mark]:
    """A mark for each lit region of a view, in official order whatever the order of selection.

    Several regions take places in the tested categorical set by their official number, so that a region keeps its
    mark when others come and go; only where two would share a place does the later one take the next free. The
    regions of a chosen group share its mark.
    """
    owner = lit.owner if isinstance(lit, Lit) else {code: code for code in lit}
    shown = [region for region in view.regions if region.code in owner]
    chosen = sorted(
        {owner[region.code] for region in shown}, key=lambda code: (_region(view, code).order, code)
    )
    colours = look.palette
    if len(chosen) == 1:
        one = Mark(colours.lit, colours.lit_text, SYMBOLS[0])
        return {region.code: one for region in shown}
    places = _places([_region(view, code) for code in chosen], len(colours.categorical))
    by_owner = {code: _mark(place, look) for code, place in places.items()}
    order = sorted(shown, key=lambda region: region.order)
    return {region.code: by_owner[owner[region.code]] for region in order}


def _region(view: View, code: str) -> Region:
    return view.atlas.region(code)


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
