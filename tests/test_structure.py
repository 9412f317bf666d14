"""The shape of the house: one direction of imports, each library in its room, every page listed."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "dashboard": {"components", "datasets", "geo"},
    "components": {"datasets", "geo"},
    "datasets": {"geo"},
    "geo": set(),
}
ONLY_IN = {
    "streamlit": "dashboard",
    "plotly": "components",
    "pydeck": "components",
    "pptx": "components",
    "xlsxwriter": "components",
    "hwpx": "components",
    "fpdf": "components",
    "pypdf": "components",
    "kaleido": "components",
    "segno": "components",
    "geopandas": "geo",
    "shapely": "geo",
}
MODULES = sorted(path for room in MAY_IMPORT for path in (ROOT / room).rglob("*.py"))
# Modules still longer than 300 lines, to be split: they may not grow beyond this.
LONGER: dict[str, int] = {}
NAMES = [str(path.relative_to(ROOT)) for path in MODULES]


def imports(source: str) -> set[str]:
    """The top-level packages a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
    return found


def against_the_direction(room: str, source: str) -> set[str]:
    """What a module of a room imports although it may not."""
    found = imports(source)
    rooms = {name for name in found if name in MAY_IMPORT and name != room} - MAY_IMPORT[room]
    return rooms | {name for name in found if ONLY_IN.get(name, room) != room}


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_imports_only_in_the_one_direction(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    assert against_the_direction(room, path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("geo", "import datasets"),
        ("datasets", "from components.theme import Look"),
        ("components", "import dashboard.card"),
        ("components", "import streamlit as st"),
        ("datasets", "import plotly.express"),
        ("dashboard", "import shapely"),
    ],
)
def test_an_import_against_the_direction_is_found(room: str, source: str) -> None:
    assert against_the_direction(room, source)


def listed_pages() -> list[str]:
    """The keys of PAGES in dashboard/app.py."""
    tree = ast.parse((ROOT / "dashboard/app.py").read_text(encoding="utf-8"))
    values = [n.value for n in ast.walk(tree) if isinstance(n, ast.Assign) and n.targets[0].id == "PAGES"]  # type: ignore[attr-defined]
    return [key.value for key in values[0].keys]  # type: ignore[attr-defined]


def forgotten(folder: Path, pages: list[str]) -> set[str]:
    """Page files that no line of PAGES shows."""
    return {path.stem for path in folder.glob("*.py") if path.stem != "__init__"} - set(pages)


def test_every_page_file_is_listed_in_pages() -> None:
    assert forgotten(ROOT / "dashboard/views", listed_pages()) == set()


def test_a_page_file_forgotten_in_pages_is_found(tmp_path: Path) -> None:
    (tmp_path / "readiness.py").write_text("def show(): ...")
    assert forgotten(tmp_path, listed_pages()) == {"readiness"}


def test_every_page_is_named_and_asks_its_question_in_both_languages() -> None:
    from components.wording import words

    for path in listed_pages():
        for lang in ("ko", "en"):
            assert words(lang)(f"page.{path}") and words(lang)(f"question.{path}")


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_has_a_docstring_and_stays_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert source.count("\n") <= LONGER.get(str(path.relative_to(ROOT)), 300)


def test_no_page_writes_raw_html() -> None:
    for path in (ROOT / "dashboard").rglob("*.py"):
        assert "unsafe_allow_html" not in path.read_text(encoding="utf-8"), path


def test_no_code_knows_a_region_or_a_level_by_name() -> None:
    """What is particular to a region or a level is data."""
    names = re.compile(r"[\"'](gwangju|jeonnam|jeonnam-gwangju|광주|전남)[\"']|level == [\"'](sido|sigungu)")
    for path in MODULES:
        assert not names.search(path.read_text(encoding="utf-8")), path
