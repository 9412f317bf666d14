"""What is written around a chart: title, unit, period, basis, coverage, source, and the alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from components import absent, cited
from components.labels import amount, clean, period, told_unit
from components.sheet import Heading
from components.theme import Look
from components.wording import Words, words
from datasets.indicators import Indicator
from datasets.records import Records
from datasets.sources import Edition, Source
from datasets.texts import Text
from datasets.view import CASE, FEW, NATION, View
from geo import boundaries

SOFT = ("provisional", "estimate")  # statuses of results that may still be revised
FEWEST = 5  # reporting regions that can be spoken of as a number; fewer are named


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
                    basis(view, look.lang),
                ],
            )
        ),
        foot=(coverage(view, look) + " · " + sources(view, look), *credit),
        mark=mark(view.edition, say),
    )


def of_records(records: Records, look: Look, title: str, subtitle: str = "") -> Heading:
    """The heading of a chart of Records: how many rows, and the documents they come from."""
    say = words(look.lang)
    documents_ = cited.joined([cited.brief(s, say) for s in records.sources], say)
    foot = " · ".join(
        filter(
            None,
            [say("chart.records", n=len(records)), documents_ and say("chart.source", sources=documents_)],
        )
    )
    return Heading(clean(title), clean(subtitle), (foot,), mark(records.edition, say))


def unit(indicator: Indicator, say: Words) -> str:
    told = told_unit(indicator.unit, say.lang)
    return say("chart.unit", unit=told) if told else ""


def when(view: View, say: Words) -> str:
    """The period on the chart: a stock is *as of* a day, a flow is *during* a period."""
    if not view.period:
        return ""
    key = "period.as_of" if view.indicator.nature != "flow" else "period.during"
    written = say(key, period=period(view.period, say.lang))
    if view.shared_status not in SOFT:
        return written
    return say("readings.marked", text=written, word=say(f"status.{view.shared_status}"))


def basis(view: View, lang: str) -> str:
    """The basis of the regions and, where figures are divided, by what and of which period."""
    by, say = view.divisor, words(lang)
    told = [clean(view.basis_text(lang))]
    if by:
        taken = dict.fromkeys(by.taken.get(view.period_of(column.id), "") for column in view.divided)
        periods = say.list([period(each, lang) for each in taken if each])
        told += (
            [say("chart.divided", name=clean(by.indicator.title[lang]), period=periods)] if periods else []
        )
    return " · ".join(told)


def nature(indicator: Indicator, say: Words) -> str:
    """Whether figures add up over time; of a stock the period already says so: *as of* a day."""
    told = indicator.kind == "number" and indicator.nature != "stock"
    return say(f"nature.{indicator.nature}") if told else ""


def level(view: View, say: Words) -> str:
    """The units of the view with their number: ``17개 시도``, ``서울 25개 시군구``."""
    key = f"level.{view.level}" if say.get(f"level.{view.level}") else "level.other"
    units, above = say(key, n=view.reach.n), parent(view)
    return say("level.of", parent=view.name(above, say.lang), level=units) if above else units


def parent(view: View) -> str:
    """The region above all of a view's regions, where it is not the nation; empty where they have none in common."""
    found = {region.parent for region in view.regions}
    return found.pop() if len(found) == 1 and not found & {"", NATION} else ""


def coverage(view: View, look: Look) -> str:
    """k of n in words; the reporting regions are named while they are few."""
    say = words(look.lang)
    if view.reach.k == 0:
        return say(
            "chart.nation_only" if len(view.reference) else "chart.coverage_none", level=level(view, say)
        )
    if view.reach.k < FEWEST:
        names = say.list([view.name(code, look.lang) for code in view.ranking.index])
        return say("chart.coverage_named", level=level(view, say), k=view.reach.k, names=names)
    return say("chart.coverage", level=level(view, say), k=view.reach.k)


def sources(view: View, look: Look) -> str:
    """The documents of a View with their places, shortest honest form."""
    return cited.of_view(view, look.lang)


def documents(sources: Iterable[Source], say: Words) -> str:
    """Documents by publisher and date, all of them."""
    return cited.documents(sources, say)


def mark(edition: Edition, say: Words) -> str:
    """Product, data version and reference day: on every chart and file."""
    return say("product.mark", name=say("product.name"), edition=edition.id, as_of=edition.as_of)


def value_text(row: pd.Series | Mapping[Any, Any], indicator: Indicator, lang: str) -> str:
    """One observation with unit, qualifier and, when it is no result, its status: ``400명(계획)``."""
    written, status = _written(row, indicator, lang), row["status"]
    if status in ("", "actual"):
        return written
    told = words(lang)(f"status.{status}")
    return f"{written}({told})" if lang == "ko" else f"{written} ({told})"


def label_text(view: View, row: Mapping[Any, Any], lang: str) -> str:
    """One figure as a chart writes it beside its mark: a status that all share is said once, beside the period."""
    quiet = view.shared_status in SOFT
    return value_text({**row, "status": ""} if quiet else row, view.indicator, lang)


def _written(row: pd.Series | Mapping[Any, Any], indicator: Indicator, lang: str) -> str:
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
    rows, why = view.ranking, absent.no_scale(view.indicator, view.reach, say)
    texts = [(view.name(code, lang), value_text(row, view.indicator, lang)) for code, row in rows.iterrows()]
    if not texts:
        return _alt_without_regions(view, say, fields)
    if view.reach.rule == CASE:
        return say("alt.case", region=texts[0][0], value=texts[0][1], **fields)
    if why and len(texts) >= FEWEST:
        return say("alt.unranked", k=len(texts), why=why, **fields)
    if view.reach.rule == FEW:
        return say(
            "alt.few", k=len(texts), values=say.list([f"{name} {value}" for name, value in texts]), **fields
        )
    # A ranking begins with the best; told are the largest and the smallest.
    top, bottom = (texts[-1], texts[0]) if view.indicator.better == "less" else (texts[0], texts[-1])
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
