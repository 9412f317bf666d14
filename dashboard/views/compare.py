"""비교: how do we differ? The chosen regions side by side: figures, plans, facilities, events."""

import streamlit as st

from components.chart import Chart
from dashboard import controls, frame, picks, store
from dashboard.card import card


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    left, right = st.columns([3, 2])
    with right:
        basis = picks.ask_basis(catalog)
    with left:
        regions = picks.ask_regions(catalog, basis)
    offered = tuple(i.id for i in catalog.offered(picks.LEVEL))
    if not any(store.values(id_).reach.may_rank for id_ in offered):
        frame.missing(say("compare.missing"))
    values = Chart(
        "side_by_side", offered, basis=basis, regions=regions, lit=regions, title=say("compare.values")
    )
    lines = len(offered) * (len(regions) + 3)  # on a phone: a block an indicator, a line a region
    card(values, key="values", height=150 + 56 * len(offered), narrow_height=150 + 26 * lines)
    for table, kind in (("strategies", "matrix"), ("events", "timeline"), ("facilities", "table")):
        _records(table, kind, regions)


def _records(table: str, kind: str, regions: tuple[str, ...]) -> None:
    """What the documents say of the chosen regions in one table, as the kind that suits it."""
    say = controls.say()
    where = (("region", ";".join(regions)),)
    chart = Chart(kind, records=table, where=where, title=say(f"compare.{table}"))
    if store.count(chart):
        card(chart, key=table, height=420, narrow_height=640)
