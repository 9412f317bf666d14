"""Columns of entries below each other: how many each takes, and how high they must be to end together."""

from __future__ import annotations

from collections.abc import Sequence


def filled(heights: Sequence[float], columns: int, tallest: float) -> list[int]:
    """How many entries go into each column of this height."""
    counts, used = [0], 0.0
    for height in heights:
        if used + height > tallest:
            if len(counts) == columns:
                break
            counts.append(0)
            used = 0.0
        if height > tallest:
            break
        counts[-1] += 1
        used += height
    return counts


def balanced(heights: Sequence[float], columns: int, tallest: float) -> float:
    """The least column height that still holds everything, so that columns end together."""
    least = sum(heights) / columns
    step = max((tallest - least) / 24, 0.5)
    while least < tallest and sum(filled(heights, columns, least)) < len(heights):
        least += step
    return min(least, tallest)
