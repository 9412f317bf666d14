"""Sentences: what must be read beside several objects, in a strip of its own below them."""

from __future__ import annotations

from collections.abc import Sequence

from components import measure
from components.labels import clean
from components.natives import Drawing, Mark
from components.theme import Look

SIZE, LEADING = 0.7, 1.3  # type size relative to the base, and from line to line
BODY = 0.56  # at least, of a sheet's height, is left for its objects
FILLED = 0.92  # of the width: fonts differ from what was measured
MOST = 3  # lines of a sentence


def high(sentences: Sequence[str], look: Look) -> float:
    """The share of a sheet that a strip takes; nothing without sentences."""
    tall = _height(_lines(sentences, look), look)
    return (tall + look.size.type(SIZE)) / (look.size.height * BODY) if tall else 0.0


def strip(sentences: Sequence[str], look: Look) -> list[Drawing]:
    """The strip at the foot of a sheet, one text that can be edited."""
    lines = _lines(sentences, look)
    if not lines:
        return []
    width, tall, size = float(look.size.width), _height(lines, look), look.size.type(SIZE)
    mark = Mark(0.0, tall / 2, "\n".join(lines), size, look.palette.muted, side="right", width=width)
    share = high(sentences, look)
    return [Drawing(width, tall, (mark,), box=(0.0, 1 - share, 1.0, share))]


def _lines(sentences: Sequence[str], look: Look) -> list[str]:
    room, size = look.size.width * FILLED, look.size.type(SIZE)
    told = [clean(sentence) for sentence in sentences if sentence]
    return [line for text in told for line in measure.wrap(text, room, size, most=MOST)]


def _height(lines: Sequence[str], look: Look) -> float:
    return (len(lines) + 0.5) * look.size.type(SIZE) * LEADING if lines else 0.0
