"""Telling: a chart in two to four sentences of our own, made from its figures, for the text of a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from components import absent, captions
from components.cells.standings import difference
from components.chart import KINDS
from components.contents import tallies, together
from components.contents.changes import change
from components.exhibit import Exhibit
from components.labels import clean, period
from components.wording import Words, words
from datasets.records import Records
from datasets.view import CASE, FEW, NATION, View

MOST = 4  # sentences, the caution among them
MOST_LIT = 5  # regions named in one sentence
MOST_TIED = 3  # regions that share the largest or the smallest value, by name; of more the first is named
SOFT = ("provisional", "estimate")

Row = dict[Any, Any]  # one observation, by field
Named = Sequence[tuple[str, Row]]  # codes with their observations


def paragraph(exhibit: Exhibit) -> tuple[str, ...]:
    """The sentences of a chart: what, when and who reports, the ends or the values, our regions, change, caution."""
    material, lang = exhibit.material, exhibit.lang
    if isinstance(material, Records):
        return tallies.told(material, clean(exhibit.chart.title), lang)
    own = _OWN.get(exhibit.chart.kind)
    if own:
        return own(material, lang, exhibit.chart.lit)
    if after := _SAID.get(exhibit.chart.kind):
        said = exhibit.alt.removeprefix(f"{exhibit.heading.title}.").strip()
        return said, words(lang)(f"telling.{after}")
    if KINDS[exhibit.chart.kind].telling or len(material.columns) > 1:
        return together.several(material, lang, exhibit.chart.lit)
    return of_view(material, lang, exhibit.chart.lit)


def of_view(view: View, lang: str, lit: Sequence[str] = ()) -> tuple[str, ...]:
    """One indicator in its latest period."""
    say = words(lang)
    codes = [code for code in dict.fromkeys(lit) if code in view.latest.index]
    chosen = _chosen(view, codes, say)
    subject = codes[0] if len(codes) == 1 else "" if codes else _subject(view)
    moved = change(view, subject, say) if subject else ""
    around = _around(view, say, bool(chosen)) if subject != NATION or not moved else []
    told = [_first(view, say), *chosen, moved, *around, _missing(view, say)]
    caution = (
        [say("telling.caution", text=clean(view.indicator.caution[0][lang]))]
        if view.indicator.caution
        else []
    )
    told = [*list(filter(None, told))[: MOST - len(caution)], *caution]
    return (
        tuple(told)
        if len(told) > 1
        else (*told, say("telling.meaning", text=clean(view.indicator.meaning[lang])))
    )


def _subject(view: View) -> str:
    """Whose change is told where no region is lit: the only one that reports, or the nation."""
    return view.only[0] if view.only else NATION


def _first(view: View, say: Words) -> str:
    """What is measured, when, how many report, and the ends or the values, as far as the coverage rule allows."""
    rows = _listed(view.ranking)
    fields = dict(
        title=clean(view.indicator.title[say.lang]), period=_when(view, say), level=captions.level(view, say)
    )
    if not rows:
        return _unreported(view, fields, say)
    if len(rows) == 1:
        (code, row), *_ = rows
        return say("telling.case", region=_name(view, code, say), value=_told(view, row, say), **fields)
    if len(rows) < captions.FEWEST:
        values = [f"{_name(view, code, say)} {_told(view, row, say)}" for code, row in rows]
        return say("telling.few", k=len(rows), values=say.list(values), **fields)
    if view.reach.rule == FEW or view.indicator.kind == "text":
        why = (
            clean(view.indicator.incomparable[say.lang]) or absent.no_scale(view.indicator, view.reach, say)
        ).rstrip(".")
        return " ".join([say("telling.unranked", k=len(rows), **fields), say("telling.why", why=why)])
    return _ends(view, rows, fields, say)


def _unreported(view: View, fields: dict[str, str], say: Words) -> str:
    """No region reports: the nation's figure, that of groups of regions, or why there is none."""
    title, when = fields["title"], fields["period"]
    rows = dict(_references(view))
    if NATION in rows:
        told = say("telling.nation_only", title=title, period=when, value=_told(view, rows[NATION], say))
        return " ".join(filter(None, [told, _groups(view, rows, say)]))
    if rows:
        values = [f"{_name(view, code, say)} {_told(view, row, say)}" for code, row in rows.items()]
        return say("telling.groups_only", title=title, period=when, values=say.list(values))
    reasons = absent.reasons(view, say.lang)
    why = [say("telling.why", why="; ".join(reasons))] if reasons else []
    return " ".join([say("telling.none", title=title), *why])


def _groups(view: View, rows: dict[str, Row], say: Words) -> str:
    values = [
        f"{_name(view, code, say)} {_told(view, row, say)}" for code, row in rows.items() if code != NATION
    ]
    return say("telling.groups", values=say.list(values)) if values else ""


def _references(view: View) -> Named:
    """What the nation and groups of regions report in the period shown."""
    if not len(view.reference):
        return []
    table = view.reference[view.indicator.id]
    now = table[(table.index.get_level_values("period") == view.period) & table["value"].notna()]
    return list(zip(map(str, now.index.get_level_values("region")), now.to_dict("records"), strict=True))


def _ends(view: View, rows: Named, fields: dict[str, str], say: Words) -> str:
    """The largest and the smallest value, or the earliest and the latest date; equal ones together."""
    dated = view.indicator.kind == "date"
    ordered = sorted(rows, key=lambda item: item[1]["value"], reverse=not dated)
    top, bottom = (
        [r for r in ordered if r[1]["value"] == end[1]["value"]] for end in (ordered[0], ordered[-1])
    )
    k, n = len(rows), view.reach.n
    reach = say("telling.all" if k == n else "telling.part", level=fields["level"], k=k)
    if len(top) == k:
        return say("telling.same", reach=reach, value=_told(view, top[0][1], say), **fields)
    return say(
        "telling.dates" if dated else "telling.many",
        reach=reach,
        top=_tied(view, top, say),
        top_value=_told(view, top[0][1], say),
        bottom=_tied(view, bottom, say),
        bottom_value=_told(view, bottom[0][1], say),
        **fields,
    )


def _tied(view: View, rows: Named, say: Words) -> str:
    names = [_name(view, code, say) for code, _ in rows]
    return say.list(names) if len(names) <= MOST_TIED else say("telling.tied", first=names[0], n=len(names))


def _chosen(view: View, codes: Sequence[str], say: Words) -> list[str]:
    """Where our regions stand: their values, their places, and how far from the nation."""
    rows = [(code, dict(view.latest.loc[code])) for code in codes]
    known = [(code, row) for code, row in rows if pd.notna(row["value"])][:MOST_LIT]
    lost = [(code, row) for code, row in rows if pd.isna(row["value"])][: 1 if known else MOST_LIT]
    told = [_one(view, *known[0], say)] if len(known) == 1 else _many(view, known, say)
    return [*filter(None, told), *(_lost(view, code, row, say) for code, row in lost)]


def _lost(view: View, code: str, row: Row, say: Words) -> str:
    why, name = absent.why(view, code, row, view.indicator, say.lang), _name(view, code, say)
    if why == say("missing.none"):
        return say("telling.lit_absent", names=name)
    return say("telling.lit_none", region=name, why=why)


def _one(view: View, code: str, row: Row, say: Words) -> str:
    """One region with its place and its distance to the nation; nothing where the first sentence has said all."""
    key, fields = _against(view, row, say)
    place = _place(view, row, say)
    if not place and not key:
        return ""
    fields |= dict(region=_name(view, code, say), value=_told(view, row, say), k=view.reach.k, place=place)
    return say(f"telling.{'_'.join(filter(None, ['ranked' if place else '', key]))}", **fields)


def _against(view: View, row: Row, say: Words) -> tuple[str, dict[str, Any]]:
    """How a figure stands to the national one: above, below, equal; nothing where the two do not compare exactly."""
    nation = dict(_references(view)).get(NATION)
    if view.yardstick() is None or not nation or view.indicator.kind != "number":
        return "", {}
    if any((each["qualifier"] or "exact") != "exact" for each in (row, nation)):
        return "", {}
    gap = float(row["value"]) - float(nation["value"])
    told = difference(gap, view.indicator, say)
    key = "equal" if told[0] not in "+−" else "above" if gap > 0 else "below"
    return key, dict(nation=_told(view, nation, say), difference=told.lstrip("+−"))


def _many(view: View, rows: Named, say: Words) -> list[str]:
    """Several regions with their places in one sentence, their distances to the nation in another."""
    if not rows:
        return []
    told = [(view.name(code, say.lang), _told(view, row, say), _place(view, row, say)) for code, row in rows]
    ranked = all(place for *_, place in told)
    each = [
        say("telling.placed" if ranked else "telling.valued", region=name, value=value, place=place)
        for name, value, place in told
    ]
    first = say(
        "telling.lit_many" if ranked else "telling.lit_values", places=say.list(each), values=say.list(each)
    )
    gaps = [(code, *_against(view, row, say), row) for code, row in rows]
    if not ranked and len(rows) == view.reach.k and view.reach.k < captions.FEWEST:
        first = ""  # the first sentence names them all
    if not all(key for _, key, _, _ in gaps):
        return [first]
    signs = {"above": "+", "below": "−", "equal": ""}
    values = [f"{_name(view, code, say)} {signs[key]}{fields['difference']}" for code, key, fields, _ in gaps]
    return [first, say("telling.distances", nation=gaps[0][2]["nation"], differences=say.list(values))]


def _place(view: View, row: Row, say: Words) -> str:
    rank = row["rank"]
    if pd.isna(rank) or view.indicator.kind != "number":
        return ""
    shared = (view.latest["rank"] == rank).sum() > 1
    return say("telling.place_shared" if shared else "telling.place", rank=int(rank))


def _around(view: View, say: Words, chosen: bool) -> list[str]:
    """The national figure beside many regions, where the lit ones have not been held against it already."""
    nation = dict(_references(view)).get(NATION)
    if nation is None or not view.reach.k or view.indicator.kind != "number":
        return []
    told = _told(view, nation, say)
    if view.yardstick() is None or view.reach.rule in (CASE, FEW):
        return [say("telling.total", nation=told)]
    above = int((view.ranking["value"] > float(nation["value"])).sum())
    return [] if chosen else [say("telling.nation", nation=told, n=above)]


def _missing(view: View, say: Words) -> str:
    """Who has no value, where most have one."""
    if not view.missing or view.reach.k < captions.FEWEST:
        return ""
    if len(view.missing) > MOST_TIED:
        return say("telling.rest", n=len(view.missing))
    return say("telling.rest_named", names=say.list([_name(view, code, say) for code in view.missing]))


def _listed(table: pd.DataFrame) -> Named:
    return list(zip(map(str, table.index), table.to_dict("records"), strict=True))


def _name(view: View, code: str, say: Words) -> str:
    return clean(view.name(code, say.lang))


def _when(view: View, say: Words) -> str:
    """The period, with the status that all values share where they may be revised."""
    written, shared = period(view.period, say.lang), view.shared_status
    return say("readings.marked", text=written, word=say(f"status.{shared}")) if shared in SOFT else written


def _told(view: View, row: Row, say: Words) -> str:
    """A figure in words; a status that all share has been said beside the period."""
    return captions.label_text(view, row, say.lang)


_OWN: dict[str, Callable[[View, str, Sequence[str]], tuple[str, ...]]] = {
    "scatter": together.pair,
    "dated_dots": together.dated,
}
# Kinds whose alternative text says it all, and the sentence that follows.
_SAID = {"coverage": "absence", "profile": "apart"}
