"""The 내보내기 menu of a chart: its picture, documents that hold it, its table, and its address.

The picture is laid out by the server for what the reader chose; ``picture.js`` draws it in the visitor's own browser
with our own copy of plotly.js and puts the fonts inside. Documents are written on the server when one is pressed. No
other host is asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from components import fonts, sizes
from components.exhibit import Exhibit
from components.export.names import safe_name
from components.theme import PRESETS, Look
from components.wording import Words
from dashboard import addresses, branding
from dashboard.downloads import choices, documents
from dashboard.downloads.choices import Choice

__all__ = ["Choice", "Offer", "Picture", "offer", "safe_name"]

# What the browser fetches, below the app's static folder, where ``assets`` lays it ready.
PLOTLY = "plotly.min.js"
TOPOLOGY = "un/"
FONT_FAMILY = fonts.family()
FONT_FILES = {str(weight): f"fonts/{path.name}" for weight, path in fonts.files().items()}
SCALES = (1, 2, 3, 4)
WIDTH = 420  # pixels of the menu, where the screen has them
# What the menu's own script says, by section of the wording; fields in braces are filled in the browser.
WORDS = {
    "downloads": ("preset", "scale", "size", "png", "svg", "working", "done", "failed", "too_large"),
    "menu": (
        "pictures", "free", "width", "height", "unit", "dpi", "bounds", "settings", "ground", *choices.GROUNDS,
        "contents", "titled", "sourced", "physical", "unsourced", "copy", "copy_instead", "copied",
        "insecure", "refused",
    ),
}  # fmt: skip

LINK_WORDS = ("address", "copy_address", "address_copied", "address_by_hand")

_HERE = Path(__file__).parent
_STYLE = (_HERE / "menu.css").read_text(encoding="utf-8")

_menu = component(
    "regional_downloads",
    js="\n".join((_HERE / name).read_text(encoding="utf-8") for name in ("menu.js", "picture.js")),
    css=_STYLE,
)
_link = component("regional_link", js=(_HERE / "link.js").read_text(encoding="utf-8"), css=_STYLE)


@dataclass(frozen=True)
class Picture:
    """A chart laid out for a choice. ``figure`` is a Plotly figure or its dict; the texts go into the file.

    ``credit`` are the lines of coverage and sources: a picture that does not show them tells them in its description.
    """

    figure: Any
    title: str = ""
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Offer:
    """What a menu hands over; nothing is made before it is asked for. ``link`` is the chart's address, below ours."""

    picture: Callable[[Choice], Picture]
    table: Callable[[], str]
    name: Callable[[], str]
    exhibit: Callable[[], Exhibit] | None = None
    link: str = ""


@st.fragment
def offer(key: str, say: Words, given: Offer, look: Look) -> None:
    """The menu's button, and behind it the menu. Nothing is drawn or written before a visitor opens it.

    ``look`` gives language and theme; everything else about a picture the reader chooses.
    """
    popover = st.popover(say("downloads.label"), type="tertiary", key=f"{key}-downloads", on_change="rerun")
    if popover.open:
        with popover, st.container(width=WIDTH, gap="xsmall"):
            _fill(key, say, given, look)


def _fill(key: str, say: Words, given: Offer, look: Look) -> None:
    name = safe_name(given.name())
    _draw(key, say, given, look, name)
    if given.exhibit:
        documents.offer(key, say, given.exhibit, look, name)
    documents.table(key, say, given.table, name)
    with st.expander(say("menu.brand")):
        branding.ask(f"{key}-brand")
    if given.link:
        words = {word: say(f"menu.{word}") for word in LINK_WORDS}
        _link(key=f"{key}-link", data={"words": words, "address": f"{addresses.here()}/{given.link}"})


@st.fragment
def _draw(key: str, say: Words, given: Offer, look: Look, name: str) -> None:
    """The part that draws pictures: the chart as it was chosen, and a reader's further choices.

    It runs by itself: the buttons for documents stay as they are while somebody chooses.
    """
    menu = f"{key}-menu"
    told = st.session_state.get(menu, {}).get("choice") or {}
    _menu(
        key=menu,
        data={**_order(say, given, look, name), "turn": _turn(told)},
        on_choice_change=partial(_learn, menu),
    )
    if given.exhibit:
        documents.picture(key, say, given.exhibit, choices.chosen().look(look), name)


def _learn(key: str) -> None:
    """Keeps a choice before the run that follows, which lays the chart out for it."""
    choices.keep(st.session_state[key].get("choice"))


def _turn(told: Any) -> int:
    """The number of the choice this is the answer to."""
    turn = told.get("turn")
    return turn if isinstance(turn, int) else 0


def _order(say: Words, given: Offer, look: Look, name: str) -> dict[str, Any]:
    """All the browser needs to know."""
    choice = choices.chosen()
    picture = given.picture(choice)
    return {
        "words": {word: say.get(f"{section}.{word}") for section, words in WORDS.items() for word in words},
        "presets": [{"id": preset, "label": say.get(f"preset.{preset}", preset)} for preset in PRESETS],
        "units": choices.units(say),
        "choice": choice.told(look.theme),
        "picture": _picture(picture, choice, name),
        "source": picture.credit,
        "name": name,
        "scales": list(SCALES),
        "most": sizes.MOST_PIXELS,
        "assets": assets(),
    }


def _picture(picture: Picture, choice: Choice, name: str) -> dict[str, Any]:
    size = choice.size
    return {
        "figure": _json(picture.figure),
        "width": size.width,
        "height": size.height,
        "pixels": choice.pixels,
        "printed": choice.printed,
        "dpi": choice.pixels[0] / (choice.printed[0] / 25.4) if choice.printed else sizes.SCREEN * size.ratio,
        "title": picture.title or name.replace("_", " "),
        "alt": picture.alt,
        "credit": picture.credit,
    }


def _json(figure: Any) -> str:
    """The figure as text, written once and by itself: its typed arrays stay compact."""
    return figure.to_json() if hasattr(figure, "to_json") else json.dumps(figure, ensure_ascii=False)


def assets() -> dict[str, Any]:
    """Where the browser finds its tools, from any page and behind ``server.baseUrlPath``."""
    path = (st.get_option("server.baseUrlPath") or "").strip("/")
    base = f"/{path}/app/static/" if path else "/app/static/"
    faces = [{"weight": weight, "url": base + file} for weight, file in FONT_FILES.items()]
    return {"plotly": base + PLOTLY, "topology": base + TOPOLOGY, "family": FONT_FAMILY, "fonts": faces}
