"""Native tables: as many rows as are still read from the back row, the rest counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.export.pptx.boxes import POINT, Box
from components.export.pptx.holders import NS, spot
from components.export.pptx.pen import LEADING, SLACK, SPACING, Pen, fill, quoted, written
from components.natives import Table
from components.wording import Words

SIZES = (15, 14, 13, 12, 11)
SIDE, ABOVE = 5.0, 2.6  # points inside a cell
MOST_LINES = 4  # of a cell
URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
NO_EDGE = "<a:noFill/>"


@dataclass(frozen=True)
class Setting:
    """A table set in type: its size, columns, the rows that fit, and how high each is, the header first."""

    size: float
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]
    left_out: int

    @property
    def height(self) -> float:
        return sum(self.heights)


def setting(table: Table, box: Box) -> Setting:
    """The table at the largest size at which all rows fit, else at the smallest with as many as do."""
    found = None
    for size in SIZES:
        found = _set(table, box, size)
        if found.left_out == table.left_out:
            break
    assert found is not None
    return _relaxed(found, box)


def left_out(set_: Setting, say: Words) -> str:
    """How many rows had no room, and where they are."""
    return say("pptx.rows_left_out", n=set_.left_out) if set_.left_out else ""


def _set(table: Table, box: Box, size: float) -> Setting:
    widths = _widths(table, _width(table, box.width, size), size)
    heights, rows, used = [_height(table.header, widths, size, True)], [], 0.0
    used = heights[0]
    for row in table.rows:
        high = _height(row, widths, size)
        if used + high > box.height:
            break
        used += high
        heights.append(high)
        rows.append(tuple(_cut(cell, wide, size) for cell, wide in zip(row, widths, strict=False)))
    return Setting(size, widths, tuple(rows), tuple(heights), table.left_out + len(table.rows) - len(rows))


def _relaxed(set_: Setting, box: Box) -> Setting:
    """A short table breathes: its rows share what is left, up to half a line each."""
    air = min((box.height - set_.height) / max(len(set_.heights), 1), set_.size * 0.5)
    heights = tuple(high + max(air, 0) for high in set_.heights)
    return Setting(set_.size, set_.widths, set_.rows, heights, set_.left_out)


def _width(table: Table, width: float, size: float) -> float:
    """The whole width, unless the texts are so short that the eye would lose the row on its way."""
    asked = sum(_natural([table.header, *table.rows[:40]], len(table.header), 99)) * size
    return min(width, max(asked * 1.4 + 2 * SIDE * len(table.header), width * 0.5))


def _widths(table: Table, width: float, size: float) -> tuple[float, ...]:
    """Columns as wide as they ask for, none narrower than its longest word while others have more than theirs."""
    many = len(table.header)
    sample = [table.header, *table.rows[:40]]
    needs = [
        min(
            max(measure.longest(row[n], size, True) for row in sample if n < len(row)) / SLACK + 2 * SIDE,
            width * 0.34,
        )
        for n in range(many)
    ]
    shares = table.wide if len(table.wide) == many else _natural(sample, many)
    wanted = [share / (sum(shares) or 1) * width for share in shares]
    short = sum(max(need - want, 0) for need, want in zip(needs, wanted, strict=True))
    spare = sum(max(want - need, 0) for need, want in zip(needs, wanted, strict=True))
    if spare <= short:
        return tuple(need / sum(needs) * width for need in needs)
    part = short / spare if spare else 0
    return tuple(
        max(need, want - max(want - need, 0) * part) for need, want in zip(needs, wanted, strict=True)
    )


def _natural(rows: Sequence[Sequence[str]], many: int, most: float = 22) -> list[float]:
    """How wide each column would like to be, in type sizes, long texts counting only so much."""
    columns = [[row[n] for row in rows if n < len(row)] for n in range(many)]
    return [min(max([3.0, *(measure.width(text, 1) for text in column)]), most) for column in columns]


def _height(row: Sequence[str], widths: Sequence[float], size: float, bold: bool = False) -> float:
    lines = max(_lines(cell, wide, size, bold) for cell, wide in zip(row, widths, strict=False))
    return min(lines, MOST_LINES) * size * LEADING + 2 * ABOVE


def _lines(cell: str, width: float, size: float, bold: bool) -> int:
    room = (width - 2 * SIDE) * SLACK
    if measure.width(cell, size, bold) <= room:
        return 1
    return len(measure.wrap(cell, room, size, bold, most=99))


def _cut(cell: str, width: float, size: float) -> str:
    """The text of a cell, cut where it would take too many lines; the step of a subordinate row stays."""
    room = (width - 2 * SIDE) * SLACK
    if measure.width(cell, size) <= room * MOST_LINES * 0.8:
        return cell
    return " ".join(measure.wrap(cell, room, size, most=MOST_LINES))


def table_xml(table: Table, set_: Setting, box: Box, pen: Pen, id_: int, name: str, describe: str) -> str:
    """The table as markup."""
    columns = "".join(f'<a:gridCol w="{round(width * POINT)}"/>' for width in set_.widths)
    head = _row(table.header, set_.heights[0], table, set_.size, pen, head=True)
    rows = "".join(
        _row(row, high, table, set_.size, pen, lit=at in table.lit)
        for at, (row, high) in enumerate(zip(set_.rows, set_.heights[1:], strict=True))
    )
    stood = Box(box.left, box.top, box.width, set_.height)
    return (
        f'<p:graphicFrame {NS}><p:nvGraphicFramePr><p:cNvPr id="{id_}" name={quoted(name)} descr={quoted(describe)}/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{spot(stood, "p:xfrm")}'
        f'<a:graphic><a:graphicData uri="{URI}"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{head}{rows}</a:tbl>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(
    cells: Sequence[str],
    high: float,
    table: Table,
    size: float,
    pen: Pen,
    *,
    head: bool = False,
    lit: bool = False,
) -> str:
    colour, bold = (pen.palette.lit_text, True) if lit else ("tx1", head)
    filled = f"<a:solidFill>{pen.band}</a:solidFill>" if head else NO_EDGE
    line = fill("tx1") if head else f"<a:solidFill>{pen.rule}</a:solidFill>"
    edges = "".join(f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>' for side in "LRT")
    edges += f'<a:lnB w="{12700 if head else 6350}">{line}</a:lnB>'
    inside = f'marL="{round(SIDE * POINT)}" marR="{round(SIDE * POINT)}" marT="{round(ABOVE * POINT)}" marB="{round(ABOVE * POINT)}"'
    traits = f'<a:tcPr {inside} anchor="ctr">{edges}{filled}</a:tcPr>'
    run, end = pen.traits("a:rPr", size, colour, bold), pen.traits("a:endParaRPr", size)
    told = []
    for n, cell in enumerate(cells):
        side = ' algn="r"' if n < len(table.numeric) and table.numeric[n] else ""
        text = _told(cell)
        body = f"<a:r>{run}<a:t>{text}</a:t></a:r>" if text else end
        told.append(
            f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr{side} latinLnBrk="0">{SPACING}</a:pPr>{body}</a:p></a:txBody>{traits}</a:tc>'
        )
    return f'<a:tr h="{round(high * POINT)}">{"".join(told)}</a:tr>'


def _told(cell: str) -> str:
    """A cell's text with the step before it kept."""
    step = len(cell) - len(cell.lstrip())
    return "\u00a0" * min(step, 12) + written(cell)
