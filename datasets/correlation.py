"""Correlation: how closely two columns of figures go together, and how easily chance alone would do the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

FEWEST = 3  # with two pairs every line fits


class Correlation(NamedTuple):
    """``n`` pairs, Pearson's ``r``, and ``p``: how likely figures that have nothing to do with each other reach this r."""

    n: int
    r: float
    p: float


class Line(NamedTuple):
    """The straight line y = slope · x + intercept."""

    slope: float
    intercept: float

    def at(self, x: float) -> float:
        return self.slope * x + self.intercept


def correlation(x: Iterable[float], y: Iterable[float]) -> Correlation:
    """Pearson's r of two columns in the same order with its two-sided p; pairs that lack a value are left out.

    r and p are NaN where they would mean nothing: below three pairs, or where a column does not vary.
    """
    xs, ys = _pairs(x, y)
    if len(xs) < FEWEST or not np.ptp(xs) or not np.ptp(ys):
        return Correlation(len(xs), float("nan"), float("nan"))
    from scipy.stats import pearsonr  # a second to load, and few charts ask

    found = pearsonr(xs, ys)
    return Correlation(len(xs), float(found.statistic), float(found.pvalue))


def fitted(x: Iterable[float], y: Iterable[float]) -> Line:
    """The line of least squares through the pairs. Raises ValueError where x does not vary."""
    xs, ys = _pairs(x, y)
    if len(xs) < 2 or not np.ptp(xs):
        raise ValueError("a line needs two different x")
    away = xs - xs.mean()
    slope = float((away * (ys - ys.mean())).sum() / (away**2).sum())
    return Line(slope, float(ys.mean() - slope * xs.mean()))


def _pairs(x: Iterable[float], y: Iterable[float]) -> tuple[Any, Any]:
    xs, ys = np.asarray(list(x), dtype=float), np.asarray(list(y), dtype=float)
    known = np.isfinite(xs) & np.isfinite(ys)
    return xs[known], ys[known]
