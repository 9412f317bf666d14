"""Questions that several pages ask, with the answers the catalogue allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.labels import clean, markdown, period
from dashboard import controls, store
from datasets.bases import NATION
from datasets.catalog import LEVEL, Catalog
from datasets.finding import found
from datasets.indicators import Indicator
from datasets.terms import PILLARS

ALL = "all"
TOTAL = "total"


@dataclass(frozen=True)
class Place:
    """Where the reader looks: a level on a basis, narrowed to the parts of one region or not at all."""

    level: str
    basis: str
    within: str = ""
    regions: tuple[str, ...] = ()


def ask_level(catalog: Catalog) -> str:
    """The level the reader wants; asked only where more than one has figures."""
    levels = [
        level for level in catalog.regions.levels() if catalog.regions.bases(level) and catalog.offered(level)
    ]
    say = controls.say()
    if len(levels) < 2:
        return LEVEL
    return controls.switch("level", say("ask.level"), levels, LEVEL, lambda level: say(f"level_name.{level}"))


def ask_indicator(
    catalog: Catalog,
    level: str,
    name: str = "indicator",
    default: str = "",
    kinds: Sequence[str] = ("number", "date"),
) -> str:
    """The indicator the reader wants, among those with a value on this level; empty when there is none."""
    offered = {i.id: i for i in catalog.offered(level) if i.kind in kinds}
    say = controls.say()
    if not offered:
        return ""
    groups: dict[str, dict[str, str]] = {}
    for pillar in PILLARS:
        members = {id_: clean(i.title[say.lang]) for id_, i in offered.items() if i.pillar == pillar}
        if members:
            groups[say(f"pillar.{pillar}")] = members
    first = default if default in offered else next(iter(offered))
    return controls.choose_among(
        name, say(f"ask.{name}"), groups, first, lambda text, id_: found(text, *_texts(offered[id_]))
    )


def _texts(indicator: Indicator) -> tuple[str, ...]:
    """What a search for an indicator looks at."""
    return (
        indicator.title.ko,
        indicator.title.en,
        indicator.short.ko,
        indicator.meaning.ko,
        indicator.meaning.en,
    )


def ask_period(catalog: Catalog, indicator: str, level: str) -> str:
    """The period the reader wants; asked only where there is more than one."""
    periods = catalog.periods_of(indicator)
    say = controls.say()
    if len(periods) < 2:
        return controls.asked("period", periods, periods[-1]) if periods else ""
    return controls.choose(
        "period",
        say("ask.period"),
        periods[::-1],
        store.values(indicator, level=level).period,
        lambda p: period(p, say.lang),
    )


def ask_per(catalog: Catalog, indicator: str, level: str, default: str = TOTAL) -> str:
    """What the reader wants the indicator divided by; empty for the figure itself. Asked only where it may be divided."""
    return _ask_way(catalog, catalog.figures.ways(indicator, level), default)


def _ask_way(catalog: Catalog, ways: Sequence[str], default: str) -> str:
    say = controls.say()
    if not ways:
        return ""
    names = {TOTAL: say("ask.total")} | {
        way: catalog.figures.denominators[way].unit[say.lang] for way in ways
    }
    value = controls.choose(
        "per",
        say("ask.per"),
        list(names),
        default if default in names else TOTAL,
        lambda way: clean(names[way]),
    )
    return "" if value == TOTAL else value


def ask_per_of_all(catalog: Catalog, level: str) -> str:
    """What the reader wants all figures of a page divided by, where their meaning allows it."""
    offered = {way for indicator in catalog.offered(level) for way in indicator.denominators}
    return _ask_way(catalog, [way for way in catalog.figures.denominators if way in offered], TOTAL)


def commonest_way(catalog: Catalog, level: str) -> str:
    """The denominator by which most indicators of a level may be divided."""
    found = Counter(way for indicator in catalog.offered(level) for way in indicator.denominators)
    return max(found, key=found.__getitem__, default="")


def ask_basis(catalog: Catalog, level: str, *indicators: str) -> str:
    """The basis the reader wants; by default the one of the data shown. A level with one basis asks nothing."""
    bases = {basis.id: basis for basis in catalog.regions.bases(level)}
    say = controls.say()
    default = store.values(*indicators, level=level).basis.id if any(indicators) else next(iter(bases))
    if len(bases) < 2:
        return default
    return controls.switch(
        "basis",
        say("ask.basis"),
        list(bases),
        default,
        lambda id_: say(f"level.{level}", n=len(catalog.regions.of(level, id_))),
    )


def ask_place(catalog: Catalog, level: str, *indicators: str) -> Place:
    """Basis and, on a finer level, the region whose parts the reader wants to see."""
    basis = ask_basis(catalog, level, *indicators)
    above = {r.parent for r in catalog.regions.of(level, basis)} - {NATION, ""}
    if not above:
        return Place(level, basis)
    return _within(catalog, level, basis)


def _within(catalog: Catalog, level: str, basis: str) -> Place:
    """One region above the level, of the latest basis, or the whole country."""
    say, regions = controls.say(), catalog.regions
    upper = [r for r in regions.of(LEVEL) if regions.children(r.code, level)]
    names = {ALL: say("ask.whole_country")} | {
        r.code: clean(regions.name(r.code, say.lang, short=False)) for r in upper
    }
    code = controls.choose("within", say("ask.within"), list(names), ALL, names.__getitem__)
    if code == ALL:
        return Place(level, basis)
    return Place(level, basis, code, tuple(r.code for r in regions.children(code, level)))


def ask_region(catalog: Catalog) -> str:
    """One region of any basis and of every level that has figures, in official order."""
    code = st.query_params.get("region", "")
    if "level" not in st.query_params:  # a code alone opens its page
        controls.assume("level", next((r.level for r in catalog.regions.rows if r.code == code), ""))
    level = ask_level(catalog)
    regions = {r.code: r for r in catalog.regions.of(level)}
    say = controls.say()
    default = next((code for code in headlined(catalog) if code in regions), next(iter(regions)))
    return controls.choose(
        "region",
        say("ask.region"),
        list(regions),
        default,
        lambda c: catalog.regions.name(c, say.lang, short=False),
    )


def ask_regions(catalog: Catalog, level: str, basis: str) -> tuple[str, ...]:
    """Up to six regions of a basis, or groups of them."""
    regions = [r.code for r in catalog.regions.of(level, basis)]
    groups = [
        r.code for r in catalog.references() if catalog.regions.members(r.code, basis) and r.code != NATION
    ]
    say = controls.say()
    default = [code for code in headlined(catalog) if code in regions] or regions[:2]
    return controls.choose_many(
        "regions",
        say("ask.regions"),
        [*regions, *groups],
        default,
        lambda c: catalog.regions.name(c, say.lang),
    )


def headlined(catalog: Catalog) -> tuple[str, ...]:
    """The regions the headline figures speak of, the ones lit where nobody has chosen."""
    views = (store.values(i.id) for i in catalog.headlines())
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
