"""Series: what a trend draws, taken from a View: per region its points in time, cut where the statistics changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from components import captions
from components.lit import Mark, marks
from components.theme import SYMBOLS, Look
from datasets import periods
from datasets.view import NATION, View

Row = dict[Any, Any]  # one observation, by field
AHEAD = ("planned", "target")  # statuses of what has not happened
FAR = 2.5  # times the largest regional value: a nation beyond that is no line among them
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
    """All regions with a value in official order, the gray ones first, then the nation if it compares, then the lit."""
    chosen, rows = marks(view, lit, look), _rows(view)
    found = [_line(view, region.code, look, rows, chosen.get(region.code)) for region in view.regions]
    colour = look.palette.national
    nation = _line(view, NATION, look, rows, Mark(colour, colour, SYMBOLS[0]))
    gray, coloured = [line for line in found if not line.mark], [line for line in found if line.mark]
    lines = [nation] if _is_yardstick(nation, found) else []
    return [line for line in (*gray, *lines, *coloured) if line.points]


def _is_yardstick(nation: Line, regions: Sequence[Line]) -> bool:
    """Whether the nation stands among its regions: a total far above its parts would press them flat."""
    values = [point.value for line in regions for point in line.points]
    return not values or max((point.value for point in nation.points), default=0) <= FAR * max(values)


def _rows(view: View) -> dict[str, list[tuple[str, Row]]]:
    """The values of every region with their periods; none of what is no number."""
    found: dict[str, list[tuple[str, Row]]] = {}
    if view.indicator.kind == "number":
        listed = zip(view.series.index, view.series.to_dict("records"), strict=True)
        for (code, when), row in listed:
            found.setdefault(code, []).append((str(when), row))
    return found


def _line(
    view: View, code: str, look: Look, rows: Mapping[str, Sequence[tuple[str, Row]]], mark: Mark | None
) -> Line:
    points = [_point(when, row, view, look) for when, row in rows.get(code, ())]
    return Line(
        code, view.name(code, look.lang), tuple(sorted(points, key=lambda p: (p.day, p.period))), mark
    )


def _point(when: str, row: Row, view: View, look: Look) -> Point:
    series = row["series"] if isinstance(row["series"], str) else ""
    text = captions.value_text(row, view.indicator, look.lang)
    return Point(when, periods.middle(when), float(row["value"]), row["status"] or "actual", series, text)
