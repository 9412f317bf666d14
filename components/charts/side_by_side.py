"""Side by side: several indicators for a few regions as a plain grid, without scale or rank.

The form the coverage rule leaves when fewer than five regions report, or when definitions and dates differ.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from components import captions, measure
from components.board import LEADING, Board
from components.contents.entries import Cell, Entry, chosen, entries_of
from components.labels import clean
from components.layouts.side_by_side import HEAD, Layout, fit
from components.sheet import Heading, sheet
from components.theme import Look
from components.wording import words
from datasets.view import View


def side_by_side(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """A grid of values: a row an indicator, a column a region; on a phone a block an indicator, a line a region.

    Each row names its own unit and period, for they differ. A region without a value says why and is hatched. Where
    not all regions have room, the lit ones come first, and a line says how many are shown.
    """
    figure, entries = go.Figure(), entries_of(view, look)
    board, small = (
        Board(figure, look, sheet(figure, heading(view, look, lit, title), look)),
        look.size.type(0.8),
    )
    names = [view.name(region.code, look.lang) for region in view.regions]
    width, height = board.room.width, board.room.height
    plot = fit(entries, names, look, width, height)
    if notes := _notes(plot, len(names), len(entries), look):
        plot = fit(entries, names, look, width, height - (len(notes) * LEADING + 0.4) * small)
        notes = _notes(plot, len(names), len(entries), look)
        board.text(0, height - len(notes) * LEADING * small, notes, small, look.palette.muted)
    codes = chosen(view, lit, plot.regions)
    columns = [(code, view.name(code, look.lang)) for code in codes]
    (_draw_blocks if look.narrow else _draw_grid)(board, entries[: plot.entries], columns, plot)
    return board.finish()


def _notes(plot: Layout, regions: int, entries: int, look: Look) -> list[str]:
    """How many regions and indicators are shown, where not all are."""
    say = words(look.lang)
    told = [say("ranked_bar.shown", n=regions, k=plot.regions)] if plot.regions < regions else []
    return told + ([say("strip.more", n=entries - plot.entries)] if plot.entries < entries else [])


def heading(view: View, look: Look, lit: Collection[str] = (), title: str = "") -> Heading:
    """What the rows have in common: each names its own unit and period."""
    told, cited = captions.of_view(view, look), captions.sources(view, look)
    named = clean(title) or (told.title if len(view.columns) == 1 else words(look.lang)("compare.values"))
    return replace(
        told, title=named, subtitle=captions.basis(view, look.lang), foot=(cited,) if cited else ()
    )


Columns = Sequence[tuple[str, str]]  # code and name


def _draw_grid(board: Board, entries: Sequence[Entry], columns: Columns, plot: Layout) -> None:
    size, head = plot.size, board.look.size.base * 1.8
    for n, (_, name) in enumerate(columns):
        lines = measure.wrap(name.replace("-", "- "), plot.step - size * 0.4, size, bold=True, most=2)
        lines = [line.replace("- ", "-") for line in lines]
        board.text(plot.first + n * plot.step, head * 0.45, lines, size, bold=True, level="middle")
    for at, entry in enumerate(entries):
        y = plot.line * (at + 0.5) + head
        board.line([(0, y - plot.line / 2), (board.room.width, y - plot.line / 2)], board.look.palette.border)
        _draw_name(board, entry, plot.first - size, y)
        for n, (code, name) in enumerate(columns):
            box = plot.first + n * plot.step, y, plot.step - size, plot.line * 0.72
            _draw_cell(board, code, name, entry.cells[code], box, size)


def _draw_blocks(board: Board, entries: Sequence[Entry], columns: Columns, plot: Layout) -> None:
    size, line, y = plot.size, plot.line, 0.0
    for entry in entries:
        board.line([(0, y), (board.room.width, y)], board.look.palette.border)
        _draw_name(board, entry, board.room.width, y + line * 1.2)
        y += line * HEAD
        for code, name in columns:
            short = measure.shorten(name, plot.first - size * 0.4, size)
            board.text(0, y, short, size, level="middle")
            _draw_cell(board, code, name, entry.cells[code], (plot.first, y, plot.step, line * 0.8), size)
            y += line


def _draw_name(board: Board, entry: Entry, width: float, y: float) -> None:
    """Name of an indicator in one or two lines, its unit and period below, around the middle ``y``."""
    size = board.look.size.base
    lines = measure.wrap(entry.name, width, size, bold=True, most=2)
    top = y - (len(lines) * size + size * 0.8) * LEADING / 2
    below = top + board.text(0, top, lines, size, bold=True)
    under = measure.shorten(entry.under, width, size * 0.8)
    board.text(0, below, under, size * 0.8, board.look.palette.muted)


def _draw_cell(
    board: Board, code: str, name: str, cell: Cell, box: tuple[float, float, float, float], size: float
) -> None:
    """The value of a region, or a hatched box with the reason why there is none."""
    x, y, width, height = box
    if cell.missing:
        _draw_missing(board, cell, box, size * 0.8)
    else:
        most = min(max(int(height / (size * 1.1 * LEADING)), 1), 2)
        lines = measure.wrap(cell.text, width, size * 1.1, bold=True, most=most)
        ink = board.look.palette.target_text if cell.hollow else ""
        board.text(x, y, lines, size * 1.1, ink, bold=True, level="middle")
    board.point(x + width / 2, y, code, f"{name} · {cell.text}")


def _draw_missing(board: Board, cell: Cell, box: tuple[float, float, float, float], size: float) -> None:
    """A hatch, and on a plain ground as much of the reason as has room."""
    x, y, width, height = box
    board.hatch(x - size * 0.5, y - height / 2, width, height)
    most, room = max(int(height / (size * LEADING)), 1), width - size
    lines = measure.wrap(cell.text, room, size, most=most + 1)
    if len(lines) > most:
        lines = measure.wrap(cell.brief, room, size, most=most)
    wide = max(measure.width(line, size) for line in lines) * 1.04 + size * 0.5
    tall = len(lines) * size * LEADING
    board.cover(x - size * 0.25, y - tall / 2, min(wide, width - size * 0.5), tall)
    board.text(x, y, lines, size, board.look.palette.muted, level="middle")
