"""Strategy tree as an indented table: every strategy below the plan it belongs to, with its decision."""

from __future__ import annotations

from collections.abc import Collection

from components.contents.nodes import Node, forest_of, walk
from components.natives import Fact, Native
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import words
from datasets.records import Records

STEP, BRANCH = "\u2003", "└ "  # of a level; the branch stays where a program takes blanks away


def native(records: Records, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """All levels, nothing folded; parts a document counts but does not name stand as one row with their number."""
    say = words(look.lang)
    found = list(walk(forest_of(records, say, lit)))
    if not found:
        return (Fact(title or say("table.strategies"), say("missing.none")),)
    header = (say("column.name"), say("column.level"), say("column.decision"), say("column.parent"))
    rows = [_row(node, depth) for node, depth in found]
    told = [at for at in range(len(header)) if at == 0 or any(row[at] for row in rows)]
    return (
        of_rows(
            [header[at] for at in told],
            [[row[at] for at in told] for row in rows],
            lit=[at for at, (node, _) in enumerate(found) if node.lit],
            indents=[STEP * depth + BRANCH if depth else "" for _, depth in found],
        ),
    )


def _row(node: Node, depth: int) -> list[str]:
    """Name with tentative marks, level, decision; of a part without its plan also what it belongs to."""
    return [node.marked, node.word, node.decision, "" if depth else node.above]
