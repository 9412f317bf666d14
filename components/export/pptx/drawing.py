"""A drawing as native shapes of PowerPoint: named, recolourable, with texts that stay texts, all in one group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from components import measure
from components.export.pptx import pen
from components.export.pptx.boxes import POINT
from components.natives import Drawing, Line, Mark, Shape

GRAIN = 50  # steps of a path in a unit of the drawing
SLACK = 1.1  # of a text's width and height: fonts differ from what was measured
LEADING = 1.22  # from line to line, in type sizes
HALO = "75000"  # how much a halo covers of what lies below, in 1000ths of a per cent
HATCH = "wdUpDiag"
ALIGN = {
    "middle": ("ctr", 0.5),
    "left": ("r", 1.0),
    "right": ("l", 0.0),
}  # and the share of the box left of x
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
PLATE = '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 12000"/></a:avLst></a:prstGeom>'
LINE = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
Ring = Sequence[tuple[float, float]]
Bounds = tuple[float, float, float, float]


def add_drawing(
    slide: Any, drawing: Drawing, box: tuple[int, int, int, int], font: str, alt: str = ""
) -> None:
    """Put a drawing into a box of a slide (left, top, width, height in EMU), in its middle, as large as fits.

    All is in one group that bears the drawing's title, with ``alt`` as its alternative text.
    """
    if drawing.items:
        tree = slide.shapes.element
        ids = count(1 + max(map(int, tree.xpath("//p:cNvPr/@id")), default=1))
        tree.append(parse_xml(_fitted(drawing, box, font, ids).group(drawing, alt)))


def _fitted(drawing: Drawing, box: tuple[int, int, int, int], font: str, ids: Iterator[int]) -> _Writer:
    left, top, wide, high = box
    scale = min(wide / drawing.width, high / drawing.height)
    middle = left + (wide - drawing.width * scale) / 2, top + (high - drawing.height * scale) / 2
    return _Writer(scale, *middle, font, ids)


@dataclass(frozen=True)
class _Writer:
    """Writes items: ``scale`` EMU are one unit of the drawing, whose corner is at ``left`` and ``top``."""

    scale: float
    left: float
    top: float
    font: str
    ids: Iterator[int]

    def group(self, drawing: Drawing, alt: str) -> str:
        """Everything, in one group."""
        name = self._name(drawing.title, alt)
        place = self._place((0, 0, drawing.width, drawing.height))
        inside = place.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        return (
            f"<p:grpSp {nsdecls('p', 'a')}><p:nvGrpSpPr>{name}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{place}{inside}</a:xfrm></p:grpSpPr>"
            f"{''.join(map(self._item, drawing.items))}</p:grpSp>"
        )

    def _item(self, item: Shape | Mark | Line) -> str:
        if isinstance(item, Mark):
            return self._mark(item)
        return self._shape(item) if isinstance(item, Shape) else self._line(item)

    def _shape(self, shape: Shape) -> str:
        """A closed form; one of several rings stays one."""
        rings = [ring for ring in shape.rings if len(ring) > 2]
        if not rings:
            return ""
        bounds = _bounds(rings)
        form = RECTANGLE if _is_box(rings, bounds) else _freeform(rings, bounds, "<a:close/>")
        look = _fill(shape) + self._edge(shape)
        return self._sp(self._name(shape.name, shape.text), bounds, form + look)

    def _line(self, line: Line) -> str:
        """A connector, or an open form where a line has corners."""
        if len(line.points) < 2:
            return ""
        name, bounds, edge = self._name(line.name), _bounds([line.points]), self._edge(line)
        if len(line.points) > 2:
            return self._sp(name, bounds, f"{_freeform([line.points], bounds)}<a:noFill/>{edge}")
        (x0, y0), (x1, y1) = line.points
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{name}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
            f'<a:xfrm flipH="{int(x1 < x0)}" flipV="{int(y1 < y0)}">{self._place(bounds)}</a:xfrm>{LINE}{edge}</p:spPr></p:cxnSp>'
        )

    def _mark(self, mark: Mark) -> str:
        """A text box a little larger than its lines, about their place."""
        lines, (align, before) = mark.text.split("\n"), ALIGN[mark.side]
        wide = mark.width or max(measure.width(line, mark.size, mark.bold) for line in lines) * SLACK
        high = len(lines) * mark.size * LEADING * SLACK
        bounds = mark.x - wide * before, mark.y - high / 2, wide, high
        words = "".join(self._paragraph(mark, line, align) for line in lines)
        body = (
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle/>{words}</p:txBody>"
        )
        return self._sp(self._name(" ".join(lines)), bounds, PLATE + _halo(mark.halo), ' txBox="1"', body)

    def _paragraph(self, mark: Mark, text: str, align: str) -> str:
        """One line, at the distance it was laid out with: typefaces differ in theirs."""
        size = mark.size * self.scale / POINT
        lang = pen.TAGS["ko" if _HANGUL.search(text) else "en"]
        return (
            f'<a:p><a:pPr algn="{align}"><a:lnSpc><a:spcPts val="{round(size * LEADING * 100)}"/></a:lnSpc></a:pPr>'
            f'<a:r><a:rPr lang="{lang}" sz="{max(round(size * 100), 100)}" b="{int(mark.bold)}">'
            f"{pen.fill(mark.colour)}{pen.faces(self.font)}</a:rPr><a:t>{pen.written(text)}</a:t></a:r></a:p>"
        )

    def _sp(self, name: str, bounds: Bounds, look: str, kind: str = "", body: str = "") -> str:
        return (
            f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr><a:xfrm>{self._place(bounds)}</a:xfrm>{look}</p:spPr>{body}</p:sp>"
        )

    def _name(self, name: str, alt: str = "") -> str:
        told = f" descr={pen.quoted(alt)}" if alt else ""
        return f'<p:cNvPr id="{next(self.ids)}" name={pen.quoted(name)}{told}/>'

    def _place(self, bounds: Bounds) -> str:
        x, y, wide, high = (round(each * self.scale) for each in bounds)
        left, top = round(self.left) + x, round(self.top) + y
        return f'<a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'

    def _edge(self, item: Shape | Line) -> str:
        colour = item.edge if isinstance(item, Shape) else item.colour
        return pen.edge(
            colour if item.width else "", item.width * self.scale / POINT, "sysDash" if item.dashed else ""
        )


def _bounds(rings: Sequence[Ring]) -> Bounds:
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _is_box(rings: Sequence[Ring], bounds: Bounds) -> bool:
    """Whether a form is a plain rectangle, which people can handle more easily."""
    left, top, wide, high = bounds
    corners = {(x, y) for x in (left, left + wide) for y in (top, top + high)}
    return len(rings) == 1 and len(rings[0]) == 4 and set(rings[0]) == corners


def _freeform(rings: Sequence[Ring], bounds: Bounds, end: str = "") -> str:
    """A form of one path: what lies inside a second ring is a hole."""
    left, top, wide, high = bounds
    path = []
    for ring in rings:
        steps = [f'<a:pt x="{round((x - left) * GRAIN)}" y="{round((y - top) * GRAIN)}"/>' for x, y in ring]
        path.append(
            f"<a:moveTo>{steps[0]}</a:moveTo><a:lnTo>{'</a:lnTo><a:lnTo>'.join(steps[1:])}</a:lnTo>{end}"
        )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{round(wide * GRAIN)}" h="{round(high * GRAIN)}">{"".join(path)}</a:path></a:pathLst></a:custGeom>'
    )


def _halo(colour: str) -> str:
    """A veil behind a text: unlike a glow around its letters, every program that reads presentations shows it."""
    if not colour:
        return "<a:noFill/>"
    veil = f'<a:srgbClr val="{colour.lstrip("#").upper()}"><a:alpha val="{HALO}"/></a:srgbClr>'
    return f"<a:solidFill>{veil}</a:solidFill>"


def _fill(shape: Shape) -> str:
    if not shape.hatch:
        return pen.fill(shape.fill)
    ground = pen.colour(shape.fill or "bg1")
    lines = pen.colour(shape.hatch)
    return f'<a:pattFill prst="{HATCH}"><a:fgClr>{lines}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>'
