"""Ids and codes of the data as the words a cell shows: documents, vocabularies, qualifiers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.labels import clean, place
from components.wording import Words
from datasets.sources import Source


def qualifier(value: Any, say: Words) -> str:
    """The word before or after a figure, alone: ``약``, ``이상``."""
    known = say.get(f"qualifier.{filled(value)}")
    return clean(known.replace("{value}", ""))


def worded(say: Words, section: str, value: Any) -> str:
    """Ids of a vocabulary in words; what has none stands as it is."""
    parts = [part for part in filled(value).split(";") if part]
    return say.list([say.get(f"{section}.{part}") or clean(part) for part in parts])


def filled(value: Any) -> str:
    """A cell of the data as a text; empty where nothing stands."""
    return "" if value is None or pd.isna(value) else str(value)


def source(sources: Sequence[Source], id_: Any, lang: str) -> str:
    """The publisher of a document; an id that is not known stands as it is."""
    return next((clean(s.publisher[lang]) for s in sources if s.id == id_), filled(id_))


def cited(sources: Sequence[Source], id_: Any, where: Any, say: Words) -> str:
    """Publisher and place: ``광주일보 L11``."""
    return " ".join(filter(None, [source(sources, id_, say.lang), place(filled(where), say.lang)]))
