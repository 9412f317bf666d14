"""The pages as visitors meet them: every choice in the address, nothing from outside, faults in one line."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import examples, look, visits
from tests.test_structure import listed_pages
from tests.visits import Visit

PAGES = listed_pages()
CHART = ".js-plotly-plot .main-svg, canvas, table"


def texts(visit: Visit) -> str:
    """Everything the page says, charts included."""
    return visit.page.evaluate("() => document.querySelector('[data-testid=stMain]').textContent")


@pytest.mark.parametrize(("lang", "width"), [("ko", 1440), ("en", 390)])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_by_its_address_with_nothing_wrong(
    open_page: Callable[..., Visit], path: str, lang: str, width: int
) -> None:
    """No name outside this machine resolves here (tests/chromium.py), and ``open_page`` lists whoever asks for one."""
    visit = open_page(path, lang=lang, width=width)
    visit.page.wait_for_selector(CHART)
    assert visit.exceptions() == [] and visit.errors == []
    assert visit.page.evaluate("document.documentElement.lang") == lang
    assert f"/{path}" in visit.page.url and f"lang={lang}" in visit.page.url
    assert look.violations(visit.page, look.axe_core()) == []


@pytest.mark.parametrize("path", ["overview", "map", "region", "sources"])
def test_the_272_agreements_stand_with_document_and_line(open_page: Callable[..., Visit], path: str) -> None:
    query = {
        "map": {"indicator": "ai_firm_mous", "period": "2025-03-28"},
        "region": {"region": "gwangju"},
        "sources": {"table": "quantities"},
    }.get(path, {})
    visit = open_page(path, lang="ko", **query)
    visit.page.wait_for_selector(CHART)
    said = texts(visit)
    assert "272" in said and "협약" in said and "광주일보" in said and "L11" in said


def test_the_bare_address_leads_to_the_first_page(open_page: Callable[..., Visit]) -> None:
    visit = open_page("")
    visit.page.wait_for_url("**/overview*")


def test_a_pasted_link_restores_the_view(open_page: Callable[..., Visit]) -> None:
    visit = open_page(
        "map", lang="en", indicator="ai_test_equipment_kinds", basis="16", kind="tile_map", theme="dark"
    )
    visit.page.wait_for_selector(CHART)
    for part in ("lang=en", "indicator=ai_test_equipment_kinds", "basis=16", "kind=tile_map", "theme=dark"):
        assert part in visit.page.url
    assert "16 provinces" in texts(visit)


def test_choosing_another_basis_changes_chart_and_address(open_page: Callable[..., Visit]) -> None:
    visit = open_page("map", lang="ko")
    visit.page.get_by_role("radio", name="16개 시도").click()
    visit.page.wait_for_url("**basis=16**")
    visit.settle()
    assert "16개 시도 중" in texts(visit) or "16개 시도 가운데" in texts(visit)


def test_the_language_is_kept_when_the_page_changes(open_page: Callable[..., Visit]) -> None:
    visit = open_page("overview", lang="en")
    visit.page.get_by_role("link", name="Strategies", exact=True).click()
    visit.page.wait_for_url("**/strategies*lang=en*")


HOSTILE = ["atlantis", "<script>alert(1)</script>", "../../etc/passwd", "%00", "' or 1=1", "x" * 5000]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    "name", ["lang", "basis", "indicator", "region", "regions", "period", "theme", "kind"]
)
def test_an_unknown_value_in_the_address_falls_back_with_a_notice(name: str, value: str) -> None:
    """Run without a browser: the same script, fed the address directly."""
    page = {"region": "region", "regions": "compare"}.get(name, "map")
    app = run_page(page, **{name: value})
    assert not app.exception
    assert len(app.warning) == 1 and value not in app.warning[0].value


def run_page(page: str, **query: str):
    """A page run by Streamlit's own test runner with an address."""
    from streamlit.testing.v1 import AppTest

    script = (
        "import sys, streamlit as st\n"
        f"sys.path.insert(0, {str(visits.ROOT)!r})\n"
        "from dashboard import frame, store\n"
        f"from dashboard.views import {page}\n"
        f"frame.open_page('x', {page!r}, store.catalog())\n"
        f"{page}.show()\n"
        "frame.close_page(store.catalog())\n"
    )
    app = AppTest.from_string(script, default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_region_has_its_page(lang: str) -> None:
    from geo.regions import Regions

    for region in Regions.load().of("sido"):
        app = run_page("region", region=region.code, lang=lang)
        assert not app.exception and not app.warning, region.code


def test_a_new_indicator_as_two_files_appears_without_code(
    open_data: Callable[..., Visit], tmp_path: Path
) -> None:
    examples.write_indicator(
        examples.copy_data(tmp_path), "brand_new", {("jeju", "2025"): 31.0}, pillar="talent"
    )
    visit = open_data(tmp_path, "map", lang="ko", indicator="brand_new")
    said = texts(visit)
    assert "시험 지표 brand_new" in said and "31" in said and "시험 기관" in said


def test_a_broken_indicator_is_one_line_and_the_rest_works(
    open_data: Callable[..., Visit], tmp_path: Path
) -> None:
    examples.copy_data(tmp_path)
    (tmp_path / "indicators/industry/ai_firm_mous.csv").write_text("region,period\natlantis,2025\n")
    visit = open_data(tmp_path, "sources", lang="ko")
    said = texts(visit)
    assert "indicators/industry/ai_firm_mous.csv · status 열이 없습니다 · 첫 줄에 이 열을 더하세요" in said
    assert visit.exceptions() == []


@pytest.mark.parametrize("page", PAGES)
def test_a_missing_document_takes_its_rows_along_and_nothing_else(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = examples.copy_data(tmp_path) / "sources.toml"
    kept = sources.read_text(encoding="utf-8").split("[gwangju-forum-2025]")[1].split("\n[", 1)[1]
    sources.write_text(f"[{kept}", encoding="utf-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    app = run_page(page, lang="ko")
    assert not app.exception
    assert "고칠 점이 있어" in app.warning[0].value


def test_a_corrupt_shape_file_is_one_line_where_the_map_would_be(browser, tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns(".venv", ".git", "static", "look", "__pycache__", ".*_cache")
    copy = tmp_path / "copy"
    shutil.copytree(visits.ROOT, copy, ignore=ignored)
    (copy / "geo/sido.geojson").write_text('{"type": "FeatureCollection", "features": [', encoding="utf-8")
    context = visits.window(browser)
    with visits.serving(folder=copy, PYTHONPATH=str(copy)) as address:
        visit = Visit(context.new_page(), address).go("map", lang="ko")
        said = texts(visit)
        visit.go("strategies", lang="ko").page.wait_for_selector(CHART)
        broken = visit.exceptions()
    context.close()
    assert "sido.geojson · 경계 파일을 쓸 수 없습니다" in said and broken == []


@pytest.fixture
def open_data(browser):
    """A page of a dashboard that is served from another data folder."""
    closing = []

    def open_(folder: Path, path: str, **query: str) -> Visit:
        server = visits.serving(DATA_DIR=str(folder))
        context = visits.window(browser, query.get("lang", "ko"))
        closing.extend([server, context])
        visit = Visit(context.new_page(), server.__enter__()).go(path, **query)
        visit.page.wait_for_selector(CHART)
        return visit

    yield open_
    for each in closing:
        each.__exit__(None, None, None)


def png_size(path: Path) -> tuple[int, int]:
    return struct.unpack(">II", path.read_bytes()[16:24])


def test_a_keyboard_alone_leads_from_the_address_to_a_png_of_3840_by_2160(
    open_page: Callable[..., Visit],
) -> None:
    visit = open_page("overview", lang="ko")
    page = visit.page
    page.wait_for_selector(CHART)
    _tab_to(page, "내보내기")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="PNG 그림").wait_for()
    _tab_to(page, "배율")
    page.keyboard.press("ArrowRight")
    _tab_to(page, "PNG 그림")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert png_size(Path(download.value.path())) == (3840, 2160)
    assert "협약" in download.value.suggested_filename


def _tab_to(page, name: str, most: int = 120) -> None:
    """Presses Tab until what has the focus bears a name."""
    focused = """() => { let e = document.activeElement; while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
      if (!e.matches('button, a, input, select')) return '';
      const group = e.closest('fieldset,[role=radiogroup]');
      return [e.getAttribute('aria-label'), e.textContent, group && (group.getAttribute('aria-label') || group.textContent)].join(' '); }"""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in (page.evaluate(focused) or ""):
            return
    raise AssertionError(f"{name} cannot be reached with the keyboard")
