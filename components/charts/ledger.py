"""Ledger: why nothing is drawn, in one sentence, and the values side by side instead of a drawing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import plotly.graph_objects as go

from components import measure
from components.board import LEADING, Board
from components.contents.ledger import Entry, Ledger, ledger_of
from components.contents.readings import Readings, named
from components.layouts.ledger import Table, table_of
from components.theme import Look
from components.wording import words
from datasets.view import View


def draw_refusal(
    board: Board, view: View, sides: Sequence[Readings], why: str, lit: Collection[str]
) -> go.Figure:
    """The sentence on top, the regions with their values below it, and those without any by name."""
    look, width, size = board.look, board.room.width, board.look.size.type(0.93)
    say = words(look.lang)
    top = board.text(0, 0, measure.wrap(why, width, size, most=6), size) + size * 0.7
    ledger = ledger_of(view, sides, look, lit)
    names = _absent(view, ledger, look)
    small = look.size.type(0.8)
    lines = named(f"{say('missing.none')}:", names, say, width - small * 2.4, small, 4) if names else []
    foot = len(lines) * small * LEADING + (size * 0.6 if lines else 0)
    if ledger.entries:
        draw_ledger(board, ledger, top, board.room.height - top - foot)
    draw_missing(board, lines, board.room.height - foot + size * 0.5)
    return board.finish()


def _absent(view: View, ledger: Ledger, look: Look) -> list[str]:
    """The regions that have no value at all, by name."""
    listed = {entry.code for entry in ledger.entries}
    return [view.name(region.code, look.lang) for region in view.regions if region.code not in listed]


def draw_missing(board: Board, lines: Sequence[str], y: float) -> None:
    """The regions without a value by name, behind a hatch."""
    size = board.look.size.type(0.8)
    if lines:
        board.hatch(0, y + size * 0.2, size * 1.6, size * 0.8)
        board.text(size * 2.1, y, lines, size, board.look.palette.muted)


def draw_ledger(board: Board, ledger: Ledger, y: float, height: float) -> None:
    """Regions and values in blocks; how many found no room is told below."""
    table = table_of(ledger, board.look, board.room.width, height)
    shown, colours = ledger.cut(table.room), board.look.palette
    for number in range(-(-len(shown.entries) // max(table.per, 1))):
        x = number * table.block
        _draw_heads(board, table, x, y)
        board.line([(x, y + table.head), (x + table.block - table.size, y + table.head)], colours.border)
        for at, entry in enumerate(shown.entries[number * table.per : (number + 1) * table.per]):
            _draw_entry(board, table, entry, x, y + table.head + (at + 0.5) * table.step)
    rest = len(ledger.entries) - len(shown.entries)
    if rest:
        text = words(board.look.lang)("ledger.more", n=rest)
        board.text(0, y + table.head + table.per * table.step, text, table.size, colours.muted)


def _draw_heads(board: Board, table: Table, x: float, y: float) -> None:
    """What the values are, above their column, standing on one line."""
    size, x = table.size * 0.8, x + table.name
    for lines, width in zip(table.heads, table.values, strict=True):
        board.text(
            x, y + table.head - table.size * 0.3, lines, size, board.look.palette.muted, level="bottom"
        )
        x += width


def _draw_entry(board: Board, table: Table, entry: Entry, x: float, y: float) -> None:
    """A region and its values; what is no result in its own colour, what is not known quiet."""
    colours, size = board.look.palette, table.size
    ink = entry.mark.ink if entry.mark else colours.text
    board.text(x, y, entry.name, size, ink, bold=bool(entry.mark), level="middle")
    x += table.name
    for value, text, width in zip(entry.values, entry.texts, table.values, strict=True):
        written = measure.shorten(text, width - size * 0.5, size, bold=True)
        tone = colours.muted if value is None else colours.target_text if value.ahead else ink
        board.text(x, y, written, size, tone, bold=value is not None, level="middle")
        x += width
