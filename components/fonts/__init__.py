"""The typeface every chart and page is set in: its files by weight, cut by ``build`` as ``fonts.toml`` says."""

from __future__ import annotations

import io
import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
LICENCE = HERE / "OFL.txt"


def family() -> str:
    """The name the fonts bear inside, and by which styles call them."""
    return _recipe()["family"]


def files() -> dict[int, Path]:
    """The WOFF2 files by weight."""
    return {weight["weight"]: HERE / weight["file"] for weight in _recipe()["weight"]}


@cache
def truetype(weight: int) -> bytes:
    """The font of a weight unpacked into TTF, for documents that embed it."""
    from fontTools.ttLib import TTFont  # only where documents are written

    font = TTFont(files()[weight], recalcTimestamp=False)
    font.flavor = None
    unpacked = io.BytesIO()
    font.save(unpacked)
    return unpacked.getvalue()


@cache
def characters() -> frozenset[int]:
    """The code points every weight can draw."""
    from fontTools.ttLib import TTFont

    maps = (TTFont(io.BytesIO(truetype(weight)), lazy=True).getBestCmap() for weight in files())
    return frozenset.intersection(*(frozenset(each or ()) for each in maps))


def _recipe() -> dict:
    return tomllib.loads((HERE / "fonts.toml").read_text(encoding="utf-8"))
