"""발표 시작: a deck over the whole window, for the projector. The slides are made when a presenter asks for them.

``presenting.js`` puts up the button and, with ``components/stage``, the stage; Plotly, fonts and geometry come by address.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from components import stage as stages
from components.faults import sentence
from components.wording import Words
from dashboard import downloads
from datasets.problems import Problem
from geo.errors import GeoError

THEMES = ("dark", "light")  # a hall is dark: so is the stage, unless the presenter chooses otherwise
Script = Callable[[str], Mapping[str, Any]]

_HERE = Path(__file__).parent


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_stage = component(
    "regional_stage",
    js=stages.joined(_text("presenting.js")),
    css=_text("presenting.css"),
)


@st.fragment
def stage(key: str, script: Script, words: Words) -> None:
    """The button and what it opens. ``script`` makes the slides in a theme, ``components.stage.script`` mostly.

    It is called once each time the presenter starts; nothing is made or sent before.
    """
    asked = st.session_state.pop(_asked(key), "")
    data = _settings(words) | (_told(script, asked, words) if asked in THEMES else {})
    _stage(key=key, data=data, on_asked_change=lambda: _remember(key))


def _asked(key: str) -> str:
    return f"{key}-theme"


def _remember(key: str) -> None:
    """Keeps the theme a presenter asks for, before the run that makes the slides."""
    st.session_state[_asked(key)] = st.session_state[key].get("asked") or ""


def _told(script: Script, theme: str, words: Words) -> dict[str, Any]:
    """The slides, or in one sentence why there are none."""
    try:
        return {"deck": dict(script(theme))}
    except (Problem, GeoError) as fault:
        return {"fault": sentence(fault, words)}


def _settings(words: Words) -> dict[str, Any]:
    """What the button needs: words, choices, and where the browser finds its tools."""
    return {
        "words": words.under("stage"),
        "themes": list(THEMES),
        "colours": {theme: stages.colours(theme) for theme in THEMES},
        "intervals": list(stages.INTERVALS),
        "css": stages.source("stage.css"),
        "assets": downloads.assets(),
    }
