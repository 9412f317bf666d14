"""The browser of the machine that pictures are drawn with: found, never downloaded."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ASKED = "CHROMIUM"  # the environment's word for it: a path or a name, before all others
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
MAC = ("Google Chrome", "Microsoft Edge", "Chromium")
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
PROGRAMS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")  # where Windows keeps programs


def find() -> Path | None:
    """The browser, or None where the machine has none. What the environment names is taken or nothing."""
    asked = os.environ.get(ASKED)
    if asked:
        return _named(asked)
    return next((path for path in map(_named, NAMES) if path), None) or _placed()


def _named(name: str) -> Path | None:
    path = shutil.which(name)
    return Path(path) if path else None


def _placed() -> Path | None:
    return next((place for place in _places() if place.is_file()), None)


def _places() -> Iterator[Path]:
    """Where installers put browsers that no search path names."""
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / f"{name}.app/Contents/MacOS/{name}" for name in MAC)
    if sys.platform == "win32":
        folders = [Path(os.environ[name]) for name in PROGRAMS if os.environ.get(name)]
        yield from (folder / tail for tail in WINDOWS for folder in folders)
