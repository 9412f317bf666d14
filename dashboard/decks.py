"""The visitor's own deck: kept for the session, changed by the buttons of cards and of the deck page."""

from __future__ import annotations

import streamlit as st

from components.chart import Chart
from components.deck import Deck, Item
from components.deck.files import MOST_ITEMS
from components.labels import markdown
from dashboard import controls
from datasets.texts import Text

KEY, TOLD = "deck", "deck.told"
EMPTY = Deck()
MINE = "mine"  # the visitor's own among the decks of the page


def mine() -> Deck:
    """The deck as it stands."""
    return st.session_state.get(KEY, EMPTY)


def keep(deck: Deck) -> None:
    """Put another deck in its place."""
    st.session_state[KEY] = deck


def collect(*charts: Chart) -> None:
    """Add charts at the end, and have it said."""
    say, deck = controls.say(), mine()
    room = MOST_ITEMS - len(deck.items)
    for chart in charts[:room]:
        deck = deck.add(Item(chart, Text(chart.title, chart.title)))
    keep(deck)
    turn_to_mine()
    tell(
        say("decks.added", n=len(deck.charts)) if room >= len(charts) else say("decks.full", most=MOST_ITEMS)
    )


def turn_to_mine() -> None:
    """Have the deck page show the visitor's own deck next."""
    controls.assume("deck", MINE)
    if "deck" in st.query_params:
        st.query_params["deck"] = MINE


def tell(sentence: str) -> None:
    """Have a sentence shown once, in the run that follows: a callback of a card must not draw itself."""
    st.session_state[TOLD] = sentence


def show_told() -> None:
    """Show what was to be told."""
    if sentence := st.session_state.pop(TOLD, ""):
        st.toast(markdown(sentence))


def button(chart: Chart, key: str) -> None:
    """The button below a chart that puts it into the deck."""
    say, n = controls.say(), mine().charts.count(chart)
    label = say("decks.add") if not n else say("decks.in", n=n)
    st.button(label, key=f"collect-{key}", type="tertiary", on_click=collect, args=(chart,))
    show_told()
