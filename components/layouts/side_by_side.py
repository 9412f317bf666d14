"""Layout of values side by side: how many regions and indicators fit, as a grid or, on a phone, as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.contents.entries import Entry
from components.theme import Look

STEPS = (1, 0.9, 0.8)  # type sizes tried, relative to the base
VALUE, WIDEST = (
    1.1,
    11.0,
)  # type size of a value, and the width beyond which it is set in lines, in type sizes
NAME = 0.36  # share of the width that names take
GRID, BLOCK = 5, 1.9  # most height of a row of the grid, and of a line of a block, in type sizes
LEAST_GRID, LEAST_BLOCK = 2.7, 1.25  # least height of them
HEAD = 2.6  # lines of a block its name and unit take


@dataclass(frozen=True)
class Layout:
    """How many regions and indicators are shown, the type, where the columns begin, their step, the height of a line."""

    regions: int
    entries: int
    size: float
    first: float
    step: float
    line: float


def fit(entries: Sequence[Entry], names: Sequence[str], look: Look, width: float, height: float) -> Layout:
    """Everything if it fits, else as many regions and indicators as can be read."""
    if look.narrow:
        return _blocks(len(entries), len(names), width, height, look.size.base)
    first = width * NAME
    texts = [cell.text for entry in entries for cell in entry.cells.values() if not cell.missing]
    widest = max((measure.longest(name, 1, bold=True) for name in names), default=0)
    longest = max((measure.width(text, VALUE, bold=True) for text in texts), default=0)
    need = max(widest, min(longest, WIDEST)) * 1.05 + 1
    for step in STEPS:
        size = look.size.type(step)
        regions = min(len(names), max(int((width - first) / (need * size)), 1))
        if regions == len(names):
            break
    shown = min(len(entries), max(int(height / (size * LEAST_GRID) - 0.6), 1))
    line = min(height / (shown + 0.6), size * GRID)
    return Layout(regions, shown, size, first, (width - first) / max(regions, 1), line)


def _blocks(entries: int, regions: int, width: float, height: float, size: float) -> Layout:
    lines = int(height / (size * LEAST_BLOCK))
    shown = min(entries, max(int(lines / (HEAD + min(regions, 2))), 1))
    most = min(regions, max(int(lines / max(shown, 1) - HEAD), 1))
    line = min(height / max(shown * (most + HEAD), 1), size * BLOCK)
    return Layout(most, shown, min(size, line / 1.2), width * NAME, width * (1 - NAME), line)
