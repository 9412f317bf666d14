"""The visitor's deck in the visitor's own browser, so that reloading a page, or coming back tomorrow, loses nothing.

Nothing of it is kept on the server. What a browser hands back is read like any stranger's file.
"""

from __future__ import annotations

import streamlit as st
from streamlit.components.v2 import component

from components.deck.files import read, write
from dashboard import decks, store
from datasets.problems import Problem

# A deck nobody has touched in this session asks for the one kept before; any other is kept. Private windows may refuse.
_JS = """const NAME = "regional-ai-readiness-deck";
export default function ({ data, setStateValue }) {
  try {
    if (data.untouched) {
      const kept = localStorage.getItem(NAME);
      if (kept) setStateValue("kept", kept);
    } else if (data.deck) localStorage.setItem(NAME, data.deck);
    else localStorage.removeItem(NAME);
  } catch (refused) { console.info("no storage in this window", refused.name); }
}"""

KEY = "shell-keeper"  # hidden like the shell

_keeper = component("regional_keeper", js=_JS)


def keep() -> None:
    """Hand the deck to the browser, or take over the one it kept: once a run."""
    untouched, deck = decks.KEY not in st.session_state, decks.mine()
    data = {"untouched": untouched, "deck": write(deck) if deck != decks.EMPTY else ""}
    _keeper(key=KEY, data=data, on_kept_change=_restore)


def _restore() -> None:
    """Take over what the browser kept, unless the visitor has begun another deck since."""
    text = st.session_state[KEY].get("kept")
    if decks.KEY in st.session_state or not isinstance(text, str):
        return
    try:
        decks.keep(read(text, store.catalog())[0])
    except Problem:  # kept by another version: the visitor starts anew
        decks.keep(decks.EMPTY)
