"""The board: a chart's plot area in pixels, for kinds that lay out boxes, lines, marks and texts themselves.

``x`` runs right and ``y`` down from the upper left corner of the plot area. Everything drawn ends up as plain Plotly
shapes and three scatter traces: hatches, texts, and points that answer to hover and selection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import plotly.graph_objects as go

from components.labels import plotly as label
from components.sheet import Room, dress
from components.theme import Look

LEADING = 1.3  # Plotly's own distance of lines, in type sizes
RIGHT_OF, LEFT_OF, CENTRE = "right", "left", "center"


@dataclass
class Board:
    """Collects what is drawn; ``finish`` puts it on the figure in one go."""

    figure: go.Figure
    look: Look
    room: Room
    _shapes: list[dict[str, Any]] = field(default_factory=list)
    _texts: list[tuple[Any, ...]] = field(default_factory=list)
    _hatches: list[tuple[float, float, float, float]] = field(default_factory=list)
    _upright: list[dict[str, Any]] = field(default_factory=list)
    _covers: list[tuple[float, float, float, float]] = field(default_factory=list)
    _points: list[tuple[float, float, str, str]] = field(default_factory=list)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "",
        edge: str = "",
        *,
        line: float = 1,
        dash: str = "solid",
        radius: float = 4,
    ) -> None:
        """A rectangle with rounded corners."""
        path = _rounded(x, y, width, height, min(radius, width / 2, height / 2))
        stroke = dict(color=edge or "rgba(0,0,0,0)", width=line if edge else 0, dash=dash)
        self._shapes.append(
            dict(type="path", path=path, fillcolor=fill or "rgba(0,0,0,0)", line=stroke, layer="below")
        )

    def hatch(self, x: float, y: float, width: float, height: float) -> None:
        """A rectangle filled with the diagonal hatch of what is not known."""
        self._hatches.append((x, y, x + width, y + height))

    def cover(self, x: float, y: float, width: float, height: float) -> None:
        """A plain ground above hatches, for words that stand on them."""
        self._covers.append((x, y, x + width, y + height))

    def line(
        self, points: Sequence[tuple[float, float]], colour: str, *, width: float = 1, dash: str = "solid"
    ) -> None:
        """A line through points."""
        path = "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._shapes.append(
            dict(type="path", path=path, line=dict(color=colour, width=width, dash=dash), layer="below")
        )

    def dot(self, x: float, y: float, radius: float, fill: str, edge: str = "", line: float = 0) -> None:
        """A round mark."""
        stroke = dict(color=edge or fill, width=line)
        self._shapes.append(
            dict(
                type="circle",
                x0=x - radius,
                x1=x + radius,
                y0=y - radius,
                y1=y + radius,
                fillcolor=fill,
                line=stroke,
                layer="below",
            )
        )

    def text(
        self,
        x: float,
        y: float,
        lines: str | Sequence[str],
        size: float,
        colour: str = "",
        *,
        bold: bool = False,
        side: str = RIGHT_OF,
        level: str = "top",
    ) -> float:
        """Lines of text ``side`` of a point, their top (or middle) at it. Returns their height."""
        lines, size = [lines] if isinstance(lines, str) else list(lines), self.look.size.legible(size)
        written = "<br>".join(map(label, lines))
        place = {"top": "bottom", "middle": "middle", "bottom": "top"}[level] + " " + side
        y += 0.16 * size if level == "top" else 0  # Plotly sets the first line a little high
        self._texts.append(
            (x, y, f"<b>{written}</b>" if bold else written, place, size, colour or self.look.palette.text)
        )
        return len(lines) * size * LEADING

    def upright(self, x: float, y: float, text: str, size: float, colour: str) -> None:
        """A text that reads upwards, its foot at ``y``: for heads of columns too narrow for their words."""
        self._upright.append(
            dict(
                x=x,
                y=y,
                text=label(text),
                textangle=-90,
                showarrow=False,
                xanchor="center",
                yanchor="bottom",
                font=dict(size=self.look.size.legible(size), color=colour),
            )
        )

    def point(self, x: float, y: float, id_: str, hover: str) -> None:
        """A place that answers to the pointer for one record; ``hover`` repeats what is drawn, in full."""
        self._points.append((x, y, id_, hover))

    def finish(self) -> go.Figure:
        """The figure with everything on it."""
        hidden = dict(visible=False, fixedrange=True)
        dress(
            self.figure,
            xaxis=dict(hidden, range=[-1, max(self.room.width, 1) + 1]),
            yaxis=dict(hidden, range=[max(self.room.height, 1) + 1, -1]),
            shapes=self._shapes,
            annotations=self._upright,
        )
        self.figure.add_traces([*self._grounds(), *self._written(), *self._listening()])
        return self.figure

    def _grounds(self) -> Iterator[dict[str, Any]]:
        colours = self.look.palette
        common = dict(type="scatter", mode="lines", fill="toself", hoverinfo="skip", cliponaxis=False)
        common |= dict(line=dict(width=0), fillcolor=colours.missing_fill)
        if self._hatches:
            pattern = dict(shape="/", fgcolor=colours.missing, bgcolor=colours.missing_fill)
            pattern |= dict(size=5, solidity=0.28, fillmode="replace")
            yield dict(common, **outlines(self._hatches), name="hatch", fillpattern=pattern)
        if self._covers:
            yield dict(common, **outlines(self._covers), name="ground")

    def _written(self) -> Iterator[dict[str, Any]]:
        if self._texts:
            x, y, texts, places, sizes, colours = map(list, zip(*self._texts, strict=True))
            yield dict(
                type="scatter", x=x, y=y, mode="text", text=texts, textposition=places, textfont=dict(size=sizes, color=colours),
                cliponaxis=False, hoverinfo="skip", name="text",
            )  # fmt: skip

    def _listening(self) -> Iterator[dict[str, Any]]:
        if self._points:
            x, y, ids, hovers = map(list, zip(*self._points, strict=True))
            yield dict(
                type="scatter", x=x, y=y, mode="markers", marker=dict(size=14, opacity=0), customdata=ids,
                hovertext=[label(h) for h in hovers], hoverinfo="text", cliponaxis=False, name="records",
            )  # fmt: skip


def _rounded(x: float, y: float, width: float, height: float, r: float) -> str:
    x1, y1 = x + width, y + height
    return (
        f"M{x + r:.1f},{y:.1f}L{x1 - r:.1f},{y:.1f}Q{x1:.1f},{y:.1f} {x1:.1f},{y + r:.1f}"
        f"L{x1:.1f},{y1 - r:.1f}Q{x1:.1f},{y1:.1f} {x1 - r:.1f},{y1:.1f}"
        f"L{x + r:.1f},{y1:.1f}Q{x:.1f},{y1:.1f} {x:.1f},{y1 - r:.1f}L{x:.1f},{y + r:.1f}Q{x:.1f},{y:.1f} {x + r:.1f},{y:.1f}Z"
    )


def outlines(boxes: Iterable[tuple[float, float, float, float]]) -> dict[str, np.ndarray]:
    """Boxes (left, top, right, bottom) as the x and y of one line that is filled, with gaps between them."""
    left, top, right, bottom = np.array(list(boxes), dtype="float32").T
    gap = np.full_like(left, np.nan)
    xs = np.stack([left, right, right, left, left, gap], axis=1)
    ys = np.stack([top, top, bottom, bottom, top, gap], axis=1)
    return dict(x=xs.ravel()[:-1], y=ys.ravel()[:-1])
