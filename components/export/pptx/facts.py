"""Facts: one figure, large, with what it is above and its quiet lines below."""

from __future__ import annotations

from components import measure
from components.export.pptx.boxes import Box
from components.export.pptx.holders import NS, frame, spot
from components.export.pptx.pen import SLACK, Pen, height, quoted
from components.natives import Fact

NAME, VALUE, LINE = 19.0, 66.0, 15.0
LEAST = {"name": 11.0, "value": 18.0, "line": 10.0}
INSET = 14.0
SCALES = (1.45, 1.2, 1, 0.9, 0.8, 0.7, 0.6, 0.52, 0.45, 0.38, 0.32)
WHOLE = 0.45  # down to this a figure stands in one line, below it may take two


def scale(fact: Fact, box: Box) -> float:
    """How large a fact may be told in a box; facts side by side take the smallest of all."""
    room = _room(box)
    lines = ((each, 1 if each >= WHOLE else 2) for each in SCALES)
    return next((each for each, most in lines if _fits(fact, room, _sizes(each), most)), SCALES[-1])


def _room(box: Box) -> Box:
    inset = _inset(box)
    return Box(0, 0, box.width - 2 * inset, box.height - 2 * inset)


def _inset(box: Box) -> float:
    return min(INSET, box.height / 8, box.width / 16)


def fact_xml(fact: Fact, box: Box, pen: Pen, id_: int, name: str, describe: str, scaled: float = 0) -> str:
    """A fact as a shape with text."""
    inset = _inset(box)
    top, large, small = _sizes(scaled or scale(fact, box))
    paragraphs = [pen.line(fact.name, top, "tx2")] if fact.name else []
    paragraphs.append(pen.line(fact.value, large, fact.colour or "tx1", True, before=top * 0.2))
    paragraphs += [
        pen.line(line, small, "tx2" if at else "tx1", before=small * 0.35)
        for at, line in enumerate(fact.lines)
    ]
    return (
        f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{id_}" name={quoted(name)} descr={quoted(describe)}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{spot(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>{pen.band}</a:solidFill></p:spPr>'
        f"<p:txBody>{frame('ctr', inset)}<a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def _sizes(scale: float) -> tuple[float, float, float]:
    return (
        max(round(NAME * scale**0.3, 1), LEAST["name"]),
        max(round(VALUE * scale, 1), LEAST["value"]),
        max(round(LINE * scale**0.3, 1), LEAST["line"]),
    )


def _fits(fact: Fact, room: Box, sizes: tuple[float, float, float], most: int) -> bool:
    top, large, small = sizes
    width = room.width * SLACK
    value = measure.wrap(fact.value, width, large, True, most=99)
    if len(value) > most or max(measure.width(line, large, True) for line in value) > width * SLACK:
        return False
    lines = [len(measure.wrap(line, width, small, most=99)) for line in fact.lines]
    high = (
        height(len(measure.wrap(fact.name, width, top, most=99)), top) + height(len(value), large) + top * 0.2
    )
    return high + sum(height(n, small) + small * 0.35 for n in lines) <= room.height
