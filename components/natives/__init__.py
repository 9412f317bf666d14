"""What office programs have themselves: plots with data inside, drawings of named shapes, tables, and figures as text.

A chart kind says in these terms what it shows; the writers of PPTX and XLSX know these terms and no chart kind.
"""

from __future__ import annotations

from dataclasses import dataclass

FORMS = ("bar", "column", "stacked", "line", "scatter", "doughnut")  # bar lies, column stands, stacked lies
BOX = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Series:
    """One series of a plot. All tuples are as long as ``values``, or empty.

    ``texts`` are the labels as our own charts write them (``약 400명(계획)``); ``colours`` are of single points where
    they differ from the series'; ``hollow`` points are no results and get an outline only; ``x`` places the points of
    a scatter; ``names`` are the points' names there.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    texts: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    hollow: tuple[bool, ...] = ()
    x: tuple[float | None, ...] = ()
    names: tuple[str, ...] = ()
    dashed: bool = False
    symbol: str = "circle"  # circle, square, diamond, triangle, cross, x; "none" for a line without marks


@dataclass(frozen=True)
class Plot:
    """A chart that PowerPoint and Excel draw themselves, its data inside.

    ``form`` is one of FORMS. ``categories`` are names (first on top, or at left); of a line they are periods, and
    ``days`` are the same as ISO dates where time must keep its true spacing. ``number_format`` is Excel's. ``x_title``
    and ``y_title`` are the axes' titles with their units. ``box`` (left, top, width, height as shares) places one of
    several plots.
    """

    form: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str = ""
    number_format: str = "#,##0"
    x_title: str = ""
    y_title: str = ""
    days: tuple[str, ...] = ()
    x_days: bool = False  # the x of a scatter are days since 1899-12-30, told as dates
    from_zero: bool = True
    box: tuple[float, float, float, float] = BOX
    notes: tuple[
        str, ...
    ] = ()  # sentences that must stand near: what is left out, what must not be read into it
    scaled: bool = True  # False where too few report for a scale: no axis of values, they are all written out


@dataclass(frozen=True)
class Shape:
    """One closed shape of a drawing: rings of points, the outer ones and holes. ``name`` is what people find it by."""

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str = ""  # a colour, or nothing
    edge: str = ""
    width: float = 0.75  # of the edge, in units of the drawing
    hatch: str = ""  # the colour of a diagonal hatch over the fill
    dashed: bool = False
    text: str = ""  # alternative text


@dataclass(frozen=True)
class Mark:
    """A text of a drawing: its lines are centred on ``x``, ``y`` unless ``side`` sets them beside it."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    side: str = "middle"  # middle, left (the text ends at x), right (it begins at x)
    width: float = 0.0  # of what it must fit into; 0 = as wide as it is
    halo: str = ""  # the colour that sets the letters off from what lies below them


@dataclass(frozen=True)
class Line:
    """An open line of a drawing."""

    name: str
    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 0.75
    dashed: bool = False


@dataclass(frozen=True)
class Drawing:
    """Named shapes and words in a frame of ``width`` × ``height`` units, y downwards, in the order they are drawn."""

    width: float
    height: float
    items: tuple[Shape | Mark | Line, ...]
    box: tuple[float, float, float, float] = BOX
    title: str = ""


@dataclass(frozen=True)
class Table:
    """A table of texts. ``numeric`` columns stand flush right; ``lit`` are rows in the colour of our region; ``wide``
    gives the columns' share of the width. ``left_out`` counts rows that had no room."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()
    lit: tuple[int, ...] = ()
    wide: tuple[float, ...] = ()
    left_out: int = 0
    box: tuple[float, float, float, float] = BOX
    notes: tuple[str, ...] = ()  # as of a plot


@dataclass(frozen=True)
class Fact:
    """One figure told large: what, how much, when, and quiet lines below."""

    name: str
    value: str
    lines: tuple[str, ...] = ()
    colour: str = ""
    box: tuple[float, float, float, float] = BOX


Native = Plot | Drawing | Table | Fact
