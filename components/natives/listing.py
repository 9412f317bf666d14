"""Listing: the values of one indicator without scale or rank, in official order, and why there is neither."""

from __future__ import annotations

from collections.abc import Collection

from components import absent
from components.contents import facts
from components.contents.bars import bars_of
from components.contents.readings import readings
from components.natives import Native
from components.natives.facts import of_content
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import words
from datasets.view import View

NARROW = (0.0, 0.0, 0.6, 1.0)  # two columns are not parted by half a sheet


def listed(view: View, look: Look, lit: Collection[str]) -> tuple[Native, ...]:
    """A table of the values that are known; a single one, or none, as a fact."""
    bars, say = bars_of(view, look, lit), words(look.lang)
    if len(bars) < 2:
        return (of_content(facts.of_view(view, look, () if bars else lit), look),)
    head = readings(view, view.indicator, look).title
    notes = [absent.no_scale(view.indicator, view.reach, say), *absent.notes(view, look.lang, lit)]
    rows = [(bar.name, bar.text) for bar in bars]
    ours = [at for at, bar in enumerate(bars) if bar.lit]
    header = (say("column.region"), head)
    return (of_rows(header, rows, numeric=(False, True), lit=ours, notes=notes, box=NARROW),)
