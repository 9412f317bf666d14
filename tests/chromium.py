"""The browser the tests drive: the system's own, never a downloaded one. ``python -m tests.chromium`` prints its path."""

from __future__ import annotations

import os
import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The sandbox needs rights a container seldom gives; the pages under test are our own. WebGL is drawn in software.
# No name but this machine's resolves, as inside a separated network.
ARGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--enable-unsafe-swiftshader",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
HOW = "install it (Debian, as root: apt-get install chromium) or name one: CHROMIUM=/path/to/chromium"


class NoChromium(Exception):
    """There is no browser to test with; the text is one line that says how to get one."""


def find_chromium() -> str:
    """The path of a headless-capable Chromium. Raises NoChromium."""
    named = os.environ.get("CHROMIUM")
    for name in [named] if named else NAMES:
        path = shutil.which(name)
        if path:
            return path
    raise NoChromium(f"{named or 'Chromium'} · not found · {HOW}")


if __name__ == "__main__":
    try:
        print(find_chromium())
    except NoChromium as error:
        sys.exit(str(error))
