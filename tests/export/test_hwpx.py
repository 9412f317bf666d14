"""HWPX: the report as another reader opens it, as an independent renderer draws it, and as a stranger abuses it."""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache
from zipfile import ZIP_STORED

import pytest
from hwpx import HwpxDocument
from PIL import Image

from components import brief, outline
from components.chart import Chart
from components.contents.telling import paragraph
from components.deck import Deck, Item
from components.deck.files import words_of
from components.exhibit import Exhibit
from components.export import hwpx
from components.outline import Outline
from components.theme import Brand
from datasets import catalog
from datasets.catalog import Catalog
from datasets.texts import Text
from tests.deck.hostile import HOSTILE
from tests.hwpx_pages import SPACES, File, Page, pages, unspaced

MAP = Chart("choropleth", ("ict_value_added",), per="grdp", lit=("gwangju",))
BARS = Chart("ranked_bar", ("student_device_provision",), lit=("seoul",))
CARD = Chart("fact_card", ("ai_firm_mous",))
MANY = Chart("ranked_bar", ("sgg_population",), level="sigungu")
EVENTS = Chart("timeline", records="events")
ROWS = Chart("table", records="facilities")
ALONE = Chart("ranked_bar", ("ai_active_establishments",))  # one region reports
REFERENCES = {
    "charPrIDRef": "charPr",
    "paraPrIDRef": "paraPr",
    "styleIDRef": "style",
    "borderFillIDRef": "borderFill",
    "tabPrIDRef": "tabPr",
    "nextStyleIDRef": "style",
}


class Painter:
    """Stands in for the browser: a plain picture of the size asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int, int, float]] = []

    def picture(self, figure: object, format: str, width: int, height: int, scale: float = 1) -> bytes:
        self.asked.append((format, width, height, scale))
        return blue(round(width * scale), round(height * scale))


@cache
def blue(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#86aff9").save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="module")
def known() -> Catalog:
    return catalog.load()


def deck(known: Catalog, lang: str) -> Outline:
    """A forum's report: two sections, five charts, a note of two lines."""
    note = Text("광주의 비중을 봅니다.\n다음 회의에서 나눕니다.", "The share of Gwangju.\nNext time.")
    items = (
        Item(title=Text("산업 기반", "Industry")),
        Item(MAP, note=note),
        Item(CARD),
        Item(title=Text("여건과 계획", "Setting and plans")),
        Item(BARS, Text("기기는 충분한가", "Are there enough devices?")),
        Item(MANY),
        Item(EVENTS),
        Item(ROWS),
    )
    told = Deck(Text("광주의 자리", "Where Gwangju stands"), Text("정책포럼 자료", "Policy forum"), items)
    return outline.of_deck(told, known, lang, Brand("광주정책연구회" if lang == "ko" else "Policy Society"))


@pytest.fixture(scope="module")
def korean(known: Catalog) -> Outline:
    return deck(known, "ko")


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter()


@pytest.fixture(scope="module")
def report(korean: Outline, painter: Painter) -> File:
    """The Korean report with pictures."""
    return File(hwpx.write(korean, painter))


@pytest.fixture(scope="module")
def plain(known: Catalog) -> File:
    """The English report without pictures."""
    return File(hwpx.write(deck(known, "en")))


@pytest.fixture(scope="module")
def hostile(known: Catalog) -> File:
    """A report whose every typed word means harm."""
    note, title = words_of("\n".join(HOSTILE.values()), 4000), HOSTILE["script"]
    items = [Item(ALONE, Text(HOSTILE["image"], ""), Text(note, ""))]
    items += [Item(title=Text(text, text)) for text in HOSTILE.values()]
    told = Deck(Text(title, title), Text(HOSTILE["surrogate"], ""), tuple(items))
    return File(hwpx.write(outline.of_deck(told, known, "ko", Brand(HOSTILE["image"])), Painter()))


@pytest.fixture(scope="module")
def drawn(report: File, hostile: File, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Both as rhwp draws them."""
    return pages(tmp_path_factory.mktemp("drawn"), report=report.data, hostile=hostile.data)


def test_the_file_says_first_and_unpacked_what_it_is(report: File) -> None:
    first = report.archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert report.archive.read("mimetype") == b"application/hwp+zip"


@pytest.mark.parametrize("name", ["report", "plain", "hostile"])
def test_the_document_has_no_fault_of_structure(name: str, request: pytest.FixtureRequest) -> None:
    with HwpxDocument.open(request.getfixturevalue(name).data) as document:
        assert len(document.validate().issues) == 0


@pytest.mark.parametrize("name", ["report", "plain", "hostile"])
def test_every_shape_a_line_refers_to_exists(name: str, request: pytest.FixtureRequest) -> None:
    file: File = request.getfixturevalue(name)
    known = {
        tag: {e.get("id") for e in file.header.iterfind(f".//hh:{tag}", SPACES)}
        for tag in REFERENCES.values()
    }
    asked = Counter(
        (REFERENCES[key], value)
        for root in (file.body, file.header)
        for element in root.iter()
        for key, value in element.attrib.items()
        if key in REFERENCES and value != "4294967295"  # of none
    )
    assert sum(asked.values()) > 300
    assert [pair for pair in asked if pair[1] not in known[pair[0]]] == []


def test_paragraphs_and_objects_have_numbers_of_their_own(report: File) -> None:
    found = Counter(
        e.get("id")
        for tag in ("p", "tbl", "pic", "footer")
        for e in report.body.iter(f"{{{SPACES['hp']}}}{tag}")
        if e.get("id") != "0"
    )
    assert len(found) > 200 and max(found.values()) == 1


def test_the_title_block_names_owner_title_subtitle_and_edition(report: File, korean: Outline) -> None:
    assert report.lines[:4] == [
        ("보고서 기관", "광주정책연구회"),
        ("보고서 제목", "광주의 자리"),
        ("보고서 부제", "정책포럼 자료"),
        ("보고서 표시", korean.mark),
    ]


def test_sections_and_charts_are_headings_of_the_outline_that_stay_with_what_follows(report: File) -> None:
    found = [line for line in report.lines if line[0].startswith("개요")]
    assert found[:4] == [
        ("개요 1", "산업 기반"),
        ("개요 2", "정보통신업 총부가가치(명목, 지역소득) (GRDP 대비)"),
        ("개요 2", "AI 기업 유치 업무협약(누계)"),
        ("개요 1", "여건과 계획"),
    ]
    assert [line for line in found if line[0] == "개요 1"][-2:] == [("개요 1", "출처"), ("개요 1", "정의")]
    for level in (1, 2, 3):
        shape = line_shape(report, f"개요 {level}")
        heading, kept = shape.find("hh:heading", SPACES), shape.find("hh:breakSetting", SPACES)
        assert heading is not None and kept is not None
        assert (heading.get("type"), heading.get("level")) == ("OUTLINE", str(level - 1))
        assert kept.get("keepWithNext") == "1"


def line_shape(file: File, style: str):
    """The shape of lines a style has."""
    found = file.header.find(f".//hh:style[@name='{style}']", SPACES)
    assert found is not None
    shape = file.header.find(f".//hh:paraPr[@id='{found.get('paraPrIDRef')}']", SPACES)
    assert shape is not None
    return shape


def test_a_chart_is_told_in_sentences_followed_by_the_presenters_note(report: File, korean: Outline) -> None:
    body = [text for style, text in report.lines if style == "본문"]
    told = [" ".join(paragraph(exhibit)) for exhibit in korean.exhibits]
    assert body == [told[0], "광주의 비중을 봅니다.", "다음 회의에서 나눕니다.", *told[1:]]


def test_a_picture_is_150_mm_wide_and_says_in_words_what_it_shows(
    report: File, korean: Outline, painter: Painter
) -> None:
    found = report.body.findall(".//hp:pic", SPACES)
    sizes = [
        (int(s.get("width", 0)), int(s.get("height", 0))) for p in found for s in p.iterfind("hp:sz", SPACES)
    ]
    charts = [exhibit for exhibit in korean.exhibits if exhibit.chart.kind != "table"]
    assert sizes == [(42520, 14173 if x.chart.kind == "fact_card" else 28347) for x in charts]
    assert [p.findtext("hp:shapeComment", "", SPACES) for p in found] == [x.alt for x in charts]
    assert {*painter.asked} == {("png", 567, 378, 300 / 96), ("png", 567, 189, 300 / 96)}
    items = {
        i.get("id"): i.get("href", "")
        for i in report.part("Contents/content.hpf").iterfind(".//opf:item", SPACES)
    }
    for image in report.body.iterfind(".//hc:img", SPACES):
        data = report.archive.read(items[image.get("binaryItemIDRef")])
        assert Image.open(io.BytesIO(data)).format == "PNG"


def test_no_picture_and_no_table_stands_in_a_paragraph_of_the_outline(report: File) -> None:
    shapes = {s.get("id"): s for s in report.header.iterfind(".//hh:paraPr", SPACES)}
    holders = [
        p for p in report.body.iterfind("hp:p", SPACES)
        if p.find("hp:run/hp:pic", SPACES) is not None or p.find("hp:run/hp:tbl", SPACES) is not None
    ]  # fmt: skip
    assert len(holders) == 11
    kinds = {
        h.get("type") for p in holders for h in shapes[p.get("paraPrIDRef")].iterfind("hh:heading", SPACES)
    }
    assert kinds == {"NONE"}


def test_figures_and_tables_are_numbered_each_by_themselves(report: File) -> None:
    figures = [text for style, text in report.lines if style == "그림 제목"]
    tables = [text for style, text in report.lines if style == "표 제목"]
    assert [f.split("〉")[0] for f in figures] == [f"〈그림 {n}" for n in range(1, 6)]
    assert [t.split("〉")[0] for t in tables] == [f"〈표 {n}" for n in range(1, 7)]
    assert tables[2] == "〈표 3〉 기기는 충분한가"


def test_a_table_holds_what_the_cells_of_the_chart_hold(report: File, korean: Outline) -> None:
    for number, gone in ((0, ["시점", "출처"]), (2, ["시점"])):  # said once, above or below the table
        cells = korean.exhibits[number].cells.drop(columns=gone)
        assert report.tables[number][0] == list(cells.columns)
        assert report.tables[number][1:] == [list(map(str, row)) for row in cells.itertuples(index=False)]


def test_where_few_report_the_table_holds_the_known_values_only(report: File, korean: Outline) -> None:
    cells = korean.exhibits[1].cells
    known = cells[cells["값"] != "자료 없음"]
    assert 1 < len(known) < len(cells)
    assert [row[:2] for row in report.tables[1][1:]] == known[["지역", "값"]].to_numpy().tolist()
    assert any("16곳은 표에서 뺐으며" in text for _, text in report.lines)


def test_a_long_table_shows_the_first_in_rank_and_counts_the_rest(report: File, korean: Outline) -> None:
    rows = report.tables[3]
    assert len(rows) == 26 and rows[1][0] == "전국"
    ranks = sorted(int(row[rows[0].index("순위")].removesuffix("위")) for row in rows[2:])
    assert ranks == list(range(1, 25))
    assert any(
        f"{len(korean.exhibits[3].cells)}행 가운데" in text and "25행" in text for _, text in report.lines
    )


def test_columns_without_room_are_named(report: File, korean: Outline) -> None:
    whole, shown = set(korean.exhibits[4].cells.columns), set(report.tables[4][0])
    assert shown < whole
    told = next(text for _, text in report.lines if text.startswith("자리가 없어 뺀 열"))
    assert set(told.split(": ")[1].split(", ")) == whole - shown


def test_the_header_row_is_repeated_and_every_row_has_a_height(report: File) -> None:
    for table in report.body.iterfind(".//hp:tbl", SPACES):
        rows = table.findall("hp:tr", SPACES)
        marked = [{cell.get("header") for cell in row.iterfind("hp:tc", SPACES)} for row in rows]
        assert table.get("repeatHeader") == "1" and marked == [{"1"}, *([{"0"}] * (len(rows) - 1))]
        sizes = [[cell.find("hp:cellSz", SPACES) for cell in row.iterfind("hp:tc", SPACES)] for row in rows]
        heights = [{int(size.get("height", 0)) for size in row if size is not None} for row in sizes]
        assert all(len(each) == 1 and min(each) > 1000 for each in heights)
        own = table.find("hp:sz", SPACES)
        assert own is not None and int(own.get("height", 0)) == sum(map(min, heights))
        widths = {sum(int(size.get("width", 0)) for size in row if size is not None) for row in sizes}
        assert widths == {int(own.get("width", 0))} and max(widths) <= 42520


def test_figures_stand_flush_right_and_names_flush_left(report: File) -> None:
    row = report.body.findall(".//hp:tbl", SPACES)[0].findall("hp:tr", SPACES)[1]
    lines = [p.get("paraPrIDRef") for p in row.iterfind(".//hp:p", SPACES)]
    sides = [report.header.find(f".//hh:paraPr[@id='{id_}']/hh:align", SPACES) for id_ in lines]
    assert [side.get("horizontal") for side in sides if side is not None] == ["LEFT", "RIGHT", "RIGHT"]


def test_below_a_table_stand_coverage_and_source(report: File, korean: Outline) -> None:
    told = [text for style, text in report.lines if style == "보고서 출처"]
    for exhibit in korean.exhibits:
        assert set(exhibit.heading.foot) <= set(told)


def test_documents_and_definitions_stand_at_the_end_each_once(report: File, korean: Outline) -> None:
    lines = report.lines
    sources = [
        text for style, text in lines[lines.index(("개요 1", "출처")) : lines.index(("개요 1", "정의"))]
    ][1:]
    meant = [text for _, text in lines[lines.index(("개요 1", "정의")) + 1 :]]
    assert (
        len(sources) == len(set(sources)) == len({s.id for x in korean.exhibits for s in x.material.sources})
    )
    assert any(text.startswith("통계청 · ") for text in sources)
    assert meant == list(dict.fromkeys(text for x in korean.exhibits for text in x.definitions))


def test_both_fonts_of_the_report_are_declared_for_every_script(report: File) -> None:
    faces = report.header.findall(".//hh:fontface", SPACES)
    assert len(faces) == 7
    for face in faces:
        assert {"함초롬바탕", "맑은 고딕"} <= {font.get("face") for font in face.iterfind("hh:font", SPACES)}


def test_the_foot_of_every_page_has_the_mark_and_its_number(report: File, korean: Outline) -> None:
    foot = report.body.find(".//hp:footer", SPACES)
    assert foot is not None and korean.mark in "".join(foot.itertext())
    number = foot.find(".//hp:autoNum", SPACES)
    assert number is not None and number.get("numType") == "PAGE"


def test_the_properties_name_title_product_and_language_and_nobody_else(report: File, plain: File) -> None:
    for file, title, product, lang in (
        (report, "광주의 자리", "지역 AI 준비도", "ko"),
        (plain, "Where Gwangju stands", "Regional AI Readiness", "en"),
    ):
        package = file.part("Contents/content.hpf")
        told = {m.get("name"): m.text for m in package.iterfind(".//opf:meta", SPACES)}
        assert package.findtext(".//opf:title", "", SPACES) == title
        assert package.findtext(".//opf:language", "", SPACES) == lang
        assert told["creator"] == product and not told["lastsaveby"]


def test_without_a_renderer_one_sentence_at_the_front_says_so(plain: File, report: File) -> None:
    first = next(text for style, text in plain.lines if style == "본문")
    assert first.startswith("This file has tables and no pictures") and first.count(". ") == 0
    assert plain.body.find(".//hp:pic", SPACES) is None
    assert len(plain.tables) == len(report.tables)
    assert not any("그림 없이" in text for _, text in report.lines)


def test_the_english_report_has_no_korean_but_in_addresses_and_names_of_files(plain: File) -> None:
    told = [text for style, text in plain.lines if style != "보고서 항목"]
    cells = [cell for table in plain.tables for row in table for cell in row]
    found = [text for text in (*told, *cells) if re.search("[가-힣]", text)]
    assert found == []


def test_the_same_outline_gives_the_same_bytes(korean: Outline, report: File) -> None:
    assert hwpx.write(korean, Painter()) == report.data


def test_an_independent_renderer_draws_headings_tables_and_page_numbers(
    drawn: dict[str, list[Page]], report: File
) -> None:
    text = "".join(page.text for page in drawn["report"])
    for style, line in report.lines:
        if style.startswith("개요") or style in ("보고서 제목", "그림 제목", "표 제목"):
            assert unspaced(line) in text, line
    assert unspaced("광주 2.88%(잠정) 5위") in text
    assert all(page.text.endswith(str(n)) for n, page in enumerate(drawn["report"], start=1))


def test_an_independent_renderer_draws_each_picture_150_mm_wide(drawn: dict[str, list[Page]]) -> None:
    found = [size for page in drawn["report"] for size in page.pictures]
    assert [round(width) for width, _ in found] == [150] * 5
    assert [round(height) for _, height in found] == [100, 50, 100, 100, 100]
    assert 8 <= len(drawn["report"]) <= 14


def test_hostile_words_stay_words(hostile: File) -> None:
    told = [text for _, text in hostile.lines]
    for name in ("formula", "script", "image", "entity", "path", "drive", "xml", "wide formula"):
        assert HOSTILE[name] in told, name
    assert ("보고서 제목", HOSTILE["script"]) in hostile.lines
    everything = "".join(hostile.body.itertext())
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069\ufeff]", everything)
    tags = {element.tag.rsplit("}")[-1] for element in hostile.body.iter()}
    assert not tags & {"script", "img onerror", "b", "x"}
    assert all(".." not in name for name in hostile.archive.namelist())


def test_hostile_words_do_not_keep_another_reader_from_drawing(drawn: dict[str, list[Page]]) -> None:
    text = "".join(page.text for page in drawn["hostile"])
    assert unspaced(HOSTILE["script"]) in text and unspaced(HOSTILE["formula"]) in text


def test_a_single_chart_is_a_report_of_its_own_title(known: Catalog) -> None:
    file = File(hwpx.write(outline.of_exhibit(Exhibit.of(MAP, known, "ko"))))
    assert file.lines[0] == ("보고서 제목", "정보통신업 총부가가치(명목, 지역소득) (GRDP 대비)")
    assert [text for style, text in file.lines if style.startswith("개요")] == ["출처", "정의"]


def test_a_brief_becomes_headings_with_items_and_charts(known: Catalog) -> None:
    told = brief.brief("gwangju", known, "ko")
    painter = Painter()
    file = File(hwpx.write(told, painter))
    headings = [text for style, text in file.lines if style == "개요 3"]
    assert "전략과 사업" in headings and "강점: 앞 4분의 1" in headings
    items = {text for style, text in file.lines if style == "보고서 항목"}
    for slide in told.slides:
        for part in slide.parts:
            assert set(part.lines) <= items
    assert (
        len(file.body.findall(".//hp:pic", SPACES)) == len(painter.asked) == 1
    )  # cards are told in sentences
