"""전략: who plans what? The tree of a plan, who covers which field, when, and a search."""

import streamlit as st

from components.chart import Chart
from components.labels import clean
from dashboard import controls, frame, store
from dashboard.card import card


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    roots = {row["id"]: row for _, row in catalog.roots().iterrows()}
    plan = controls.choose(
        "plan", say("ask.plan"), ["all", *roots], _fullest(), lambda id_: _name(roots, id_)
    )
    tree = Chart(
        "strategy_tree", () if plan == "all" else (plan,), records="strategies", title=_name(roots, plan)
    )
    card(tree, key="tree", height=720, narrow_height=1100)
    st.caption(say("strategies.unnamed"))
    matrix = Chart("matrix", records="strategies", title=say("strategies.matrix"))
    card(matrix, key="matrix", height=640, narrow_height=760)
    timeline = Chart("timeline", records="events", where=(("date", "*"),), title=say("strategies.timeline"))
    card(timeline, key="timeline", height=760, narrow_height=1900)
    agenda = Chart("table", records="agenda", title=say("strategies.agenda"))
    card(agenda, key="agenda", height=460, narrow_height=760)
    _search()


def _name(roots: dict, id_: str) -> str:
    say = controls.say()
    return say("ask.all_plans") if id_ == "all" else clean(roots[id_][say.lang])


def _fullest() -> str:
    """The plan with the most parts, which shows best what a tree is."""
    return store.catalog().roots()["id"].iloc[0]


def _search() -> None:
    catalog, say = store.catalog(), controls.say()
    frame.section(say("strategies.search"))
    text = clean(st.text_input(say("ask.search"), max_chars=60, key="search"))
    if not text:
        return
    found = catalog.search("strategies", text)
    st.caption(say("strategies.found", n=len(found)))
    if len(found):
        chart = Chart("table", tuple(found), records="strategies", title=say("strategies.search"))
        card(chart, key="found", height=460, narrow_height=640)
