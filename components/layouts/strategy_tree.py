"""Layout of a strategy tree: as much detail as fits, as columns from left to right or as an indented outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from components import measure
from components.board import LEADING
from components.contents.nodes import LIST, UNNAMED, Node, details, walk
from components.layouts import widths
from components.layouts.strategy_cards import MOST_TREES, STEPS, Cards, fit_cards, inset
from components.legend import Glyph, legend_height
from components.sheet import Room
from components.theme import Look
from components.wording import words


@dataclass(frozen=True)
class Box:
    """A node at its depth, its texts broken for a width at a type size."""

    node: Node
    depth: int
    width: float
    size: float

    @property
    def bold(self) -> bool:
        return self.depth < 2 and self.node.level not in (LIST, UNNAMED)

    @property
    def caption(self) -> str:
        """The word above a name that has parts: strategy, programme, domain …"""
        return self.node.word if self.depth and self.node.children else ""

    @property
    def decision(self) -> str:
        return self.node.decision if self.depth < 2 else ""

    @cached_property
    def lines(self) -> list[str]:
        room = self.width - 2 * inset(self.size) - self.size * 0.4
        lines = measure.wrap(self.node.text, room, self.size, bold=self.bold, most=12)
        return measure.tied(lines) if self.node.level == LIST else lines

    @property
    def height(self) -> float:
        """Height for its own text, with the line of its decision."""
        size = self.size
        extra = size * 1.7 * bool(self.decision) + size * 0.8 * LEADING * bool(self.caption)
        return len(self.lines) * size * LEADING + size * 0.45 + extra


@dataclass(frozen=True)
class Tree:
    """Columns from left to right, one for each level."""

    forest: tuple[Node, ...]
    size: float
    height: float
    widths: tuple[float, ...]

    def box(self, node: Node, depth: int) -> Box:
        return Box(node, depth, self.widths[depth], self.size)

    def need(self, node: Node, depth: int = 0) -> float:
        """Height of a node with everything to the right of it."""
        below = sum(self.need(child, depth + 1) for child in node.children)
        below += gap(self.size) * max(len(node.children) - 1, 0)
        return max(self.box(node, depth).height, below)

    @property
    def between(self) -> float:
        """The gap between two trees."""
        return self.size * 0.8

    @property
    def used(self) -> float:
        return sum(map(self.need, self.forest)) + self.between * (len(self.forest) - 1)


@dataclass(frozen=True)
class Outline:
    """Rows below each other, parts indented: for a phone."""

    forest: tuple[Node, ...]
    size: float
    height: float
    width: float

    @cached_property
    def rows(self) -> list[tuple[Box, float]]:
        """Each box with the height it takes, the gap below it included."""
        boxes = [
            Box(node, depth, self.width - depth * indent(self.size), self.size)
            for node, depth in walk(self.forest)
        ]
        return [(box, box.height + gap(self.size)) for box in boxes]

    @property
    def used(self) -> float:
        return sum(height for _, height in self.rows)


def fit(forest: tuple[Node, ...], look: Look, room: Room) -> Tree | Outline | Cards:
    """The most detailed layout that fits, at the largest type size that fits it."""
    if len(forest) > MOST_TREES:
        return fit_cards(forest, look, room, _legend_room(forest, look, room.width))
    shown = forest
    for shown in details(forest, words(look.lang)):
        height = room.height - _legend_room(shown, look, room.width)
        for step in STEPS:
            layout = _at(shown, look.size.type(step), room.width, height)
            if layout.used <= height:
                return layout
    height = room.height - _legend_room(shown, look, room.width)
    return Outline(shown, look.size.type(STEPS[-1]), height, room.width)


def _at(forest: tuple[Node, ...], size: float, width: float, height: float) -> Tree | Outline:
    columns = _widths(forest, width, size)
    return Tree(forest, size, height, columns) if columns else Outline(forest, size, height, width)


def gap(size: float) -> float:
    """Between two boxes, one above the other."""
    return round(size * 0.22, 1)


def indent(size: float) -> float:
    """How far parts stand to the right of their plan in an outline."""
    return size * 0.95


def _widths(forest: Sequence[Node], width: float, size: float) -> tuple[float, ...]:
    """Widths of the columns: at least the longest word, more where texts are long; empty when the room is too narrow."""
    depth = max((node.depth for node in forest), default=1)
    least, wish = [6 * size] * depth, [6 * size] * depth
    for node, at in walk(forest):
        least[at] = max(least[at], _least(node, at, size))
        wish[at] = max(wish[at], least[at], _wish(node, at, size))
    room = width - gap(size) * 2 * (depth - 1)
    return () if room / depth < 9 * size else widths.shared(least, wish, room)


def _around(size: float) -> float:
    return 2 * inset(size) + size * 0.4


def _least(node: Node, depth: int, size: float) -> float:
    """The width of the longest word of a node, or of its decision."""
    word = measure.longest(node.text, size, depth < 2) * 1.03 + _around(size)
    if not node.decision or depth >= 2:
        return word
    return max(word, measure.width(node.decision, size * 0.85) * 1.06 + _around(size) + size)


def _wish(node: Node, depth: int, size: float) -> float:
    """The width at which a label takes no more lines than its parts beside it."""
    lines = max(1, min(3, node.leaves)) if node.children else (3 if node.level == LIST else 1)
    return measure.width(node.text, size, depth < 2) * 1.05 / lines + _around(size)


def _legend_room(forest: Sequence[Node], look: Look, width: float) -> float:
    need = legend_height(glyphs(forest, look), width, look.size.type(0.8))
    return need + look.size.type(0.5) if need else 0


def glyphs(forest: Sequence[Node], look: Look) -> list[Glyph]:
    """The legend in words: only what occurs."""
    say, nodes = words(look.lang), [node for node, _ in walk(forest)]
    found = [
        (any(node.level == UNNAMED for node in nodes), Glyph("hatch", say("strategy_tree.legend_unnamed"))),
        (
            any(node.folded and node.level != UNNAMED for node in nodes),
            Glyph("none", say("strategy_tree.legend_folded")),
        ),
        (any(node.lit for node in nodes), Glyph("box", say("strategy_tree.legend_lit"), look.palette.lit)),
    ]
    return [glyph for there, glyph in found if there]
