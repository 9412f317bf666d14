"""Target bullet: each target as a line from its baseline to where it wants to be, and whether it can be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from components import captions, measure
from components.board import CENTRE, LEADING, LEFT_OF, RIGHT_OF, Board
from components.contents.goals import Goal, goals_of
from components.labels import amount
from components.layouts.target_bullet import SHARE_OF_NAME, SHARE_OF_WORDS, Row, fit
from components.legend import Glyph, draw_legend, legend_height
from components.sheet import sheet
from components.theme import Look
from components.wording import words
from datasets.records import Records


def target_bullet(records: Records, look: Look, *, today: date | None = None, title: str = "") -> go.Figure:
    """Every target as a line: filled mark where it starts, hollow mark where it wants to be, with values and dates.

    Each row has its own scale from zero, shares 0–100 %, so different units never share an axis; ranks have none. The
    verdict says why a target cannot be judged. Planned amounts are dashed bars, not targets. With ``today`` a target
    date that has passed is marked. Rows that find no room at a readable size are counted below.
    """
    say, figure = words(look.lang), go.Figure()
    goals, small = goals_of(records, say, today), look.size.type(0.8)
    alone = goals[0].name if len(goals) == 1 else ""
    heading = captions.of_records(records, look, title or alone or say(f"table.{records.kind}"))
    board = Board(figure, look, sheet(figure, heading, look))
    glyphs, room = _glyphs(goals, look), board.room
    legend = legend_height(glyphs, room.width, small) + small * 0.5
    height = room.height - legend
    rows = fit([goal.untitled(heading.title) for goal in goals], look, room.width, height)
    if len(rows) < len(goals):
        height -= small * LEADING
        board.text(0, height, say("target_bullet.more", n=len(goals) - len(rows)), small, look.palette.muted)
    _draw_rows(board, rows, height)
    draw_legend(board, glyphs, room.height - legend + small * 0.5, small)
    return board.finish()


def _glyphs(goals: Sequence[Goal], look: Look) -> list[Glyph]:
    """The legend in words: only what occurs."""
    say, colours = words(look.lang), look.palette
    aims = {goal.planned for goal in goals if goal.target is not None}
    found = [
        (
            any(g.baseline is not None for g in goals),
            Glyph("dot", say("target_bullet.baseline"), colours.national),
        ),
        (False in aims, Glyph("ring", say("target_bullet.target"), colours.target)),
        (True in aims, Glyph("open-bar", say("target_bullet.planned"), colours.planned)),
    ]
    return [glyph for there, glyph in found if there]


def _draw_rows(board: Board, rows: list[Row], height: float) -> None:
    """The rows below each other with what is left as air between them, but never so much that they fall apart."""
    if not rows:
        return
    gap = min((height - sum(row.height for row in rows)) / len(rows), rows[0].size * 3)
    y = gap / 2 if len(rows) > 1 else (height - rows[0].height) * 0.4
    for number, row in enumerate(rows):
        if number:
            board.line(
                [(0, y - gap / 2), (board.room.width, y - gap / 2)], board.look.palette.border, width=0.7
            )
        (_draw_stacked if row.stacked else _draw_across)(board, row, y)
        y += row.height + gap


def _draw_across(board: Board, row: Row, y: float) -> None:
    """Name, line and words side by side, each in the middle of the row's height."""
    width = board.room.width
    last = width * (1 - SHARE_OF_WORDS)
    middle = y + row.height / 2
    line = middle + (row.above_line - row.below_line) * 0.3
    _draw_name(board, row, middle - row.height_of_name / 2)
    _draw_line(board, row, line, width * SHARE_OF_NAME + row.size * 1.5, last - row.size * 2)
    _draw_words(board, row, last, middle - row.height_of_words / 2)


def _draw_stacked(board: Board, row: Row, y: float) -> None:
    _draw_name(board, row, y)
    y += row.height_of_name + row.size * 0.3 + row.above_line
    _draw_line(board, row, y, 0, board.room.width)
    _draw_words(board, row, 0, y + row.below_line + row.size * 0.4)


def _draw_name(board: Board, row: Row, y: float) -> None:
    if row.name:
        y += board.text(0, y, row.name, row.size, bold=True)
    if row.owner:
        board.text(0, y, row.owner, row.small, board.look.palette.muted)


def _draw_words(board: Board, row: Row, x: float, y: float) -> None:
    if row.notes:
        y += board.text(x, y, row.notes, row.small, board.look.palette.muted)
    if row.verdict:
        board.text(x, y, row.verdict, row.small, bold=True)


def _draw_line(board: Board, row: Row, y: float, x0: float, x1: float) -> None:
    """The row's own scale with its ends labelled, and the marks on it; from end to end where there is no scale."""
    goal, size, colours = row.goal, row.size, board.look.palette
    if goal.target is None and goal.baseline is None:
        text = words(board.look.lang)("target_bullet.no_number")
        board.text(x0, y, text, size, colours.muted, level="middle")
        return
    if goal.top is None:
        _draw_marks(board, row, y, x0 + size, x1 - size, {goal.target: 1.0, goal.baseline: 0.0})
        return
    end = amount(goal.top, goal.unit, board.look.lang)
    x0, x1 = x0 + size * 1.3, x1 - measure.width(end, row.small) - size * 0.9
    board.line([(x0, y), (x1, y)], colours.border, width=1.5)
    board.text(x0 - size * 0.7, y, "0", row.small, colours.muted, side=LEFT_OF, level="middle")
    board.text(x1 + size * 0.7, y, end, row.small, colours.muted, side=RIGHT_OF, level="middle")
    top = goal.top
    _draw_marks(board, row, y, x0, x1, {v: v / top for v in (goal.baseline, goal.target) if v is not None})


def _draw_marks(
    board: Board, row: Row, y: float, x0: float, x1: float, shares: Mapping[float | None, float]
) -> None:
    """The way from the baseline to the target, both marks, and their values."""
    goal, size, colours = row.goal, row.size, board.look.palette
    start, end = (
        None if value is None else x0 + (x1 - x0) * shares[value] for value in (goal.baseline, goal.target)
    )
    if goal.planned and end is not None:
        _draw_plan(board, x0, y, end - x0, size)
    elif start is not None and end is not None:
        board.line([(start, y), (end, y)], colours.target, width=2)
    if start is not None:
        board.dot(start, y, size * 0.46, colours.national)
        x = _inside(start, goal.baseline_text, size, x0, x1)
        board.text(x, y + size * 0.65, goal.baseline_text, size, bold=True, side=CENTRE)
    if end is not None:
        if not goal.planned:
            board.dot(end, y, size * 0.46, colours.surface, colours.target, 2.2)
        ink, x = "" if goal.planned else colours.target_text, _inside(end, goal.target_text, size, x0, x1)
        board.text(x, y - size * 0.65, goal.target_text, size, ink, bold=True, side=CENTRE, level="bottom")
    place = start if end is None else end
    if place is not None:
        board.point(place, y, goal.id, goal.hover)


def _draw_plan(board: Board, x: float, y: float, width: float, size: float) -> None:
    """A planned amount: a hatched bar with a dashed outline, unlike any result or target."""
    colours = board.look.palette
    high = size * 0.7
    board.figure.add_scatter(
        x=[x, x + width, x + width, x, x], y=[y - high / 2, y - high / 2, y + high / 2, y + high / 2, y - high / 2],
        mode="lines", line=dict(color=colours.planned, width=1.3, dash="dot"), fill="toself", hoverinfo="skip", cliponaxis=False,
        fillpattern=dict(shape="\\", fgcolor=colours.planned, bgcolor=colours.surface, size=6, solidity=0.14), name="planned",
    )  # fmt: skip


def _inside(x: float, text: str, size: float, x0: float, x1: float) -> float:
    """The middle of a value near its mark, kept between the ends of the scale."""
    half = measure.width(text, size, bold=True) / 2
    return min(max(x, x0 - size + half), max(x1 + size - half, x0 - size + half))
