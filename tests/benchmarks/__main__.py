"""Print how long a visitor waits, each figure as the median of several runs, with the smallest and largest beside it.

usage: python -m tests.benchmarks [--runs 5]
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests import visits

CHART = ".js-plotly-plot .main-svg"


def resident() -> float:
    """Megabytes of memory of the server started last."""
    pid = subprocess.check_output(["pgrep", "-f", "-n", "m dashboard"], text=True).split()[0]
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def timed(seconds: list[float]) -> Iterator[None]:
    """Adds how long its block took."""
    started = time.perf_counter()
    yield
    seconds.append(time.perf_counter() - started)


def show(name: str, values: list[float], unit: str = "s") -> None:
    """One line: median, smallest, largest, number of runs."""
    middle = statistics.median(values)
    print(
        f"{name:<44}{middle:9.3f} {unit}   {min(values):8.3f} … {max(values):8.3f}   n={len(values)}",
        flush=True,
    )


def first_chart(context: BrowserContext, address: str, seconds: list[float]) -> None:
    """From asking for the map page to its first chart."""
    page = context.new_page()
    with timed(seconds):
        page.goto(f"{address}/map")
        page.wait_for_selector(CHART)
    page.close()


def cold_and_warm(browser: Browser, address: str, runs: int) -> tuple[list[float], list[float]]:
    """The first chart with an empty browser cache, and again with a filled one."""
    cold: list[float] = []
    warm: list[float] = []
    for _ in range(runs):
        context = browser.new_context()
        first_chart(context, address, cold)
        first_chart(context, address, warm)
        context.close()
    return cold, warm


def control_to_chart(page: Page, runs: int) -> list[float]:
    """From pressing the other basis to the chart that names it."""
    seconds: list[float] = []
    for run in range(runs):
        basis = ("16", "17")[run % 2]
        button = page.get_by_role("radio", name=re.compile(f"^{basis}"))
        chart = page.locator(f".st-key-card-map .js-plotly-plot:has-text('{basis}개 시도')")
        with timed(seconds):
            button.click()
            chart.wait_for()
        page.wait_for_timeout(300)
    return seconds


def page_change(page: Page, runs: int) -> list[float]:
    """From pressing a page's name to its first chart."""
    seconds: list[float] = []
    for run in range(runs):
        name = ("한눈에", "지도")[run % 2]
        title = page.get_by_role("heading", name=name, level=1)
        with timed(seconds):
            page.get_by_role("link", name=name, exact=True).click()
            title.wait_for()
            page.wait_for_selector(CHART)
        page.wait_for_timeout(300)
    return seconds


def pictures(page: Page, runs: int) -> list[float]:
    """From pressing PNG to the file, first and then warm."""
    page.get_by_role("button", name="내보내기").first.click()
    button = page.get_by_role("button", name="PNG 그림").first
    button.wait_for()
    seconds: list[float] = []
    for _ in range(runs + 1):
        with timed(seconds), page.expect_download() as download:
            button.click()
        Path(download.value.path())
    return seconds


def starts(runs: int) -> list[float]:
    """Seconds from starting a server to its first healthy answer."""
    seconds: list[float] = []
    for _ in range(runs):
        with ExitStack() as server, timed(seconds):
            server.enter_context(visits.serving())
    return seconds


def main(runs: int) -> None:
    show("process start → healthy", starts(runs))
    with visits.serving() as address, visits.chromium() as browser:
        show("memory of the server, healthy", [resident()], "MB")
        cold, warm = cold_and_warm(browser, address, runs)
        show("first chart, cold browser", cold)
        show("first chart, warm browser", warm)
        page = opened(browser, address)
        show("control → chart", control_to_chart(page, max(runs, 6)))
        show("page change → chart", page_change(page, max(runs, 6)))
        saved = pictures(opened(browser, address), runs)
        show("PNG 1920×1080, first", saved[:1])
        show("PNG 1920×1080, warm", saved[1:])
        show("memory of the server, after these visits", [resident()], "MB")


def opened(browser: Browser, address: str) -> Page:
    """The map page, drawn and at rest."""
    page = visits.window(browser).new_page()
    page.goto(f"{address}/map")
    page.wait_for_selector(CHART)
    page.wait_for_timeout(1500)
    return page


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    main(parser.parse_args().runs)
