"""Long work beside the page: how far it is, a button that stops it, and the file at the end.

A few workers serve all visitors, so that many who ask at once wait for each other instead of filling the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Literal

import streamlit as st

from components.export.package import Cancelled
from components.faults import sentence
from components.labels import markdown
from dashboard import controls
from datasets.problems import Problem

WORKERS = 2
EVERY = 0.5  # seconds between two looks at the work
SLOT = "work"  # one file a visitor: the next one takes its place
Tell = Callable[[int, int, str], None]


@dataclass
class Work:
    """One file in the making, for what was ``asked``."""

    asked: Hashable
    done: int = 0
    of: int = 0
    what: str = ""
    stop: Event = field(default_factory=Event)
    future: Future[bytes] | None = None

    def tell(self, done: int, of: int, what: str) -> None:
        """Told by the worker before each step. Raises Cancelled once the visitor has stopped it."""
        if self.stop.is_set():
            raise Cancelled
        self.done, self.of, self.what = done, of, what

    @property
    def running(self) -> bool:
        return self.future is not None and not self.future.done()


@st.cache_resource(show_spinner=False)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="work")


def offer(
    asked: Hashable,
    label: str,
    name: str,
    mime: str,
    make: Callable[[Tell], bytes],
    key: str,
    width: Literal["stretch", "content"] = "stretch",
) -> None:
    """A button that starts the work; then its progress, then the file. ``make`` is told how to report."""
    work: Work | None = st.session_state.get(SLOT)
    if work is None or work.asked != asked:
        st.button(label, key=f"start-{key}", on_click=_start, args=(asked, make), width=width)
    elif work.running:
        _watch(key)
    else:
        _hand(work, label, name, mime, key, width)


def _start(asked: Hashable, make: Callable[[Tell], bytes]) -> None:
    """Begin, and give up whatever this visitor was waiting for before."""
    _stop()
    work = Work(asked)
    work.future = _pool().submit(make, work.tell)
    st.session_state[SLOT] = work


def _stop() -> None:
    work: Work | None = st.session_state.pop(SLOT, None)
    if work and work.future:
        work.stop.set()
        work.future.cancel()


@st.fragment(run_every=EVERY)
def _watch(key: str) -> None:
    """How far the work is, looked at anew twice a second."""
    work: Work | None = st.session_state.get(SLOT)
    if work is None or not work.running:
        st.rerun()
        return
    say = controls.say()
    told = say("work.step", done=work.done, of=work.of, what=work.what) if work.of else say("work.waiting")
    st.progress(work.done / work.of if work.of else 0.0, text=markdown(told))
    st.button(say("work.stop"), key=f"stop-{key}", on_click=_stop)


def _hand(
    work: Work, label: str, name: str, mime: str, key: str, width: Literal["stretch", "content"]
) -> None:
    """The finished file, or why there is none."""
    say, future = controls.say(), work.future
    assert future is not None
    fault = None if future.cancelled() else future.exception()
    if isinstance(fault, Problem):
        st.error(markdown(sentence(fault, say)))
    elif fault is not None and not isinstance(fault, Cancelled):
        raise fault
    elif not fault and not future.cancelled():
        told = say("work.ready", what=label)
        st.download_button(
            told, future.result(), name, mime, key=f"hand-{key}", on_click="ignore", type="primary", width=width
        )  # fmt: skip
        return
    st.session_state.pop(SLOT, None)
