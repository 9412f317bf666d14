"""How wide the visitor's screen is, in three steps: enough for a chart to break its lines well."""

from __future__ import annotations

import streamlit as st

WIDTHS = {"narrow": 390, "medium": 1024, "wide": 1440}
MARGINS = {"narrow": 32, "medium": 64, "wide": 80}
GAP = 16


def step() -> str:
    """``narrow``, ``medium`` or ``wide``, as the shell reported it; before that a guess from the browser's name."""
    known = st.session_state.get("screen")
    if known in WIDTHS:
        return known
    return "narrow" if "Mobi" in (st.context.headers.get("User-Agent") or "") else "wide"


def narrow() -> bool:
    return step() == "narrow"


def width(span: float = 1.0) -> float:
    """Pixels for a card that takes ``span`` of a row; on a phone every card takes the whole row."""
    page = WIDTHS[step()] - MARGINS[step()]
    return page if narrow() or span == 1 else (page + GAP) * span - GAP
