"""The legend of a map in words: swatches with what they mean, and the room they need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from components import absent, captions, measure
from components.labels import amount, number, plain_decimals
from components.mapping.points import SYMBOLS, Point, kinds
from components.mapping.shading import INTENDED, class_colours, scaled
from components.theme import Look
from components.wording import Words, words
from datasets.classes import Classes
from datasets.view import View

TEXT = 0.8  # type size relative to the base
_FIGURE = re.compile(r"([^\d−-]*)([−-]?[\d.,]+)(\D*)")
_WIDE, _TALL, _GAP = 1.9, 1.05, 0.5  # swatch and the gap after it, in legend type sizes
LEADING, _BETWEEN = 1.75, 1.4  # line height, and the gap between two entries of a line


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

    @property
    def swatch_size(self) -> tuple[float, float]:
        """Width and height of a swatch."""
        return self.type * _WIDE, self.type * _TALL

    def edge(self, entry: Entry) -> str:
        """The colour around a swatch."""
        colours = self.look.palette
        return entry.edge or (colours.missing if entry.hatched else colours.border)

    def ink(self, entry: Entry) -> str:
        """The colour of the words."""
        return self.look.palette.muted if entry.quiet else self.look.palette.text

    def below(self, entry: Entry, width: float) -> list[str]:
        """The lines of an entry below a map of this width: one, unless the entry is wider than the map."""
        return measure.wrap(entry.text, (width - self.swatch(entry)) / 1.05, self.type, most=4)

    def heights(self, width: float) -> list[float]:
        """Pixels of each line of entries below a map of this width."""
        tallest = [
            max((len(self.below(entry, width)) for _, entry in row), default=1) for row in self.rows(width)
        ]
        return [self.type * (LEADING + 1.35 * (lines - 1)) for lines in tallest]

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
