"""What tests may ask for: a dashboard that is served, a browser, and tabs that record what went wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from streamlit.components.v2 import manifest_scanner

from tests import visits
from tests.chromium import NoChromium
from tests.visits import Visit

NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/nowhere</dir></fontconfig>'


@pytest.fixture(scope="session", autouse=True)
def scanned_once() -> Iterator[None]:
    """Streamlit's test runner looks through every installed package each time; once is enough."""
    scan = manifest_scanner.scan_component_manifests
    manifest_scanner.scan_component_manifests = cache(scan)
    yield
    manifest_scanner.scan_component_manifests = scan


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The address of the dashboard as ``python -m dashboard`` serves it, started once."""
    with visits.serving() as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """One driver for all browsers of a test process: it allows no second."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The system's Chromium, started once."""
    yield from _started(playwright)


@pytest.fixture(scope="session")
def bare_browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The same on a machine without any font: fontconfig finds nothing."""
    empty = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    empty.write_text(NO_FONTS)
    yield from _started(playwright, FONTCONFIG_FILE=str(empty))


def _started(playwright: Playwright, **environment: str) -> Iterator[Browser]:
    try:
        with visits.launched(playwright, **environment) as found:
            yield found
    except NoChromium as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def open_page(browser: Browser, served: str) -> Iterator[Callable[..., Visit]]:
    """``open_page("map", lang="en", theme="dark", width=390, region="seoul")``: a drawn page in a window of its own.

    The words ``lang``, ``theme`` and ``width`` set the visitor's browser; ``lang`` and ``theme`` go into the address
    too, like everything else. At the end no tab may have asked another host.
    """
    opened: list[Visit] = []

    def open_(path: str = "", width: int = 1440, **query: str) -> Visit:
        context = visits.window(browser, query.get("lang", "ko"), query.get("theme", "light"), width)
        visit = Visit(context.new_page(), served)
        opened.append(visit)
        return visit.go(path, **query)

    yield open_
    for visit in opened:
        visit.page.context.close()
    assert [url for visit in opened for url in visit.outside] == []


@pytest.fixture
def page(open_page: Callable[..., Visit]) -> Visit:
    """The first page, in Korean, light, on a wide screen."""
    return open_page()
