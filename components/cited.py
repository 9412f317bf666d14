"""Documents in words: publisher, date and place as a chart, a cell or a citation names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from components.labels import clean, period, place
from components.wording import Words, words
from datasets.sources import Source
from datasets.view import View

MOST_SOURCES = 3
MOST_PLACES = 3  # of one document in the line under a chart


def pairs(ids: Any, where: Any) -> list[tuple[str, str]]:
    """Each document of a cell with its place: ``a;b`` and ``L1;L2`` belong together in this order.

    Places that are not as many as the documents cannot be told apart: each document then brings them all.
    """
    named = _parts(ids)
    places = _parts(where)
    if len(named) == len(places):
        return list(zip(named, places, strict=True))
    return [(id_, ";".join(places)) for id_ in named]


def _parts(cell: Any) -> list[str]:
    text = "" if cell is None or pd.isna(cell) else str(cell)
    return [part.strip() for part in text.split(";") if part.strip()]


def title(source: Source, say: Words) -> str:
    """The title of a document; where it was not seen our description, marked as such."""
    written = clean(source.title[say.lang])
    return say("citation.not_shown", title=written) if source.described else written


def date(source: Source, say: Words, *, beside: bool = False) -> str:
    """The day a document was published, marked where it was inferred; ``beside`` other words in brackets."""
    written = period(source.published, say.lang)
    key = "citation.inferred_beside" if beside else "citation.inferred"
    return say(key, date=written) if source.inferred and source.published else written


def brief(source: Source, say: Words, where: str = "") -> str:
    """``광주일보(2025-03-28) L11``: publisher, date and place."""
    publisher = clean(source.publisher[say.lang])
    told = say(
        "chart.source_one", publisher=publisher, date=date(source, say, beside=True), place=clean(where)
    )
    return told.strip()


def joined(cited: Sequence[str], say: Words) -> str:
    """The first documents of a list, and how many more there are."""
    shown = say.list(cited[:MOST_SOURCES])
    rest = len(cited) - MOST_SOURCES
    return shown if rest <= 0 else f"{shown} {say('chart.more_sources', n=rest)}"


def documents(sources: Iterable[Source], say: Words) -> str:
    """Documents by publisher and date, all of them."""
    return say.list([brief(source, say) for source in sources])


def of_view(view: View, lang: str) -> str:
    """The documents of a View with their places, shortest honest form; empty where there is none."""
    say, places = words(lang), _places(view)
    cited = [brief(s, say, _told(places.get(s.id, []), lang)) for s in view.sources]
    return say("chart.source", sources=joined(cited, say)) if cited else ""


def _told(places: Sequence[str], lang: str) -> str:
    """A few places; of many none, since the first would speak for all: the citation has them."""
    return place(";".join(places), lang) if len(places) <= MOST_PLACES else ""


def _places(view: View) -> dict[str, list[str]]:
    """The places of each document, in order of first use."""
    found: dict[str, list[str]] = {}
    for frame in (view.frame, view.reference):
        for indicator in view.columns if len(frame) else ():
            told = zip(
                *(frame[(indicator.id, field)].to_numpy() for field in ("source", "where")), strict=True
            )
            for ids, where in dict.fromkeys(told):
                for id_, at in pairs(ids, where) if isinstance(ids, str) and isinstance(where, str) else ():
                    if at not in found.setdefault(id_, []):
                        found[id_].append(at)
    return found


def publishers(sources: Sequence[Source], ids: Any, lang: str) -> str:
    """The publishers of the documents of a cell; an id that is not known stands as it is."""
    known = {source.id: clean(source.publisher[lang]) for source in sources}
    return words(lang).list(list(dict.fromkeys(known.get(id_, id_) for id_ in _parts(ids))))


def in_cell(sources: Sequence[Source], ids: Any, where: Any, say: Words) -> str:
    """Publishers and places: ``광주일보 L11, 이데일리 L24``."""
    told = [(publishers(sources, id_, say.lang), place(at, say.lang)) for id_, at in pairs(ids, where)]
    return say.list(list(dict.fromkeys(" ".join(filter(None, each)) for each in told)))
