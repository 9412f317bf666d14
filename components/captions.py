"""What is written around a chart: title, unit, period, basis, coverage, source, and the alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from components.labels import amount, clean, period, place
from components.sheet import Heading
from components.theme import Look
from components.wording import Words, words
from datasets import periods
from datasets.indicators import Indicator
from datasets.records import Records
from datasets.sources import Edition, Source
from datasets.texts import Text
from datasets.view import CASE, FEW, NATION, View
from geo import boundaries

MOST_SOURCES = 3
MOST_NAMED = 5


def of_view(view: View, look: Look, *, with_map: bool = False) -> Heading:
    """The heading of a chart of a View: title; unit, period and basis; k of n and sources with their places."""
    say = words(look.lang)
    credit = (boundaries.credit(look.lang),) if with_map else ()
    return Heading(
        title=clean(view.indicator.title[look.lang]),
        subtitle=" · ".join(
            filter(
                None,
                [
                    unit(view.indicator, say),
                    when(view, say),
                    nature(view.indicator, say),
                    clean(view.basis_text(look.lang)),
                ],
            )
        ),
        foot=(coverage(view, look) + " · " + sources(view, look), *credit),
        mark=mark(view.edition, say),
    )


def of_records(records: Records, look: Look, title: str, subtitle: str = "") -> Heading:
    """The heading of a chart of Records: how many rows, and the documents they come from."""
    say = words(look.lang)
    cited = joined([_source(s, "", say) for s in records.sources], say)
    foot = " · ".join(
        filter(None, [say("chart.records", n=len(records)), cited and say("chart.source", sources=cited)])
    )
    return Heading(clean(title), clean(subtitle), (foot,), mark(records.edition, say))


def unit(indicator: Indicator, say: Words) -> str:
    return say("chart.unit", unit=clean(indicator.unit[say.lang])) if indicator.unit[say.lang] else ""


def when(view: View, say: Words) -> str:
    """The period on the chart: a stock is *as of* a day, a flow is *during* a period."""
    if not view.period:
        return ""
    key = "period.as_of" if view.indicator.nature == "stock" else "period.during"
    return say(key, period=period(view.period, say.lang))


def nature(indicator: Indicator, say: Words) -> str:
    return say(f"nature.{indicator.nature}") if indicator.kind == "number" else ""


def level(view: View, say: Words) -> str:
    """The units of the view with their number: ``17개 시도``."""
    key = f"level.{view.level}" if say.get(f"level.{view.level}") else "level.other"
    return say(key, n=view.reach.n)


def coverage(view: View, look: Look) -> str:
    """k of n in words; the reporting regions are named while they are few."""
    say = words(look.lang)
    if view.reach.k == 0:
        return say(
            "chart.nation_only" if len(view.reference) else "chart.coverage_none", level=level(view, say)
        )
    if view.reach.rule in (CASE, FEW):
        names = say.list([view.name(code, look.lang) for code in view.ranking.index])
        return say("chart.coverage_named", level=level(view, say), k=view.reach.k, names=names)
    return say("chart.coverage", level=level(view, say), k=view.reach.k)


def sources(view: View, look: Look) -> str:
    """The documents of a View with their places, shortest honest form."""
    say = words(look.lang)
    places: dict[str, list[str]] = {}
    for frame in (view.frame, view.reference):
        if len(frame):
            for indicator in view.columns:
                cells = frame[indicator.id][["source", "where"]].dropna().drop_duplicates()
                for id_, where in cells.itertuples(index=False):
                    if id_ and where not in places.setdefault(id_, []):
                        places[id_].append(where)
    cited = [_source(s, place(";".join(places.get(s.id, [])[:3]), say.lang), say) for s in view.sources]
    return say("chart.source", sources=joined(cited, say)) if cited else ""


def joined(cited: list[str], say: Words) -> str:
    shown = say.list(cited[:MOST_SOURCES])
    rest = len(cited) - MOST_SOURCES
    return shown if rest <= 0 else f"{shown} {say('chart.more_sources', n=rest)}"


def documents(sources: Iterable[Source], say: Words) -> str:
    """Documents by publisher and date, all of them."""
    return say.list([_source(source, "", say) for source in sources])


def _source(source: Source, where: str, say: Words) -> str:
    date = period(source.published, say.lang)
    return say(
        "chart.source_one", publisher=clean(source.publisher[say.lang]), date=date, place=clean(where)
    ).strip()


def mark(edition: Edition, say: Words) -> str:
    """Product, data version and reference day: on every chart and file."""
    return say("product.mark", name=say("product.name"), edition=edition.id, as_of=edition.as_of)


def value_text(row: pd.Series, indicator: Indicator, lang: str) -> str:
    """One observation with unit, qualifier and, when it is no result, its status: ``400명(계획)``."""
    written, status = _written(row, indicator, lang), row["status"]
    if status in ("", "actual"):
        return written
    told = words(lang)(f"status.{status}")
    return f"{written}({told})" if lang == "ko" else f"{written} ({told})"


def _written(row: pd.Series, indicator: Indicator, lang: str) -> str:
    if indicator.kind == "date":
        return period(row["value"], lang)
    if indicator.kind == "text":
        return clean(row["value"])
    decimals = None if pd.isna(row["value"]) else indicator.decimals
    return amount(row["value"], indicator.unit, lang, decimals, row["qualifier"] or "exact")


def amount_text(row: pd.Series | Mapping[Any, Any], column: str, lang: str) -> str:
    """A figure of a record with unit and qualifier, ``약 1%``; empty where there is none."""
    if pd.isna(row[column]):
        return ""
    qualifier = row.get("qualifier" if column == "value" else f"{column}_qualifier", "") or "exact"
    return amount(float(row[column]), Text(row["unit_ko"], row["unit_en"]), lang, None, qualifier)


def since(row: pd.Series, say: Words) -> str:
    """When and by which survey the baseline of a target was measured; empty where there is none."""
    if pd.isna(row["baseline"]):
        return ""
    measured = period(row["baseline_period"], say.lang) if row["baseline_period"] else say("period.unstated")
    survey = clean(row[f"baseline_survey_{say.lang}"])
    return " · ".join(filter(None, [say("target_bullet.since", period=measured), survey]))


def alt_of_view(view: View, lang: str) -> str:
    """The alternative text of a View in full sentences: what, when, who reports, largest and smallest."""
    say = words(lang)
    fields = dict(
        title=clean(view.indicator.title[lang]),
        period=period(view.period, lang) if view.period else "",
        level=level(view, say),
    )
    rows = view.ranking
    texts = [(view.name(code, lang), value_text(row, view.indicator, lang)) for code, row in rows.iterrows()]
    if not texts:
        return _alt_without_regions(view, say, fields)
    if view.reach.rule == CASE:
        return say("alt.case", region=texts[0][0], value=texts[0][1], **fields)
    if view.reach.rule == FEW:
        return say(
            "alt.few", k=len(texts), values=say.list([f"{name} {value}" for name, value in texts]), **fields
        )
    top, bottom = texts[0], texts[-1]
    return say(
        "alt.many",
        k=len(texts),
        top=top[0],
        top_value=top[1],
        bottom=bottom[0],
        bottom_value=bottom[1],
        **fields,
    )


def _alt_without_regions(view: View, say: Words, fields: dict[str, str]) -> str:
    if (NATION, view.period) not in view.reference.index:
        return say("alt.none", **fields)
    row = view.reference.loc[(NATION, view.period)][view.indicator.id]
    return say("alt.case_nation", value=value_text(row, view.indicator, say.lang), **fields)


def alt_of_records(records: Records, title: str, lang: str) -> str:
    """The alternative text of Records in full sentences: how many, which, what is planned, undecided or unnamed."""
    say = words(lang)
    if not len(records):
        return say("alt_records.none", title=clean(title) or say(f"table.{records.kind}"))
    told = _ALTS.get(records.kind, _alt_of_list)(records, clean(title), say)
    return " ".join(filter(None, told))


def _alt_of_list(records: Records, title: str, say: Words) -> list[str]:
    names = [clean(name) for name in records.frame[say.lang]]
    key = "alt_records.list" if len(names) <= MOST_NAMED else "alt_records.some"
    fields = {
        "title": title or say(f"table.{records.kind}"),
        "n": len(names),
        "names": say.list(names[:MOST_NAMED]),
    }
    return [say(key, **fields)]


def _alt_of_targets(records: Records, title: str, say: Words) -> list[str]:
    """Each target with its baseline and date; from the fifth on only their number."""
    told = [_alt_of_target(row, say) for _, row in records.frame.head(MOST_NAMED).iterrows()]
    if len(records) == 1 and not title:
        return told
    return [say("alt_records.count", title=title or say("table.targets"), n=len(records)), *told]


def _alt_of_target(row: pd.Series, say: Words) -> str:
    name, target = clean(row[say.lang]), amount_text(row, "target", say.lang)
    if pd.isna(row["target"]):
        return say("alt_records.target_words", title=name, period=_target_period(row, say))
    if pd.isna(row["baseline"]):
        return say("alt.target_bare", title=name, target=target, period=_target_period(row, say))
    baseline = amount_text(row, "baseline", say.lang)
    return say("alt.target", title=name, baseline=baseline, target=target, period=_target_period(row, say))


def _target_period(row: pd.Series, say: Words) -> str:
    return period(row["target_period"], say.lang) if row["target_period"] else say("alt_records.unstated")


def _alt_of_strategies(records: Records, title: str, say: Words) -> list[str]:
    frame = records.frame
    roots = frame[~frame["parent"].isin(frame["id"])]
    hidden = sum(n for n in records.unnamed.values() if n > 0)
    unnamed = say("alt_records.unnamed", n=hidden) if hidden else ""
    names = [clean(name) for name in roots[say.lang]]
    title = title or say("table.strategies")
    if len(roots) > 1:
        fields = {"plans": say.list(names[:3]), "roots": len(roots), "n": len(frame) - len(roots)}
        return [say("alt_records.strategies", title=title, **fields), unnamed]
    root = roots.iloc[0]
    parts = [clean(name) for name in frame.loc[frame["parent"] == root["id"], say.lang]]
    listed = say("alt_records.parts", names=say.list(parts)) if parts else ""
    key = "alt_records.strategies_one" if parts else "alt_records.strategies_alone"
    told = say(key, title=title, plan=names[0], n=len(frame) - 1, parts=listed).strip()
    return [told, _decided(root["decision"], say), unnamed]


def _decided(decision: str, say: Words) -> str:
    if decision in ("", "unstated"):
        return say("alt_records.undecided") if decision else ""
    return say("alt_records.strategies_decision", decision=say(f"decision.{decision}"))


def _alt_of_events(records: Records, title: str, say: Words) -> list[str]:
    frame = records.frame
    dated = frame[frame["date"] != ""]
    if not len(dated):
        return _alt_of_list(records, title, say)
    dated = dated.sort_values("date", key=lambda dates: dates.map(periods.parse), kind="stable")
    first, last = dated.iloc[0], dated.iloc[-1]
    planned, undated = int((frame["status"] == "planned").sum()), len(frame) - len(dated)
    return [
        say(
            "alt_records.events",
            title=title or say("table.events"),
            n=len(dated),
            first=period(first["date"], say.lang),
            last=period(last["date"], say.lang),
            first_name=clean(first[say.lang]),
            last_name=clean(last[say.lang]),
        ),
        say("alt_records.planned", n=planned) if planned else "",
        say("alt_records.undated", n=undated) if undated else "",
    ]


_ALTS = {"targets": _alt_of_targets, "strategies": _alt_of_strategies, "events": _alt_of_events}
