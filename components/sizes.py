"""Sizes a reader writes down: any width and height in pixels, millimetres or inches, kept within bounds.

What arrives is a stranger's: every number is read with care, and one that makes no sense gives way to a sensible one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from components.theme import Size

UNITS = {"px": 0.0, "mm": 1.0, "in": 25.4}  # millimetres in one; a pixel has no length of its own
PIXELS, MILLIMETRES, DPI = (100, 8_000), (20, 600), (72, 600)
MOST_PIXELS = 64_000_000
SCREEN, PRINT = 96, 300  # layout pixels in an inch, and dots of an inch in print
SHORT = 540  # layout pixels of the shorter side of a picture asked for in pixels
LEAST = 240  # below, no chart has room for its words: it is laid out larger and made smaller as a whole
USUAL = {"px": (1920.0, 1080.0), "mm": (150.0, 100.0), "in": (6.0, 4.0)}
READABLE = 8  # layout pixels of the smallest type on paper: six points


@dataclass(frozen=True)
class Wish:
    """A size as a reader asks for it, always within bounds. ``dpi`` counts for lengths only."""

    width: float = 150
    height: float = 100
    unit: str = "mm"
    dpi: int = 300

    @property
    def pixels(self) -> tuple[int, int]:
        """How many pixels that is."""
        per = UNITS[self.unit] * self.dpi / 25.4 or 1
        return round(self.width * per), round(self.height * per)

    @property
    def millimetres(self) -> tuple[float, float] | None:
        """How large that is on paper; nothing for a size in pixels."""
        mm = UNITS[self.unit]
        return (round(self.width * mm, 1), round(self.height * mm, 1)) if mm else None


def wish(width: object, height: object, unit: object, dpi: object) -> Wish:
    """What is asked for, brought within bounds; a length with too many pixels keeps its length and loses density."""
    known = unit if isinstance(unit, str) and unit in UNITS else "px"
    least, most = bounds(known)
    wide_usual, high_usual = USUAL[known]
    sides = _number(width, least, most, wide_usual), _number(height, least, most, high_usual)
    asked = Wish(*sides, known, round(_number(dpi, *DPI, 300)))
    wide, high = asked.pixels
    if wide * high <= MOST_PIXELS:
        return asked
    return replace(asked, dpi=math.floor(asked.dpi * math.sqrt(MOST_PIXELS / (wide * high))))


def bounds(unit: str) -> tuple[float, float]:
    """The shortest and the longest side in a unit."""
    if not UNITS[unit]:
        return PIXELS
    least, most = (side / UNITS[unit] for side in MILLIMETRES)
    return math.ceil(least * 10) / 10, math.floor(most * 10) / 10


def size(width: object, height: object, unit: object = "px", dpi: object = 300) -> Size:
    """The layout for a size somebody asks for, with type that can be read at that size.

    Lengths are laid out at 96 pixels an inch, pixels so that the shorter side is 540 or less; type grows with the
    shorter side, but more slowly. Rounded layout × ratio may be a pixel off: ``Wish.pixels`` is what was asked for.
    """
    asked = wish(width, height, unit, dpi)
    wide, high = asked.pixels
    true = asked.dpi / SCREEN if UNITS[asked.unit] else max(1, min(wide, high) / SHORT)
    ratio = min(true, min(wide, high) / LEAST)
    across, down = round(wide / ratio), round(high / ratio)
    if UNITS[asked.unit]:
        base, pad, least = max(10, 11.5 * math.sqrt(min(across, down) / 378)), 0.4, READABLE * true / ratio
    else:
        base, pad, least = max(10, 15 * math.sqrt(min(across, down) / SHORT)), 1.2, 0
    return Size(across, down, round(base, 1), ratio, pad, min(least, base * 0.8))


def pixels(size: Size) -> tuple[int, int]:
    """How many pixels a picture of this layout has."""
    return round(size.width * size.ratio), round(size.height * size.ratio)


def printed(size: Size) -> tuple[float, float] | None:
    """How large a layout made for print is on paper, in millimetres; nothing for one made for the screen."""
    if round(size.ratio * SCREEN) < PRINT:
        return None
    return round(size.width / SCREEN * 25.4), round(size.height / SCREEN * 25.4)


def _number(given: object, least: float, most: float, usual: float) -> float:
    """A number within bounds, or the usual one where none was given."""
    try:
        number = (
            float(given) if isinstance(given, (int, float, str)) and not isinstance(given, bool) else math.nan
        )
    except (ValueError, OverflowError):
        number = math.nan
    return usual if math.isnan(number) else round(min(max(number, least), most), 2)
