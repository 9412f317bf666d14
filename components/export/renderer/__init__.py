"""Pictures drawn on the server, by the machine's own browser: the same as the visitor's browser draws.

One browser a process, shared by all threads, started by the first picture and stopped when nobody has asked for some
minutes. It reads only what its page brings and asks no network.
"""

from __future__ import annotations

import atexit
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from components.export.renderer.faults import PictureFailed, PicturesQueued, PictureTooSlow
from components.export.renderer.machine import find
from components.labels import clean

if TYPE_CHECKING:
    from components.export.renderer.chromium import Life

__all__ = ["FORMATS", "Job", "PictureFailed", "PictureTooSlow", "PicturesQueued", "Renderer", "renderer"]

FORMATS = ("png", "svg", "pdf")
TABS = min(2, os.cpu_count() or 1)
PATIENCE, QUEUE, IDLE = 45.0, 90.0, 240.0  # seconds: for a picture, for a turn, until the browser is stopped


@dataclass(frozen=True)
class Job:
    """One picture of many. ``figure`` may be a function that makes it when its turn has come."""

    figure: Any | Callable[[], Any]
    format: str
    width: int
    height: int
    scale: float = 1
    title: str = ""
    alt: str = ""


@cache
def renderer() -> Renderer | None:
    """The renderer of this process, or None where the machine has no browser (wording: ``renderer.missing``)."""
    browser = find()
    return Renderer(browser) if browser else None


class Renderer:
    """Draws figures. At most ``tabs`` at once; others wait their turn."""

    def __init__(
        self,
        browser: Path,
        tabs: int = TABS,
        patience: float = PATIENCE,
        queue: float = QUEUE,
        idle: float = IDLE,
    ) -> None:
        self.browser, self.tabs = browser, tabs
        self.patience, self.queue, self.idle = patience, queue, idle
        self._turns = threading.BoundedSemaphore(tabs)
        self._lock = threading.RLock()
        self._life: Life | None = None
        self._later: threading.Timer | None = None
        self._drawing = 0
        self._used = 0.0
        self._sandbox = getattr(os, "geteuid", lambda: 1)() != 0  # Chromium refuses root one
        atexit.register(self.stop)  # no browser stays behind

    @property
    def running(self) -> bool:
        """Whether a browser is up at this moment."""
        return self._life is not None and self._life.alive

    def picture(
        self,
        figure: Any,
        format: str,
        width: int,
        height: int,
        scale: float = 1,
        *,
        title: str = "",
        alt: str = "",
    ) -> bytes:
        """The figure as PNG, SVG or PDF, laid out at ``width`` × ``height``, of which each pixel becomes ``scale``.

        ``title`` and ``alt`` go into an SVG for people who cannot see it. Raises PictureFailed.
        """
        return self._drawn(Job(figure, format, width, height, scale, title, alt))

    def pictures(self, jobs: Iterable[Job]) -> Iterator[bytes]:
        """The pictures of all jobs, in order, some at a time. Raises PictureFailed at the first that fails."""
        waiting: deque[Future[bytes]] = deque()
        with ThreadPoolExecutor(self.tabs, "pictures") as helpers:
            try:
                for job in jobs:
                    waiting.append(helpers.submit(self._drawn, job))
                    if len(waiting) > self.tabs:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for each in waiting:
                    each.cancel()

    def stop(self) -> None:
        """Stops the browser; the next picture starts another."""
        with self._lock:  # whoever ends the process waits for it, too
            life, self._life = self._life, None
            if life:
                life.stop()

    def _drawn(self, job: Job) -> bytes:
        order = _order(job)
        if not self._turns.acquire(timeout=self.queue):
            raise PicturesQueued(_place(job))
        try:
            self._count(1)
            return self._tried(order, _place(job))
        finally:
            self._count(-1)
            self._turns.release()

    def _count(self, more: int) -> None:
        with self._lock:
            self._drawing += more
            self._used = time.monotonic()

    def _tried(self, order: dict[str, Any], place: str) -> bytes:
        """A picture; a browser that has died is followed by another, once."""
        from kaleido.errors import KaleidoError

        from components.export.renderer.chromium import Gone

        for _ in range(2):
            life: Life | None = None
            try:
                life = self._living()
                return life.draw(dict(order), self.patience)
            except KaleidoError as error:
                raise PictureFailed(place) from error
            except TimeoutError as error:
                self._drop(life)
                raise PictureTooSlow(place, seconds=f"{self.patience:g}") from error
            except Gone:
                self._drop(life)
        raise PictureFailed(place)

    def _living(self) -> Life:
        """A browser that runs: the one there is, or a new one."""
        from components.export.renderer.chromium import Gone, Life

        with self._lock:
            if self._life and self._life.alive:
                return self._life
            self._drop(self._life)
            try:
                self._life = Life(self.browser, self.tabs, self._sandbox)
            except Gone:
                if not self._sandbox:
                    raise
                # Most containers grant no sandbox; the page draws nothing but our own figures and reaches no network.
                self._sandbox = False
                self._life = Life(self.browser, self.tabs, sandbox=False)
            self._watch()
            return self._life

    def _drop(self, life: Life | None) -> None:
        """Ends a browser that has failed, unless another thread has done so."""
        with self._lock:
            if life and self._life is life:
                self._life = None
                life.stop(at_once=True)

    def _watch(self) -> None:
        """Looks again, after a while, whether the browser is still needed."""
        if self._later:
            self._later.cancel()
        self._later = threading.Timer(self.idle / 4, self._rest)
        self._later.daemon = True
        self._later.start()

    def _rest(self) -> None:
        with self._lock:
            if self._drawing or time.monotonic() - self._used < self.idle:
                if self._life:
                    self._watch()
            else:
                self.stop()


def _order(job: Job) -> dict[str, Any]:
    """What the page is told. The figure travels as the text the visitor's browser gets, too."""
    if job.format not in FORMATS:
        raise ValueError(f"{job.format} is none of {', '.join(FORMATS)}")
    figure: Any = job.figure() if callable(job.figure) else job.figure
    return dict(
        figure=figure.to_json(),
        format=job.format,
        width=job.width,
        height=job.height,
        scale=job.scale,
        title=clean(job.title),
        alt=clean(job.alt),
    )


def _place(job: Job) -> str:
    return clean(job.title) or job.format.upper()
