"""The house style: colours with meanings, sizes from one base, and the Plotly template made of both."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

_TOKENS = tomllib.loads((Path(__file__).parent / "tokens.toml").read_text(encoding="utf-8"))
THEMES = ("light", "dark", "print")
SMALLEST_TYPE = 0.6  # steps up to it measure gaps and marks, not letters
FONT = _TOKENS["font"]
FONT_STACK = f"'{FONT}', {_TOKENS['fallback']}"
SYMBOLS: tuple[str, ...] = tuple(_TOKENS["categorical"]["symbols"])


def token(name: str) -> str:
    """The colour that ``scale.step`` names, e.g. ``primary.60``; a colour written out is returned as it is."""
    if name.startswith("#"):
        return name
    scale, step = name.split(".")
    return _TOKENS["scale"][scale][step]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme by meaning (notes: KRDS). ``sequential`` runs from low to high."""

    page: str
    surface: str
    band: str
    border: str
    text: str
    muted: str
    link: str
    lit: str
    lit_text: str
    others: str
    national: str
    target: str
    target_text: str
    planned: str
    missing: str
    missing_fill: str
    plain: str
    coast: str
    sequential: tuple[str, ...]
    categorical: tuple[str, ...]


@cache
def palette(theme: str) -> Palette:
    """The palette of ``light``, ``dark`` or ``print``."""
    table = dict(_TOKENS[theme])
    base = table.pop("extends", theme)
    table = {**_TOKENS[base], **table}
    colours: dict[str, Any] = {
        name: tuple(map(token, value)) if isinstance(value, list) else token(value)
        for name, value in table.items()
    }
    return Palette(
        **colours, categorical=tuple(_TOKENS["categorical"]["dark" if theme == "dark" else "light"])
    )


@dataclass(frozen=True)
class Size:
    """Layout of a picture: width and height in layout pixels, base type size, pixels per layout pixel.

    ``pad`` is the empty edge in type sizes: none inside a card that has its own. No type is drawn smaller than
    ``least`` pixels: what then has no room is left out, as everywhere.
    """

    width: int
    height: int
    base: float = 15
    ratio: float = 1
    pad: float = 1.2
    least: float = 0

    def type(self, step: float) -> float:
        """A type size relative to the base: ``type(1)`` is body, ``type(1.3)`` a title, ``type(.85)`` a caption."""
        size = self.base * step
        return round(self.legible(size) if step > SMALLEST_TYPE else size, 1)

    def legible(self, size: float) -> float:
        """A type size in pixels, or the least that may be drawn."""
        return max(size, self.least)


# A preset fixes layout size, type size and pixel ratio: the same picture at 1920×1080 reads like a slide.
PRESETS: dict[str, Size] = {
    "slide": Size(960, 540, base=15, ratio=2),
    "half": Size(640, 360, base=12.5, ratio=1.5),
    "page": Size(567, 378, base=11.5, ratio=300 / 96, pad=0.4),  # 150 mm, the text of a 한글 page, at 300 dpi
    "square": Size(720, 720, base=16, ratio=1.5),
}


@dataclass(frozen=True)
class Brand:
    """Whose picture it is: the name of an organisation, and its logo as a data address with width over height."""

    name: str = ""
    logo: str = ""
    aspect: float = 1.0


@dataclass(frozen=True)
class Look:
    """How a chart is drawn: language, theme and size. The same View with another Look is the same chart elsewhere.

    ``titled`` and ``sourced`` say whether title and foot stand inside the picture; where they do not, whoever asked
    for it sets them beside. ``clear`` leaves the ground transparent; ``brand`` stands at the foot.
    """

    lang: str = "ko"
    theme: str = "light"
    size: Size = PRESETS["slide"]
    titled: bool = True
    sourced: bool = True
    clear: bool = False
    brand: Brand = Brand()

    @property
    def palette(self) -> Palette:
        return palette(self.theme)

    @property
    def narrow(self) -> bool:
        """Whether the picture is as narrow as a phone: labels go shorter, insets go below."""
        return self.size.width < 480

    def at(self, size: Size) -> Look:
        return replace(self, size=size)


@lru_cache(maxsize=64)
def template(theme: str, base: float) -> go.layout.Template:
    """The one Plotly template: fonts, colours and axes from a theme and a base type size."""
    p = palette(theme)
    axis = dict(
        showgrid=False,
        zeroline=False,
        showline=False,
        ticks="",
        automargin=False,
        tickfont=dict(size=base * 0.87, color=p.muted),
        title=dict(font=dict(size=base * 0.87, color=p.muted)),
        gridcolor=p.border,
        linecolor=p.border,
        fixedrange=True,
    )
    return go.layout.Template(
        layout=dict(
            font=dict(family=FONT_STACK, size=base, color=p.text),
            paper_bgcolor=p.surface,
            plot_bgcolor=p.surface,
            colorway=list(p.categorical),
            xaxis=axis,
            yaxis=axis,
            hoverlabel=dict(
                font=dict(family=FONT_STACK, size=base * 0.9, color=p.text),
                bgcolor=p.surface,
                bordercolor=p.border,
                align="left",
            ),
            showlegend=False,
            dragmode=False,
            separators=".,",
            bargap=0.35,
            uniformtext=dict(mode=None),
        )
    )
