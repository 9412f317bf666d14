"""Verdicts: how a target is judged, or why not, in words; and how many of them stand after each condition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.labels import number
from components.wording import Words
from datasets import pace
from datasets.targets import Tally

Row = Mapping[Any, Any]  # one target, by column


@dataclass(frozen=True)
class Verdict:
    """The judgement of one target: its id for the sign beside it, its word, and why or how fast."""

    status: str
    word: str
    why: str

    @property
    def text(self) -> str:
        return f"{self.word}: {self.why}" if self.why else self.word


@dataclass(frozen=True)
class Bar:
    """One condition on the way to a judgement: how many targets still stand, and in words why others fell there."""

    name: str
    left: int
    fallen: str


def verdict_of(row: Row, say: Words) -> Verdict:
    """Judged targets tell the growth reached and needed, the others all that is missing."""
    status = row["pace"]
    why = reasons_of(row, say) if status == pace.UNJUDGED else _growth(row, say)
    return Verdict(status, say(f"pace.{status}"), why)


def reasons_of(row: Row, say: Words) -> str:
    """Why a target is not judged, every reason."""
    return ", ".join(say(f"pace_reason.{reason}") for reason in row["pace_reason"].split(";") if reason)


def _growth(row: Row, say: Words) -> str:
    if pd.isna(row["reached"]):
        return ""
    if pd.isna(row["needed"]):
        return say("pace.reached", rate=signed(row["reached"]))
    return say("pace.compared", rate=signed(row["reached"]), needed=signed(row["needed"]))


def rate(share: float) -> str:
    """Growth a year in per cent with one decimal, without its direction."""
    return f"{number(100 * abs(share), 1)}%"


def signed(share: float) -> str:
    """Growth a year in per cent with one decimal and its sign."""
    return f"{'+' if share > 0 else ''}{number(100 * share, 1)}%"


def bars_of(tally: Tally, say: Words) -> list[Bar]:
    """All targets, those left after each condition that stops any, and those judged."""
    stopping = [step for step in tally.steps if step.fallen]
    bars = [Bar(say("verdicts.all"), tally.total, "")]
    return bars + [Bar(say(f"verdicts.{step.id}"), step.left, _fallen(step.fallen, say)) for step in stopping]


def _fallen(fallen: Mapping[str, int], say: Words) -> str:
    return say.list(
        [say("verdicts.fallen", reason=say(f"pace_reason.{reason}"), n=n) for reason, n in fallen.items()]
    )


def stopped(tally: Tally, say: Words) -> str:
    """Why the others are not judged, each target counted at the first condition it does not meet; empty without any."""
    fallen = {reason: n for step in tally.steps for reason, n in step.fallen.items()}
    return say("verdicts.stopped", reasons=_fallen(fallen, say)) if fallen else ""


def judged(tally: Tally, say: Words) -> str:
    """How many are judged and how, in one sentence."""
    n = sum(tally.judged.values())
    if not n:
        return say("verdicts.none", total=tally.total)
    parts = [
        say("verdicts.part", status=say(f"pace.{status}"), n=count) for status, count in tally.judged.items()
    ]
    return say("verdicts.some", total=tally.total, n=n, parts=say.list(parts))
