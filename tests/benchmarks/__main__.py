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


def pictures(browser: Browser, address: str, runs: int) -> tuple[list[float], list[float], list[float]]:
    """From pressing PNG to the file, in a fresh browser window and then again; and the server's memory after each."""
    first: list[float] = []
    warm: list[float] = []
    memory: list[float] = []
    for _ in range(runs):
        page = opened(browser, address)
        page.get_by_role("button", name="내보내기").first.click()
        button = page.get_by_role("button", name="PNG 그림").first
        button.wait_for()
        for seconds in (first, warm):
            with timed(seconds), page.expect_download() as download:
                button.click()
            Path(download.value.path())
        memory.append(resident())
        page.context.close()
    return first, warm, memory


def starts(runs: int) -> tuple[list[float], list[float]]:
    """Seconds from starting a server to its first healthy answer, and the megabytes it then holds."""
    seconds: list[float] = []
    memory: list[float] = []
    for _ in range(runs):
        with ExitStack() as server:
            with timed(seconds):
                server.enter_context(visits.serving())
            memory.append(resident())
    return seconds, memory


def main(runs: int) -> None:
    seconds, memory = starts(runs)
    show("process start → healthy", seconds)
    show("memory of the server, healthy", memory, "MB")
    with visits.serving() as address, visits.chromium() as browser:
        cold, warm = cold_and_warm(browser, address, runs)
        show("first chart, cold browser", cold)
        show("first chart, warm browser", warm)
        page = opened(browser, address)
        show("control → chart", control_to_chart(page, max(runs, 6)))
        show("page change → chart", page_change(page, max(runs, 6)))
        first, again, memory = pictures(browser, address, runs)
        show("PNG 1920×1080, first", first)
        show("PNG 1920×1080, warm", again)
        show("memory of the server, after these visits", memory, "MB")


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
