"""Facts: what a fact card says, taken from a View or from Records and put into words."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from components import absent, captions, cited, measure
from components.labels import amount, clean, period, place
from components.theme import Look
from components.wording import Words, words
from datasets.records import Records
from datasets.sources import Edition, Source
from datasets.view import NATION, View

# The tone of what is no result: a private plan is a plan, a draft is a target that is not adopted yet.
_TONES = {"planned": "planned", "private": "planned", "target": "target", "draft": "target"}
_NUMBER = re.compile(r"[−-]?\d[\d,.]*")


@dataclass(frozen=True)
class Part:
    """A piece of the figure: a number, or the unit, qualifier or arrow beside it; ``share`` is its size in figure sizes."""

    text: str
    share: float = 0.46
    tone: str = ""
    size: float = 0
    light: bool = False

    @property
    def width(self) -> float:
        return measure.width(self.text, self.size, bold=True)

    def at(self, size: float) -> Part:
        return replace(self, size=size)

    def below(self, text: str, size: float) -> Part:
        """The same said on a line of its own, more quietly."""
        return replace(self, text=text, size=size, light=True)


@dataclass(frozen=True)
class Fact:
    """What a card says. ``tone`` is actual, planned, target or missing; ``notes`` are the small lines below.

    ``source`` is the one of them that names the document.
    """

    tag: str
    tone: str
    place: str
    parts: tuple[Part, ...]
    title: str
    notes: tuple[str, ...]
    edition: Edition
    source: str = ""


def of_view(view: View, look: Look, lit: Collection[str]) -> Fact:
    """The value of the lit region, of the only one that reports, or of the nation; else how many report."""
    say, code = words(look.lang), _region(view, lit)
    row = _row(view, code)
    if row is not None and pd.notna(row["value"]):
        fact = _reported(view, code, row, look)
    elif code or not view.reach.k:
        why = absent.why(view, code, row, view.indicator, look.lang) if row is not None else ""
        why = "" if why == say("missing.none") else why
        notes = (why, captions.coverage(view, look), captions.basis(view, look.lang))
        fact = _missing(view.edition, say, notes)
    else:
        several = _split(say("fact_card.reporting", k=view.reach.k, level=captions.level(view, say)))
        notes = (_dated(view, say), captions.sources(view, look))
        fact = Fact(
            say("fact_card.several"), "actual", "", several, "", _filled(notes), view.edition, notes[-1]
        )
    place_ = view.name(code, look.lang) if code else ""
    return replace(fact, title=clean(view.indicator.title[look.lang]), place=place_)


def _reported(view: View, code: str, row: pd.Series, look: Look) -> Fact:
    """The value of one region, with its place among those reporting and its document."""
    say = words(look.lang)
    document = _cited(view.sources, row["source"], row["where"], say)
    notes = _filled((_dated(view, say), _standing(view, code, look), document))
    parts = _of_value(view, row, look)
    return Fact(_tag(view, row, say), _tone(row["status"]), "", parts, "", notes, view.edition, document)


def _missing(edition: Edition, say: Words, notes: tuple[str, ...] = ()) -> Fact:
    """That there is no value, and why."""
    none = say("missing.none")
    return Fact(none, "missing", "", (Part(none, tone="quiet"),), "", _filled(notes), edition)


def _region(view: View, lit: Collection[str]) -> str:
    """Whose value the card shows: the first lit region, the only one reporting, the nation, or nobody."""
    chosen = [region.code for region in view.regions if region.code in lit]
    if chosen:
        return next((code for code in chosen if code in view.ranking.index), chosen[0])
    if view.reach.k == 1:
        return str(view.ranking.index[0])
    return NATION if view.national() is not None else ""


def _row(view: View, code: str) -> pd.Series | None:
    if code in view.latest.index:
        return view.latest.loc[code]
    if (code, view.period) in view.reference.index:
        return view.reference.loc[(code, view.period)][view.indicator.id]
    return None


def _of_value(view: View, row: pd.Series, look: Look) -> tuple[Part, ...]:
    if view.indicator.kind != "number":
        return (Part(captions.value_text(row, view.indicator, look.lang)),)
    written = amount(
        row["value"], view.indicator.unit, look.lang, view.indicator.decimals, row["qualifier"] or "exact"
    )
    return _split(written, _tone(row["status"]))


def _split(written: str, tone: str = "") -> tuple[Part, ...]:
    """``약 4,000억 원`` as what stands before the number, the number, and what follows."""
    found = _NUMBER.search(written)
    if not found:
        return (Part(written, tone=tone),)
    start, end = found.span()
    parts = (
        Part(written[:start], tone=tone),
        Part(written[start:end], 1, tone),
        Part(written[end:], tone=tone),
    )
    return tuple(part for part in parts if part.text)


def _tag(view: View, row: pd.Series, say: Words) -> str:
    """The word of the indicator for its results, if it has one; otherwise the status."""
    own = clean(view.indicator.tag[say.lang])
    return own if own and row["status"] in ("", "actual") else say(f"status.{row['status'] or 'actual'}")


def _tone(status: str) -> str:
    return _TONES.get(status, "actual")


def _dated(view: View, say: Words) -> str:
    return " · ".join(filter(None, [captions.when(view, say), captions.nature(view.indicator, say)]))


def _standing(view: View, code: str, look: Look) -> str:
    """Place among those reporting where a rank may be told, and k of n."""
    say, rank = words(look.lang), view.latest["rank"].get(code)
    coverage = captions.coverage(view, look)
    if rank is None or pd.isna(rank):
        return coverage
    key = "of_rank_shared" if (view.latest["rank"] == rank).sum() > 1 else "of_rank"
    return f"{say(f'fact_card.{key}', k=view.reach.k, rank=int(rank))} · {coverage}"


def of_records(records: Records, look: Look) -> Fact:
    """The first row of quantities or targets."""
    say = words(look.lang)
    if not len(records):
        return _missing(records.edition, say)
    row = records.frame.iloc[0]
    return (_of_target if records.kind == "targets" else _of_quantity)(records, row, look)


def _of_quantity(records: Records, row: pd.Series, look: Look) -> Fact:
    say, status = words(look.lang), row["status"] or "actual"
    document = _cited(records.sources, row["source"], row["where"], say)
    parts = _split(captions.amount_text(row, "value", look.lang), _tone(status))
    return _of_row(records, row, say, status, parts, (_when_known(row, say), document))


def _of_target(records: Records, row: pd.Series, look: Look) -> Fact:
    say, tone = words(look.lang), _tone(row["status"] or "target")
    due = period(row["target_period"], say.lang) if row["target_period"] else ""
    until = say("target_bullet.until", period=due) if due else say("chart.unstated_year")
    document = _cited(records.sources, row["source"], _all_places(row), say)
    return _of_row(records, row, say, tone, _way(row, say, tone), (captions.since(row, say), until, document))


def _of_row(
    records: Records, row: pd.Series, say: Words, status: str, parts: tuple[Part, ...], notes: tuple[str, ...]
) -> Fact:
    """A record as a card: the word of its status, its place and name around the figure."""
    word, places, name = say(f"status.{status}"), _places(records, row, say), clean(row[say.lang])
    return Fact(word, _tone(status), places, parts, name, _filled(notes), records.edition, notes[-1])


def _way(row: pd.Series, say: Words, tone: str) -> tuple[Part, ...]:
    """``1% → 30%``; the target alone where there is no baseline; words where there is no number at all."""
    start = _split(captions.amount_text(row, "baseline", say.lang)) if pd.notna(row["baseline"]) else ()
    if pd.isna(row["target"]):
        return (*start, Part(say("target_bullet.no_number"), tone=tone))
    goal = _split(captions.amount_text(row, "target", say.lang), tone)
    return (*start, Part(" → ", 0.7, "quiet"), *goal) if start else goal


def _all_places(row: pd.Series) -> str:
    """The target's place, and the baseline's where it stands in the same document."""
    if ";" in row["source"]:
        return row["where"]  # each place belongs to its document
    both = [row["where"]] + ([row["baseline_where"]] if row["baseline_source"] in ("", row["source"]) else [])
    return ";".join(dict.fromkeys(part for where in both for part in where.split(";") if part))


def _places(records: Records, row: pd.Series, say: Words) -> str:
    return say.list([records.atlas.name(code, say.lang) for code in row["region"].split(";") if code])


def _when_known(row: pd.Series, say: Words) -> str:
    """A stock is *as of* a day, anything else *in* a period; or the document gives neither."""
    key = "period.as_of" if row["nature"] == "stock" and row["period"] else "period.during"
    return say(key, period=period(row["period"], say.lang))


def _cited(sources: tuple[Source, ...], id_: str, where: str, say: Words) -> str:
    """``출처 광주일보 · L11``; several documents each with their own place."""
    if len(cited.pairs(id_, where)) > 1:
        return say("chart.source", sources=cited.in_cell(sources, id_, where, say))
    publisher = cited.publishers(sources, id_, say.lang)
    return (
        say("fact_card.source", publisher=publisher, place=clean(place(where, say.lang))) if publisher else ""
    )


def _filled(notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(note for note in notes if note)
