"""Scatters: points of two figures, named where there is room beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from components import measure
from components.export.pptx.boxes import Box
from components.export.pptx.charts import axes
from components.export.pptx.charts.formats import ends, shown
from components.export.pptx.charts.labels import Label, ink_of, labels
from components.export.pptx.charts.parts import (
    Room,
    axis_title,
    colour_at,
    figures,
    head,
    is_hollow,
    legend,
    marker,
    title,
    title_height,
)
from components.export.pptx.charts.sheet import DAY, Row, Sheet
from components.export.pptx.pen import Pen, edge
from components.labels import clean

ACROSS = 333333333
DOT = 4.0  # radius of a point
Spot = tuple[float, float]
Square = tuple[float, float, float, float]


def dots(sheet: Sheet, box: Box, pen: Pen, size: float) -> str:
    """The plot area and legend of a scatter."""
    plot, told = sheet.plot, _told(sheet, pen)
    across = ends([x for row in sheet.rows for x in row.x if x is not None], False)
    up = ends(sheet.told, plot.from_zero)
    has_legend = len(sheet.rows) > 1 and not any(told)
    top = title_height(plot, size, box.width, counted=True) + size * 0.6
    left = max(measure.width(shown(v, plot.number_format), size) for v in up) * 1.15 + size * 0.8
    room = Room(
        box, left, top + size * 2 * has_legend, size * 2.2, size * (3.9 if plot.x_title else 2.2), size
    )
    told = _placed(told, sheet, room, across, up)
    series = "".join(
        _series(row, at, sheet, labels(told[at], pen, room, plot.number_format, size))
        for at, row in enumerate(sheet.rows)
    )
    return (
        f'{title(plot, pen, size, box.width, counted=True)}<c:plotArea>{room.layout}<c:scatterChart><c:scatterStyle val="lineMarker"/>'
        f'<c:varyColors val="0"/>{series}<c:axId val="{ACROSS}"/><c:axId val="{axes.VALUE}"/></c:scatterChart>'
        f"{_axes(sheet, room, pen, across, up)}</c:plotArea>{legend(pen, size, 't') if has_legend else ''}"
    )


def _axes(sheet: Sheet, room: Room, pen: Pen, across: Spot, up: Spot) -> str:
    """Both axes with their titles lying, where Korean is read without turning the head."""
    plot, size = sheet.plot, room.size
    right = room.left + room.width - measure.width(plot.x_title, size * 0.92) * 1.1
    below = axis_title(plot.x_title, pen, room, right, room.box.height - size * 1.6)
    shape = DAY if plot.x_days else plot.number_format
    x = axes.Axis("b", size * 0.92, below, low=across[0], grid=True, shape=shape)
    y = axes.Axis("l", size * 0.92, low=up[0], grid=True, shape=plot.number_format)
    drawn = axes.values(x, pen, id_=ACROSS, between=False, line=axes.HAIR)
    standing = axes.values(y, pen, between=False, line=axes.HAIR)
    return drawn + standing.replace(f'<c:crossAx val="{axes.CATEGORY}"/>', f'<c:crossAx val="{ACROSS}"/>')


def _told(sheet: Sheet, pen: Pen) -> list[list[Label]]:
    """The names at points: the texts given, or the points' own names."""
    found = []
    for row in sheet.rows:
        given = row.series.texts or row.series.names
        found.append(
            [
                Label(at, clean(text), "r", *ink_of(row, at, pen))
                for at, text in enumerate(given[: len(row.values)])
                if clean(text) and row.values[at] is not None and row.x[at] is not None
            ]
        )
    return found


def _placed(told: list[list[Label]], sheet: Sheet, room: Room, across: Spot, up: Spot) -> list[list[Label]]:
    """Every name at the side of its point where nothing else is; gray ones that find none are left out."""
    spots = {
        (n, at): _spot(x, y, room, across, up)
        for n, row in enumerate(sheet.rows)
        for at, (x, y) in enumerate(zip(row.x, row.values, strict=True))
        if x is not None and y is not None and row.series.symbol != "none"
    }
    taken = [(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in spots.values()]
    taken += [(x - 1, y - 1, x + 1, y + 1) for row in sheet.rows if row.series.symbol == "none" for x, y in _along(row, room, across, up)]  # fmt: skip
    placed: list[list[Label]] = [[] for _ in told]
    order = sorted(((not _stands_out(sheet.rows[n], label), n, label.at, label) for n, each in enumerate(told) for label in each), key=lambda one: one[:3])  # fmt: skip
    for gray, n, at, label in order:
        if (n, at) not in spots:
            continue
        tries = list(_tries(label, spots[n, at], room))
        free = next((one for one in tries if _is_free(one[1], taken, room)), None)
        if free or not gray:
            place, box = free or min(tries, key=lambda one: _met(one[1], taken))
            taken.append(box)
            placed[n].append(replace(label, place=place))
    return [sorted(each, key=lambda label: label.at) for each in placed]


def _spot(x: float, y: float, room: Room, across: Spot, up: Spot) -> Spot:
    """Where a point stands in the plot area, as far as the program's own axis agrees with ours."""
    right = (x - across[0]) / ((across[1] - across[0]) or 1) * room.width
    return right, (up[1] - y) / ((up[1] - up[0]) or 1) * room.height


def _along(row: Row, room: Room, across: Spot, up: Spot, steps: int = 40) -> Iterator[Spot]:
    """Places along a line, so that no name is written across it."""
    points = [
        _spot(x, y, room, across, up)
        for x, y in zip(row.x, row.values, strict=True)
        if x is not None and y is not None
    ]
    for (ax, ay), (bx, by) in pairwise(points):
        yield from ((ax + (bx - ax) * n / steps, ay + (by - ay) * n / steps) for n in range(steps + 1))


def _stands_out(row: Row, label: Label) -> bool:
    return label.bold or colour_at(row, label.at) != row.series.colour or len(row.values) == 1


def _tries(label: Label, spot: Spot, room: Room) -> Iterator[tuple[str, Square]]:
    """The four sides a name may stand at, with the box it would take."""
    wide, high = measure.width(label.text, room.size, label.bold) * 1.08, room.size * 1.3
    x, y = spot
    off = DOT + 3
    yield "r", (x + off, y - high / 2, x + off + wide, y + high / 2)
    yield "l", (x - off - wide, y - high / 2, x - off, y + high / 2)
    yield "t", (x - wide / 2, y - off - high, x + wide / 2, y - off)
    yield "b", (x - wide / 2, y + off, x + wide / 2, y + off + high)


def _is_free(box: Square, taken: list[Square], room: Room) -> bool:
    left, top, right, bottom = box
    if left < 0 or right > room.width + room.size * 2 or top < -room.size or bottom > room.height:
        return False
    return not _met(box, taken)


def _met(box: Square, taken: list[Square]) -> int:
    """How many other things a box meets."""
    left, top, right, bottom = box
    return sum(left < r and x < right and top < b and y < bottom for x, y, r, b in taken)


def _series(row: Row, order: int, sheet: Sheet, written: str) -> str:
    """Points without a line; a series without marks is a line."""
    series, shape = row.series, sheet.plot.number_format
    line = (
        "<a:ln><a:noFill/></a:ln>"
        if series.symbol != "none"
        else edge(series.colour, 1.25, "dash" if series.dashed else "")
    )
    own = "".join(
        f'<c:dPt><c:idx val="{at}"/>{marker(series.symbol, colour_at(row, at), is_hollow(row, at), 8)}<c:bubble3D val="0"/></c:dPt>'
        for at, value in enumerate(row.values)
        if value is not None and (colour_at(row, at) != series.colour or is_hollow(row, at))
    )
    xs = figures(row.cells(1), row.x, DAY if sheet.plot.x_days else shape)
    return (
        f"<c:ser>{head(row, order)}<c:spPr>{line}</c:spPr>{marker(series.symbol, series.colour, False, 8)}{own}{written}"
        f"<c:xVal>{xs}</c:xVal><c:yVal>{figures(row.figures, row.values, shape)}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
    )
