"""What Streamlit itself shows and says, made ours: language, labels, skip link, light and dark, print, type, spacing.

``shell.css`` is the only styling of Streamlit's own elements and ``shell.js`` the only script on them; every selector
they use is held by a browser test, so that a Streamlit that renames something fails a test and not a visitor.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import streamlit as st
from streamlit.components.v2 import component

from dashboard import screen

# What Streamlit says in English, by the key under which our words hold the same in another language.
# ``{}`` stands for whatever Streamlit puts there.
STREAMLIT_SAYS: dict[str, str] = {
    "skip": "Skip to main content",
    "pages": "App pages",
    "more_pages": "More",
    "open_menu": "Expand sidebar",
    "close_menu": "Collapse sidebar",
    "sidebar": "Sidebar",
    "fullscreen": "Fullscreen",
    "fullscreen_of": "Fullscreen: {}",
    "close_fullscreen": "Close fullscreen",
    "close_fullscreen_of": "Close fullscreen: {}",
    "close": "Close",
    "running": "Running...",
    "choose_option": "Choose an option",
    "choose_options": "Choose options",
    "no_options": "No options to select",
    "no_results": "No results",
    "open_list": "Open",
    "clear_value": "Clear value",
    "clear_all": "Clear all",
    "clear_entry": "Clear entry",
    "select_all": "Select all",
    "remove": "Remove {}",
    "selected_values": "Selected values",
    "table_csv": "Download as CSV",
    "table_csv_of": "Download as CSV: {}",
    "table_search": "Search",
    "table_search_of": "Search: {}",
    "table_close_search": "Close Search",
    "table_next": "Next Result",
    "table_previous": "Previous Result",
    "table_columns": "Show/hide columns",
    "table_columns_of": "Show/hide columns: {}",
    "copy": "Copy to clipboard",
    "copied": "Copied",
    "heading_link": "Link to heading",
    "tabs_left": "Scroll tabs left",
    "tabs_right": "Scroll tabs right",
    "upload": "Upload",
    "drop_file": "Drag and drop a file here",
    "file_limit": "{} per file",
    "file_upload": "file upload",
    "help_for": "Help for {}",
    "increase": "Increment",
    "decrease": "Decrement",
}
THEMES = ("light", "dark")

_HERE = Path(__file__).parent

_shell = component(
    "regional_shell",
    js=(_HERE / "shell.js").read_text(encoding="utf-8"),
    css=(_HERE / "shell.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


class Wording(Protocol):
    """Where the words come from: ``components.wording.Words`` and any dict of the same dotted keys fit."""

    def get(self, key: str, default: str, /) -> str: ...


def dress(lang: str, words: Wording, theme: str | None = None) -> None:
    """Give the page its language, its labels and its look, and learn the screen's width: once a run, before the page.

    Words used: ``product.name`` at the left of the top bar, and ``shell.menu`` with ``shell.`` + the keys of
    ``STREAMLIT_SAYS``; what is missing stays as Streamlit says it. ``theme`` is ``light``, ``dark``, or None for what
    the visitor's system asks. The screen's step is left in the session as ``screen``.
    """
    data = {
        "lang": lang,
        "texts": _texts(words),
        "labels": _labels(words),
        "theme": theme if theme in THEMES else None,
    }
    _shell(
        key="shell",
        data={**data, "screen": screen.step(), "screens": screen.WIDTHS},
        on_screen_change=_learn,
    )


def _texts(words: Wording) -> dict[str, str]:
    """What shell.css itself writes."""
    return {"brand": words.get("product.name", ""), "menu": words.get("shell.menu", "")}


def _labels(words: Wording) -> dict[str, str]:
    """Our words by Streamlit's."""
    ours = {english: words.get(f"shell.{key}", "") for key, english in STREAMLIT_SAYS.items()}
    return {english: word for english, word in ours.items() if word}


def _learn() -> None:
    """Keeps the screen's step before the run that follows, so that its first chart is laid out right."""
    told = st.session_state["shell"].get("screen")
    if told in screen.WIDTHS:
        st.session_state["screen"] = told
