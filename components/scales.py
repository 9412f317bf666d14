"""Scales: round numbers for the end and the ticks of an axis."""

from __future__ import annotations

import math

ENDS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15)
STEPS = (1, 2, 2.5, 5, 10)


def end_above(value: float) -> float:
    """The next round number not below a positive value."""
    size = 10.0 ** math.floor(math.log10(value))
    return next(step * size for step in ENDS if step * size >= value)


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most ``most`` round values between two ends, evenly spaced."""
    if not high > low:
        return [low]
    rough = (high - low) / max(most, 1)
    size = 10.0 ** math.floor(math.log10(rough))
    for step in (s * size for s in (*STEPS, 20, 50)):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= most:
            return [round(n * step, 10) for n in range(first, last + 1)]
    return []
