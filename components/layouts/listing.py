"""Layout of a listing: values without a scale, in columns that fill the height at a comfortable size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import measure
from components.contents.bars import Bar, Gap, cut
from components.theme import Look

LARGEST = 0.87  # type size relative to the base
ROW, AIRY, TALLEST = 1.4, 2.1, 3.4  # height of a row in type sizes: the least, what is comfortable, the most


@dataclass(frozen=True)
class Listing:
    """Values without a scale, in columns: the rows, type size, height of a row, width of a column, and of its names."""

    rows: tuple[Bar | Gap, ...]
    size: float
    step: float
    wide: float
    name: float
    down: int

    def place(self, row: int) -> tuple[float, float]:
        """The left edge and the middle of a row."""
        return row // self.down * self.wide, (row % self.down + 0.5) * self.step

    @property
    def left_out(self) -> int:
        return sum(row.n for row in self.rows if isinstance(row, Gap))


def fit(bars: Sequence[Bar], look: Look, width: float, height: float) -> Listing:
    """As few columns as hold all rows at a comfortable size, else the first, the lit and the last rows."""
    size = look.size.type(LARGEST)
    name = min(_widest([bar.name for bar in bars], size) * 1.03 + size * 1.2, width * 0.55)
    need = name + _widest([bar.text for bar in bars], size) * 1.03 + size * 2
    across = max(int(width / need), 1)
    columns = next((n for n in range(1, across) if -(-len(bars) // n) * size * AIRY <= height), across)
    most = columns * max(int(height / (size * ROW)), 1)
    rows = cut(list(bars), most)
    down = -(-len(rows) // columns) or 1
    step = min(height / down, size * TALLEST)
    return Listing(tuple(rows), size, step, min(width / columns, need * 1.6), name, down)


def _widest(texts: Sequence[str], size: float) -> float:
    return max((measure.width(text, size, bold=True) for text in texts), default=0)
