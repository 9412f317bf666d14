"""Native charts: a plot as PowerPoint draws it itself, with its data inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml

from components.export.pptx.boxes import Box
from components.export.pptx.charts.bars import bars
from components.export.pptx.charts.dots import dots
from components.export.pptx.charts.lines import lines
from components.export.pptx.charts.parts import NS
from components.export.pptx.charts.ring import ring
from components.export.pptx.charts.sheet import Sheet
from components.export.pptx.holders import NS as SLIDE_NS
from components.export.pptx.holders import spot
from components.export.pptx.pen import Pen, quoted
from components.natives import Plot

FORMS = {"bar": bars, "column": bars, "stacked": bars, "line": lines, "scatter": dots, "doughnut": ring}
URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CLEAR = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
SMALLEST, LARGEST = 9.5, 14.0


@dataclass(frozen=True)
class Made:
    """A chart and its workbook, as the library asks for them."""

    xml: bytes
    xlsx_blob: bytes

    def xml_bytes(self, _: Any) -> bytes:
        return self.xml


def chart_xml(sheet: Sheet, box: Box, pen: Pen) -> bytes:
    """A chart as its part of the file. Gaps stay gaps; along a line they are bridged, as in our own drawing."""
    plot = sheet.plot
    size = max(SMALLEST, min(LARGEST, box.width / 46, box.height / 23))
    blank = "span" if plot.form == "line" else "gap"
    drawn = FORMS[plot.form](sheet, box, pen, size).replace("</c:plotArea>", f"{CLEAR}</c:plotArea>")
    return (
        f'<c:chartSpace {NS}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>{drawn}'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blank}"/></c:chart>{CLEAR}'
        f"{pen.default(size)}</c:chartSpace>"
    ).encode()


def add_chart(slide: Any, plot: Plot, box: Box, pen: Pen, id_: int, name: str, describe: str) -> None:
    """Put a native chart on a slide."""
    sheet = Sheet(plot)
    relation = slide.part.add_chart_part(None, Made(chart_xml(sheet, box, pen), sheet.workbook()))
    frame = (
        f'<p:graphicFrame {SLIDE_NS}><p:nvGraphicFramePr><p:cNvPr id="{id_}" name={quoted(name)} descr={quoted(describe)}/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{spot(box, "p:xfrm")}'
        f'<a:graphic><a:graphicData uri="{URI}"><c:chart xmlns:c="{URI}" r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    slide.shapes._spTree.append(parse_xml(frame))
