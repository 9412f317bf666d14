"""The axes of a chart as markup: quiet, without lines that carry nothing."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from components.export.pptx.pen import Pen

CATEGORY, VALUE = 111111111, 222222222
NONE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
HAIR = '<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"><a:alpha val="50000"/></a:schemeClr></a:solidFill></a:ln></c:spPr>'
GRID = (
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="tx2"><a:alpha val="22000"/></a:schemeClr>'
    "</a:solidFill></a:ln></c:spPr></c:majorGridlines>"
)
FORMAT = (
    '<c:numFmt formatCode="{}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
)


@dataclass(frozen=True)
class Axis:
    """What an axis says: where it stands (``b``, ``l`` …), its title as markup, and whether it is seen at all."""

    place: str
    size: float
    title: str = ""
    seen: bool = True
    low: float | None = None
    high: float | None = None
    reverse: bool = False
    grid: bool = False
    shape: str = "General"
    turn: int = 0
    labelled: bool = True
    every: int = 1
    crosses: str = "autoZero"


def _scaling(axis: Axis) -> str:
    high = f'<c:max val="{axis.high:.12g}"/>' if axis.high is not None else ""
    low = f'<c:min val="{axis.low:.12g}"/>' if axis.low is not None else ""
    return (
        f'<c:scaling><c:orientation val="{"maxMin" if axis.reverse else "minMax"}"/>{high}{low}</c:scaling>'
    )


def _begun(axis: Axis, id_: int, pen: Pen, line: str, labels: str) -> str:
    """What all axes have in common, in the order the schema wants."""
    return (
        f'<c:axId val="{id_}"/>{_scaling(axis)}<c:delete val="{int(not axis.seen)}"/><c:axPos val="{axis.place}"/>'
        f"{GRID if axis.grid else ''}{axis.title}{FORMAT.format(escape(axis.shape, {chr(34): '&quot;'}))}"
        f'<c:tickLblPos val="{labels if axis.labelled else "none"}"/>{line}{pen.default(axis.size, "tx2" if line == NONE else "tx1", turn=axis.turn)}'
    )


def categories(axis: Axis, pen: Pen) -> str:
    """An axis of names. They stand at the edge, also beside bars below zero."""
    skip = f'<c:tickLblSkip val="{axis.every}"/>' if axis.every else ""
    return (
        f'<c:catAx>{_begun(axis, CATEGORY, pen, HAIR, "low")}<c:crossAx val="{VALUE}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="60"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def days(axis: Axis, pen: Pen, unit: str, every: int, by: str) -> str:
    """An axis of days in true spacing: ``unit`` is what a place on it stands for, ``every`` so many ``by`` a label."""
    return (
        f'<c:dateAx>{_begun(axis, CATEGORY, pen, HAIR, "low")}<c:crossAx val="{VALUE}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblOffset val="60"/><c:baseTimeUnit val="{unit}"/><c:majorUnit val="{every}"/><c:majorTimeUnit val="{by}"/></c:dateAx>'
    )


def values(axis: Axis, pen: Pen, *, id_: int = VALUE, between: bool = True, line: str = NONE) -> str:
    """An axis of figures."""
    crossed = CATEGORY if id_ == VALUE else VALUE
    low = "low" if line == HAIR else "nextTo"
    return (
        f'<c:valAx>{_begun(axis, id_, pen, line, low)}<c:crossAx val="{crossed}"/><c:crosses val="{axis.crosses}"/>'
        f'<c:crossBetween val="{"between" if between else "midCat"}"/></c:valAx>'
    )
