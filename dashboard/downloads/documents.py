"""The files of the 내보내기 menu that the server writes: documents of one chart, its picture as PDF, its table.

A button holds only a function: nothing is written before it is pressed, and Streamlit shows that it is at work.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Literal

import streamlit as st

from components import outline
from components.exhibit import Exhibit
from components.export import formats
from components.export.formats import FORMATS
from components.export.renderer import Renderer, renderer
from components.labels import markdown
from components.theme import PRESETS, Brand, Look
from components.wording import Words
from dashboard import addresses, branding

Make = Callable[[], Exhibit]
Width = Literal["content", "stretch"]
WORDED = {"pdf": "document_pdf"}  # "PDF" alone could be the picture or the page


def picture(key: str, say: Words, exhibit: Make, look: Look, name: str) -> None:
    """The picture as a vector drawing in PDF, where the machine has a browser; where not, a sentence says so."""
    drawing = renderer()
    if drawing is None:
        st.caption(markdown(say("renderer.missing")))
        return
    data, file = (
        partial(_picture, exhibit, look, branding.later(), drawing),
        f"{name}_{say('file.picture')}.pdf",
    )
    _button(key, say, "menu.pdf", "hint_picture", data, file, "application/pdf", "stretch")


def offer(key: str, say: Words, exhibit: Make, look: Look, name: str) -> None:
    """A button for every format of documents."""
    st.markdown(f"**{say('menu.documents')}**")
    page = replace(look, size=PRESETS["slide"])
    with st.container(horizontal=True, gap="xsmall"):
        for id_, format_ in FORMATS.items():
            options = {"public_url": addresses.public_url()} if id_ == "html" else {}
            data = partial(_document, id_, exhibit, page, branding.later(), renderer(), options)
            word = f"menu.{WORDED.get(id_, id_)}"
            _button(key, say, word, f"hint_{id_}", data, f"{name}.{format_.ending}", format_.mime)


def table(key: str, say: Words, text: Callable[[], str], name: str) -> None:
    """The chart's rows as CSV."""
    st.markdown(f"**{say('menu.table')}**")
    _button(key, say, "downloads.csv", "hint_csv", text, f"{name}.csv", "text/csv")


def _button(
    key: str,
    say: Words,
    word: str,
    hint: str,
    data: Callable[[], bytes | str],
    name: str,
    mime: str,
    width: Width = "content",
) -> None:
    st.download_button(
        say(word), data, name, mime, key=f"{key}-{word}", help=say(f"menu.{hint}"), on_click="ignore",
        width=width,
    )  # fmt: skip


def _picture(exhibit: Make, look: Look, brand: Callable[[], Brand], drawing: Renderer) -> bytes:
    return formats.picture_pdf(exhibit(), replace(look, brand=brand()), drawing)


def _document(
    id_: str,
    exhibit: Make,
    look: Look,
    brand: Callable[[], Brand],
    drawing: Renderer | None,
    options: dict[str, str],
) -> bytes:
    return FORMATS[id_].write(outline.of_exhibit(exhibit(), brand()), look, drawing, **options)
