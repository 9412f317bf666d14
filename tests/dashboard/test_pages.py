"""The pages as visitors meet them: every choice in the address, nothing from outside, faults in one line."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.regions import Regions
from tests import look, visits
from tests.test_structure import listed_pages
from tests.visits import Visit

PAGES = [
    path for path in listed_pages() if path != "chart"
]  # one chart has no page of its own without a name
ON_A_PHONE = ("map", "deck")  # `make look` opens all of them
CHART = ".js-plotly-plot .main-svg, canvas, table"


def texts(visit: Visit) -> str:
    """Everything the page says, charts included."""
    return visit.page.evaluate("() => document.querySelector('[data-testid=stMain]').textContent")


@pytest.mark.parametrize(
    ("path", "lang", "width"),
    [*((path, "ko", 1440) for path in PAGES), *((path, "en", 390) for path in ON_A_PHONE)],
)
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


@pytest.mark.parametrize("path", ["overview", "map"])
def test_the_272_agreements_stand_with_document_and_line(open_page: Callable[..., Visit], path: str) -> None:
    query = {"indicator": "ai_firm_mous", "period": "2025-03-28"} if path == "map" else {}
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
NAMES = ["lang", "basis", "indicator", "region", "regions", "period", "theme", "kind"]


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, HOSTILE[(n + turn) % len(HOSTILE)]) for n, name in enumerate(NAMES) for turn in (0, 3)],
)
def test_an_unknown_value_in_the_address_falls_back_with_a_notice(name: str, value: str) -> None:
    """Run without a browser: the same script, fed the address directly; every question compares with known ids alike."""
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


def test_a_region_has_its_page_whichever_it_is() -> None:
    for number, region in enumerate(Regions.load().of("sido")[::3]):
        app = run_page("region", region=region.code, lang=("ko", "en")[number % 2])
        assert not app.exception and not app.warning, region.code


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
    page.keyboard.press("Enter")
    _tab_to(page, "1×")
    page.keyboard.press("ArrowRight")
    _tab_to(page, "PNG 그림")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert png_size(Path(download.value.path())) == (3840, 2160)
    assert "협약" in download.value.suggested_filename


def _tab_to(page, name: str, most: int = 120) -> None:
    """Presses Tab until what has the focus bears a name."""
    focused = """() => { let e = document.activeElement; while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
      if (!e.matches('button, a, input, select, summary')) return '';
      const group = e.closest('fieldset,[role=radiogroup]');
      return [e.getAttribute('aria-label'), e.textContent, group && (group.getAttribute('aria-label') || group.textContent)].join(' '); }"""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in (page.evaluate(focused) or ""):
            return
    raise AssertionError(f"{name} cannot be reached with the keyboard")
