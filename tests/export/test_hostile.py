"""Hostile words in titles, notes, names and the data themselves: in every format they are words and nothing else.

One deck carries them all, so that each format is written once and opened again by a reader of its own.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pptx
import pypdf
import pytest
from lxml import etree

from components.chart import Chart
from components.deck import Deck, Item
from components.deck.files import words_of
from components.export import package
from components.export.formats import FORMATS
from components.export.names import file_name
from components.outline import Outline, of_deck
from components.theme import Brand, Look
from datasets import catalog
from datasets.texts import Text
from tests import examples
from tests.deck.hostile import HOSTILE

FORMULA = "=cmd|' /C calc'!A0"
LOGO = "data:image/png;base64," + base64.b64encode(b"not a picture").decode()


@pytest.fixture(scope="module")
def outline(tmp_path_factory: pytest.TempPathFactory) -> Outline:
    """A deck whose title, sections, slide titles, notes, organisation and indicators are all hostile."""
    folder = examples.write_folder(tmp_path_factory.mktemp("hostile"))
    values = {(code, "2024"): 1.0 + n for n, code in enumerate(examples.SEVENTEEN)}
    path = examples.write_indicator(folder, "ict_share", values, unit="%", aggregation="none")
    texts = path.read_text(encoding="utf-8")
    for old in set(re.findall(r'ko = "(.*?)"', texts)):
        texts = texts.replace(f'"{old}"', "'''" + "=1+1 <script>window.hacked=1</script>" + "'''")
    path.write_text(texts, encoding="utf-8")
    known = catalog.load(folder)
    kinds = ("choropleth", "ranked_bar", "table", "fact_card", "tile_map", "strip")
    items = [
        Item(
            Chart(kinds[n % len(kinds)], ("ict_share",), lit=("seoul",)), words(text, 160), words(text, 4000)
        )
        for n, text in enumerate(HOSTILE.values())
    ]
    items += [Item(title=words(text, 160)) for text in HOSTILE.values()]
    deck = Deck(words(FORMULA, 160), words(HOSTILE["image"], 160), tuple(items))
    return of_deck(deck, known, "ko", Brand(HOSTILE["script"], LOGO, 2.0))


def words(text: str, longest: int) -> Text:
    told = words_of(text, longest)
    return Text(told, told)


@pytest.fixture(scope="module")
def documents(outline: Outline) -> dict[str, bytes]:
    return {name: it.write(outline, Look(), None) for name, it in FORMATS.items()}


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a zipped document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name) for name in zipped.namelist()}


@pytest.mark.parametrize("name", ["pptx", "xlsx", "hwpx"])
def test_every_part_is_well_formed_and_reaches_nowhere_outside(
    documents: dict[str, bytes], name: str
) -> None:
    strict = etree.XMLParser(resolve_entities=False, no_network=True)
    for path, data in parts(documents[name]).items():
        assert ".." not in path and not path.startswith("/")
        if path.endswith((".xml", ".rels", ".hpf")):
            root = etree.fromstring(data, strict)
            assert root.getroottree().docinfo.internalDTD is None
            for target in root.iter("{*}Relationship"):
                assert target.get("TargetMode") != "External", (path, target.get("Target"))


def test_no_cell_of_the_workbook_is_a_formula(documents: dict[str, bytes]) -> None:
    assert formulas(documents["xlsx"]) == []


def test_no_workbook_inside_a_slide_holds_a_formula(documents: dict[str, bytes]) -> None:
    inside = [data for name, data in parts(documents["pptx"]).items() if name.endswith(".xlsx")]
    assert inside and [f for data in inside for f in formulas(data)] == []


def formulas(data: bytes) -> list[object]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [
        cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]


def test_a_hostile_title_stands_on_the_slide_as_it_was_typed(documents: dict[str, bytes]) -> None:
    deck = pptx.Presentation(io.BytesIO(documents["pptx"]))
    titles = {slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title is not None}
    assert "<script>alert(1)</script>" in titles
    assert not any("\u202e" in title or "\x00" in title for title in titles)


class Tags(HTMLParser):
    """Every tag of a page, with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_no_word_becomes_markup_in_the_html_file(documents: dict[str, bytes]) -> None:
    tags = Tags()
    tags.feed(documents["html"].decode("utf-8"))
    assert not any(name.startswith("on") for _, attributes in tags.found for name in attributes)
    plain = Tags()
    plain.feed(FORMATS["html"].write(harmless(), Look(), None).decode("utf-8"))
    scripts = lambda found: sum(tag == "script" for tag, _ in found)  # noqa: E731
    assert scripts(tags.found) == scripts(plain.found)


def harmless() -> Outline:
    known = catalog.load()
    return of_deck(Deck(items=(Item(Chart("ranked_bar", ("ict_value_added",))),)), known, "ko")


def test_the_html_file_runs_nothing_that_was_typed(
    documents: dict[str, bytes], browser, tmp_path: Path
) -> None:
    file = tmp_path / "deck.html"
    file.write_bytes(documents["html"])
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(file.as_uri())
    page.wait_for_timeout(500)
    assert page.evaluate("window.hacked") is None
    page.close()


def test_the_pdf_runs_nothing_and_leads_nowhere_but_to_web_pages(documents: dict[str, bytes]) -> None:
    read = pypdf.PdfReader(io.BytesIO(documents["pdf"]))
    assert "<script>alert(1)</script>" in "".join(page.extract_text() for page in read.pages).replace(
        "\n", ""
    )
    assert not {"/OpenAction", "/AA"} & set(read.root_object) and "/JavaScript" not in str(read.root_object)
    for page in read.pages:
        for note in page.get("/Annots") or []:
            address = str(note.get_object().get("/A", {}).get("/URI", "https://"))
            assert address.startswith(("http://", "https://"))


def test_the_package_writes_no_path_but_its_own(outline: Outline, tmp_path: Path) -> None:
    extra = {"../../x.json": b"{}", "/etc/passwd": b"", "a\\b.json": b"{}"}
    data = package.write(outline, Look(), None, {}, extra=extra)
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        for name in zipped.namelist():
            assert not name.startswith(("/", "\\")) and ".." not in name.split("/") and "\\" not in name
        zipped.extractall(tmp_path / "out")
    assert all(path.is_relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_file_name_is_never_a_path_or_an_order(text: str) -> None:
    name = file_name(text, "2026.11")
    assert name and len(name.encode()) <= 255 and not re.search(r'[\\/:*?"<>|\x00-\x1f]', name)
    assert not name.startswith((".", "-", "=", "+", "@"))
