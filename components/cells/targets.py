"""Cells of targets: what is measured today, the verdict, and the growth needed, as texts or as values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from components import cited
from components.captions import amount_text
from components.cells.texts import filled
from components.contents.verdicts import reasons_of, signed, verdict_of
from components.labels import clean, period
from components.wording import Words
from datasets import pace
from datasets.records import Records

Row = dict[Any, Any]  # one target, by column
DIGITS = 2  # of growth in per cent, for other programs


def _baseline(row: Row, records: Records, say: Words, values: bool) -> object:
    """The figure it starts from with its date and survey."""
    if pd.isna(row["baseline"]):
        return None if values else ""
    if values:
        return float(row["baseline"])
    told = [period(row["baseline_period"], say.lang) if row["baseline_period"] else ""]
    told.append(clean(row[f"baseline_survey_{say.lang}"]))
    return _beside(amount_text(row, "baseline", say.lang), told, say)


def _beside(value: str, told: list[str], say: Words) -> str:
    """A figure with what is known about it in brackets."""
    known = ", ".join(filter(None, told))
    return say("target_bullet.dated", value=value, period=known) if known else value


def _latest(row: Row, records: Records, say: Words, values: bool) -> object:
    """Today's figure with its date; of another survey, or of one that is not known to be the same, it says so."""
    if pd.isna(row["latest"]):
        return None if values else ""
    if values:
        return float(row["latest"])
    survey = {pace.OTHER: say("same_survey.no"), pace.UNKNOWN: say("pace_reason.unknown_survey")}
    told = [period(row["latest_period"], say.lang), survey.get(row["latest_role"], "")]
    return _beside(amount_text(row, "latest", say.lang), told, say)


def _pace(row: Row, records: Records, say: Words, values: bool) -> str:
    verdict = verdict_of(row, say)
    return verdict.word if values else verdict.text


def _needed(row: Row, records: Records, say: Words, values: bool) -> object:
    """Growth a year in per cent, with the date it leads to."""
    if pd.isna(row["needed"]):
        return None if values else ""
    if values:
        return round(100 * row["needed"], DIGITS)
    return say("target_bullet.dated", value=signed(row["needed"]), period=period(row["due"], say.lang))


def _reached(row: Row, records: Records, say: Words, values: bool) -> object:
    if pd.isna(row["reached"]):
        return None if values else ""
    return round(100 * row["reached"], DIGITS) if values else signed(row["reached"])


OWN: dict[str, Callable[[Row, Records, Words, bool], object]] = {
    "baseline": _baseline,
    "latest": _latest,
    "latest_source": lambda row, records, say, values: cited.publishers(
        records.sources, row["latest_source"], say.lang
    ),
    "pace": _pace,
    "pace_reason": lambda row, records, say, values: reasons_of(row, say),
    "needed": _needed,
    "reached": _reached,
    "difference": lambda row, records, say, values: clean(filled(row[f"difference_{say.lang}"])),
}
