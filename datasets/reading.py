"""Reading a data folder: every file on its own, so that a broken one never hides the others."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd

from datasets import indicators, observations, problems, tables, terms
from datasets.indicators import Indicator
from datasets.sources import Edition
from datasets.tables import TABLES, Known


def read_edition(folder: Path) -> Edition:
    """Which state of the data a folder holds; empty where it does not say."""
    try:
        table = tomllib.loads((folder / "edition.toml").read_text(encoding="utf-8"))
        return Edition(str(table["id"]), str(table["as_of"]))
    except (OSError, tomllib.TOMLDecodeError, KeyError):
        return Edition("", "")


def read_indicators(
    folder: Path, known: Known
) -> tuple[dict[str, Indicator], dict[str, pd.DataFrame], list[problems.Problem]]:
    """Indicators and their observations by id, from every ``.toml`` with its ``.csv``, and what is wrong with them."""
    found: dict[str, Indicator] = {}
    figures: dict[str, pd.DataFrame] = {}
    faults: list[problems.Problem] = []
    for path in sorted(folder.glob("*/*.toml"), key=_by_pillar):
        try:
            indicator = indicators.read_indicator(path)
            rows, more = observations.read_observations(path.with_suffix(".csv"), indicator, known)
        except problems.Problem as fault:
            faults.append(fault)
            continue
        found[indicator.id], figures[indicator.id] = indicator, rows
        faults += more
    return found, figures, faults


def _by_pillar(path: Path) -> tuple[int, str]:
    pillars = list(terms.PILLARS)
    return (pillars.index(path.parent.name) if path.parent.name in pillars else len(pillars), path.stem)


def read_tables(
    folder: Path, known: Known, found: dict[str, Indicator]
) -> tuple[dict[str, pd.DataFrame], list[problems.Problem]]:
    """The record tables by name, ids checked against each other, and what is wrong with them."""
    rows: dict[str, list[dict[str, str]]] = {}
    faults: list[problems.Problem] = []
    for name, table in TABLES.items():
        place = f"{name}.csv"
        try:
            rows[name], more = tables.keep_sound(
                tables.read_rows(folder / place, table, place), table, place, known
            )
            faults += more
        except problems.Problem as fault:
            rows[name] = []
            faults.append(fault)
    ids = {name: {row["id"] for row in kept} for name, kept in rows.items()} | {"indicators": set(found)}
    linked = Known(known.regions, known.sources, ids)
    for name, kept in rows.items():
        for row in kept:
            place = f"{name}.csv [{row['id']}]"
            faults += tables.faults_of_references(row, TABLES[name], place, linked)
    return {name: tables.to_frame(kept, TABLES[name]) for name, kept in rows.items()}, faults
