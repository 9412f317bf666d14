"""Changes: how the shown figure of a region or the nation stands to the one before it, where both count the same."""

from __future__ import annotations

from typing import Any

import pandas as pd

from components import captions
from components.labels import period
from components.wording import Words
from datasets import periods
from datasets.indicators import Indicator
from datasets.view import View

RESULTS = ("", "actual", "provisional", "estimate")
NEARLY = 3  # days by which two spans of equal length may differ: months and leap years

Row = dict[Any, Any]  # one observation, by field


def change(view: View, code: str, say: Words) -> str:
    """The sentence: from what it rose or fell to what, or that a break forbids the comparison; empty without either."""
    indicator, rows = view.indicator, _rows(view, code)
    now = rows.pop(view.period, None)
    before = max(
        (when for when in rows if now and _comes_before(when, view.period, indicator)),
        key=lambda when: periods.parse(when).end,
        default="",
    )
    if not now or not before or indicator.kind != "number":
        return ""
    if _broken(indicator, before, view.period, rows[before], now):
        return say("telling.broken", before_period=period(before, say.lang))
    if any(row["status"] not in RESULTS for row in (now, rows[before])):
        return ""
    return _compared(view, code, before, rows[before], now, say)


def _compared(view: View, code: str, before: str, then: Row, now: Row, say: Words) -> str:
    told = [captions.value_text(row, view.indicator, say.lang) for row in (then, now)]
    moved = float(now["value"]) - float(then["value"])
    key = "flat" if told[0] == told[1] else "up" if moved > 0 else "down"
    return say(
        f"telling.{key}",
        region=view.name(code, say.lang),
        before_period=period(before, say.lang),
        before=told[0],
        period=period(view.period, say.lang),
        value=told[1],
    )


def _rows(view: View, code: str) -> dict[str, Row]:
    """What is known of a region or the nation, by period."""
    series: pd.DataFrame = view.series
    found = series[series.index.get_level_values("region") == code]
    return dict(zip(found.index.get_level_values("period"), found.to_dict("records"), strict=True))


def _comes_before(when: str, now: str, indicator: Indicator) -> bool:
    """Whether a figure is older and of a like period: what flows in half a year is not what flows in a year."""
    old, new = periods.parse(when), periods.parse(now)
    if indicator.nature != "flow":
        return old.end < new.end
    lengths = [(each.end - each.start).days for each in (old, new)]
    return old.end < new.start and abs(lengths[0] - lengths[1]) <= NEARLY


def _broken(indicator: Indicator, before: str, now: str, then: Row, row: Row) -> bool:
    """Whether the two belong to different series, or a declared break lies between them."""
    old, new = periods.parse(before), periods.parse(now)
    between = any(old.end < periods.parse(each.at).start <= new.end for each in indicator.breaks)
    return between or _series(then) != _series(row)


def _series(row: Row) -> str:
    return row["series"] if isinstance(row["series"], str) else ""
