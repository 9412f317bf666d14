"""Side by side as a column chart for each indicator that may have a scale, and a table of all others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from components import captions
from components.contents.entries import Cell, Entry, chosen, entries_of
from components.contents.readings import readings
from components.layouts.side_by_side import Layout, fit
from components.lit import Mark, marks
from components.natives import BOX, Native, Plot, Table, axes, sentences
from components.natives.grids import GAP, Box, boxes
from components.natives.points import Point, plot, point
from components.natives.tables import of_rows
from components.sheet import room
from components.theme import Look
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.view import View

ROW, MOST = 0.11, 0.6  # height of a table's row below charts, and most of the sheet it may take
Chosen = tuple[Indicator, Entry]


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """As many regions as drawn, in official order; different units never share an axis."""
    say, entries = words(look.lang), entries_of(view, look)
    drawn = _drawn(view, entries, look)
    codes = chosen(view, lit, drawn.regions)
    known = list(zip(view.columns, entries, strict=True))
    scaled = [each for each in known if _has_scale(view, each[0])][: drawn.entries]
    rest = [each for each in known if each not in scaled]
    told = _notes(len(codes), len(view.regions), say)
    if not scaled:
        return (_table(view, [entry for _, entry in rest], codes, BOX, look, told),) if rest else ()
    foot = 1 - sentences.high(told, look)
    high = foot - min((len(rest) + 1) * ROW, MOST) if rest else foot
    made: list[Native] = [*_plots(view, scaled, codes, marks(view, lit, look), high, look)]
    if rest:
        below = (0.0, high + GAP, 1.0, foot - high - GAP)
        made.append(_table(view, [entry for _, entry in rest], codes, below, look))
    return (*made, *sentences.strip(told, look))


def _drawn(view: View, entries: Sequence[Entry], look: Look) -> Layout:
    """How many regions and indicators find room in the drawing."""
    names = [view.name(region.code, look.lang) for region in view.regions]
    space = room(captions.of_view(view, look), look)
    return fit(entries, names, look, space.width, space.height)


def _has_scale(view: View, indicator: Indicator) -> bool:
    return indicator.kind == "number" and view.coverage[indicator.id].may_rank


def _notes(shown: int, many: int, say: Words) -> tuple[str, ...]:
    return (say("ranked_bar.shown", n=many, k=shown),) if shown < many else ()


def _plots(
    view: View, scaled: Sequence[Chosen], codes: Sequence[str], lit: dict[str, Mark], high: float, look: Look
) -> list[Plot]:
    places = boxes(len(scaled), high)
    return [_plot(view, each, codes, lit, box, look) for each, box in zip(scaled, places, strict=True)]


def _plot(view: View, one: Chosen, codes: Sequence[str], lit: dict[str, Mark], box: Box, look: Look) -> Plot:
    indicator, entry = one
    found, values = readings(view, indicator, look), view.column(indicator.id)
    points = []
    for code in codes:
        colour = lit[code].colour if code in lit else look.palette.others
        text = found.texts[code].text if code in found.texts else ""
        points.append(
            _point(view.name(code, look.lang), entry.cells[code], values.loc[code], text, colour, look)
        )
    told = " · ".join(filter(None, [entry.name, found.when]))
    unit = axes.unit(indicator, look.lang)
    name, shape = axes.title(indicator, found.when, look.lang), axes.number_format(indicator)
    return plot("column", points, name, look, title=told, number_format=shape, y_title=unit, box=box)


def _point(name: str, cell: Cell, row: Any, text: str, colour: str, look: Look) -> Point:
    """A column, or a gap that says at its name why there is none."""
    if cell.missing:
        return Point(words(look.lang)("native.without", name=name, reason=cell.brief), None)
    return point(name, row["value"], text, colour, row["status"], look)


def _table(
    view: View,
    entries: Sequence[Entry],
    codes: Sequence[str],
    box: Box,
    look: Look,
    notes: Sequence[str] = (),
) -> Table:
    """A row an indicator, a column a region."""
    say = words(look.lang)
    header = [say("column.indicator"), say("native.under"), *(view.name(code, say.lang) for code in codes)]
    rows = [(entry.name, entry.under, *(entry.cells[code].text for code in codes)) for entry in entries]
    return of_rows(header, rows, box=box, notes=notes)
