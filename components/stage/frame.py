"""The frame of a slide: where title, body and foot stand on a scene of 1920×1080, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from components import measure

WIDTH, HEIGHT = 1920, 1080
EDGE_X, EDGE_Y = 96, 54  # the safe area: 5 % that a projector or a screen may cut off
INNER = WIDTH - 2 * EDGE_X
TITLE, TEXT, LABEL = 56, 30, 24  # type sizes
OPENING = (96, 80, 68, TITLE)  # of the title of a slide that opens the deck or a section
MOST_OPENING = 3  # lines
LEADING = 1.25
FOOT_LINE = 34
GAP = 24  # between title, body and foot, and between the parts of a spread
MOST_FEET = 4
OPENS = "\ue000"  # stands for < where widths are measured
NARROWER = (0.55, 0.65, 0.75, 0.85)


@dataclass(frozen=True)
class Box:
    """A place on the scene."""

    left: float
    top: float
    width: float
    height: float

    def part(self, shares: tuple[float, float, float, float]) -> Box:
        """A share of the box (left, top, width, height), a gap away from its neighbours."""
        x, y, wide, high = shares
        left, top = self._inset(x, self.width), self._inset(y, self.height)
        right = self.width - self._inset(1 - x - wide, self.width)
        bottom = self.height - self._inset(1 - y - high, self.height)
        return Box(self.left + left, self.top + top, right - left, bottom - top)

    @staticmethod
    def _inset(share: float, whole: float) -> float:
        return share * whole + (GAP / 2 if share > 0.001 else 0)

    def below(self, height: float) -> Box:
        """What is left under something so high."""
        return Box(self.left, self.top + height, self.width, self.height - height)

    def beside(self, width: float) -> Box:
        """What is left when something so wide stands at the right."""
        return Box(self.left, self.top, self.width - width - 2 * GAP, self.height)

    def json(self) -> list[float]:
        return [round(self.left, 1), round(self.top, 1), round(self.width, 1), round(self.height, 1)]


@dataclass(frozen=True)
class Frame:
    """The lines of title and foot, and the body between them."""

    title: tuple[str, ...]
    foot: tuple[str, ...]
    body: Box


def frame(title: str, foot: tuple[str, ...]) -> Frame:
    """The frame of a slide with a title and lines at its foot; below them stands one line with mark and number."""
    heads = balanced(title, TITLE, most=2)
    feet = tuple(line for text in foot for line in lines(text, INNER, LABEL, most=3))[:MOST_FEET]
    top = EDGE_Y + len(heads) * TITLE * LEADING + GAP / 2
    bottom = HEIGHT - EDGE_Y - (len(feet) + 1) * FOOT_LINE - GAP / 2
    return Frame(heads, feet, Box(EDGE_X, top, INNER, bottom - top))


def opening(title: str) -> tuple[int, tuple[str, ...]]:
    """The title that opens a deck or a section: the largest type at which it takes few lines, and the lines."""
    for size in OPENING:
        told = balanced(title, size, most=MOST_OPENING + 1)
        if len(told) <= MOST_OPENING:
            return size, told
    return TITLE, balanced(title, TITLE, most=MOST_OPENING + 2)


def balanced(title: str, size: float, most: int) -> tuple[str, ...]:
    """The lines of a title, about equally long: a last line of one word looks forgotten."""
    told = lines(title, INNER, size, most, bold=True)
    if len(told) < 2 or told[-1].endswith("…"):
        return told
    for share in NARROWER:
        narrow = lines(title, INNER * share, size, most + 1, bold=True)
        if len(narrow) == len(told):
            return narrow
    return told


def lines(text: str, width: float, size: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """A text broken for a width, at most so many lines. It is no markup, and ``<b>`` in it takes room."""
    told = measure.wrap(text.replace("<", OPENS), width, size, bold=bold, most=most) if text else []
    return tuple(line.replace(OPENS, "<") for line in told)
