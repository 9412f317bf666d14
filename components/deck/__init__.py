"""A deck: which charts are shown in which order, under which titles, with which notes. A value of ids and words.

``files`` writes and reads it as text, ``components.outline`` makes slides of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from components.chart import Chart
from datasets.texts import Text

NONE = Text("", "")


@dataclass(frozen=True)
class Item:
    """One slide: a chart, a title if the presenter wants another than the chart's own, and the presenter's words.

    Without a chart it opens a section of that title.
    """

    chart: Chart | None = None
    title: Text = NONE
    note: Text = NONE


@dataclass(frozen=True)
class Deck:
    """A title, a line below it, and the slides in their order. Changed copies are made, nothing is changed in place."""

    title: Text = NONE
    subtitle: Text = NONE
    items: tuple[Item, ...] = ()

    def add(self, item: Item) -> Deck:
        """The deck with one more slide at its end."""
        return replace(self, items=(*self.items, item))

    def put(self, at: int, item: Item) -> Deck:
        """The deck with another item in that place."""
        return replace(self, items=(*self.items[:at], item, *self.items[at + 1 :]))

    def drop(self, at: int) -> Deck:
        """The deck without the item in that place."""
        return replace(self, items=(*self.items[:at], *self.items[at + 1 :]))

    def move(self, at: int, to: int) -> Deck:
        """The deck with one item taken out and set down elsewhere; places beyond the ends mean the ends."""
        rest = list(self.items)
        item = rest.pop(at)
        rest.insert(max(0, min(to, len(rest))), item)
        return replace(self, items=tuple(rest))

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts of the deck, in order."""
        return tuple(item.chart for item in self.items if item.chart)
