"""The typeface every chart and page is set in: its files by weight, cut by ``build`` as ``fonts.toml`` says."""

from __future__ import annotations

import tomllib
from pathlib import Path

HERE = Path(__file__).parent
LICENCE = HERE / "OFL.txt"


def family() -> str:
    """The name the fonts bear inside, and by which styles call them."""
    return _recipe()["family"]


def files() -> dict[int, Path]:
    """The WOFF2 files by weight."""
    return {weight["weight"]: HERE / weight["file"] for weight in _recipe()["weight"]}


def _recipe() -> dict:
    return tomllib.loads((HERE / "fonts.toml").read_text(encoding="utf-8"))
