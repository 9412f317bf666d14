"""The visitor's own deck: kept for the session, changed by the buttons of cards and of the deck page."""

from __future__ import annotations

import streamlit as st

from components.chart import Chart
from components.deck import Deck, Item
from components.deck.files import MOST_ITEMS
from components.labels import markdown
from dashboard import controls
from datasets.texts import Text

KEY = "deck"


def mine() -> Deck:
    """The deck as it stands."""
    return st.session_state.get(KEY, Deck())


def keep(deck: Deck) -> None:
    """Put another deck in its place."""
    st.session_state[KEY] = deck


def collect(chart: Chart) -> None:
    """Add a chart at the end, and say so."""
    say, deck = controls.say(), mine()
    if len(deck.items) >= MOST_ITEMS:
        st.toast(markdown(say("decks.full", most=MOST_ITEMS)))
        return
    keep(deck.add(Item(chart, Text(chart.title, chart.title))))
    st.toast(markdown(say("decks.added", n=len(deck.charts) + 1)))


def button(chart: Chart, key: str) -> None:
    """The button below a chart that puts it into the deck."""
    say, n = controls.say(), mine().charts.count(chart)
    label = say("decks.add") if not n else say("decks.in", n=n)
    st.button(label, key=f"collect-{key}", type="tertiary", on_click=collect, args=(chart,))
