"""Figures as Excel would write them, and the ends of an axis as office programs choose them: for sizes, not for readers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

_SIMPLE = re.compile(r'^(#,##0|0)(?:\.(0+))?(%|"[^"]*")?$')


def shown(value: float, shape: str) -> str:
    """A figure in a plain number format; in any other one, roughly."""
    found = _SIMPLE.match(shape)
    if not found:
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:g}"
    whole, decimals, unit = found.groups()
    unit = unit or ""
    told = value * 100 if unit == "%" else value
    return f"{told:{',' if ',' in whole else ''}.{len(decimals or '')}f}" + unit.strip('"')


def says(text: str, value: float, shape: str) -> bool:
    """Whether a label is just what the number format writes: then it may follow the figure when someone edits it."""
    return bool(_SIMPLE.match(shape)) and text == shown(value, shape)


def step(low: float, high: float, most: int = 6) -> float:
    """A round distance of ticks."""
    rough = (high - low) / most or 1
    size = 10 ** math.floor(math.log10(rough))
    return next(size * n for n in (1, 2, 5, 10) if size * n >= rough * 0.999)


def ends(values: Sequence[float], from_zero: bool) -> tuple[float, float]:
    """Where an axis begins and ends that holds these values and a little air."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low - 1, high + 1) if low else (0.0, 1.0)
    air, by = (high - low) * 0.05, step(low, high)
    first = low if low == 0 else math.floor((low - air) / by) * by
    if low >= 0:
        first = max(first, 0.0)
    last = high if high == 0 else math.ceil((high + air) / by) * by
    return first, last
