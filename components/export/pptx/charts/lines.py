"""Lines over time in true spacing, named at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from components import measure
from components.export.pptx.boxes import Box
from components.export.pptx.charts import axes
from components.export.pptx.charts.formats import ends, shown
from components.export.pptx.charts.labels import Label, found, ink_of, labels
from components.export.pptx.charts.parts import (
    Room,
    figures,
    head,
    is_hollow,
    marker,
    texts,
    title,
    title_height,
)
from components.export.pptx.charts.sheet import DAY, EPOCH, NAME, Row, Sheet
from components.export.pptx.pen import Pen, edge
from components.labels import clean

MOST_NAMED = 8  # lines whose names find room at their ends
SHAPES = {"years": {"ko": 'yyyy"년"', "en": "yyyy"}, "months": {"ko": "yyyy-mm", "en": "yyyy-mm"}}
THIN, BOLD = 1.25, 2.5


def lines(sheet: Sheet, box: Box, pen: Pen, size: float) -> str:
    """The plot area of a chart of lines."""
    plot, low = sheet.plot, _low(sheet)
    told = [_labels(row, sheet, pen) for row in sheet.rows]
    named = [max((measure.width(label.text, size, True) for label in each), default=0) for each in told]
    top = title_height(plot, size, box.width, counted=plot.scaled) + size * (0.6 if plot.scaled else 1.2)
    scale = max(measure.width(shown(v, plot.number_format), size) for v in _ends(sheet)) * 1.15 + size * 0.8
    left = scale if plot.scaled else size * 2
    room = Room(box, left, top, min(max([size, *named]) * 1.12 + size, box.width * 0.34), size * 2, size)
    told = _apart(told, sheet, room)
    series = "".join(
        _series(row, at, sheet, labels(told[at], pen, room, plot.number_format, size), pen)
        for at, row in enumerate(sheet.rows)
    )
    axis = axes.Axis("l", size * 0.92, seen=plot.scaled, low=low, grid=plot.scaled, shape=plot.number_format)
    return (
        f'{title(plot, pen, size, box.width, counted=plot.scaled)}<c:plotArea>{room.layout}<c:lineChart><c:grouping val="standard"/>'
        f'<c:varyColors val="0"/>{series}<c:marker val="1"/><c:axId val="{axes.CATEGORY}"/><c:axId val="{axes.VALUE}"/></c:lineChart>'
        f"{_times(sheet, room, pen, size)}{axes.values(axis, pen)}</c:plotArea>"
    )


def _ends(sheet: Sheet) -> tuple[float, float]:
    return ends(sheet.told, sheet.plot.from_zero)


def _low(sheet: Sheet) -> float | None:
    """Where the axis begins: at zero, or at a round figure where it need not."""
    low = _ends(sheet)[0]
    return None if low < 0 and sheet.plot.from_zero else low


def _labels(row: Row, sheet: Sheet, pen: Pen) -> list[Label]:
    """The texts of a line, its last one beside its end; without any, its name there, or its figures if it is alone."""
    last = max((at for at, value in enumerate(row.values) if value is not None), default=None)
    if last is None:
        return []
    if any(each.series.texts for each in sheet.rows):
        told = found(row, pen, sheet.plot.number_format, "t") if row.series.texts else []
        return [replace(label, place="r") if label.at == last else label for label in told]
    if len(sheet.rows) == 1:
        return found(row, pen, sheet.plot.number_format, "t")
    if len(sheet.rows) > MOST_NAMED and row.series.colour == pen.palette.others:
        return []
    ink, bold = ink_of(row, last, pen)
    return [Label(last, clean(row.series.name), "r", ink, bold)]


def _apart(told: list[list[Label]], sheet: Sheet, room: Room) -> list[list[Label]]:
    """The labels at the lines' ends moved so far up or down that they do not meet."""
    low, high = _ends(sheet)
    scale, least = room.height / ((high - low) or 1), room.size * 1.3
    ends_ = sorted(
        ((high - (row.values[label.at] or 0)) * scale + _aside(sheet, n, label.at) * least * 0.9, n, m)
        for n, (row, each) in enumerate(zip(sheet.rows, told, strict=True))
        for m, label in enumerate(each)
        if label.place == "r"
    )
    moved = [list(each) for each in told]
    for (_, n, m), now in zip(ends_, spread([y for y, *_ in ends_], least, room.height), strict=True):
        was = (high - (sheet.rows[n].values[told[n][m].at] or 0)) * scale
        if abs(now - was) > 1:
            moved[n][m] = replace(told[n][m], down=now - was)
    return moved


def _aside(sheet: Sheet, n: int, at: int) -> int:
    """Whether a label stands in the way of a line that goes on from the same point: below one that rises, above else."""
    value = sheet.rows[n].values[at]
    for other, row in enumerate(sheet.rows):
        after = next((v for v in row.values[at + 1 :] if v is not None), None)
        if other != n and row.values[at] == value and after is not None and value is not None:
            return 1 if after >= value else -1
    return 0


def spread(places: Sequence[float], least: float, length: float) -> list[float]:
    """Places in their order, at least so far apart, as near to where they were as that allows."""
    found_ = list(places)
    for at in range(1, len(found_)):
        found_[at] = max(found_[at], found_[at - 1] + least)
    over = found_[-1] - length if found_ else 0
    if over > 0:
        found_[-1] -= over
        for at in range(len(found_) - 2, -1, -1):
            found_[at] = min(found_[at], found_[at + 1] - least)
    return found_


def _series(row: Row, order: int, sheet: Sheet, written: str, pen: Pen) -> str:
    series, shape = row.series, sheet.plot.number_format
    width = THIN if series.colour.lower() == pen.palette.others.lower() else BOLD
    reported = [at for at, value in enumerate(row.values) if value is not None]
    open_ = bool(reported) and is_hollow(row, reported[-1])
    dash = "dash" if series.dashed or open_ else ""
    points = "".join(_point(row, at, width) for at in reported if is_hollow(row, at) != open_)
    last = f"{NAME}!$A$2:$A${len(sheet.categories) + 1}"
    cells = figures(last, sheet.days, DAY) if sheet.dated else texts(last, sheet.categories)
    return (
        f"<c:ser>{head(row, order)}<c:spPr>{edge(series.colour, width, dash)}</c:spPr>{marker(series.symbol, series.colour, open_)}"
        f"{points}{written}<c:cat>{cells}</c:cat><c:val>{figures(row.figures, row.values, shape)}</c:val>"
        '<c:smooth val="0"/></c:ser>'
    )


def _point(row: Row, at: int, width: float) -> str:
    """A point unlike the last one of its line: a result before a plan, or a plan among results."""
    series, hollow = row.series, is_hollow(row, at)
    dash = "dash" if hollow or series.dashed else ""
    return (
        f'<c:dPt><c:idx val="{at}"/>{marker(series.symbol, series.colour, hollow)}<c:bubble3D val="0"/>'
        f"<c:spPr>{edge(series.colour, width, dash)}</c:spPr></c:dPt>"
    )


def _times(sheet: Sheet, room: Room, pen: Pen, size: float) -> str:
    """The axis of time: days in true spacing where they are known, else the periods one after the other."""
    if not sheet.dated:
        widest = max((measure.width(name, size) for name in sheet.categories), default=1) * 1.25
        every = ceil(widest * len(sheet.categories) / room.width)
        return axes.categories(axes.Axis("b", size, every=max(every, 1)), pen)
    unit = _unit([EPOCH + timedelta(day) for day in sheet.days])
    shape = SHAPES.get(unit, {}).get(pen.lang, DAY)
    most = max(int(room.width / (measure.width("2026-01-01" if unit == "days" else "2026년", size) * 1.5)), 1)
    days = sheet.days[-1] - sheet.days[0] or 1
    by, length = (
        ("years", 365.25)
        if unit == "years" or days > 365 * 3
        else ("months", 30.4)
        if days > 45
        else ("days", 1)
    )
    every = max(1, ceil(days / length / most))
    return axes.days(axes.Axis("b", size, shape=shape), pen, unit, every, by)


def _unit(found_: Sequence[date]) -> str:
    """What the periods are: years, months or days."""
    if len({(d.month, d.day) for d in found_}) == 1 and len({d.year for d in found_}) == len(found_):
        return "years"
    if len({d.day for d in found_}) == 1 and len({(d.year, d.month) for d in found_}) == len(found_):
        return "months"
    return "days"
