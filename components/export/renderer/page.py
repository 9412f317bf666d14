"""The folder a browser draws in: its page with plotly.js, fonts and an empty world, and room for its profile.

Nothing outside the folder is read and no address is asked. A folder whose owner has ended is removed by the next one.
"""

from __future__ import annotations

import base64
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO

from plotly.offline import get_plotlyjs

from components import fonts
from geo import boundaries

try:
    import fcntl
except ImportError:  # Windows takes no such locks; there a folder is removed by its owner only
    fcntl = None

HERE = Path(__file__).parent
NAMED = "readiness-pictures-"
LOCK = "owner"
FRESH = 60  # seconds: a folder this young may not be locked yet
# Scripts come from the folder and from this page itself, fonts and pictures from inside it, and nothing else at all.
RULES = (
    "default-src 'none'; script-src file: 'unsafe-inline'; style-src 'unsafe-inline'; "
    "font-src data:; img-src data: blob:; connect-src data: blob:"
)
PAGE = """<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{rules}">
<title>pictures</title><style>* {{ text-rendering: geometricPrecision }}</style><script src="plotly.min.js"></script>
<script>const assets = {assets};
{script}</script></head><body></body></html>
"""


class Folder:
    """A folder with the page ``index``, locked while its owner lives."""

    def __init__(self, browser: Path) -> None:
        parent = _parent(browser)
        for left in _left(parent):
            shutil.rmtree(left, ignore_errors=True)
        self.path = Path(tempfile.mkdtemp(prefix=NAMED, dir=parent))
        self._lock = _locked(self.path)
        self.index = self.path / "index.html"
        self.index.write_text(_page(), encoding="utf-8")
        (self.path / "plotly.min.js").write_text(get_plotlyjs(), encoding="utf-8")

    def remove(self) -> None:
        """Removes the folder; a browser that is just ending may still be writing into it."""
        for _ in range(20):
            shutil.rmtree(self.path, ignore_errors=True)
            if not self.path.exists():
                break
            time.sleep(0.05)
        if self._lock:
            self._lock.close()


def _parent(browser: Path) -> Path | None:
    """Where the folder stands: among temporary files, but a browser in a snap sees only its own part of home."""
    return Path.home() if "snap" in browser.resolve().parts else None


def _left(parent: Path | None) -> Iterator[Path]:
    """Folders whose owners ended without removing them."""
    for folder in (parent or Path(tempfile.gettempdir())).glob(f"{NAMED}*"):
        try:
            if time.time() - folder.stat().st_mtime > FRESH and (lock := _locked(folder)):
                lock.close()
                yield folder
        except OSError:
            continue  # another's, or gone meanwhile


def _locked(folder: Path) -> IO[str] | None:
    """The folder's lock, held until it is closed or the process ends; None where it cannot be had."""
    if not fcntl:
        return None
    file = (folder / LOCK).open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file


@cache
def _page() -> str:
    assets = {
        "family": fonts.family(),
        "fonts": [{"weight": w, "dataUrl": _data(path)} for w, path in fonts.files().items()],
        "world": json.loads(boundaries.world_stub()),
    }
    script = (HERE / "page.js").read_text(encoding="utf-8")
    return PAGE.format(rules=RULES, assets=json.dumps(assets), script=script)


def _data(path: Path) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(path.read_bytes()).decode()}"
