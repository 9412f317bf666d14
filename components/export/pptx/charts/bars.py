"""Bars that lie, columns that stand, and stacked bars."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from components import measure
from components.export.pptx.boxes import Box
from components.export.pptx.charts import axes
from components.export.pptx.charts.formats import ends, shown
from components.export.pptx.charts.labels import Label, found, labels
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
)
from components.export.pptx.charts.sheet import NAME, Row, Sheet
from components.export.pptx.pen import Pen
from components.export.pptx.themes import luminance

SMALLEST, TINY = 8.0, 6.5  # type on a bar's row; below that names would be dust
WIDEST = 0.4  # of a chart for the names beside bars


def bars(sheet: Sheet, box: Box, pen: Pen, size: float) -> str:
    """The plot area and legend of a chart of bars; the first category stands on top, or at left."""
    lies, plot = sheet.plot.form != "column", sheet.plot
    many, several = len(sheet.categories), len(sheet.rows) > 1
    told = [_labels(row, sheet, pen) for row in sheet.rows]
    silent = not plot.scaled or _is_full(told, sheet)
    counted = not lies and not silent
    top = title_height(plot, size, box.width, counted=counted) + (size * 2 if several else 0)
    pitch = (box.height - top if lies else box.width) / max(many, 1)
    type_size = max(min(size, pitch * 0.62), TINY) if lies else size
    make = _lying if lies else _standing
    room, category, value = make(sheet, box, pen, type_size, top, told, silent)
    if not lies and told:
        told, label_size = _thinned(told, sheet, room, type_size, pen)
    else:
        label_size = type_size
        told = told if type_size >= SMALLEST - 1 else [[t for t in each if t.bold] for each in told]
    series = "".join(
        _series(row, at, sheet, labels(told[at], pen, room, plot.number_format, label_size))
        for at, row in enumerate(sheet.rows)
    )
    grouping, overlap = ("stacked", 100) if plot.form == "stacked" else ("clustered", 0)
    name = title(plot, pen, size, box.width, counted=counted)
    return (
        f'{name}<c:plotArea>{room.layout}<c:barChart><c:barDir val="{"bar" if lies else "col"}"/>'
        f'<c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}<c:gapWidth val="{_gap(pitch)}"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="{axes.CATEGORY}"/><c:axId val="{axes.VALUE}"/></c:barChart>{category}{value}</c:plotArea>'
        f"{legend(pen, size * 0.95, 't') if several else ''}"
    )


def _is_full(told: list[list[Label]], sheet: Sheet) -> bool:
    """Whether every figure is written at its bar, so that an axis would only repeat them."""
    pairs = zip(told, sheet.rows, strict=True)
    return all(len(labels_) >= sum(value is not None for value in row.values) for labels_, row in pairs)


def _gap(pitch: float) -> int:
    """Air between bars as a share of them: few bars are not blown up to blocks."""
    return 45 if pitch < 60 else 90


def _labels(row: Row, sheet: Sheet, pen: Pen) -> list[Label]:
    if sheet.plot.form != "stacked":
        return found(row, pen, sheet.plot.number_format, "outEnd")
    return [
        replace(label, colour=on(colour_at(row, label.at)) if not is_hollow(row, label.at) else "tx1")
        for label in found(row, pen, sheet.plot.number_format, "ctr")
    ]


def on(colour: str) -> str:
    """The colour of words that stand on another: white or black, whichever is read better."""
    return "#ffffff" if luminance(colour) < 0.26 else "#131416"


def _widest(told: list[list[Label]], sheet: Sheet, size: float) -> float:
    """Width of the widest label."""
    shape = sheet.plot.number_format
    pairs = [
        (label.text or shown(row.values[label.at] or 0, shape), label.bold)
        for row, each in zip(sheet.rows, told, strict=True)
        for label in each
    ]
    return max((measure.width(text, size, bold) for text, bold in pairs), default=0) * 1.12


def _lying(
    sheet: Sheet, box: Box, pen: Pen, size: float, top: float, told: list[list[Label]], silent: bool
) -> tuple[Room, str, str]:
    """Room and axes of lying bars: names at left, the first on top, room for labels at right."""
    names = max((measure.width(name, size) for name in sheet.categories), default=0) * 1.12 + size
    after = _widest(told, sheet, size) + size * 0.6 if sheet.plot.form == "bar" else size * 0.8
    below = 0 if silent else size * 2.4
    room = Room(box, min(names, box.width * WIDEST), top, min(after, box.width * 0.3), below, size)
    low, high = _ends(sheet)
    category = axes.categories(
        axes.Axis("l", size, reverse=True, every=_every(room.height, sheet, size)), pen
    )
    value = axes.Axis("b", size * 0.92, seen=not silent, low=low, high=high, shape=sheet.plot.number_format, crosses="max")  # fmt: skip
    return room, category, axes.values(value, pen)


def _every(length: float, sheet: Sheet, size: float) -> int:
    """Every how many names one is written."""
    return max(1, round(size * 1.15 * len(sheet.categories) / max(length, 1) + 0.35))


def _standing(
    sheet: Sheet, box: Box, pen: Pen, size: float, top: float, told: list[list[Label]], silent: bool
) -> tuple[Room, str, str]:
    """Room and axes of columns: names below, turned where they would meet, figures at left where not all are written."""
    plot, spread = sheet.plot, ends(sheet.told, True)
    scale = max(measure.width(shown(v, plot.number_format), size) for v in spread) * 1.15 + size * 0.8
    left = size * 0.5 if silent else scale
    above = top + size * (1.4 if any(told) else 0.6)
    pitch = (box.width - left - size) / max(len(sheet.categories), 1)
    names = size if max(map(len, sheet.categories), default=0) * size * 0.5 < pitch else size * 0.88
    widest = max((measure.width(name, names) for name in sheet.categories), default=0) * 1.1
    turned, dust = widest > pitch, pitch < size * 1.15
    below = size * 0.6 if dust else widest + size * 0.8 if turned else size * 2
    room = Room(
        box, left, above, size * 0.6, min(below, box.height * (0.46 if box.height > 200 else 0.3)), size
    )
    low, high = _ends(sheet)
    category = axes.Axis("b", names, labelled=not dust, turn=-90 if turned else 0, every=1)
    value = axes.Axis("l", size * 0.92, seen=not silent, low=low, high=high, shape=plot.number_format)
    return room, axes.categories(category, pen), axes.values(value, pen)


def _ends(sheet: Sheet) -> tuple[float | None, float | None]:
    """Bars begin at zero; the other end is left to the program, so that it follows when figures are edited."""
    told = sheet.told
    if not told or (min(told) < 0 < max(told)):
        return None, None
    return (0, None) if min(told) >= 0 else (None, 0)


def _thinned(
    told: list[list[Label]], sheet: Sheet, room: Room, size: float, pen: Pen
) -> tuple[list[list[Label]], float]:
    """Labels of columns small enough to stand side by side; where even that is too wide, only those that stand free."""
    places = sorted(label.at for each in told for label in each)
    near = min((b - a for a, b in pairwise(places)), default=len(sheet.categories))
    free = room.width / max(len(sheet.categories), 1) * max(near, 0.5)
    widest = _widest(told, sheet, 1)
    fit = max(min(size, free / widest) if widest else size, SMALLEST)
    return _free(told, sheet, room, fit, pen), fit


def _free(told: list[list[Label]], sheet: Sheet, room: Room, size: float, pen: Pen) -> list[list[Label]]:
    """The labels that stand free: no other label, and of those not chosen no higher column, in their words."""
    kept: list[list[Label]] = [[] for _ in told]
    taken: list[tuple[float, float, float]] = []
    every = [(not _is_ours(t, row, pen), n, t) for n, (row, each) in enumerate(zip(sheet.rows, told, strict=True)) for t in each]  # fmt: skip
    for gray, n, label in sorted(every, key=lambda one: one[:2]):
        spot = _spot(label, n, sheet, room, size)
        meets = any(
            abs(spot[0] - x) < (spot[2] + wide) / 2 and abs(spot[1] - y) < size * 1.2 for x, y, wide in taken
        )
        if not meets and not (gray and _is_covered(label, sheet.rows[n], sheet, room, spot[2])):
            taken.append(spot)
            kept[n].append(label)
    return [sorted(each, key=lambda label: label.at) for each in kept]


def _spot(label: Label, n: int, sheet: Sheet, room: Room, size: float) -> tuple[float, float, float]:
    """The middle of a label, the height of its column, and the width of its words."""
    row, pitch = sheet.rows[n], room.width / max(len(sheet.categories), 1)
    value, (low, high) = row.values[label.at] or 0, ends(sheet.told, True)
    wide = measure.width(label.text or shown(value, sheet.plot.number_format), size, label.bold)
    aside = (n - (len(sheet.rows) - 1) / 2) * pitch * 0.6 / len(sheet.rows)
    return (label.at + 0.5) * pitch + aside, value / ((high - low) or 1) * room.height, wide


def _is_ours(label: Label, row: Row, pen: Pen) -> bool:
    """Whether a column was chosen by the reader: neither one of the many nor the nation."""
    return colour_at(row, label.at) not in (pen.palette.others, pen.palette.national)


def _is_covered(label: Label, row: Row, sheet: Sheet, room: Room, wide: float) -> bool:
    """Whether a higher column beside a label's own reaches into its words."""
    if len(sheet.rows) > 1:
        return False
    value, pitch = row.values[label.at] or 0, room.width / max(len(sheet.categories), 1)
    reach = int((wide / 2 + pitch * 0.3) / pitch)
    around = row.values[max(label.at - reach, 0) : label.at + reach + 1]
    return any(other is not None and other > value for other in around)


def _series(row: Row, order: int, sheet: Sheet, written_: str) -> str:
    series, shape = row.series, sheet.plot.number_format
    own = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{paint(colour_at(row, at), is_hollow(row, at))}</c:dPt>'
        for at, value in enumerate(row.values)
        if value is not None and (colour_at(row, at) != series.colour or is_hollow(row, at))
    )
    names = texts(f"{NAME}!$A$2:$A${len(sheet.categories) + 1}", sheet.categories)
    return (
        f'<c:ser>{head(row, order)}{paint(series.colour, series.dashed)}<c:invertIfNegative val="0"/>{own}{written_}'
        f"<c:cat>{names}</c:cat><c:val>{figures(row.figures, row.values, shape)}</c:val></c:ser>"
    )
