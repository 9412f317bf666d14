"""Pairs: what a scatter draws and says, taken from a View: the regions with both values, and how these go together."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from components import captions
from components.contents.readings import Reading, Readings, middle, readings
from components.labels import clean, number
from components.lit import Mark, marks
from components.sheet import Heading
from components.theme import Look
from components.wording import Words, words
from datasets.correlation import Correlation, Line, correlation, fitted
from datasets.view import View

FEWEST = 5  # regions with both values, below which nothing is drawn (DESIGN 3.7)
SURE = 0.05  # the p below which a line is drawn
MOST_TOLD = 5  # regions an alternative text names


@dataclass(frozen=True)
class Pair:
    """One region with both values. ``mark`` is None for the gray ones."""

    name: str
    x: Reading
    y: Reading
    mark: Mark | None = None

    @property
    def ahead(self) -> str:
        """The status of a value that has not happened, which makes the point hollow; empty for results."""
        return next((each.status for each in (self.x, self.y) if each.ahead), "")


@dataclass(frozen=True)
class Pairs:
    """The points, the national value of both (or none), and how the results among the points go together."""

    x: Readings
    y: Readings
    points: tuple[Pair, ...]
    nation: tuple[float, float] | None
    found: Correlation
    line: Line | None
    lacking: dict[str, str]

    @property
    def columns(self) -> tuple[list[float], list[float]]:
        """All values across and all values up, the nation's among them."""
        x, y = [p.x.value for p in self.points], [p.y.value for p in self.points]
        return ([*x, self.nation[0]], [*y, self.nation[1]]) if self.nation else (x, y)


def sides_of(view: View, look: Look) -> list[Readings]:
    """Each indicator of the view in its own latest period."""
    return [readings(view, indicator, look) for indicator in view.columns]


def pairs_of(view: View, look: Look, sides: Sequence[Readings], lit: Collection[str]) -> Pairs:
    """The regions that report both of two indicators; plans and targets are shown but not counted as results."""
    x, y = sides
    chosen, across, up = marks(view, lit, look), x.texts, y.texts
    points = tuple(
        Pair(across[code].name, across[code], up[code], chosen.get(code)) for code in across if code in up
    )
    results = [point for point in points if not point.ahead]
    columns = [p.x.value for p in results], [p.y.value for p in results]
    found = correlation(*columns)
    nation = middle(x), middle(y)
    return Pairs(
        x, y, points,
        nation=(nation[0], nation[1]) if nation[0] is not None and nation[1] is not None else None,
        found=found, line=fitted(*columns) if found.p < SURE else None,
        lacking=x.absent | y.absent,
    )  # fmt: skip


def refusal(sides: Sequence[Readings], say: Words) -> str:
    """Why there is nothing to draw, in one sentence; empty where there is."""
    if len(sides) != 2:
        return say("scatter.two")
    if sides[0].indicator.id == sides[1].indicator.id:
        return say("scatter.twice")
    if any(side.indicator.kind != "number" for side in sides):
        return say("scatter.words_only")
    apart = next((side for side in sides if side.indicator.incomparable), None)
    if apart:
        return say(
            "scatter.incomparable", name=apart.name, reason=clean(apart.indicator.incomparable[say.lang])
        )
    both = _both(sides)
    return say("scatter.few", k=both) if both < FEWEST else ""


def _both(sides: Sequence[Readings]) -> int:
    """How many regions report every indicator."""
    return len(set.intersection(*(set(side.texts) for side in sides)))


def heading(
    view: View, look: Look, lit: Collection[str] = (), title: str = "", sides: Sequence[Readings] = ()
) -> Heading:
    """Both indicators by name, the basis, how many regions report both, and the documents."""
    say, sides = words(look.lang), sides or sides_of(view, look)
    names = list(dict.fromkeys(side.name for side in sides))
    told = say("scatter.title", x=names[0], y=names[1]) if len(names) == 2 else say.list(names)
    reach = (
        say("scatter.coverage", level=captions.level(view, say), k=_both(sides))
        if len(names) > 1
        else captions.coverage(view, look)
    )
    foot = " · ".join(filter(None, [reach, captions.sources(view, look)]))
    return Heading(
        clean(title) or told, captions.basis(view, look.lang), (foot,), captions.mark(view.edition, say)
    )


def told(pairs: Pairs, say: Words) -> str:
    """n, r and p in one line, and whether that is more than chance."""
    n, r, p = pairs.found
    if math.isnan(r):
        return say("scatter.flat", n=n)
    key = "scatter.sure" if pairs.line else "scatter.unsure"
    return say(key, n=n, r=number(r, 2), p=_chance(p))


def _chance(p: float) -> str:
    return "p<0.001" if p < 0.001 else f"p={p:.3f}"


def notes(pairs: Pairs, say: Words) -> list[str]:
    """What a reader must know: that correlation is no cause, different dates, what was left out of the figures."""
    ahead = sum(bool(point.ahead) for point in pairs.points)
    found = [say("scatter.no_cause")]
    if pairs.x.when != pairs.y.when:
        found.append(
            say("scatter.dates", x=pairs.x.name, x_when=pairs.x.when, y=pairs.y.name, y_when=pairs.y.when)
        )
    if pairs.nation and pairs.x.nation and pairs.y.nation:
        found.append(
            say("scatter.nation", name=pairs.x.nation.name, x=pairs.x.nation.text, y=pairs.y.nation.text)
        )
    return found + ([say("scatter.ahead", n=ahead)] if ahead else [])


def alt(view: View, lang: str, lit: Collection[str] = (), title: str = "") -> str:
    """The scatter in full sentences: what meets what, how closely, and the lit regions or the outermost ones."""
    look, say = Look(lang=lang), words(lang)
    sides = sides_of(view, look)
    head, why = heading(view, look, lit, title, sides).title, refusal(sides, say)
    if why:
        return " ".join([f"{head}.", why, *_listed(sides, lit, say)])
    pairs = pairs_of(view, look, sides, lit)
    axes = say("scatter.alt", title=head, x=pairs.x.title, y=pairs.y.title)
    chosen = [point for point in pairs.points if point.mark] or _outermost(pairs)
    values = [say("scatter.alt_point", name=p.name, x=p.x.text, y=p.y.text) for p in chosen]
    return " ".join([axes, told(pairs, say), *notes(pairs, say), *values])


def _outermost(pairs: Pairs) -> list[Pair]:
    """The regions with the largest x and the largest y."""
    ends = (max(pairs.points, key=lambda p: p.x.value), max(pairs.points, key=lambda p: p.y.value))
    return list(dict.fromkeys(ends))


def _listed(sides: Sequence[Readings], lit: Collection[str], say: Words) -> list[str]:
    """The values behind a refusal, of the lit regions if there are any, at most five an indicator."""
    found = []
    for side in sides:
        chosen = [r for r in side.regions if not lit or r.code in lit][:MOST_TOLD]
        values = say.list([f"{reading.name} {reading.text}" for reading in chosen]) or say("missing.none")
        found.append(f"{side.title}: {values}.")
    return list(dict.fromkeys(found))
