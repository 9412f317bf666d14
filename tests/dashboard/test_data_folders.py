"""Another data folder, or a broken one: what it holds appears without code, and a fault is one line while the rest works."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import examples, visits
from tests.dashboard.test_pages import CHART, PAGES, run_page, texts
from tests.visits import Visit


def test_a_new_indicator_appears_without_code_and_a_broken_one_is_one_line_beside_the_rest(
    open_data: Callable[..., Visit], tmp_path: Path
) -> None:
    folder = examples.copy_data(tmp_path)
    examples.write_indicator(folder, "brand_new", {("jeju", "2025"): 31.0}, pillar="talent")
    (folder / "indicators/industry/ai_firm_mous.csv").write_text("region,period\natlantis,2025\n")
    visit = open_data(folder, "map", lang="ko", indicator="brand_new")
    said = texts(visit)
    assert "시험 지표 brand_new" in said and "31" in said and "시험 기관" in said
    visit.go("sources", lang="ko").page.wait_for_selector(CHART)
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
