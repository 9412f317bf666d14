"""Ids and codes of the data as the words a cell shows: documents, vocabularies, qualifiers."""

from __future__ import annotations

from typing import Any

import pandas as pd

from components.labels import clean
from components.wording import Words


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
