"""The documents behind the figures: who published them, when, and how far they may be used."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from datasets import problems
from datasets.texts import Text


@dataclass(frozen=True)
class Source:
    """One document. ``published`` is ISO text of the precision the document gives; ``url`` is empty when unknown.

    ``described``: the title was not seen, what stands for it is our description; ``inferred``: the day is inferred.
    """

    id: str
    title: Text
    publisher: Text
    published: str
    kind: str = ""
    file: str = ""
    url: str = ""
    accessed: str = ""
    licence: Text = Text("", "")
    author: str = ""
    note: Text = Text("", "")
    described: bool = False
    inferred: bool = False


@dataclass(frozen=True)
class Edition:
    """Which state of the data this is: ``id`` for quoting, ``as_of`` the day it was checked against the documents.

    ``opening`` is the indicator the first map shows, ``opening_per`` what it is divided by there.
    """

    id: str
    as_of: str
    opening: str = ""
    opening_per: str = ""


def read_sources(path: Path) -> tuple[dict[str, Source], list[problems.Problem]]:
    """Documents by id from ``sources.toml``, and what is wrong with the file; a faulty entry is left out."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, [problems.MissingFile(path.name)]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [problems.UnreadableFile(path.name, reason=error, kind="TOML")]
    found: dict[str, Source] = {}
    faults: list[problems.Problem] = []
    for id_, table in tables.items():
        try:
            found[id_] = _source(id_, table)
        except problems.Problem as fault:
            faults.append(fault)
    return found, faults


def _source(id_: str, table: dict[str, Any]) -> Source:
    for field in ("title", "publisher", "published", "licence"):
        if not table.get(field):
            raise problems.MissingField(f"sources.toml [{id_}]", field=field)
    return Source(
        id=id_,
        title=Text.of(table["title"], table.get("title_en_by", "ours")),
        publisher=Text.of(table["publisher"], table.get("publisher_en_by", "ours")),
        published=_iso(table["published"]),
        kind=str(table.get("kind", "")),
        file=str(table.get("file", "")),
        url=str(table.get("url", "")),
        accessed=_iso(table.get("accessed", "")),
        licence=_both(table["licence"]),
        author=str(table.get("author", "")),
        note=_both(table.get("note", "")),
        described=table.get("described", False) is True,
        inferred=table.get("inferred", False) is True,
    )


def _both(value: Any) -> Text:
    return Text.of(value) if isinstance(value, dict) else Text(str(value), str(value))


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
