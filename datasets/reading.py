"""Reading a data folder: every file on its own, so that a broken one never hides the others."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd

from datasets import indicators, observations, problems, rules, terms
from datasets.indicators import Indicator
from datasets.observations import Observations
from datasets.rules import Known
from datasets.sources import Edition
from datasets.tables import TABLES


def read_edition(folder: Path) -> Edition:
    """Which state of the data a folder holds; empty where it does not say."""
    try:
        table = tomllib.loads((folder / "edition.toml").read_text(encoding="utf-8"))
        opening = (str(table.get(name, "")) for name in ("opening", "opening_per"))
        return Edition(str(table["id"]), str(table["as_of"]), *opening)
    except (OSError, tomllib.TOMLDecodeError, KeyError):
        return Edition("", "")


def read_indicators(
    folder: Path, known: Known
) -> tuple[dict[str, Indicator], Observations, list[problems.Problem]]:
    """Indicators and their observations by id, from every ``.toml`` with its ``.csv``, and what is wrong with them."""
    found: list[tuple[Indicator, Path]] = []
    faults: list[problems.Problem] = []
    for path in sorted(folder.glob("*/*.toml"), key=_by_pillar):
        try:
            found.append((indicators.read_indicator(path), path.with_suffix(".csv")))
        except problems.Problem as fault:
            faults.append(fault)
    figures, more = observations.read_observations(found, known)
    return {indicator.id: indicator for indicator, _ in found}, figures, faults + more


def _by_pillar(path: Path) -> tuple[int, str]:
    pillars = list(terms.PILLARS)
    return (pillars.index(path.parent.name) if path.parent.name in pillars else len(pillars), path.stem)


def read_tables(
    folder: Path, known: Known, found: dict[str, Indicator]
) -> tuple[dict[str, pd.DataFrame], list[problems.Problem]]:
    """The record tables by name, ids checked against each other, and what is wrong with them."""
    kept: dict[str, list[dict[str, str]]] = {}
    faults: list[problems.Problem] = []
    for name, table in TABLES.items():
        place = f"{name}.csv"
        try:
            kept[name], more = rules.keep_sound(
                rules.read_rows(folder / place, table, place), table, place, known
            )
            faults += more
        except problems.Problem as fault:
            kept[name] = []
            faults.append(fault)
    ids = {name: {row["id"] for row in listed} for name, listed in kept.items()} | {"indicators": set(found)}
    linked = Known(known.regions, known.sources, ids)
    for name, listed in kept.items():
        for row in listed:
            place = f"{name}.csv [{row['id']}]"
            faults += rules.faults_of_references(row, TABLES[name], place, linked)
    return {name: rules.to_frame(listed, TABLES[name]) for name, listed in kept.items()}, faults
