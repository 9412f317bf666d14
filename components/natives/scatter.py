"""Scatter as a scatter: the gray regions one series, each lit one its own, with the nation and the line drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from components.contents.ledger import ledger_of
from components.contents.pairs import Pairs, heading, notes, pairs_of, refusal, sides_of, told
from components.contents.panels import MOST_NAMED
from components.contents.readings import Readings
from components.labels import clean
from components.layouts.scatter import names_of, plot_of, quiet_of
from components.lit import Lit
from components.natives import Fact, Native, Plot, Series, axes
from components.natives.points import symbol_of
from components.natives.tables import of_rows
from components.sheet import room
from components.theme import Look
from components.wording import Words, words
from datasets.view import View


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """Points as drawn; where a scatter would mislead the reason and the values side by side."""
    sides, say = sides_of(view, look), words(look.lang)
    if why := refusal(sides, say):
        return (refused(view, sides, why, look, lit),)
    pairs = pairs_of(view, look, sides, lit)
    names, lacking = _named(view, pairs, look), _lacking(view, pairs, say)
    x, y = (axes.title(side.indicator, side.when, look.lang) for side in (pairs.x, pairs.y))
    return (
        Plot(
            "scatter",
            (),
            tuple(_series(view, pairs, names, look, lit)),
            number_format=axes.FREE,
            x_title=x,
            y_title=y,
            from_zero=False,
            notes=(told(pairs, say), *notes(pairs, say), *lacking),
        ),
    )


def refused(view: View, sides: Sequence[Readings], why: str, look: Look, lit: Collection[str]) -> Native:
    """The values that a drawing would say too much of, in official order, under the reason."""
    say, ledger = words(look.lang), ledger_of(view, sides, look, lit)
    if not ledger.entries:
        return Fact(clean(sides[0].title), say("missing.none"), (clean(why),))
    rows = [(entry.name, *entry.texts) for entry in ledger.entries]
    ours = [at for at, entry in enumerate(ledger.entries) if entry.mark]
    return of_rows((say("column.region"), *ledger.heads), rows, lit=ours, notes=[why])


def _lacking(view: View, pairs: Pairs, say: Words) -> list[str]:
    """The regions without both values by name; very many go unnamed, for the heading counts those that have them."""
    names = [view.name(region.code, say.lang) for region in view.regions if region.code in pairs.lacking]
    return [f"{say('scatter.lacking')} {say.list(names)}"] if 0 < len(names) <= MOST_NAMED else []


def _named(view: View, pairs: Pairs, look: Look) -> set[int]:
    """The points whose names find room in the drawing right beside them, and the lit ones always."""
    space = room(heading(view, look), look)
    plot = plot_of(pairs, look, space.width, space.height)
    written = names_of(pairs, plot, look, (), quiet_of(pairs, plot))
    return {each.at for each in written if pairs.points[each.at].mark or not each.place.leader}


def _series(view: View, pairs: Pairs, named: set[int], look: Look, lit: Collection[str]) -> list[Series]:
    """The gray points, the line, the nation, and the lit regions on top."""
    say, grouped = words(look.lang), _grouped(pairs, lit)
    gray = [_points(say("trend.others"), grouped.pop(""), pairs, named, look)] if "" in grouped else []
    lit_ones = [_points(view.name(c, look.lang), at, pairs, named, look) for c, at in grouped.items()]
    return [*gray, *_line(pairs, say, look), *_nation(pairs, look), *lit_ones]


def _grouped(pairs: Pairs, lit: Collection[str]) -> dict[str, list[int]]:
    """The points by whom they stand out for: a region, or the group that was chosen; the gray ones by nobody."""
    owner, found = lit.owner if isinstance(lit, Lit) else {}, {}
    for at, pair in enumerate(pairs.points):
        code = pair.x.code
        found.setdefault(owner.get(code, code) if pair.mark else "", []).append(at)
    return found


def _points(name: str, places: Sequence[int], pairs: Pairs, named: set[int], look: Look) -> Series:
    points, colours = [pairs.points[at] for at in places], look.palette
    mark = points[0].mark
    colour = mark.colour if mark else colours.others
    symbol = mark.symbol if mark else "circle"
    return Series(
        clean(name),
        tuple(float(point.y.value) for point in points),
        colour,
        texts=tuple(clean(p.name) if at in named else "" for at, p in zip(places, points, strict=True)),
        colours=tuple(colours.target if point.ahead == "target" else colour for point in points),
        hollow=tuple(bool(point.ahead) for point in points),
        x=tuple(float(point.x.value) for point in points),
        names=tuple(clean(point.name) for point in points),
        symbol=symbol_of(symbol),
    )


def _nation(pairs: Pairs, look: Look) -> list[Series]:
    """The nation as a cross, where it is a middle of regions."""
    if pairs.nation is None or pairs.x.nation is None:
        return []
    name, (x, y) = clean(pairs.x.nation.name), pairs.nation
    colour = look.palette.national
    return [Series(name, (y,), colour, texts=(name,), x=(x,), names=(name,), symbol="cross")]


def _line(pairs: Pairs, say: Words, look: Look) -> list[Series]:
    """The ends of the line of least squares inside the values; none where chance would do the same."""
    if pairs.line is None:
        return []
    xs, ys = pairs.columns
    ends = [min(xs), max(xs)]
    if pairs.line.slope:
        edges = [(y - pairs.line.intercept) / pairs.line.slope for y in (min(ys), max(ys))]
        ends = [max(ends[0], min(edges)), min(ends[1], max(edges))]
    name, values = say("native.line"), tuple(float(pairs.line.at(x)) for x in ends)
    return [
        Series(name, values, look.palette.others, x=tuple(map(float, ends)), names=("", ""), symbol="none")
    ]
