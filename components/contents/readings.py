"""Readings: one indicator of a View in its latest period, region by region in words, ready for any number of regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from components import captions, measure
from components.labels import clean, period, told_unit
from components.theme import Look
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.view import NATION, View

AHEAD = ("planned", "target")  # statuses of what has not happened
SOFT = ("provisional", "estimate")  # statuses of what may still be revised
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
        """Short name with unit and period: ``AI 기업 협약 (건, 2025-03-28)``."""
        told = ", ".join(filter(None, [self.unit, self.when]))
        return f"{self.name} ({told})" if told else self.name

    @cached_property
    def texts(self) -> dict[str, Reading]:
        return {reading.code: reading for reading in self.regions}


def readings(view: View, indicator: Indicator, look: Look) -> Readings:
    """What a view knows of one of its indicators in that indicator's own latest period."""
    rows, nation = _rows(view, indicator), _national(view, indicator)
    known = {code: row for code, row in rows.items() if _known(row["value"])}
    shared = _shared([*known.values(), *([nation] if nation else [])])
    quiet = shared in SOFT  # said once beside the period, not again with every value
    return Readings(
        indicator,
        clean(indicator.short[look.lang]),
        told_unit(indicator.unit, look.lang),
        _when(view.period_of(indicator.id), shared, words(look.lang)) if known or nation else "",
        tuple(_reading(view, code, row, indicator, look, quiet) for code, row in known.items()),
        _reading(view, NATION, nation, indicator, look, quiet) if nation else None,
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


def _reading(view: View, code: str, row: Any, indicator: Indicator, look: Look, quiet: bool) -> Reading:
    told = {**row, "status": "actual"} if quiet else row
    text = captions.value_text(told, indicator, look.lang)
    status, qualifier = row["status"] or "actual", row["qualifier"] or "exact"
    return Reading(code, view.name(code, look.lang), row["value"], text, status, qualifier)


def _national(view: View, indicator: Indicator) -> Any:
    """The nation's row, if it has a value in the period."""
    at = (NATION, view.period_of(indicator.id))
    if at not in view.reference.index:
        return None
    place = view.reference.index.get_loc(at)
    row = {name: view.reference[(indicator.id, name)].iloc[place] for name in _FIELDS}
    return row if _known(row["value"]) else None


def _reason(row: Any) -> str:
    return row["missing_reason"] if isinstance(row["missing_reason"], str) else ""


def _shared(rows: Sequence[Any]) -> str:
    """The status that all values have in common; empty where they differ."""
    found = {row["status"] or "actual" for row in rows}
    return found.pop() if len(found) == 1 else ""


def _when(when: str, shared: str, say: Words) -> str:
    """The period, with the status that all values share when they are no results: ``2023년(잠정)``."""
    written = period(when, say.lang) if when else ""
    if shared in ("", "actual"):
        return written
    return say("readings.marked", text=written, word=say(f"status.{shared}"))


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
