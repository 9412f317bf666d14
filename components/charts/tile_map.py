"""Tile map: every region the same size, at its place in the country, with name and value in its tile."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from components import captions, measure
from components.labels import clean
from components.labels import plotly as label
from components.mapping.legend import Legend, legend
from components.mapping.projection import Box
from components.mapping.shading import Shade, hover, scaled, shades, values
from components.mapping.swatches import Placed, below, beside, drawn, joined
from components.sheet import Heading, Room, dress, laid_out, room
from components.theme import Look
from components.wording import words
from datasets.view import View
from geo.errors import MissingTiles

NAME, VALUE = 0.87, 1.0  # type sizes relative to the base
_GAP = 0.35  # between tiles, in base sizes
_WIDEST = 1.8  # width of a tile over its height
OUTLINE = 3
Trace = dict[str, Any]


@dataclass(frozen=True)
class Tile:
    """One region in its place, with its paint."""

    code: str
    box: Box
    shade: Shade


@dataclass(frozen=True)
class Picture:
    """All tiles in their places, with the texts in them, the legend, and the sheet with its heading."""

    tiles: list[Tile]
    texts: dict[str, str]
    room: Room
    legend: Legend
    entries: list[Placed]
    worn: dict[str, Any]


def tile_map(
    view: View,
    look: Look,
    *,
    lit: Collection[str] = (),
    method: str = "quantile",
    limits: tuple[float, ...] = (),
    title: str = "",
) -> go.Figure:
    """One tile a region, all of the same size, in classes of colour with a legend in words; ``lit`` ones outlined.

    Regions without data are hatched and say so. Below five reporting regions there is no scale: the reporting ones are
    filled plainly. ``method`` is ``quantile`` or ``equal``; ``limits`` are class limits to be kept instead.
    The positions are ``tile_row`` and ``tile_col`` of ``geo/regions.csv``, a compact grid in which north stays north.
    Raises MissingTiles for a level without them.
    """
    figure, heading = go.Figure(), captions.of_view(view, look)
    heading = replace(heading, title=clean(title) or heading.title)
    made = picture(view, look, heading, lit=lit, method=method, limits=limits)
    chosen = [tile for tile in made.tiles if tile.code in lit]
    figure.add_traces(
        [
            *_fills(made.tiles, look),
            *_outlines(chosen, look),
            *_words(made, look),
            _listening(made.tiles, view, look),
        ]
    )
    hidden, plot = dict(visible=False, fixedrange=True), made.room
    worn = joined(made.worn, drawn(made.legend, made.entries))
    dress(
        figure, **worn, xaxis=dict(hidden, range=[0, plot.width]), yaxis=dict(hidden, range=[plot.height, 0])
    )
    return figure


def picture(
    view: View,
    look: Look,
    heading: Heading,
    *,
    lit: Collection[str] = (),
    method: str = "quantile",
    limits: tuple[float, ...] = (),
) -> Picture:
    """The tiles under a heading, with everything in its place. Raises MissingTiles."""
    if not _grid(view):
        raise MissingTiles(view.level)
    classes = view.classes(method, limits)
    told = legend(view, look, classes)
    plot, worn, entries = _dressed(view, look, told, heading)
    painted = shades(view, look, lit, classes)
    tiles = [Tile(code, box, painted[code]) for code, box in _places(view, look, plot).items()]
    return Picture(tiles, _texts(tiles, view, look, lit), plot, told, entries, worn)


def _dressed(
    view: View, look: Look, told: Legend, heading: Heading
) -> tuple[Room, dict[str, Any], list[Placed]]:
    """The room of the tiles, the layout of their sheet, and the legend where it leaves the larger ones."""
    free, top = room(heading, look), look.size.type(0.5)
    side = _tile(view, look, free.width - told.width, free.height)
    under = _tile(view, look, free.width, free.height - told.height(free.width))
    if scaled(view) and side[0] * side[1] >= under[0] * under[1]:
        plot, worn = laid_out(heading, look, right=told.width, top=top)
        return plot, worn, list(beside(told))
    plot, worn = laid_out(heading, look, bottom=told.height(free.width), top=top)
    return plot, worn, list(below(told, free.width))


def _grid(view: View) -> dict[str, tuple[int, int]]:
    """Row and column of every region that has a tile, counted from 0."""
    return {r.code: (r.tile_row - 1, r.tile_col - 1) for r in view.regions if r.tile_row and r.tile_col}


def _tile(view: View, look: Look, width: float, height: float) -> tuple[float, float]:
    """Width and height of one tile with its gap, in the given room."""
    cells = _grid(view).values()
    rows, columns = (
        max(each, default=0) + 1
        for each in (tuple(row for row, _ in cells), tuple(column for _, column in cells))
    )
    tall = max(height, 1) / rows
    wide = max(width, 1) / columns
    return min(wide, tall * _WIDEST), min(tall, wide * 1.05)


def _places(view: View, look: Look, plot: Room) -> dict[str, Box]:
    """The box of every tile in pixels of the plot area; the grid stands in its middle."""
    wide, tall = _tile(view, look, plot.width, plot.height)
    cells, gap = _grid(view), look.size.type(_GAP)
    columns = max((column for _, column in cells.values()), default=0) + 1
    left = (plot.width - columns * wide) / 2
    return {
        code: Box(left + column * wide, row * tall, wide - gap, tall - gap)
        for code, (row, column) in cells.items()
    }


def _fills(tiles: list[Tile], look: Look) -> Iterator[Trace]:
    """One trace a paint: its tiles as outlines that are filled or hatched."""
    for shade in dict.fromkeys(tile.shade for tile in tiles):
        xs, ys = _rims(tile.box for tile in tiles if tile.shade == shade)
        edge = shade.edge or (look.palette.missing if shade.hatched else shade.fill)
        yield dict(
            type="scatter", x=xs, y=ys, mode="lines", fill="toself", fillcolor=shade.fill, fillpattern=_pattern(shade, look),
            line=dict(width=2 if shade.edge else 1, color=edge), hoverinfo="skip", name="missing" if shade.hatched else "values",
        )  # fmt: skip


def _pattern(shade: Shade, look: Look) -> dict[str, object]:
    if not shade.hatched:
        return {}
    return dict(shape="/", size=7, solidity=0.14, fgcolor=look.palette.missing, bgcolor=shade.fill)


def _rims(boxes: Iterable[Box]) -> tuple[list[float | None], list[float | None]]:
    """The corners of boxes, one closed line after another."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for box in boxes:
        xs += [box.left, box.right, box.right, box.left, box.left, None]
        ys += [box.top, box.top, box.bottom, box.bottom, box.top, None]
    return xs[:-1], ys[:-1]


def _outlines(tiles: list[Tile], look: Look) -> Iterator[Trace]:
    """A frame in the colour of our region, a paper-coloured line inside it so that it shows on any fill."""
    inner = [Box(t.box.left + 3, t.box.top + 3, t.box.width - 6, t.box.height - 6) for t in tiles]
    for boxes, width, colour in (
        (inner, 2, look.palette.surface),
        ([t.box for t in tiles], OUTLINE, look.palette.lit),
    ):
        xs, ys = _rims(boxes)
        if xs:
            line = dict(width=width, color=colour)
            yield dict(type="scatter", x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", name="lit")


def _texts(tiles: list[Tile], view: View, look: Look, lit: Collection[str]) -> dict[str, str]:
    """Name and value in every tile, marked up."""
    told = values(view, look.lang)
    return {tile.code: _text(tile, view, look, told.get(tile.code, ""), tile.code in lit) for tile in tiles}


def _words(made: Picture, look: Look) -> Iterator[Trace]:
    """The texts of the tiles in the ink that reads on each."""
    for shade in dict.fromkeys(tile.shade for tile in made.tiles):
        group = [tile for tile in made.tiles if tile.shade == shade]
        yield dict(
            _middles(group), mode="text", text=[made.texts[tile.code] for tile in group], hoverinfo="skip", textposition="middle center", name="labels",
            textfont=dict(size=look.size.type(NAME), color=shade.ink), customdata=[tile.code for tile in group],
        )  # fmt: skip


def _middles(tiles: list[Tile]) -> Trace:
    xs = [tile.box.left + tile.box.width / 2 for tile in tiles]
    return dict(type="scatter", x=xs, y=[tile.box.top + tile.box.height / 2 for tile in tiles])


def _text(tile: Tile, view: View, look: Look, value: str, strong: bool) -> str:
    inner, base = tile.box.width - look.size.type(0.5), look.size.type(NAME)
    names = _lines(view.name(tile.code, look.lang), inner, base)
    told = value or _reason(tile.code, view, look, inner)
    sizes = [
        min(_fitting(name, inner, base) for name in names),
        _fitting(told, inner, look.size.type(VALUE if value else NAME * 0.9)),
    ]
    over = (len(names) * sizes[0] + sizes[1]) * 1.3 / (tile.box.height * 0.96)
    name_size, value_size = (round(size / max(over, 1), 1) for size in sizes)
    return f"{_sized('<br>'.join(map(label, names)), name_size, strong)}<br>{_sized(label(told), value_size, bool(value))}"


def _reason(code: str, view: View, look: Look, inner: float) -> str:
    """Why there is no value, where that fits the tile, else that there is none."""
    reason, say = view.latest["missing_reason"].get(code), words(look.lang)
    told = say.get(f"missing.{reason}") if isinstance(reason, str) else ""
    fits = told and measure.width(told, look.size.type(NAME * 0.6), bold=True) <= inner
    return told if fits else say("missing.none")


def _lines(name: str, inner: float, size: float) -> list[str]:
    """A name on one line, or on two at its hyphen when it is too long for one."""
    if measure.width(name, size, bold=True) <= inner or "-" not in name:
        return [name]
    head, _, tail = name.partition("-")
    return [f"{head}-", tail]


def _fitting(text: str, inner: float, size: float) -> float:
    """The type size at which a text fits, not below two thirds."""
    return max(size * min(1, inner / max(measure.width(text, size, bold=True), 1)), size * 0.66)


def _sized(text: str, size: float, strong: bool) -> str:
    written = f"<b>{text}</b>" if strong else text
    return f"<span style='font-size:{size}px'>{written}</span>"


def _listening(tiles: list[Tile], view: View, look: Look) -> Trace:
    """Unseen marks that tell the full value under the pointer and which region was clicked."""
    texts = {code: text.partition("\n") for code, text in hover(view, look.lang).items()}
    sizes = [min(tile.box.width, tile.box.height) for tile in tiles]
    return dict(
        _middles(tiles), mode="markers", marker=dict(symbol="square", size=sizes, opacity=0), hoverinfo="text",
        hovertext=[f"<b>{label(texts[t.code][0])}</b><br>{label(texts[t.code][2])}" for t in tiles],
        customdata=[t.code for t in tiles], name="regions",
    )  # fmt: skip
