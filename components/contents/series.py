"""Series: what a trend draws, taken from a View: per region its points in time, cut where the statistics changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd

from components import captions
from components.lit import Mark, marks
from components.theme import SYMBOLS, Look
from datasets import periods
from datasets.view import NATION, View

AHEAD = ("planned", "target")  # statuses of what has not happened
SOFT = ("provisional", "estimate")  # statuses of what may still be revised


@dataclass(frozen=True)
class Point:
    """One value: the period it belongs to and the day it stands on."""

    period: str
    day: date
    value: float
    status: str
    series: str
    text: str


@dataclass(frozen=True)
class Line:
    """The points of one region or of the nation, oldest first. ``mark`` is None for the gray ones."""

    code: str
    name: str
    points: tuple[Point, ...]
    mark: Mark | None = None

    @property
    def last(self) -> Point:
        return self.points[-1]

    def runs(self) -> list[tuple[bool, list[Point]]]:
        """Stretches to be joined: (ahead, points). A new series starts anew; what is ahead starts at the last result."""
        found: list[tuple[bool, list[Point]]] = []
        for point in self.points:
            ahead = point.status in AHEAD
            before = found[-1] if found else None
            if before and before[1][-1].series == point.series:
                if before[0] == ahead:
                    before[1].append(point)
                    continue
                found.append((ahead, [before[1][-1], point] if ahead else [point]))
            else:
                found.append((ahead, [point]))
        return found

    def breaks(self) -> list[tuple[Point, Point]]:
        """Neighbouring points of different series."""
        return [(a, b) for a, b in pairwise(self.points) if a.series != b.series]


def lines_of(view: View, look: Look, lit: Collection[str]) -> list[Line]:
    """All regions with a value in official order, the gray ones first, then the nation, then the lit."""
    chosen = marks(view, lit, look)
    found = [_line(view, region.code, look, chosen.get(region.code)) for region in view.regions]
    colour = look.palette.national
    nation = _line(view, NATION, look, Mark(colour, colour, SYMBOLS[0]))
    gray, coloured = [line for line in found if not line.mark], [line for line in found if line.mark]
    return [line for line in (*gray, nation, *coloured) if line.points]


def _line(view: View, code: str, look: Look, mark: Mark | None) -> Line:
    if view.indicator.kind != "number" or code not in view.series.index.get_level_values("region"):
        return Line(code, view.name(code, look.lang), ())
    rows = view.series.xs(code, level="region")
    points = [_point(str(when), row, view, look) for when, row in rows.iterrows()]
    return Line(
        code, view.name(code, look.lang), tuple(sorted(points, key=lambda p: (p.day, p.period))), mark
    )


def _point(when: str, row: pd.Series, view: View, look: Look) -> Point:
    series = row["series"] if isinstance(row["series"], str) else ""
    text = captions.value_text(row, view.indicator, look.lang)
    return Point(when, periods.middle(when), float(row["value"]), row["status"] or "actual", series, text)
