"""Streamlit's frame as readers meet it: our language, our labels, our look. Renamed by Streamlit, it fails here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from tests.visits import serving_script

APP = """
import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from dashboard import screen, shell

KOREAN = {"product.name": "지역 AI 준비도", "shell.menu": "메뉴", "shell.skip": "본문 바로가기", "shell.pages": "주요 메뉴",
          "shell.remove": "{} 빼기", "shell.open_menu": "메뉴 열기", "shell.close_menu": "메뉴 닫기",
          "shell.table_csv": "CSV로 내려받기", "shell.open_list": "목록 열기"}
ENGLISH = {"product.name": "Regional AI Readiness", "shell.menu": "Menu"}

def page(name):
    def show():
        st.title(name)
        st.header("둘째", anchor=False)
        st.subheader("Remove nothing")
        st.caption("쪽지 " + screen.step() + " " + str(st.context.theme.type))
        st.markdown("문장 하나. [이음](#here)\\n\\n- 하나\\n\\n|가|나|\\n|-|-|\\n|1|2|")
        with st.container(border=True, key="card-one"):
            st.plotly_chart(go.Figure(go.Bar(x=[1, 2], y=["가", "나"])), theme=None)
            with st.container(height=80):
                st.caption("굴려 봄")
            with st.container(horizontal=True, key="foot-one"):
                with st.popover("열기"):
                    st.button("안")
        st.dataframe(pd.DataFrame({"값": [1]}))
        st.multiselect("지역", ["광주", "서울"], default=["광주"])
        st.segmented_control("표현", ["지도", "막대"], default="지도")
        for column in st.columns(2):
            column.selectbox("기준", ["가", "나"], key=f"ask-{id(column)}")
        with st.expander("자세히"):
            st.write("설명")
    show.__name__ = name
    return show

chosen = st.navigation([st.Page(page(n), title=t, url_path=n) for n, t in (("home", "한눈에"), ("map", "지도"))], position="top")
lang = st.query_params.get("lang", "ko")
shell.dress(lang, KOREAN if lang == "ko" else ENGLISH, st.query_params.get("theme"))
chosen.run()
st.button("EN", on_click=lambda: st.query_params.update(lang="en"))
st.button("◐", on_click=lambda: st.query_params.update(theme="dark"))
"""

# Shown only while Streamlit is busy, or only to developers: hidden where they exist, and allowed to be absent.
FLEETING = {'[data-testid="stStatusWidget"]', '[data-testid="stAppDeployButton"]'}

# All selectors of shell.css, without the states and generated parts that no element can show at rest.
SELECTORS = """() => {
    const sheet = [...document.styleSheets].find((s) => [...s.cssRules].some((r) => r.selectorText?.includes("st-key-shell")));
    const rules = (list) => [...list].flatMap((rule) => rule.selectorText ? [rule.selectorText] : rules(rule.cssRules ?? []));
    const split = (text) => text.split(/,(?![^(]*\\))/);
    return rules(sheet.cssRules).flatMap(split).map((s) => s.trim().replace(/:{1,2}(before|after|hover|focus-visible)/g, "").replace(/^:root\\[data-theme="dark"\\] /, ""));
}"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving_script(tmp_path_factory.mktemp("app"), APP) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light")
    yield page
    page.close()


def visit(page: Page, address: str, width: int = 1440) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.get_by_text("자세히").wait_for()
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    return page


def test_every_selector_finds_something(page: Page, app: str) -> None:
    visit(page, f"{app}/map").get_by_role("button", name="열기", exact=True).click()
    page.get_by_test_id("stPopoverBody").wait_for()
    on_a_desk = _unfound(page)
    visit(page, f"{app}/map", 390).get_by_test_id("stExpandSidebarButton").wait_for()
    on_a_phone = _unfound(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNavLink").first.wait_for()
    assert on_a_desk & on_a_phone & _unfound(page) == FLEETING


def _unfound(page: Page) -> set[str]:
    selectors = page.evaluate(SELECTORS)
    assert len(selectors) > 40
    return {selector for selector in selectors if page.locator(selector).count() == 0}


def test_the_page_speaks_korean(page: Page, app: str) -> None:
    visit(page, app)
    assert page.locator("html").get_attribute("lang") == "ko"
    page.get_by_role("link", name="본문 바로가기").wait_for(state="attached")
    page.get_by_role("navigation", name="주요 메뉴").wait_for()
    page.get_by_role("button", name="광주 빼기").wait_for(state="attached")
    page.get_by_role("button", name="CSV로 내려받기").wait_for(state="attached")


def test_words_of_the_page_itself_are_left_alone(page: Page, app: str) -> None:
    visit(page, app).get_by_role("heading", name="Remove nothing").wait_for()


def test_another_language_gives_streamlits_words_back(page: Page, app: str) -> None:
    visit(page, app).get_by_role("button", name="EN", exact=True).click()
    page.locator("html[lang=en]").wait_for(state="attached")
    page.get_by_role("link", name="Skip to main content").wait_for(state="attached")
    page.get_by_role("button", name="Remove 광주").wait_for(state="attached")


def test_the_first_key_press_offers_to_skip_the_menu(page: Page, app: str) -> None:
    visit(page, app).keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "본문 바로가기"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.testid") == "stMain"


def test_the_page_follows_the_system(page: Page, app: str) -> None:
    visit(page, app).locator("html[data-theme=light]").wait_for(state="attached")
    page.emulate_media(color_scheme="dark")
    page.locator("html[data-theme=dark]").wait_for(state="attached")


def test_the_page_follows_a_chosen_theme_and_keeps_nothing(page: Page, app: str) -> None:
    visit(page, app).get_by_role("button", name="◐").click()
    page.locator("html[data-theme=dark]").wait_for(state="attached")
    assert "Dark" not in page.evaluate("JSON.stringify(localStorage)")
    visit(page, app).locator("html[data-theme=light]").wait_for(state="attached")
    visit(page, f"{app}/map?theme=dark").locator("html[data-theme=dark]").wait_for(state="attached")


@pytest.mark.parametrize(("width", "step"), [(390, "narrow"), (1024, "medium"), (1440, "wide")])
def test_the_server_learns_the_screen(page: Page, app: str, width: int, step: str) -> None:
    visit(page, app, width).get_by_text(f"쪽지 {step}").wait_for()


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_nothing_is_wider_than_the_screen(page: Page, app: str, width: int) -> None:
    visit(page, app, width)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_developer_chrome_is_hidden(page: Page, app: str) -> None:
    assert not visit(page, app).get_by_test_id("stMainMenu").is_visible()


@pytest.mark.parametrize(("width", "step"), [(700, "narrow"), (1440, "wide")])
def test_paper_holds_the_charts(page: Page, app: str, width: int, step: str) -> None:
    visit(page, app, width).locator(f"html[data-screen={step}]").wait_for(state="attached")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    drawing, card = (page.locator(at).first.bounding_box() for at in (".main-svg", ".st-key-card-one"))
    assert drawing and card
    assert drawing["x"] + drawing["width"] <= card["x"] + card["width"]
    assert not page.get_by_test_id("stHeader").is_visible()
    assert not page.locator(".st-key-foot-one").is_visible()


def test_a_wide_page_keeps_its_columns_on_a_sheet_of_a4(page: Page, app: str) -> None:
    visit(page, app).locator("html[data-screen=wide]").wait_for(state="attached")
    page.emulate_media(media="print")
    whole = page.get_by_test_id("stMainBlockContainer").bounding_box()
    first, second = (page.get_by_test_id("stColumn").nth(n).bounding_box() for n in (0, 1))
    assert whole and first and second
    assert whole["width"] <= (297 - 24) / 25.4 * 96  # landscape, less its margins, in CSS pixels
    assert second["x"] > first["x"] and second["y"] == first["y"]


def test_styles_and_scripts_of_streamlit_live_in_the_shell_only() -> None:
    folder = Path(__file__).parents[2] / "dashboard"
    elsewhere = [p.name for p in folder.rglob("*.py") if "data-testid" in p.read_text(encoding="utf-8")]
    assert elsewhere == []


def test_it_runs_without_a_browser() -> None:
    def script() -> None:
        from dashboard import shell

        shell.dress("ko", {}, "hostile")

    assert not AppTest.from_function(script).run().exception
