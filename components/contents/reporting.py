"""Reporting: what a coverage matrix draws, taken from a View: what is known of each indicator in each region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components.labels import clean
from datasets.indicators import Indicator
from datasets.terms import PILLARS
from datasets.view import View

REPORTED, OTHER, PLANNED, LOW, MERGER, UNPUBLISHED, UNFIT, NONE, PART = STATES = (
    "reported",
    "other_period",
    "planned",
    "low_confidence",
    "merger",
    "not_published",
    "not_applicable",
    "none",
    "part",
)
INTENDED = ("planned", "target")
# Reasons for a missing value, the most telling last, with the state they stand for.
_REASONS = {
    "not_published": UNPUBLISHED,
    "not_applicable": UNFIT,
    "before_merger": MERGER,
    "after_merger": MERGER,
    "low_confidence": LOW,
    "planned": PLANNED,
}


@dataclass(frozen=True)
class Line:
    """One indicator: its name and period in the reader's language, and a state for each column.

    ``counts`` are the reporting regions of each column where columns stand for several.
    """

    indicator: Indicator
    name: str
    period: str
    states: tuple[str, ...]
    k: int
    n: int
    counts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """Lines by pillar over named columns; ``sizes`` are how many regions stand behind each column."""

    codes: tuple[str, ...]
    columns: tuple[str, ...]
    pillars: tuple[tuple[str, tuple[Line, ...]], ...]
    sizes: tuple[int, ...]

    @property
    def lines(self) -> list[Line]:
        return [line for _, lines in self.pillars for line in lines]

    @property
    def found(self) -> list[str]:
        """The states that occur."""
        seen = {state for line in self.lines for state in line.states}
        return [state for state in STATES if state in seen]


def matrix_of(view: View, lang: str) -> Matrix:
    """The lines of a View: indicators by pillar, in their own order; regions in official order."""
    lines = _lines(view, lang)
    pillars = [
        (pillar, tuple(line for line in lines if line.indicator.pillar == pillar)) for pillar in PILLARS
    ]
    codes = tuple(region.code for region in view.regions)
    names = tuple(view.name(code, lang) for code in codes)
    return Matrix(codes, names, tuple((p, found) for p, found in pillars if found), (1,) * len(codes))


def folded(matrix: Matrix, view: View, lang: str) -> Matrix:
    """The same with one column for all regions of the same parent: how many of them report."""
    parents = list(dict.fromkeys(region.parent for region in view.regions))
    members = [[n for n, r in enumerate(view.regions) if r.parent == parent] for parent in parents]
    pillars = tuple((p, tuple(_folded(line, members) for line in lines)) for p, lines in matrix.pillars)
    names = tuple(view.name(parent, lang) for parent in parents)
    return Matrix(tuple(parents), names, pillars, tuple(map(len, members)))


def _folded(line: Line, members: Sequence[Sequence[int]]) -> Line:
    states, counts = [], []
    for each in members:
        own = [line.states[n] for n in each]
        counts.append(own.count(REPORTED))
        states.append(PART if 0 < counts[-1] < len(own) else max(set(own), key=lambda s: (own.count(s), s)))
    return replace(line, states=tuple(states), counts=tuple(counts))


def _lines(view: View, lang: str) -> list[Line]:
    """What is known of each indicator: in the period its charts show, in another one, or not at all."""
    if not view.regions:
        return []
    states, many = _states(view), len(view.regions)
    return [
        Line(
            indicator, clean(indicator.short[lang]), view.period_of(indicator.id), tuple(column), column.count(REPORTED), many
        )
        for indicator, column in zip(view.columns, states.T.tolist(), strict=True)
    ]  # fmt: skip


def _states(view: View) -> np.ndarray:
    """The state of every region (row) and indicator (column); what tells more goes before what tells less."""
    shape = (len(view.regions), -1, len(view.columns))  # regions, periods, indicators
    known = _block(view, "value").notna().to_numpy()
    ahead = known & _block(view, "status").isin(INTENDED).to_numpy()
    results = (known & ~ahead).reshape(shape)
    reasons = _reasons(view, ~known).reshape(shape)
    states = np.full((shape[0], shape[2]), NONE, dtype=object)
    for number, state in enumerate(_REASONS.values(), start=1):
        states[(reasons == number).any(axis=1)] = state
    states[ahead.reshape(shape).any(axis=1)] = PLANNED
    states[results.any(axis=1)] = OTHER
    for n, indicator in enumerate(view.columns if view.periods else ()):
        shown = view.periods.index(view.period_of(indicator.id))
        states[results[:, shown, n], n] = REPORTED
    return states


def _block(view: View, field: str) -> pd.DataFrame:
    """One field of all indicators."""
    return view.frame.loc[:, view.frame.columns.get_level_values(1) == field]


def _reasons(view: View, empty: np.ndarray) -> np.ndarray:
    """Why a value is missing, as the number of the reason from 1; 0 where none is told."""
    block, found = _block(view, "missing_reason"), np.zeros(empty.shape, dtype=np.int8)
    told = empty & (block.notna() & (block != "")).to_numpy()
    numbers = {reason: number for number, reason in enumerate(_REASONS, start=1)}
    for n in np.flatnonzero(told.any(axis=0)):
        found[told[:, n], n] = [numbers.get(str(reason), 0) for reason in block.iloc[:, n][told[:, n]]]
    return found
