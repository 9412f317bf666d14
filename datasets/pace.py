"""Pace: whether a target will be met, judged by compound annual growth, and how fast one must go to meet it.

The growth a year reached so far over the growth needed, with the default thresholds of Open SDG's progress status. It
judges only what can be judged: baseline, year and a later figure of the same survey must all be known.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from datasets import periods

ON_TRACK, MODERATE, WEAK = 0.95, 0.5, 0.0  # shares of the growth needed
STATUSES = ("met", "on_track", "moderate", "weak", "away", "unjudged")
REASONS = ("no_target", "no_baseline", "no_year", "no_survey", "no_figure", "no_growth", "plan")


@dataclass(frozen=True)
class Pace:
    """The judgement of one target: ``status``, why not if ``unjudged``, growth reached and needed a year (shares)."""

    status: str
    reason: str = ""
    reached: float | None = None
    needed: float | None = None
    latest: float | None = None
    latest_period: str = ""


def judge(target: pd.Series, measured: pd.DataFrame | None) -> Pace:
    """The pace of one row of the targets table; ``measured`` are later figures of the same survey (value by period)."""
    reason = _unjudgeable(target, measured)
    if reason:
        return Pace("unjudged", reason)
    assert measured is not None
    start, end = _year(target["baseline_period"]), _year(target["target_period"])
    later = measured[[_year(period) > start for period in measured.index]]
    period, value = later.index[-1], float(later["value"].iloc[-1])
    reached = growth(target["baseline"], value, _year(period) - start)
    needed = growth(target["baseline"], target["target"], end - start)
    if reached is None or not needed:
        return Pace("unjudged", "no_growth", latest=value, latest_period=period)
    return Pace(_status(target, value, reached / needed), "", reached, needed, value, period)


def _unjudgeable(target: pd.Series, measured: pd.DataFrame | None) -> str:
    """Why a target cannot be judged; empty if it can."""
    asked = {
        "plan": target["status"] == "target",
        "no_target": pd.notna(target["target"]),
        "no_baseline": pd.notna(target["baseline"]) and bool(target["baseline_period"]),
        "no_year": bool(target["target_period"]),
        "no_survey": target["same_survey"] == "yes",
    }
    for reason, known in asked.items():
        if not known:
            return reason
    start = _year(target["baseline_period"])
    known = measured is not None and any(_year(period) > start for period in measured.index)
    return "" if known else "no_figure"


def _status(target: pd.Series, value: float, ratio: float) -> str:
    rising = target["target"] >= target["baseline"]
    if value >= target["target"] if rising else value <= target["target"]:
        return "met"
    if ratio >= ON_TRACK:
        return "on_track"
    if ratio >= MODERATE:
        return "moderate"
    return "weak" if ratio > WEAK else "away"


def growth(first: float, last: float, years: float) -> float | None:
    """Compound annual growth as a share; None where it has no meaning (no time, or values not above zero)."""
    if years <= 0 or first <= 0 or last <= 0:
        return None
    return float((last / first) ** (1 / years) - 1)


def needed(target: pd.Series, year: int) -> float | None:
    """The growth a year that leads from the baseline to the target by the end of ``year``; None where it has no meaning."""
    if pd.isna(target["baseline"]) or pd.isna(target["target"]) or not target["baseline_period"]:
        return None
    return growth(float(target["baseline"]), float(target["target"]), year - _year(target["baseline_period"]))


def _year(period: str) -> float:
    """The end of a period as a point in years; a whole year counts as its own number."""
    known = periods.parse(period)
    return float(known.end.year) if known.end.month == 12 else known.end.year - 1 + known.end.month / 12
