"""자료: can I trust and reuse it? Who reports what, the indicators, the documents, every fact with its place."""

from __future__ import annotations

import streamlit as st

from components.chart import Chart
from components.citations import citations
from components.labels import clean, markdown
from dashboard import controls, frame, picks, store
from dashboard.card import card, show_citation
from datasets.catalog import Catalog
from datasets.terms import PILLARS

RULES = ("rule_zero", "rule_target", "rule_place", "rule_confidence", "rule_index")
LINE = 25  # pixels of one line of the matrix


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    frame.section(say("sources.rules"))
    for rule in RULES:
        st.markdown(f"- {markdown(say(f'sources.{rule}'))}")
    frame.section(say("sources.coverage"))
    _coverage(catalog)
    frame.section(say("sources.documents"))
    _documents(catalog)
    frame.section(say("sources.facts"))
    _facts(catalog)
    frame.section(say("sources.problems"))
    if not catalog.problems:
        st.markdown(say("sources.sound"))
    frame.show_problems(catalog)
    picks.tell_merger(catalog)


def _coverage(catalog: Catalog) -> None:
    """Which regions report which indicators of a field, and what these indicators mean."""
    say = controls.say()
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-first"):
        level = picks.ask_level(catalog)
        offered = {i.id: i.pillar for i in catalog.offered(level)}
        pillars = [pillar for pillar in PILLARS if pillar in offered.values()]
        pillar = controls.switch(
            "pillar", say("ask.pillar"), pillars, pillars[0], lambda p: say(f"pillar.{p}")
        )
        place = picks.ask_place(catalog, level)
    ids = tuple(id_ for id_, of in offered.items() if of == pillar)
    title = say("sources.coverage_of", pillar=say(f"pillar.{pillar}"))
    matrix = Chart("coverage", ids, level=level, basis=place.basis, regions=place.regions, title=title)
    card(matrix, key="coverage", height=230 + LINE * len(ids), narrow_height=260 + LINE * len(ids))
    listed = Chart(
        "table", records="indicators", where=(("pillars", pillar),), title=say("sources.indicators")
    )
    card(listed, key="indicators", height=520)


def _documents(catalog: Catalog) -> None:
    """All documents, and one of them as one cites it."""
    say = controls.say()
    card(Chart("table", records="documents", title=say("sources.documents")), key="documents", height=520)
    named = list(catalog.sources)
    chosen = controls.choose(
        "document", say("ask.document"), named, named[0], lambda id_: _source_name(catalog, id_)
    )
    for citation in citations(catalog.records("facts", source=chosen), say.lang):
        with st.container(border=True, key="document"):
            show_citation(citation, say)


def _facts(catalog: Catalog) -> None:
    """The facts of one table and one document, as the reader chooses."""
    say = controls.say()
    left, right = st.columns(2)
    with left:
        table = controls.choose(
            "table", say("ask.table"), list(catalog.tables), "quantities", lambda t: say(f"table.{t}")
        )
    with right:
        sources = [picks.ALL, *catalog.sources]
        source = controls.choose(
            "source", say("ask.source"), sources, picks.ALL, lambda id_: _source_name(catalog, id_)
        )
    where = () if source == picks.ALL else (("source", source),)
    chart = Chart("table", records=table, where=where, title=say(f"table.{table}"))
    card(chart, key="facts", height=680)


def _source_name(catalog: Catalog, id_: str) -> str:
    say = controls.say()
    if id_ == picks.ALL:
        return say("ask.all_sources")
    source = catalog.sources[id_]
    return clean(f"{source.publisher[say.lang]} · {source.published} · {source.title[say.lang]}")
