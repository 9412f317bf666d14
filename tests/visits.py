"""A visitor for tests: a real server, a real browser, and a record of everything a visitor should never meet."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright

from tests.chromium import ARGS, find_chromium

ROOT = Path(__file__).parents[1]
TAG = {"ko": "ko-KR", "en": "en-US"}
HEIGHTS = {390: 844}
QUIET = (
    "--server.address=127.0.0.1",
    "--server.headless=true",
    "--browser.gatherUsageStats=false",
    "--server.fileWatcherType=none",
    "--server.enableStaticServing=true",
    "--client.toolbarMode=viewer",
)
READY = """() => {
  const step = window.innerWidth >= 1440 ? "wide" : window.innerWidth >= 1024 ? "medium" : "narrow";
  const laid = document.documentElement.dataset.screen;  // what the server lays charts out for, once the shell is there
  if (laid && laid !== step) return false;
  const app = document.querySelector("[data-testid=stApp]");
  return app && app.dataset.testScriptState === "notRunning" && !document.querySelector("[data-testid=stSkeleton]")
    && document.querySelector("[data-testid=stMain] :is(h1, .js-plotly-plot, [data-testid=stMarkdown])");
}"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(*command: str, port: int | None = None, folder: Path = ROOT, **environment: str) -> Iterator[str]:
    """The address of a dashboard that a command starts (by default ``python -m dashboard``), until the block ends."""
    port = port or free_port()
    given = {**os.environ, "PORT": str(port), "HOST": "127.0.0.1", **environment}
    log = Path(tempfile.gettempdir()) / f"dashboard-{port}.log"
    with log.open("w+") as written:
        command = command or (sys.executable, "-m", "dashboard")
        server = subprocess.Popen(command, cwd=folder, env=given, stdout=written, stderr=subprocess.STDOUT)
        try:
            yield _healthy(f"http://127.0.0.1:{port}{environment.get('BASE_PATH', '')}", server, log)
        finally:
            server.terminate()
            server.wait(timeout=20)
            log.unlink()


def _healthy(base: str, server: subprocess.Popen[bytes], log: Path, seconds: float = 60) -> str:
    """The address once it answers; where it never does, the server's own last words."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(f"{base}/_stcore/health", timeout=2)
            return base
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not answer: {log.read_text()[-2000:]}")


@contextmanager
def serving_script(folder: Path, script: str, *options: str) -> Iterator[str]:
    """The address of Streamlit running a small script of its own in a folder, until the block ends."""
    (folder / "app.py").write_text(script, encoding="utf-8")
    port = free_port()
    command = (sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", *QUIET, *options)
    base = next((option.partition("=")[2] for option in options if "baseUrlPath" in option), "")
    environment = {"PYTHONPATH": str(ROOT), "BASE_PATH": f"/{base}" if base else ""}
    with serving(*command, port=port, folder=folder, **environment) as address:
        yield address


@contextmanager
def launched(playwright: Playwright, **environment: str | float | bool) -> Iterator[Browser]:
    """The system's Chromium, headless, with more of an environment if need be. Raises NoChromium."""
    given = {**os.environ, **environment} if environment else None
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGS, env=given)
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium for a program that needs one browser only."""
    with sync_playwright() as playwright, launched(playwright) as browser:
        yield browser


def window(browser: Browser, lang: str = "ko", theme: str = "light", width: int = 1440) -> BrowserContext:
    """A fresh browser window of a visitor: language, light or dark, and width of the screen."""
    size = {"width": width, "height": HEIGHTS.get(width, 900)}
    return browser.new_context(
        viewport=size,  # pyright: ignore[reportArgumentType]
        color_scheme=theme,  # pyright: ignore[reportArgumentType]
        locale=TAG[lang],
        reduced_motion="reduce",
    )


@dataclass
class Visit:
    """One tab of one visitor: the Playwright ``page``, and what went wrong in it.

    ``outside`` are requests to any other host, ``errors`` what the console and uncaught exceptions said.
    """

    page: Page
    base: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("websocket", lambda socket: self._asked(socket.url))
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.errors.append(f"uncaught: {error}"))

    def go(self, path: str = "", **query: str) -> Visit:
        """Opens a page of the dashboard, e.g. ``go("map", lang="en")``, and waits until it is drawn."""
        self.page.goto(f"{self.base}/{path}" + (f"?{urlencode(query)}" if query else ""))
        return self.settle()

    def settle(self) -> Visit:
        """Waits until the script has run, every chart is drawn and the fonts are there."""
        self.page.wait_for_function(READY, timeout=30_000)
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate("() => document.fonts.ready.then(() => true)")
        size = self.page.viewport_size
        if size and size["width"] < 1440:
            self._rest()
        return self

    def _rest(self, quiet: int = 500) -> None:
        """Waits until no chart changes: on smaller screens they are laid out again once the server knows the width."""
        drawn = "() => [...document.querySelectorAll('.js-plotly-plot text')].map((t) => t.textContent + t.getAttribute('x')).join()"
        before = ""
        for _ in range(20):
            now = self.page.evaluate(drawn)
            if now == before:
                return
            before = now
            self.page.wait_for_timeout(quiet)

    def exceptions(self) -> list[str]:
        """Texts of Streamlit's red boxes."""
        return self.page.locator("[data-testid=stException]").all_inner_texts()

    def _asked(self, url: str) -> None:
        asked = urlsplit(url)
        if asked.scheme in ("http", "https", "ws", "wss") and asked.netloc != urlsplit(self.base).netloc:
            self.outside.append(url)

    def _said(self, message: ConsoleMessage) -> None:
        """Keeps errors; Streamlit asks below a deep address for its own base first, and says so when it is not there."""
        if message.type == "error" and "/_stcore/" not in str(message.location):
            self.errors.append(message.text)
