"""One life of a browser: started, asked for pictures from any thread, stopped without leaving anything behind.

Imported when the first picture is asked for: kaleido is not needed before.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Coroutine, Sequence
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import choreographer.browsers
from choreographer.errors import (
    BrowserClosedError,
    BrowserFailedError,
    ChannelClosedError,
    DevtoolsProtocolError,
)
from kaleido import Kaleido

from components.export.renderer.page import Folder

START, STOP = 60, 5  # seconds
FRESH = 40  # pictures a tab draws before it loads its page anew
# No name resolves, nothing is fetched in the background: the page has all it needs.
QUIET = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-component-extensions-with-background-pages",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--no-pings",
    "--mute-audio",
    "--disable-pdf-tagging",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
)
# What kaleido and its browser raise when the browser is gone, or has never come up.
Gone = (
    BrowserClosedError,
    BrowserFailedError,
    ChannelClosedError,
    DevtoolsProtocolError,
    CancelledError,
    OSError,
    RuntimeError,
)


# What they print about a browser that ends is no news to an operator; failures reach the reader in our own words.
for name in ("choreographer", "kaleido"):
    logging.getLogger(name).setLevel(logging.CRITICAL)


class Quiet(choreographer.browsers.Chromium):
    """The browser with our switches."""

    def get_cli(self) -> Sequence[str]:
        return [*super().get_cli(), *QUIET]


class Tabs(Kaleido):
    """Kaleido, whose tabs load their page anew after many pictures and not after each: our page clears its table."""

    async def _return_kaleido_tab(self, tab: Any) -> None:
        tab.drawn = getattr(tab, "drawn", 0) + 1
        if tab.drawn % FRESH:
            await self.tabs_ready.put(tab)
        else:
            await super()._return_kaleido_tab(tab)


class Life:
    """A browser from start to stop, with one tab at first and up to ``tabs`` while several pictures are wanted at once.

    Raises one of ``Gone`` where it does not start.
    """

    def __init__(self, browser: Path, tabs: int, sandbox: bool) -> None:
        self._most, self._tabs, self._drawing = tabs, 1, 0
        self.folder = Folder(browser)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="pictures", daemon=True)
        self._thread.start()
        self._kaleido: Kaleido | None = None
        try:
            self._kaleido = self._ask(self._open(browser, sandbox), START)
        except (*Gone, TimeoutError):
            self.stop()
            raise

    async def _open(self, browser: Path, sandbox: bool) -> Kaleido:
        opened = Tabs(
            n=self._tabs,
            timeout=None,  # whoever asks has a patience of their own
            page_generator=self.folder.index,
            path=browser,
            browser_cls=Quiet,
            enable_sandbox=sandbox,
            tmp_dir=str(self.folder.path),
        )
        self._kaleido = opened
        await opened.open()
        return opened

    @property
    def alive(self) -> bool:
        """Whether the browser is still running."""
        return self._process is not None and self._process.poll() is None

    @property
    def _process(self) -> subprocess.Popen[bytes] | None:
        return getattr(self._kaleido, "subprocess", None)

    def draw(self, order: dict[str, Any], patience: float) -> bytes:
        """The picture of an order of the page. Raises KaleidoError, TimeoutError, or one of ``Gone``."""
        return self._ask(self._draw(order), patience)

    async def _draw(self, order: dict[str, Any]) -> bytes:
        assert self._kaleido
        size = {name: order.pop(name) for name in ("format", "width", "height", "scale")}
        self._drawing += 1
        if self._tabs < min(self._drawing, self._most):
            self._tabs += 1
            self._opening = asyncio.ensure_future(self._kaleido._create_kaleido_tab())
        try:
            return await self._kaleido.calc_fig({"data": [], **order}, size)
        finally:
            self._drawing -= 1

    def _ask(self, work: Coroutine[Any, Any, Any], patience: float) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(patience)

    def stop(self, at_once: bool = False) -> None:
        """Ends the browser and its helpers, politely unless ``at_once``, and removes its folder."""
        if at_once:
            self._end()
        with contextlib.suppress(*Gone, TimeoutError):
            if self._kaleido:
                self._ask(self._kaleido.close(), STOP)
        self._end()
        self.folder.remove()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(STOP)

    def _end(self) -> None:
        process = self._process
        if process and process.poll() is None:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 9)  # it leads a group of its own
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(STOP)
