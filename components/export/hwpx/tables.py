"""A table on the page: columns as wide as their words, a header that is repeated, figures flush right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd

from components import measure
from components.cells import is_numeric
from components.export.hwpx import elements
from components.export.hwpx.elements import Element, add
from components.export.hwpx.shapes import CELLS, POINT, SHAPES, WIDTH
from components.export.hwpx.styles import Styles
from components.layouts.table import Layout, fit, pad
from components.theme import Look, Size
from components.wording import words

SLACK = 0.9  # the fonts of the document are wider than those the layout was measured with
INNER = Size(round(567 * SLACK), 400, base=13)  # layout pixels of 150 mm
ENDLESS = 1e9
PIXELS_A_POINT = 96 / 72
SIDE, EDGE = 480, 130  # between text and edge of a cell
SHORT, SPLIT = 14000, 17000  # a table of 50 mm stays whole; a row of 60 mm may go over the end of a page
EASE, NARROWEST = 1.9, 0.5  # a table is so many times as wide as its words, and at least so much of the page
MISSING = "missing.none"


@dataclass(frozen=True)
class Grid:
    """The rows of a table as texts under their headers.

    ``lit`` are the names of our own regions, ``omitted`` columns left out already, ``note`` says which rows are there.
    """

    frame: pd.DataFrame
    lit: frozenset[str] = frozenset()
    omitted: tuple[str, ...] = ()
    note: str = ""

    def of(self, frame: pd.DataFrame, note: str) -> Grid:
        """The same with some of its rows and columns."""
        return replace(self, frame=frame, note=note)


@dataclass(frozen=True)
class Laid:
    """A grid laid out for the page: what fits, in which size, how wide and how high."""

    layout: Layout
    points: float
    widths: tuple[int, ...]
    heights: tuple[int, ...]

    @property
    def height(self) -> int:
        return sum(self.heights)

    @property
    def width(self) -> int:
        return sum(self.widths)


def laid_out(grid: Grid, lang: str) -> Laid:
    """The grid in the largest type that holds its columns; those without room are named by ``layout.omitted``."""
    layout = fit(grid.frame, Look(lang=lang, size=INNER), INNER.width, ENDLESS)
    points = round(layout.size / PIXELS_A_POINT, 1)
    texts = [tuple(layout.frame.columns), *layout.frame.itertuples(index=False)]
    rooms = [(width - 2 * pad(layout.size)) / SLACK for width in layout.widths]
    heights = tuple(_height(_lines(row, rooms, layout.size), points) for row in texts)
    return Laid(layout, points, _widths(layout), heights)


def _lines(row: Sequence[object], rooms: Sequence[float], size: float) -> int:
    """Of the cell with most lines; 한글 makes a row higher where it needs more."""
    return max(
        len(measure.wrap(str(text), room, size, most=99)) for text, room in zip(row, rooms, strict=True)
    )


def _height(lines: int, points: float) -> int:
    return math.ceil(lines * points * POINT * SHAPES[CELLS[0]].leading / 100) + 2 * EDGE


def _widths(layout: Layout) -> tuple[int, ...]:
    """Whole units. A table of few short words is no wider than it takes to read along a row."""
    total = sum(layout.widths) or 1
    needed = sum(_needed(layout, column) for column in layout.frame.columns)
    room = WIDTH * min(1, max(NARROWEST, EASE * needed / INNER.width))
    edges = [round(room * sum(layout.widths[:n]) / total) for n in range(len(layout.widths) + 1)]
    return tuple(after - before for before, after in pairwise(edges))


def _needed(layout: Layout, column: str) -> float:
    texts = (column, *map(str, layout.frame[column]))
    return max(measure.width(text, layout.size, bold=True) for text in texts) + 2 * pad(layout.size)


def table(parent: Element, laid: Laid, id_: int) -> Element:
    """The frame of a table: it flows with the text and goes on over the page, its header again on top."""
    rows, columns = len(laid.heights), len(laid.widths)
    made = add(
        parent, "tbl", id=id_, zOrder=0, numberingType="TABLE", textWrap="TOP_AND_BOTTOM",
        textFlow="BOTH_SIDES", lock=0, dropcapstyle="None", pageBreak=_break(laid),
        repeatHeader=1, rowCnt=rows, colCnt=columns, cellSpacing=0, borderFillIDRef=1, noAdjust=0,
    )  # fmt: skip
    size = dict(width=laid.width, height=laid.height)
    add(made, "sz", **size, widthRelTo="ABSOLUTE", heightRelTo="ABSOLUTE", protect=0)
    add(made, "pos", **elements.INLINE | {"treatAsChar": 0})
    add(made, "outMargin", left=0, right=0, top=0, bottom=0)
    return made


def _break(laid: Laid) -> str:
    """What a table does at the end of a page: a short one goes over whole, others between rows, very high rows within."""
    if laid.height <= SHORT:
        return "NONE"
    return "CELL" if max(laid.heights) > SPLIT else "TABLE"


def fill(made: Element, laid: Laid, grid: Grid, styles: Styles, lang: str, numbers: Iterator[int]) -> None:
    """The rows of a table."""
    add(made, "inMargin", left=SIDE, right=SIDE, top=EDGE, bottom=EDGE)
    frame, none = laid.layout.frame, words(lang)(MISSING)
    sides = [styles.worn[CELLS[is_numeric(column, lang)]] for column in frame.columns]
    rows = [tuple(frame.columns), *frame.itertuples(index=False)]
    for at, row in enumerate(rows):
        line, own = add(made, "tr"), at > 0 and str(row[0]) in grid.lit
        edge = styles.edges["head" if at == 0 else "last" if at == len(rows) - 1 else "row"]
        for column, text in enumerate(map(str, row)):
            cell = _cell(line, edge, head=at == 0)
            colour = "lit_text" if own else "muted" if text == none else "text"
            letters = styles.cell(laid.points, own or at == 0, colour)
            held = elements.paragraph(elements.sublist(cell, "CENTER"), sides[column], next(numbers))
            elements.run(held, letters, text)
            _measure(cell, at, column, laid)


def _cell(line: Element, edge: str, head: bool) -> Element:
    return add(
        line, "tc", name="", header=int(head), hasMargin=0, protect=0, editable=0, dirty=0, borderFillIDRef=edge
    )  # fmt: skip


def _measure(cell: Element, at: int, column: int, laid: Laid) -> None:
    add(cell, "cellAddr", colAddr=column, rowAddr=at)
    add(cell, "cellSpan", colSpan=1, rowSpan=1)
    add(cell, "cellSz", width=laid.widths[column], height=laid.heights[at])
    add(cell, "cellMargin", left=SIDE, right=SIDE, top=EDGE, bottom=EDGE)
