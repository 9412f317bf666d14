"""What is not there, in words: why a region has no value, what is known instead, and why there is no scale."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from components import measure
from components.labels import amount, clean, period
from components.theme import Look
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.view import CASE, Coverage, View

Row = pd.Series | Mapping[Any, Any]  # one observation, by field
MERGERS = ("before_merger", "after_merger")
MOST_NAMED, FEWER_NAMED = (
    16,
    6,
)  # names in one sentence where regions are few, and where they are many; more are counted
MANY = 20  # regions of a level


def why(view: View, code: str, row: Row, indicator: Indicator, lang: str) -> str:
    """Why a region has no value, with what is known instead: ``통합 전 값만 있음: 광주 272건 · 전남 자료 없음``."""
    say = words(lang)
    reason = _reason(row)
    told = say.get(f"missing.{reason}") or say("missing.none")
    known = known_instead(view, code, row, indicator, say)
    return say("missing.with", reason=told, values=known) if known else told


def notes(view: View, lang: str, lit: Collection[str] = ()) -> list[str]:
    """The regions without a value by reason: mergers with the figures there are, then the names of the others.

    Where they are too many they are counted, and only the ``lit`` ones among them named.
    """
    if not view.missing:
        return []
    say, rows = words(lang), view.latest.loc[list(view.missing)]
    why = rows["missing_reason"].fillna("").astype(str)
    groups = [(str(reason), group) for reason, group in rows.groupby(why, sort=False)]
    merged = [row for reason, group in groups if reason in MERGERS for row in group.iterrows()]
    rest = [(reason, [str(c) for c in group.index]) for reason, group in groups if reason not in MERGERS]
    return [
        *(_merger(view, str(code), row, say) for code, row in merged),
        *(named(view, codes, say.get(f"missing.{reason}"), lit, say) for reason, codes in rest),
    ]


def lines(
    view: View, look: Look, width: float, size: float, lit: Collection[str] = (), *, known: bool = False
) -> list[str]:
    """``notes`` in the lines they take at a width; ``known`` leaves out regions of which nothing is known."""
    told = reasons(view, look.lang, lit) if known else notes(view, look.lang, lit)
    return [line for note in told for line in measure.wrap(note, width, size, most=4)]


def reasons(view: View, lang: str, lit: Collection[str] = ()) -> list[str]:
    """As ``notes``, without the regions of which nothing is known at all."""
    none = words(lang)("missing.none")
    return [note for note in notes(view, lang, lit) if not note.startswith(none)]


def no_scale(indicator: Indicator, reach: Coverage, say: Words) -> str:
    """Why the values of an indicator stand without scale or rank; empty where they may have both."""
    if indicator.kind != "number":
        return say("strip.words_only")
    if reach.may_rank:
        return ""
    if reach.rule == CASE:
        return say("strip.case")
    return clean(indicator.incomparable[say.lang]) or say("strip.few")


def _reason(row: Row) -> str:
    reason = row["missing_reason"]
    return reason if isinstance(reason, str) else ""


def _merger(view: View, code: str, row: Row, say: Words) -> str:
    fields = dict(region=view.name(code, say.lang), reason=say(f"missing.{_reason(row)}"))
    return say("map_legend.elsewhere", **fields, values=known_instead(view, code, row, view.indicator, say))


def named(view: View, codes: Sequence[str], reason: str, lit: Collection[str], say: Words) -> str:
    """Regions without a value by name; of too many their number, and the lit ones among them."""
    names, told = [view.name(code, say.lang) for code in codes], reason or say("missing.none")
    if len(names) == len(view.regions):
        return told
    if len(names) > (FEWER_NAMED if len(view.regions) > MANY else MOST_NAMED):
        own = [name for name, code in zip(names, codes, strict=True) if code in lit]
        key = "missing.counted_with" if own else "missing.counted"
        return say(key, reason=told, n=len(names), names=say.list(own))
    return say("missing.with", reason=told, values=say.list(names))


def known_instead(view: View, code: str, row: pd.Series, indicator: Indicator, say: Words) -> str:
    """The figures of the units before or after a merger, those without one named; or its own of low confidence."""
    known = dict(part.split("=", 1) for part in _parts(row["derived"]))
    if not _reason(row):
        return ""
    others = [other for other in _others(view, code, _reason(row)) if other not in known]
    told = {other: _written(value, indicator, say.lang) for other, value in known.items()}
    told |= {other: say("missing.none") for other in others}
    return " · ".join(text if c == code else f"{view.name(c, say.lang)} {text}" for c, text in told.items())


def _parts(derived: object) -> list[str]:
    return [part for part in derived.split(";") if "=" in part] if isinstance(derived, str) else []


def _others(view: View, code: str, reason: str) -> list[str]:
    """The units a region was made of, or became part of."""
    found = {"before_merger": view.atlas.predecessors, "after_merger": view.atlas.successors}.get(reason)
    return [region.code for region in found(code)] if found else []


def _written(value: str, indicator: Indicator, lang: str) -> str:
    if indicator.kind == "date":
        return period(value, lang)
    if indicator.kind == "text":
        return clean(value)
    return amount(float(value), indicator.unit, lang, indicator.decimals)
