"""Readings: one indicator of a View in its latest period, region by region in words, ready for any number of regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from components import captions, measure
from components.labels import clean, period
from components.theme import Look
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.view import NATION, View

AHEAD = ("planned", "target")  # statuses of what has not happened
_FIELDS = ["value", "status", "qualifier", "missing_reason"]


@dataclass(frozen=True)
class Reading:
    """One value: whose, how large (a date stays ISO text), what is written for it, and how it counts."""

    code: str
    name: str
    value: Any
    text: str
    status: str
    qualifier: str

    @property
    def ahead(self) -> bool:
        return self.status in AHEAD


@dataclass(frozen=True)
class Readings:
    """The reporting regions in official order, the nation, and why (a reason's id) the other regions are absent."""

    indicator: Indicator
    name: str
    unit: str
    when: str
    regions: tuple[Reading, ...]
    nation: Reading | None
    absent: dict[str, str]

    @property
    def title(self) -> str:
        """Short name with unit and period: ``AI 기업 협약(건, 2025-03-28)``."""
        told = ", ".join(filter(None, [self.unit, self.when]))
        return f"{self.name} ({told})" if told else self.name

    @cached_property
    def texts(self) -> dict[str, Reading]:
        return {reading.code: reading for reading in self.regions}


def readings(view: View, indicator: Indicator, look: Look) -> Readings:
    """What a view knows of one of its indicators in that indicator's own latest period."""
    when, rows = view.period_of(indicator.id), _rows(view, indicator)
    found = tuple(
        _reading(view, code, row, indicator, look) for code, row in rows.items() if _known(row["value"])
    )
    return Readings(
        indicator,
        clean(indicator.short[look.lang]),
        clean(indicator.unit[look.lang]),
        _when(when, found, words(look.lang)),
        found,
        _nation(view, indicator, look),
        {code: _reason(row) for code, row in rows.items() if not _known(row["value"])},
    )


def _rows(view: View, indicator: Indicator) -> dict[str, dict[str, Any]]:
    """The latest period as plain rows by region: a frame is slow to read line by line."""
    index = view.frame.index
    at = index.get_level_values("period") == view.period_of(indicator.id)
    columns = [view.frame[(indicator.id, name)].array[at].tolist() for name in _FIELDS]
    codes = index.get_level_values("region")[at]
    return {code: dict(zip(_FIELDS, row, strict=True)) for code, *row in zip(codes, *columns, strict=True)}


def _known(value: Any) -> bool:
    return bool(pd.notna(value)) and value != ""


def _reading(view: View, code: str, row: Any, indicator: Indicator, look: Look) -> Reading:
    text = captions.value_text(row, indicator, look.lang)
    status, qualifier = row["status"] or "actual", row["qualifier"] or "exact"
    return Reading(code, view.name(code, look.lang), row["value"], text, status, qualifier)


def _nation(view: View, indicator: Indicator, look: Look) -> Reading | None:
    at = (NATION, view.period_of(indicator.id))
    if at not in view.reference.index:
        return None
    row = view.reference.loc[at][indicator.id]
    return _reading(view, NATION, row, indicator, look) if _known(row["value"]) else None


def _reason(row: Any) -> str:
    return row["missing_reason"] if isinstance(row["missing_reason"], str) else ""


def _when(when: str, found: Sequence[Reading], say: Words) -> str:
    """The period, with the status that all values share when they are no results: ``2023년(잠정)``."""
    if not when:
        return ""
    shared = {reading.status for reading in found}
    written = period(when, say.lang)
    if len(shared) != 1 or "actual" in shared:
        return written
    return say("readings.marked", text=written, word=say(f"status.{shared.pop()}"))


def middle(readings: Readings) -> float | None:
    """The national value where regions can be read against it: no total, and not far off from all of them."""
    values = [reading.value for reading in readings.regions]
    if readings.nation is None or readings.indicator.aggregation == "sum" or not values:
        return None
    low, high, value = min(values), max(values), float(readings.nation.value)
    reach = (high - low) or abs(high)
    return value if low - reach <= value <= high + reach else None


def named(head: str, names: Sequence[str], say: Words, width: float, size: float, most: int = 2) -> list[str]:
    """A head and as many names behind it as a few lines hold; the rest is counted."""
    room = (width * most - measure.width(f"{head} {say('readings.more', n=len(names))}", size)) * 0.92
    kept, used = 0, 0.0
    for name in names:
        used += measure.width(f"{name}, ", size)
        if used > room and kept:
            break
        kept += 1
    rest = [say("readings.more", n=len(names) - kept)] if kept < len(names) else []
    return measure.wrap(f"{head} {' '.join([say.list(names[:kept]), *rest])}", width, size, most=most)
