"""The legend of a map in words: swatches with what they mean, beside the map or below it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import plotly.graph_objects as go

from components import captions, measure
from components.labels import amount, number, plain_decimals
from components.labels import plotly as label
from components.mapping.shading import INTENDED, class_colours, scaled
from components.theme import Look
from components.wording import words
from datasets.classes import Classes
from datasets.view import View

TEXT, NOTE = 0.8, 0.74  # type sizes relative to the base
_WIDE, _TALL, _GAP = 1.9, 1.05, 0.5  # swatch and the gap after it, in legend type sizes
_LEADING, _BETWEEN = 1.75, 1.4  # line height, and the gap between two entries of a line


@dataclass(frozen=True)
class Entry:
    """One meaning: a swatch and its words, over more than one line where they are long. No fill: words only."""

    text: str
    fill: str = ""
    edge: str = ""
    hatched: bool = False
    quiet: bool = False


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
        return measure.wrap(entry.text, self.type * 10.5, self.type, most=4)

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
        swatch = self.type * (_WIDE + _GAP) if entry.fill else 0
        return swatch + measure.width(entry.text, self.type) * 1.05 + self.type * _BETWEEN

    def below(self, entry: Entry, width: float) -> list[str]:
        """The lines of an entry below a map of this width: one, unless the entry is wider than the map."""
        swatch = self.type * (_WIDE + _GAP) if entry.fill else 0
        return measure.wrap(entry.text, (width - swatch) / 1.05, self.type, most=4)

    def heights(self, width: float) -> list[float]:
        """Pixels of each line of entries below a map of this width."""
        tallest = [
            max((len(self.below(entry, width)) for _, entry in row), default=1) for row in self.rows(width)
        ]
        return [self.type * (_LEADING + 1.35 * (lines - 1)) for lines in tallest]

    def height(self, width: float) -> float:
        """Pixels below a map of this width, the gap to it included."""
        return sum(self.heights(width)) + self.type * 0.5


def legend(view: View, look: Look, classes: Classes) -> Legend:
    """The legend of a map of this View: classes in words, what is only intended, and regions without data.

    Below five reporting regions there is no scale, only the sentence how many report and that the rest is no data.
    """
    say = words(look.lang)
    entries = _class_entries(view, look, classes) if scaled(view) else []
    entries += _intended(view, look)
    missing = view.reach.k < view.reach.n
    if missing and scaled(view):
        entries.append(_hatched(say("missing.none"), look))
    elif missing and not view.reach.k:
        entries.append(_hatched(say("map_legend.nobody", level=captions.level(view, say)), look))
    elif missing:
        entries.append(
            _hatched(say("map_legend.rest", level=captions.level(view, say), k=view.reach.k), look)
        )
    entries += [Entry(text, quiet=True) for text in _known_elsewhere(view, look)]
    if scaled(view) and classes.limits:
        entries.append(Entry(say(f"map_legend.{classes.method}"), quiet=True))
    return Legend(tuple(entries), look)


def _known_elsewhere(view: View, look: Look) -> list[str]:
    """Regions whose figure is known only before or after a merger, with the figures of the others."""
    say, unit = words(look.lang), view.indicator.unit
    rows = view.latest[view.latest["missing_reason"].isin(("before_merger", "after_merger"))]
    texts = []
    for code, row in rows.iterrows():
        pairs = [part.partition("=") for part in row["derived"].split(";") if "=" in part]
        told = [
            f"{view.name(other, look.lang)} {amount(float(value), unit, look.lang)}"
            for other, _, value in pairs
        ]
        reason = say(f"missing.{row['missing_reason']}")
        texts.append(
            say(
                "map_legend.elsewhere",
                region=view.name(code, look.lang),
                reason=reason,
                values=say.list(told),
            )
        )
    return texts


def _class_entries(view: View, look: Look, classes: Classes) -> list[Entry]:
    colours = class_colours(look, len(classes))
    return [
        Entry(text, fill) for text, fill in zip(class_texts(view, look.lang, classes), colours, strict=True)
    ]


def _hatched(text: str, look: Look) -> Entry:
    return Entry(text, look.palette.missing_fill, hatched=True)


def _intended(view: View, look: Look) -> list[Entry]:
    say, colours = words(look.lang), look.palette
    found = [status for status in INTENDED if (view.ranking["status"] == status).any()]
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
    between = [say("chart.between", low=low, high=high) for low, high in pairwise(steps)]
    return [say("chart.less_than", value=whole[0]), *between, say("chart.from", value=whole[-1])]


def draw_beside(figure: go.Figure, legend: Legend) -> None:
    """Draw a legend in the right margin, top to bottom from high to low, ending at the foot of the plot area."""
    scale = [entry for entry in legend.entries if entry.fill and not entry.hatched and not entry.edge]
    rest = [entry for entry in legend.entries if entry not in scale]
    y, line = 0.0, legend.type * _LEADING
    for entry in reversed([*scale[::-1], *rest]):
        lines = legend.lines(entry)
        y += line + (len(lines) - 1) * legend.type * 1.35
        _draw(figure, entry, lines, legend, (1, legend.type * 1.5), y - line / 2)


def draw_below(figure: go.Figure, legend: Legend, width: float) -> None:
    """Draw a legend under a plot area of this width, low to high."""
    y = -legend.type * 0.5
    for row, tall in zip(legend.rows(width), legend.heights(width), strict=True):
        for x, entry in row:
            _draw(figure, entry, legend.below(entry, width), legend, (0, x), y - legend.type * _LEADING / 2)
        y -= tall


def _draw(
    figure: go.Figure, entry: Entry, lines: list[str], legend: Legend, at: tuple[float, float], y: float
) -> None:
    """One entry: ``at`` is the paper position it is tied to and the pixels right of it, ``y`` its first line."""
    size, (anchor, x) = legend.type, at
    if entry.fill:
        _swatch(figure, entry, legend, anchor, x, y)
        x += size * (_WIDE + _GAP)
    colour = legend.look.palette.muted if entry.quiet else legend.look.palette.text
    figure.add_annotation(
        text="<br>".join(map(label, lines)), xref="paper", yref="paper", x=anchor, y=0, xanchor="left", yanchor="middle",
        xshift=x, yshift=y - (len(lines) - 1) * size * 0.65, showarrow=False, align="left", font=dict(size=size, color=colour), borderpad=0, name="legend",
    )  # fmt: skip


def _swatch(figure: go.Figure, entry: Entry, legend: Legend, anchor: float, x: float, y: float) -> None:
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
    edge = entry.edge or (colours.missing if entry.hatched else colours.border)
    box = dict(x0=x, x1=x + wide, y0=y - tall / 2, y1=y + tall / 2)
    figure.add_shape(
        tied, type="rect", **box, fillcolor=entry.fill, line=dict(width=2 if entry.edge else 1, color=edge)
    )
    if entry.hatched:
        path = _hatching(x, y - tall / 2, wide, tall, size * 0.45)
        figure.add_shape(tied, type="path", path=path, line=dict(width=1, color=colours.missing))


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
