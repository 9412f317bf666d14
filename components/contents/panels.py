"""Panels: what small multiples draw and say, taken from a View: per indicator its regions in order, its words, its scale."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from components import captions
from components.contents.readings import Reading, Readings, middle, readings
from components.labels import clean
from components.lit import Mark, marks
from components.sheet import Heading
from components.theme import SYMBOLS, Look
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.view import View

FEW = 4  # values that stand in a panel without a scale
MOST_NAMED = 17  # regions without a value that may stand in a panel by name
MOST_TOLD = 3  # values of each panel an alternative text gives


@dataclass(frozen=True)
class Value:
    """A value that is written out: ``mark`` is how its region, or the nation (a dash), is told apart."""

    text: str
    ink: str
    mark: Mark | None = None
    nation: bool = False


@dataclass(frozen=True)
class Panel:
    """One indicator. ``bars`` are the reporting regions, largest first, and empty where there is no scale.

    ``level`` is the national value where regions can be read against it. ``written`` are the values in words;
    ``lacking`` says who has none, by name and, for narrow panels, by number.
    """

    indicator: Indicator
    name: str
    under: str
    bars: tuple[Reading, ...]
    lit: Mapping[str, Mark]
    level: float | None
    written: tuple[Value, ...]
    lacking: tuple[str, str] | None

    @property
    def scale(self) -> tuple[float, float]:
        """From zero to the outermost value."""
        values = [bar.value for bar in self.bars] + [0.0 if self.level is None else self.level, 0.0]
        return min(values), max(values) or (0.0 if min(values) else 1.0)


def panels_of(view: View, look: Look, lit: Collection[str]) -> list[Panel]:
    """A panel for each indicator of the view, every one in its own latest period; the same one only once."""
    chosen = marks(view, lit, look)
    return [_panel(view, indicator, look, chosen) for indicator in dict.fromkeys(view.columns)]


def _panel(view: View, indicator: Indicator, look: Look, chosen: dict[str, Mark]) -> Panel:
    found, say = readings(view, indicator, look), words(look.lang)
    scaled = indicator.kind == "number" and view.coverage[indicator.id].may_rank
    reach = say("strip.of", n=len(view.regions), k=len(found.regions)) if found.regions else ""
    level = middle(found) if scaled else None
    written = [
        *_written(found.regions, chosen, look, scaled),
        *_none(view, found, chosen, say, look),
        *([_national(found.nation, level is not None, look)] if found.nation else []),
    ]
    return Panel(
        indicator, found.name, " · ".join(filter(None, [found.unit, found.when, reach])),
        bars=tuple(sorted(found.regions, key=lambda r: -r.value)) if scaled else (),
        lit=chosen, level=level, written=tuple(written),
        lacking=_lacking(view, found, say) if found.absent and found.regions else None,
    )  # fmt: skip


def _written(regions: Sequence[Reading], chosen: dict[str, Mark], look: Look, scaled: bool) -> list[Value]:
    """The lit regions' values; without a scale also those of a few others, and how many more there are."""
    lit = [reading for reading in regions if reading.code in chosen]
    if scaled:
        return [_value(reading, chosen, look) for reading in lit]
    others = [reading for reading in regions if reading.code not in chosen][: max(FEW - len(lit), 0)]
    shown = [reading for reading in regions if reading in lit or reading in others]
    rest = words(look.lang)("readings.more", n=len(regions) - len(shown))
    more = [Value(rest, look.palette.muted)] if len(shown) < len(regions) else []
    return [*(_value(reading, chosen, look) for reading in shown), *more]


def _value(reading: Reading, chosen: dict[str, Mark], look: Look) -> Value:
    mark = chosen.get(reading.code)
    ink = mark.ink if mark else look.palette.text
    return Value(f"{reading.name} {reading.text}", ink, mark or Mark(look.palette.others, ink, SYMBOLS[0]))


def _national(nation: Reading, drawn: bool, look: Look) -> Value:
    return Value(f"{nation.name} {nation.text}", look.palette.national, nation=drawn)


def _none(view: View, found: Readings, chosen: dict[str, Mark], say: Words, look: Look) -> list[Value]:
    """That a lit region has no value, or nobody, and why."""
    if not found.regions:
        reasons = dict.fromkeys(
            say.get(f"missing.{why}") or say("missing.none") for why in found.absent.values()
        )
        return [Value(reason, look.palette.muted) for reason in reasons]
    return [
        Value(f"{view.name(code, say.lang)} {_why(found, code, say)}", look.palette.muted)
        for code in chosen
        if code in found.absent
    ]


def _why(found: Readings, code: str, say: Words) -> str:
    return say.get(f"missing.{found.absent[code]}") or say("missing.none")


def _lacking(view: View, found: Readings, say: Words) -> tuple[str, str]:
    """The regions without a value by name, unless they are too many, and only by number."""
    names, none = [view.name(code, say.lang) for code in found.absent], say("missing.none")
    named = say("missing.with", reason=none, values=say.list(names)) if len(names) <= MOST_NAMED else ""
    return named, say("missing.counted", reason=none, n=len(names))


def heading(view: View, look: Look, lit: Collection[str] = (), title: str = "") -> Heading:
    """What the indicators have in common: the pillar, or that there are several; the basis; the documents."""
    say = words(look.lang)
    pillars = {indicator.pillar for indicator in view.columns}
    shared = say.get(f"pillar.{pillars.pop()}") if len(pillars) == 1 else ""
    own = say("multiples.of_pillar", pillar=shared) if shared else say("strip.title")
    cited = captions.sources(view, look)
    return Heading(
        clean(title) or own,
        captions.basis(view, look.lang),
        (cited,) if cited else (),
        captions.mark(view.edition, say),
    )


def notes(panels: Sequence[Panel], say: Words) -> list[str]:
    """How bars are to be read, and why some panels have none."""
    bare = [panel for panel in panels if panel.written and not panel.bars]
    apart = [panel for panel in bare if panel.indicator.incomparable]
    few = [panel for panel in bare if panel.indicator.kind == "number" and panel not in apart]
    told = [say("multiples.scales")] if any(panel.bars for panel in panels) else []
    told += [say("multiples.nation")] if any(panel.level is not None for panel in panels) else []
    told = [" ".join(told)] if told else []
    told += [say("strip.few")] if few else []
    return told + [f"{panel.name}: {clean(panel.indicator.incomparable[say.lang])}" for panel in apart]


def alt(view: View, lang: str, lit: Collection[str] = (), title: str = "") -> str:
    """Each indicator in a sentence: how many regions report, the lit ones' values or the ends, and the nation's."""
    look, say = Look(lang=lang), words(lang)
    told = [f"{heading(view, look, lit, title).title}."]
    for panel in panels_of(view, look, lit):
        values = [value.text for value in panel.written][: MOST_TOLD + len(lit)]
        ends = [f"{bar.name} {bar.text}" for bar in (*panel.bars[:1], *panel.bars[-1:])] if not lit else []
        fields = dict(name=panel.name, under=panel.under, values=_any([*ends, *values], say))
        told.append(say("multiples.alt", **fields))
    return " ".join(told)


def _any(values: Sequence[str], say: Words) -> str:
    return say.list(values) or say("missing.none")
