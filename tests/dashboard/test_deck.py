"""The deck: charts collected on any page, ordered, annotated, handed out, opened again, presented."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pptx
import pypdf
from playwright.sync_api import Page, expect

from components.deck import Deck, Item
from components.deck.files import FORMAT, write
from tests.dashboard.test_downloads import AT_REST
from tests.deck.hostile import HOSTILE
from tests.kinds import example
from tests.visits import Visit

SLIDE = "[class*='st-key-slide-']"


def collect(page: Page, *cards: str) -> None:
    for card in cards:
        page.locator(f".st-key-foot-{card}").get_by_role("button", name="발표 자료에 담기").click()
        page.locator(f".st-key-foot-{card}").get_by_role("button", name="담음(1)").wait_for()


def turn(visit: Visit, name: str) -> None:
    visit.page.get_by_role("link", name=name, exact=True).click()
    visit.page.get_by_role("heading", name=name, level=1).wait_for()
    visit.settle()


def titles(page: Page) -> list[str]:
    return page.locator(f"{SLIDE} strong").all_inner_texts()


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name).first.click()
    visit.settle()


def saved(page: Page, name: str) -> tuple[str, bytes]:
    button = page.get_by_role("button", name=name)
    button.wait_for()
    page.wait_for_function(AT_REST)
    with page.expect_download() as download:
        button.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_charts_of_two_pages_become_a_deck_that_is_ordered_annotated_saved_and_kept(
    open_page: Callable[..., Visit],
) -> None:
    visit = open_page("map", lang="ko")
    visit.page.wait_for_selector(".st-key-card-list .main-svg")
    collect(visit.page, "map", "list")
    turn(visit, "발표")
    assert len(titles(visit.page)) == 2
    visit.page.get_by_label("제목", exact=True).fill("포럼 <b>자료</b>")
    visit.page.get_by_label("제목", exact=True).press("Enter")
    visit.page.locator(".st-key-order-1").get_by_role("button", name="고치기").click()
    visit.page.get_by_label("슬라이드 제목").fill("둘째였던 것")
    visit.page.get_by_label("슬라이드 제목").press("Enter")
    visit.page.get_by_text("2. 둘째였던 것").wait_for()
    visit.page.keyboard.press("Escape")
    visit.page.locator(".st-key-order-1").get_by_role("button", name="← 앞으로").click()
    visit.page.get_by_text("1. 둘째였던 것").wait_for()
    name, data = saved(visit.page, "발표 자료 저장")
    kept = json.loads(data)
    assert name == "포럼b자료b.json" and kept["title"] == "포럼 <b>자료</b>"
    assert [slide["chart"]["kind"] for slide in kept["slides"]] == ["ranked_bar", "choropleth"]
    visit.page.reload()
    visit.page.get_by_text("1. 둘째였던 것").wait_for()
    assert visit.errors == [] and visit.exceptions() == []


def test_a_deck_file_is_opened_and_a_hostile_one_is_refused_in_one_sentence(
    open_page: Callable[..., Visit],
) -> None:
    visit = open_page("deck", lang="ko", deck="mine")
    chooser = visit.page.locator("input[type=file]").last
    good = write(Deck(items=(Item(example("ranked_bar")), Item(example("trend"))))).encode()
    chooser.set_input_files({"name": "<img src=x>.json", "mimeType": "application/json", "buffer": good})
    visit.page.locator(SLIDE).nth(1).wait_for()
    for text in ("{", json.dumps({"format": FORMAT, "version": 99}), HOSTILE["script"]):
        visit.page.wait_for_function(AT_REST)
        visit.page.locator("input[type=file]").last.set_input_files(
            {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
        )
        visit.page.locator("[data-testid=stAlert]").wait_for()
        expect(visit.page.locator(SLIDE)).to_have_count(2)
    assert visit.exceptions() == [] and visit.errors == []


def test_a_link_carries_a_deck_that_is_handed_out_with_progress_or_stopped(
    open_page: Callable[..., Visit],
) -> None:
    """What the data do not hold is left out and named; what was typed is only words."""
    good = {"chart": {"kind": "ranked_bar", "ids": "ict_value_added"}, "title": HOSTILE["script"]}
    gone = {"chart": {"kind": "ranked_bar", "ids": "gone"}}
    deck = json.dumps({"format": FORMAT, "version": 1, "slides": [good, gone]})
    visit = open_page("deck", lang="ko", open=deck)
    page = visit.page
    page.locator(SLIDE).first.wait_for()
    assert titles(page) == ["1. <script>alert(1)</script>"] and "open=" not in page.url
    assert "gone" in page.locator("[data-testid=stAlert]").inner_text()
    page.get_by_role("button", name="파일로 받기").click()
    _, data = saved(page, "PowerPoint")
    assert len(pptx.Presentation(io.BytesIO(data)).slides) == 3
    page.get_by_role("button", name="모두 한 번에").click()
    page.locator("[data-testid=stProgress]").wait_for()
    page.get_by_role("button", name="그만두기").click()
    page.get_by_role("button", name="모두 한 번에").click()
    page.get_by_role("button", name="모두 한 번에(.zip) 저장").wait_for(timeout=60_000)
    _, data = saved(page, "모두 한 번에(.zip) 저장")
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        endings = {Path(name).suffix for name in zipped.namelist()}
    assert {".pptx", ".xlsx", ".hwpx", ".html", ".pdf", ".png", ".svg", ".csv", ".json", ".txt"} <= endings
    assert visit.exceptions() == [] and visit.errors == []


def test_a_chart_has_an_address_of_its_own_and_a_broken_one_says_so(open_page: Callable[..., Visit]) -> None:
    visit = open_page("chart", lang="ko", kind="ranked_bar", ids="ict_value_added", per="grdp", lit="gwangju")
    visit.page.wait_for_selector(".st-key-card-chart .main-svg")
    assert "GRDP" in visit.page.locator(".st-key-card-chart").inner_text()
    visit.go("chart", lang="ko", kind="ranked_bar", ids=HOSTILE["script"])
    assert "<script>" in visit.page.locator("[data-testid=stAlert]").first.inner_text()
    assert visit.exceptions() == [] and visit.errors == []


def test_a_region_is_one_click_from_its_brief_of_two_pages_and_a_page_from_its_workbook(
    open_page: Callable[..., Visit],
) -> None:
    visit = open_page("region", lang="ko", region="gwangju")
    name, data = saved(visit.page, "이 페이지의 표")
    assert name.startswith("광주광역시_") and name.endswith(".xlsx") and data.startswith(b"PK")
    visit.page.get_by_role("button", name="두 쪽 요약").click()
    name, data = saved(visit.page, "PowerPoint 파일")
    assert name.startswith("광주광역시AI준비도요약") and len(pptx.Presentation(io.BytesIO(data)).slides) == 2
    _, data = saved(visit.page, "PDF 파일")
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == 2
    assert visit.exceptions() == [] and visit.errors == []
