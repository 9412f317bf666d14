"""Small parts of a chart as markup: references to cells with a copy of what stands in them, points, marks, titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from components import measure
from components.export.pptx.boxes import Box
from components.export.pptx.charts.sheet import Row
from components.export.pptx.pen import Pen, Run, edge, fill
from components.natives import Plot

NS = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SYMBOLS = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle": "triangle", "cross": "plus", "x": "x", "none": "none"}  # fmt: skip
OPEN = ("plus", "x")  # marks without an inside
GROUND = "bg1"


@dataclass(frozen=True)
class Room:
    """A chart's frame and what stands around its plot area, in points."""

    box: Box
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def width(self) -> float:
        return max(self.box.width - self.left - self.right, 1)

    @property
    def height(self) -> float:
        return max(self.box.height - self.top - self.bottom, 1)

    @property
    def layout(self) -> str:
        """The plot area without its labels, as shares of the frame."""
        shares = (
            self.left / self.box.width,
            self.top / self.box.height,
            self.width / self.box.width,
            self.height / self.box.height,
        )
        told = "".join(f'<c:{k} val="{v:.4f}"/>' for k, v in zip("xywh", shares, strict=True))
        return (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{told}</c:manualLayout></c:layout>"
        )


TITLE, UNDER = 1.05, 0.92  # of the type size: a plot's own title, and what its standing axis counts
LEADING = 1.7


def title_height(plot: Plot, size: float, width: float, *, counted: bool) -> float:
    """How much a plot's title takes, with what the standing axis counts beside it, or below where it is too long."""
    return size * LEADING * len(_title_lines(plot, size, width, counted))


def title(plot: Plot, pen: Pen, size: float, width: float, *, counted: bool) -> str:
    """The title of a chart and what its standing axis counts, flush left, read without turning the head."""
    lines = _title_lines(plot, size, width, counted)
    place = _corner(0, 0)
    told = (
        f'<c:title><c:tx>{pen.stacked(lines, "l")}</c:tx>{place}<c:overlay val="1"/></c:title>'
        if lines
        else ""
    )
    return f'{told}<c:autoTitleDeleted val="{int(not told)}"/>'


def _title_lines(plot: Plot, size: float, width: float, counted: bool) -> list[list[Run]]:
    """The words above a plot, line by line."""
    first: list[Run] = [(plot.title, size * TITLE, "tx1", True)] if plot.title else []
    second: list[Run] = [(plot.y_title, size * UNDER, "tx2", False)] if plot.y_title and counted else []
    if first and second and sum(measure.width(t, s, True) for t, s, *_ in (*first, *second)) < width * 0.85:
        return [[*first, (f"  {plot.y_title}", *second[0][1:])]]
    return [line for line in (first, second) if line]


def axis_title(text: str, pen: Pen, room: Room, left: float, top: float) -> str:
    """The title of a lying axis, its upper left corner at a place in points."""
    if not text:
        return ""
    place = _corner(left / room.box.width, top / room.box.height)
    told = pen.rich(text, room.size * UNDER, "tx2")
    return f'<c:title><c:tx>{told}</c:tx>{place}<c:overlay val="1"/></c:title>'


def _corner(left: float, top: float) -> str:
    return (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{max(left, 0):.4f}"/><c:y val="{max(top, 0):.4f}"/></c:manualLayout></c:layout>'
    )


def head(row: Row, order: int) -> str:
    """Number and name of a series."""
    name = _points([row.name])
    return (
        f'<c:idx val="{order}"/><c:order val="{order}"/><c:tx><c:strRef><c:f>{row.head}</c:f><c:strCache>'
        f'<c:ptCount val="1"/>{name}</c:strCache></c:strRef></c:tx>'
    )


def texts(ref: str, names: Sequence[str]) -> str:
    """Names with their cells."""
    return f'<c:strRef><c:f>{ref}</c:f><c:strCache><c:ptCount val="{len(names)}"/>{_points(names)}</c:strCache></c:strRef>'


def figures(ref: str, values: Sequence[float | None], shape: str) -> str:
    """Figures with their cells; a gap is a cell without a figure."""
    told = [None if value is None else f"{value:.12g}" for value in values]
    return (
        f"<c:numRef><c:f>{ref}</c:f><c:numCache><c:formatCode>{escape(shape)}</c:formatCode>"
        f'<c:ptCount val="{len(told)}"/>{_points(told)}</c:numCache></c:numRef>'
    )


def _points(told: Sequence[str | None]) -> str:
    return "".join(
        f'<c:pt idx="{at}"><c:v>{escape(v)}</c:v></c:pt>' for at, v in enumerate(told) if v is not None
    )


def colour_at(row: Row, at: int) -> str:
    """The colour of one point."""
    return row.series.colours[at] if at < len(row.series.colours) else row.series.colour


def is_hollow(row: Row, at: int) -> bool:
    """Whether a point is no result."""
    return at < len(row.series.hollow) and row.series.hollow[at]


def paint(colour: str, hollow: bool, line: float = 1.5) -> str:
    """The inside and outline of a bar: what is no result has no inside."""
    return (
        f"<c:spPr>{fill('')}{edge(colour, line)}</c:spPr>"
        if hollow
        else f"<c:spPr>{fill(colour)}{edge('')}</c:spPr>"
    )


def marker(symbol: str, colour: str, hollow: bool, size: int = 7) -> str:
    """The mark of a point on a line or in a scatter."""
    sign = SYMBOLS.get(symbol, "circle")
    if sign == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    inside = fill("") if sign in OPEN else fill(GROUND if hollow else colour)
    outline = edge(colour, 1.75 if hollow or sign in OPEN else 0.75)
    return f'<c:marker><c:symbol val="{sign}"/><c:size val="{size}"/><c:spPr>{inside}{outline}</c:spPr></c:marker>'


def legend(pen: Pen, size: float, place: str, layout: str = "") -> str:
    """Which colour is which series."""
    return f'<c:legend><c:legendPos val="{place}"/>{layout}<c:overlay val="0"/>{pen.default(size)}</c:legend>'


def within(room: Room, box: Box) -> str:
    """The layout of something that stands in a box of a chart's frame."""
    shares = (
        box.left / room.box.width,
        box.top / room.box.height,
        box.width / room.box.width,
        box.height / room.box.height,
    )
    told = "".join(f'<c:{k} val="{max(v, 0):.4f}"/>' for k, v in zip("xywh", shares, strict=True))
    return f'<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>{told}</c:manualLayout></c:layout>'
