"""Spread: what a distribution draws, taken from a View: classes of equal width, the middle half, and who stands out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from components import scales
from components.contents.dots import Dot, row_of
from components.labels import amount
from components.lit import marks
from components.theme import Look
from components.wording import Words
from datasets.indicators import Indicator
from datasets.view import View

MOST_NAMED = 12  # regions of a class named under the pointer
FEW_WHOLE = 15  # whole numbers that get a class each


@dataclass(frozen=True)
class Bin:
    """One class: its ends (the lower one belongs to it), and the regions in it by name."""

    low: float
    high: float
    names: tuple[str, ...]

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Spread:
    """The classes in order, the values of the axis that are written, quartiles, the nation, and the lit regions."""

    bins: tuple[Bin, ...]
    ticks: tuple[float, ...]
    quartiles: tuple[float, float, float]
    nation: Dot | None
    lit: tuple[Dot, ...]
    intended: int

    @property
    def ends(self) -> tuple[float, float]:
        """The ends of the axis, wide enough for the nation's figure."""
        beyond = [self.nation.value] if self.nation else []
        return min([self.bins[0].low, *beyond]), max([self.bins[-1].high, *beyond])

    @property
    def most(self) -> int:
        return max(len(each.names) for each in self.bins)


def spread_of(view: View, look: Look, lit: Collection[str]) -> Spread:
    """The results of a View in classes; plans and targets are counted, not mixed in."""
    row = row_of(view, view.indicator, look, marks(view, lit, look))
    results = [dot for dot in row.dots if dot.status not in ("planned", "target")] or list(row.dots)
    values = [dot.value for dot in results]
    edges, ticks = _edges(values)
    places = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, len(edges) - 2)
    bins = tuple(
        Bin(
            edges[n],
            edges[n + 1],
            tuple(dot.name for dot, at in zip(results, places, strict=True) if at == n),
        )
        for n in range(len(edges) - 1)
    )
    low, middle, high = (float(q) for q in np.percentile(values, (25, 50, 75)))
    chosen = tuple(dot for dot in results if dot.mark)
    return Spread(bins, ticks, (low, middle, high), row.nation, chosen, len(row.dots) - len(results))


def _edges(values: Sequence[float]) -> tuple[list[float], tuple[float, ...]]:
    """The ends of the classes at readable numbers, and the numbers written below them."""
    low, high = min(values), max(values)
    if high - low <= FEW_WHOLE and all(value.is_integer() for value in values):
        whole = [float(n) for n in range(int(low), int(high) + 1)]
        return [whole[0] - 0.5, *(n + 0.5 for n in whole)], tuple(whole)
    if high == low:
        return [low - 0.5, low + 0.5], (low,)
    wanted = 10 if len(values) < 30 else 14 if len(values) < 100 else 20
    found = scales.ticks(low, high, wanted)
    step = found[1] - found[0] if len(found) > 1 else high - low
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    edges = [round(n * step, 10) for n in range(first, last + 1)]
    return edges, tuple(edges)


def in_words(each: Bin, spread: Spread, indicator: Indicator, say: Words) -> str:
    """A class in words: its ends, or its number alone, how many regions it holds, and their names."""
    if each.middle in spread.ticks:
        ends = amount(each.middle, indicator.unit, say.lang)
    else:
        ends = "–".join(amount(end, indicator.unit, say.lang) for end in (each.low, each.high))
    names, rest = say.list(each.names[:MOST_NAMED]), len(each.names) - MOST_NAMED
    names = say("distribution.names", names=names, n=rest) if rest > 0 else names
    return f"{ends}: {say('distribution.regions', n=len(each.names))}\n{names}"


def quartile_texts(spread: Spread, indicator: Indicator, say: Words) -> list[tuple[str, str]]:
    """The quartiles: the word and the value of each, with no more digits than the figures have."""
    digits = indicator.decimals
    values = [amount(round(value, digits), indicator.unit, say.lang, digits) for value in spread.quartiles]
    return list(zip((say(f"distribution.{key}") for key in ("low", "middle", "high")), values, strict=True))
