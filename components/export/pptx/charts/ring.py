"""Rings: parts of one whole, with their names beside them."""

from __future__ import annotations

from dataclasses import replace

from components import measure
from components.export.pptx.boxes import Box
from components.export.pptx.charts.bars import on
from components.export.pptx.charts.labels import found, labels
from components.export.pptx.charts.parts import (
    Room,
    colour_at,
    figures,
    head,
    is_hollow,
    legend,
    paint,
    texts,
    title,
    title_height,
    within,
)
from components.export.pptx.charts.sheet import NAME, Row, Sheet
from components.export.pptx.pen import Pen, edge, fill


def ring(sheet: Sheet, box: Box, pen: Pen, size: float) -> str:
    """The plot area and legend of a ring; its first series only, for rings in rings cannot be compared."""
    plot, rows = sheet.plot, sheet.rows[:1]
    top = title_height(plot, size, box.width, counted=False)
    names = max((measure.width(name, size) for name in sheet.categories), default=0) + size * 4
    side = min(box.width - min(names, box.width * 0.5), box.height - top)
    room = Room(box, max((box.width - names - side) / 2, 0), top, 0, 0, size)
    room = replace(room, right=max(box.width - room.left - side, 0), bottom=max(box.height - top - side, 0))
    high = min(len(sheet.categories) * size * 1.7, box.height - top)
    beside = Box(room.left + side + size, top + (side - high) / 2, min(names - size, room.right - size), high)
    series = "".join(_series(row, sheet, pen, room, size) for row in rows)
    return (
        f'{title(plot, pen, size, box.width, counted=False)}<c:plotArea>{room.layout}<c:doughnutChart><c:varyColors val="1"/>{series}'
        f'<c:firstSliceAng val="0"/><c:holeSize val="55"/></c:doughnutChart></c:plotArea>{legend(pen, size, "r", within(room, beside))}'
    )


def _series(row: Row, sheet: Sheet, pen: Pen, room: Room, size: float) -> str:
    shape = sheet.plot.number_format
    parts = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>{_paint(row, at)}</c:dPt>'
        for at, value in enumerate(row.values)
        if value is not None
    )
    told = [
        replace(label, colour="tx1" if is_hollow(row, label.at) else on(colour_at(row, label.at)))
        for label in found(row, pen, shape, "")
    ]
    names = texts(f"{NAME}!$A$2:$A${len(sheet.categories) + 1}", sheet.categories)
    return (
        f"<c:ser>{head(row, 0)}{parts}{labels(told, pen, room, shape, size)}<c:cat>{names}</c:cat>"
        f"<c:val>{figures(row.figures, row.values, shape)}</c:val></c:ser>"
    )


def _paint(row: Row, at: int) -> str:
    """Parts are told apart by a line of the ground between them."""
    if is_hollow(row, at):
        return paint(colour_at(row, at), True)
    return f"<c:spPr>{fill(colour_at(row, at))}{edge('bg1', 1.5)}</c:spPr>"
