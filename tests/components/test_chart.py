"""A chart is a small value: the same on screen, in a table, in a file."""

from html import escape

import pytest

from components.cells.columns import COLUMNS
from components.chart import KINDS, Chart
from components.labels import told_unit
from components.theme import PRESETS, Look
from components.wording import words
from datasets import catalog
from datasets.view import View

CATALOG = catalog.load()


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("table", [*CATALOG.tables, "indicators", "facts"])
def test_a_table_on_a_phone_keeps_the_name_and_the_source(table: str, lang: str) -> None:
    chart = Chart("table", records=table)
    columns = list(chart.cells(chart.material(CATALOG), lang, brief=True).columns)
    say = words(lang)
    assert say("column.name") in columns and columns[-1] == say("column.source") and len(columns) <= 3


def test_every_table_has_columns_a_reader_sees() -> None:
    assert set(CATALOG.tables) <= set(COLUMNS)


def test_the_csv_of_272_carries_unit_period_document_and_line() -> None:
    chart = Chart("choropleth", ("ai_firm_mous",), period="2025-03-28")
    view = chart.material(CATALOG)
    lines = chart.csv(view, "ko").split("\r\n")
    gwangju = next(line for line in lines if "gwangju" in line)
    for part in ("2025-03-28", "272", "건", "광주일보", "L11"):
        assert part in gwangju.split(",")
    assert any("17개 시도 중 1곳만 공표: 광주" in line for line in lines)


def test_a_file_says_in_its_name_what_is_in_it() -> None:
    chart = Chart("fact_card", ("ai_firm_mous",), period="2025-03-28")
    assert chart.file_name(chart.material(CATALOG), "ko") == "광주_AI기업업무협약_누적_2025-03-28"


def test_the_flat_map_stands_in_for_columns_in_a_file() -> None:
    assert Chart("columns", ("ai_firm_mous",)).filed == Chart("choropleth", ("ai_firm_mous",))
    assert all(KINDS[kind.in_files].in_files == "" for kind in KINDS.values() if kind.in_files)


@pytest.mark.parametrize(("lang", "preset"), [("ko", "slide"), ("en", "half")])
@pytest.mark.parametrize("indicator", [i.id for i in CATALOG.indicators.values() if i.kind == "number"])
def test_title_unit_and_source_are_inside_the_figure(indicator: str, lang: str, preset: str) -> None:
    chart = Chart("ranked_bar", (indicator,))
    view = chart.material(CATALOG)
    assert isinstance(view, View)
    figure = chart.figure(view, Look(lang=lang, size=PRESETS[preset]))
    written = " ".join(annotation.text or "" for annotation in figure.layout.annotations)
    assert figure.layout.width == PRESETS[preset].width
    for part in (view.sources[0].publisher[lang], view.edition.id, told_unit(view.indicator.unit, lang)):
        assert part in written.replace("<br>", " ")
    assert escape(view.indicator.title[lang].split()[0]) in figure.layout.title.text
