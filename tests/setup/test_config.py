"""Streamlit's settings: known to this version, coloured like the charts, and asking no other host."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from streamlit import config as streamlit

from components import fonts, theme

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / "dashboard/.streamlit/config.toml").read_text(encoding="utf-8"))
COLOURS = {
    "backgroundColor": "page",
    "textColor": "text",
    "borderColor": "border",
    "linkColor": "link",
    "dataframeBorderColor": "border",
}


def settings(table: dict, name: str = "") -> list[str]:
    """Every setting of a table by its dotted name."""
    found = []
    for key, value in table.items():
        found += settings(value, f"{name}{key}.") if isinstance(value, dict) else [f"{name}{key}"]
    return found


@pytest.mark.parametrize("name", settings(CONFIG))
def test_streamlit_knows_every_setting(name: str) -> None:
    assert name in streamlit._config_options_template


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("setting", "meaning"), COLOURS.items())
def test_pages_and_charts_share_their_colours(mode: str, setting: str, meaning: str) -> None:
    assert CONFIG["theme"][mode][setting] == getattr(theme.palette(mode), meaning)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_accent_of_controls_is_the_primary_colour(mode: str) -> None:
    assert CONFIG["theme"][mode]["primaryColor"] == theme.token("primary.50")


def test_controls_stand_on_the_quiet_surface_of_their_theme() -> None:
    assert CONFIG["theme"]["light"]["secondaryBackgroundColor"] == theme.palette("light").band
    assert CONFIG["theme"]["dark"]["secondaryBackgroundColor"] == theme.palette("dark").surface


def test_pages_and_charts_share_their_typeface() -> None:
    assert CONFIG["theme"]["font"] == theme.FONT_STACK
    assert fonts.family() == theme.FONT


def test_the_fonts_come_from_our_own_server() -> None:
    faces = {(face["family"], face["weight"], face["url"]) for face in CONFIG["theme"]["fontFaces"]}
    assert faces == {
        (fonts.family(), weight, f"app/static/fonts/{path.name}") for weight, path in fonts.files().items()
    }


def test_nothing_leaves_the_machine_and_no_developer_chrome_is_shown() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorLinks"] is False
    assert CONFIG["client"]["toolbarMode"] in ("viewer", "minimal")
    # Without it, Streamlit asks an outside host for this machine's address when it has no screen.
    assert CONFIG["browser"]["serverAddress"] == "localhost"
