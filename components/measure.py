"""How wide a text will be: enough to wrap titles and keep labels apart without a browser.

Advance widths of Pretendard in em, by class of character; the error is a few per cent, so callers leave slack.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"(?<=[·/–—])(?=.)|(?<=,)(?=\D)|(?<=.)(?=[(\[〈])")
_NARROW = set("ijl|.,:;'!()[]·‧ ")
_WIDE = set("MWmw%@→–—")


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line of text in pixels at a type size; markup such as ``<b>`` counts nothing."""
    return _ems(text) * size * (1.04 if bold else 1.0)


@lru_cache(maxsize=16384)
def _ems(text: str) -> float:
    """Width of a line in type sizes; layouts ask for the same words again and again."""
    return sum(_advance(c) for c in _TAG.sub("", text))


def _advance(char: str) -> float:
    if "\u3380" <= char <= "\u33df":  # units in one sign, ㎢, which our font sets as several letters
        return 1.7
    if unicodedata.east_asian_width(char) in "WF":
        return 0.88
    if char in _NARROW:
        return 0.28
    if char in _WIDE:
        return 0.84
    return 0.66 if char.isupper() else 0.57


def wrap(text: str, room: float, size: float, bold: bool = False, most: int = 3) -> list[str]:
    """The text in lines no wider than ``room`` pixels, words kept whole; the last of ``most`` lines ends in ``…``."""
    lines: list[str] = []
    line = ""
    for word, gap in _words(text, room, size, bold):
        longer = f"{line}{gap}{word}" if line else word
        if line and width(longer, size, bold) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), room, size, bold)]


def longest(text: str, size: float, bold: bool = False) -> float:
    """Width of the widest part of a text that ``wrap`` keeps whole: the narrowest column it can stand in."""
    return max((width(part, size, bold) for word in text.split() for part in _parts(word)), default=0)


def _words(text: str, room: float, size: float, bold: bool) -> Iterator[tuple[str, str]]:
    """The words with the gap before each; a word wider than the room comes in parts without a gap."""
    for word in text.split():
        parts = [word] if width(word, size, bold) <= room else _parts(word)
        for number, part in enumerate(parts):
            yield part, "" if number else " "


def _parts(word: str) -> list[str]:
    """Where a long word may break: after a middle dot, a stroke, a dash, and before an opening bracket."""
    return _BREAK.split(word)


def shorten(text: str, room: float, size: float, bold: bool = False) -> str:
    """The text itself if it fits, else as much as fits and ``…``."""
    if width(text, size, bold) <= room:
        return text
    kept = text
    while kept and width(kept + "…", size, bold) > room:
        kept = kept[:-1]
    return kept.rstrip(" ·,") + "…"


def tied(lines: list[str]) -> list[str]:
    """The lines of names parted by strokes, set so that no line begins with a stroke."""
    held = lines[:1]
    for line in lines[1:]:
        if line.startswith("/ "):
            held[-1], line = f"{held[-1]} /", line[2:]
        held.append(line)
    return held
