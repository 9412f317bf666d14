"""한눈에: where do we stand? The headline figures, who reports them, what they say, and what comes next."""

from dataclasses import replace

import streamlit as st

from components import captions
from components.chart import Chart
from components.labels import markdown
from dashboard import controls, frame, picks, store
from dashboard.card import card
from datasets.catalog import LEVEL, Catalog
from datasets.indicators import Indicator


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    _headlines(catalog)
    chart = _asked(catalog)
    left, right = st.columns([7, 5])
    with left:
        card(chart, key="map", height=620, narrow_height=560, span=7 / 12, pick=frame.go_to_region)
    with right:
        if store.view(chart).reach.may_rank:
            ranked = replace(chart, kind="ranked_bar")
            card(ranked, key="ranking", height=620, span=5 / 12, pick=frame.go_to_region)
    frame.section(say("overview.says"))
    for sentence in _sentences(catalog):
        st.markdown(f"- {markdown(sentence)}")
    picks.tell_merger(catalog)
    timeline = Chart("timeline", records="events", where=(("headline", "*"),), title=say("overview.timeline"))
    card(timeline, key="timeline", height=260, narrow_height=620)


def _headlines(catalog: Catalog) -> None:
    charts = [_headline(indicator) for indicator in catalog.headlines()]
    charts += [Chart("fact_card", (id_,), records="targets", title="") for id_ in catalog.headline_targets()]
    for number, ((place, span), chart) in enumerate(zip(frame.row(len(charts)), charts, strict=True)):
        with place:
            card(chart, key=f"headline-{number}", height=240, narrow_height=260, span=span)


def _headline(indicator: Indicator, kind: str = "fact_card") -> Chart:
    """A headline figure as the document gives it, even where later figures count something else."""
    return Chart(kind, (indicator.id,), period=indicator.headline_period)


def _asked(catalog: Catalog) -> Chart:
    """One indicator over the regions; the places of the map and the ranking beside it."""
    edition = catalog.edition
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-first"):
        indicator = picks.ask_indicator(catalog, LEVEL, default=edition.opening, kinds=("number",))
        per = picks.ask_per(catalog, indicator, LEVEL, default=edition.opening_per)
        basis = picks.ask_basis(catalog, LEVEL, indicator)
    view = store.view(Chart("table", (indicator,), basis=basis, per=per))
    lit = () if view.reach.may_rank else tuple(view.ranking.index)
    return Chart("choropleth", (indicator,), basis=basis, per=per, lit=lit)


def _sentences(catalog: Catalog) -> list[str]:
    """The headline figures in full sentences, each with what must not be read into it."""
    lang, say = controls.language(), controls.say()
    told = []
    for indicator in catalog.headlines():
        told.append(captions.alt_of_view(store.view(_headline(indicator, "table")), lang))
        told[-1] += "".join(" " + say("overview.caution", text=c[lang]) for c in indicator.caution[:1])
    return told
