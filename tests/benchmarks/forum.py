"""Print what a presenter waits for: from opening the dashboard to an editable slide, and from slide to slide.

usage: python -m tests.benchmarks.forum [--runs 3]
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests import visits

CHART = ".js-plotly-plot .main-svg"
CLICKS, SECONDS, NEXT = 4, 30, 0.15  # the aims
SLIDES = 10


class Clicks:
    """Counts what a visitor has to press."""

    def __init__(self) -> None:
        self.n = 0

    def press(self, page: Page, name: str) -> None:
        button = page.get_by_role("button", name=name, exact=False).first
        button.wait_for()
        button.click()
        self.n += 1


def editable_slide(browser: Browser, address: str) -> tuple[int, float, int]:
    """M1: clicks and seconds from asking for the dashboard to a saved PowerPoint file of the map on screen, its size."""
    page, clicks = visits.window(browser).new_page(), Clicks()
    started = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(".st-key-card-map .js-plotly-plot .main-svg")
    page.locator(".st-key-foot-map").get_by_role("button", name="내보내기").click()
    clicks.n += 1
    with page.expect_download() as download:
        clicks.press(page, "PowerPoint")
    weight = Path(download.value.path()).stat().st_size
    seconds = time.perf_counter() - started
    page.context.close()
    return clicks.n, seconds, weight


def next_slides(browser: Browser, address: str) -> list[float]:
    """Seconds from pressing → to the next slide painted, at 1920×1080."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="ko-KR")
    page = context.new_page()
    page.goto(f"{address}/deck?deck=comparison")
    page.wait_for_selector(CHART)
    page.get_by_role("button", name="발표 시작").click()
    page.wait_for_selector(SLIDE)
    page.wait_for_timeout(1500)
    seconds = [page.evaluate(STEP) / 1000 for _ in range(SLIDES) if not page.wait_for_timeout(700)]
    context.close()
    return seconds


SLIDE = ".stage-slide.now h2"
# Presses → and waits until another slide stands there and two frames have been painted.
STEP = """() => new Promise((done) => {
  const shown = () => document.querySelector(".stage-slide.now");
  const before = shown(), started = performance.now();
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started)));
  const look = () => (shown() !== before ? painted() : requestAnimationFrame(look));
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, composed: true }));
  look();
})"""


def main(runs: int) -> None:
    with visits.serving() as address, visits.chromium() as browser:
        found = [editable_slide(browser, address) for _ in range(runs)]
        seconds = statistics.median(each[1] for each in found)
        print(
            f"M1 dashboard → editable slide: {found[0][0]} clicks (aim {CLICKS}), {seconds:.1f} s (aim {SECONDS}), "
            f"{found[0][2] / 1000:.0f} kB"
        )
        steps = next_slides(browser, address)
        print(
            f"next slide: {statistics.median(steps) * 1000:.0f} ms, {min(steps) * 1000:.0f} … {max(steps) * 1000:.0f} "
            f"(aim {NEXT * 1000:.0f}, ×{statistics.median(steps) / NEXT:.2f}), n={len(steps)}"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    main(parser.parse_args().runs)
