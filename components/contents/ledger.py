"""Ledger: the values of a few indicators region by region, for where a drawing would say more than is known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from components.contents.readings import Reading, Readings
from components.lit import Mark, marks
from components.theme import Look
from components.wording import words
from datasets.view import View


@dataclass(frozen=True)
class Entry:
    """One region with a value of each indicator, None where it has none. ``mark`` is None for the plain ones."""

    code: str
    name: str
    values: tuple[Reading | None, ...]
    texts: tuple[str, ...]
    mark: Mark | None = None


@dataclass(frozen=True)
class Ledger:
    """What stands at the head of each column, and the regions below in official order."""

    heads: tuple[str, ...]
    entries: tuple[Entry, ...]

    def cut(self, most: int) -> Ledger:
        """The ledger in at most so many regions, the lit ones always among them."""
        if len(self.entries) <= most:
            return self
        first = sorted(self.entries, key=lambda entry: entry.mark is None)[:most]
        return Ledger(self.heads, tuple(entry for entry in self.entries if entry in first))


def ledger_of(view: View, sides: Sequence[Readings], look: Look, lit: Collection[str]) -> Ledger:
    """The regions with at least one value, and the lit ones even without; an indicator given twice stands once."""
    columns = list({side.indicator.id: side for side in sides}.values())
    chosen, by_code = marks(view, lit, look), [column.texts for column in columns]
    entries = []
    for region in view.regions:
        values = tuple(texts.get(region.code) for texts in by_code)
        if any(values) or region.code in chosen:
            texts = tuple(_text(column, region.code, look) for column in columns)
            name = view.name(region.code, look.lang)
            entries.append(Entry(region.code, name, values, texts, chosen.get(region.code)))
    return Ledger(tuple(column.title for column in columns), tuple(entries))


def _text(column: Readings, code: str, look: Look) -> str:
    """The value in words, or why there is none."""
    if code in column.texts:
        return column.texts[code].text
    say = words(look.lang)
    return say.get(f"missing.{column.absent.get(code)}") or say("missing.none")
