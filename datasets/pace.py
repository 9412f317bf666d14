"""Pace: whether a target will be met, judged by compound annual growth, and how fast one must go to meet it.

The method is that of Open SDG and Statistics Canada (open-sdg.readthedocs.io, "Progress Measurement Methodology"): the
growth a year reached so far over the growth a year needed. It judges only what can be judged: a number, a baseline, a
year, and a later figure of the same survey must all be known, a year after the baseline at the earliest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from datasets import periods

ON_TRACK, MODERATE, WEAK = 0.95, 0.6, 0.0  # shares of the growth needed, as in that method
SHORTEST = 1  # years between the baseline and the figure it is judged by, as in sdg-build's ProgressMeasure
MET, MISSED, UNJUDGED = "met", "missed", "unjudged"
STATUSES = (MET, "on_track", "moderate", "weak", "away", MISSED, UNJUDGED)
# Why a target is not judged, in the order in which it is asked.
REASONS = (
    ("plan", "draft", "low_confidence", "no_target", "no_baseline", "baseline_ahead", "no_year")
    + ("other_survey", "unknown_survey", "no_figure", "broken_series", "end_unmeasured", "too_soon", "no_growth")
)  # fmt: skip
PLANS = {"planned": "plan", "private": "plan", "draft": "draft"}  # by status: what is no target, or none yet
# What a measured figure is to the target.
SAME, OTHER, UNKNOWN, BEFORE = "same", "other", "unknown", "baseline"

Target = Mapping[Any, Any]  # one row of the targets table, by column


@dataclass(frozen=True)
class Figure:
    """The latest figure measured of a target; ``role``: of the same survey, another, an unknown one, or no later than the baseline."""

    role: str
    row: Mapping[Any, Any]
    period: str

    @property
    def value(self) -> float:
        return float(self.row["value"])


@dataclass(frozen=True)
class Pace:
    """The judgement of one target: ``status``, all that stands against one, and the growth a year reached (a share)."""

    status: str
    reasons: tuple[str, ...] = ()
    reached: float | None = None


def judge(target: Target, measured: pd.DataFrame | None, as_of: date | None = None) -> Pace:
    """The pace of one target; ``measured`` are the figures of its indicator by period, oldest first."""
    if PLANS.get(target["status"]) == "plan":
        return Pace(UNJUDGED, ("plan",))
    reasons = tuple(reason for reason, found in _asked(target, measured, as_of).items() if found)
    if reasons:
        return Pace(UNJUDGED, reasons)
    figure = latest(target, measured)
    assert figure is not None
    years = at(figure.period) - at(target["baseline_period"])
    reached = growth(target["baseline"], figure.value, years)
    if _is_met(target, figure.value):
        return Pace(MET, reached=reached)
    if at(figure.period) >= at(target["target_period"]):
        return Pace(MISSED, reached=reached)
    if as_of is not None and is_past(target["target_period"], as_of):
        return Pace(UNJUDGED, ("end_unmeasured",), reached)  # no pace can meet a date that has gone by
    if years < SHORTEST:
        return Pace(UNJUDGED, ("too_soon",), reached)
    return _paced(reached, needed(target, target["target_period"]))


def _paced(reached: float | None, wanted: float | None) -> Pace:
    """The status of a target that is still on its way."""
    if reached is None or not wanted:
        return Pace(UNJUDGED, ("no_growth",), reached)
    return Pace(_status(reached / wanted), reached=reached)


def _asked(target: Target, measured: pd.DataFrame | None, as_of: date | None) -> dict[str, bool]:
    """Every reason that can stand against a judgement, and whether it does."""
    based = _is_based(target)
    figure = latest(target, measured)
    role = figure.role if figure else BEFORE
    later = role != BEFORE
    return {
        "draft": PLANS.get(target["status"]) == "draft",
        "low_confidence": target["confidence"] == "low",
        "no_target": pd.isna(target["target"]),
        "no_baseline": not based,
        "baseline_ahead": based
        and as_of is not None
        and periods.parse(target["baseline_period"]).start > as_of,
        "no_year": not target["target_period"],
        "other_survey": target["same_survey"] == "no",
        "unknown_survey": later and target["same_survey"] == "",
        "no_figure": based and not later and target["same_survey"] != "no",
        "broken_series": role == UNKNOWN and target["same_survey"] == "yes",
    }


def latest(target: Target, measured: pd.DataFrame | None) -> Figure | None:
    """What is measured of a target today, from the baseline's own survey where it goes on; None without any figure."""
    sound = None if measured is None else measured[measured["confidence"] != "low"]
    if sound is None or not len(sound):
        return None
    if not _is_based(target):
        return _figure(sound, {"yes": SAME, "no": OTHER}.get(target["same_survey"], UNKNOWN))
    start = at(target["baseline_period"])
    later = sound[[at(period) > start for period in sound.index]]
    if not len(later):
        return _figure(sound, BEFORE)
    if target["same_survey"] != "yes":
        return _figure(later, OTHER if target["same_survey"] == "no" else UNKNOWN)
    continued = _continued(later, sound[[at(period) == start for period in sound.index]])
    return _figure(continued, SAME) if len(continued) else _figure(later, UNKNOWN)


def _continued(later: pd.DataFrame, start: pd.DataFrame) -> pd.DataFrame:
    """The later figures of the series the baseline belongs to; where that is not seen, all if they are of one series."""
    series = set(start["series"]) or set(later["series"])
    return later[later["series"].isin(series)] if len(series) == 1 else later.iloc[:0]


def _figure(rows: pd.DataFrame, role: str) -> Figure:
    return Figure(role, rows.iloc[-1].to_dict(), str(rows.index[-1]))


def _is_based(target: Target) -> bool:
    return pd.notna(target["baseline"]) and bool(target["baseline_period"])


def _is_met(target: Target, value: float) -> bool:
    """Whether a figure is on the far side of the target; a rank or a burden is to fall."""
    rising = target["target"] >= target["baseline"]
    return bool(value >= target["target"] if rising else value <= target["target"])


def _status(ratio: float) -> str:
    if ratio >= ON_TRACK:
        return "on_track"
    if ratio >= MODERATE:
        return "moderate"
    return "weak" if ratio >= WEAK else "away"


def growth(first: float, last: float, years: float) -> float | None:
    """Compound annual growth as a share; None where it has no meaning (no time, or values not above zero)."""
    if years <= 0 or first <= 0 or last <= 0:
        return None
    return float((last / first) ** (1 / years) - 1)


def needed(target: Target, by: str) -> float | None:
    """The growth a year that leads from the baseline to the target by the end of a period; None where it has no meaning."""
    if not by or not _is_based(target) or pd.isna(target["target"]):
        return None
    return growth(float(target["baseline"]), float(target["target"]), at(by) - at(target["baseline_period"]))


def is_past(period: str, today: date) -> bool:
    """Whether a date has gone by; a period without one has not."""
    return bool(period) and periods.parse(period).end < today


def at(period: str) -> float:
    """The end of a period as a point in years: a whole year is its own number, June 2022 is 2021.5."""
    known = periods.parse(period)
    return known.end.year - 1 + known.end.month / 12
