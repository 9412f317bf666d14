"""Multiples as a grid of small charts, a panel each in the drawn order, every one on its own axis."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from components.contents.panels import Panel, notes, panels_of
from components.contents.readings import Reading, readings
from components.labels import clean
from components.natives import Native, Plot, Table, axes, sentences
from components.natives.grids import Box, boxes
from components.natives.points import Point, national, placed, plot, point
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import Words, words
from datasets.view import View

MOST = 12  # panels that can be read on one sheet


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """A column chart a panel; where there is no scale a small table of the values. What all have in common stands below."""
    say, panels = words(look.lang), panels_of(view, look, lit)
    shown = panels[:MOST]
    told = [*_notes(shown, say), *_rest(len(panels) - len(shown), say)]
    places = boxes(len(shown), 1 - sentences.high(told, look))
    made = [_panel(view, panel, box, look) for panel, box in zip(shown, places, strict=True)]
    return (*made, *sentences.strip(told, look))


def _notes(panels: Sequence[Panel], say: Words) -> list[str]:
    """What the drawing says below, but the nation is a column here and no line."""
    nation = [say("native.nation")] if any(panel.level is not None for panel in panels) else []
    return [*notes([replace(panel, level=None) for panel in panels], say), *nation]


def _rest(left_out: int, say: Words) -> list[str]:
    return [say("multiples.more", n=left_out)] if left_out else []


def _panel(view: View, panel: Panel, box: Box, look: Look) -> Plot | Table:
    return _plot(view, panel, box, look) if panel.bars else _table(panel, box)


def _plot(view: View, panel: Panel, box: Box, look: Look) -> Plot:
    """The bars from the largest to the smallest, the lit ones and the nation labelled; nobody lit, both ends."""
    found = readings(view, panel.indicator, look)
    ends = () if panel.lit else (panel.bars[0].code, panel.bars[-1].code)
    points = [_point(bar, panel, ends, look) for bar in panel.bars]
    if panel.level is not None and found.nation:
        points = placed(points, national(found.nation, look))
    reach = f"{len(panel.bars)}/{len(view.regions)}"
    head = " · ".join(filter(None, [panel.name, found.when, reach]))
    unit = axes.unit(panel.indicator, look.lang)
    name = axes.title(panel.indicator, found.when, look.lang)
    shape = axes.number_format(panel.indicator)
    return plot("column", points, name, look, title=clean(head), number_format=shape, y_title=unit, box=box)


def _point(bar: Reading, panel: Panel, ends: Sequence[str], look: Look) -> Point:
    mark = panel.lit.get(bar.code)
    text = bar.text if mark or bar.code in ends else ""
    return point(bar.name, bar.value, text, mark.colour if mark else look.palette.others, bar.status, look)


def _table(panel: Panel, box: Box) -> Table:
    """The values in words under the indicator's name, with unit, period and coverage."""
    ours = [at for at, value in enumerate(panel.written) if value.mark and value.mark in panel.lit.values()]
    head = " · ".join(filter(None, [panel.name, panel.under]))
    return of_rows([head], [[value.text] for value in panel.written], lit=ours, box=box)
