"""The charts of an outline, numbered, each with the name of its sheet and what Excel can draw of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.chart import KINDS
from components.exhibit import Exhibit
from components.export.xlsx.texts import sheet_name
from components.labels import clean
from components.natives import Drawing, Native, Plot
from components.outline import Outline
from components.theme import Look
from components.wording import Words
from datasets.view import View

RANKED = "ranked_bar"  # the kind that tells what a map shows
PLOT, STAND_IN, TABLE = "plot", "ranked", "table"


@dataclass(frozen=True)
class Entry:
    """One chart: its number, the name of its sheet, its plots, and in which way it stands in the file.

    ``shown`` is the chart the plots draw: itself, or the bars in the place of a map.
    """

    number: int
    exhibit: Exhibit
    sheet: str
    plots: tuple[Plot, ...]
    way: str
    shown: Exhibit


def entries(outline: Outline, say: Words) -> list[Entry]:
    """All charts of an outline, in order."""
    look = Look(lang=outline.lang, brand=outline.brand)
    return [_entry(number, exhibit, look) for number, exhibit in enumerate(outline.exhibits, start=1)]


def _entry(number: int, exhibit: Exhibit, look: Look) -> Entry:
    natives = _natives(exhibit, look)
    plots, way, shown = _plots(natives), PLOT, exhibit
    if not plots and _is_map(exhibit, natives):
        shown = _ranked(exhibit)
        plots, way = _plots(_natives(shown, look)), STAND_IN
    name = sheet_name(number, _name(exhibit))
    return Entry(number, exhibit, name, plots, way if plots else TABLE, shown)


def _name(exhibit: Exhibit) -> str:
    """What the tab of a chart says: its own title, or the short name of its only indicator."""
    view = exhibit.material
    if exhibit.chart.title or not isinstance(view, View) or len(view.columns) > 1:
        return clean(exhibit.heading.title)
    return clean(view.indicator.short[exhibit.lang])


def _natives(exhibit: Exhibit, look: Look) -> Sequence[Native]:
    """A chart in Excel's terms, unless nothing in them can be a plot: the outlines of a map are costly."""
    kind = KINDS[exhibit.chart.kind]
    return () if kind.native is None or kind.shapes else exhibit.natives(look)


def _plots(natives: Sequence[Native]) -> tuple[Plot, ...]:
    """What Excel can draw, as far as there are figures in it."""
    found = [native for native in natives if isinstance(native, Plot)]
    return tuple(plot for plot in found if any(v is not None for s in plot.series for v in s.values))


def _is_map(exhibit: Exhibit, natives: Sequence[Native]) -> bool:
    """Whether a drawing shows the figures of one indicator, which bars can show as well."""
    view = exhibit.material
    drawn = KINDS[exhibit.chart.kind].shapes or any(isinstance(native, Drawing) for native in natives)
    return drawn and isinstance(view, View) and len(view.columns) == 1


def _ranked(exhibit: Exhibit) -> Exhibit:
    return replace(exhibit, chart=replace(exhibit.chart, kind=RANKED, options=()))
