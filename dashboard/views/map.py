"""지도: where is it? One indicator over the regions, as a map, as equal tiles or as columns, with the list beside."""

import streamlit as st

from components.chart import Chart
from dashboard import controls, frame, picks, store
from dashboard.card import card
from datasets.view import CASE, FEW, Coverage

# What is worth a visit; rooms where a meeting was held are not.
FACILITIES = "data_centre;cluster;school;academy;laboratory;institute;factory;equipment"
KINDS = ("choropleth", "tile_map", "columns")


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    chart = _ask()
    if chart is None:
        frame.missing(say("map.nothing"))
        return
    view = store.view(chart)
    if not view.reach.may_rank:
        frame.missing(say("map.missing", k=view.reach.k) if view.reach.k else say("map.none"))
    left, right = st.columns([2, 1])
    with left:
        card(chart, key="map", height=640, narrow_height=560, span=2 / 3)
    with right:
        _list(chart, view.reach)
        picks.tell_merger(catalog)
    facilities = Chart(
        "table", records="facilities", where=(("kind", FACILITIES),), title=say("map.facilities")
    )
    card(facilities, key="facilities", height=420)


def _list(chart: Chart, reach: Coverage) -> None:
    """Beside the map what the coverage allows: a card for one region, values for a few, a ranking from five on."""
    kind = {CASE: "fact_card", FEW: "side_by_side"}.get(reach.rule, "ranked_bar")
    regions = store.view(chart).ranking.index if reach.rule == FEW else ()
    listed = Chart(
        kind, chart.ids, basis=chart.basis, period=chart.period, lit=chart.lit, regions=tuple(regions)
    )
    card(listed, key="list", height=640 if reach.may_rank else 260, span=1 / 3)


def _ask() -> Chart | None:
    """The controls in one row, and the chart they ask for."""
    catalog, say = store.catalog(), controls.say()
    left, middle, right = st.columns([4, 3, 3])
    with left:
        indicator = picks.ask_indicator(catalog)
        if not indicator:
            return None
        period = picks.ask_period(catalog, indicator)
    with middle:
        kind = controls.switch("kind", say("ask.kind"), KINDS, KINDS[0], lambda k: say(f"ask.{k}"))
    with right:
        basis = picks.ask_basis(catalog, indicator)
    lit = picks.reporting(catalog, indicator)
    return Chart(kind, (indicator,), basis=basis, period=period, lit=lit)
