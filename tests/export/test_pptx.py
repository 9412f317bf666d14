"""Presentations as other programs read them: python-pptx, openpyxl on the embedded workbooks, LibreOffice."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Emu

from components import faults
from components.chart import Chart
from components.exhibit import Exhibit
from components.export import pptx
from components.export.pptx.pen import FONT
from components.natives import Drawing, Fact, Mark, Native, Plot, Series, Shape, Table
from components.outline import Outline, Part, Slide
from components.theme import Brand, Look, palette
from components.wording import words
from datasets import catalog
from datasets.catalog import Catalog
from tests import office

NAMES = ("서울", "경기", "부산", "대구", "광주", "세종")
LIGHT = palette("light")
BARS = Plot(
    "bar",
    NAMES,
    (
        Series(
            "비중(%)", (10.8, 4.8, 2.6, 2.9, 2.9, None), LIGHT.others, ("10.8%", "4.8%", "2.6%", "약 2.9%(계획)", "2.9%", ""),
            (LIGHT.others,) * 4 + (LIGHT.lit, LIGHT.others), (False,) * 3 + (True, False, False),
        ),
    ),
    number_format='0.0"%"',
    notes=("값이 없는 지역: 세종.",),
)  # fmt: skip
COLUMNS = Plot(
    "column",
    NAMES[:3],
    (Series("2022", (1.5, 2.5, None), "#256ef4"), Series("2023", (2.0, 3.5, 4.0), "#c2410c")),
)
STACKED = Plot(
    "stacked", NAMES[:2], (Series("산업", (1.0, 2.0), "#256ef4"), Series("인재", (3.0, 4.0), "#0f766e"))
)
LINE = Plot(
    "line",
    ("2018년", "2021년", "2030년"),
    (
        Series("광주", (2.1, 2.4, None), LIGHT.lit, ("", "광주 2.4%", "")),
        Series("광주(목표)", (None, 2.4, 5.0), LIGHT.target, ("", "", "광주 5.0%(목표)"), hollow=(False, False, True), dashed=True),
        Series("전국", (3.1, 3.9, None), LIGHT.national, ("", "전국 3.9%", ""), dashed=True, symbol="none"),
    ),
    number_format='0.0"%"',
    y_title="비중(%)",
    days=("2018-07-01", "2021-07-01", "2030-07-01"),
)  # fmt: skip
DOTS = Plot(
    "scatter",
    (),
    (
        Series("다른 지역", (1.0, 2.0, None), LIGHT.others, x=(10.0, 20.0, 30.0), names=("서울", "경기", "부산")),
        Series("광주", (2.9,), LIGHT.lit, ("광주",), x=(15.0,), names=("광주",), symbol="diamond"),
    ),
    x_title="인구(만 명)",
    y_title="비중(%)",
    from_zero=False,
)  # fmt: skip
RING = Plot("doughnut", NAMES[:2], (Series("구성", (60.0, 40.0), "#256ef4", colours=("#256ef4", "#c2410c")),))
TABLE = Table(
    ("지역", "값", "비고"),
    tuple((f"지역{n}", f"{n:,}", "긴 설명 " * (n % 9)) for n in range(90)),
    (False, True, False),
    (2,),
)
FACT = Fact("AI 기업 협약", "272건", ("2025-03-28 현재",))
DRAWING = Drawing(
    100,
    50,
    (Shape("서울", (((0, 0), (40, 0), (40, 30)),), fill="#0b50d0"), Mark(20, 20, "서울", 6, "#000000")),
    title="지도",
)
NATIVES: dict[str, tuple[Native, ...]] = {
    "누운 막대": (BARS,), "선 막대": (COLUMNS,), "쌓은 막대": (STACKED,), "선": (LINE,), "산점도": (DOTS,), "고리": (RING,), "표": (TABLE,),
    "수치": (FACT,), "지도": (DRAWING,),
}  # fmt: skip
LONG = "아주 긴 제목은 두 줄까지 쓰고 그 아래의 부제목과 차트는 그만큼 내려가며 " * 4
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TRAITS = {qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr")}
FACES = [qn("a:latin"), qn("a:ea"), qn("a:cs")]


@dataclass(frozen=True)
class Shown(Exhibit):
    """A real exhibit that shows given objects."""

    given: tuple[Native, ...] = ()

    def natives(self, look: Look) -> Sequence[Native]:
        return self.given


@pytest.fixture(scope="module")
def known() -> Catalog:
    return catalog.load()


@pytest.fixture(scope="module")
def real(known: Catalog) -> Exhibit:
    return Exhibit.of(Chart("ranked_bar", ("ict_value_added",), lit=("gwangju",)), known, "ko")


def shown(real: Exhibit, *given: Native, lang: str = "ko") -> Shown:
    return Shown(real.chart, real.material, lang, given)


def outline_of(
    real: Exhibit, lang: str = "ko", natives: Mapping[str, tuple[Native, ...]] = NATIVES
) -> Outline:
    """A cover, a section, a slide for every group of objects, one with four parts, one of documents."""
    foot = real.heading.foot
    charts = [
        Slide(
            "chart",
            title,
            "단위: % · 2023년",
            (Part(shown(real, *given, lang=lang)),),
            "발표자의 말\n둘째 줄",
            foot,
        )
        for title, given in natives.items()
    ]
    boxes = ((0, 0, 0.5, 0.5), (0.5, 0, 0.5, 0.5), (0, 0.5, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5))
    parts = [
        Part(shown(real, native), "소제목", box=box)
        for native, box in zip((BARS, LINE, TABLE), boxes, strict=False)
    ]
    parts.append(Part(None, "말하자면", ("첫 문장입니다.", "둘째 문장입니다."), boxes[3]))
    slides = (
        Slide("title", "지역 AI 준비도", "정책 포럼"),
        Slide("section", "첫째 구역"),
        *charts,
        replace(charts[0], title=LONG, foot=foot * 3),
        Slide("spread", "네 가지로 보기", "단위가 서로 다릅니다", tuple(parts), "", foot),
        Slide("sources", "출처", parts=(Part(lines=("통계청 · 지역소득 · 2024-12-20",)),)),
    )
    return Outline(
        "지역 AI 준비도",
        lang,
        slides,
        real.material.edition,
        "지역 AI 준비도 · 2026.11",
        brand=Brand("시험 기관"),
    )


@pytest.fixture(scope="module")
def outline(real: Exhibit) -> Outline:
    return outline_of(real)


@pytest.fixture(scope="module")
def written(outline: Outline) -> bytes:
    return pptx.write(outline)


@pytest.fixture(scope="module")
def deck(written: bytes) -> Any:
    return Presentation(io.BytesIO(written))


def parts_of(written: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        return {name: file.read(name) for name in file.namelist()}


def trees(written: bytes) -> Iterator[tuple[str, Any]]:
    """Every XML part of a file, those of its embedded workbooks left out."""
    for name, content in parts_of(written).items():
        if name.endswith(".xml"):
            yield name, etree.fromstring(content)


def charts_of(deck: Any) -> dict[str, Any]:
    """The native charts by the title of their slide, the first of each."""
    found: dict[str, Any] = {}
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                found.setdefault(title_of(slide), shape.chart)
    return found


def title_of(slide: Any) -> str:
    return slide.shapes.title.text_frame.text


def workbook(chart: Any) -> Any:
    blob = chart.part.chart_workbook.xlsx_part.blob
    return openpyxl.load_workbook(io.BytesIO(blob))["Sheet1"]


def test_every_slide_of_the_outline_is_a_slide_with_a_real_title(deck: Any, outline: Outline) -> None:
    assert len(deck.slides) == len(outline.slides)
    for made, slide in zip(deck.slides, outline.slides, strict=True):
        assert made.shapes.title is not None
        assert slide.title.startswith(title_of(made).rstrip("…").rstrip())


def test_slides_stand_on_layouts_named_in_the_readers_words(deck: Any, real: Exhibit) -> None:
    assert [layout.name for layout in deck.slide_layouts] == ["표지", "구역", "제목과 차트", "제목과 본문"]
    english = Presentation(io.BytesIO(pptx.write(outline_of(real, "en"))))
    assert [layout.name for layout in english.slide_layouts] == [
        "Cover",
        "Section",
        "Title and chart",
        "Title and text",
    ]
    assert [slide.slide_layout.name for slide in deck.slides][:3] == ["표지", "구역", "제목과 차트"]


def test_footer_and_number_are_placeholders_that_say_product_and_place(deck: Any) -> None:
    held = {p.placeholder_format.type: p for p in deck.slides[2].placeholders}
    assert held[PP_PLACEHOLDER.FOOTER].text_frame.text == "시험 기관 · 지역 AI 준비도 · 2026.11"
    assert held[PP_PLACEHOLDER.SLIDE_NUMBER]._element.find(".//" + qn("a:fld")).get("type") == "slidenum"
    assert PP_PLACEHOLDER.BODY in held


@pytest.mark.parametrize(("ratio", "size"), [("16:9", (12192000, 6858000)), ("4:3", (9144000, 6858000))])
def test_slides_have_the_shape_asked_for_and_nothing_leaves_them_or_covers_another(
    outline: Outline, ratio: str, size: tuple[int, int]
) -> None:
    deck: Any = Presentation(io.BytesIO(pptx.write(outline, ratio=ratio)))
    assert (deck.slide_width, deck.slide_height) == size
    for slide in deck.slides:
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
        for left, top, right, bottom in boxes:
            assert left >= 0 and top >= 0 and right <= size[0] and bottom <= size[1]
        for one, other in combinations(boxes, 2):
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            assert wide <= Emu(12700) or high <= Emu(12700), title_of(slide)


def test_every_text_everywhere_has_the_east_asian_font_last_and_in_order(written: bytes) -> None:
    seen: set[str] = set()
    for name, tree in trees(written):
        for traits in tree.iter(*TRAITS):
            faces = [child.tag for child in traits if child.tag in FACES]
            assert faces == FACES, name
            assert [child.tag for child in traits][-3:] == FACES, name
            assert traits.find(FACES[1]).get("typeface") in (FONT, "+mn-ea", "+mj-ea")
            seen.add(name.split("/")[1])
        for run in tree.iter(qn("a:r"), qn("a:fld")):
            assert run[0].tag == qn("a:rPr"), name
    assert seen >= {
        "slides",
        "charts",
        "notesSlides",
        "notesMasters",
        "slideMasters",
        "slideLayouts",
        "presentation.xml",
    }


def test_text_typed_later_has_the_same_font_from_the_theme(written: bytes) -> None:
    themes = [tree for name, tree in trees(written) if "/theme/" in name]
    assert len(themes) == 2  # slides and notes
    for theme in themes:
        fonts = theme.findall(".//{*}majorFont/*") + theme.findall(".//{*}minorFont/*")
        assert {font.get("typeface") for font in fonts} == {FONT}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_is_the_palette_and_dark_slides_swap_ground_and_text(outline: Outline, theme: str) -> None:
    cover = replace(outline, slides=outline.slides[:1])
    found = dict(trees(pptx.write(cover, Look(theme=theme))))
    colours = {
        e.tag.rpartition("}")[2]: e[0].get("val")
        for e in found["ppt/theme/theme1.xml"].find(".//{*}clrScheme")
    }
    names = found["ppt/slideMasters/slideMaster1.xml"].find("{*}clrMap")
    told = palette(theme)
    meanings = dict(bg1=told.surface, tx1=told.text, bg2=told.band, tx2=told.muted)
    for name, colour in meanings.items():
        assert "#" + colours[names.get(name)].lower() == colour
    assert ["#" + colours[f"accent{n}"].lower() for n in range(1, 7)] == list(told.categorical)
    assert names.get("bg1") == ("dk1" if theme == "dark" else "lt1")


@pytest.mark.parametrize("title", ["누운 막대", "선 막대", "쌓은 막대", "고리"])
def test_the_workbook_in_a_chart_holds_the_figures_of_the_plot(deck: Any, title: str) -> None:
    plot = NATIVES[title][0]
    assert isinstance(plot, Plot)
    header, *rows = workbook(charts_of(deck)[title]).iter_rows(values_only=True)
    assert list(header[1:]) == [series.name for series in plot.series]
    assert [row[0] for row in rows] == list(plot.categories)
    for at, series in enumerate(plot.series, start=1):
        assert [row[at] for row in rows] == list(series.values)


def test_the_workbook_of_a_line_has_real_dates_and_that_of_a_scatter_names_and_pairs(deck: Any) -> None:
    _, *rows = workbook(charts_of(deck)["선"]).iter_rows(values_only=True)
    assert [row[0].date().isoformat() for row in rows] == list(LINE.days)
    assert [row[2] for row in rows] == [None, 2.4, 5.0]
    header, *rows = workbook(charts_of(deck)["산점도"]).iter_rows(values_only=True)
    assert header == (None, "인구(만 명)", "다른 지역", "광주")
    assert rows == [
        ("서울", 10, 1, None),
        ("경기", 20, 2, None),
        ("부산", 30, None, None),
        ("광주", 15, None, 2.9),
    ]


def test_a_chart_says_the_same_as_its_workbook_and_a_gap_has_no_point(deck: Any) -> None:
    for title, chart in charts_of(deck).items():
        sheet = workbook(chart)
        for ref in chart._chartSpace.iter(CHART + "numRef", CHART + "strRef"):
            cells = sheet[ref.find(CHART + "f").text.partition("!")[2]]
            cells = cells if isinstance(cells, tuple) else ((cells,),)
            cached = {int(pt.get("idx")): pt[0].text for pt in ref.iter(CHART + "pt")}
            for at, (cell,) in enumerate(cells):
                value = cell.value
                if hasattr(value, "toordinal"):
                    value = value.toordinal() - 693594
                assert (at in cached) == (value is not None), title
                if value is not None:
                    same = (
                        cached[at] == value
                        if isinstance(value, str)
                        else float(cached[at]) == pytest.approx(value)
                    )
                    assert same, title


def test_bars_begin_at_zero_with_the_first_name_on_top_and_no_grid(deck: Any) -> None:
    root = charts_of(deck)["누운 막대"]._chartSpace
    assert root.find(f".//{CHART}catAx/{CHART}scaling/{CHART}orientation").get("val") == "maxMin"
    assert root.find(f".//{CHART}valAx/{CHART}scaling/{CHART}min").get("val") == "0"
    assert (
        root.find(f".//{CHART}valAx/{CHART}scaling/{CHART}max") is None
    )  # it follows when figures are edited
    assert not list(root.iter(CHART + "majorGridlines"))
    assert root.find(f".//{CHART}dispBlanksAs").get("val") == "gap"


def test_what_is_no_result_is_an_outline_and_our_region_is_red(deck: Any) -> None:
    root = charts_of(deck)["누운 막대"]._chartSpace
    points = {int(p.find(CHART + "idx").get("val")): p.find(CHART + "spPr") for p in root.iter(CHART + "dPt")}
    assert (
        points[3].find(qn("a:noFill")) is not None
        and points[3].find(f"{qn('a:ln')}/{qn('a:solidFill')}") is not None
    )
    assert "#" + points[4].find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}").get("val").lower() == LIGHT.lit
    assert set(points) == {3, 4}


def test_labels_keep_our_words_and_follow_the_figure_where_a_format_says_the_same(deck: Any) -> None:
    root = charts_of(deck)["누운 막대"]._chartSpace
    told = {
        int(d.find(CHART + "idx").get("val")): "".join(t.text for t in d.iter(qn("a:t")))
        for d in root.iter(CHART + "dLbl")
    }
    assert told == {0: "", 1: "", 2: "", 3: "약 2.9%(계획)", 4: ""}
    formats = {d.find(CHART + "numFmt").get("formatCode") for d in root.iter(CHART + "dLbl") if d.find(CHART + "numFmt") is not None}  # fmt: skip
    assert formats == {BARS.number_format}


def test_time_keeps_its_true_spacing_and_the_nation_is_dashed(deck: Any) -> None:
    root = charts_of(deck)["선"]._chartSpace
    assert len(root.findall(f".//{CHART}dateAx")) == 1
    series = {s.find(f".//{CHART}tx//{CHART}v").text: s for s in root.iter(CHART + "ser")}
    dashes = {
        name: s.find(f"{CHART}spPr/{qn('a:ln')}/{qn('a:prstDash')}") is not None for name, s in series.items()
    }
    assert dashes == {"광주": False, "광주(목표)": True, "전국": True}


def test_names_of_a_scatter_stand_at_its_points_and_its_axes_are_titled(deck: Any) -> None:
    root = charts_of(deck)["산점도"]._chartSpace
    told = "".join(t.text for t in root.iter(qn("a:t")))
    assert all(name in told for name in ("서울", "경기", "광주", DOTS.x_title, DOTS.y_title))
    assert "부산" not in told  # it has no value


def test_a_table_shows_what_fits_and_counts_the_rest(deck: Any) -> None:
    slide = next(s for s in deck.slides if title_of(s) == "표")
    table = next(s.table for s in slide.shapes if s.has_table)
    left = len(TABLE.rows) - (len(table.rows) - 1)
    assert left > 0
    assert any(
        s.has_text_frame and s.text_frame.text == f"…외 {left}행은 XLSX에 있습니다" for s in slide.shapes
    )
    sizes = {int(r.get("sz")) for r in table._tbl.iter(qn("a:rPr"))}
    assert min(sizes) >= 1100
    assert all(cell.text == TABLE.rows[0][n] for n, cell in enumerate(table.rows[1].cells))
    numbers = table.cell(1, 1)._tc.find(".//" + qn("a:pPr"))
    assert numbers.get("algn") == "r"


def test_every_graphic_is_described_and_the_notes_hold_what_is_spoken(deck: Any, outline: Outline) -> None:
    for made, slide in zip(deck.slides, outline.slides, strict=True):
        graphics = [
            s for s in made.shapes if s.has_chart or s.has_table or s.shape_type == MSO_SHAPE_TYPE.GROUP
        ]
        for shape in graphics:
            assert shape._element.find(".//" + qn("p:cNvPr")).get("descr") == slide.exhibit.alt  # type: ignore[union-attr]
        assert made.has_notes_slide == bool(slide.spoken)
        if slide.spoken:
            assert made.notes_slide.notes_text_frame.text.split("\n") == list(slide.spoken)
    assert sum(s.has_chart for made in deck.slides for s in made.shapes) == 9


def test_sentences_that_belong_to_a_chart_stand_below_it(deck: Any) -> None:
    slide = next(s for s in deck.slides if title_of(s) == "누운 막대")
    assert any(s.has_text_frame and s.text_frame.text == BARS.notes[0] for s in slide.shapes)


def test_coverage_and_sources_stand_on_the_slide(deck: Any, outline: Outline) -> None:
    told = "\n".join(s.text_frame.text for s in deck.slides[2].shapes if s.has_text_frame)
    assert all(line in told for line in outline.slides[2].foot)
    assert "단위: % · 2023년" in told


def test_a_long_title_takes_two_lines_and_is_kept_whole_for_those_who_ask(deck: Any) -> None:
    shape = next(s.shapes.title for s in deck.slides if title_of(s).startswith("아주 긴"))
    assert shape.text_frame.text.endswith("…")
    assert shape._element.find(".//" + qn("p:cNvPr")).get("descr") == LONG.strip()


def test_the_file_tells_the_product_and_no_machine(deck: Any, written: bytes) -> None:
    core = deck.core_properties
    assert (core.title, core.language, core.author) == (
        "지역 AI 준비도",
        "ko-KR",
        words("ko")("product.name"),
    )
    assert core.last_modified_by == core.author
    names = parts_of(written)
    assert not [n for n in names if "printer" in n.lower() or "thumbnail" in n.lower()]
    assert b"Macintosh" not in b"".join(names.values())


def test_the_logo_stands_once_on_the_master_beside_the_organisations_name(outline: Outline) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (300, 100), "#0b50d0").save(picture, "PNG")
    logo = "data:image/png;base64," + base64.b64encode(picture.getvalue()).decode()
    branded = replace(outline, slides=outline.slides[:3], brand=Brand("시험 기관", logo, 3.0))
    deck: Any = Presentation(io.BytesIO(pptx.write(branded)))
    pictures = [shape for shape in deck.slide_master.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert [p.image.blob for p in pictures] == [picture.getvalue()]
    assert pictures[0].width / pictures[0].height == pytest.approx(3, abs=0.01)
    number = next(
        p for p in deck.slide_master.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
    )
    assert pictures[0].left + pictures[0].width <= number.left


def test_no_name_becomes_a_formula_or_markup(real: Exhibit) -> None:
    bad = ("=1+1", "+cmd", "@SUM(A1)", "<script>alert(1)</script>", "가\ud800나\uffff", "\u202egpj.exe")
    plot = Plot(
        "bar",
        bad,
        (Series('=HYPERLINK("x")', (1.0, 2.0, 3.0, 4.0, 5.0, 6.0), "#256ef4", tuple(bad)),),
        title=bad[3],
    )
    many: dict[str, tuple[Native, ...]] = {
        bad[0]: (plot,),
        bad[3]: (replace(DOTS, series=(replace(DOTS.series[0], name=bad[0], names=bad[:3]),)),),
    }
    many |= {"가\x00": (Table(bad, (bad,) * 3), Fact(*bad[:2], bad))}
    file = pptx.write(outline_of(real, natives=many))
    deck: Any = Presentation(io.BytesIO(file))
    assert [title_of(s) for s in deck.slides][2:5] == [bad[0], bad[3], "가"]
    for name, content in parts_of(file).items():
        if name.endswith(".xlsx"):
            cells = [
                c for row in openpyxl.load_workbook(io.BytesIO(content))["Sheet1"].iter_rows() for c in row
            ]
            assert all(c.data_type != "f" for c in cells)
            assert not any(str(c.value).startswith(("=", "+", "@")) for c in cells if c.data_type == "s")
    found = {tree.tag for _, root in trees(file) for tree in root.iter() if isinstance(tree.tag, str)}
    assert not [tag for tag in found if tag.rpartition("}")[2] in ("script", "img")]


def test_a_plot_without_a_figure_says_so_instead_of_standing_empty(real: Exhibit) -> None:
    empty = replace(BARS, series=(replace(BARS.series[0], values=(None,) * 6),))
    deck: Any = Presentation(io.BytesIO(pptx.write(outline_of(real, natives={"빈": (empty,)}))))
    shapes = deck.slides[2].shapes
    assert not any(s.has_chart for s in shapes)
    assert any(s.has_text_frame and words("ko")("missing.none") in s.text_frame.text for s in shapes)


# Templates of organisations


def template(size: tuple[int, int] | None = None) -> bytes:
    """What an organisation hands over: a presentation with slides of its own, charts and notes on them."""
    made: Any = Presentation()
    if size:
        made.slide_width, made.slide_height = size
    for _ in range(2):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = slide.notes_slide.notes_text_frame.text = "INTERNAL"
        data = CategoryChartData()
        data.categories = ["INTERNAL"]
        data.add_series("INTERNAL", (1,))
        slide.shapes.add_chart(XL_CHART_TYPE.PIE, Emu(0), Emu(0), Emu(9999), Emu(9999), data)
    told = io.BytesIO()
    made.save(told)
    return told.getvalue()


def changed(name: str, old: bytes, new: bytes, more: dict[str, bytes] | None = None) -> bytes:
    """The template with one part changed, or some added."""
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as file:
        for part, content in (parts_of(template()) | (more or {})).items():
            file.writestr(part, content.replace(old, new) if part == name else content)
    return told.getvalue()


@pytest.fixture(scope="module")
def short(outline: Outline) -> Outline:
    """Cover, section, a chart, the documents."""
    return replace(outline, slides=(*outline.slides[:3], outline.slides[-1]))


@pytest.fixture(scope="module")
def in_template(short: Outline) -> bytes:
    return pptx.write(short, template=template())


def test_a_template_keeps_its_size_and_layouts_and_loses_its_slides(
    in_template: bytes, short: Outline
) -> None:
    deck: Any = Presentation(io.BytesIO(in_template))
    assert (deck.slide_width, deck.slide_height) == (9144000, 6858000)
    assert len(deck.slides) == len(short.slides)
    kinds = [slide.slide_layout.name for slide in deck.slides]
    assert (kinds[0], kinds[1], kinds[2], kinds[-1]) == (
        "Title Slide",
        "Section Header",
        "Title Only",
        "Title and Content",
    )
    parts = parts_of(in_template)
    assert not [name for name, content in parts.items() if b"INTERNAL" in content]
    charts = sum(name.startswith("ppt/charts/chart") for name in parts)
    assert charts == sum(s.has_chart for slide in deck.slides for s in slide.shapes)


def test_on_a_dark_template_charts_take_the_colours_of_the_dark(real: Exhibit) -> None:
    dark = changed("ppt/slideMasters/slideMaster1.xml", b'bg1="lt1" tx1="dk1"', b'bg1="dk1" tx1="lt1"')
    exhibit = Exhibit.of(real.chart, catalog.load(), "ko")
    alone = replace(outline_of(real), slides=(Slide("chart", "막대", parts=(Part(exhibit),)),))
    content = b"".join(
        c for n, c in parts_of(pptx.write(alone, template=dark)).items() if "/charts/chart" in n
    )
    assert palette("dark").others.lstrip("#").upper().encode() in content
    assert LIGHT.others.lstrip("#").upper().encode() not in content


BOMB = b"0" * 210_000_000
RELATIONS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
PICTURE = (
    b'<Relationship Id="rId99" TargetMode="External" Target="http://elsewhere.example/x.png" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
)
HOSTILE = {
    "nothing": (lambda: b"", pptx.NotATemplate),
    "no file of Office": (lambda: b"PK\x03\x04" + b"x" * 500, pptx.NotATemplate),
    "a file cut short": (lambda: template()[:9000], pptx.NotATemplate),
    "too large": (lambda: b"PK" + b"0" * 20_000_001, pptx.TemplateTooLarge),
    "a bomb": (lambda: changed("", b"", b"", {"ppt/media/x.bin": BOMB}), pptx.TemplateTooLarge),
    "many parts": (lambda: changed("", b"", b"", {f"x/{n}": b"" for n in range(4001)}), pptx.TemplateTooLarge),
    "a macro": (lambda: changed("", b"", b"", {"ppt/vbaProject.bin": b"x"}), pptx.UnsafeTemplate),
    "a macro file by its type": (
        lambda: changed("[Content_Types].xml", b"presentationml.presentation.main", b"presentation.macroEnabled.main"),
        pptx.UnsafeTemplate,
    ),
    "a picture from elsewhere": (lambda: changed(RELATIONS, b"</Relationships>", PICTURE), pptx.UnsafeTemplate),
    "entities": (
        lambda: changed("ppt/presentation.xml", b"?>", b'?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
        pptx.NotATemplate,
    ),
    "no part at its place": (lambda: changed("ppt/_rels/presentation.xml.rels", b"slideMaster1", b"nowhere"), pptx.NotATemplate),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_template_that_is_none_is_refused_in_one_sentence(outline: Outline, name: str) -> None:
    make, fault = HOSTILE[name]
    cover = replace(outline, slides=outline.slides[:1])
    with pytest.raises(fault) as caught:
        pptx.write(cover, template=make())
    for lang in ("ko", "en"):
        told = faults.sentence(caught.value, words(lang))
        assert len(told) > 20 and "{" not in told and "\n" not in told


# What LibreOffice sees


@pytest.fixture(scope="module")
def pages(written: bytes, in_template: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("decks")
    paths = {"ours": folder / "ours.pptx", "theirs": folder / "theirs.pptx"}
    for name, content in (("ours", written), ("theirs", in_template)):
        paths[name].write_bytes(content)
    made = office.converted(paths.values())
    return {name: made[path] for name, path in paths.items()}


@pytest.mark.parametrize("name", ["ours", "theirs"])
def test_libreoffice_shows_every_slide_with_its_korean_words(
    pages: dict[str, Path], name: str, outline: Outline, short: Outline
) -> None:
    slides = outline.slides if name == "ours" else short.slides
    texts = [text.replace(" ", "").replace("\r\n", "") for text in office.texts(pages[name])]
    assert len(texts) == len(slides)
    for text, slide in zip(texts, slides, strict=True):
        assert slide.title.replace(" ", "")[:12] in text
    assert not office.glyphless(pages[name])


def test_libreoffice_draws_the_charts_with_their_labels(pages: dict[str, Path]) -> None:
    texts = [text.replace(" ", "") for text in office.texts(pages["ours"])]
    assert "약2.9%(계획)" in texts[2] and "10.8%" in texts[2]
    assert "광주5.0%(목표)" in texts[5]
