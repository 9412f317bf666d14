"""Side by side: several indicators for a few regions as a plain grid, without scale or rank.

The form the coverage rule leaves when fewer than five regions report, or when definitions and dates differ.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from components import captions, measure
from components.board import LEADING, Board
from components.labels import clean, period
from components.sheet import Heading, sheet
from components.theme import Look
from components.wording import words
from datasets.indicators import Indicator
from datasets.view import View


def side_by_side(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """A grid of values: a row an indicator, a column a region; on a phone a block an indicator, a line a region.

    Each row names its own unit and period, for they differ. A region without a value says so and is hatched.
    """
    figure = go.Figure()
    board = Board(figure, look, sheet(figure, _heading(view, look, title), look))
    (_draw_blocks if look.narrow else _draw_grid)(board, view)
    return board.finish()


def _heading(view: View, look: Look, title: str) -> Heading:
    say = words(look.lang)
    foot = captions.sources(view, look)
    return Heading(
        clean(title),
        clean(view.basis_text(look.lang)),
        (foot,) if foot else (),
        captions.mark(view.edition, say),
    )


def _codes(view: View) -> list[str]:
    return [region.code for region in view.regions]


def _draw_grid(board: Board, view: View) -> None:
    size, codes = board.look.size.base, _codes(view)
    first = board.room.width * 0.36
    step = (board.room.width - first) / max(len(codes), 1)
    line = min(board.room.height / (len(view.columns) + 0.6), size * 5)
    for n, code in enumerate(codes):
        board.text(
            first + n * step, size * 0.8, view.name(code, board.look.lang), size, bold=True, level="middle"
        )
    for at, indicator in enumerate(view.columns):
        y = line * (at + 0.5) + size * 1.8
        board.line([(0, y - line / 2), (board.room.width, y - line / 2)], board.look.palette.border)
        _draw_name(board, view, indicator, first - size, y)
        for n, code in enumerate(codes):
            _draw_value(board, view, indicator, code, (first + n * step, y, step - size, line * 0.62))


def _draw_blocks(board: Board, view: View) -> None:
    size, codes = board.look.size.base, _codes(view)
    lines = len(view.columns) * (len(codes) + 2.6)
    line = min(board.room.height / max(lines, 1), size * 1.9)
    y = 0.0
    for indicator in view.columns:
        board.line([(0, y), (board.room.width, y)], board.look.palette.border)
        _draw_name(board, view, indicator, board.room.width, y + line * 1.2)
        y += line * 2.6
        for code in codes:
            board.text(0, y, view.name(code, board.look.lang), size, level="middle")
            x = board.room.width * 0.36
            _draw_value(board, view, indicator, code, (x, y, board.room.width - x, line * 0.8))
            y += line


def _draw_name(board: Board, view: View, indicator: Indicator, width: float, y: float) -> None:
    """Title of an indicator in one or two lines, its unit and period below, around the middle ``y``."""
    size, lang = board.look.size.base, board.look.lang
    lines = measure.wrap(clean(indicator.short[lang]), width, size, bold=True, most=2)
    top = y - (len(lines) * size + size * 0.8) * LEADING / 2
    under = f"{clean(indicator.unit[lang])} · {period(view.period_of(indicator.id), lang)}"
    below = top + board.text(0, top, lines, size, bold=True)
    board.text(0, below, measure.shorten(under, width, size * 0.8), size * 0.8, board.look.palette.muted)


def _draw_value(
    board: Board, view: View, indicator: Indicator, code: str, box: tuple[float, float, float, float]
) -> None:
    """The value of a region, or a hatched box that says there is none."""
    x, y, width, height = box
    size, text = board.look.size.base, _value(view, indicator, code, board.look)
    if not text:
        none, muted = words(board.look.lang)("missing.none"), board.look.palette.muted
        board.hatch(x - size * 0.4, y - height / 2, width, height)
        board.text(x, y, none, size * 0.87, muted, level="middle")
        return
    hollow = _row(view, indicator, code)["status"] in ("planned", "target")
    ink, lines = (
        board.look.palette.target_text if hollow else "",
        measure.wrap(text, width, size * 1.1, True, 2),
    )
    board.text(x, y, lines, size * 1.1, ink, bold=True, level="middle")


def _row(view: View, indicator: Indicator, code: str) -> pd.Series:
    return view.column(indicator.id).loc[code]


def _value(view: View, indicator: Indicator, code: str, look: Look) -> str:
    row = _row(view, indicator, code)
    return captions.value_text(row, indicator, look.lang) if row["value"] == row["value"] else ""
