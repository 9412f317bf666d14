"""Widths of columns that share a room: each at least what its words need, the rest to those who want more."""

from __future__ import annotations

from collections.abc import Sequence


def shared(least: Sequence[float], wish: Sequence[float], room: float) -> tuple[float, ...]:
    """A width for each column between its least and its wish, or beyond where there is room; none if words do not fit."""
    spare = room - sum(least)
    if spare < 0:
        return ()
    hunger = [most - low for most, low in zip(wish, least, strict=True)]
    if sum(hunger) > spare:
        return tuple(low + spare * h / sum(hunger) for low, h in zip(least, hunger, strict=True))
    return tuple(most * room / sum(wish) for most in wish)
