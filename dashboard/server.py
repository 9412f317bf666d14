"""The tuned server: ``python -m dashboard``, listening where ``HOST`` and ``PORT`` say.

Streamlit's own app, wrapped by ``Delivery``; settings that hold for every way of starting stand in
``.streamlit/config.toml``, here only what needs code. Environment: ``HOST`` (localhost; 0.0.0.0 lets other machines
in), ``PORT`` (8501), ``BASE_PATH`` (behind a proxy that keeps the path), ``FRAME_ANCESTORS`` (who may embed).
"""

from __future__ import annotations

import asyncio
import errno
import gc
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit import net_util
from streamlit.runtime import get_instance

from dashboard import assets
from dashboard.delivery import Delivery

APP = Path(__file__).with_name("app.py")


def main() -> None:
    """Prepares what the browser fetches, says where the dashboard is, and serves until stopped."""
    base, host, port = _base(), os.environ.get("HOST") or "localhost", _port()
    _check_free(host, port)
    _prepare()
    print(f"http://{'localhost' if host == '0.0.0.0' else host}:{port}{base}", flush=True)
    with suppress(KeyboardInterrupt):  # how people stop it
        app(base).run(config=_settings(host, port, base))


def app(base: str = "") -> st.App:
    """The ASGI application: Streamlit with our delivery around it."""
    _stay_inside()
    ancestors = os.environ.get("FRAME_ANCESTORS") or "'self'"
    delivery = Middleware(Delivery, base=base, frame_ancestors=ancestors)
    return st.App(APP, middleware=[delivery], lifespan=_warm)


def _prepare() -> None:
    """Lays files ready; where they cannot be written, what is there is served, and one line says so."""
    try:
        assets.publish()
        assets.pack()
    except assets.CannotPublish as error:
        print(error, file=sys.stderr)
    except OSError as error:
        fault = f"no packed copies ({error.strerror})"
        print(f"dashboard/static · {fault} · pages load, but slower", file=sys.stderr)


def _settings(host: str, port: int, base: str) -> dict[str, Any]:
    """What ``HOST``, ``PORT`` and ``BASE_PATH`` mean to Streamlit; no browser is opened, no banner printed."""
    return {
        "server.address": "127.0.0.1" if host == "localhost" else host,
        "server.port": port,
        "server.baseUrlPath": base.strip("/"),
        "server.headless": True,
        "logger.hideWelcomeMessage": True,
    }


def _port() -> int:
    given = os.environ.get("PORT") or "8501"
    if not given.isdigit() or not 0 < int(given) < 65536:
        raise SystemExit(f"PORT · {given!r} is no port · give a number from 1 to 65535")
    return int(given)


def _check_free(host: str, port: int) -> None:
    """Stops with one line where nothing can listen: the port is taken, or the host is not this machine."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        fault = "is taken" if taken else str(error.strerror).split(" (")[0]
        repair = "another one: PORT=8502 make run" if taken else "see HOST and PORT"
        raise SystemExit(f"{host}:{port} · {fault} · {repair}") from error


def _base() -> str:
    """``BASE_PATH`` with a slash before and none behind; nothing where there is none."""
    path = (os.environ.get("BASE_PATH") or "").strip("/")
    return f"/{path}" if path else ""


def _stay_inside() -> None:
    """Streamlit asks an outside host for this machine's address when a foreign origin knocks; nothing may go out."""
    net_util.get_external_ip = lambda: None


@asynccontextmanager
async def _warm(_: st.App) -> AsyncIterator[None]:
    """Runs the first page once while the server already listens, so that the first visitor does not wait for imports."""
    warming = asyncio.create_task(_first_run())
    yield
    warming.cancel()


async def _first_run() -> None:
    """One run of the app; then everything it left in memory is put out of the collector's way for good."""
    await get_instance().does_script_run_without_error()
    gc.collect()
    gc.freeze()
