"""The legend of a map in words: swatches with what they mean, beside the map or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from components import absent, captions, measure
from components.labels import amount, number, plain_decimals
from components.labels import plotly as label
from components.mapping.points import SYMBOLS, Point, kinds, outline
from components.mapping.shading import INTENDED, class_colours, scaled
from components.theme import Look
from components.wording import Words, words
from datasets.classes import Classes
from datasets.view import View

TEXT = 0.8  # type size relative to the base
_FIGURE = re.compile(r"([^\d−-]*)([−-]?[\d.,]+)(\D*)")
_WIDE, _TALL, _GAP = 1.9, 1.05, 0.5  # swatch and the gap after it, in legend type sizes
_LEADING, _BETWEEN = 1.75, 1.4  # line height, and the gap between two entries of a line


@dataclass(frozen=True)
class Entry:
    """One meaning: a swatch or a symbol and its words, over more than one line where they are long. No fill: words only."""

    text: str
    fill: str = ""
    edge: str = ""
    hatched: bool = False
    quiet: bool = False
    symbol: str = ""


@dataclass(frozen=True)
class Legend:
    """Entries from low to high, with the pixels they need beside or below the map."""

    entries: tuple[Entry, ...]
    look: Look

    @property
    def type(self) -> float:
        return self.look.size.type(TEXT)

    @property
    def width(self) -> float:
        """Pixels beside the map, the gap to it included."""
        swatch = self.type * (_WIDE + _GAP)
        widest = max(
            (measure.width(text, self.type) for entry in self.entries for text in self.lines(entry)),
            default=0,
        )
        return swatch + widest * 1.05 + self.type * 1.5

    def lines(self, entry: Entry) -> list[str]:
        return measure.wrap(entry.text, self.type * 10.5, self.type, most=7 if entry.quiet else 4)

    def rows(self, width: float) -> list[list[tuple[float, Entry]]]:
        """The entries below a map of this width, as lines of (left edge, entry)."""
        rows: list[list[tuple[float, Entry]]] = [[]]
        x = 0.0
        for entry in self.entries:
            step = self._step(entry)
            if rows[-1] and x + step - self.type * _BETWEEN > width:
                rows.append([])
                x = 0.0
            rows[-1].append((x, entry))
            x += step
        return rows

    def _step(self, entry: Entry) -> float:
        return self.swatch(entry) + measure.width(entry.text, self.type) * 1.05 + self.type * _BETWEEN

    def swatch(self, entry: Entry) -> float:
        """Pixels of a swatch or symbol with the gap after it."""
        if entry.symbol:
            return self.type * (1 + _GAP)
        return self.type * (_WIDE + _GAP) if entry.fill else 0

    def below(self, entry: Entry, width: float) -> list[str]:
        """The lines of an entry below a map of this width: one, unless the entry is wider than the map."""
        return measure.wrap(entry.text, (width - self.swatch(entry)) / 1.05, self.type, most=4)

    def heights(self, width: float) -> list[float]:
        """Pixels of each line of entries below a map of this width."""
        tallest = [
            max((len(self.below(entry, width)) for _, entry in row), default=1) for row in self.rows(width)
        ]
        return [self.type * (_LEADING + 1.35 * (lines - 1)) for lines in tallest]

    def height(self, width: float) -> float:
        """Pixels below a map of this width, the gap to it included."""
        return sum(self.heights(width)) + self.type * 0.5


def legend(view: View, look: Look, classes: Classes, given: Sequence[Point] = ()) -> Legend:
    """The legend of a map of this View: classes in words, what is only intended, regions without data, and points.

    Without a scale there is a sentence that says why: how many report, or what keeps their figures apart.
    """
    say = words(look.lang)
    entries = _class_entries(view, look, classes) if scaled(view) else []
    entries += _intended(view, look)
    entries += _without(view, look)
    entries += [Entry(text, quiet=True) for text in absent.reasons(view, look.lang)]
    if scaled(view) and classes.limits:
        entries.append(Entry(say(f"map_legend.{classes.method}"), quiet=True))
    return Legend((*entries, *_of_points(given, look)), look)


def _without(view: View, look: Look) -> list[Entry]:
    """The hatch of regions without data, and why there is no scale."""
    say, reach, level = words(look.lang), view.reach, captions.level(view, words(look.lang))
    missing = [_hatched(say("missing.none"), look)] if reach.k < reach.n else []
    if scaled(view):
        return missing
    if reach.k >= captions.FEWEST:
        return [*missing, Entry(absent.no_scale(view.indicator, reach, say), quiet=True)]
    if not reach.k:
        return [_hatched(say("map_legend.nobody", level=level), look)]
    return [_hatched(say("map_legend.rest", level=level, k=reach.k), look)] if missing else []


def _of_points(given: Sequence[Point], look: Look) -> list[Entry]:
    """The shapes of the kinds that occur, and what hollow ones are."""
    say, ink = words(look.lang), look.palette.text
    found = [
        Entry(say.get(f"facility_kind.{kind}") or kind, fill=ink, symbol=SYMBOLS.get(kind, "circle"))
        for kind in kinds(given)
    ]
    planned = any(point[4] is False for point in given)
    return found + ([Entry(say("map_legend.filled"), quiet=True)] if planned else [])


def _class_entries(view: View, look: Look, classes: Classes) -> list[Entry]:
    colours = class_colours(look, len(classes))
    return [
        Entry(text, fill) for text, fill in zip(class_texts(view, look.lang, classes), colours, strict=True)
    ]


def _hatched(text: str, look: Look) -> Entry:
    return Entry(text, look.palette.missing_fill, hatched=True)


def _intended(view: View, look: Look) -> list[Entry]:
    say, colours = words(look.lang), look.palette
    statuses = set(view.ranking["status"])
    found = [status for status in INTENDED if status in statuses]
    return [
        Entry(say(f"status.{status}"), colours.surface, edge=getattr(colours, status)) for status in found
    ]


def class_texts(view: View, lang: str, classes: Classes) -> list[str]:
    """The classes in words: ``1% 미만``, ``1–1.5``, … ``5% 이상``; one class alone is told by its value."""
    say, unit = words(lang), view.indicator.unit
    if not classes.limits:
        return [captions.value_text(row, view.indicator, lang) for _, row in view.ranking.head(1).iterrows()]
    whole = [amount(limit, unit, lang) for limit in classes.limits]
    plain = [number(limit, plain_decimals(limit)) for limit in classes.limits]
    # A unit that changes the figure (억 원 in English) stays with every limit.
    steps = plain if all(text.startswith(bare) for text, bare in zip(whole, plain, strict=True)) else whole
    between = [_between(low, high, say) for low, high in pairwise(steps)]
    return [say("chart.less_than", value=whole[0]), *between, say("chart.from", value=whole[-1])]


def _between(low: str, high: str, say: Words) -> str:
    """``10–20``; a unit around both is said once: ``KRW 5–10 billion``."""
    parts = [_FIGURE.fullmatch(text) for text in (low, high)]
    if all(parts) and parts[0].group(1, 3) == parts[1].group(1, 3):  # type: ignore[union-attr]
        before, first, after = parts[0].groups()  # type: ignore[union-attr]
        return f"{before}{say('chart.between', low=first, high=parts[1].group(2))}{after}"  # type: ignore[union-attr]
    return say("chart.between", low=low, high=high)


def joined(layout: dict[str, Any], more: dict[str, list[Any]]) -> dict[str, Any]:
    """A layout with more in its lists."""
    return layout | {key: [*layout.get(key, ()), *parts] for key, parts in more.items()}


def drawn_beside(legend: Legend) -> dict[str, Any]:
    """A legend in the right margin, top to bottom from high to low, ending at the foot of the plot area: parts of a layout."""
    scale = [entry for entry in legend.entries if _is_class(entry)]
    rest = [entry for entry in legend.entries if entry not in scale]
    y, line, drawn = 0.0, legend.type * _LEADING, Drawn()
    for entry in reversed([*scale[::-1], *rest]):
        lines = legend.lines(entry)
        y += line + (len(lines) - 1) * legend.type * 1.35
        _draw(drawn, entry, lines, legend, (1, legend.type * 1.5), y - line / 2)
    return dict(annotations=drawn.annotations, shapes=drawn.shapes)


def _is_class(entry: Entry) -> bool:
    return bool(entry.fill) and not (entry.hatched or entry.edge or entry.symbol)


def drawn_below(legend: Legend, width: float) -> dict[str, Any]:
    """A legend under a plot area of this width, low to high: parts of a layout."""
    y, drawn = -legend.type * 0.5, Drawn()
    for row, tall in zip(legend.rows(width), legend.heights(width), strict=True):
        for x, entry in row:
            _draw(drawn, entry, legend.below(entry, width), legend, (0, x), y - legend.type * _LEADING / 2)
        y -= tall
    return dict(annotations=drawn.annotations, shapes=drawn.shapes)


@dataclass(frozen=True)
class Drawn:
    """Parts of a layout, collected."""

    annotations: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)


def _draw(
    drawn: Drawn, entry: Entry, lines: list[str], legend: Legend, at: tuple[float, float], y: float
) -> None:
    """One entry: ``at`` is the paper position it is tied to and the pixels right of it, ``y`` its first line."""
    size, (anchor, x) = legend.type, at
    if entry.fill:
        drawn.shapes.extend(_swatch(entry, legend, anchor, x, y))
        x += legend.swatch(entry)
    colour = legend.look.palette.muted if entry.quiet else legend.look.palette.text
    drawn.annotations.append(
        dict(
            text="<br>".join(map(label, lines)), xref="paper", yref="paper", x=anchor, y=0, xanchor="left", yanchor="middle",
            xshift=x, yshift=y - (len(lines) - 1) * size * 0.65, showarrow=False, align="left", font=dict(size=size, color=colour), borderpad=0, name="legend",
        )
    )  # fmt: skip


def _swatch(entry: Entry, legend: Legend, anchor: float, x: float, y: float) -> Iterator[dict[str, Any]]:
    size, colours = legend.type, legend.look.palette
    wide, tall = size * _WIDE, size * _TALL
    tied = dict(
        xref="paper",
        yref="paper",
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=anchor,
        yanchor=0,
        name="legend",
    )
    if entry.symbol:
        path = outline(entry.symbol, x + size * 0.5, y, size * 0.46)
        yield dict(tied, type="path", path=path, fillcolor=entry.fill, line=dict(width=0))
        return
    edge = entry.edge or (colours.missing if entry.hatched else colours.border)
    box = dict(x0=x, x1=x + wide, y0=y - tall / 2, y1=y + tall / 2)
    yield dict(
        tied, type="rect", **box, fillcolor=entry.fill, line=dict(width=2 if entry.edge else 1, color=edge)
    )
    if entry.hatched:
        path = _hatching(x, y - tall / 2, wide, tall, size * 0.45)
        yield dict(tied, type="path", path=path, line=dict(width=1, color=colours.missing))


def _hatching(x: float, y: float, wide: float, tall: float, step: float) -> str:
    """Strokes at 45° inside a box, as an SVG path in pixels."""
    strokes = []
    for number_ in range(1, int((wide + tall) / step)):
        along = number_ * step
        start = (max(along - tall, 0), min(along, tall))
        end = (min(along, wide), max(along - wide, 0))
        strokes.append(
            f"M{x + start[0]:.1f},{y + tall - start[1]:.1f}L{x + end[0]:.1f},{y + tall - end[1]:.1f}"
        )
    return "".join(strokes)
