"""Layout of verdicts: names, bars and reasons beside each other, or below on a narrow sheet, at the largest type that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.board import LEADING
from components.contents.verdicts import Bar
from components.theme import Look

SCALES = (1.2, 1.1, 1.0, 0.94, 0.88, 0.82, 0.76)  # type sizes tried, largest first
SMALL = 0.88  # of the reasons, in type sizes of the row
AIR = 0.45  # between bars at least, in type sizes
BESIDE = 34  # base sizes a sheet needs for three columns


@dataclass(frozen=True)
class Layout:
    """Everything broken into lines at a type size; ``bar`` and ``reasons`` are left edge and width."""

    sentence: list[str]
    names: list[list[str]]
    fallen: list[list[str]]
    bar: tuple[float, float]
    reasons: tuple[float, float]
    size: float
    stacked: bool
    gap: float = 0

    @property
    def small(self) -> float:
        return self.size * SMALL

    @property
    def top(self) -> float:
        return len(self.sentence) * self.size * LEADING + self.size * 0.9

    def height_of(self, name: Sequence[str], fallen: Sequence[str]) -> float:
        """The height of one bar with its words."""
        words, reasons = len(name) * self.size * LEADING, len(fallen) * self.small * LEADING
        return (
            words + self.size * LEADING + reasons
            if self.stacked
            else max(words, reasons, self.size * LEADING)
        )

    @property
    def height(self) -> float:
        rows = [self.height_of(*pair) for pair in zip(self.names, self.fallen, strict=True)]
        return self.top + sum(rows) + AIR * self.size * len(rows)


def fit(bars: Sequence[Bar], sentence: str, look: Look, width: float, height: float) -> Layout:
    """The largest type at which everything has room, the rest of the height as air between the bars."""
    layout = None
    for scale in SCALES:
        layout = _at(bars, sentence, look, width, look.size.base * scale)
        if layout.height <= height:
            break
    assert layout is not None
    spare = max(height - layout.height, 0) / max(len(bars), 1)
    gap = AIR * layout.size + min(spare, layout.size * 1.8)
    return Layout(**{**layout.__dict__, "gap": gap})


def _at(bars: Sequence[Bar], sentence: str, look: Look, width: float, size: float) -> Layout:
    stacked = look.narrow or width < BESIDE * look.size.base
    number = measure.width("000", size, bold=True) + size
    name = width if stacked else min(max(measure.width(bar.name, size) for bar in bars) + size, width * 0.34)
    start = 0.0 if stacked else name
    long = (width - number) if stacked else (width - name) * 0.45 - number
    reasons = (0.0, width) if stacked else (start + long + number + size * 0.5, width * 1.0)
    room = width - reasons[0]
    return Layout(
        measure.wrap(sentence, width, size, bold=True, most=4),
        [measure.wrap(bar.name, name - size * 0.6, size, most=3) for bar in bars],
        [measure.wrap(bar.fallen, room, size * SMALL, most=5) if bar.fallen else [] for bar in bars],
        (start, long),
        (reasons[0], room),
        size,
        stacked,
    )
