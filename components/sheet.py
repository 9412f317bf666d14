"""The sheet every chart is drawn on: title, unit and period above, coverage and sources below, all inside the figure.

So the picture carries them wherever it goes, on screen and in a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components import measure
from components.labels import clean
from components.labels import plotly as label
from components.theme import Look, template

TITLE, SUBTITLE, FOOT = 1.2, 0.87, 0.8
CLEAR = "rgba(0,0,0,0)"
_LEADING = 1.4


@dataclass(frozen=True)
class Heading:
    """What stands around a chart: ``title``; ``subtitle`` with unit, period and basis; ``foot`` lines; ``mark`` at right."""

    title: str
    subtitle: str = ""
    foot: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class Room:
    """What is left for the chart itself inside its sheet, in layout pixels."""

    top: float
    bottom: float
    left: float
    right: float
    width: float
    height: float


@dataclass(frozen=True)
class _Set:
    """A heading broken into lines for a width."""

    title: list[str]
    subtitle: list[str]
    foot: list[str]


def sheet(
    figure: go.Figure,
    heading: Heading,
    look: Look,
    *,
    left: float = 0,
    right: float = 0,
    top: float = 0,
    bottom: float = 0,
) -> Room:
    """Dress a figure for its look: template, size, heading, and margins that leave the chart the given sides.

    ``left``, ``right``, ``top``, ``bottom`` are pixels the chart needs outside its plot area (axis labels, legend).
    Returns the room the plot area has.
    """
    space, worn = laid_out(heading, look, left=left, right=right, top=top, bottom=bottom)
    dress(figure, **worn)
    return space


def laid_out(
    heading: Heading, look: Look, *, left: float = 0, right: float = 0, top: float = 0, bottom: float = 0
) -> tuple[Room, dict[str, Any]]:
    """The room of a plot area, and the layout ``sheet`` gives a figure: for kinds that dress theirs once, at the end."""
    size, pad = look.size, _pad(look)
    lines = _break(heading, look)
    head = _head(lines, look)
    feet = _feet(lines, look) + bottom
    margin = dict(l=pad + left, r=pad + right, t=head + top, b=feet, pad=0, autoexpand=False)
    wide, tall = size.width - 2 * pad - left - right, size.height - head - top - feet
    space = Room(head + top, feet, pad + left, pad + right, wide, tall)
    worn = dict(template=template(look.theme, size.base), width=size.width, height=size.height, margin=margin)
    if look.clear:
        worn |= dict(paper_bgcolor=CLEAR, plot_bgcolor=CLEAR)
    return space, worn | _written(heading, lines, look, margin) | logo(look, margin)


def dress(figure: go.Figure, **layout: Any) -> None:
    """Add to a figure's layout in one go, lists behind what is there: Plotly checks every single change at length."""
    worn = figure.layout.to_plotly_json()
    lists = {key: [*worn.get(key, ()), *value] for key, value in layout.items() if isinstance(value, list)}
    figure.layout = worn | layout | lists


def room(heading: Heading, look: Look) -> Room:
    """The room a chart would have on this sheet with no sides of its own: for layouts that depend on it."""
    pad, lines = _pad(look), _break(heading, look)
    head, feet = _head(lines, look), _feet(lines, look)
    size = look.size
    return Room(head, feet, pad, pad, size.width - 2 * pad, size.height - head - feet)


def _pad(look: Look) -> float:
    return look.size.type(look.size.pad)


def _break(heading: Heading, look: Look) -> _Set:
    size = look.size
    inner = size.width - 2 * _pad(look)
    title = heading.title if look.titled else ""
    name, mark = clean(look.brand.name), heading.mark if look.sourced else ""
    told = (*(heading.foot if look.sourced else ()), name, mark)
    beside = inner * 0.96 - (logo_size(look)[0] + size.type(1) if look.brand.logo else 0)
    return _Set(
        measure.wrap(title, inner * 0.96, size.type(TITLE), bold=True, most=3) if title else [],
        measure.wrap(heading.subtitle, inner * 0.96, size.type(SUBTITLE), most=3) if heading.subtitle else [],
        [
            line
            for text in filter(None, told)
            for line in measure.wrap(text, beside, size.type(FOOT), most=5 if look.narrow else 3)
        ],
    )


def _height(lines: int, size: float) -> float:
    return lines * size * _LEADING


def _head(lines: _Set, look: Look) -> float:
    """Height of the title and what stands below it."""
    size = look.size
    title, subtitle = size.type(TITLE), size.type(SUBTITLE)
    return (
        _pad(look)
        + _height(len(lines.title), title)
        + _height(len(lines.subtitle), subtitle)
        + size.type(0.5)
    )


def _feet(lines: _Set, look: Look) -> float:
    """Height of the foot: its lines or the logo beside them, and air."""
    size = look.size.type(FOOT)
    return max(_height(len(lines.foot), size), logo_size(look)[1]) + _pad(look) + size * 0.6


def logo_size(look: Look) -> tuple[float, float]:
    """Width and height of the organisation's logo: two lines of the foot high, no wider than a quarter of the sheet."""
    if not look.brand.logo:
        return 0, 0
    high = look.size.type(FOOT) * 2 * _LEADING
    wide = min(high * look.brand.aspect, look.size.width / 4)
    return wide, wide / look.brand.aspect


def logo(look: Look, margin: dict[str, float]) -> dict[str, Any]:
    """The organisation's logo in the lower right corner, as part of a layout; nothing where there is none."""
    if not look.brand.logo:
        return {}
    (wide, high), pad = logo_size(look), _pad(look)
    plot_wide = look.size.width - margin["l"] - margin["r"]
    plot_high = look.size.height - margin["t"] - margin["b"]
    place = dict(xref="paper", yref="paper", xanchor="right", yanchor="bottom", sizing="contain")
    at = dict(x=1 + (margin["r"] - pad) / plot_wide, y=-(margin["b"] - pad) / plot_high)
    return dict(
        images=[dict(place, **at, source=look.brand.logo, sizex=wide / plot_wide, sizey=high / plot_high)]
    )


def _written(heading: Heading, lines: _Set, look: Look, margin: dict[str, float]) -> dict[str, Any]:
    """The heading as parts of a layout: the title, and annotations for what stands below it and at the foot."""
    size, colours, pad = look.size, look.palette, _pad(look)
    # Plotly sets the top of a one-line title at its place, but the first baseline of a title of several lines.
    drop = size.type(TITLE) * 0.72 if len(lines.title) > 1 else 0
    title = dict(
        text="<b>" + "<br>".join(map(label, lines.title)) + "</b>" if lines.title else "",
        x=0, xref="container", xanchor="left", y=1, yref="container", yanchor="top",
        pad=dict(l=pad, t=pad + drop), font=dict(size=size.type(TITLE), color=colours.text), automargin=False,
    )  # fmt: skip
    corner = dict(
        xref="paper",
        yref="paper",
        x=0,
        xanchor="left",
        xshift=pad - margin["l"],
        showarrow=False,
        align="left",
    )
    below_title = pad + _height(len(lines.title), size.type(TITLE)) + size.type(0.2)
    subtitle = dict(
        corner, text="<br>".join(map(label, lines.subtitle)), y=1, yanchor="top", yshift=margin["t"] - below_title,
        font=dict(size=size.type(SUBTITLE), color=colours.muted), name="subtitle",
    )  # fmt: skip
    foot = dict(
        corner, text="<br>".join(map(label, lines.foot)), y=0, yanchor="bottom", yshift=pad - margin["b"],
        font=dict(size=size.type(FOOT), color=colours.muted), name="foot",
    )  # fmt: skip
    return dict(title=title, annotations=[subtitle, foot])
