"""Tables as text: what a chart shows where it cannot be drawn, and charts that are tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from components.cells import is_numeric
from components.export.pdf.paper import Box, Paper
from components.layouts.table import Layout, fit, notes_of, pad, row_height
from components.theme import Look, Size

BOXED, RUNNING = 1.1, 0.88  # type sizes of the body: where a table is fitted into a box, and over pages
ENDLESS = 1_000_000.0
AIR = 0.2  # type sizes between rows that run over pages
LINE = 1.3  # the distance of lines the layout reckons with, in type sizes


def write_table(paper: Paper, frame: pd.DataFrame, box: Box) -> float:
    """The table in a box; what has no room is named and counted below it. Returns where it ends."""
    look = _look(paper, box.width, box.height, BOXED)
    layout = fit(frame, look, box.width, box.height)
    _, y = write_rows(paper, layout, 0, box)
    told = notes_of(layout, look, box.width)
    return paper.write_lines(told, box.x, y + 3, look.size.type(0.8), colour=paper.colours.muted)


def whole(paper: Paper, frame: pd.DataFrame, width: float) -> Layout:
    """The layout of all rows in one type, for ``write_rows`` to set on as many pages as they take."""
    layout = fit(frame, _look(paper, width, ENDLESS, RUNNING), width, ENDLESS)
    return replace(layout, air=layout.size * AIR)


def write_rows(paper: Paper, layout: Layout, first: int, box: Box) -> tuple[int, float]:
    """The header, and the rows from ``first`` on that have room. Returns the next row, and where they end."""
    high = row_height(layout.heads, layout.size)
    paper.fill(Box(box.x, box.y, box.width, high), paper.colours.plain)
    _row(paper, layout, layout.heads, box, box.y, high, bold=True)
    y = box.y + high
    for number, row in enumerate(layout.lines[first:], start=first):
        high = row_height(row, layout.size) + layout.air
        if y + high > box.bottom + 1:
            return number, y
        _row(paper, layout, row, box, y, high)
        y += high
        paper.rule(box.x, y, box.width)
    return len(layout.lines), y


def _look(paper: Paper, width: float, height: float, step: float) -> Look:
    return replace(paper.look, size=Size(round(width), round(height), base=paper.kind.body * step, pad=0))


def _row(
    paper: Paper,
    layout: Layout,
    row: Sequence[Sequence[str]],
    box: Box,
    y: float,
    high: float,
    bold: bool = False,
) -> None:
    size, missing = layout.size, paper.say("missing.none")
    with paper.tagged("P"):
        paper.type(size, bold)
        for x, width, lines, right in _cells(layout, row, paper.outline.lang):
            paper.set_text_color(paper.colours.muted if missing in lines else paper.colours.text)
            top = y + (high - len(lines) * size * LINE) / 2
            for number, line in enumerate(map(paper.legible, lines)):
                edge = width - pad(size) - paper.get_string_width(line) if right else pad(size)
                paper.text(box.x + x + edge, top + number * size * LINE + size, line)


def _cells(
    layout: Layout, row: Sequence[Sequence[str]], lang: str
) -> Iterator[tuple[float, float, Sequence[str], bool]]:
    """Left edge, width, lines and alignment of each cell."""
    x = 0.0
    for column, width, lines in zip(layout.frame.columns, layout.widths, row, strict=True):
        yield x, width, lines, is_numeric(column, lang)
        x += width
