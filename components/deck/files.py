"""A deck as a small text: JSON with a format and a version, ids and the presenter's own words, nothing else.

``read`` takes what a stranger hands over: it bounds size and depth, compares every id with the catalogue, and never
runs, loads or opens anything.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from components import address
from components.chart import Chart
from components.deck import NONE, Deck, Item
from datasets.catalog import Catalog
from datasets.problems import Problem
from datasets.texts import Text

FORMAT, VERSION = "regional-ai-readiness-deck", 1
MOST_BYTES = 200_000
MOST_ITEMS = 100
LONGEST_TITLE, LONGEST_NOTE = 160, 4000
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


class NotADeck(Problem):
    """A text that holds no deck, or a slide of one that is none."""

    key = "not-a-deck"
    fault = "this is no deck: {reason}"
    repair = "choose a file that was saved on the deck page"


class DeckTooLarge(Problem):
    key = "deck-too-large"
    fault = "the deck has {size}, at most {most} are read"
    repair = "make two decks of it"


class NewerDeck(Problem):
    key = "newer-deck"
    fault = "the deck was written by a newer version ({version})"
    repair = "update the dashboard, or save the deck again in this one"


def write(deck: Deck) -> str:
    """The deck as text: indented JSON, Korean as it is."""
    items = [_item(item) for item in deck.items]
    head = {
        "format": FORMAT,
        "version": VERSION,
        "title": _text(deck.title),
        "subtitle": _text(deck.subtitle),
    }
    return json.dumps({**{k: v for k, v in head.items() if v}, "slides": items}, ensure_ascii=False, indent=1)


def read(text: str | bytes, catalog: Catalog, name: str = "deck") -> tuple[Deck, tuple[Problem, ...]]:
    """The deck in a text, and why single slides of it were left out: what they show is not known here any more.

    Raises NotADeck, DeckTooLarge or NewerDeck where nothing can be read.
    """
    table = _table(text, name)
    given = table.get("slides", [])
    if not isinstance(given, list):
        raise NotADeck(name, reason="there is no list of slides")
    if len(given) > MOST_ITEMS:
        raise DeckTooLarge(name, size=f"{len(given)} slides", most=f"{MOST_ITEMS} slides")
    items: list[Item] = []
    left_out: list[Problem] = []
    for number, row in enumerate(given, start=1):
        try:
            items.append(_read_item(row, catalog, f"{name} · {number}"))
        except Problem as problem:
            left_out.append(problem)
        except Exception as error:  # a region or basis geo does not know; anything else is ours to mend
            if not hasattr(error, "key"):
                raise
            left_out.append(error)  # type: ignore[arg-type]
    words_ = {part: _words(table.get(part), LONGEST_TITLE) for part in ("title", "subtitle")}
    return Deck(words_["title"], words_["subtitle"], tuple(items)), tuple(left_out)


def words_of(text: object, longest: int = LONGEST_TITLE) -> str:
    """What a person typed, made fit to be shown and written: NFC, no control characters, line breaks kept."""
    once = _UNWANTED.sub("", str(text)[: 4 * longest].replace("\r\n", "\n"))
    return unicodedata.normalize("NFC", once).strip()[:longest]


def _table(text: str | bytes, name: str) -> Mapping[str, Any]:
    """The outermost object of the text, once it is known to be a deck of a version that can be read."""
    if len(text) > MOST_BYTES:
        raise DeckTooLarge(name, size=f"{len(text):,} bytes", most=f"{MOST_BYTES:,} bytes")
    try:
        raw = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        table = json.loads(raw, parse_constant=lambda word: None)
    except (ValueError, RecursionError) as error:
        raise NotADeck(name, reason="it is not readable as JSON") from error
    if not isinstance(table, dict) or table.get("format") != FORMAT:
        raise NotADeck(name, reason="the mark of a deck file is missing")
    version = table.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NotADeck(name, reason="there is no version number")
    if version > VERSION:
        raise NewerDeck(name, version=version)
    return table


def _read_item(row: Any, catalog: Catalog, place: str) -> Item:
    if not isinstance(row, dict):
        raise NotADeck(place, reason="a slide is no slide")
    if "section" in row:
        return Item(title=_words(row["section"], LONGEST_TITLE))
    asked = row.get("chart")
    if not isinstance(asked, dict) or not all(isinstance(v, str) for v in asked.values()):
        raise NotADeck(place, reason="no chart is written down")
    chart: Chart = address.read(asked, catalog, place)
    return Item(chart, _words(row.get("title"), LONGEST_TITLE), _words(row.get("note"), LONGEST_NOTE))


def _item(item: Item) -> dict[str, Any]:
    if item.chart is None:
        return {"section": _text(item.title)}
    parts = {"chart": address.query(item.chart), "title": _text(item.title), "note": _text(item.note)}
    return {name: value for name, value in parts.items() if value}


def _text(text: Text) -> str | dict[str, str]:
    return text.ko if text.ko == text.en else {"ko": text.ko, "en": text.en}


def _words(value: Any, longest: int) -> Text:
    """A text, or one in each language; anything else is none."""
    if isinstance(value, str):
        return Text(*(2 * [words_of(value, longest)]))
    if isinstance(value, dict):
        parts = [
            words_of(value[lang], longest) if isinstance(value.get(lang), str) else ""
            for lang in ("ko", "en")
        ]
        return Text(*parts)
    return NONE
