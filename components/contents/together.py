"""Together: charts of several indicators, of pairs and of dates in sentences of our own, for the text of a document."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from components import captions
from components.contents import dates, pairs
from components.labels import clean, number
from components.theme import Look
from components.wording import Words, words
from datasets import standing
from datasets.view import View

MOST_NAMED = 4  # indicators or regions in one sentence
MOST_LIT = 2  # regions whose values are told


def several(view: View, lang: str, lit: Sequence[str]) -> tuple[str, ...]:
    """Many indicators: how many all report, the values of our regions or who is first, and that they differ."""
    say, n = words(lang), len(set(view.columns))
    full = sum(reach.k == reach.n for reach in view.coverage.values())
    fields = dict(n=n, level=captions.level(view, say), all=full)
    first = say("telling.several" if full else "telling.several_few", **fields)
    shown = [code for code in dict.fromkeys(lit) if code in {r.code for r in view.regions}][:MOST_LIT]
    told = [_values(view, code, say) for code in shown]
    lost = [clean(view.name(code, lang)) for code, text in zip(shown, told, strict=True) if not text]
    told += [say("telling.lit_absent", names=say.list(lost))] if lost else []
    told += [] if len(lost) < len(shown) else [_leaders(view, say)]
    return tuple(filter(None, [first, *told, say("telling.apart")]))


def _values(view: View, code: str, say: Words) -> str:
    """The values of one region, with its places where there are any."""
    meant = {indicator.id: indicator for indicator in view.columns}
    rows = standing.standings(view, [code]).to_dict("records")
    told = [_value(meant[row["indicator"]], row, say) for row in rows[:MOST_NAMED]]
    if not told:
        return ""
    key = "values_some" if len(rows) > MOST_NAMED else "values_of"
    return say(f"telling.{key}", region=clean(view.name(code, say.lang)), values=say.list(told))


def _value(indicator: Any, row: dict[Any, Any], say: Words) -> str:
    fields = dict(name=clean(indicator.short[say.lang]), value=captions.value_text(row, indicator, say.lang))
    if math.isnan(row["place"]):
        return say("telling.one_of", **fields)
    key = "place_shared" if row["place"] in row["others"] else "place"
    place = say(f"telling.{key}", rank=int(row["place"]))
    return say("telling.one_placed", k=row["of"], place=place, **fields)


def _leaders(view: View, say: Words) -> str:
    """Who has the largest value in each indicator that may be ranked."""
    found = [told for column in dict.fromkeys(view.columns) if (told := _leader(view, column, say))]
    key = "leaders_some" if len(found) > MOST_NAMED else "leaders"
    return say(f"telling.{key}", values=say.list(found[:MOST_NAMED])) if found else ""


def _leader(view: View, column: Any, say: Words) -> str:
    table = view.column(column.id)
    known = table[table["value"].notna()]
    if column.kind != "number" or not view.coverage[column.id].may_rank:
        return ""
    row = known.loc[known["value"] == known["value"].max()]
    names = say.list([clean(view.name(str(code), say.lang)) for code in row.index[:MOST_NAMED]])
    value = captions.value_text(row.iloc[0], column, say.lang)
    return say("telling.leader", name=clean(column.short[say.lang]), region=names, value=value)


def pair(view: View, lang: str, lit: Sequence[str]) -> tuple[str, ...]:
    """How two indicators go together, where our regions or the outermost stand, and that this is no cause."""
    look, say = Look(lang=lang), words(lang)
    sides = pairs.sides_of(view, look)
    why = pairs.refusal(sides, say)
    if why:
        return (why, *several(view, lang, lit)[1:])
    found = pairs.pairs_of(view, look, sides, lit)
    n, r, p = found.found
    names = dict(x=found.x.name, y=found.y.name)
    if math.isnan(r):
        return say("telling.pair_flat", n=n, **names), *_points(found, names, say)
    key, chance = "pair" if found.line else "pair_chance", "p<0.001" if p < 0.001 else f"p={p:.3f}"
    told = say(f"telling.{key}", n=n, r=f"r={number(r, 2)}", p=chance, **names)
    return told, *_points(found, names, say), say("scatter.no_cause")


def _points(found: pairs.Pairs, names: dict[str, str], say: Words) -> list[str]:
    ends = [max(found.points, key=lambda p: p.x.value), max(found.points, key=lambda p: p.y.value)]
    chosen = [point for point in found.points if point.mark] or list(dict.fromkeys(ends))
    return [
        say("telling.point", region=p.name, x_name=names["x"], x=p.x.text, y_name=names["y"], y=p.y.text)
        for p in chosen[:MOST_LIT]
    ]


def dated(view: View, lang: str, lit: Sequence[str]) -> tuple[str, ...]:
    """Whose dates are known, the first and the last or all of a few, our regions', and what they do not mean."""
    look, say = Look(lang=lang), words(lang)
    if dates.refusal(view, say):
        return (dates.refusal(view, say), *several(view, lang, lit)[1:])
    known = dates.known(view)
    found = dates.dates_of(known, look, lit)
    title = clean(view.indicator.title[lang])
    if not found.regions:
        return (say("telling.none", title=title),)
    fields = dict(title=title, level=captions.level(known, say), k=len(found.regions))
    chosen = [f"{each.name} {each.text}" for each in found.regions if each.mark][:MOST_NAMED]
    own = [say("telling.dated_lit", values=say.list(chosen))] if chosen else []
    caution = [say("telling.caution", text=clean(c[lang])) for c in view.indicator.caution[:1]]
    return _span(view, found, fields, say), *own, *_order(view, found, say), *caution


def _order(view: View, found: dates.Dates, say: Words) -> list[str]:
    """Why the dates are in no rank."""
    if view.indicator.incomparable:
        return [say("telling.why", why=clean(view.indicator.incomparable[say.lang]))]
    return [say("telling.dated_open")] if found.absent and len(found.regions) > 1 else []


def _span(view: View, found: dates.Dates, fields: dict[str, Any], say: Words) -> str:
    rows = found.regions
    if len(rows) <= MOST_NAMED:
        return say("telling.dated_few", values=say.list([f"{r.name} {r.text}" for r in rows]), **fields)
    if view.indicator.incomparable:
        return say("telling.dated_apart", **fields)
    last = max(rows, key=lambda r: r.end)
    ends = dict(top=rows[0].name, top_value=rows[0].text, bottom=last.name, bottom_value=last.text)
    return say("telling.dated", **ends, **fields)
