"""Target bullet: each target as a line from its baseline to where it wants to be, and how it is judged, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import plotly.graph_objects as go

from components import captions, measure
from components.board import CENTRE, LEADING, LEFT_OF, RIGHT_OF, Board
from components.charts.signs import draw_sign
from components.contents.goals import BASELINE, LATEST, TARGET, Goal, Mark, goals_of
from components.labels import amount
from components.layouts.target_bullet import AIR, LINE, Row, fit, natural, rows_of, sign
from components.legend import Glyph, draw_legend, legend_height
from components.sheet import Heading, sheet
from components.sheet import room as room_of
from components.theme import Look
from components.wording import words
from datasets.records import Records


def target_bullet(records: Records, look: Look, *, title: str = "") -> go.Figure:
    """Every target below its owner: filled marks where it starts and is today, a hollow one where it wants to be.

    Each row has its own scale from zero, shares 0–100 %, so different units never share an axis; ranks have none, and a
    single figure needs none. A figure of another survey is written beside and never drawn. The verdict says why a
    target cannot be judged. Planned amounts are dashed bars, not targets.
    """
    figure, goals = go.Figure(), goals_of(records, words(look.lang))
    heading = _heading(records, goals, look, title)
    board = Board(figure, look, sheet(figure, heading, look))
    glyphs, width, small = _glyphs(goals, look), board.room.width, look.size.type(0.8)
    legend = legend_height(glyphs, width, small) + small * 0.5
    height = board.room.height - legend
    rows = fit([goal.untitled(heading.title) for goal in goals], look, width, height)
    if len(rows) < len(goals):
        height -= small * LEADING
        more = words(look.lang)("target_bullet.more", n=len(goals) - len(rows))
        board.text(0, height, measure.shorten(more, width, small), small, look.palette.muted)
    _draw_rows(board, rows, height)
    draw_legend(board, glyphs, board.room.height - legend + small * 0.5, small)
    return board.finish()


def height_for(records: Records, look: Look, title: str = "") -> int:
    """How high a sheet of this width must be to hold every target at its ordinary type size."""
    goals = goals_of(records, words(look.lang))
    heading = _heading(records, goals, look, title)
    space, small = room_of(heading, look), look.size.type(0.8)
    around = look.size.height - space.height + legend_height(_glyphs(goals, look), space.width, small) + small
    rows = rows_of([goal.untitled(heading.title) for goal in goals], look, space.width)
    return ceil(around + natural(rows) + look.size.base)


def _heading(records: Records, goals: Sequence[Goal], look: Look, title: str) -> Heading:
    alone = goals[0].name if len(goals) == 1 else ""
    return captions.of_records(records, look, title or alone or words(look.lang)(f"table.{records.kind}"))


def _glyphs(goals: Sequence[Goal], look: Look) -> list[Glyph]:
    """The legend in words: only what occurs."""
    say, colours = words(look.lang), look.palette
    aims = {goal.planned for goal in goals if goal.mark(TARGET)}
    found = [
        (_has(goals, BASELINE, ahead=False), Glyph("dot", say("target_bullet.baseline"), colours.national)),
        (_has(goals, BASELINE, ahead=True), Glyph("ring", say("target_bullet.ahead"), colours.planned)),
        (_has(goals, LATEST), Glyph("dot", say("target_bullet.latest"), colours.link)),
        (False in aims, Glyph("ring", say("target_bullet.target"), colours.target)),
        (True in aims, Glyph("open-bar", say("target_bullet.planned"), colours.planned)),
    ]
    return [glyph for there, glyph in found if there]


def _has(goals: Sequence[Goal], kind: str, ahead: bool | None = None) -> bool:
    return any(goal.mark(kind) and ahead in (None, goal.ahead) for goal in goals)


def _draw_rows(board: Board, rows: list[Row], height: float) -> None:
    """The rows below each other with what is left as air between them, but never so much that they fall apart."""
    if not rows:
        return
    least = rows[0].size * AIR
    gap = min((height - sum(row.height for row in rows)) / len(rows), max(rows[0].size * 2.4, least))
    y = gap / 2 if len(rows) > 1 else (height - rows[0].height) * 0.3
    for number, row in enumerate(rows):
        if number:
            strong = bool(row.owner)
            colour = board.look.palette.muted if strong else board.look.palette.border
            board.line(
                [(0, y - gap / 2), (board.room.width, y - gap / 2)], colour, width=0.9 if strong else 0.7
            )
        if row.owner:
            board.text(0, y, row.owner, row.size, board.look.palette.muted, bold=True)
        (_draw_stacked if row.columns.stacked else _draw_across)(board, row, y + row.head)
        y += row.height + gap


def _draw_across(board: Board, row: Row, y: float) -> None:
    """Name, line and words side by side, all beginning at the top of the row; the line in its middle."""
    columns, high = row.columns, row.height - row.head
    _draw_name(board, row, y)
    x, width = columns.line
    spare = max(high - row.above_line - row.below_line, 0)
    _draw_line(board, row, y + row.above_line + min(spare / 2, row.size), x, x + width)
    _draw_words(board, row, y)


def _draw_stacked(board: Board, row: Row, y: float) -> None:
    _draw_name(board, row, y)
    y += row.height_of_name + row.above_line
    _draw_line(board, row, y, 0, board.room.width)
    _draw_words(board, row, y + row.below_line + row.size * 0.25)


def _draw_name(board: Board, row: Row, y: float) -> None:
    x = row.columns.name[0]
    if row.name:
        y += board.text(x, y, row.name, row.size, bold=True)
    if row.about:
        board.text(x, y, row.about, row.small, board.look.palette.muted)


def _draw_words(board: Board, row: Row, y: float) -> None:
    """The verdict with its sign, and the notes below it or beside."""
    (x, _), colours, verdict = row.columns.verdict, board.look.palette, row.goal.verdict
    if verdict and row.verdict:
        judged = verdict.status != "unjudged"
        draw_sign(board, verdict.status, x + row.small * 0.5, y + row.small * LEADING / 2, row.small)
        board.text(
            x + sign(row.small), y, row.verdict, row.small, "" if judged else colours.muted, bold=judged
        )
    if row.notes:
        y += row.height_of_verdict + row.below_verdict if row.columns.together else 0
        board.text(row.columns.notes[0], y, row.notes, row.small, colours.muted)


def _draw_line(board: Board, row: Row, y: float, x0: float, x1: float) -> None:
    """The row's own scale with its ends labelled, and the marks on it; a single figure stands alone."""
    goal, size, colours = row.goal, row.size, board.look.palette
    if not goal.marks:
        text = words(board.look.lang)("target_bullet.no_number")
        board.text(x0, y, text, size, colours.muted, level="middle")
        board.point(x0 + size, y, goal.id, goal.hover)
        return
    if goal.bare:
        _draw_bare(board, row, y, x0 + size * LINE)
        return
    if goal.top is None:
        _draw_marks(board, row, y, x0 + size * LINE, x1 - size * LINE)
        return
    end = amount(goal.top, goal.unit, board.look.lang)
    x0, x1 = x0 + size * LINE, x1 - measure.width(end, row.small) - size * 1.1
    board.line([(x0, y), (x1, y)], colours.border, width=1.5)
    board.text(x0 - size * 0.7, y, "0", row.small, colours.muted, side=LEFT_OF, level="middle")
    board.text(x1 + size * 0.9, y, end, row.small, colours.muted, side=RIGHT_OF, level="middle")
    _draw_marks(board, row, y, x0, x1)


def _draw_bare(board: Board, row: Row, y: float, x: float) -> None:
    """The only figure of a goal: its mark and its value, without a line that would say nothing."""
    goal, size, (mark,) = row.goal, row.size, row.goal.marks
    if goal.planned:
        _draw_plan(board, x - size * 0.5, y, size * 2, size)
        x += size * 1.3
    else:
        _draw_dot(board, goal, mark, x, y, size)
    board.text(x + size * 0.8, y, mark.text, size, _ink(board, goal, mark), bold=True, level="middle")
    board.point(x, y, goal.id, goal.hover)


def _draw_marks(board: Board, row: Row, y: float, x0: float, x1: float) -> None:
    """The way from the baseline over today to the target, the marks, and their values above and below."""
    goal, size, colours = row.goal, row.size, board.look.palette
    places = {mark.kind: x0 + (x1 - x0) * mark.share for mark in goal.marks}
    if goal.planned and TARGET in places:
        start = places[BASELINE] + size * 0.55 if BASELINE in places else x0  # hatches lie above marks
        _draw_plan(board, start, y, places[TARGET] - start, size)
    elif BASELINE in places and TARGET in places:
        board.line([(places[BASELINE], y), (places[TARGET], y)], colours.target, width=2)
    if BASELINE in places and LATEST in places:
        board.line([(places[BASELINE], y), (places[LATEST], y)], colours.link, width=3)
    for mark in goal.marks:
        if not (goal.planned and mark.kind == TARGET):
            _draw_dot(board, goal, mark, places[mark.kind], y, size)
    _write_values(
        board, row, y, {kind: _inside(x, goal.mark(kind), size, x0, x1) for kind, x in places.items()}
    )
    place = places.get(TARGET, x0)
    board.point(place, y, goal.id, goal.hover)


def _write_values(board: Board, row: Row, y: float, places: dict[str, float]) -> None:
    """The target above its mark, the baseline below; today's value wherever it meets neither."""
    goal, size = row.goal, row.size
    sides = {TARGET: -1, BASELINE: 1}
    if LATEST in places:
        free = [
            side for kind, side in sides.items() if kind not in places or not _meet(goal, places, kind, size)
        ]
        sides |= {LATEST: free[0]} if free else {}
    for mark in goal.marks:
        if mark.kind in sides:
            side = sides[mark.kind]
            level = "bottom" if side < 0 else "top"
            ink = _ink(board, goal, mark)
            board.text(
                places[mark.kind],
                y + side * size * 0.65,
                mark.text,
                size,
                ink,
                bold=True,
                side=CENTRE,
                level=level,
            )


def _meet(goal: Goal, places: dict[str, float], kind: str, size: float) -> bool:
    """Whether today's value would run into that of another mark."""
    pair = [goal.mark(each) for each in (LATEST, kind)]
    half = sum(measure.width(mark.text, size, bold=True) for mark in pair if mark) / 2
    return abs(places[LATEST] - places[kind]) < half + size * 0.4


def _ink(board: Board, goal: Goal, mark: Mark) -> str:
    colours = board.look.palette
    if mark.kind == TARGET:
        return "" if goal.planned else colours.target_text
    return colours.link if mark.kind == LATEST else ""


def _draw_dot(board: Board, goal: Goal, mark: Mark, x: float, y: float, size: float) -> None:
    """A filled mark for what was measured, a hollow one for a target and for a start that is itself a plan."""
    colours = board.look.palette
    if mark.kind == TARGET:
        board.dot(x, y, size * 0.46, colours.surface, colours.target, 2.2)
    elif mark.kind == BASELINE and goal.ahead:
        board.dot(x, y, size * 0.46, colours.surface, colours.planned, 1.8)
    else:
        board.dot(x, y, size * 0.46, colours.link if mark.kind == LATEST else colours.national)


def _draw_plan(board: Board, x: float, y: float, width: float, size: float) -> None:
    """A planned amount: a hatched bar with a dashed outline, unlike any result or target."""
    colours = board.look.palette
    high = size * 0.7
    board.figure.add_scatter(
        x=[x, x + width, x + width, x, x], y=[y - high / 2, y - high / 2, y + high / 2, y + high / 2, y - high / 2],
        mode="lines", line=dict(color=colours.planned, width=1.3, dash="dot"), fill="toself", hoverinfo="skip", cliponaxis=False,
        fillpattern=dict(shape="\\", fgcolor=colours.planned, bgcolor=colours.surface, size=6, solidity=0.14), name="planned",
    )  # fmt: skip


def _inside(x: float, mark: Mark | None, size: float, x0: float, x1: float) -> float:
    """The middle of a value near its mark, kept between the ends of the scale."""
    half = measure.width(mark.text if mark else "", size, bold=True) / 2
    return min(max(x, x0 - size + half), max(x1 + size - half, x0 - size + half))
