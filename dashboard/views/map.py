"""지도: where is it? One indicator over the regions, as a map, as equal tiles or as columns, with the list beside."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.chart import Chart
from dashboard import controls, frame, picks, store
from dashboard.card import card
from dashboard.picks import Place
from datasets.catalog import Catalog
from datasets.classes import EQUAL, GIVEN, QUANTILE
from datasets.indicators import Indicator
from datasets.terms import VISITED
from datasets.view import CASE, FEW, Coverage

FACILITIES = ";".join(VISITED)
NUMBERS = ("choropleth", "tile_map", "columns", "distribution")
DATES = ("tile_map", "dated_dots")
BESIDE = 4  # regions whose figures fit side by side
METHODS = (QUANTILE, EQUAL, GIVEN)


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    chart = _ask(catalog)
    if chart is None:
        frame.missing(say("map.nothing"))
        return
    view = store.view(chart)
    if not view.reach.may_rank:
        frame.missing(_why(view.indicator, view.reach))
    left, right = st.columns([2, 1])
    with left:
        card(chart, key="map", height=660, narrow_height=560, span=2 / 3, pick=frame.go_to_region)
        st.caption(say("map.press"))
    with right:
        _list(chart, view.indicator, view.reach)
        picks.tell_merger(catalog)
    facilities = Chart(
        "table", records="facilities", where=(("kind", FACILITIES),), title=say("map.facilities")
    )
    card(facilities, key="facilities", height=420)


def _why(indicator: Indicator, reach: Coverage) -> str:
    """Why there is no scale and no rank."""
    say = controls.say()
    if not reach.k:
        return say("map.none")
    return indicator.incomparable[say.lang] if indicator.incomparable else say("map.missing", k=reach.k)


def _list(chart: Chart, indicator: Indicator, reach: Coverage) -> None:
    """Beside the map what the coverage allows: a card for one region, values for a few, a ranking from five on."""
    kind = {CASE: "fact_card", FEW: "side_by_side"}.get(reach.rule, "ranked_bar")
    if reach.rule == FEW and reach.k > BESIDE:
        kind = "ranked_bar"  # in official order: figures that must not be ranked
    if chart.kind == "dated_dots":
        return  # it is the list itself
    if indicator.kind == "date":
        kind = "fact_card" if reach.rule == CASE else "dated_dots"
    regions = tuple(store.view(chart).ranking.index) if kind == "side_by_side" else chart.regions
    listed = Chart(
        kind, chart.ids, level=chart.level, basis=chart.basis, period=chart.period, per=chart.per,
        lit=chart.lit, regions=regions,
    )  # fmt: skip
    tall = reach.may_rank or indicator.kind == "date" or reach.k > BESIDE
    card(listed, key="list", height=660 if tall else 300, span=1 / 3, pick=frame.go_to_region)


def _ask(catalog: Catalog) -> Chart | None:
    """The controls above the map, and the chart they ask for."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-first"):
        level = picks.ask_level(catalog)
        indicator = picks.ask_indicator(catalog, level, default=catalog.edition.opening)
        if not indicator:
            return None
        period = picks.ask_period(catalog, indicator, level)
        per = picks.ask_per(catalog, indicator, level)
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-second"):
        kind = _ask_kind(catalog, indicator, level)
        place = picks.ask_place(catalog, level, indicator)
        options = _ask_options(kind)
    lit = _lit(indicator, period, per, place)
    return Chart(
        kind, (indicator,), level=level, basis=place.basis, period=period, per=per, regions=place.regions,
        lit=lit, options=options,
    )  # fmt: skip


def _ask_kind(catalog: Catalog, indicator: str, level: str) -> str:
    say = controls.say()
    kinds = DATES if catalog.indicator(indicator).kind == "date" else NUMBERS
    if not any(region.tile_row for region in catalog.regions.of(level)):
        kinds = tuple(kind for kind in kinds if kind != "tile_map")
    return controls.switch("kind", say("ask.kind"), kinds, kinds[0], lambda k: say(f"ask.{k}"))


def _ask_options(kind: str) -> tuple[tuple[str, Any], ...]:
    """How values fall into classes, and whether facilities are marked; for the flat maps only."""
    say = controls.say()
    if kind not in ("choropleth", "tile_map"):
        return ()
    options: list[tuple[str, Any]] = []
    method = controls.choose("classes", say("ask.classes"), METHODS, QUANTILE, lambda m: say(f"ask.{m}"))
    limits = controls.limits("limits", say("ask.limits"), say("ask.limits_hint")) if method == GIVEN else ()
    if limits:
        options.append(("limits", limits))
    elif method != GIVEN:
        options.append(("method", method))
    if kind == "choropleth" and _facilities_wanted():
        options.append(("places", FACILITIES))
    return tuple(options)


def _facilities_wanted() -> bool:
    say = controls.say()
    return (
        controls.switch("points", say("ask.points"), ("off", "on"), "off", lambda p: say(f"ask.{p}")) == "on"
    )


def _lit(indicator: str, period: str, per: str, place: Place) -> tuple[str, ...]:
    """The regions that report, while they are few enough to stand out."""
    view = store.view(
        Chart("table", (indicator,), level=place.level, basis=place.basis, period=period, per=per)
    )
    return () if view.reach.may_rank else tuple(view.ranking.index)[: controls.MOST_REGIONS]
