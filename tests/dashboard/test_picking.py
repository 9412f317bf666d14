"""A reader finds an indicator by its first sounds, and opens a region by pressing it: in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.visits import Visit

CHART = ".js-plotly-plot .main-svg"


def test_an_indicator_is_picked_by_its_first_sounds(open_page: Callable[..., Visit]) -> None:
    visit = open_page("map", lang="ko")
    page = visit.page
    page.wait_for_selector(CHART)
    page.get_by_role("button", name="지표 · ").first.click()
    page.get_by_role("textbox", name="지표 찾기").fill("ㅂㅊㅎㅇㄱㅇ")
    page.keyboard.press("Enter")
    options = page.locator("[data-testid=stPopoverBody] [role=radiogroup] label")
    options.first.wait_for()
    page.wait_for_function(
        "() => document.querySelectorAll('[data-testid=stPopoverBody] [role=radiogroup] label').length < 6"
    )
    options.filter(has_text="벤처확인기업 수").first.click()
    page.wait_for_url("**indicator=venture_firms**")
    visit.settle()
    assert page.locator("[data-testid=stPopoverBody]").count() == 0
    assert (
        page.locator("[data-testid=stAlertContentWarning]").count() == 0
    )  # the old period was no fault of the reader
    assert visit.exceptions() == [] and visit.errors == []


@pytest.mark.parametrize("card", ["list", "map"])
def test_pressing_a_region_opens_its_page(open_page: Callable[..., Visit], card: str) -> None:
    visit = open_page("map", lang="ko", indicator="ict_value_added")
    page = visit.page
    page.wait_for_selector(f".st-key-card-{card} {CHART}")
    visit.settle()
    if card == "list":
        page.locator(".st-key-card-list .bars .point").nth(3).click(force=True)
    else:
        page.locator(".st-key-card-map .choroplethlayer path").first.click(force=True)
    page.wait_for_url("**/region?**region=*")
    assert "level=sido" in page.url and "lang=ko" in page.url
    page.get_by_role("heading", name="지역", level=1).wait_for()
