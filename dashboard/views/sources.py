"""자료: can I trust and reuse it? The documents, every fact with its place, the indicators, and what is wrong."""

import streamlit as st

from components.chart import Chart
from components.citations import citations
from components.labels import markdown
from dashboard import controls, frame, picks, store
from dashboard.card import card, show_citation

RULES = ("rule_zero", "rule_target", "rule_place", "rule_index")


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    frame.section(say("sources.rules"))
    for rule in RULES:
        st.markdown(f"- {markdown(say(f'sources.{rule}'))}")
    frame.section(say("sources.documents"))
    _documents()
    frame.section(say("sources.facts"))
    _facts()
    frame.section(say("sources.indicators"))
    card(Chart("table", records="indicators", title=say("sources.indicators")), key="indicators", height=520)
    frame.section(say("sources.problems"))
    if not catalog.problems:
        st.markdown(say("sources.sound"))
    frame.show_problems(catalog)
    picks.tell_merger(catalog)


def _documents() -> None:
    say = controls.say()
    for citation in citations(store.catalog().records("facts"), say.lang):
        with st.expander(markdown(f"{citation.publisher} · {citation.title} · {citation.date}")):
            show_citation(citation, say)


def _facts() -> None:
    """The facts of one table and one document, as the reader chooses."""
    catalog, say = store.catalog(), controls.say()
    left, right = st.columns(2)
    with left:
        table = controls.choose(
            "table", say("ask.table"), list(catalog.tables), "quantities", lambda t: say(f"table.{t}")
        )
    with right:
        sources = ["all", *catalog.sources]
        source = controls.choose("source", say("ask.source"), sources, "all", _source_name)
    where = () if source == "all" else (("source", source),)
    chart = Chart("table", records=table, where=where, title=say(f"table.{table}"))
    card(chart, key="facts", height=680)


def _source_name(id_: str) -> str:
    say = controls.say()
    if id_ == "all":
        return say("ask.all_sources")
    source = store.catalog().sources[id_]
    return f"{source.publisher[say.lang]} · {source.published}"
