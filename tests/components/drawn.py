"""Reading a drawn figure back: what stands where on its board, as a browser would get it."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components import measure
from components.theme import PRESETS, Look, Size

SIZES = (
    PRESETS["slide"],
    PRESETS["half"],
    Size(1326, 720),
    Size(760, 560),
    Size(480, 420),
    Size(358, 520),
    Size(324, 1900),
)
LOOKS = [
    *(Look("ko", "light", size) for size in SIZES),
    *(Look("en", "dark", size) for size in (PRESETS["slide"], Size(358, 520), Size(324, 1900))),
    Look("en", "print", PRESETS["half"]),
]


def named(look: Look) -> str:
    return f"{look.lang}-{look.theme}-{look.size.width}x{look.size.height}"


@dataclass(frozen=True)
class Spot:
    """One text on the board: its words, the box it fills in pixels of the plot area, and its type size."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def spec(figure: go.Figure) -> dict[str, Any]:
    return json.loads(figure.to_json())


def spots(figure: go.Figure) -> list[Spot]:
    """Every text of the board with the box it fills; widths as our own measure has them, less its slack."""
    trace = next((t for t in spec(figure)["data"] if t.get("name") == "text"), None)
    if trace is None:
        return []
    font = trace["textfont"]
    parts = zip(trace["x"], trace["y"], trace["text"], trace["textposition"], font["size"], strict=True)
    return [_spot(*part) for part in parts]


def _spot(x: float, y: float, text: str, position: str, size: float) -> Spot:
    lines = [html.unescape(line) for line in re.sub(r"</?b>", "", text).split("<br>")]
    width = max(measure.width(line, size) for line in lines) * 0.95
    height = ((len(lines) - 1) * 1.3 + 1) * size
    vertical, side = position.split()
    left = {"right": x, "left": x - width, "center": x - width / 2}[side]
    top = {"bottom": y, "middle": y - height / 2, "top": y - height}[vertical]
    return Spot(" ".join(lines), left, top, left + width, top + height, size)


def texts(figure: go.Figure) -> str:
    """All words of the figure in one string: board, annotations and title."""
    drawn = spec(figure)
    notes = [a["text"] for a in drawn["layout"].get("annotations", [])]
    return " ".join(
        [*(s.text for s in spots(figure)), *map(html.unescape, notes), drawn["layout"]["title"]["text"]]
    )


def room(figure: go.Figure) -> tuple[float, float]:
    """Width and height of the plot area in pixels."""
    layout = figure.layout
    margin = layout.margin
    return layout.width - margin.l - margin.r, layout.height - margin.t - margin.b


def outside(figure: go.Figure) -> list[str]:
    """Texts that leave the plot area by more than three pixels."""
    width, height = room(figure)
    return [
        s.text
        for s in spots(figure)
        if s.left < -3 or s.right > width + 3 or s.top < -6 or s.bottom > height + 6
    ]


def collisions(figure: go.Figure) -> list[tuple[str, str]]:
    """Pairs of texts whose boxes overlap by more than a hair."""
    found, all_ = [], spots(figure)
    for n, a in enumerate(all_):
        for b in all_[n + 1 :]:
            wide = min(a.right, b.right) - max(a.left, b.left)
            tall = min(a.bottom, b.bottom) - max(a.top, b.top)
            if wide > 2 and tall > min(a.size, b.size) * 0.3:
                found.append((a.text, b.text))
    return found


def traces(figure: go.Figure, name: str) -> list[dict[str, Any]]:
    return [t for t in spec(figure)["data"] if t.get("name") == name]


def records_of(figure: go.Figure) -> list[str]:
    """The ids that answer to the pointer."""
    return [id_ for t in traces(figure, "records") for id_ in t["customdata"]]
