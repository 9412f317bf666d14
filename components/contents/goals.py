"""Goals: what a target bullet draws, taken from Records: where a target starts, where it wants to be, what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from components import captions, scales
from components.labels import clean, period, place
from components.wording import Words
from datasets import periods
from datasets.records import Records
from datasets.texts import Text

PLANS = ("planned", "private")  # statuses of amounts somebody means to spend or build, which are no targets
SLACK = 1.15  # a scale ends beyond its target, so that the mark stands on it and not at its end


@dataclass(frozen=True)
class Goal:
    """One row in words. ``top`` is the end of its own scale, None where a scale would say nothing."""

    id: str
    name: str
    owner: str
    unit: Text
    baseline: float | None
    baseline_text: str
    target: float | None
    target_text: str
    notes: tuple[str, ...]
    verdict: str
    planned: bool
    top: float | None

    def untitled(self, title: str) -> Goal:
        """The same without its name, where the sheet already says it."""
        return replace(self, name="") if self.name == title else self

    @property
    def hover(self) -> str:
        return f"{self.name}: {' → '.join(filter(None, [self.baseline_text, self.target_text]))}"


def goals_of(records: Records, say: Words, today: date | None) -> list[Goal]:
    """Every row of targets or quantities as a goal; with ``today`` a date that has passed is marked."""
    return [_goal(row, records, say, today) for _, row in records.frame.iterrows()]


def _goal(row: pd.Series, records: Records, say: Words, today: date | None) -> Goal:
    planned = row["status"] in PLANS
    baseline, target = _number(row["baseline"]), _number(row["target"])
    return Goal(
        id=row["id"],
        name=clean(row[say.lang]),
        owner=_owner(row, records, say),
        unit=Text(row["unit_ko"], row["unit_en"]),
        baseline=baseline,
        baseline_text=captions.amount_text(row, "baseline", say.lang),
        target=target,
        target_text=captions.amount_text(row, "target", say.lang),
        notes=tuple(filter(None, [captions.since(row, say), _end(row, say, planned, today)])),
        verdict="" if planned else say("target_bullet.undecided", reasons=", ".join(_reasons(row, say))),
        planned=planned,
        top=_top(row["nature"], [value for value in (baseline, target) if value is not None]),
    )


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _owner(row: pd.Series, records: Records, say: Words) -> str:
    """Whose target it is, how it was decided, and where it stands."""
    owner = clean(records.names[row["owner"]][say.lang]) if row["owner"] in records.names else ""
    decision = say(f"decision.{row['decision']}") if row["decision"] else ""
    return " · ".join(filter(None, [owner, decision, place(row["where"], say.lang)]))


def _top(nature: str, values: list[float]) -> float | None:
    """Where a row's scale ends: 100 for a share, else the next round number; none for a rank."""
    if not values or nature == "rank" or min(values) < 0 or max(values) == 0:
        return None
    if nature == "share" and max(values) <= 100:
        return 100.0
    return scales.end_above(max(values) * SLACK)


def _end(row: pd.Series, say: Words, planned: bool, today: date | None) -> str:
    """When the target is due; a plan has a period instead."""
    text = row["target_period"]
    if not text:
        return say("period.unstated") if planned else ""  # the verdict says it of a target
    if planned:
        return say("target_bullet.in_period", period=period(text, say.lang))
    past = today is not None and periods.parse(text).end < today
    return say("target_bullet.past" if past else "target_bullet.until", period=period(text, say.lang))


def _reasons(row: pd.Series, say: Words) -> list[str]:
    """What is missing before progress could be judged. The tables hold no later value of the baseline's survey yet."""
    bare = pd.isna(row["baseline"])
    found = [
        (pd.isna(row["target"]), say("target_bullet.no_number")),
        (bare, say("target_bullet.no_baseline")),
        (not row["target_period"], say("chart.unstated_year")),
        (not bare, say("target_bullet.no_later")),
    ]
    return [reason for missing, reason in found if missing]
