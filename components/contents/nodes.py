"""Nodes: what a strategy tree draws, taken from Records: strategies with their parts, whole or in less detail."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from components.labels import clean, marks
from components.wording import Words
from datasets.records import Records

UNNAMED, LIST = "unnamed", "list"


@dataclass(frozen=True)
class Node:
    """One box: a strategy, the parts a document does not name (``level`` unnamed), or gathered leaves (list).

    ``word`` says its level. ``folded`` counts parts that have no box of their own, ``below`` says it of a cut node.
    """

    id: str
    name: str
    level: str
    word: str = ""
    marks: str = ""
    decision: str = ""
    decided: bool = True
    above: str = ""
    lit: bool = False
    folded: int = 0
    below: str = ""
    hover: str = ""
    children: tuple[Node, ...] = ()

    @property
    def leaves(self) -> int:
        return sum(child.leaves for child in self.children) or 1

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)

    @property
    def size(self) -> int:
        """How many parts stand below, unnamed ones by their number."""
        return sum(child.size + (child.folded if child.level == UNNAMED else 1) for child in self.children)

    @property
    def named(self) -> list[Node]:
        """The parts with a name of their own."""
        return [child for child in self.children if child.level != UNNAMED]

    @property
    def marked(self) -> str:
        """The name with its tentative marks."""
        return f"{self.name} ({self.marks})" if self.marks else self.name

    @property
    def text(self) -> str:
        """The whole label of a box: name, tentative marks, and how many parts are folded away."""
        return f"{self.marked} {self.below}" if self.below else self.marked


def forest_of(records: Records, say: Words, lit: Collection[str]) -> tuple[Node, ...]:
    """The trees of the records: a row whose parent is not among them is a root."""
    rows = records.frame.to_dict("records")
    ids = {row["id"] for row in rows}
    below: dict[str, list[dict[Any, Any]]] = {}
    for row in rows:
        below.setdefault(row["parent"] if row["parent"] in ids else "", []).append(row)

    def grown(row: dict[Any, Any]) -> Node:
        return _node(row, [grown(child) for child in below.get(row["id"], [])], records, say, lit)

    return tuple(grown(row) for row in below.get("", []))


def _node(row: dict[Any, Any], parts: list[Node], records: Records, say: Words, lit: Collection[str]) -> Node:
    parent, hidden = records.names.get(row["parent"]), records.unnamed.get(row["id"], 0)
    name, marked = clean(row[say.lang]), " · ".join(marks(row["tentative"], say))
    word = say(f"strategy_level.{row['level']}") if row["level"] else ""
    decision = say(f"decision.{row['decision']}") if row["decision"] else ""
    return Node(
        row["id"], name, row["level"], word, marked, decision, row["decision"] != "unstated",
        above=clean(parent[say.lang]) if parent else "",
        lit=not set(row["region"].split(";")).isdisjoint(lit),
        hover=" · ".join(filter(None, [name, word, decision, marked])),
        children=(*parts, *([_unnamed(row["id"], hidden, say)] if hidden > 0 else [])),
    )  # fmt: skip


def _unnamed(parent: str, many: int, say: Words) -> Node:
    return Node(f"{parent}*", say("strategy_tree.unnamed", n=many), UNNAMED, folded=many)


def walk(forest: Sequence[Node], depth: int = 0) -> Iterator[tuple[Node, int]]:
    """Every node with its depth, parents before their parts."""
    for node in forest:
        yield node, depth
        yield from walk(node.children, depth + 1)


def details(forest: tuple[Node, ...], say: Words) -> Iterator[tuple[Node, ...]]:
    """The forest in falling detail: whole, with leaves gathered from the deepest level up, then with ever fewer levels."""
    deepest = max((node.depth for node in forest), default=1)
    for depth in range(deepest, 0, -1):
        shown = tuple(folded(node, depth, say) for node in forest)
        yield shown
        for level in range(depth - 1, 0, -1):
            fewer = tuple(gathered(node, level) for node in shown)
            if fewer != shown:
                yield fewer


def gathered(node: Node, depth: int = 0) -> Node:
    """The tree with every group of two or more bare leaves ``depth`` levels down, or deeper, written as one list."""
    named = node.named
    if depth > 1 or len(named) < 2 or any(child.children for child in named):
        return replace(node, children=tuple(gathered(child, depth - 1) for child in node.children))
    text, hidden = " / ".join(child.text for child in named), sum(child.folded for child in named)
    listed = Node(named[0].id, text, LIST, lit=any(child.lit for child in named), folded=hidden, hover=text)
    return replace(node, children=(listed, *(child for child in node.children if child.level == UNNAMED)))


def folded(node: Node, depth: int, say: Words) -> Node:
    """The tree cut below ``depth`` levels; a cut node says how many parts stand below it."""
    if depth <= 1 and node.children:
        return replace(node, children=(), folded=node.size, below=say("strategy_tree.below", n=node.size))
    return replace(node, children=tuple(folded(child, depth - 1, say) for child in node.children))
