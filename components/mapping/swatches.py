"""A legend in its place: its entries beside a map or below it, as parts of a figure's layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from components.labels import plotly as label
from components.mapping.legend import LEADING, Entry, Legend
from components.mapping.points import outline


def joined(layout: dict[str, Any], more: dict[str, list[Any]]) -> dict[str, Any]:
    """A layout with more in its lists."""
    return layout | {key: [*layout.get(key, ()), *parts] for key, parts in more.items()}


@dataclass(frozen=True)
class Placed:
    """An entry in its place, its words in lines.

    ``anchor`` is the share of the plot area's width it is tied to and ``x`` the pixels right of that; ``y`` are the
    pixels from the foot of the plot area up to the middle of its first line.
    """

    entry: Entry
    lines: list[str]
    anchor: float
    x: float
    y: float


def beside(legend: Legend) -> Iterator[Placed]:
    """The entries in the right margin, top to bottom from high to low, ending at the foot of the plot area."""
    scale = [entry for entry in legend.entries if _is_class(entry)]
    rest = [entry for entry in legend.entries if entry not in scale]
    y, line = 0.0, legend.type * LEADING
    for entry in reversed([*scale[::-1], *rest]):
        lines = legend.lines(entry)
        y += line + (len(lines) - 1) * legend.type * 1.35
        yield Placed(entry, lines, 1, legend.type * 1.5, y - line / 2)


def _is_class(entry: Entry) -> bool:
    return bool(entry.fill) and not (entry.hatched or entry.edge or entry.symbol)


def below(legend: Legend, width: float) -> Iterator[Placed]:
    """The entries under a plot area of this width, low to high."""
    y = -legend.type * 0.5
    for row, tall in zip(legend.rows(width), legend.heights(width), strict=True):
        for x, entry in row:
            yield Placed(entry, legend.below(entry, width), 0, x, y - legend.type * LEADING / 2)
        y -= tall


def drawn(legend: Legend, placed: Sequence[Placed]) -> dict[str, Any]:
    """Entries in their places as parts of a layout."""
    return dict(
        annotations=[_words(each, legend) for each in placed],
        shapes=[part for each in placed if each.entry.fill for part in _swatch(each, legend)],
    )


def _words(placed: Placed, legend: Legend) -> dict[str, Any]:
    """The words of an entry as an annotation, right of its swatch."""
    size, lines = legend.type, placed.lines
    return dict(
        text="<br>".join(map(label, lines)), xref="paper", yref="paper", x=placed.anchor, y=0, xanchor="left", yanchor="middle",
        xshift=placed.x + legend.swatch(placed.entry), yshift=placed.y - (len(lines) - 1) * size * 0.65, showarrow=False,
        align="left", font=dict(size=size, color=legend.ink(placed.entry)), borderpad=0, name="legend",
    )  # fmt: skip


def _swatch(placed: Placed, legend: Legend) -> Iterator[dict[str, Any]]:
    size, colours, entry = legend.type, legend.look.palette, placed.entry
    x, y, (wide, tall) = placed.x, placed.y, legend.swatch_size
    tied = dict(
        xref="paper",
        yref="paper",
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=placed.anchor,
        yanchor=0,
        name="legend",
    )
    if entry.symbol:
        path = outline(entry.symbol, x + size * 0.5, y, size * 0.46)
        yield dict(tied, type="path", path=path, fillcolor=entry.fill, line=dict(width=0))
        return
    edge = legend.edge(entry)
    box = dict(x0=x, x1=x + wide, y0=y - tall / 2, y1=y + tall / 2)
    yield dict(
        tied, type="rect", **box, fillcolor=entry.fill, line=dict(width=2 if entry.edge else 1, color=edge)
    )
    if entry.hatched:
        path = _hatching(x, y - tall / 2, wide, tall, size * 0.45)
        yield dict(tied, type="path", path=path, line=dict(width=1, color=colours.missing))


def _hatching(x: float, y: float, wide: float, tall: float, step: float) -> str:
    """Strokes at 45° inside a box, as an SVG path in pixels."""
    strokes = []
    for number_ in range(1, int((wide + tall) / step)):
        along = number_ * step
        start = (max(along - tall, 0), min(along, tall))
        end = (min(along, wide), max(along - wide, 0))
        strokes.append(
            f"M{x + start[0]:.1f},{y + tall - start[1]:.1f}L{x + end[0]:.1f},{y + tall - end[1]:.1f}"
        )
    return "".join(strokes)
