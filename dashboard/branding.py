"""Whose pictures and documents these are: an organisation's name and logo, kept for the visitor's session only.

A logo is a stranger's file: it is opened only as one of a few kinds of picture, within bounds, and drawn anew, so that
nothing of the file itself goes into a document.
"""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st
from PIL import Image, ImageOps

from components.labels import clean, markdown
from components.theme import Brand
from dashboard import controls

KEPT, FAULT = "brand", "brand.fault"
LONGEST = 60
MOST_BYTES, MOST_PIXELS = 1_000_000, 16_000_000
KINDS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp", "BMP": "bmp"}
ROOM = (480, 160)  # pixels a logo is brought into: sharp at the foot of a printed page
WIDEST = 8.0  # times as wide as high, or as high as wide: a thinner logo gets an empty edge


class NotALogo(Exception):
    """A file that cannot be a logo. ``why`` is the key of the sentence that says so."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def brand() -> Brand:
    """The visitor's organisation; an empty one where none was given."""
    return _kept()[0]


def later() -> Callable[[], Brand]:
    """Tells the visitor's organisation when it is asked, also where no session is known: in the making of a file."""
    kept = _kept()
    return lambda: kept[0]


def _kept() -> list[Brand]:
    """Where the session holds it."""
    return st.session_state.setdefault(KEPT, [Brand()])


def _change(**fields: Any) -> None:
    _kept()[0] = replace(brand(), **fields)


def ask(key: str = "brand") -> None:
    """The fields for name and logo. ``key`` tells several places on a page apart."""
    say, kept, name, file = controls.say(), brand(), f"{key}-name", f"{key}-logo"
    st.session_state.setdefault(name, kept.name)
    st.text_input(
        say("menu.brand_name"), key=name, max_chars=LONGEST, placeholder=say("menu.brand_hint"),
        on_change=_name, args=(name,),
    )  # fmt: skip
    st.file_uploader(
        say("menu.logo"), list(KINDS.values()), key=file, max_upload_size=1, on_change=_logo, args=(file,)
    )
    if why := st.session_state.get(FAULT):
        st.error(markdown(say(why)))
    if kept.logo:
        st.caption(say("menu.logo_set"))
        st.button(say("menu.logo_remove"), key=f"{key}-remove", on_click=_forget)
    st.caption(markdown(say("menu.brand_note")))


def named(text: object) -> str:
    """An organisation's name as it may stand in a picture: one clean line of at most 60 characters."""
    return clean(text)[:LONGEST].strip()


def logo(data: bytes) -> tuple[str, float]:
    """A logo as a small PNG in a data address, and its width over its height. Raises NotALogo."""
    if len(data) > MOST_BYTES:
        raise NotALogo("menu.logo_heavy")
    drawn = _opened(data)
    drawn.thumbnail(ROOM)
    wide, high = drawn.size
    drawn = ImageOps.pad(
        drawn, (max(wide, round(high / WIDEST)), max(high, round(wide / WIDEST))), color=(0, 0, 0, 0)
    )
    written = io.BytesIO()
    drawn.save(written, "PNG", optimize=True)
    return (
        f"data:image/png;base64,{base64.b64encode(written.getvalue()).decode()}",
        drawn.width / drawn.height,
    )


def _opened(data: bytes) -> Image.Image:
    """The picture in a file, upright and with its transparency."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=list(KINDS))
            if picture.width * picture.height > MOST_PIXELS:
                raise NotALogo("menu.logo_large")
            return ImageOps.exif_transpose(picture).convert("RGBA")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise NotALogo("menu.logo_large") from error
    # Pillow says in many ways that a file is broken.
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError) as error:
        raise NotALogo("menu.logo_type") from error


def _name(key: str) -> None:
    _change(name=named(st.session_state[key]))


def _logo(key: str) -> None:
    """Takes the file for the logo, or remembers why it cannot be; a file taken back leaves the logo as it is."""
    st.session_state[FAULT] = ""
    file = st.session_state[key]
    if file is None:
        return
    try:
        source, aspect = logo(file.getvalue())
        _change(logo=source, aspect=aspect)
    except NotALogo as fault:
        st.session_state[FAULT] = fault.why


def _forget() -> None:
    _change(logo="", aspect=1.0)
