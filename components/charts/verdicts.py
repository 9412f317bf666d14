"""Verdicts: how many targets still stand after each condition a judgement asks for, and why the others fall."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from components import captions
from components.board import LEADING, Board
from components.contents.verdicts import Bar, bars_of, judged
from components.labels import clean
from components.layouts.verdicts import Layout, fit
from components.sheet import sheet
from components.theme import Look
from components.wording import words
from datasets.records import Records
from datasets.targets import tally


def verdicts(records: Records, look: Look, *, title: str = "") -> go.Figure:
    """A bar for all targets, one for those left after each condition, with the reasons of those that fall beside it.

    Each target falls at the first condition it does not meet, so the bars add up. What is judged, and how, stands in a
    sentence on top.
    """
    say, figure, counted = words(look.lang), go.Figure(), tally(records)
    heading = captions.of_records(records, look, title or say("verdicts.title"), say("verdicts.rule"))
    board = Board(figure, look, sheet(figure, heading, look))
    if counted.total:
        bars = bars_of(counted, say)
        layout = fit(bars, judged(counted, say), look, board.room.width, board.room.height)
        _draw_sentence(board, layout)
        _draw_bars(board, bars, layout)
    return board.finish()


def _draw_sentence(board: Board, layout: Layout) -> None:
    board.text(0, 0, layout.sentence, layout.size, bold=True)


def _draw_bars(board: Board, bars: Sequence[Bar], layout: Layout) -> None:
    y = layout.top
    for bar, lines, fallen in zip(bars, layout.names, layout.fallen, strict=True):
        high = layout.height_of(lines, fallen)
        _draw_bar(board, bar, lines, fallen, layout, bars[0].left, y)
        y += high + layout.gap


def _draw_bar(
    board: Board, bar: Bar, lines: Sequence[str], fallen: Sequence[str], layout: Layout, most: int, y: float
) -> None:
    """A condition: its name, the bar of those left on a pale one of all, their number, and who fell."""
    colours, size, small = board.look.palette, layout.size, layout.small
    (x, width), thick = layout.bar, size * 0.9
    middle = y + (len(lines) * size * LEADING if layout.stacked else 0) + size * LEADING / 2
    board.text(0, y, lines, size, bold=bar.left == most)
    board.box(x, middle - thick / 2, width, thick, colours.plain, radius=3)
    if bar.left:
        board.box(x, middle - thick / 2, width * bar.left / most, thick, colours.national, radius=3)
    number = words(board.look.lang)("verdicts.left", n=bar.left)
    board.text(x + width + size * 0.5, middle, number, size, bold=True, level="middle")
    board.point(x + width / 2, middle, bar.name, clean(f"{bar.name}: {number}"))
    if fallen:
        at = middle + size * LEADING / 2 if layout.stacked else y + size * 0.1
        board.text(layout.reasons[0], at, fallen, small, colours.muted)
