"""Fact card as a fact: the figure with qualifier and status, what it is, and the lines of the card below it."""

from __future__ import annotations

from collections.abc import Collection

from components.contents import facts
from components.labels import clean
from components.natives import Fact
from components.theme import Look
from components.wording import words
from datasets.records import Records
from datasets.terms import STATUSES, TARGET_STATUSES
from datasets.view import View

RESULT = "actual"


def native(
    material: View | Records, look: Look, *, lit: Collection[str] = (), title: str = ""
) -> tuple[Fact]:
    """What the card says, as text that can be edited; a target as baseline → target."""
    of_view = isinstance(material, View)
    fact = facts.of_view(material, look, lit) if of_view else facts.of_records(material, look)
    return (of_content(fact, look, title),)


def of_content(fact: facts.Fact, look: Look, title: str = "") -> Fact:
    """A card's content: the status stands at the figure where it is no result, else among the lines."""
    say, figure = words(look.lang), clean("".join(part.text for part in fact.parts))
    open_ = fact.tag in {say(f"status.{status}") for status in (*STATUSES, *TARGET_STATUSES)} - {
        say(f"status.{RESULT}")
    }
    value = say("readings.marked", text=figure, word=fact.tag) if open_ else figure
    first = " · ".join(filter(None, ["" if open_ or fact.tone == "missing" else fact.tag, fact.place]))
    colours = look.palette
    tones = {"target": colours.target_text, "planned": colours.planned, "missing": colours.muted}
    lines = tuple(clean(line) for line in (first, *fact.notes) if line)
    return Fact(clean(title or fact.title), clean(value), lines, tones.get(fact.tone, ""))
