"""What holds what: the regions, groups and country that a region lies in, across mergers."""

from __future__ import annotations

from collections.abc import Mapping

from geo.units import Region

Known = Mapping[str, Region]


def above(region: Region, known: Known) -> tuple[str, ...]:
    """The codes of all that a region lies in: its parent, what that became part of, then what holds those."""
    found = [region.parent, *became(region.parent, known), *region.groups]
    for code in found:
        holder = known.get(code)
        found += [each for each in (holder.parent, *holder.groups) if each not in found] if holder else []
    return tuple(dict.fromkeys(filter(None, found)))


def became(code: str, known: Known) -> list[str]:
    """The codes of what a region became part of, and of what that became part of; empty while it exists."""
    found = list(known[code].successors) if code in known else []
    for each in found:
        found += [after for after in known[each].successors if after not in found]
    return found


def parents(region: Region, known: Known) -> list[Region]:
    """The parents above a region, nearest first; ends where a faulty table goes in a circle."""
    found: list[Region] = []
    while region.parent in known and len(found) < len(known):
        region = known[region.parent]
        found.append(region)
    return found


def nesting(known: Known) -> tuple[str, ...]:
    """The levels that hold one another, the whole country first: those above the region that lies deepest."""
    chains = [(region, *parents(region, known)) for region in known.values()]
    return tuple(region.level for region in reversed(max(chains, key=len, default=())))


def largest(rows: tuple[Region, ...]) -> tuple[Region, ...]:
    """The regions without those that lie in another of them."""
    codes = {region.code for region in rows}
    return tuple(region for region in rows if region.parent not in codes)
