"""Ordered: every reporting region as a column in the order of its value, the lit ones and the nation labelled."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from components.contents.bars import Bar, bars_of
from components.contents.readings import readings
from components.lit import marks
from components.natives import Plot, axes
from components.natives.points import Point, national, placed, plot, point
from components.theme import Look
from components.wording import words
from datasets.view import View

MANY = 20  # columns: of more not every name finds room below, so that labels bring theirs


def ordered(view: View, look: Look, lit: Collection[str], notes: Sequence[str] = ()) -> Plot:
    """The columns of all regions, however many; nobody lit, the first and the last are labelled."""
    found, chosen = readings(view, view.indicator, look), marks(view, lit, look)
    bars, grey = bars_of(view, look, lit), look.palette.others
    labelled = set(chosen) or {bars[0].code, bars[-1].code}
    colours = {code: mark.colour for code, mark in chosen.items()}
    points = [
        point(b.name, b.value, _label(b, bars, labelled, look), colours.get(b.code, grey), b.status, look)
        for b in bars
    ]
    if view.yardstick() is not None and found.nation:
        points = _with_nation(points, national(found.nation, look), view, look)
    name, shape = axes.title(view.indicator, found.when, look.lang), axes.number_format(view.indicator)
    return plot("column", points, name, look, number_format=shape, y_title=name, notes=tuple(notes))


def _with_nation(points: Sequence[Point], nation: Point, view: View, look: Look) -> list[Point]:
    return placed(points, nation, descending=view.indicator.better != "less")


def _label(bar: Bar, bars: Sequence[Bar], labelled: Collection[str], look: Look) -> str:
    if bar.code not in labelled:
        return ""
    if len(bars) <= MANY:
        return bar.text
    return words(look.lang)("native.end", name=bar.name, value=bar.text)
