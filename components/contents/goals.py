"""Goals: what a target bullet draws, taken from Records: where a target starts, what is measured, where it wants to be."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from components import captions, cited, scales
from components.contents.verdicts import Verdict, rate, verdict_of
from components.labels import amount, clean, period
from components.wording import Words
from datasets import pace
from datasets.records import Records
from datasets.texts import Text

PLANS = ("planned", "private")  # statuses of amounts somebody means to spend or build, which are no targets
SLACK = 1.15  # a scale ends beyond its target, so that the mark stands on it and not at its end
BASELINE, LATEST, TARGET = "baseline", "latest", "target"
UNSTATED = (
    "unstated"  # a decision the document does not state says nothing beside a target; the table keeps it
)


@dataclass(frozen=True)
class Mark:
    """One figure of a goal: what it is, its value in words, and where it stands between the ends of its line."""

    kind: str
    text: str
    share: float


@dataclass(frozen=True)
class Goal:
    """One row in words. ``top`` is the end of its own scale from zero, None where a scale would say nothing.

    ``bare``: there is one figure only and nothing to hold it against, so that it needs no line. ``ahead``: the baseline
    itself is a plan.
    """

    id: str
    owner: str
    name: str
    about: str
    unit: Text
    marks: tuple[Mark, ...]
    top: float | None
    bare: bool
    planned: bool
    ahead: bool
    verdict: Verdict | None
    notes: tuple[str, ...]

    def untitled(self, title: str) -> Goal:
        """The same without its name, where the sheet already says it."""
        return replace(self, name="") if self.name == title else self

    def mark(self, kind: str) -> Mark | None:
        return next((mark for mark in self.marks if mark.kind == kind), None)

    @property
    def hover(self) -> str:
        return f"{self.name}: {' → '.join(mark.text for mark in self.marks)}"


def goals_of(records: Records, say: Words) -> list[Goal]:
    """Every row of targets as a goal, in the order of the Records."""
    return [_goal(row, records, say) for _, row in records.frame.iterrows()]


def _goal(row: pd.Series, records: Records, say: Words) -> Goal:
    planned, unit = row["status"] in PLANS, Text(row["unit_ko"], row["unit_en"])
    values = {kind: value for kind, value in _values(row).items() if value is not None}
    top = _top(row["nature"], list(values.values()))
    places = cited.in_cell(records.sources, row["source"], row["where"], say)
    decision = say(f"decision.{row['decision']}") if row["decision"] not in ("", UNSTATED) else ""
    return Goal(
        id=row["id"],
        owner=clean(records.names[row["owner"]][say.lang]) if row["owner"] in records.names else "",
        name=clean(row[say.lang]),
        about=" · ".join(filter(None, [decision, places])),
        unit=unit,
        marks=tuple(
            Mark(k, captions.amount_text(row, k, say.lang), s) for k, s in _shares(values, top).items()
        ),
        top=top,
        bare=len(values) == 1 and (top is None or row["nature"] != "share"),
        planned=planned,
        ahead="baseline_ahead" in row["pace_reason"],
        verdict=None if planned else verdict_of(row, say),
        notes=tuple(
            filter(None, [_dates(row, say, planned), _measured(row, records, say), _difference(row, say)])
        ),
    )


def _values(row: pd.Series) -> dict[str, float | None]:
    """The figures that belong on one line: what is measured by another survey does not."""
    wanted = (BASELINE, LATEST, TARGET) if row["latest_role"] == pace.SAME else (BASELINE, TARGET)
    return {kind: None if pd.isna(row[kind]) else float(row[kind]) for kind in wanted}


def _top(nature: str, values: list[float]) -> float | None:
    """Where a row's scale ends: 100 for a share, else the next round number; none for a rank."""
    if not values or nature == "rank" or min(values) < 0 or max(values) == 0:
        return None
    if nature == "share" and max(values) <= 100:
        return 100.0
    return scales.end_above(max(values) * SLACK)


def _shares(values: dict[str, float], top: float | None) -> dict[str, float]:
    """Where each figure stands: on a scale from zero, or without one on the way from the baseline to the target."""
    if top is not None:
        return {kind: value / top for kind, value in values.items()}
    start, end = values.get(BASELINE, 0.0), values.get(TARGET, 0.0)
    if start == end or BASELINE not in values:
        return dict.fromkeys(values, 1.0)
    return {kind: min(max((value - start) / (end - start), 0.0), 1.0) for kind, value in values.items()}


def _dates(row: pd.Series, say: Words, planned: bool) -> str:
    """When and by which survey the baseline was measured, when the target is due, and how fast it would have to go."""
    return " · ".join(filter(None, [captions.since(row, say), _end(row, say, planned), _needed(row, say)]))


def _end(row: pd.Series, say: Words, planned: bool) -> str:
    """When the target is due; a plan has a period instead."""
    text = row["target_period"]
    if not text:
        return say("period.unstated") if planned else ""  # the verdict says it of a target
    key = "in_period" if planned else "past" if row["past"] else "until"
    return say(f"target_bullet.{key}", period=period(text, say.lang))


def _needed(row: pd.Series, say: Words) -> str:
    """The growth a year that leads to the target by its own date, or by the year the reader has chosen."""
    if pd.isna(row["needed"]) or row["pace"] != pace.UNJUDGED:
        return ""  # of a judged target the verdict tells it
    way = "up" if row["needed"] >= 0 else "down"
    key = f"past_{way}" if row["past"] else way if row["target_period"] else f"assumed_{way}"
    return say(f"target_bullet.{key}", period=period(row["due"], say.lang), rate=rate(row["needed"]))


def _measured(row: pd.Series, records: Records, say: Words) -> str:
    """What is measured today, when and by whom; of another survey it stands here and not on the line."""
    if pd.isna(row["latest"]) or row["latest_role"] == pace.BEFORE:
        return ""
    unit = Text(row["unit_ko"], row["unit_en"])
    value = amount(float(row["latest"]), unit, say.lang, None, row["latest_qualifier"] or "exact")
    who = cited.publishers(records.sources, row["latest_source"], say.lang)
    key = "measured" if row["latest_role"] == pace.SAME else "measured_apart"
    return say(f"target_bullet.{key}", value=value, period=period(row["latest_period"], say.lang), source=who)


def _difference(row: pd.Series, say: Words) -> str:
    """What other figures count, in words: they never stand on the line of this target."""
    text = clean(row[f"difference_{say.lang}"])
    named = (
        row["same_survey"] == "no" and row[f"baseline_survey_{say.lang}"]
    )  # there is one to be another than
    key = "other_survey" if named else "difference"
    return say(f"target_bullet.{key}", text=text) if text else ""
