"""Standings as the table they are: value, place, and the distances to the nation and to the best."""

from __future__ import annotations

from collections.abc import Collection

from components.cells import standing_cells
from components.labels import clean
from components.natives import Fact, Native
from components.natives.tables import of_frame
from components.theme import Look
from components.wording import words
from datasets.view import View


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """Every row, an indicator and a region each."""
    say, frame = words(look.lang), standing_cells(view, lit, look.lang)
    if not len(frame):
        return (Fact(clean(title or say("standings.title")), say("missing.none")),)
    return (of_frame(frame, look.lang),)
