"""Target bullet as bars of one unit, or as a table: where each target starts, is today and wants to be."""

from __future__ import annotations

from collections.abc import Sequence

from components.contents.goals import BASELINE, LATEST, TARGET, Goal, goals_of
from components.labels import clean, plain_decimals
from components.natives import Fact, Native, Plot, Series
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import Words, words
from datasets.records import Records

MOST = 4  # targets as bars, for each takes up to three, and their verdicts stand beside
LEFT, RIGHT = (0.0, 0.0, 0.48, 1.0), (0.5, 0.0, 0.5, 1.0)
PLAN = "plan"
Values = dict[tuple[str, str], float]  # a figure by the target's id and what it is


def native(records: Records, look: Look, *, title: str = "") -> tuple[Native, ...]:
    """Bars where all targets are counted in one unit and can have a scale, else the figures in words; and each verdict."""
    say = words(look.lang)
    goals = goals_of(records, say)
    if not goals:
        return (Fact(clean(title or say("table.targets")), say("missing.none")),)
    if not _share_an_axis(goals):
        return (_table(goals, say),)
    return _plot(goals, _values(records), look), _judged(goals, say)


def _share_an_axis(goals: Sequence[Goal]) -> bool:
    """Whether all are few figures of one unit; a rank, words, and a figure alone have no scale."""
    units = {(goal.unit.ko, goal.unit.en) for goal in goals}
    return len(units) == 1 and len(goals) <= MOST and all(g.top is not None and not g.bare for g in goals)


def _values(records: Records) -> Values:
    found = records.frame.to_dict("records")
    return {(row["id"], kind): float(row[kind]) for row in found for kind in (BASELINE, LATEST, TARGET)}


def _plot(goals: Sequence[Goal], values: Values, look: Look) -> Plot:
    """A group of bars a target; what is no result is hollow, and targets never have the colour of results."""
    say, colours = words(look.lang), look.palette
    series = [
        _series(goals, BASELINE, say("column.baseline"), colours.national, values, look),
        _series(goals, LATEST, say("target_bullet.latest"), colours.link, values, look),
        _series(goals, TARGET, say("target_bullet.target"), colours.target, values, look),
        _series(goals, PLAN, say("target_bullet.planned"), colours.planned, values, look),
    ]
    shown = [each for each in series if any(value is not None for value in each.values)]
    decimals = max(plain_decimals(v) for each in shown for v in each.values if v is not None)
    return Plot(
        "bar",
        tuple(clean(" · ".join(filter(None, [goal.owner, goal.name]))) for goal in goals),
        tuple(shown),
        number_format="#,##0" + ("." + "0" * decimals if decimals else ""),
        x_title=clean(say("chart.unit", unit=clean(goals[0].unit[look.lang]))),
        box=LEFT,
    )


def _series(goals: Sequence[Goal], kind: str, name: str, colour: str, values: Values, look: Look) -> Series:
    """One kind of figure of all targets, none where a target has it not."""
    marks = [_mark(goal, kind) for goal in goals]
    ahead = [kind == BASELINE and goal.ahead for goal in goals]
    held = [(goal.id, TARGET if kind == PLAN else kind) for goal in goals]
    return Series(
        clean(name),
        tuple(values[key] if text else None for key, text in zip(held, marks, strict=True)),
        colour,
        texts=tuple(marks),
        colours=tuple(look.palette.planned if each else colour for each in ahead),
        hollow=tuple(kind in (TARGET, PLAN) or each for each in ahead),
    )


def _mark(goal: Goal, kind: str) -> str:
    """What is written at a figure; a planned amount is a plan and no target."""
    if (kind == PLAN and not goal.planned) or (kind == TARGET and goal.planned):
        return ""
    mark = goal.mark(TARGET if kind == PLAN else kind)
    return clean(mark.text) if mark else ""


def _judged(goals: Sequence[Goal], say: Words) -> Native:
    """How each target is judged, and what must be read beside its figures."""
    header = [say(f"column.{name}") for name in ("name", "pace", "note")]
    rows = [(g.name, g.verdict.text if g.verdict else "", " · ".join(g.notes)) for g in goals]
    return of_rows(header, rows, box=RIGHT)


def _table(goals: Sequence[Goal], say: Words) -> Native:
    header = ["owner", "name", "baseline", "latest", "target", "pace", "note"]
    rows = [_row(goal, say) for goal in goals]
    kept = [at for at in range(len(header)) if at == 1 or any(row[at] for row in rows)]
    return of_rows(
        [say(f"column.{header[at]}") for at in kept],
        [[row[at] for at in kept] for row in rows],
        numeric=[2 <= at <= 4 for at in kept],
    )


def _row(goal: Goal, say: Words) -> list[str]:
    """The figures in words; what is only planned says so."""
    start, now, end = (mark.text if (mark := goal.mark(k)) else "" for k in (BASELINE, LATEST, TARGET))
    plan = say("status.planned")
    start = say("readings.marked", text=start, word=plan) if start and goal.ahead else start
    end = say("readings.marked", text=end, word=plan) if end and goal.planned else end
    end = end or say("target_bullet.no_number")
    verdict = goal.verdict.text if goal.verdict else ""
    return [
        goal.owner,
        goal.name,
        start,
        now,
        end,
        verdict,
        " · ".join(filter(None, [goal.about, *goal.notes])),
    ]
