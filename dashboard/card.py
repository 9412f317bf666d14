"""The card around every chart: the chart, its table, its citation and its downloads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components import address
from components.chart import KINDS, Chart, Material
from components.citations import Citation, citations
from components.exhibit import Exhibit
from components.faults import sentence
from components.labels import markdown
from components.theme import Look, Size
from components.wording import Words, words
from dashboard import branding, controls, decks, downloads, frame, screen, store
from datasets.problems import Problem
from datasets.view import View
from geo.errors import GeoError

CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "scrollZoom": False,
    "topojsonURL": f"{store.STATIC}un/",
    "modeBarButtonsToRemove": ["sendChartToCloud"],
}
HEAD = 120  # of the text above a chart whose picture cannot hold it
NARROW = 480  # pixels: below, charts go to their narrow layout and need more height
MOST_ROWS = 16  # of a table that stands whole on the page
PADDING = 17  # of the bordered container, each side, with its border


def card(
    chart: Chart,
    *,
    key: str,
    height: int,
    narrow_height: int = 0,
    span: float = 1.0,
    pick: Callable[[str], None] | None = None,
) -> None:
    """One chart in its card. ``span`` is its share of the page's width, ``height`` its height in pixels.

    ``pick`` is told the code of a region the reader presses in the chart.
    """
    room = screen.width(span)
    tall = narrow_height if narrow_height and room < NARROW else height
    look = controls.look()
    # A chart of the page's own theme lies flat in its card; one of the other theme keeps an edge of its own.
    pad = 0.2 if look.theme == controls.visitor_theme() else 1
    look = look.at(Size(round(room - 2 * PADDING), tall, pad=pad))
    frame.show(chart)
    with st.container(border=True, key=f"card-{key}"):
        _card(chart, look, key, pick)


@st.fragment
def _card(chart: Chart, look: Look, key: str, pick: Callable[[str], None] | None) -> None:
    """The inside of a card; what cannot be drawn is one line, and the other cards go on."""
    try:
        material = store.material(chart)
        _fill(chart, material, look, key, pick)
    except (Problem, GeoError) as fault:
        st.error(markdown(sentence(fault, words(look.lang))))


def _fill(chart: Chart, material: Material, look: Look, key: str, pick: Callable[[str], None] | None) -> None:
    say = words(look.lang)
    frame.cite(material.sources)
    table_only = KINDS[chart.kind].table
    if table_only or st.session_state.get(f"table-{key}", False):
        _draw_table(chart, material, look)
    else:
        _draw(chart, material, look, key, pick)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"foot-{key}"):
        _cite(material, say, key)
        if not table_only:
            st.toggle(say("card.as_table"), key=f"table-{key}")
        decks.button(chart, key)
        _offer(chart, material, look, say, key)


def _draw(chart: Chart, material: Material, look: Look, key: str, pick: Callable[[str], None] | None) -> None:
    drawn = store.figure(chart, look)
    alt = store.alt(chart, look.lang)
    asks: dict[str, Any] = {"on_select": "rerun"} if pick else {}
    if chart.kind == "columns":
        _head(chart, material, look)
        state = st.pydeck_chart(
            drawn, height=look.size.height - HEAD, key=f"deck-{key}-{look.theme}", alt=alt, **asks
        )
    else:
        modes: dict[str, Any] = {"selection_mode": "points"} if pick else {}
        state = st.plotly_chart(
            drawn, height=look.size.height, theme=None, config=CONFIG, key=f"chart-{key}", alt=alt, **asks, **modes
        )  # fmt: skip
    if pick:
        _tell(
            pick, state, {region.code for region in material.regions} if isinstance(material, View) else set()
        )


def _tell(pick: Callable[[str], None], state: Any, known: set[str]) -> None:
    """Pass on the region the reader pressed; what comes from the browser is only compared with known codes."""
    chosen = state.get("selection", {}) if state else {}
    points = [*chosen.get("points", []), *(o for each in chosen.get("objects", {}).values() for o in each)]
    for point in points:
        for name in ("customdata", "location", "code"):
            found = point.get(name)
            code = found[0] if isinstance(found, (list, tuple)) and found else found
            if isinstance(code, str) and code in known:
                pick(code)


def _head(chart: Chart, material: Material, look: Look) -> None:
    """Title, unit, coverage and sources as text, for the one kind whose picture cannot hold them."""
    heading = chart.heading(material, look)
    st.markdown(f"**{markdown(heading.title)}**")
    st.caption("  \n".join(map(markdown, (heading.subtitle, *heading.foot, heading.mark))))


def _draw_table(chart: Chart, material: Material, look: Look) -> None:
    """The chart's rows as a real table that copies cleanly; a long one scrolls inside its card."""
    heading = chart.heading(material, look)
    st.markdown(f"**{markdown(heading.title)}**  \n{markdown(heading.subtitle)}")
    rows = store.cells(chart, look.lang, look.narrow)
    with st.container(height=look.size.height if len(rows) > MOST_ROWS else "content", border=False):
        st.table(rows, hide_index=True, border="horizontal")


def _cite(material: Material, say: Words, key: str) -> None:
    """The source line, which opens the citation."""
    if not material.sources:
        return
    popover = st.popover(say("card.source"), type="tertiary", on_change="rerun", key=f"cite-{key}")
    if popover.open:
        with popover:
            for each in citations(material, say.lang):
                show_citation(each, say)


def show_citation(citation: Citation, say: Words) -> None:
    """A document as one quotes it: publisher, title, date, what it supports and where, address or its absence."""
    st.markdown(f"**{markdown(citation.title)}**")
    ours = say("citation.title_ours") if citation.title_is_ours else ""
    st.caption(markdown(" · ".join(filter(None, [citation.publisher, citation.date, ours]))))
    for each in citation.supports:
        note = f" — {markdown(each.note)}" if each.note else ""
        st.markdown(f"- **{markdown(each.place)}** {markdown(each.text)}{note}")
    rest = say("citation.more", n=citation.more) if citation.more else ""
    lines = (rest, citation.address or say("citation.no_address"), citation.note, citation.licence)
    st.caption("  \n".join(map(markdown, filter(None, lines))))


def _offer(chart: Chart, material: Material, look: Look, say: Words, key: str) -> None:
    catalog = store.catalog()
    given = downloads.Offer(
        picture=lambda choice: _picture(chart, material, choice.look(look, branding.brand())),
        table=lambda: chart.csv(material, look.lang),
        name=lambda: chart.file_name(material, look.lang),
        exhibit=lambda: Exhibit.of(chart, catalog, look.lang),
        link=address.link(chart, lang=look.lang),
    )
    downloads.offer(f"save-{key}", say, given, look)


def _picture(chart: Chart, material: Material, look: Look) -> downloads.Picture:
    """The chart for a file, drawn by the same function as on the screen."""
    told = chart.heading(material, look)
    credit = " · ".join((*told.foot, told.mark))
    return downloads.Picture(store.picture(chart, look), told.title, chart.alt(material, look.lang), credit)
