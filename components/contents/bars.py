"""Bars: what a ranked bar draws, taken from a View: the reporting regions in order, with their words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from components import captions
from components.mapping.shading import scaled
from components.theme import Look
from datasets.view import View


@dataclass(frozen=True)
class Bar:
    """One region: its rank where it may be told, its name and value in words, and how it counts."""

    code: str
    rank: str
    name: str
    text: str
    value: float
    status: str
    lit: bool

    @property
    def hollow(self) -> bool:
        """Whether this is no result."""
        return self.status in ("planned", "target")


@dataclass(frozen=True)
class Gap:
    """Regions that are left out between two bars."""

    n: int


def bars_of(view: View, look: Look, lit: Collection[str]) -> list[Bar]:
    """The largest value first; in official order where there is no scale."""
    rows, lang = (view.ranking if scaled(view) else view.latest[view.latest["value"].notna()]), look.lang
    ranked, number = view.reach.may_rank, view.indicator.kind == "number"
    return [
        Bar(
            code,
            f"{row['rank']:.0f}" if ranked and number else "",
            view.name(code, lang),
            captions.label_text(view, row, lang),
            float(row["value"]) if number else 0.0,
            row["status"],
            code in lit,
        )
        for code, row in zip(map(str, rows.index), rows.to_dict("records"), strict=True)
    ]


def cut(bars: list[Bar], most: int) -> list[Bar | Gap]:
    """At most so many rows: the first, the lit and the last bars, with a gap wherever others are left out."""
    if len(bars) <= most:
        return list(bars)
    lit = [at for at, bar in enumerate(bars) if bar.lit]
    for ends in range(most, -1, -1):
        first = (ends * 3 + 4) // 5
        kept = _bridged({*range(first), *lit, *range(len(bars) - (ends - first), len(bars))}, len(bars))
        rows = _with_gaps(bars, kept)
        if len(rows) <= most:
            return rows
    return _with_gaps(bars, set(lit[: max((most - 1) // 2, 1)]))


def _bridged(kept: set[int], n: int) -> set[int]:
    """A single bar left out takes no more room than its gap."""
    return kept | {at for at in range(1, n - 1) if at - 1 in kept and at + 1 in kept}


def _with_gaps(bars: list[Bar], kept: set[int]) -> list[Bar | Gap]:
    rows: list[Bar | Gap] = []
    before = -1
    for at in [*sorted(kept), len(bars)]:
        if at - before > 1:
            rows.append(Gap(at - before - 1))
        rows += bars[at : at + 1]
        before = at
    return rows
