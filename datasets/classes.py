"""Classes for a map: where to cut a column of values, at numbers a reader can say."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

QUANTILE, EQUAL, GIVEN = METHODS = ("quantile", "equal", "given")
FEWEST, MOST = 5, 7
_ROUNDNESS = 0.3  # how far from an even share (in classes) a limit may move for one digit less


@dataclass(frozen=True)
class Classes:
    """Adjoining classes: the first lies below ``limits[0]``, class i holds ``limits[i-1] <= value < limits[i]``.

    ``counts`` says how many values fall into each; ``method`` how the limits were found.
    """

    limits: tuple[float, ...]
    counts: tuple[int, ...]
    method: str = QUANTILE

    def of(self, value: float) -> int:
        """The class of a value, counted from 0 for the lowest."""
        return bisect_right(self.limits, value)

    def __len__(self) -> int:
        return len(self.limits) + 1


def classes(
    values: Iterable[float], method: str = QUANTILE, *, count: int = 0, limits: Sequence[float] = ()
) -> Classes:
    """Classes of ``values`` with limits rounded to readable numbers; missing values belong to none.

    ``quantile`` gives classes of about the same number of values, equal values never parted; ``equal`` classes of the
    same width; ``given`` takes ``limits``. ``count`` is wanted, 5 to 7 by the number of values when it is 0; few
    distinct values get fewer classes. Raises ValueError for another method.
    """
    if method not in METHODS:
        raise ValueError(f"{method!r} is none of {', '.join(METHODS)}")
    known = sorted(float(value) for value in values if math.isfinite(value))
    wanted = _wanted(known, count)
    cut = {QUANTILE: _quantile, EQUAL: _equal, GIVEN: lambda *_: _given(limits)}[method](known, wanted)
    return Classes(tuple(cut), _counts(known, cut), method)


def _wanted(known: list[float], count: int) -> int:
    """How many classes: never more than every second distinct value could fill."""
    usual = FEWEST + (len(known) >= 60) + (len(known) >= 150)
    return min(count or usual, MOST, max((len(set(known)) + 1) // 2, 1))


def _quantile(known: list[float], wanted: int) -> list[float]:
    """For each even share the gap between neighbouring values that is near it and holds the roundest number."""
    gaps = _gaps(known)
    share = len(known) / wanted
    found: list[float] = []
    for number in range(1, wanted):
        open_gaps = [gap for gap in gaps if not found or gap[0] >= found[-1]]
        near = [gap for gap in open_gaps if abs(gap[2] - number * share) < share]
        if near:
            found.append(
                min((_cost(gap, number * share, share), _roundest(gap[0], gap[1])) for gap in near)[1]
            )
    return found


def _gaps(known: list[float]) -> list[tuple[float, float, int]]:
    """(value, next larger value, how many values lie below the gap) between all neighbouring distinct values."""
    tally, gaps, below = Counter(known), [], 0
    distinct = sorted(tally)
    for low, high in pairwise(distinct):
        below += tally[low]
        gaps.append((low, high, below))
    return gaps


def _cost(gap: tuple[float, float, int], wanted: float, share: float) -> float:
    low, high, below = gap
    return abs(below - wanted) / share + _ROUNDNESS * _digits(_roundest(low, high))


def _roundest(low: float, high: float) -> float:
    """The number in (low, high] with the fewest digits: whole steps of ten, then fives, then twos, then ones."""
    power = math.floor(math.log10(max(abs(low), abs(high), high - low))) + 1
    for exponent in range(power, power - 18, -1):
        for share in (1.0, 0.5, 0.2):
            step = share * 10.0**exponent
            number = _tidy((math.floor(low / step) + 1) * step)
            if low < number <= high:
                return number
    return high


def _tidy(number: float) -> float:
    """The same number without the dust of binary fractions."""
    return float(f"{number:.12g}")


def _digits(number: float) -> int:
    """Significant digits of a number as it is written."""
    return len(f"{abs(number):.12g}".replace(".", "").strip("0"))


def _equal(known: list[float], wanted: int) -> list[float]:
    """Multiples of the readable step that comes nearest to the wanted number of classes."""
    if wanted < 2:
        return []
    low, high = known[0], known[-1]
    power = math.floor(math.log10((high - low) / wanted))
    steps = [
        leading * 10.0**exponent for exponent in (power - 1, power, power + 1) for leading in (1, 2, 2.5, 5)
    ]
    options = [_multiples(step, low, high) for step in steps if (high - low) / step <= 4 * MOST]
    fitting = [option for option in options if option and len(option) < MOST]
    return min(fitting, key=lambda option: abs(len(option) + 1 - wanted), default=[])


def _multiples(step: float, low: float, high: float) -> list[float]:
    first, last = math.floor(low / step) + 1, math.floor(high / step)
    return [_tidy(number * step) for number in range(first, last + 1)]


def _given(limits: Sequence[float]) -> list[float]:
    if list(limits) != sorted(set(limits)):
        raise ValueError("limits must rise")
    return [float(limit) for limit in limits]


def _counts(known: list[float], limits: list[float]) -> tuple[int, ...]:
    tally = Counter(bisect_right(limits, value) for value in known)
    return tuple(tally[number] for number in range(len(limits) + 1))
