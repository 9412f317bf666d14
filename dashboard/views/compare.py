"""비교: how do regions differ? The chosen ones in the distribution of all, beside each other, in time and two by two."""

from __future__ import annotations

import streamlit as st

from components.chart import Chart
from components.labels import markdown
from dashboard import controls, frame, picks, store
from dashboard.card import card
from dashboard.picks import Place
from datasets.catalog import Catalog
from datasets.terms import PILLARS
from datasets.view import Coverage

PAIR = ("x", "y")  # names in the address of the two indicators that are held against each other
LINE = 74  # pixels of one line of dots
PANEL = 170  # pixels of one row of small panels


def show() -> None:
    """The page."""
    catalog = store.catalog()
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-first"):
        level = picks.ask_level(catalog)
        place = picks.ask_place(catalog, level)
        regions = picks.ask_regions(catalog, level, place.basis)
    _distribution(catalog, place, regions)
    _pillars(catalog, place, regions)
    _one(catalog, place, regions)
    _pair(catalog, place, regions)
    _standings(catalog, place, regions)
    picks.tell_merger(catalog)


def _chart(kind: str, ids: tuple[str, ...], place: Place, regions: tuple[str, ...], **more: object) -> Chart:
    return Chart(
        kind,
        ids,
        level=place.level,
        basis=place.basis,
        regions=place.regions,
        lit=regions,
        **more,  # type: ignore[arg-type]
    )


def _reach(id_: str, place: Place) -> Coverage:
    return store.view(_chart("table", (id_,), place, ())).reach


def _distribution(catalog: Catalog, place: Place, regions: tuple[str, ...]) -> None:
    """Every indicator of a pillar as a line of dots, one for each region, the chosen ones lit."""
    say = controls.say()
    offered = [i for i in catalog.offered(place.level) if i.kind == "number"]
    pillars = [p for p in PILLARS if any(i.pillar == p for i in offered)]
    frame.section(say("compare.distribution"))
    pillar = controls.switch("pillar", say("ask.pillar"), pillars, pillars[0], lambda p: say(f"pillar.{p}"))
    ids = [i.id for i in offered if i.pillar == pillar]
    ranked = [id_ for id_ in ids if _reach(id_, place).may_rank]
    few = tuple(id_ for id_ in ids if id_ not in ranked)
    if ranked:
        chart = _chart(
            "strip", tuple(ranked), place, regions, title=say("compare.strip", pillar=say(f"pillar.{pillar}"))
        )
        card(
            chart, key="strip", height=150 + LINE * len(ranked), narrow_height=170 + (LINE + 14) * len(ranked)
        )
    if few:
        frame.missing(say("compare.few"))
        _few(few, place, regions)


def _few(ids: tuple[str, ...], place: Place, regions: tuple[str, ...]) -> None:
    """What too few regions report: the values of the chosen ones side by side."""
    chart = Chart(
        "side_by_side", ids, level=place.level, basis=place.basis, regions=regions, lit=regions,
        title=controls.say()("compare.values"),
    )  # fmt: skip
    lines = len(ids) * (len(regions) + 3)  # on a phone: a block an indicator, a line a region
    card(chart, key="values", height=150 + 56 * len(ids), narrow_height=150 + 26 * lines)


def _pillars(catalog: Catalog, place: Place, regions: tuple[str, ...]) -> None:
    """The best covered indicators of each pillar as small panels."""
    ids: list[str] = []
    for pillar in PILLARS:
        members = [i.id for i in catalog.offered(place.level) if i.pillar == pillar and i.kind == "number"]
        ranked = [id_ for id_ in members if _reach(id_, place).may_rank]
        ids += sorted(ranked, key=lambda id_: -_reach(id_, place).k)[:2]
    if ids:
        chart = _chart("multiples", tuple(ids), place, regions, title=controls.say()("compare.multiples"))
        rows = -(-len(ids) // 4)
        card(chart, key="multiples", height=150 + PANEL * rows, narrow_height=170 + PANEL * len(ids))


def _one(catalog: Catalog, place: Place, regions: tuple[str, ...]) -> None:
    """One indicator in time and as a distribution, divided as the reader likes."""
    say = controls.say()
    frame.section(say("compare.one"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-one"):
        indicator = picks.ask_indicator(catalog, place.level, default=catalog.edition.opening)
        per = picks.ask_per(catalog, indicator, place.level) if indicator else ""
    if not indicator:
        return
    if catalog.indicator(indicator).kind == "date":
        card(_chart("dated_dots", (indicator,), place, regions), key="dates", height=620, narrow_height=640)
        return
    timed = len(catalog.periods_of(indicator)) > 1
    kinds = ("distribution", "trend") if timed else ("distribution",)
    for kind, (column, span) in zip(kinds, frame.row(len(kinds)), strict=True):
        with column:
            card(
                _chart(kind, (indicator,), place, regions, per=per),
                key=kind,
                height=420,
                narrow_height=460,
                span=span,
            )


def _pair(catalog: Catalog, place: Place, regions: tuple[str, ...]) -> None:
    """Two indicators against each other, where enough regions report both."""
    say = controls.say()
    offered = [
        i.id for i in catalog.offered(place.level) if i.kind == "number" and _reach(i.id, place).may_rank
    ]
    if len(offered) < 2:
        return
    frame.section(say("compare.pair"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-pair"):
        x = picks.ask_indicator(catalog, place.level, PAIR[0], default=offered[0], kinds=("number",))
        y = picks.ask_indicator(catalog, place.level, PAIR[1], default=offered[1], kinds=("number",))
    card(_chart("scatter", (x, y), place, regions), key="scatter", height=560, narrow_height=520)


def _standings(catalog: Catalog, place: Place, regions: tuple[str, ...]) -> None:
    """Value, place, distance to the nation and to the best, and what a region is strong and weak in."""
    say = controls.say()
    ids = tuple(
        i.id for i in catalog.offered(place.level) if i.kind == "number" and _reach(i.id, place).k > 1
    )
    frame.section(say("compare.standings"))
    st.caption(markdown(say("compare.rule")))
    if ids:
        chart = _chart("standings", ids, place, regions, title=say("compare.standings"))
        card(chart, key="standings", height=620)
