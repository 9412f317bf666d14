"""Tables: rows of texts with columns as wide as they need, and any chart as a table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from components import measure
from components.cells import cells, is_numeric
from components.labels import clean
from components.natives import BOX, Fact, Native, Table
from components.theme import Look
from components.wording import words
from datasets.records import Records
from datasets.view import View

WIDEST, LEAST = 22.0, 3.0  # of a column's texts, in type sizes: longer ones are set in lines
HEAD = 9.0  # of its head, which is broken sooner
PAD = 1.6  # of the sides of a cell


def native(
    material: View | Records,
    look: Look,
    *_: Any,
    lit: Collection[str] = (),
    columns: Sequence[str] | None = None,
    title: str = "",
    **__: Any,
) -> tuple[Native, ...]:
    """The rows of a View or Records as one table; where there are none a sentence says so."""
    frame = cells(material, look.lang, columns)
    if not len(frame):
        return (_nothing(material, title, look.lang),)
    names = {clean(material.name(code, look.lang)) for code in lit} if isinstance(material, View) else set()
    ours = [at for at, name in enumerate(frame.iloc[:, 0]) if name in names]
    return (of_frame(frame, look.lang, ours),)


def _nothing(material: View | Records, title: str, lang: str) -> Fact:
    say = words(lang)
    named = material.indicator.title[lang] if isinstance(material, View) else say(f"table.{material.kind}")
    return Fact(clean(title or named), say("missing.none"))


def of_frame(frame: pd.DataFrame, lang: str, lit: Sequence[int] = (), notes: Sequence[str] = ()) -> Table:
    """A frame of readable texts under worded headers; figures stand flush right."""
    header = [str(name) for name in frame.columns]
    numeric = [is_numeric(name, lang) for name in header]
    return of_rows(header, list(frame.itertuples(index=False)), numeric=numeric, lit=lit, notes=notes)


def of_rows(
    header: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    numeric: Sequence[bool] = (),
    lit: Sequence[int] = (),
    notes: Sequence[str] = (),
    box: tuple[float, float, float, float] = BOX,
    indents: Sequence[str] = (),
) -> Table:
    """A table of clean texts, every column with the share of the width its texts ask for.

    ``indents`` stand before the first cell of each row.
    """
    heads, texts = tuple(map(clean, header)), tuple(tuple(map(clean, row)) for row in rows)
    shares = _shares(heads, texts)
    if indents:
        texts = tuple((before + row[0], *row[1:]) for before, row in zip(indents, texts, strict=True))
    notes = tuple(filter(None, map(clean, notes)))
    return Table(heads, texts, tuple(numeric), tuple(lit), shares, box=box, notes=notes)


def _shares(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
    """The widest text of each column against those of all, long texts counting only so much."""
    widths = [
        min(
            max([LEAST, min(measure.width(head, 1), HEAD), *(measure.width(text, 1) for text in column)]),
            WIDEST,
        )
        for head, *column in zip(header, *rows, strict=True)
    ]
    whole = sum(widths) + PAD * len(widths)
    return tuple(round((width + PAD) / whole, 4) for width in widths)
