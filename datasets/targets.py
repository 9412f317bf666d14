"""Targets in reading order, with all that is computed of them: what is measured today, and how fast it would have to go.

The nation's come first, then the regions' in official order, those of one owner together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from datasets import pace, periods
from datasets.bases import NATION
from datasets.records import Records

NATIONAL, REGIONAL = "national", "regional"
# What is added to a row: whose target it is; whether its date has passed ("yes"); the latest figure and what it is to
# the target (``pace.Figure``); the judgement with all its reasons; growth a year, as shares; and when ``needed`` leads to.
COLUMNS = (
    ("scope", "past", "latest", "latest_qualifier", "latest_period", "latest_source", "latest_where", "latest_role")
    + ("pace", "pace_reason", "reached", "needed", "due")
)  # fmt: skip
# What a target needs before it can be judged, step by step, and the reasons for which it fails there.
STEPS: dict[str, tuple[str, ...]] = {
    "status": ("plan", "draft"),
    "confidence": ("low_confidence",),
    "number": ("no_target",),
    "baseline": ("no_baseline", "baseline_ahead"),
    "year": ("no_year",),
    "figure": pace.REASONS[pace.REASONS.index("other_survey") :],
}

Measured = Callable[[pd.Series], pd.DataFrame | None]


def computed(frame: pd.DataFrame, measured: Measured, as_of: str, order: Sequence[str]) -> pd.DataFrame:
    """The targets in reading order with ``COLUMNS``; ``measured`` finds the figures of a row, ``order`` are all regions."""
    today = periods.parse(as_of).end if as_of else None
    rows = [_computed(row, measured(row), today) for _, row in frame.iterrows()]
    added = pd.DataFrame(rows, columns=list(COLUMNS), index=frame.index)
    numbers = ["latest", "reached", "needed"]
    added[numbers] = added[numbers].astype("float64")
    return _ordered(pd.concat([frame, added], axis=1), order)


def _computed(row: pd.Series, measured: pd.DataFrame | None, today: date | None) -> dict[str, Any]:
    figure, judged = pace.latest(row, measured), pace.judge(row, measured, today)
    due = row["target_period"]
    found: dict[str, Any] = dict.fromkeys(COLUMNS, "")
    found |= dict(
        scope=NATIONAL if row["region"] == NATION else REGIONAL,
        past="yes" if today and pace.is_past(due, today) else "",
        latest=figure.value if figure else None,
        pace=judged.status,
        pace_reason=";".join(judged.reasons),
        reached=judged.reached,
    )
    if figure:
        for column in ("qualifier", "source", "where"):
            found[f"latest_{column}"] = figure.row[column]
        found |= dict(latest_period=figure.period, latest_role=figure.role)
    return found | _needed(row, judged.reasons, due)


def _needed(row: pd.Series, reasons: Sequence[str], by: str) -> dict[str, Any]:
    """The growth needed by a date; none for a plan, and none where both ends are not of one thing that grows.

    That is a baseline that is itself a plan, and a stock of which something else is counted at its end.
    """
    apart = row["nature"] == "stock" and row["same_survey"] == "no"
    without = apart or {"plan", "baseline_ahead"} & set(reasons)
    wanted = None if without else pace.needed(row, by)
    return dict(needed=wanted, due="" if wanted is None else by)


def _ordered(frame: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """The nation first, then regions in official order; owners in the order of their first row."""
    regions = {code: number for number, code in enumerate([NATION, *order])}
    owners = {id_: number for number, id_ in enumerate(dict.fromkeys(frame["owner"]))}
    places = pd.DataFrame(
        dict(region=frame["region"].map(regions).fillna(len(regions)), owner=frame["owner"].map(owners)),
        index=frame.index,
    )
    return frame.loc[places.sort_values(["region", "owner"], kind="stable").index]


def assuming(frame: pd.DataFrame, year: str) -> pd.DataFrame:
    """The same with the growth needed by a chosen year where the document gives none; the judgement stays as it is."""
    undated = frame["target_period"] == ""
    if not year or not undated.any():
        return frame
    rows = [_needed(row, row["pace_reason"].split(";"), year) for _, row in frame[undated].iterrows()]
    given = frame.copy()
    given.loc[undated, "needed"] = pd.Series([row["needed"] for row in rows], frame.index[undated], "float64")
    given.loc[undated, "due"] = [row["due"] for row in rows]
    return given


@dataclass(frozen=True)
class Step:
    """One condition of a judgement: how many targets still stand after it, and how many fall by reason."""

    id: str
    left: int
    fallen: dict[str, int]


@dataclass(frozen=True)
class Tally:
    """How many targets there are, what stops how many of them on the way to a judgement, and how the rest is judged."""

    total: int
    steps: tuple[Step, ...]
    judged: dict[str, int]


def tally(records: Records) -> Tally:
    """How many of the targets are judged, and where the others fall: each at the first condition it does not meet."""
    frame = records.frame
    first = frame["pace_reason"].str.split(";").str[0]
    left, steps = len(frame), []
    for id_, reasons in STEPS.items():
        fallen = {reason: int((first == reason).sum()) for reason in reasons}
        left -= sum(fallen.values())
        steps.append(Step(id_, left, {reason: n for reason, n in fallen.items() if n}))
    counts = frame.loc[frame["pace"] != pace.UNJUDGED, "pace"].value_counts()
    return Tally(
        len(frame),
        tuple(steps),
        {status: int(counts[status]) for status in pace.STATUSES if status in counts},
    )
