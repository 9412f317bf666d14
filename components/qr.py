"""QR codes of addresses, as path data that any format can draw, and the addresses they may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

import segno

QUIET = 4  # empty modules around a code, as the standard wants
LONGEST = 1000  # characters: a longer address makes a code nobody can scan from a seat
_UNWANTED = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff<>\"'\\`{}|^]")


def address(public_url: str, link: str = "") -> str:
    """Where people reach a page of the dashboard; empty where no address is known, or none that may stand in a code."""
    base = public_url.strip().split("#")[0].split("?")[0].rstrip("/")
    whole = f"{base}/{link}" if link else base
    return whole if is_address(whole) else ""


def is_address(text: str) -> bool:
    """Whether a text is an http or https address with a host, not too long, and without anything that is none."""
    if len(text) > LONGEST or _UNWANTED.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


@lru_cache(maxsize=256)
def qr(text: str) -> tuple[str, int]:
    """The dark modules of a code as SVG path data, and the width of the square it stands in, in modules.

    Error correction M; the quiet zone is inside. Raises ValueError for anything but an address.
    """
    if not is_address(text):
        raise ValueError("only http and https addresses of up to 1,000 characters become codes")
    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    return "".join(_path(matrix)), len(matrix) + 2 * QUIET


def _path(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """A bar for each run of dark modules in a row."""
    for y, row in enumerate(matrix, start=QUIET):
        for run in re.finditer(rb"\x01+", bytes(row)):
            yield f"M{run.start() + QUIET} {y}h{run.end() - run.start()}v1h-{run.end() - run.start()}z"
