"""한눈에: where do we stand? The headline figures, who reports them, what they say, and what comes next."""

import streamlit as st

from components import captions
from components.chart import Chart
from components.labels import markdown
from dashboard import controls, frame, picks, screen, store
from dashboard.card import card
from datasets.catalog import Catalog


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    _headlines(catalog)
    left, right = st.columns([7, 5])
    with left:
        asked = frame.row(2) if screen.step() == "wide" else [(left, 1.0)] * 2
        with asked[0][0]:
            indicator = picks.ask_indicator(catalog)
        with asked[1][0]:
            basis = picks.ask_basis(catalog, indicator)
        chart = Chart("choropleth", (indicator,), basis=basis, lit=picks.reporting(catalog, indicator))
        card(chart, key="map", height=620, narrow_height=560, span=7 / 12)
    with right:
        frame.section(say("overview.says"))
        for sentence in _sentences(catalog):
            st.markdown(f"- {markdown(sentence)}")
        frame.missing(say("overview.missing"))
        _side_by_side(catalog)
    picks.tell_merger(catalog)
    timeline = Chart("timeline", records="events", where=(("headline", "*"),), title=say("overview.timeline"))
    card(timeline, key="timeline", height=260, narrow_height=620)


def _headlines(catalog: Catalog) -> None:
    charts = [Chart("fact_card", (indicator.id,)) for indicator in catalog.headlines()]
    charts += [Chart("fact_card", (id_,), records="targets", title="") for id_ in catalog.headline_targets()]
    for number, ((place, span), chart) in enumerate(zip(frame.row(len(charts)), charts, strict=True)):
        with place:
            card(chart, key=f"headline-{number}", height=240, narrow_height=260, span=span)


def _side_by_side(catalog: Catalog) -> None:
    """The headline figures of the regions that report any."""
    regions = picks.reporting(catalog)
    ids = tuple(indicator.id for indicator in catalog.headlines())
    basis = store.values(*ids).basis.id
    chart = Chart("side_by_side", ids, basis=basis, regions=regions, title=controls.say()("compare.values"))
    card(chart, key="values", height=330, narrow_height=150 + 26 * len(ids) * (len(regions) + 3), span=5 / 12)


def _sentences(catalog: Catalog) -> list[str]:
    """The headline figures in full sentences, each with what must not be read into it."""
    lang, say = controls.language(), controls.say()
    told = []
    for indicator in catalog.headlines():
        told.append(captions.alt_of_view(store.values(indicator.id), lang))
        told[-1] += "".join(" " + say("overview.caution", text=c[lang]) for c in indicator.caution[:1])
    return told
