"""Listing: why nothing is drawn, in one sentence, and the values side by side instead of a drawing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import plotly.graph_objects as go

from components import measure
from components.board import LEADING, Board
from components.contents.listing import Entry, Listing, listing_of
from components.contents.readings import Readings
from components.contents.readings import missing as missing_of
from components.layouts.listing import Table, table_of
from components.wording import words
from datasets.view import View


def draw_refusal(
    board: Board, view: View, sides: Sequence[Readings], why: str, lit: Collection[str]
) -> go.Figure:
    """The sentence on top, the regions with their values below it, and those without any by name."""
    look, width, size = board.look, board.room.width, board.look.size.type(0.93)
    top = board.text(0, 0, measure.wrap(why, width, size, most=6), size) + size * 0.7
    listing = listing_of(view, sides, look, lit)
    absent = _absent(view, sides, listing)
    lines = missing_of(view, absent, look, width - size * 2.4, look.size.type(0.8))
    foot = len(lines) * look.size.type(0.8) * LEADING + (size * 0.6 if lines else 0)
    if listing.entries:
        draw_listing(board, listing, top, board.room.height - top - foot)
    draw_missing(board, lines, board.room.height - foot + size * 0.5)
    return board.finish()


def _absent(view: View, sides: Sequence[Readings], listing: Listing) -> dict[str, str]:
    """The regions that are not listed, with the reason of the first indicator."""
    listed = {entry.code for entry in listing.entries}
    return {r.code: sides[0].absent.get(r.code, "") for r in view.regions if r.code not in listed}


def draw_missing(board: Board, lines: Sequence[str], y: float) -> None:
    """The regions without a value by name, behind a hatch."""
    size = board.look.size.type(0.8)
    if lines:
        board.hatch(0, y + size * 0.2, size * 1.6, size * 0.8)
        board.text(size * 2.1, y, lines, size, board.look.palette.muted)


def draw_listing(board: Board, listing: Listing, y: float, height: float) -> None:
    """Regions and values in blocks; how many found no room is told below."""
    table = table_of(listing, board.look, board.room.width, height)
    shown, colours = listing.cut(table.room), board.look.palette
    for number in range(-(-len(shown.entries) // max(table.per, 1))):
        x = number * table.block
        _draw_heads(board, table, x, y)
        board.line([(x, y + table.head), (x + table.block - table.size, y + table.head)], colours.border)
        for at, entry in enumerate(shown.entries[number * table.per : (number + 1) * table.per]):
            _draw_entry(board, table, entry, x, y + table.head + (at + 0.5) * table.step)
    rest = len(listing.entries) - len(shown.entries)
    if rest:
        text = words(board.look.lang)("listing.more", n=rest)
        board.text(0, y + table.head + table.per * table.step, text, table.size, colours.muted)


def _draw_heads(board: Board, table: Table, x: float, y: float) -> None:
    """What the values are, above their column, standing on one line."""
    size, x = table.size * 0.8, x + table.name
    for lines, width in zip(table.heads, table.values, strict=True):
        board.text(x, y + table.head - table.size * 0.3, lines, size, board.look.palette.muted, level="bottom")
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
