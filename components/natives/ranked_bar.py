"""Ranked bar as lying bars: the nation first, then the regions in the drawn order with their ranks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from components import absent, captions
from components.contents.bars import Bar, Gap, bars_of, cut
from components.contents.readings import readings
from components.layouts.ranked_bar import most_rows
from components.mapping.shading import scaled
from components.natives import Native, axes
from components.natives.listing import listed
from components.natives.points import Point, national, plot, point
from components.sheet import room
from components.theme import Look
from components.wording import Words, words
from datasets.view import View

MOST = 20  # rows that are still read from the back row of a hall


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """Bars of the reporting regions; of many the first, the lit and the last, the gaps told among the names."""
    if not scaled(view):
        return listed(view, look, lit)
    found, say = readings(view, view.indicator, look), words(look.lang)
    bars, height = bars_of(view, look, lit), room(captions.of_view(view, look), look).height
    rows = cut(bars, min(most_rows(look, height), MOST))
    points = [_gap(row, say) if isinstance(row, Gap) else _point(row, look) for row in rows]
    if view.yardstick() is not None and found.nation:
        points = [national(found.nation, look), *points]
    name = axes.title(view.indicator, found.when, look.lang)
    told, shape = _notes(view, bars, rows, lit, say), axes.number_format(view.indicator)
    return (plot("bar", points, name, look, number_format=shape, x_title=name, notes=told),)


def _point(bar: Bar, look: Look) -> Point:
    name = f"{bar.rank}  {bar.name}" if bar.rank else bar.name
    colour = look.palette.lit if bar.lit else look.palette.others
    return point(name, bar.value, bar.text, colour, bar.status, look)


def _gap(gap: Gap, say: Words) -> Point:
    return Point(say("native.gap", n=gap.n), None)


def _notes(
    view: View, bars: Sequence[Bar], rows: Sequence[Bar | Gap], lit: Collection[str], say: Words
) -> tuple[str, ...]:
    """How many regions are shown where not all are, and those without a value."""
    left_out = sum(row.n for row in rows if isinstance(row, Gap))
    shown = say("ranked_bar.shown", n=len(bars), k=len(bars) - left_out) if left_out else ""
    return tuple(filter(None, [shown, *absent.notes(view, say.lang, lit)]))
