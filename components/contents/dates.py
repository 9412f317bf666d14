"""Dates: what dated dots draw and say, taken from a View of dates: each region's date as exactly as it is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from components import absent, captions
from components.contents.readings import Reading, Readings, readings
from components.labels import clean, period
from components.lit import Mark, marks
from components.sheet import Heading
from components.theme import Look
from components.wording import Words, words
from datasets import periods
from datasets.view import View

MOST_TOLD = 5  # regions an alternative text names


@dataclass(frozen=True)
class Dated:
    """One region, or the nation: first and last day of what is known, the date in words, and how it is marked."""

    code: str
    name: str
    start: date
    end: date
    text: str
    ahead: str
    mark: Mark | None = None

    @property
    def exact(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True)
class Dates:
    """The regions with a date, earliest first, the nation's if there is one, and why the others have none."""

    regions: tuple[Dated, ...]
    nation: Dated | None
    absent: dict[str, str]


def dates_of(view: View, look: Look, lit: Collection[str]) -> Dates:
    """The first indicator's dates, earliest first, what is known less exactly before the days within it; in official
    order where they must not be compared."""
    found, say = readings(view, view.indicator, look), words(look.lang)
    chosen = marks(view, lit, look)
    dated = [_dated(reading, chosen.get(reading.code), say) for reading in found.regions]
    nation = _dated(found.nation, None, say) if found.nation else None
    if not view.indicator.incomparable:
        dated.sort(key=lambda d: (d.start, d.exact))
    return Dates(tuple(dated), nation, found.absent)


def _dated(reading: Reading, mark: Mark | None, say: Words) -> Dated:
    known = periods.parse(reading.value)
    ahead = reading.status if reading.ahead else ""
    return Dated(reading.code, reading.name, known.start, known.end, _written(reading, say), ahead, mark)


def _written(reading: Reading, say: Words) -> str:
    """The date with what is not exact or not final about it: ``2024년경``, ``2027년(계획)``."""
    text = period(reading.value, say.lang)
    if say.get(f"dated_dots.{reading.qualifier}"):
        text = say(f"dated_dots.{reading.qualifier}", date=text)
    if reading.status == "actual":
        return text
    return say("readings.marked", text=text, word=say(f"status.{reading.status}"))


def known(view: View) -> View:
    """The view with a row that holds no date counted as missing, whatever reason it gives."""
    column = (view.indicator.id, "value")
    empty = view.frame[column] == ""
    if view.indicator.kind == "number" or not empty.any():
        return view
    frame = view.frame.copy()
    frame[column] = frame[column].where(~empty)
    return replace(view, frame=frame)


def refusal(view: View, say: Words) -> str:
    """Why there is nothing to draw, in one sentence; empty where there is."""
    return "" if view.indicator.kind == "date" else say("dated_dots.no_dates")


def heading(view: View, look: Look, lit: Collection[str] = (), title: str = "") -> Heading:
    """As of every View; regions whose row holds no date are not counted as reporting."""
    own = captions.of_view(known(view), look)
    return replace(own, title=clean(title)) if title else own


def notes(view: View, dates: Dates, say: Words) -> list[str]:
    """Why the dates must not be compared, or that a region without one may be earlier than all others."""
    if view.indicator.incomparable:
        return [say("dated_dots.incomparable", reason=clean(view.indicator.incomparable[say.lang]))]
    return [say("dated_dots.no_first")] if dates.absent and len(dates.regions) > 1 else []


def alt(view: View, lang: str, lit: Collection[str] = (), title: str = "") -> str:
    """The dates in full sentences: how many are known, from when to when, the lit ones, and who has none."""
    look, say = Look(lang=lang), words(lang)
    head = heading(view, look, lit, title).title
    if refusal(view, say):
        return " ".join([f"{head}.", refusal(view, say)])
    view = known(view)
    dates = dates_of(view, look, lit)
    if not dates.regions:
        return say("alt.none", title=head)
    fields = dict(title=head, level=captions.level(view, say), k=len(dates.regions))
    told = [_spanned(dates.regions, fields, say), *notes(view, dates, say)]
    return " ".join([*told, *(f"{note}." for note in absent.notes(view, lang) if dates.absent)])


def _spanned(found: Sequence[Dated], fields: Mapping[str, object], say: Words) -> str:
    """A few dates all by name; of many the earliest and the latest known, and the lit ones."""
    chosen = [each for each in found if each.mark]
    if len(found) <= MOST_TOLD:
        return say("dated_dots.alt_few", dates=_named(found, say), **fields)
    ends = say(
        "dated_dots.alt_many", first=found[0].text, last=max(found, key=lambda d: d.end).text, **fields
    )
    return " ".join([ends, *([f"{_named(chosen, say)}."] if chosen else [])])


def _named(dates: Sequence[Dated], say: Words) -> str:
    return say.list([f"{each.name} {each.text}" for each in dates])


def sides(view: View, look: Look) -> list[Readings]:
    """Each indicator of a view that holds no dates, for the values that stand instead."""
    return [readings(view, indicator, look) for indicator in view.columns]
