"""Target bullet: each target as a line from its baseline to where it wants to be, and whether it can be judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from components import captions, measure, scales
from components.board import LEADING, LEFT_OF, RIGHT_OF, Board, Glyph, draw_legend, legend_height
from components.labels import amount, clean, period, place
from components.sheet import sheet
from components.theme import Look
from components.wording import Words, words
from datasets import periods
from datasets.records import Records
from datasets.texts import Text

SCALES = (1.3, 1.2, 1.1, 1.0, 0.94, 0.88, 0.82, 0.76, 0.72)
SHARE_OF_NAME, SHARE_OF_WORDS = 0.29, 0.31
SLACK = 1.15  # a scale ends beyond its target, so that the mark stands on it and not at its end


@dataclass(frozen=True)
class _Goal:
    """One row in words. ``top`` is the end of its own scale, None where a scale would say nothing."""

    id: str
    name: str
    owner: str
    unit: Text
    baseline: float | None
    baseline_text: str
    target: float | None
    target_text: str
    notes: tuple[str, ...]
    verdict: str
    planned: bool
    top: float | None

    def untitled(self, title: str) -> _Goal:
        """The same without its name, where the sheet already says it."""
        return replace(self, name="") if self.name == title else self


@dataclass(frozen=True)
class _Row:
    """A goal with its texts broken for the columns it stands in, at a type size."""

    goal: _Goal
    name: list[str]
    owner: list[str]
    notes: list[str]
    verdict: list[str]
    size: float
    stacked: bool

    @property
    def small(self) -> float:
        return self.size * 0.84

    @property
    def height_of_name(self) -> float:
        return len(self.name) * self.size * LEADING + len(self.owner) * self.small * LEADING

    @property
    def height_of_words(self) -> float:
        return (len(self.notes) + len(self.verdict)) * self.small * LEADING

    @property
    def above_line(self) -> float:
        return self.size * (0.9 if self.goal.target is None else 2.0)

    @property
    def below_line(self) -> float:
        return self.size * (0.9 if self.goal.baseline is None else 2.0)

    @property
    def height(self) -> float:
        if self.stacked:
            return (
                self.height_of_name
                + self.above_line
                + self.below_line
                + self.height_of_words
                + self.size * 0.7
            )
        return max(
            self.height_of_name,
            2 * max(self.above_line, self.below_line) - self.size * 0.6,
            self.height_of_words,
        )


def target_bullet(records: Records, look: Look, *, today: date | None = None, title: str = "") -> go.Figure:
    """Every target as a line: filled mark where it starts, hollow mark where it wants to be, with values and dates.

    Each row has its own scale from zero, shares 0–100 %, so different units never share an axis; ranks have none. The
    verdict says why a target cannot be judged. Planned amounts are dashed bars, not targets. With ``today`` a target
    date that has passed is marked. Rows that find no room at a readable size are counted below.
    """
    say, figure = words(look.lang), go.Figure()
    goals = [_goal(row, records, say, today) for _, row in records.frame.iterrows()]
    alone = goals[0].name if len(goals) == 1 else ""
    heading = captions.of_records(records, look, title or alone or say(f"table.{records.kind}"))
    room = sheet(figure, heading, look)
    board, glyphs, small = Board(figure, look, room), _legend(goals, look, say), look.size.type(0.8)
    legend = legend_height(glyphs, room.width, small) + small * 0.5
    height = room.height - legend
    rows = _fit([g.untitled(heading.title) for g in goals], look, room.width, height)
    if len(rows) < len(goals):
        height -= small * LEADING
        board.text(0, height, say("target_bullet.more", n=len(goals) - len(rows)), small, look.palette.muted)
    _draw_rows(board, rows, height)
    draw_legend(board, glyphs, room.height - legend + small * 0.5, small)
    return board.finish()


def _goal(row: pd.Series, records: Records, say: Words, today: date | None) -> _Goal:
    unit, planned = Text(row["unit_ko"], row["unit_en"]), row["status"] == "planned"
    baseline, target = _number(row["baseline"]), _number(row["target"])
    owner = clean(records.names[row["owner"]][say.lang]) if row["owner"] in records.names else ""
    decision = say(f"decision.{row['decision']}") if row["decision"] else ""
    return _Goal(
        id=row["id"],
        name=clean(row[say.lang]),
        owner=" · ".join(filter(None, [owner, decision, place(row["where"], say.lang)])),
        unit=unit,
        baseline=baseline,
        baseline_text=""
        if baseline is None
        else amount(baseline, unit, say.lang, None, row["baseline_qualifier"]),
        target=target,
        target_text="" if target is None else amount(target, unit, say.lang, None, row["target_qualifier"]),
        notes=tuple(filter(None, [_start(row, say), _end(row, say, planned, today)])),
        verdict="" if planned else say("target_bullet.undecided", reasons=", ".join(_reasons(row, say))),
        planned=planned,
        top=_top(row["nature"], baseline, target),
    )


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _top(nature: str, baseline: float | None, target: float | None) -> float | None:
    """Where a row's scale ends: 100 for a share, else the next round number; none for a rank."""
    values = [v for v in (baseline, target) if v is not None]
    if not values or nature == "rank" or min(values) < 0 or max(values) == 0:
        return None
    if nature == "share" and max(values) <= 100:
        return 100.0
    return scales.end_above(max(values) * SLACK)


def _start(row: pd.Series, say: Words) -> str:
    """When and by which survey the baseline was measured."""
    if pd.isna(row["baseline"]):
        return ""
    when = period(row["baseline_period"], say.lang) if row["baseline_period"] else say("period.unstated")
    survey = clean(row[f"baseline_survey_{say.lang}"])
    return " · ".join(filter(None, [say("target_bullet.since", period=when), survey]))


def _end(row: pd.Series, say: Words, planned: bool, today: date | None) -> str:
    """When the target is due; a plan has a period instead."""
    text = row["target_period"]
    if not text:
        return say("period.unstated") if planned else ""  # the verdict says it of a target
    if planned:
        return say("target_bullet.in_period", period=period(text, say.lang))
    past = today is not None and periods.parse(text).end < today
    return say("target_bullet.past" if past else "target_bullet.until", period=period(text, say.lang))


def _reasons(row: pd.Series, say: Words) -> list[str]:
    """What is missing before progress could be judged. The tables hold no later value of the baseline's survey yet."""
    missing = [say("target_bullet.no_number")] if pd.isna(row["target"]) else []
    missing += [say("target_bullet.no_baseline")] if pd.isna(row["baseline"]) else []
    missing += [] if row["target_period"] else [say("chart.unstated_year")]
    return missing if pd.isna(row["baseline"]) else [*missing, say("target_bullet.no_later")]


def _legend(goals: list[_Goal], look: Look, say: Words) -> list[Glyph]:
    """Only the marks that occur."""
    colours = look.palette
    found = [
        (
            any(g.baseline is not None for g in goals),
            Glyph("dot", say("target_bullet.baseline"), colours.national),
        ),
        (
            any(g.target is not None and not g.planned for g in goals),
            Glyph("ring", say("target_bullet.target"), colours.target),
        ),
        (
            any(g.target is not None and g.planned for g in goals),
            Glyph("open-bar", say("target_bullet.planned"), colours.planned),
        ),
    ]
    return [glyph for there, glyph in found if there]


def _fit(goals: list[_Goal], look: Look, width: float, height: float) -> list[_Row]:
    """The rows at the largest type size at which all find room; as many as do at the smallest.

    Alone or on a narrow sheet a target stands stacked: name, line, words; otherwise these stand side by side.
    """
    stacked = len(goals) == 1 or width < 42 * look.size.base
    rows: list[_Row] = []
    for arranged in (stacked,) if look.narrow else (stacked, not stacked):
        for scale in SCALES:
            rows = [_row(goal, width, look.size.base * 0.9 * scale, arranged) for goal in goals]
            if _natural(rows) <= height:
                return rows
    while rows and _natural(rows) > height - rows[0].size * 1.5:
        rows.pop()
    return rows


def _natural(rows: list[_Row]) -> float:
    return sum(row.height for row in rows) + sum(row.size * 0.7 for row in rows[1:])


def _row(goal: _Goal, width: float, size: float, stacked: bool) -> _Row:
    first = width if stacked else width * SHARE_OF_NAME
    last = width if stacked else width * SHARE_OF_WORDS
    return _Row(
        goal,
        measure.wrap(goal.name, first, size, bold=True, most=4) if goal.name else [],
        measure.wrap(goal.owner, first, size * 0.84, most=3) if goal.owner else [],
        [line for note in goal.notes for line in measure.wrap(note, last, size * 0.84, most=4)],
        measure.wrap(goal.verdict, last, size * 0.84, bold=True, most=5) if goal.verdict else [],
        size,
        stacked,
    )


def _draw_rows(board: Board, rows: list[_Row], height: float) -> None:
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


def _draw_across(board: Board, row: _Row, y: float) -> None:
    """Name, line and words side by side, each in the middle of the row's height."""
    width = board.room.width
    last = width * (1 - SHARE_OF_WORDS)
    middle = y + row.height / 2
    line = middle + (row.above_line - row.below_line) * 0.3
    _draw_name(board, row, middle - row.height_of_name / 2)
    _draw_line(board, row, line, width * SHARE_OF_NAME + row.size * 1.5, last - row.size * 2)
    _draw_words(board, row, last, middle - row.height_of_words / 2)


def _draw_stacked(board: Board, row: _Row, y: float) -> None:
    _draw_name(board, row, y)
    y += row.height_of_name + row.size * 0.3 + row.above_line
    _draw_line(board, row, y, 0, board.room.width)
    _draw_words(board, row, 0, y + row.below_line + row.size * 0.4)


def _draw_name(board: Board, row: _Row, y: float) -> None:
    if row.name:
        y += board.text(0, y, row.name, row.size, bold=True)
    if row.owner:
        board.text(0, y, row.owner, row.small, board.look.palette.muted)


def _draw_words(board: Board, row: _Row, x: float, y: float) -> None:
    if row.notes:
        y += board.text(x, y, row.notes, row.small, board.look.palette.muted)
    if row.verdict:
        board.text(x, y, row.verdict, row.small, bold=True)


def _draw_line(board: Board, row: _Row, y: float, x0: float, x1: float) -> None:
    """The row's own scale with its ends labelled, and the marks on it."""
    goal, size, colours = row.goal, row.size, board.look.palette
    if goal.target is None and goal.baseline is None:
        board.text(
            x0, y, words(board.look.lang)("target_bullet.no_number"), size, colours.muted, level="middle"
        )
        return
    if goal.top is None:
        _draw_marks(board, row, y, x0 + size, x1 - size, lambda value: 0.0 if value == goal.baseline else 1.0)
        return
    end = amount(goal.top, goal.unit, board.look.lang)
    x0, x1 = x0 + size * 1.3, x1 - measure.width(end, row.small) - size * 0.9
    board.line([(x0, y), (x1, y)], colours.border, width=1.5)
    board.text(x0 - size * 0.7, y, "0", row.small, colours.muted, side=LEFT_OF, level="middle")
    board.text(x1 + size * 0.7, y, end, row.small, colours.muted, side=RIGHT_OF, level="middle")
    top = goal.top
    _draw_marks(board, row, y, x0, x1, lambda value: value / top)


def _draw_marks(
    board: Board, row: _Row, y: float, x0: float, x1: float, share: Callable[[float], float]
) -> None:
    goal, size, colours = row.goal, row.size, board.look.palette
    reach, radius = x1 - x0, size * 0.46
    at = {value: x0 + reach * share(value) for value in (goal.baseline, goal.target) if value is not None}
    if goal.planned and goal.target is not None:
        _draw_plan(board, x0, y, at[goal.target] - x0, size)
    elif goal.baseline is not None and goal.target is not None:
        board.line([(at[goal.baseline], y), (at[goal.target], y)], colours.target, width=2)
    if goal.baseline is not None:
        board.dot(at[goal.baseline], y, radius, colours.national)
        _label(
            board, at[goal.baseline], y + size * 0.65, goal.baseline_text, size, colours.text, x0, x1, "top"
        )
    if goal.target is not None:
        if not goal.planned:
            board.dot(at[goal.target], y, radius, colours.surface, colours.target, 2.2)
        ink = colours.text if goal.planned else colours.target_text
        _label(board, at[goal.target], y - size * 0.65, goal.target_text, size, ink, x0, x1, "bottom")
    hover = f"{goal.name}: {' → '.join(filter(None, [goal.baseline_text, goal.target_text]))}"
    board.point(list(at.values())[-1], y, goal.id, hover)


def _draw_plan(board: Board, x: float, y: float, width: float, size: float) -> None:
    """A planned amount: a hatched bar with a dashed outline, unlike any result or target."""
    colours = board.look.palette
    high = size * 0.7
    board.figure.add_scatter(
        x=[x, x + width, x + width, x, x], y=[y - high / 2, y - high / 2, y + high / 2, y + high / 2, y - high / 2],
        mode="lines", line=dict(color=colours.planned, width=1.3, dash="dot"), fill="toself", hoverinfo="skip", cliponaxis=False,
        fillpattern=dict(shape="\\", fgcolor=colours.planned, bgcolor=colours.surface, size=6, solidity=0.14), name="planned",
    )  # fmt: skip


def _label(
    board: Board, x: float, y: float, text: str, size: float, colour: str, x0: float, x1: float, level: str
) -> None:
    """A value at its mark, kept between the ends of the scale."""
    half = measure.width(text, size, bold=True) / 2
    x = min(max(x, x0 - size + half), max(x1 + size - half, x0 - size + half))
    board.text(x, y, text, size, colour, bold=True, side="center", level=level)
