"""``make look`` and the tabs of tests see what they are there to see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests import chromium, look
from tests.test_structure import listed_pages
from tests.visits import Visit

SHEET = '<div data-testid="stApp"><div data-testid="stMain" style="width:300px;overflow:auto">{}</div></div>'


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_every_page_is_looked_at() -> None:
    assert look.pages() == listed_pages()


def test_text_that_is_cut_off_is_found(tab: Page) -> None:
    narrow = '<p style="width:40px;overflow:hidden;white-space:nowrap">전남광주통합특별시</p><p>보통 글</p>'
    tab.set_content(SHEET.format(narrow))
    assert tab.evaluate(look.CLIPPED) == ["전남광주통합특별시 (cut at the side)"]


def test_a_label_beyond_its_chart_is_found(tab: Page) -> None:
    chart = (
        '<div class="js-plotly-plot" style="width:200px;height:100px"><svg class="main-svg" width="200" height="100"'
        ' overflow="visible"><text x="180" y="50">자료 없음</text><text x="20" y="50">광주</text></svg></div>'
    )
    tab.set_content(SHEET.format(chart))
    assert tab.evaluate(look.CLIPPED) == ["자료 없음 (beyond its chart)"]


def test_a_page_wider_than_its_window_is_found(tab: Page) -> None:
    tab.set_content(SHEET.format('<div style="width:900px">넓은 표</div>'))
    assert tab.evaluate(look.OVERFLOW) == ["div is 600 px wider than its window"]


def test_a_fault_of_accessibility_is_found(tab: Page) -> None:
    tab.set_content('<html lang="ko"><title>t</title><main><h1>제목</h1><img src="data:,"></main></html>')
    assert [line.split()[0] for line in look.violations(tab, look.axe_core())] == ["image-alt"]


def test_a_request_to_another_host_and_an_error_are_recorded(tab: Page) -> None:
    visit = Visit(tab, "http://localhost:1")
    tab.route("**/*", lambda route: route.abort())
    tab.set_content('<img src="http://elsewhere.example/x.png"><script>throw new Error("broken")</script>')
    assert visit.outside == ["http://elsewhere.example/x.png"]
    assert any("broken" in error for error in visit.errors)


def test_a_missing_browser_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(chromium.NoChromium) as error:
        chromium.find_chromium()
    assert str(error.value).startswith("/nowhere/chromium · not found · install it")
