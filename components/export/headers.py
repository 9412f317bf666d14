"""Headers of tables as other programs ask for them."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 200


def unique(titles: Sequence[str]) -> list[str]:
    """The headers, none twice however they are cased, none empty and none too long."""
    found: list[str] = []
    taken: set[str] = set()
    for title in (each[:_LONGEST] or "–" for each in titles):
        names = [title, *(f"{title} {n}" for n in range(2, len(titles) + 2))]
        found.append(next(name for name in names if name.casefold() not in taken))
        taken.add(found[-1].casefold())
    return found
