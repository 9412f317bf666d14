"""Matrix as a table of counts: rows of organisations or regions, columns of fields, and the total."""

from __future__ import annotations

from collections.abc import Mapping

from components.contents.grid import grid_of
from components.labels import number
from components.natives import Fact, Native
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import words
from datasets.records import Records
from datasets.texts import Text


def native(
    records: Records,
    look: Look,
    *,
    rows: str = "owner",
    columns: str = "pillars",
    names: Mapping[str, Text] | None = None,
    title: str = "",
) -> tuple[Native, ...]:
    """All rows of the drawn table; a cell without records stays empty."""
    say = words(look.lang)
    if not len(records):
        return (Fact(title or say(f"table.{records.kind}"), say("missing.none")),)
    grid = grid_of(records, rows, columns, names or records.names, say)
    cells = [
        (name, *(number(n) if n else "" for n in counts), number(total))
        for name, counts, total in zip(grid.rows, grid.counts, grid.totals, strict=True)
    ]
    header = (say.get(f"column.{rows}"), *grid.columns, say("matrix.total"))
    numeric = (False, *(True for _ in header[1:]))
    return (of_rows(header, cells, numeric=numeric, notes=[say("matrix.subtitle")]),)
