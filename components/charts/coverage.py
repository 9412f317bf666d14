"""Coverage: which region reports which indicator, as a matrix of cells that read without their colour."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from components import captions, measure
from components.board import CENTRE, LEADING, LEFT_OF, Board, outlines
from components.contents.reporting import (
    LOW,
    MERGER,
    NONE,
    OTHER,
    PART,
    PLANNED,
    REPORTED,
    UNFIT,
    UNPUBLISHED,
    Line,
    Matrix,
    folded,
    matrix_of,
)  # fmt: skip
from components.labels import clean, number, period
from components.labels import plotly as label
from components.layouts.coverage import ACROSS, STACKED, UPRIGHT, Layout, fit
from components.legend import Glyph, legend_height, legend_lines
from components.sheet import Heading, sheet
from components.theme import Look, Palette
from components.wording import words
from datasets.view import View

Mark = tuple[str, float, float, float, float, str]  # state, left, top, width, height, number
Placed = tuple[
    float, str, Line | None
]  # the top of a row, its pillar, and its line unless it names the pillar
FOLD = 40  # regions: of more, columns stand for all regions of a parent
AIR = 0.08  # of a cell, around what is drawn in it


@dataclass(frozen=True)
class Paint:
    """How a state is drawn: its fill, the line around it, whether it is hatched, and the sign on it."""

    fill: str
    edge: str = ""
    hatched: bool = False
    sign: str = ""
    ink: str = ""


def coverage(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """A row an indicator, by pillar, and a column a region; each cell says by fill and sign what is known.

    At the right end k of n. Of many regions a column stands for all of one parent, with the number that report.
    Lines that find no room are counted below.
    """
    figure, matrix = go.Figure(), matrix_of(view, look.lang)
    if len(matrix.columns) > FOLD:
        matrix = folded(matrix, view, look.lang)
    board = Board(figure, look, sheet(figure, heading(view, look, lit, title), look))
    small = look.size.type(0.8)
    glyphs = [Glyph("box", text) for text in _legend(matrix, look.lang).values()]
    legend = legend_height(glyphs, board.room.width, small) + small * 0.8
    plot = fit(matrix, look, board.room.width, board.room.height - legend)
    if plot.shown < len(matrix.lines):
        plot = fit(matrix, look, board.room.width, board.room.height - legend - small * 1.8)
        rest = words(look.lang)("coverage.more", n=len(matrix.lines) - plot.shown)
        board.text(0, board.room.height - legend - small * LEADING, rest, small, look.palette.muted)
    rows = list(plot.places(matrix))
    _write_heads(board, matrix, plot, lit)
    _write_rows(board, matrix, plot, rows)
    marks = [*_cells(matrix, plot, rows), *_draw_legend(board, matrix, glyphs, small)]
    cell = min(plot.cell, plot.row)
    figure.add_traces(
        [*_fills(marks, look, cell), *_signs(board, marks, cell), _listening(matrix, plot, rows, look)]
    )
    return board.finish()


def heading(view: View, look: Look, lit: Collection[str] = (), title: str = "") -> Heading:
    """The title, how many indicators of how many regions, and what counts as reported."""
    say = words(look.lang)
    many = say("coverage.indicators", n=len(view.columns))
    subtitle = " · ".join([many, captions.basis(view, look.lang)])
    mark = captions.mark(view.edition, say)
    return Heading(clean(title) or say("coverage.title"), subtitle, (say("coverage.rule"),), mark)


def alt(view: View, lang: str, lit: Collection[str] = (), title: str = "") -> str:
    """The matrix in full sentences: how much is known, and how many indicators all or few regions report."""
    say, lines = words(lang), matrix_of(view, lang).lines
    return say(
        "coverage.alt",
        title=clean(title) or say("coverage.title"),
        n=len(lines),
        level=captions.level(view, say),
        all=sum(line.k == line.n for line in lines),
        some=sum(0 < line.k < captions.FEWEST for line in lines),
        none=sum(not line.k for line in lines),
    )


def _write_heads(board: Board, matrix: Matrix, plot: Layout, lit: Collection[str]) -> None:
    """The names of the columns and of the number at the right end, with a line below."""
    colours, foot = board.look.palette, plot.head - plot.size * 0.4
    for n, (code, name) in enumerate(zip(matrix.codes, matrix.columns, strict=True)):
        x, ink = plot.x(n) + plot.cell / 2, colours.lit_text if code in lit else colours.muted
        if plot.heads == UPRIGHT:
            board.upright(x, foot, name, plot.small, ink)
        elif plot.heads in (ACROSS, STACKED):
            lines = list(name) if plot.heads == STACKED else [name]
            board.text(x, foot, lines, plot.small, ink, bold=code in lit, side=CENTRE, level="bottom")
    board.line([(0, plot.head), (plot.width, plot.head)], colours.muted)


def _write_rows(board: Board, matrix: Matrix, plot: Layout, rows: Sequence[Placed]) -> None:
    """The names of pillars and indicators, and k of n."""
    colours, say, size = board.look.palette, words(board.look.lang), plot.size
    for y, pillar, line in rows:
        middle = y + plot.row / 2
        if line is None:
            board.box(0, y, plot.width, plot.row, colours.band, radius=2)
            board.text(size * 0.3, middle, say(f"pillar.{pillar}"), size, bold=True, level="middle")
            continue
        board.text(0, middle, measure.shorten(line.name, plot.name - size * 0.6, size), size, level="middle")
        board.text(
            plot.width, middle, f"{line.k}/{line.n}", size, colours.muted, side=LEFT_OF, level="middle"
        )


def _cells(matrix: Matrix, plot: Layout, rows: Sequence[Placed]) -> Iterator[Mark]:
    """Every cell with its state; a number where only a part of the regions behind it report."""
    air = min(plot.cell, plot.row) * AIR
    wide, tall = plot.cell - 2 * air, plot.row - 2 * air
    for y, _, line in rows:
        for n, state in enumerate(line.states if line else ()):
            count = number(line.counts[n]) if line and state == PART else ""
            yield state, plot.x(n) + air, y + air, wide, tall, count


def _legend(matrix: Matrix, lang: str) -> dict[str, str]:
    """The states that occur, in words."""
    say = words(lang)
    return {state: say(f"coverage.{state}") for state in matrix.found}


def _draw_legend(board: Board, matrix: Matrix, glyphs: Sequence[Glyph], size: float) -> Iterator[Mark]:
    """A cell for each state with its meaning beside it, at the foot of the board."""
    states = {text: state for state, text in _legend(matrix, board.look.lang).items()}
    width, top = board.room.width, board.room.height - legend_height(glyphs, board.room.width, size)
    for n, line in enumerate(legend_lines(glyphs, width, size)):
        middle = top + (n + 0.5) * size * 1.6
        for x, glyph in line:
            yield states[glyph.text], x, middle - size * 0.5, size * 1.5, size, ""
            board.text(x + size * 2.05, middle, glyph.text, size, board.look.palette.muted, level="middle")


def paints(colours: Palette) -> dict[str, Paint]:
    """The paint of every state: full, paler, hollow or hatched, each with a sign of its own."""
    ramp, quiet = colours.sequential, colours.muted
    return {
        REPORTED: Paint(ramp[4]),
        PART: Paint(ramp[1], ink=colours.text),
        OTHER: Paint(ramp[1], sign="triangle-left", ink=colours.text),
        PLANNED: Paint(colours.surface, edge=colours.planned, sign="circle-open", ink=colours.planned),
        LOW: Paint(colours.surface, edge=colours.border, sign="?", ink=quiet),
        MERGER: Paint(colours.surface, edge=colours.border, sign="bowtie-open", ink=quiet),
        UNPUBLISHED: Paint(colours.plain, sign="x-thin-open", ink=quiet),
        UNFIT: Paint(colours.plain, sign="line-ew-open", ink=quiet),
        NONE: Paint(colours.missing_fill, hatched=True),
    }


def _fills(marks: Sequence[Mark], look: Look, cell: float) -> Iterator[dict[str, Any]]:
    """One trace a paint, however many cells there are."""
    for state, paint in paints(look.palette).items():
        boxes = [(x, y, x + w, y + h) for s, x, y, w, h, _ in marks if s == state]
        edge = dict(width=1 if paint.edge or paint.hatched else 0, color=paint.edge or look.palette.missing)
        if boxes:
            yield dict(
                type="scatter", **outlines(boxes), mode="lines", fill="toself", fillcolor=paint.fill, fillpattern=_pattern(paint, look, cell),
                line=edge, hoverinfo="skip", cliponaxis=False, name=state,
            )  # fmt: skip


def _pattern(paint: Paint, look: Look, cell: float) -> dict[str, object]:
    if not paint.hatched:
        return {}
    size = min(5.0, max(cell * 0.4, 3.0))
    return dict(shape="/", size=size, solidity=0.2, fgcolor=look.palette.missing, bgcolor=paint.fill)


def _signs(board: Board, marks: Sequence[Mark], cell: float) -> Iterator[dict[str, Any]]:
    """The signs on the cells: shapes in one trace, numbers and question marks as text."""
    found = paints(board.look.palette)
    signed = [(x + w / 2, y + h / 2, min(w, h), text, found[state]) for state, x, y, w, h, text in marks]
    for x, y, size, text, paint in signed:
        if text or paint.sign == "?":
            told = text or paint.sign
            size = size * min(0.8, 0.9 / max(measure.width(told, 1), 0.5))
            board.text(x, y, told, size, paint.ink, bold=True, side=CENTRE, level="middle")
    shapes = [(x, y, max(size * 0.5, 4), p) for x, y, size, _, p in signed if p.sign and p.sign != "?"]
    if shapes:
        xs, ys, sizes, painted = map(list, zip(*shapes, strict=True))
        inks = [paint.ink for paint in painted]
        yield dict(
            type="scatter", x=xs, y=ys, mode="markers", hoverinfo="skip", cliponaxis=False, name="signs",
            marker=dict(symbol=[p.sign for p in painted], size=sizes, color=inks, opacity=1, line=dict(width=1.4, color=inks)),
        )  # fmt: skip


def _listening(matrix: Matrix, plot: Layout, rows: Sequence[Placed], look: Look) -> dict[str, Any]:
    """Unseen marks that tell region, indicator, period and state under the pointer."""
    say, columns = words(look.lang), [label(name) for name in matrix.columns]
    told = {state: label(say(f"coverage.{state}")) for state in matrix.found}
    hovers, keys = [], []
    lines = [(y, line) for y, _, line in rows if line]
    for _, line in lines:
        when = f"{label(period(line.period, look.lang))} · " if line.period else ""
        for n, state in enumerate(line.states):
            count = f" {line.counts[n]}/{matrix.sizes[n]}" if line.counts else ""
            shown = when if state in (REPORTED, PART) else ""
            hovers.append(f"<b>{columns[n]}</b><br>{label(line.name)}<br>{shown}{told[state]}{count}")
            keys.append(f"{line.indicator.id}|{matrix.codes[n]}")
    middles = [plot.x(n) + plot.cell / 2 for n in range(len(columns))]
    return dict(
        type="scatter", x=np.tile(np.array(middles, dtype="float32"), len(lines)),
        y=np.repeat(np.array([y + plot.row / 2 for y, _ in lines], dtype="float32"), len(columns)), mode="markers",
        marker=dict(symbol="square", size=min(plot.cell, plot.row), opacity=0), customdata=np.array(keys, dtype=object),
        hovertext=np.array(hovers, dtype=object), hoverinfo="text", cliponaxis=False, name="records",
    )  # fmt: skip
