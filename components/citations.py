"""Citations: what opens when a reader asks where a figure comes from."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from components import captions, cited
from components.labels import clean, period, place
from components.wording import words
from datasets.records import Records
from datasets.sources import Source
from datasets.view import View

MOST_SUPPORTED = 12
_OTHERS = ("baseline", "latest")  # figures of a target that may come from other documents than the target


@dataclass(frozen=True)
class Supported:
    """One thing a document supports, in our own words, and where in it."""

    text: str
    place: str
    note: str = ""


@dataclass(frozen=True)
class Citation:
    """One document as a reader quotes it, and what it supports here."""

    publisher: str
    title: str
    title_is_ours: bool
    date: str
    kind: str
    address: str
    licence: str
    note: str
    supports: tuple[Supported, ...]
    more: int = 0


def citations(material: View | Records, lang: str) -> tuple[Citation, ...]:
    """The documents behind a View or Records, each with the rows it supports (at most twelve are listed)."""
    rows = _of_view(material, lang) if isinstance(material, View) else _of_records(material, lang)
    return tuple(_citation(source, rows.get(source.id, []), lang) for source in material.sources)


def _citation(source: Source, supported: list[Supported], lang: str) -> Citation:
    say = words(lang)
    return Citation(
        publisher=clean(source.publisher[lang]),
        title=cited.title(source, say),
        title_is_ours=lang == "en" and source.title.en_by == "ours",
        date=cited.date(source, say),
        kind=clean(source.kind),
        address=source.url if source.url.startswith(("https://", "http://")) else "",
        licence=clean(source.licence[lang]),
        note=clean(source.note[lang]),
        supports=tuple(supported[:MOST_SUPPORTED]),
        more=max(0, len(supported) - MOST_SUPPORTED),
    )


def _of_view(view: View, lang: str) -> dict[str, list[Supported]]:
    found: dict[str, list[Supported]] = {}
    for frame in (view.reference, view.frame):
        for indicator in view.columns:
            if not len(frame):
                continue
            rows = frame[indicator.id]
            for (code, when), row in rows[rows["value"].notna()].iterrows():
                value = captions.value_text(row, indicator, lang)
                text = f"{view.name(code, lang)} · {clean(indicator.short[lang])} · {value} · {period(when, lang)}"
                _add(found, text, row, lang)
    return found


def _of_records(records: Records, lang: str) -> dict[str, list[Supported]]:
    found: dict[str, list[Supported]] = {}
    for _, row in records.frame.iterrows():
        _add(found, clean(row[lang]), row, lang)
        for part in _OTHERS:
            if row.get(f"{part}_source") and row[f"{part}_source"] != row["source"]:
                text = f"{clean(row[lang])} · {words(lang)(f'column.{part}')} {captions.amount_text(row, part, lang)}"
                _add(found, text, _document(row, part), lang)
    return found


def _document(row: pd.Series, part: str) -> pd.Series:
    """The document of a figure that does not come from the record's own."""
    return pd.Series(dict(source=row[f"{part}_source"], where=row[f"{part}_where"]))


def _add(found: dict[str, list[Supported]], text: str, row: pd.Series, lang: str) -> None:
    """What a row says, under each of its documents with the place in that document."""
    note = clean(row.get(f"note_{lang}", "") or "")
    for id_, where in cited.pairs(row["source"], row["where"]):
        found.setdefault(id_, []).append(Supported(text, clean(place(where, lang)), note))


def unknown_address(lang: str) -> str:
    return words(lang)("citation.no_address")
