"""Distribution as columns of all regions in order, with the quartiles in words."""

from __future__ import annotations

from collections.abc import Collection

from components import absent
from components.contents.spread import Spread, quartile_texts, spread_of
from components.mapping.shading import scaled
from components.natives import Native
from components.natives.listing import listed
from components.natives.ordered import ordered
from components.theme import Look
from components.wording import Words, words
from datasets.view import View


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """All regions from one end of the values to the other; classes hide who is in them, an editable chart need not."""
    if not scaled(view):
        return listed(view, look, lit)
    say = words(look.lang)
    notes = [_quartiles(view, spread_of(view, look, lit), say), *absent.notes(view, look.lang, lit)]
    return (ordered(view, look, lit, notes),)


def _quartiles(view: View, spread: Spread, say: Words) -> str:
    """The lower quartile, the median and the upper quartile."""
    return " · ".join([" ".join(pair) for pair in quartile_texts(spread, view.indicator, say)])
