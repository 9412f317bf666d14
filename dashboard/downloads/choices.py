"""What a reader wants a picture to be: size, ground, contents. Kept for the session, read with care from the browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import streamlit as st

from components import sizes
from components.outline import NOBODY
from components.sizes import Wish
from components.theme import PRESETS, Brand, Look, Size

FREE = "free"  # the preset of those who set the size themselves
CLEAR = "clear"
GROUNDS = ("light", "dark", CLEAR)
KEPT = "picture"


@dataclass(frozen=True)
class Choice:
    """A picture as chosen. Without a ``ground`` it takes the theme of the charts on the page."""

    preset: str = next(iter(PRESETS))
    wish: Wish = field(default_factory=Wish)
    ground: str = ""
    titled: bool = True
    sourced: bool = True

    @property
    def size(self) -> Size:
        """The layout of the picture."""
        wish = self.wish
        return PRESETS.get(self.preset) or sizes.size(wish.width, wish.height, wish.unit, wish.dpi)

    @property
    def pixels(self) -> tuple[int, int]:
        """What the file has, at 1×."""
        return sizes.pixels(self.size) if self.preset in PRESETS else self.wish.pixels

    @property
    def printed(self) -> tuple[float, float] | None:
        """Width and height on paper, in millimetres, where the picture is made for paper."""
        return sizes.printed(self.size) if self.preset in PRESETS else self.wish.millimetres

    def look(self, look: Look, brand: Brand = NOBODY) -> Look:
        """How the picture is drawn; with no ground of its own its words stay dark, for white paper."""
        ground = self.ground or look.theme
        theme, clear = ("light", True) if ground == CLEAR else (ground, False)
        return replace(
            look,
            theme=theme,
            clear=clear,
            size=self.size,
            titled=self.titled,
            sourced=self.sourced,
            brand=brand,
        )

    def told(self, theme: str) -> dict[str, Any]:
        """The choice as the browser shows it."""
        rest = {"preset": self.preset, "titled": self.titled, "sourced": self.sourced}
        return {**asdict(self.wish), **rest, "ground": self.ground or theme}


def read(told: object) -> Choice:
    """The choice a browser tells of; whatever it says that is not known here falls back to the default."""
    given: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    plain = Choice()
    return Choice(
        _one(given.get("preset"), (*PRESETS, FREE), plain.preset),
        sizes.wish(*(given.get(name) for name in ("width", "height", "unit", "dpi"))),
        _one(given.get("ground"), GROUNDS, plain.ground),
        given.get("titled") is not False,
        given.get("sourced") is not False,
    )


def chosen() -> Choice:
    """The last choice of this visitor, for every menu."""
    return st.session_state.get(KEPT, Choice())


def keep(told: object) -> None:
    """Remember a choice for the session."""
    st.session_state[KEPT] = read(told)


def units(say: Any) -> list[dict[str, Any]]:
    """The units a size may be given in, with their bounds and a usual size."""
    return [
        {
            "id": unit,
            "label": say(f"menu.{unit}"),
            "mm": mm,
            "least": least,
            "most": most,
            "usual": sizes.USUAL[unit],
        }
        for unit, mm in sizes.UNITS.items()
        for least, most in [sizes.bounds(unit)]
    ]


def _one(told: object, allowed: tuple[str, ...], default: str) -> str:
    return told if isinstance(told, str) and told in allowed else default
