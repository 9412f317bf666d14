"""Questions that several pages ask, with the answers the catalogue allows."""

from __future__ import annotations

import streamlit as st

from components.labels import clean, markdown, period
from dashboard import controls, store
from datasets.catalog import Catalog

LEVEL = "sido"


def ask_indicator(catalog: Catalog) -> str:
    """The indicator the reader wants, among those with a value on this level; empty when there is none."""
    offered = {i.id: i for i in catalog.offered(LEVEL)}
    say = controls.say()
    if not offered:
        return ""

    def name(id_: str) -> str:
        return clean(f"{say('pillar.' + offered[id_].pillar)} · {offered[id_].title[say.lang]}")

    return controls.choose("indicator", say("ask.indicator"), list(offered), next(iter(offered)), name)


def ask_period(catalog: Catalog, indicator: str) -> str:
    """The period the reader wants; asked only where there is more than one."""
    periods = catalog.periods_of(indicator)
    say = controls.say()
    if len(periods) < 2:
        return controls.asked("period", periods, periods[-1]) if periods else ""
    return controls.choose(
        "period", say("ask.period"), periods[::-1], periods[-1], lambda p: period(p, say.lang)
    )


def ask_basis(catalog: Catalog, indicator: str = "") -> str:
    """The basis the reader wants; by default the one of the data shown."""
    bases = {basis.id: basis for basis in catalog.regions.bases(LEVEL)}
    say = controls.say()
    default = store.values(indicator).basis.id if indicator else next(iter(bases))
    return controls.switch(
        "basis",
        say("ask.basis"),
        list(bases),
        default,
        lambda id_: say(f"level.{LEVEL}", n=len(catalog.regions.of(LEVEL, id_))),
    )


def ask_region(catalog: Catalog) -> str:
    """One region of any basis, in official order."""
    regions = {r.code: r for r in catalog.regions.of(LEVEL)}
    say = controls.say()
    default = next(iter(reporting(catalog)), next(iter(regions)))
    return controls.choose(
        "region",
        say("ask.region"),
        list(regions),
        default,
        lambda c: catalog.regions.name(c, say.lang, short=False),
    )


def ask_regions(catalog: Catalog, basis: str) -> tuple[str, ...]:
    """Up to six regions of a basis."""
    regions = {r.code: r for r in catalog.regions.of(LEVEL, basis)}
    say = controls.say()
    default = [code for code in reporting(catalog) if code in regions] or list(regions)[:2]
    return controls.choose_many(
        "regions", say("ask.regions"), list(regions), default, lambda c: catalog.regions.name(c, say.lang)
    )


def reporting(catalog: Catalog, indicator: str = "") -> tuple[str, ...]:
    """The regions that report an indicator, or any indicator, while they are few enough to light up."""
    ids = [indicator] if indicator else [i.id for i in catalog.offered(LEVEL)]
    views = (store.values(id_) for id_ in ids)
    return tuple(
        dict.fromkeys(code for view in views if not view.reach.may_rank for code in view.ranking.index)
    )


def tell_merger(catalog: Catalog) -> None:
    """The notice of the latest change of regions, with its date and what is done about it."""
    say = controls.say()
    bases = catalog.regions.bases(LEVEL)
    changes = [c for c in catalog.regions.changes if c.date == bases[-1].valid_from]
    for change in changes[:1]:
        n = len(catalog.regions.of(LEVEL, bases[-1].id))
        head = say("notice.merger", date=change.date.isoformat(), n=n)
        rest = f"{getattr(change, say.lang)}. {say('notice.merger_rest')}"
        st.info(f"**{markdown(head)}** {markdown(rest)}")


def tell_history(catalog: Catalog, region: str) -> None:
    """What became of a region, or what it was made of, with the date."""
    say = controls.say()
    row = catalog.regions.region(region)
    before, after = catalog.regions.predecessors(region), catalog.regions.successors(region)
    if before and row.valid_from:
        names = say.list([getattr(r, f"name_{say.lang}") for r in before])
        st.info(markdown(say("region.merged", names=names, date=row.valid_from.isoformat())))
    if after and after[0].valid_from:
        name = getattr(after[0], f"name_{say.lang}")
        st.info(markdown(say("region.part_of", name=name, date=after[0].valid_from.isoformat())))
