"""Denominators: what a figure may be divided by at the moment it is looked at; nothing divided is ever stored."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from datasets import periods, problems
from datasets.indicators import Indicator
from datasets.texts import Text

DIGITS = 3  # significant digits of a quotient, fewer than any of our denominators has


@dataclass(frozen=True)
class Denominator:
    """One way to divide: ``indicators`` in order of preference, ``per`` whole things make one part."""

    id: str
    indicators: tuple[str, ...]
    per: float
    unit: Text
    short: Text
    whole: bool = False


@dataclass(frozen=True)
class Divisor:
    """The denominator of one view: the indicator it is taken from, and for each period which of its periods.

    ``columns`` are the ids of the indicators that may be divided by it.
    """

    denominator: Denominator
    indicator: Indicator
    frame: pd.DataFrame
    taken: Mapping[str, str]
    columns: tuple[str, ...] = ()


def read_denominators(path: Path) -> tuple[dict[str, Denominator], list[problems.Problem]]:
    """Denominators by id from ``denominators.toml``; without the file there are none."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {id_: _denominator(id_, table) for id_, table in tables.items()}, []
    except FileNotFoundError:
        return {}, []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        return {}, [problems.UnreadableFile(path.name, reason=error, kind="TOML")]


def _denominator(id_: str, table: Mapping) -> Denominator:
    return Denominator(
        id_,
        tuple(table["indicators"]),
        float(table["per"]),
        Text.of(table["unit"]),
        Text.of(table["short"]),
        table.get("whole", False) is True,
    )


def divisor(
    denominator: Denominator,
    indicator: Indicator,
    frame: pd.DataFrame,
    asked: Sequence[str],
    codes: Sequence[str],
) -> Divisor:
    """The divisor of these periods: for each the nearest period in which most of the regions report the denominator."""
    known = frame[frame["value"].notna()]
    counts = known.index.get_level_values("period")[
        known.index.get_level_values("region").isin(codes)
    ].value_counts()
    best = [period for period in counts.index if counts[period] == counts.max()]
    taken = {
        period: min(best, key=lambda other: (_apart(period, other), other))
        for period in asked
        if best and period
    }
    return Divisor(denominator, indicator, known, taken)


def _apart(one: str, other: str) -> int:
    return abs((periods.middle(one) - periods.middle(other)).days)


def divided(frame: pd.DataFrame, indicator: Indicator, by: Divisor) -> pd.DataFrame:
    """The rows of an indicator, laid out by (region, period), as quotients; both documents are cited.

    A quotient keeps the indicator's unit; only a ``whole`` turns it into per cent, for which both must count in the same
    things. Where the denominator is not reported the quotient is missing.
    """
    regions, when = (frame.index.get_level_values(name) for name in ("region", "period"))
    keys = pd.MultiIndex.from_arrays([regions, [by.taken.get(period, "") for period in when]])
    below = by.frame[~by.frame.index.duplicated(keep="last")].reindex(keys)
    factor = by.denominator.per / by.indicator.scale * (indicator.scale if by.denominator.whole else 1)
    numbers, parts = frame["value"].to_numpy(), below["value"].to_numpy(dtype="float64")
    with np.errstate(divide="ignore", invalid="ignore"):
        quotients = np.where(parts > 0, numbers * factor / parts, np.nan)
    known = ~np.isnan(quotients)
    made = frame.copy()
    made["value"] = quotients
    made.loc[known, "derived"] = [
        f"{number:.12g} × {factor:.12g} ÷ {part:.12g}"
        for number, part in zip(numbers[known], parts[known], strict=True)
    ]
    for column in ("source", "where"):
        made.loc[known, column] = made.loc[known, column] + ";" + below[column].to_numpy()[known]
    return made


def meaning(indicator: Indicator, frame: pd.DataFrame, by: Divisor) -> Indicator:
    """The indicator that quotients speak of: titled with what it is divided by, with as many digits as they carry."""
    way = by.denominator
    unit = Text("%", "%") if way.whole else indicator.unit
    return replace(
        indicator,
        title=_with(indicator.title, way.unit),
        short=_with(indicator.short, way.short),
        unit=unit,
        range=(float("-inf"), float("inf")),
        decimals=_decimals(frame["value"]),
        aggregation="none",
        scale=1.0,
        denominators=(),
        tag=indicator.tag,
    )


def _with(text: Text, way: Text) -> Text:
    return Text(f"{text.ko} ({way.ko})", f"{text.en} ({way.en})", text.en_by)


def _decimals(values: pd.Series) -> int:
    sizes = values.abs()[values.abs() > 0]
    if not len(sizes):
        return 1
    return int(np.clip(DIGITS - 1 - np.floor(np.log10(sizes.median())), 0, 3))
