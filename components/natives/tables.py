"""Any chart as a table of texts: what kinds are in documents that no office program can draw."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from components.cells import cells, is_numeric
from components.labels import clean
from components.natives import Table
from components.theme import Look
from datasets.records import Records
from datasets.view import View


def native(
    material: View | Records, look: Look, *_: Any, lit: Collection[str] = (), **__: Any
) -> tuple[Table]:
    """The rows of a View or Records as one table."""
    frame = cells(material, look.lang)
    header = tuple(map(clean, frame.columns))
    rows = tuple(tuple(map(clean, row)) for row in frame.itertuples(index=False))
    return (Table(header, rows, tuple(is_numeric(name, look.lang) for name in header)),)
