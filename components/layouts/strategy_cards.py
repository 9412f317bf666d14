"""Layout of many strategies at a glance: cards in rows, each with as many of its parts as there are lines for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from components import measure
from components.board import LEADING
from components.contents.nodes import UNNAMED, Node
from components.sheet import Room
from components.theme import Look
from components.wording import Words, words

STEPS = (1.0, 0.93, 0.87, 0.8)  # type sizes tried, largest first
MOST_TREES = 3  # from four plans on, an overview of cards reads better
BARE = -1  # lines of a card that is only a name with one line of marks, without a box


def inset(size: float) -> float:
    """Between the edge of a box and its text."""
    return size * 0.6


@dataclass(frozen=True)
class Card:
    """The texts of a card, broken into lines."""

    node: Node
    size: float
    above: Sequence[str]
    name: Sequence[str]
    status: str
    parts: Sequence[str]
    unnamed: str
    bare: bool = False

    @property
    def small(self) -> float:
        return self.size * 0.87

    @property
    def height(self) -> float:
        size, small = self.size, self.small
        if self.bare:
            return (len(self.name) * size + len(self.parts) * small) * LEADING + size * 0.1
        height = len(self.above) * small * LEADING + len(self.name) * size * LEADING
        height += len(self.parts) * small * LEADING
        height += small * 2.1 * bool(self.status) + small * 1.9 * bool(self.unnamed)
        return height + size * (1.3 if self.parts or self.status or self.unnamed else 1.0)


@dataclass(frozen=True)
class Cards:
    """Cards in ``columns``, each with at most so many ``lines`` for its parts."""

    forest: tuple[Node, ...]
    size: float
    height: float
    width: float
    columns: int
    lines: int
    say: Words

    @property
    def bare(self) -> bool:
        return self.lines == BARE

    @property
    def between(self) -> float:
        """The gap between cards."""
        return self.size * (0.4 if self.bare else 0.8)

    @property
    def each(self) -> float:
        """The width of a card."""
        return (self.width - (self.columns - 1) * self.between) / self.columns

    @cached_property
    def rows(self) -> list[list[Card]]:
        cards = [self._card(node) for node in self.forest]
        return [cards[at : at + self.columns] for at in range(0, len(cards), self.columns)]

    @property
    def heights(self) -> list[float]:
        return [max(card.height for card in row) + self.between for row in self.rows]

    def _card(self, node: Node) -> Card:
        inner, size, small = self.each - 2.2 * inset(self.size), self.size, self.size * 0.87
        name = measure.wrap(node.name, inner, size, bold=True, most=3)
        unnamed = next((child.name for child in node.children if child.level == UNNAMED), "")
        if self.bare:
            told = _told(node.decision, node.marks, self._counted(node) if node.size else "", unnamed)
            lines = measure.wrap(told, inner, small, most=2) if told else []
            return Card(node, size, (), name, "", lines, "", bare=True)
        above = [measure.shorten(node.above, inner, small)] if node.above else []
        status = _told(node.decision, node.marks)
        return Card(node, size, above, name, status, self._parts(node, inner, small), unnamed)

    def _counted(self, node: Node) -> str:
        return self.say("strategy_tree.parts", n=node.size)

    def _parts(self, node: Node, inner: float, size: float) -> list[str]:
        """The names of the parts in the lines there are; the rest is counted, as is everything where there is no line."""
        names = [child.marked for child in node.named]
        if not names:
            return []
        if self.lines == 0:
            return measure.wrap(self._counted(node), inner, size, most=1)
        for kept in range(len(names), -1, -1):
            rest = self.say("strategy_tree.more", n=len(names) - kept) if kept < len(names) else ""
            text = " / ".join(names[:kept]) + f" {rest}" * bool(rest)
            lines = measure.tied(measure.wrap(text, inner, size, most=99))
            if len(lines) <= self.lines:
                return lines
        return []


def _told(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def fit_cards(forest: tuple[Node, ...], look: Look, room: Room, legend: float) -> Cards:
    """Cards in rows: as many lines of parts as fit, then smaller type, then more columns, at last a bare index."""
    tries = [
        (lines, step, columns)
        for lines in (6, 4, 3, 2, 1, 0, BARE)
        for step in STEPS
        for columns in _columns(look, room.width, step)
    ]
    for lines, step, columns in tries:
        free = room.height if lines == BARE else room.height - legend
        cards = Cards(forest, look.size.type(step), free, room.width, columns, lines, words(look.lang))
        if sum(cards.heights) <= free:
            break
    return cards


def _columns(look: Look, width: float, step: float) -> range:
    """How many columns of cards a width takes, fewest first; a card is at least 15 type sizes wide."""
    return range(1, max(1, int(width / (15 * look.size.type(step)))) + 1)
