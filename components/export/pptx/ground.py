"""The ground slides are made on: an opened presentation, and for every role its layout and the places for words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.export.pptx.boxes import Box
from components.export.pptx.holders import Holder
from components.export.pptx.pen import Pen


@dataclass(frozen=True)
class Frame:
    """A layout and its places. ``body`` is what is left for charts and sentences; without a ``text`` holder sentences
    get a box of their own. One that ``grows`` takes what a long title needs from its body."""

    layout: int
    title: Holder
    body: Box
    subtitle: Holder | None = None
    text: Holder | None = None
    foot: Holder | None = None
    mark: Holder | None = None
    number: Holder | None = None
    grows: bool = False


@dataclass(frozen=True)
class Ground:
    """A presentation without slides, what it is written with, its frames by role, and the theme its colours need."""

    presentation: Any
    pen: Pen
    frames: dict[str, Frame]
    theme: str


ROLE = {"title": "title", "section": "section", "chart": "chart", "spread": "chart", "sources": "text"}


def frame_of(ground: Ground, role: str) -> Frame:
    """The frame of a slide's role."""
    return ground.frames[ROLE[role]]


def own_frames(width: float, height: float) -> dict[str, Frame]:
    """The frames of our own layouts on a slide of this size: title, section, chart, text, in the layouts' order."""
    pad = 48 if width / height > 1.5 else 36
    wide = width - 2 * pad
    mark = Holder(Box(pad, height - 27, wide * 0.62, 16), 10, "ftr", 11, "ctr")
    number = Holder(Box(width - pad - 40, height - 27, 40, 16), 10, "sldNum", 12, "ctr")
    title = Holder(Box(pad, 24, wide, 38), 28, "title", 0, "t")
    subtitle = Holder(Box(pad, 63, wide, 22), 14, "body", 13, "t")
    foot = Holder(Box(pad, height - 69, wide, 32), 11, "body", 14, "b")
    body = Box(pad, 96, wide, foot.box.top - 96 - 8)
    text = Holder(Box(pad, 84, wide, height - 84 - 44), 14, "body", 1, "t")
    cover = Holder(Box(pad, height * 0.20, wide * 0.9, height * 0.30), 40, "ctrTitle", 0, "b")
    below = Holder(Box(pad, height * 0.56, wide * 0.9, height * 0.15), 20, "subTitle", 1, "t")
    named = Holder(Box(pad, height - 62, wide * 0.9, 36), 12, "body", 13, "b")
    opening = Holder(Box(pad, height * 0.20, wide * 0.9, height * 0.30), 36, "title", 0, "b")
    return {
        "title": Frame(0, cover, body, subtitle=below, mark=named),
        "section": Frame(1, opening, body, mark=mark, number=number),
        "chart": Frame(2, title, body, subtitle=subtitle, foot=foot, mark=mark, number=number, grows=True),
        "text": Frame(3, title, text.box, text=text, mark=mark, number=number),
    }
