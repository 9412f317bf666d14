"""발표 시작 on the deck page, on a real server with its real policy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from tests.visits import Visit

DECK = "gwangju"


@pytest.fixture
def deck(open_page: Callable[..., Visit]) -> Visit:
    """A ready-made deck, its button not yet pressed."""
    visit = open_page("deck", deck=DECK)
    start(visit.page).wait_for()
    return visit


def start(page: Page):  # type: ignore[no-untyped-def]
    return page.get_by_role("button", name="발표 시작")


def test_a_deck_is_presented_over_the_whole_screen_and_left_again(deck: Visit) -> None:
    page = deck.page
    received: list[int] = []
    asked: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: received.append(len(data))))
    page.on("request", lambda request: asked.append(request.url))
    start(page).click()
    page.locator(".stage-slide.now h2").wait_for(timeout=30_000)
    assert page.evaluate("() => document.fullscreenElement.className") == "stage-host"
    page.keyboard.press("PageDown")
    page.locator(".stage-slide.now .main-svg, .stage-slide.now table").first.wait_for()
    size = "() => parseFloat(getComputedStyle(document.querySelector('.now .stage-foot p')).fontSize)"
    assert page.evaluate(size) == 24, "the page's own style stays outside"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.locator(".stage-host").wait_for(state="detached")
    assert page.evaluate("() => document.fullscreenElement") is None
    assert not page.evaluate("() => [...document.body.children].some((it) => it.inert)")
    assert deck.errors == [] and deck.exceptions() == []


def test_nothing_is_made_before_the_presenter_presses() -> None:
    def script() -> None:
        from components.wording import words
        from dashboard import presenting

        def never(theme: str):  # type: ignore[no-untyped-def]
            raise AssertionError(f"made too early: {theme}")

        presenting.stage("one", never, words("ko"))

    assert not AppTest.from_function(script, default_timeout=30).run().exception


def test_a_theme_is_taken_only_where_it_is_one() -> None:
    def script() -> None:
        import streamlit as st

        from components.wording import words
        from dashboard import presenting

        st.session_state["one-theme"] = "<b>"

        def never(theme: str):  # type: ignore[no-untyped-def]
            raise AssertionError(theme)

        presenting.stage("one", never, words("ko"))

    assert not AppTest.from_function(script, default_timeout=30).run().exception
