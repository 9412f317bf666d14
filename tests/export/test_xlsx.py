"""The Excel workbook, opened again with openpyxl and, once, with LibreOffice: figures, charts, documents, definitions."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from components.chart import Chart
from components.deck import Deck, Item
from components.exhibit import Exhibit
from components.export import xlsx
from components.export.headers import unique
from components.export.xlsx.labels import labels
from components.export.xlsx.texts import content, sheet_name
from components.natives import FORMS, Drawing, Native, Plot, Series
from components.outline import Outline, Part, Slide, of_deck, of_exhibit
from components.theme import Brand, Look, palette
from datasets import catalog
from datasets.catalog import Catalog
from datasets.texts import Text
from tests import office
from tests.kinds import example

NS = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
LIT = "#d63d4a"
FONT = "맑은 고딕"
KINDS = ("choropleth", "ranked_bar", "trend", "scatter", "multiples", "timeline", "distribution", "fact_card")


@pytest.fixture(scope="module")
def known() -> Catalog:
    return catalog.load()


@pytest.fixture(scope="module")
def deck(known: Catalog) -> Outline:
    """Charts of most forms, and a map of very many regions."""
    charts = (*map(example, KINDS), Chart("choropleth", ("sgg_population",), level="sigungu"))
    items = tuple(Item(chart) for chart in charts)
    return of_deck(Deck(Text("광주는 어디에", "Where"), Text("포럼", "Forum"), items), known, "ko")


@pytest.fixture(scope="module")
def written(deck: Outline) -> bytes:
    return xlsx.write(deck)


@pytest.fixture(scope="module")
def book(written: bytes) -> openpyxl.Workbook:
    return opened(written)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def parts(data: bytes, beginning: str = "") -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist() if name.startswith(beginning)}


def charts(data: bytes) -> list[Any]:
    """The charts of a workbook in the order of their numbers."""
    found = parts(data, "xl/charts/chart")
    return [etree.fromstring(found[name]) for name in sorted(found, key=lambda n: int(re.sub(r"\D", "", n)))]


def cells(sheet: Worksheet) -> list[Any]:
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def headers(sheet: Worksheet) -> list[str]:
    return [column.name for column in next(iter(sheet.tables.values())).tableColumns]


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows of a sheet's table by header."""
    table = next(iter(sheet.tables.values()))
    names = headers(sheet)
    return [dict(zip(names, row, strict=True)) for row in block(sheet, table.ref)[1:]]


def block(sheet: Worksheet, ref: str) -> list[list[Any]]:
    """The values of a range, row by row."""
    left, top, right, bottom = range_boundaries(ref)
    return [list(row) for row in sheet.iter_rows(top, bottom, left, right, values_only=True)]


def data_sheets(book: openpyxl.Workbook) -> list[Worksheet]:
    return [sheet for sheet in book.worksheets if sheet.title[0].isdigit()]


def near(value: Any) -> Any:
    """A number to fifteen digits, which is as many as Excel keeps."""
    return pytest.approx(value, rel=1e-14) if isinstance(value, float) else value


# ---- made-up plots -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told(Exhibit):
    """A real chart that says of itself what a test tells it to."""

    told: tuple[Native, ...] = ()

    def natives(self, look: Look) -> Sequence[Native]:
        return self.told


def outline_of(known: Catalog, *natives: Native, lang: str = "ko", title: str = "") -> Outline:
    chart = Chart("ranked_bar", ("ict_value_added",), title=title)
    return of_exhibit(Told(chart, chart.material(known), lang, natives))


def series(values: Sequence[float | None], **more: Any) -> Series:
    return Series("값", tuple(values), "#8a949e", **more)


def referred(book: openpyxl.Workbook, formula: str) -> list[Any]:
    """The cells a chart refers to."""
    sheet, _, place = formula.rpartition("!")
    return [row[0] for row in block(book[sheet.strip("'").replace("''", "'")], place)]


# ---- figures ---------------------------------------------------------------------------------------------------


def test_no_cell_is_a_formula(book: openpyxl.Workbook) -> None:
    assert [c.coordinate for sheet in book.worksheets for c in cells(sheet) if c.data_type == "f"] == []


def test_every_chart_has_a_sheet_with_exactly_its_figures(deck: Outline, book: openpyxl.Workbook) -> None:
    assert len(data_sheets(book)) == len(deck.exhibits) == len(KINDS) + 1
    for sheet, exhibit in zip(data_sheets(book), deck.exhibits, strict=True):
        assert sheet["A1"].value == exhibit.heading.title
        frame = exhibit.values
        found = [list(row.values()) for row in rows(sheet)]
        assert headers(sheet) == list(frame.columns)
        for line, given in zip(found, frame.to_numpy().tolist(), strict=True):
            assert line == [near(content(value)) for value in given]


def test_figures_are_numbers_with_the_decimals_of_their_indicator(book: openpyxl.Workbook) -> None:
    sheet = data_sheets(book)[0]
    at = headers(sheet).index("값")
    left, top, right, bottom = range_boundaries(next(iter(sheet.tables.values())).ref)
    found = [row[at] for row in sheet.iter_rows(top + 1, bottom, left, right)]  # type: ignore[operator]
    assert {type(cell.value) for cell in found} == {float} and {c.number_format for c in found} == {
        "#,##0.00"
    }
    assert {cell.alignment.horizontal for cell in found} == {"right"}


def test_a_region_without_a_value_has_an_empty_cell_and_never_a_zero(known: Catalog) -> None:
    exhibit = Exhibit.of(Chart("choropleth", ("venture_firms",)), known, "ko")
    sheet = data_sheets(opened(xlsx.write(of_exhibit(exhibit))))[0]
    empty = [row for row in rows(sheet) if row["값"] is None]
    assert len(empty) == len(exhibit.material.missing) > 0  # type: ignore[union-attr]
    assert all(row["비고"] == "자료 없음" for row in empty)


def test_a_full_date_is_a_day_and_a_lesser_one_stays_as_precise_as_it_is() -> None:
    assert content("2025-03-28") == datetime(2025, 3, 28)
    assert [content(each) for each in ("2025-03", "2025", "2025-13-01", "1899-12-31", "2025-02-30")] == [
        "2025-03",
        "2025",
        "2025-13-01",
        "1899-12-31",
        "2025-02-30",
    ]


def test_dates_of_events_are_days_in_the_file(book: openpyxl.Workbook) -> None:
    dates = [row["날짜"] for sheet in data_sheets(book) if "날짜" in headers(sheet) for row in rows(sheet)]
    assert sum(isinstance(date, datetime) for date in dates) > 3
    assert any(isinstance(date, str) and re.fullmatch(r"\d{4}(-\d\d)?", date) for date in dates)


def test_what_is_no_number_becomes_an_empty_cell() -> None:
    assert [content(each) for each in (None, float("nan"), float("inf"), "", "\x00 ")] == [None] * 5


def test_very_many_regions_are_all_in_the_table(book: openpyxl.Workbook) -> None:
    assert sum(bool(row["지역 코드"]) for row in rows(data_sheets(book)[-1])) >= 229


# ---- charts ----------------------------------------------------------------------------------------------------


def test_every_chart_draws_the_cells_it_refers_to(written: bytes, book: openpyxl.Workbook) -> None:
    seen = 0
    for chart in charts(written):
        for reference in chart.iterfind(".//c:numRef", NS):
            kept = {
                int(p.get("idx")): float(p.findtext("c:v", namespaces=NS))
                for p in reference.iterfind(".//c:pt", NS)
            }
            found = referred(book, reference.findtext("c:f", namespaces=NS))
            days = [
                (each - datetime(1899, 12, 30)).days if isinstance(each, datetime) else each for each in found
            ]
            assert kept == {
                n: pytest.approx(float(value)) for n, value in enumerate(days) if value is not None
            }
            seen += len(kept)
        for reference in chart.iterfind(".//c:strRef", NS):
            kept = [p.text for p in reference.iterfind(".//c:v", NS)]
            assert kept == list(map(str, referred(book, reference.findtext("c:f", namespaces=NS))))
    assert seen > 150


def test_the_charts_stand_on_the_summary_and_nowhere_else(written: bytes, book: openpyxl.Workbook) -> None:
    assert len(parts(written, "xl/drawings/drawing")) == 1
    plots = sum(row[5].value in ("차트와 표", "지도 대신 순위 막대와 표") for row in book["요약"].iter_rows())
    assert plots >= 6
    assert len(charts(written)) > plots, "one of them has several panels"


def test_no_two_charts_of_the_summary_lie_on_each_other(written: bytes) -> None:
    root = etree.fromstring(next(iter(parts(written, "xl/drawings/drawing").values())))
    boxes = []
    for anchor in root.iterfind("{*}twoCellAnchor"):
        at = [[int(anchor.findtext(f"{{*}}{end}/{{*}}{name}")) for name in NAMES] for end in ("from", "to")]
        (left, x, top, y), (right, x2, bottom, y2) = at
        boxes.append(((top, y), (bottom, y2), (left, x), (right, x2)))
    for n, (top, bottom, left, right) in enumerate(boxes):
        for above, below, west, east in boxes[n + 1 :]:
            assert bottom <= above or below <= top or right <= west or east <= left
    assert len(boxes) == len(charts(written))


NAMES = ("col", "colOff", "row", "rowOff")


def test_a_map_becomes_bars_of_the_same_values_in_the_order_of_rank_with_a_word_why(known: Catalog) -> None:
    exhibit = Exhibit.of(Chart("choropleth", ("rnd_personnel",), lit=("gwangju",)), known, "ko")
    data = xlsx.write(of_exhibit(exhibit))
    (chart,) = charts(data)
    told = [float(v.text) for v in chart.iterfind(".//c:val//c:v", NS)]
    assert told == [float(v) for v in exhibit.material.ranking["value"]]  # type: ignore[union-attr]
    said = [str(cell.value) for cell in cells(opened(data)["요약"])]
    assert any("지도 대신" in text and "순위대로" in text for text in said)


def test_the_first_name_stands_on_top_of_lying_bars(known: Catalog) -> None:
    plot = Plot("bar", ("가", "나"), (series((2.0, 1.0)),), x_title="값(건)")
    (chart,) = charts(xlsx.write(outline_of(known, plot)))
    axis = chart.find(".//c:catAx", NS)
    assert axis.find("c:scaling/c:orientation", NS).get("val") == "maxMin"
    assert chart.find(".//c:valAx/c:crosses", NS).get("val") == "max"
    assert "".join(chart.find(".//c:valAx/c:title", NS).itertext()).strip() == "값(건)"
    assert chart.findall(".//c:majorGridlines", NS) == []


def test_plans_are_hollow_our_region_is_red_and_the_nation_is_dashed(known: Catalog) -> None:
    bars = Plot(
        "bar",
        ("가", "나", "다"),
        (series((3.0, 2.0, None), colours=(LIT, "#8a949e", "#8a949e"), hollow=(False, True, False)),),
    )
    lines = Plot("line", ("2023", "2024"), (series((1.0, 2.0), dashed=True, symbol="none"),))
    first, second = charts(xlsx.write(outline_of(known, bars, lines)))
    points = {int(p.find("c:idx", NS).get("val")): p for p in first.iterfind(".//c:dPt", NS)}
    assert set(points) == {0, 1}
    assert points[0].find("c:spPr/a:solidFill/a:srgbClr", NS).get("val") == LIT[1:].upper()
    assert points[1].find("c:spPr/a:solidFill/a:srgbClr", NS).get("val") == "FFFFFF"
    assert points[1].find("c:spPr/a:ln/a:solidFill/a:srgbClr", NS).get("val") == "8A949E"
    assert second.find(".//c:ser/c:spPr/a:ln/a:prstDash", NS).get("val") == "dash"
    assert second.find(".//c:ser/c:marker/c:symbol", NS).get("val") == "none"


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_plot_is_a_chart_of_its_kind(known: Catalog, form: str) -> None:
    told = series((1.0, 2.0), x=(1.0, 2.0), names=("가", "나"), colours=(LIT, "#8a949e"))
    told = told if form == "scatter" else replace(told, x=(), names=())
    (chart,) = charts(xlsx.write(outline_of(known, Plot(form, ("가", "나"), (told, told)))))
    kind = {"bar": "barChart", "column": "barChart", "stacked": "barChart"}.get(form, f"{form}Chart")
    drawn = chart.find(f".//c:{kind}", NS)
    assert len(drawn.findall("c:ser", NS)) == 2
    if kind == "barChart":
        assert drawn.find("c:barDir", NS).get("val") == ("col" if form == "column" else "bar")
        assert drawn.find("c:grouping", NS).get("val") == ("stacked" if form == "stacked" else "clustered")
    assert chart.find(".//c:legend/c:legendPos", NS).get("val") == "b"


def test_too_few_for_a_scale_have_no_axis_of_values(known: Catalog) -> None:
    plot = Plot("line", ("1", "2"), (series((1.0, 2.0), texts=("1", "2")),), scaled=False)
    (chart,) = charts(xlsx.write(outline_of(known, plot)))
    assert chart.find(".//c:valAx/c:tickLblPos", NS).get("val") == "none"


def test_what_a_plot_leaves_out_stands_below_it(known: Catalog) -> None:
    plot = Plot("bar", ("가",), (series((1.0,)),), notes=("229곳 가운데 20곳 표시",))
    said = [str(cell.value) for cell in cells(opened(xlsx.write(outline_of(known, plot)))["요약"])]
    assert any(text.startswith("229곳 가운데 20곳 표시\n") for text in said)


# A bar without a value is a gap; a line goes on over years without a survey: where a series breaks, another begins.
@pytest.mark.parametrize(("form", "blanks"), [("column", "gap"), ("line", "span")])
def test_no_value_is_never_a_zero(known: Catalog, form: str, blanks: str) -> None:
    plot = Plot(form, ("1", "2", "3"), (series((1.0, None, 3.0)),))
    data = xlsx.write(outline_of(known, plot))
    (chart,) = charts(data)
    assert chart.find(".//c:dispBlanksAs", NS).get("val") == blanks
    assert [p.get("idx") for p in chart.iterfind(".//c:val//c:pt", NS)] == ["0", "2"]
    assert referred(opened(data), chart.findtext(".//c:val//c:f", namespaces=NS)) == [1.0, None, 3.0]


def test_a_line_keeps_the_true_spacing_of_time(known: Catalog) -> None:
    days = ("2019-07-01", "2020-07-01", "2024-07-01")
    plot = Plot("line", ("2019년", "2020년", "2024년"), (series((1.0, 2.0, 3.0)),), days=days)
    data = xlsx.write(outline_of(known, plot))
    (chart,) = charts(data)
    assert chart.find(".//c:dateAx", NS) is not None
    found = referred(opened(data), chart.findtext(".//c:cat//c:f", namespaces=NS))
    assert found == [datetime.fromisoformat(day) for day in days]


def test_names_that_look_like_numbers_stay_names(known: Catalog) -> None:
    plot = Plot("column", ("2023", "2024"), (series((1.0, 2.0)),))
    (chart,) = charts(xlsx.write(outline_of(known, plot)))
    assert [v.text for v in chart.iterfind(".//c:cat/c:strRef//c:v", NS)] == ["2023", "2024"]


def test_points_of_a_scatter_carry_their_names_and_keep_the_mark_of_their_series(known: Catalog) -> None:
    told = series(
        (1.0, 2.0),
        x=(10.0, 20.0),
        names=("서울", "부산"),
        texts=("서울", ""),
        hollow=(False, True),
        symbol="cross",
    )
    data = xlsx.write(outline_of(known, Plot("scatter", (), (told,), x_title="x", y_title="y")))
    (chart,) = charts(data)
    assert ["".join(each.itertext()) for each in chart.iterfind(".//c:dLbl/c:tx", NS)] == ["서울"]
    assert [d.get("val") for d in chart.iterfind(".//c:dLbl/c:delete", NS)] == ["1"]
    assert chart.find(".//c:dPt/c:marker/c:symbol", NS).get("val") == "plus"
    assert referred(opened(data), chart.findtext(".//c:xVal//c:f", namespaces=NS)) == [10.0, 20.0]


@pytest.mark.parametrize(
    ("texts", "values", "shape", "expected"),
    [
        (("2.9%", "10.8%"), (2.9, 10.8), "#,##0.0", ('#,##0.0"%"', (None, None))),
        (("272건", "약 400건(계획)"), (272.0, 400.0), "#,##0", ('#,##0"건"', (None, "약 400건(계획)"))),
        (("1.5조 원", "9,995억 원"), (1500000.0, 999500.0), "#,##0", ("#,##0", ("1.5조 원", "9,995억 원"))),
        (("12건", ""), (12.0, 1.0), "#,##0", ('#,##0"건"', (None, ""))),
        ((), (1.0, 2.0), "#,##0", ("#,##0", ())),
    ],
)
def test_a_label_is_a_live_figure_unless_it_says_more(
    texts: tuple[str, ...],
    values: tuple[float, ...],
    shape: str,
    expected: tuple[str, tuple[str | None, ...]],
) -> None:
    told = series(values, texts=texts)
    found = labels(Plot("bar", ("a", "b"), (told,), number_format=shape), told)
    assert found and (found.number_format, found.own) == expected


def test_an_axis_has_numbers_where_not_every_mark_has(known: Catalog) -> None:
    few = series((1.0, 2.0), texts=("", "2"))
    partly, wholly = charts(
        xlsx.write(
            outline_of(known, *(Plot("column", ("a", "b"), (each,)) for each in (few, series((1.0, 2.0)))))
        )
    )
    shown = [c.find(".//c:valAx/c:tickLblPos", NS).get("val") for c in (partly, wholly)]
    assert shown == ["nextTo", "none"]


def test_korean_type_is_set_in_every_text_of_a_chart_and_in_the_theme(written: bytes) -> None:
    for chart in charts(written):
        faces = [chart.findall(f".//a:{name}", NS) for name in ("latin", "ea", "cs")]
        assert len(faces[0]) == len(faces[1]) == len(faces[2]) > 3
        assert {face.get("typeface") for found in faces for face in found} == {FONT}
        assert {run.get("lang") for run in chart.iterfind(".//a:rPr", NS)} == {"ko-KR"}
    theme = etree.fromstring(parts(written, "xl/theme/")["xl/theme/theme1.xml"])
    assert {face.get("typeface") for face in theme.iterfind(".//a:ea", NS)} == {FONT}
    fonts = etree.fromstring(parts(written)["xl/styles.xml"]).find("s:fonts", NS)
    assert {name.get("val") for name in fonts.iterfind(".//s:name", NS)} == {FONT}


def test_a_chart_says_its_title_its_unit_and_what_it_shows(known: Catalog) -> None:
    exhibit = Exhibit.of(Chart("ranked_bar", ("rnd_personnel",)), known, "ko")
    data = xlsx.write(of_exhibit(exhibit))
    lines = ["".join(p.itertext()) for p in charts(data)[0].iterfind("c:chart/c:title//a:p", NS)]
    assert lines == [exhibit.heading.title, exhibit.heading.subtitle]
    drawing = etree.fromstring(next(iter(parts(data, "xl/drawings/drawing").values())))
    assert drawing.find(".//{*}cNvPr").get("descr") == exhibit.alt


def test_a_drawing_of_several_indicators_has_no_bars_in_its_place(known: Catalog) -> None:
    chart = Chart("multiples", ("ict_value_added", "rnd_personnel"))
    exhibit = Told(chart, chart.material(known), "ko", (Drawing(1, 1, ()),))
    assert charts(xlsx.write(of_exhibit(exhibit))) == []


# ---- the sheets --------------------------------------------------------------------------------------------------


def test_the_summary_leads_to_every_sheet_and_back_and_nowhere_else(
    written: bytes, book: openpyxl.Workbook
) -> None:
    links: dict[str, set[str]] = {}
    for sheet in book.worksheets:
        for link in (cell.hyperlink for cell in cells(sheet) if cell.hyperlink):
            assert link.target is None
            links.setdefault(sheet.title, set()).add(link.location.rpartition("!")[0].strip("'"))
    assert links["요약"] == {sheet.title for sheet in data_sheets(book)}
    assert all(links[sheet.title] == {"요약"} for sheet in data_sheets(book))
    rels = b"".join(data for name, data in parts(written).items() if name.endswith(".rels"))
    assert b'TargetMode="External"' not in rels


def test_a_data_sheet_keeps_its_header_in_view_and_on_every_page(book: openpyxl.Workbook) -> None:
    for sheet in data_sheets(book):
        table = next(iter(sheet.tables.values()))
        row = int(re.search(r"\d+", table.ref)[0])  # type: ignore[index]
        assert table.autoFilter and sheet.freeze_panes == f"A{row + 1}"
        assert sheet.print_title_rows == f"${row}:${row}"
        page = sheet.page_setup
        assert (page.orientation, page.paperSize, page.fitToHeight) == ("landscape", 9, 0)
        assert page.fitToWidth != 0 and sheet.sheet_properties.pageSetUpPr.fitToPage  # type: ignore[union-attr]


def test_columns_are_wide_enough_for_korean(book: openpyxl.Workbook) -> None:
    sheet = data_sheets(book)[0]
    at = headers(sheet).index("지표")
    title = rows(sheet)[0]["지표"]
    assert sheet.column_dimensions["ABCDEFGH"[at]].width >= sum(
        1.5 if letter > "\u1100" else 0.8 for letter in title
    )


def test_our_region_is_marked_in_the_table(known: Catalog) -> None:
    exhibit = Exhibit.of(Chart("ranked_bar", ("rnd_personnel",), lit=("gwangju",)), known, "ko")
    sheet = data_sheets(opened(xlsx.write(of_exhibit(exhibit))))[0]
    marked = [c.value for c in cells(sheet) if c.font.color and c.font.color.rgb == f"FF{lit_text()}"]
    assert marked == ["광주"]


def lit_text() -> str:
    return palette("light").lit_text[1:].upper()


def test_every_document_is_named_with_its_place_and_its_terms(deck: Outline, book: openpyxl.Workbook) -> None:
    listed = rows(book["출처"])
    told = {(c.publisher, c.licence) for exhibit in deck.exhibits for c in exhibit.citations}
    assert {(row["펴낸 곳"], row["이용 조건"]) for row in listed} == told
    one = deck.exhibits[0].citations[0]
    row = next(row for row in listed if row["펴낸 곳"] == one.publisher and row["제목"] == one.title)
    lines = row["뒷받침하는 내용(문서 안의 위치)"].split("\n")
    assert f"{one.supports[0].text} ({one.supports[0].place})" == lines[0]
    assert lines[-1] == f"이 밖에 {one.more}건을 뒷받침합니다."
    assert row["주소"] == one.address and str(row["차트 번호"]).startswith("1")
    assert all(row["주소"] for row in listed)


def test_every_indicator_is_defined_once_with_its_unit_and_cautions(known: Catalog) -> None:
    chart = Chart("trend", ("firms_using_ai_it_survey",))
    exhibits = [Exhibit.of(replace(chart, kind=kind), known, "ko") for kind in ("trend", "table")]
    slides = tuple(Slide("chart", "", parts=(Part(exhibit),)) for exhibit in exhibits)
    outline = replace(of_exhibit(exhibits[0]), slides=slides)
    (row,) = rows(opened(xlsx.write(outline))["정의"])
    indicator = exhibits[0].material.columns[0]  # type: ignore[union-attr]
    assert (row["지표"], row["뜻"], row["단위"]) == (indicator.title.ko, indicator.meaning.ko, "%")
    assert row["유의할 점"].split("\n")[: len(indicator.caution)] == [each.ko for each in indicator.caution]
    assert indicator.breaks[0].reason.ko in row["유의할 점"]
    assert row["차트 번호"] == "1, 2"


def test_records_without_indicators_say_that_there_is_nothing_to_define(known: Catalog) -> None:
    chart = Chart("timeline", records="events", where=(("headline", "*"),))
    book = opened(xlsx.write(of_exhibit(Exhibit.of(chart, known, "ko"))))
    assert "이 파일의 차트에는 따로 정의할 지표가 없습니다." in [c.value for c in cells(book["정의"])]


def test_a_deck_without_charts_is_a_workbook_all_the_same(known: Catalog) -> None:
    empty = of_deck(Deck(items=(Item(title=Text("가", "a")),)), known, "en")
    assert opened(xlsx.write(empty)).sheetnames == ["Summary", "Sources", "Definitions"]


def test_the_file_says_what_it_is_and_nothing_of_the_machine(
    deck: Outline, written: bytes, book: openpyxl.Workbook
) -> None:
    told = book.properties
    assert (told.title, told.creator, told.language) == ("광주는 어디에", "지역 AI 준비도 대시보드", "ko-KR")
    assert told.created == datetime.fromisoformat(deck.edition.as_of)
    whose = replace(deck, brand=Brand("광주광역시"))
    assert opened(xlsx.write(replace(whose, slides=()))).properties.creator == "광주광역시"


def test_the_same_figures_give_the_same_bytes(known: Catalog) -> None:
    outline = of_exhibit(Exhibit.of(Chart("ranked_bar", ("rnd_personnel",)), known, "ko"))
    assert xlsx.write(outline) == xlsx.write(outline)


def test_an_english_workbook_is_english(known: Catalog) -> None:
    charts_ = (Chart("ranked_bar", ("rnd_personnel",)), Chart("choropleth", ("rnd_personnel",)))
    outline = of_deck(Deck(Text("가", "Where"), items=tuple(map(Item, charts_))), known, "en")
    data = xlsx.write(outline)
    book = opened(data)
    assert book.sheetnames == ["Summary", "1 R&D personnel", "2 R&D personnel", "Sources", "Definitions"]
    korean = re.compile("[가-힣]")
    for sheet in book.worksheets:
        said = [str(c.value) for c in cells(sheet) if sheet.title != "Sources"]
        assert not korean.search(" ".join(text for text in said if "region=" not in text))
    assert not any(korean.search("".join(chart.itertext())) for chart in charts(data))


# ---- hostile and awkward words ---------------------------------------------------------------------------------------

HOSTILE = (
    "go!A100",
    "=cmd|' /C calc'!A0",
    "<script>&\"'",
    "\ud800\x00\u202e가\ufffe",
    "@SUM(A1)" * 99,
    "../../x[1]:*?/\\",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_words_stay_words(known: Catalog, title: str) -> None:
    plot = Plot(
        "bar", (title, "나"), (Series(title, (1.0, 2.0), LIT, texts=(title, "")),), title=title, x_title=title
    )
    outline = replace(outline_of(known, plot, title=title), title=title, subtitle=title, brand=Brand(title))
    data = xlsx.write(outline)
    assert all(etree.fromstring(part) is not None for part in parts(data).values())
    book = opened(data)
    assert not [c.value for sheet in book.worksheets for c in cells(sheet) if c.data_type == "f"]
    assert not [
        c.value for s in book.worksheets for c in cells(s) if str(c.value).startswith(("=", "@", "+"))
    ]
    assert len(book.sheetnames) == 4 and referred(
        book, charts(data)[0].findtext(".//c:val//c:f", namespaces=NS)
    )


@pytest.mark.parametrize("title", [*HOSTILE, "", "'", "가" * 99, "😀" * 40, "History"])
def test_a_sheet_has_a_name_that_excel_takes(title: str) -> None:
    name = sheet_name(3, title)
    assert name.startswith("3") and len(name.encode("utf-16-le")) <= 62
    assert not re.search(r"[\[\]:*?/\\'\x00-\x1f]", name) and name == name.strip()


def test_a_long_sheet_name_ends_with_a_whole_word() -> None:
    assert sheet_name(12, "Where regions stand in several indicators") == "12 Where regions stand in"


def test_no_header_stands_twice() -> None:
    assert unique(["값", "값", "Value", "value", ""]) == ["값", "값 2", "Value", "value 2", "–"]


# ---- another program ---------------------------------------------------------------------------------------------------


def test_another_office_program_reads_the_workbook(known: Catalog, tmp_path: Path) -> None:
    chart = Chart("choropleth", ("ict_value_added",), per="grdp", lit=("gwangju",))
    exhibit = Exhibit.of(chart, known, "ko")
    path = tmp_path / "one.xlsx"
    path.write_bytes(xlsx.write(of_exhibit(exhibit)))
    (pdf,) = office.converted([path]).values()
    pages = office.texts(pdf)
    told = [re.sub(r"\s", "", page) for page in pages]
    assert not office.glyphless(pdf)
    assert any("5광주" in page and "2.88%" in page for page in told), "the chart, with rank and label"
    assert any(re.sub(r"\s", "", exhibit.heading.foot[0]) in page for page in told)
    assert "정의" in told[-1] and len(pages) <= 7
