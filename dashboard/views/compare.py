"""비교: how do regions differ? The chosen ones in the distribution of all, beside each other, in time and two by two."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.chart import Chart
from components.contents import places
from components.labels import markdown
from dashboard import controls, frame, picks, store
from dashboard.card import card
from datasets import standing
from datasets.catalog import Catalog
from datasets.indicators import Indicator
from datasets.terms import PILLARS

LINE, NARROW_LINE = 96, 176  # pixels of one line of dots
PANEL, ACROSS = 170, 4  # pixels of a small panel, and how many stand side by side
OF_EACH = 2  # indicators of each pillar among the panels
LISTED = 3  # strengths, and weaknesses, told of each region


def show() -> None:
    """The page."""
    catalog = store.catalog()
    chosen = _ask(catalog)
    _distribution(catalog, chosen)
    _panels(catalog, chosen)
    _one(catalog, chosen)
    _pair(catalog, chosen)
    _standings(catalog, chosen)
    picks.tell_merger(catalog)


def _ask(catalog: Catalog) -> Chart:
    """The controls above the page, and the chart they ask for: nothing drawn yet, the chosen regions lit."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-first"):
        level = picks.ask_level(catalog)
        place = picks.ask_place(catalog, level)
        per = picks.ask_per_of_all(catalog, level)
    regions = picks.ask_regions(catalog, level, place.basis)
    return Chart("strip", level=level, basis=place.basis, per=per, regions=place.regions, lit=regions)


def _numbers(catalog: Catalog, chosen: Chart) -> list[Indicator]:
    return [i for i in catalog.offered(chosen.level) if i.kind == "number"]


def _may_rank(id_: str, chosen: Chart) -> bool:
    return store.view(replace(chosen, kind="table", ids=(id_,), per="", lit=())).reach.may_rank


def _distribution(catalog: Catalog, chosen: Chart) -> None:
    """Every indicator of a pillar as a line of dots, one for each region, the chosen ones lit."""
    say, offered = controls.say(), _numbers(catalog, chosen)
    pillars = [p for p in PILLARS if any(i.pillar == p for i in offered)]
    frame.section(say("compare.distribution"))
    pillar = controls.switch("pillar", say("ask.pillar"), pillars, pillars[0], lambda p: say(f"pillar.{p}"))
    ids = [i.id for i in offered if i.pillar == pillar]
    ranked = tuple(id_ for id_ in ids if _may_rank(id_, chosen))
    if ranked:
        title = say("compare.strip", pillar=say(f"pillar.{pillar}"))
        heights = (160 + LINE * len(ranked), 190 + NARROW_LINE * len(ranked))
        card(
            replace(chosen, ids=ranked, title=title), key="strip", height=heights[0], narrow_height=heights[1]
        )
    _few(tuple(id_ for id_ in ids if id_ not in ranked), chosen)


def _few(ids: tuple[str, ...], chosen: Chart) -> None:
    """What too few regions report, or define in different ways: the values of the chosen ones side by side."""
    say = controls.say()
    beside = replace(chosen, kind="side_by_side", regions=chosen.lit, title=say("compare.values"))
    told = tuple(id_ for id_ in ids if store.view(replace(beside, kind="table", ids=(id_,), lit=())).reach.k)
    if not told:
        return
    frame.missing(say("compare.few"))
    lines = len(told) * (len(chosen.lit) + 3)  # on a phone: a block an indicator, a line a region
    card(replace(beside, ids=told), key="values", height=150 + 56 * len(told), narrow_height=150 + 26 * lines)


def _panels(catalog: Catalog, chosen: Chart) -> None:
    """The best covered indicators of each pillar as small panels."""
    ids: list[str] = []
    for pillar in PILLARS:
        members = [i.id for i in _numbers(catalog, chosen) if i.pillar == pillar and _may_rank(i.id, chosen)]
        ids += sorted(members, key=lambda id_: -_reporting(id_, chosen))[:OF_EACH]
    if ids:
        title, rows = controls.say()("compare.multiples"), -(-len(ids) // ACROSS)
        panels = replace(chosen, kind="multiples", ids=tuple(ids), title=title)
        card(panels, key="multiples", height=150 + PANEL * rows, narrow_height=170 + PANEL * len(ids))


def _reporting(id_: str, chosen: Chart) -> int:
    return store.view(replace(chosen, kind="table", ids=(id_,), per="", lit=())).reach.k


def _one(catalog: Catalog, chosen: Chart) -> None:
    """One indicator as a distribution and in time, or the order of its dates."""
    frame.section(controls.say()("compare.one"))
    indicator = picks.ask_indicator(catalog, chosen.level, default=catalog.edition.opening)
    if not indicator:
        return
    one = replace(chosen, ids=(indicator,))
    if catalog.indicator(indicator).kind == "date":
        card(replace(one, kind="dated_dots"), key="dates", height=620, narrow_height=640)
        return
    kinds = ["distribution"] + ["trend"] * (len(catalog.periods_of(indicator)) > 1)
    for kind, (column, span) in zip(kinds, frame.row(len(kinds)), strict=True):
        with column:
            card(replace(one, kind=kind), key=kind, height=420, narrow_height=460, span=span)


def _pair(catalog: Catalog, chosen: Chart) -> None:
    """Two indicators against each other; the chart says so where it cannot be drawn."""
    offered = [i.id for i in _numbers(catalog, chosen) if _may_rank(i.id, chosen)]
    if len(offered) < 2:
        return
    frame.section(controls.say()("compare.pair"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-pair"):
        x = picks.ask_indicator(catalog, chosen.level, "x", default=offered[0], kinds=("number",))
        y = picks.ask_indicator(catalog, chosen.level, "y", default=offered[1], kinds=("number",))
    card(replace(chosen, kind="scatter", ids=(x, y)), key="scatter", height=560, narrow_height=520)


def _standings(catalog: Catalog, chosen: Chart) -> None:
    """What each chosen region is strong and weak in, and the table of values, places and distances."""
    say = controls.say()
    ids = tuple(i.id for i in _numbers(catalog, chosen) if _reporting(i.id, chosen) > 1)
    if not ids:
        return
    table = replace(chosen, kind="standings", ids=ids, title=say("compare.standings"))
    _sides(table)
    frame.section(say("compare.standings"))
    st.caption(markdown(say("compare.rule")))
    card(table, key="standings", height=620, narrow_height=620)


def _sides(chosen: Chart) -> None:
    """Strengths and weaknesses of each chosen region in sentences, and the rule by which they are told."""
    say, view = controls.say(), store.view(chosen)
    frame.section(say("compare.sides"))
    st.caption(markdown(say("region.rule")))
    own = [code for code in chosen.lit if code in view.latest.index]
    for code, (column, _) in zip(own, frame.row(len(own)) if own else [], strict=True):
        with column, st.container(border=True, key=f"sides-{code}"):
            st.markdown(f"**{markdown(view.name(code, say.lang))}**")
            table = standing.standings(view, [code])
            for side, rows in zip(standing.SIDES, standing.sides(table), strict=True):
                told = places.sentences(view, rows.head(LISTED), say.lang) or [
                    places.unjudged(table, side, say.lang)
                ]
                st.markdown(
                    f"{markdown(say(f'region.{side}'))}\n" + "\n".join(f"- {markdown(t)}" for t in told)
                )
