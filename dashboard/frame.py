"""What stands around every page: the shell, the first row with language and theme, notices, and the last line."""

from __future__ import annotations

import os
from collections.abc import Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from components import captions
from components.chart import Chart
from components.faults import sentence
from components.labels import markdown
from components.wording import Words
from dashboard import controls, keeping, screen, shell, store
from datasets.catalog import Catalog
from datasets.sources import Source

MOST_CITED = 8  # documents that stand in the page's last line


def open_page(title: str, path: str, catalog: Catalog) -> None:
    """The first row: the page's name and question at left, language and chart theme at right; then notices."""
    say = controls.say()
    st.session_state.update(cited={}, shown=[], called="")
    shell.dress(say.lang, say)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="first-row"
    ):
        with st.container(width="content", gap=None):
            st.title(title, anchor=False)
            st.caption(say(f"question.{path}"))
        with st.container(horizontal=True, width="content", key="settings"):
            controls.settings()
    _notify(say, catalog)


def close_page(catalog: Catalog) -> None:
    """The last lines: the page's documents, data version, what the figures are not, whom to tell of a wrong one."""
    say = controls.say()
    for name in controls.notices():
        _address_notice(say, name)
    keeping.keep()
    st.divider()
    cited = st.session_state.get("cited", {}).values()
    _documents(list(cited), say)
    lines = [captions.mark(catalog.edition, say), say("sources.rule_index")]
    contact = os.environ.get("CONTACT", "")
    if contact:
        lines.append(say("sources.contact", contact=contact))
    st.caption(markdown(" · ".join(lines)))


def _documents(cited: list[Source], say: Words) -> None:
    """The documents of the page: a few in a line, many in a list that opens."""
    told = [markdown(captions.documents([source], say)) for source in cited]
    if len(told) > MOST_CITED:
        with st.expander(markdown(say("frame.documents_n", n=len(told)))):
            st.caption(" · ".join(told))
    elif told:
        st.caption(f"{markdown(say('frame.documents', sources=''))} {' · '.join(told)}")


def remember(pages: dict[str, StreamlitPage]) -> None:
    """Keep the pages by address, for those who lead from one to another."""
    st.session_state["pages"] = pages


def go(path: str, **query: str) -> None:
    """Lead the reader to another page, with what it is to show in its address."""
    page = st.session_state.get("pages", {}).get(path)
    if page:
        kept = {name: value for name, value in st.query_params.items() if name in ("lang", "theme")}
        st.switch_page(page, query_params={**kept, **query})


def go_to_region(code: str) -> None:
    """Lead the reader to the page of a region."""
    go("region", region=code, level=store.catalog().regions.region(code).level)


def cite(sources: Iterable[Source]) -> None:
    """Add documents to those the page ends with."""
    st.session_state.setdefault("cited", {}).update({source.id: source for source in sources})


def show(chart: Chart) -> None:
    """Add a chart to those the page can hand out together."""
    st.session_state.setdefault("shown", []).append(chart)


def call(title: str) -> None:
    """Give the page's documents a title that says more than the page's name."""
    st.session_state["called"] = title


def called() -> str:
    """The title the page has been given, if any."""
    return st.session_state.get("called", "")


def shown() -> tuple[Chart, ...]:
    """The charts of the page, in order."""
    return tuple(dict.fromkeys(st.session_state.get("shown", ())))


def row(n: int) -> list[tuple[DeltaGenerator, float]]:
    """Places for ``n`` cards, with the share of the page each has: side by side on a wide screen, else in pairs."""
    across = n if screen.step() == "wide" else min(n, 2)
    places: list[DeltaGenerator] = []
    while len(places) < n:
        places += st.columns(across)
    return [(place, 1 / across) for place in places[:n]]


def section(title: str) -> None:
    """A heading inside a page."""
    st.header(markdown(title), anchor=False)


def missing(sentence_: str) -> None:
    """One sentence that says what is not there and why."""
    st.info(markdown(sentence_), icon=None)


def _notify(say: Words, catalog: Catalog) -> None:
    if catalog.problems:
        st.warning(say("notice.problems", n=len(catalog.problems)))


def _address_notice(say: Words, name: str) -> None:
    st.warning(say("notice.address", names=say.get(f"ask.{name}", name)))


def show_problems(catalog: Catalog) -> None:
    """Every fault of the data files, one line each: place, fault, repair."""
    say = controls.say()
    for problem in catalog.problems:
        st.markdown(f"- {markdown(sentence(problem, say))}")
