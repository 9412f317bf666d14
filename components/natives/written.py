"""The texts of our figures, a little markup in them, as the plain texts of a drawing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from components.labels import clean
from components.natives import Mark

LEADING = 1.24  # from line to line, in type sizes
_TAG = re.compile(r"(<[^>]+>)")  # in our texts only our own tags are left: all else is spelled out
_SIZE = re.compile(r"font-size:([\d.]+)px")


@dataclass(frozen=True)
class Written:
    """One line of text in one style."""

    text: str
    size: float
    bold: bool


def lines(markup: str, size: float) -> list[Written]:
    """The lines of a text of a figure; ``size`` is its type size where it names none."""
    found: list[Written] = []
    text, bold, sizes, style = "", False, [size], (size, False)
    for part in [*_TAG.split(markup), "<br>"]:
        if part == "<br>":
            found.append(Written(clean(html.unescape(text)), *style))
            text = ""
        elif part in ("<b>", "</b>"):
            bold = part == "<b>"
        elif part == "</span>":
            sizes.pop()
        elif part.startswith("<span"):
            sizes.append(float(told[1]) if (told := _SIZE.search(part)) else sizes[-1])
        elif part:
            text, style = text + part, (sizes[-1], bold)
    return found


def plain(markup: str) -> tuple[str, ...]:
    """The lines of a text of a figure without their style."""
    return tuple(line.text for line in lines(markup, 1))


def marks(
    markup: str, x: float, y: float, size: float, colour: str, side: str = "middle", halo: str = ""
) -> Iterator[Mark]:
    """A text of a figure as texts of a drawing, one for all lines of a style, the whole centred on its place."""
    written = lines(markup, size)
    top = y - sum(line.size for line in written) * LEADING / 2
    for (size_, bold), group in groupby(written, key=lambda line: (line.size, line.bold)):
        texts = [line.text for line in group]
        tall = len(texts) * size_ * LEADING
        yield Mark(x, top + tall / 2, "\n".join(texts), size_, colour, bold, side, halo=halo)
        top += tall
