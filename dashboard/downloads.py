"""The 내보내기 menu of a chart: its picture as PNG or SVG and its table as CSV, made in the visitor's own browser.

The server sends the chart at the size of each preset; ``downloads.js`` draws it with our own copy of plotly.js, puts
the fonts inside, and hands the file over. So no browser is needed on the server and no other host is asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import streamlit as st
from streamlit.components.v2 import component

from components import fonts
from components.export.names import safe_name

# What the browser fetches, below the app's static folder, where ``assets`` lays it ready.
PLOTLY = "plotly.min.js"
TOPOLOGY = "un/"
FONT_FAMILY = fonts.family()
FONT_FILES = {str(weight): f"fonts/{path.name}" for weight, path in fonts.files().items()}
SCALES = (1, 2, 3, 4)
# Keys below ``downloads.``; a file name or a number fills what stands in braces.
WORDS = (
    "label",
    "preset",
    "scale",
    "size",
    "png",
    "svg",
    "csv",
    "working",
    "done",
    "done_table",
    "failed",
    "too_large",
)

_HERE = Path(__file__).parent

_menu = component(
    "regional_downloads",
    js=(_HERE / "downloads.js").read_text(encoding="utf-8"),
    css=(_HERE / "downloads.css").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Picture:
    """One preset of a chart: the figure laid out at ``width`` × ``height``, of which each pixel becomes ``ratio``.

    ``figure`` is a Plotly figure or its dict; ``title`` and ``alt`` go into the file for people who cannot see it.
    """

    id: str
    label: str
    figure: Any
    width: int
    height: int
    ratio: float = 1
    title: str = ""
    alt: str = ""


class Wording(Protocol):
    """Where the words come from: ``components.wording.Words`` and any dict of the same dotted keys fit."""

    def get(self, key: str, default: str, /) -> str: ...


Pictures = Sequence[Picture] | Callable[[], Sequence[Picture]]
Text = str | Callable[[], str]


@st.fragment
def offer(key: str, words: Wording, pictures: Pictures, table: Text, name: str, alt: Text = "") -> None:
    """The menu's button, and behind it the menu. Nothing is drawn or written before a visitor opens it.

    ``words`` has ``downloads.`` + each of ``WORDS``. ``pictures``, ``table`` (CSV text, as it is to be saved) and
    ``alt`` (for pictures without their own) may be functions; ``name`` is the files' stem.
    """
    say = {word: words.get(f"downloads.{word}", word) for word in WORDS}
    popover = st.popover(say["label"], type="tertiary", key=f"{key}-downloads", on_change="rerun")
    if popover.open:
        with popover:
            _menu(
                key=f"{key}-menu",
                data=_order(say, _value(pictures), _value(table), safe_name(name), _value(alt)),
            )


def _value(given: Any) -> Any:
    return given() if callable(given) else given


def _order(
    say: dict[str, str], pictures: Sequence[Picture], table: str, stem: str, alt: str
) -> dict[str, Any]:
    """All the browser needs to know."""
    return {
        "words": say,
        "pictures": [_picture(picture, stem, alt) for picture in pictures],
        "table": table,
        "name": stem,
        "scales": list(SCALES),
        "assets": _assets(),
    }


def _picture(picture: Picture, stem: str, alt: str) -> dict[str, Any]:
    return {
        "id": picture.id,
        "label": picture.label,
        "figure": _json(picture.figure),
        "width": picture.width,
        "height": picture.height,
        "ratio": picture.ratio,
        "title": picture.title or stem.replace("_", " "),
        "alt": picture.alt or alt,
    }


def _json(figure: Any) -> str:
    """The figure as text, written once and by itself: its typed arrays stay compact."""
    return figure.to_json() if hasattr(figure, "to_json") else json.dumps(figure, ensure_ascii=False)


def _assets() -> dict[str, Any]:
    """Where the browser finds its tools, from any page and behind ``server.baseUrlPath``."""
    path = (st.get_option("server.baseUrlPath") or "").strip("/")
    base = f"/{path}/app/static/" if path else "/app/static/"
    faces = [{"weight": weight, "url": base + file} for weight, file in FONT_FILES.items()]
    return {"plotly": base + PLOTLY, "topology": base + TOPOLOGY, "family": FONT_FAMILY, "fonts": faces}
