"""What is written at the points of a chart: our own texts, or the figure where its format says the same."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from components.export.pptx.charts.formats import says
from components.export.pptx.charts.parts import Room, Row, colour_at
from components.export.pptx.pen import Pen
from components.labels import clean

ENTITY = {'"': "&quot;"}
NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


@dataclass(frozen=True)
class Label:
    """One label: its text (empty = the figure itself), where it stands, its colour, and how far it was moved down."""

    at: int
    text: str
    place: str = ""
    colour: str = "tx1"
    bold: bool = False
    down: float = 0  # points


def flags(value: bool = True) -> str:
    """Which parts of a point a label shows: its figure or nothing."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def labels(found: list[Label], pen: Pen, room: Room, shape: str, size: float) -> str:
    """The labels of a series; points that are not named have none."""
    own = "".join(_label(each, pen, room, shape, size) for each in found)
    return f"<c:dLbls>{own}{NOTHING}{pen.default(size)}{flags(False)}</c:dLbls>"


def _label(label: Label, pen: Pen, room: Room, shape: str, size: float) -> str:
    moved = (
        f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{label.down / room.box.height:.4f}"/></c:manualLayout></c:layout>'
        if label.down
        else ""
    )
    place = f'<c:dLblPos val="{label.place}"/>' if label.place else ""
    if label.text:
        told = f"<c:tx>{pen.rich(label.text, size, label.colour, label.bold)}</c:tx>{NOTHING}"
    else:
        told = (
            f'<c:numFmt formatCode="{escape(shape, ENTITY)}" sourceLinked="0"/>{NOTHING}'
            f"{pen.default(size, label.colour, label.bold)}"
        )
    return f'<c:dLbl><c:idx val="{label.at}"/>{moved}{told}{place}{flags()}</c:dLbl>'


def found(row: Row, pen: Pen, shape: str, place: str, colour: str = "") -> list[Label]:
    """The labels a series brings; without texts of its own, every figure in its format."""
    told = []
    for at, value in enumerate(row.values):
        text = clean(row.series.texts[at]) if at < len(row.series.texts) else ""
        if value is None or (row.series.texts and not text):
            continue
        ink, bold = (colour, False) if colour else ink_of(row, at, pen)
        told.append(Label(at, "" if says(text, value, shape) else text, place, ink, bold))
    return told


def ink_of(row: Row, at: int, pen: Pen) -> tuple[str, bool]:
    """The colour and weight of words at a point: those of our region are red, as everywhere."""
    colours, own = pen.palette, colour_at(row, at).lower()
    if own == colours.lit.lower():
        return colours.lit_text, True
    if own in (colours.target.lower(), colours.target_text.lower()):
        return colours.target_text, False
    quiet = own in (colours.others.lower(), colours.planned.lower())
    return "tx1", bool(row.series.colours) and not quiet
