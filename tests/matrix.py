"""What every chart kind becomes in every format, as docs/formats.md shows it; a test holds the page up to date.

usage: python -m tests.matrix   (writes docs/formats.md)
"""

from __future__ import annotations

from pathlib import Path

from components.chart import KINDS
from components.exhibit import Exhibit
from components.export.formats import FORMATS
from components.natives import Drawing, Fact, Plot, Table
from components.outline import Outline, of_exhibit, of_exhibits
from components.theme import PRESETS, Look
from datasets.catalog import Catalog, load
from datasets.problems import Problem
from tests.kinds import BASES, example

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
LANGS = ("ko", "en")
LEAST = 1000  # bytes of a document that holds something
HEAD = """# What a chart becomes in each format

Written by `python -m tests.matrix`: every kind with real figures, in both languages and on both bases (17 and 16 regions).
Nothing is left out: where a format cannot hold a kind, the cell says what stands in its place.

"""
STAND_IN = "the flat map: no document holds 3-D columns"
OFFICE = {"pptx": "", "xlsx": "data sheet"}
FIXED = {
    "hwpx": "sentences, picture, table",
    "html": "live chart, table",
    "pdf": "vector drawing, text",
    "png": "picture",
    "svg": "picture, fonts inside",
    "csv": "rows with their sources",
}


def named(native: object) -> str:
    """A native object in words."""
    match native:
        case Plot(form=form):
            return f"{form} chart"
        case Drawing():
            return "named shapes"
        case Table():
            return "table"
        case Fact():
            return "figure as text"
    return "?"


def form(exhibit: Exhibit, format_: str) -> str:
    """What the chart becomes in a format."""
    if format_ not in OFFICE:
        return FIXED[format_]
    found = dict.fromkeys(map(named, exhibit.natives(Look(exhibit.lang))))
    if format_ == "xlsx":
        found = dict.fromkeys(
            [
                OFFICE[format_],
                *("bar chart" if f == "named shapes" else f for f in found if "chart" in f or "shapes" in f),
            ]
        )
    return ", ".join(found)


def exhibits(catalog: Catalog, lang: str, basis: str) -> dict[str, Exhibit]:
    """Every kind with real figures."""
    return {kind: Exhibit.of(example(kind, basis), catalog, lang) for kind in KINDS}


def refused(found: dict[str, Exhibit], format_: str) -> dict[str, str]:
    """Why kinds cannot be written in a format. All stand in one document; only where that fails each is tried alone."""
    shown = list(found.values())
    together = of_exhibits(shown, "matrix", shown[0].lang, shown[0].material.edition)
    if not _why_not(together, format_):
        return {}
    return {kind: why for kind, each in found.items() if (why := _why_not(of_exhibit(each), format_))}


def _why_not(outline: Outline, format_: str) -> str:
    try:
        made = FORMATS[format_].write(outline, Look(outline.lang, size=PRESETS["slide"]), None)
    except Problem as reason:
        return str(reason)
    return "" if len(made) > LEAST else "empty"


def page(catalog: Catalog) -> str:
    """docs/formats.md: a row a kind, a column a format."""
    formats = [*FORMATS, "png", "svg", "csv"]
    lines = ["| kind | " + " | ".join(formats) + " |", "| --- " * (len(formats) + 1) + "|"]
    found = [exhibits(catalog, lang, basis) for lang, basis in zip(LANGS, BASES, strict=True)]
    for kind, it in KINDS.items():
        cells = [" / ".join(dict.fromkeys(form(each[kind], name) for each in found)) for name in formats]
        note = f" ({STAND_IN})" if it.in_files else ""
        lines.append(f"| `{kind}`{note} | " + " | ".join(cells) + " |")
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(load()), encoding="utf-8")
