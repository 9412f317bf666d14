"""Observations: the figures of one indicator, read from its ``.csv`` and checked against its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from datasets import problems, tables
from datasets.indicators import Indicator

FIELDS = tables.OBSERVATIONS.columns[2:]
KEY = ["region", "period"]


def read_observations(
    path: Path, indicator: Indicator, known: tables.Known
) -> tuple[pd.DataFrame, list[problems.Problem]]:
    """The sound rows of an indicator as a frame keyed by (region, period), and the faults of the others.

    ``value`` is float for number indicators and ISO text for dates. Raises a Problem when the file itself is broken.
    """
    place = f"indicators/{path.parent.name}/{path.name}"
    rows = tables.read_rows(path, tables.OBSERVATIONS, place)
    sound, faults = tables.keep_sound(rows, tables.OBSERVATIONS, place, known)
    kept: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in sound:
        found = list(_faults_of_value(row, indicator, f"{place} [{row['region']} {row['period']}]", known))
        key = (row["region"], row["period"], row["series"])
        if key in kept:
            found.append(problems.DuplicateKey(place, id=" ".join(filter(None, key))))
        faults += found
        if not found:
            kept[key] = row
    return _to_frame(list(kept.values()), indicator), faults


def _faults_of_value(
    row: dict[str, str], indicator: Indicator, place: str, known: tables.Known
) -> Iterator[problems.Problem]:
    value = row["value"]
    if not value:
        if not row["missing_reason"]:
            yield problems.MissingField(place, field="value / missing_reason")
        return
    for field in ("source", "where"):
        if not row[field]:
            yield problems.MissingField(place, field=field)
    if indicator.kind == "date" and not tables.is_period(value):
        yield problems.BadPeriod(place, field="value", period=value)
    if indicator.kind == "number":
        yield from _faults_of_number(value, indicator, place)


def _faults_of_number(value: str, indicator: Indicator, place: str) -> Iterator[problems.Problem]:
    low, high = indicator.range
    if not tables.is_number(value):
        yield problems.BadNumber(place, field="value", value=value)
    elif not low <= float(value) <= high:
        yield problems.OutOfRange(place, value=value, low=f"{low:g}", high=f"{high:g}")


def _to_frame(rows: list[dict[str, str]], indicator: Indicator) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(tables.OBSERVATIONS.columns), dtype="str")
    if indicator.kind == "number":
        frame["value"] = pd.to_numeric(frame["value"].replace("", None), errors="coerce").astype("float64")
    for column, default in (("status", "actual"), ("qualifier", "exact")):
        frame[column] = frame[column].replace("", default)
    return frame.set_index(KEY)
