"""PDF: pages for a screen and reports on A4, read again by pypdf: text is text, fonts are inside, tables stand in."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from components import fonts
from components.brief import brief
from components.chart import Chart
from components.deck import Deck, Item
from components.export import pdf
from components.export.pdf.letters import drawable
from components.export.renderer import Renderer, renderer
from components.outline import Outline, Part, Slide, of_deck
from components.theme import Brand, Look
from components.wording import words
from datasets import catalog
from datasets.texts import Text

CATALOG = catalog.load()
BAR = Chart("ranked_bar", ("ict_value_added",), per="grdp", lit=("gwangju",))
TILES = Chart("tile_map", ("ict_value_added",), per="grdp", lit=("gwangju",))
ROWS = Chart("table", records="strategies", where=(("region", "gwangju"),))
DECK = Deck(
    Text("광주는 어디에 서 있나", "Where Gwangju stands"),
    Text("정책 포럼", "Policy forum"),
    (
        Item(BAR),
        Item(TILES, Text("정보통신업은 서울에 몰려 있다", "ICT is in Seoul")),
        Item(title=Text("전략", "Strategies")),
        Item(ROWS),
    ),
)
MARK = "지역 AI 준비도 · 자료"


def logo() -> str:
    out = io.BytesIO()
    Image.new("RGB", (80, 40), "#256ef4").save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


@pytest.fixture(scope="module")
def outline() -> Outline:
    return of_deck(DECK, CATALOG, "ko", Brand("시험 연구원", logo(), 2.0))


@pytest.fixture(scope="module")
def drawing() -> Renderer:
    found = renderer()
    assert found, "no browser on this machine"
    return found


@pytest.fixture(scope="module")
def screen(outline: Outline, drawing: Renderer) -> Document:
    return read(outline, drawing)


@pytest.fixture(scope="module")
def report(outline: Outline, drawing: Renderer) -> Document:
    return read(outline, drawing, "a4")


@pytest.fixture(scope="module")
def tables(outline: Outline) -> Document:
    """The slides where no browser draws."""
    return read(outline, None)


@dataclass
class Document:
    """A file opened again, and the words of its pages."""

    file: Any  # a PdfReader: what it reads has no type

    @cached_property
    def texts(self) -> list[str]:
        return [" ".join(page.extract_text().split()) for page in self.file.pages]

    @property
    def text(self) -> str:
        return " ".join(self.texts)


def read(outline: Outline, drawing: Renderer | None, paper: str = "screen", theme: str = "light") -> Document:
    return Document(PdfReader(io.BytesIO(pdf.write(outline, Look(theme=theme), drawing, paper))))


def places(page: PageObject) -> list[tuple[float, float]]:
    """Where the texts of a page begin."""
    found: list[tuple[float, float]] = []
    page.extract_text(
        visitor_text=lambda told, _, tm, *__: found.append((tm[4], tm[5])) if told.strip() else None
    )
    return found


def objects(document: Document) -> Iterator[Any]:
    """Every dictionary in a file."""
    for number in range(1, document.file.trailer["/Size"]):
        found = document.file.get_object(number)
        if isinstance(found, DictionaryObject):
            yield found


def test_every_slide_is_one_page_of_sixteen_to_nine(screen: Document, outline: Outline) -> None:
    assert len(screen.file.pages) == len(outline.slides)
    assert {tuple(map(float, page.mediabox[2:])) for page in screen.file.pages} == {(960.0, 540.0)}


def test_titles_and_values_can_be_read_out_of_the_pages(screen: Document) -> None:
    assert "광주는 어디에 서 있나" in screen.texts[0] and "정책 포럼" in screen.texts[0]
    bars = screen.texts[1]
    assert "2.88%" in bars and "광주" in bars and "단위: %" in bars
    assert "정보통신업은 서울에 몰려 있다" in screen.texts[2]


def test_every_page_says_where_its_figures_come_from_and_of_which_day_they_are(screen: Document) -> None:
    for told in screen.texts:
        assert MARK in told and "시험 연구원" in told
    assert "17개 시도 중 17곳 공표" in screen.texts[1]


@pytest.mark.parametrize("paper", ["screen", "report", "tables"])
def test_every_font_is_ours_embedded_and_none_is_made_of_drawings(
    paper: str, request: pytest.FixtureRequest
) -> None:
    found = [each for each in objects(request.getfixturevalue(paper)) if each.get("/Type") == "/Font"]
    assert found and {str(font["/Subtype"]) for font in found} <= {"/Type0", "/CIDFontType2"}
    for font in (each for each in found if each["/Subtype"] == "/CIDFontType2"):
        assert "ReadinessSans" in font["/BaseFont"]
        assert isinstance(font["/FontDescriptor"]["/FontFile2"].get_object(), StreamObject)


def test_a_chart_is_a_drawing_and_no_picture_of_dots(screen: Document) -> None:
    forms = [x for x in objects(screen) if x.get("/Subtype") == "/Form"]
    assert len(forms) == 2
    bars = forms[0].get_data()
    assert len(re.findall(rb"\sf\*?\s", bars)) > 17 and "/XObject" not in forms[0]["/Resources"]


def test_a_page_calls_its_chart_with_the_words_for_those_who_cannot_see_it(
    screen: Document, outline: Outline
) -> None:
    figures = [x for x in objects(screen) if x.get("/S") == "/Figure" and "/Alt" in x]
    told = {str(x["/Alt"]) for x in figures}
    assert {each.alt for each in outline.exhibits[:2]} <= told
    assert screen.file.root_object["/MarkInfo"]["/Marked"]


def test_bookmarks_lead_to_every_slide_and_charts_stand_under_their_section(
    screen: Document, outline: Outline
) -> None:
    def names(found: list[Any]) -> list[Any]:
        return [names(each) if isinstance(each, list) else each.title for each in found]

    titles = [slide.title for slide in outline.slides]
    assert names(screen.file.outline) == [*titles[:4], [titles[4]], *titles[5:]]


def test_the_file_says_what_it_is_in_which_language_and_nothing_of_the_machine(screen: Document) -> None:
    told = screen.file.metadata
    assert told and told.title == "광주는 어디에 서 있나" and told.author == "시험 연구원"
    assert told.creation_date and told.creation_date.date().isoformat() == CATALOG.edition.as_of
    assert screen.file.root_object["/Lang"] == "ko-KR"
    assert not re.search(r"[/\\]|Chrome|Linux", "".join(map(str, told.values())))


def test_nothing_happens_on_opening_and_links_lead_to_web_pages_only(outline: Outline) -> None:
    lines = (
        "기관 · 제목 · https://example.org/a?b=1",
        "기관 · 제목 · javascript:alert(1)",
        "file:///etc/passwd",
    )
    slide = Slide("sources", "출처", parts=(Part(lines=lines),))
    found = read(replace(outline, slides=(slide,)), None)
    notes = [note.get_object() for note in found.file.pages[0].get("/Annots", [])]
    assert [note["/A"]["/URI"] for note in notes] == ["https://example.org/a?b=1"]
    assert "javascript:alert(1)" in found.texts[0]
    assert not {"/OpenAction", "/AA", "/Names"} & set(found.file.root_object)


def test_a_report_stands_on_a4_with_two_charts_on_a_page_and_a_sentence_for_each(
    report: Document, outline: Outline
) -> None:
    first = report.texts[0]
    assert {tuple(round(float(x)) for x in page.mediabox[2:]) for page in report.file.pages} == {(595, 842)}
    assert report.file.pages[0].get_contents().get_data().count(b" Do Q") == 3  # and the logo
    for exhibit in outline.exhibits[:2]:
        assert exhibit.alt in first
    assert "2.88%" in first and "출처" in report.text


def test_pages_of_a_report_are_numbered_and_say_whose_they_are(report: Document) -> None:
    for number, told in enumerate(report.texts, start=1):
        assert told.startswith((f"{number} 시험 연구원 · {MARK}", f"{number}시험 연구원 · {MARK}"))


def test_where_no_browser_draws_tables_stand_in_and_the_first_page_says_so(tables: Document) -> None:
    missing = words("ko")("renderer.missing")
    assert missing in tables.texts[0] and missing not in tables.texts[1]
    bars = tables.texts[1]
    assert "지역" in bars and "서울" in bars and "10.81%" in bars
    assert "17개 시도 중 17곳이 공표했습니다." in bars


def test_a_report_without_a_browser_holds_every_row_of_its_tables(outline: Outline) -> None:
    told = read(outline, None, "a4").text
    assert told.count(words("ko")("renderer.missing")) == 1
    for name in outline.exhibits[0].cells.iloc[:, 0]:
        assert name in told


def test_without_pictures_the_same_outline_is_the_same_file_to_the_last_byte(outline: Outline) -> None:
    assert pdf.write(outline) == pdf.write(outline)


def test_in_english_no_korean_is_left_but_names(drawing: Renderer) -> None:
    found = read(of_deck(replace(DECK, items=DECK.items[:1]), CATALOG, "en"), drawing, theme="dark")
    assert "Where Gwangju stands" in found.texts[0] and "Unit: %" in found.texts[1]
    assert not re.search("[가-힣]", found.texts[0] + found.texts[1])
    assert found.file.root_object["/Lang"].startswith("en")


def test_a_brief_is_two_pages_of_a4() -> None:
    outline = brief("gwangju", CATALOG, "ko")
    found = read(outline, None, "a4")
    assert len(found.file.pages) == 2
    assert all(
        part.heading.split()[0] in found.text
        for slide in outline.slides
        for part in slide.parts
        if part.heading
    )


def test_signs_our_font_lacks_become_letters_it_has_or_nothing() -> None:
    assert drawable("뷁 AX 😀 시대") == "ㅂㅞㄺ AX 시대"
    assert drawable("ＡＢ①㈜ḿ漢") == "AB①㈜m?"
    everything = "".join(chr(code) for code in range(0x20, 0x3400) if chr(code).isprintable())
    assert {
        ord(sign) for at in range(0, 12000, 300) for sign in drawable(everything[at : at + 300])
    } <= fonts.characters()


@pytest.mark.parametrize("paper", ["screen", "a4"])
def test_a_title_of_any_length_stays_on_its_page(outline: Outline, paper: str) -> None:
    long = Slide("chart", "아주긴제목" * 60, foot=("긴 출처 " * 80,))
    crowded = Slide(
        "spread",
        "전략",
        parts=(Part(heading="제목 " * 60, lines=("긴 문장 " * 60,) * 8, box=(0, 0, 0.3, 0.3)),),
    )
    found = read(replace(outline, slides=(long, crowded)), None, paper)
    wide, high = map(float, found.file.pages[0].mediabox[2:])
    for page in found.file.pages:
        found_at = places(page)
        assert found_at and all(0 <= x <= wide and 0 <= y <= high for x, y in found_at)
    assert "(+" in found.texts[-1] or "…" in found.texts[-1]
