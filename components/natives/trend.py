"""Trend as lines in true time: a series for every stretch that may be joined, so that no break is bridged."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from components import absent, captions, measure
from components.board import LEADING
from components.charts.trend import MOST_UNSCALED
from components.contents.dots import MOST_TOLD
from components.contents.readings import AHEAD
from components.contents.series import Line, Point, lines_of
from components.labels import clean, period
from components.layouts.trend import has_no_scale, plot_of
from components.natives import Native, Plot, Series, axes
from components.natives.listing import listed
from components.natives.points import symbol_of
from components.sheet import room
from components.strokes import MOST_GRAY
from components.theme import Look
from components.wording import Words, words
from datasets import periods
from datasets.view import NATION, View

Times = dict[tuple[date, str], int]  # where each period stands among all
Texts = dict[tuple[str, date, str], str]  # what is written at the point of a region on a day and in a period


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """The drawn lines; results, plans and targets, and what counts differently since a break, are series of their own.

    A series is to be joined over periods in which its region gives no value.
    """
    lines = lines_of(view, look, lit or view.only)
    if has_no_scale(view) and len(lines) > MOST_UNSCALED:
        lines = [line for line in lines if line.mark and line.code != NATION]
    return (_plot(view, lines, look),) if lines else listed(view, look, lit)


def _plot(view: View, lines: Sequence[Line], look: Look) -> Plot:
    say, named = words(look.lang), _named(view, lines)
    shown = _shown(lines, named)
    found = sorted({(point.day, point.period) for line in shown for point in line.points})
    times = {key: at for at, key in enumerate(found)}
    told = _texts(view, shown, named, look)
    series = [each for line in shown for each in _series(line, times, told, look)]
    return Plot(
        "line",
        tuple(clean(period(name, look.lang)) for _, name in found),
        tuple(series),
        number_format=axes.number_format(view.indicator),
        y_title=axes.title(view.indicator, "", look.lang),
        days=tuple(_day(day, name).isoformat() for day, name in found),
        from_zero=axes.starts_at_zero(point.value for line in shown for point in line.points),
        notes=tuple(_notes(view, lines, shown, say)),
        scaled=not has_no_scale(view),
    )


def _day(day: date, name: str) -> date:
    """The middle of a year or a month as the same day in all of them, so that an axis can tell them as what they are."""
    precision = periods.parse(name).precision
    if precision == "year":
        return day.replace(month=7, day=1)
    return day.replace(day=15) if precision == "month" else day


def _named(view: View, lines: Sequence[Line]) -> list[Line]:
    """The lines with words at their end: as drawn, the lit ones and the nation; nobody lit, the outermost two."""
    marked, gray = [line for line in lines if line.mark], [line for line in lines if not line.mark]
    if has_no_scale(view):
        return list(lines)
    nation, lit = [m for m in marked if m.code == NATION], [m for m in marked if m.code != NATION]
    if lit and len(marked) <= MOST_TOLD:
        return marked
    ends = sorted(lit or gray, key=lambda line: line.last.value)
    return [*ends[:1], *ends[1:][-1:], *nation]


def _shown(lines: Sequence[Line], named: Sequence[Line]) -> list[Line]:
    """All lines, but of very many gray ones only those with a name: an office program cannot draw the others faint."""
    gray = [line for line in lines if not line.mark]
    return list(lines) if len(gray) <= MOST_GRAY else [line for line in lines if line.mark or line in named]


def _texts(view: View, lines: Sequence[Line], named: Sequence[Line], look: Look) -> Texts:
    """Name and value at the end of a line; without a scale every value that finds room above its point."""
    say = words(look.lang)
    ends = {_key(n, n.last): say("native.end", name=n.name, value=n.last.text) for n in named}
    return ends | _values(view, lines, look) if has_no_scale(view) else ends


def _key(line: Line, point: Point) -> tuple[str, date, str]:
    return line.code, point.day, point.period


def _values(view: View, lines: Sequence[Line], look: Look) -> Texts:
    """The values before the last, as in the drawing none over another."""
    space, size = room(captions.of_view(view, look), look), look.size.type(0.8)
    plot = plot_of(view, lines, lines, look, space.width, space.height)
    taken: list[tuple[float, float, float]] = []
    told: Texts = {}
    for line in lines:
        for point in line.points[:-1]:
            x, y, half = (
                plot.x(point.day),
                plot.y(point.value),
                measure.width(point.text, size) / 2 + size * 0.4,
            )
            if all(abs(x - tx) > half + th or abs(y - ty) > size * LEADING for tx, ty, th in taken):
                taken.append((x, y, half))
                told[_key(line, point)] = point.text
    return told


def _series(line: Line, times: Times, told: Texts, look: Look) -> list[Series]:
    """The stretches of a line, each under the name of its region and what sets it apart."""
    runs, say = line.runs(), words(look.lang)
    return [
        _run(line, points, times, told, look, _name(line, ahead, points, at, say))
        for at, (ahead, points) in enumerate(runs)
    ]


def _name(line: Line, ahead: bool, points: Sequence[Point], at: int, say: Words) -> str:
    if ahead:
        return say("native.ahead", name=line.name, status=say(f"status.{points[-1].status}"))
    if at:
        return say("native.after_break", name=line.name, period=period(points[0].period, say.lang))
    return line.name


def _run(line: Line, points: Sequence[Point], times: Times, told: Texts, look: Look, name: str) -> Series:
    """One stretch; what is ahead is dashed in its own colour, its points hollow, and begins at the last result."""
    colours, ahead = look.palette, points[-1].status in AHEAD
    colour = line.mark.colour if line.mark else colours.others
    if ahead:
        colour = colours.target if points[-1].status == "target" else colours.planned
    symbol = line.mark.symbol if line.mark else "circle" if len(points) == 1 else "none"
    at = {times[(point.day, point.period)]: point for point in points}
    held = [at.get(n) for n in range(len(times))]
    return Series(
        clean(name),
        tuple(point.value if point else None for point in held),
        colour,
        texts=tuple(_text(line, point, points, told) if point else "" for point in held),
        hollow=tuple(bool(point) and point.status in AHEAD for point in held),
        dashed=ahead or line.code == NATION,
        symbol=symbol_of(symbol),
    )


def _text(line: Line, point: Point, points: Sequence[Point], told: Texts) -> str:
    """What is written at a point; the result at which a plan begins is told where it belongs."""
    joint = points[-1].status in AHEAD and point.status not in AHEAD
    return "" if joint else clean(told.get(_key(line, point), ""))


def _notes(view: View, lines: Sequence[Line], shown: Sequence[Line], say: Words) -> list[str]:
    """What a reader must know: one date only, no scale, a break, regions without a value or left out."""
    broken = sorted({(b.day, b.period) for line in shown for _, b in line.breaks()})
    known = {line.code for line in lines}
    without = [region.code for region in view.regions if region.code not in known]
    notes = (
        [say("trend.one_period")] if len({point.day for line in lines for point in line.points}) == 1 else []
    )
    if has_no_scale(view):
        own = clean(view.indicator.incomparable[say.lang])
        notes.append(own if own and view.reach.k >= captions.FEWEST else say("trend.few"))
    elif without:
        notes.append(absent.named(view, without, say("missing.none"), (), say))
    if broken:
        told = [clean(each.reason[say.lang]) for each in view.indicator.breaks if each.reason[say.lang]]
        notes += told or [say("trend.break_note", periods=say.list([period(p, say.lang) for _, p in broken]))]
    left_out = len(lines) - len(shown)
    return notes + ([say("native.lines_left_out", n=left_out)] if left_out else [])
