"""Strokes: the lines of a trend as traces on its axes of days and values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from components.contents.series import AHEAD, SOFT, Line, Point
from components.labels import period
from components.labels import plotly as label
from components.theme import Look
from datasets.view import NATION, View

MOST_GRAY = 20  # gray lines drawn one by one; more are one faint trace
MOST_MARKED = 12  # more periods than this get a mark only where it says something
Trace = dict[str, Any]


def of(view: View, lines: Sequence[Line], look: Look) -> list[Trace]:
    """A trace for every stretch of every line: steps for a stock; very many gray ones together."""
    shape = "hv" if view.indicator.nature != "flow" else "linear"
    gray = [line for line in lines if not line.mark]
    faint = [_faint(gray, shape, look)] if len(gray) > MOST_GRAY else []
    single = [line for line in lines if line.mark] if faint else lines
    return [*faint, *(trace for line in single for trace in _runs(line, shape, look))]


def _runs(line: Line, shape: str, look: Look) -> Iterator[Trace]:
    return (_run(line, points, ahead, shape, look) for ahead, points in line.runs())


def _faint(lines: Sequence[Line], shape: str, look: Look) -> Trace:
    """Very many gray lines as one: thin and pale, so that the others can be followed, each named under the pointer."""
    days: list[str | None] = []
    values: list[float | None] = []
    hovers: list[str] = []
    for line in lines:
        for _, points in line.runs():
            days += [*(point.day.isoformat() for point in points), None]
            values += [*(point.value for point in points), None]
            hovers += [*(_hover(line, point, look.lang) for point in points), ""]
    return dict(
        type="scatter", x=np.array(days, dtype="datetime64[D]"), y=np.array(values, dtype=float), xaxis="x2", yaxis="y2",
        mode="lines", line=dict(color=look.palette.others, width=0.7, shape=shape), opacity=0.45, connectgaps=False,
        hovertext=np.array(hovers, dtype=object), hoverinfo="text", name="others",
    )  # fmt: skip


def _run(line: Line, points: Sequence[Point], ahead: bool, shape: str, look: Look) -> Trace:
    """One stretch: gray and thin, the nation dashed, a lit region strong; what is ahead dashed in its own colour."""
    colours = look.palette
    colour = line.mark.colour if line.mark else colours.others
    dash = "dash" if line.code == NATION else "solid"
    stroke = dict(color=colour, width=2.6 if line.mark else 1, dash=dash, shape=shape)
    if ahead:
        colour = colours.target if points[-1].status == "target" else colours.planned
        stroke |= dict(color=colour, width=1.8 if line.mark else 0.8, dash="dot", shape="linear")
    return dict(
        type="scatter", x=[point.day.isoformat() for point in points], y=[point.value for point in points], xaxis="x2", yaxis="y2",
        mode="lines+markers", line=stroke, marker=_marker(line, points, ahead, look), name=line.code, hoverinfo="text",
        customdata=[[line.code, point.period, point.status] for point in points],
        hovertext=[_hover(line, point, look.lang) for point in points],
    )  # fmt: skip


def _hover(line: Line, point: Point, lang: str) -> str:
    return f"<b>{label(line.name)}</b><br>{label(period(point.period, lang))}<br>{label(point.text)}"


def _marker(line: Line, points: Sequence[Point], ahead: bool, look: Look) -> dict[str, Any]:
    """Filled marks for results, open ones for what may be revised, hollow ones in their own colour for what is ahead."""
    colours = look.palette
    colour = line.mark.colour if line.mark else colours.others
    own = {"target": colours.target, "planned": colours.planned}
    hollow = [point.status in (*SOFT, *AHEAD) for point in points]
    size = look.size.base * (0.62 if line.mark else 0.3)
    quiet = len(points) > MOST_MARKED or (line.mark is None and len(points) > 1)
    sizes = [
        size if h or not quiet or point is line.last else 0 for point, h in zip(points, hollow, strict=True)
    ]
    if ahead and len(points) > 1 and points[0].status not in AHEAD:
        sizes[0] = 0  # drawn already as the end of the results
    return dict(
        symbol=line.mark.symbol if line.mark else "circle", size=sizes, opacity=1,
        color=[colours.surface if h else colour for h in hollow],
        line=dict(color=[own.get(point.status, colour) for point in points], width=[2 if h and line.mark else 1 for h in hollow]),
    )  # fmt: skip
