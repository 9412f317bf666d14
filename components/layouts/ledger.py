"""Layout of a ledger: regions with their values in as few columns and as large a type as the room allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from components import measure
from components.board import LEADING
from components.contents.ledger import Ledger
from components.theme import Look

STEPS = (1.3, 1.0, 0.93, 0.87, 0.8, 0.75)  # type sizes tried, largest first; the first only for a few regions
FEW = 6  # regions that may stand in the largest type
LINE, AIRY = 1.5, 2.2  # height of a region in type sizes: at least and at most


@dataclass(frozen=True)
class Table:
    """Blocks of regions beside each other: how many, how many regions each, and the widths of names and values."""

    size: float
    blocks: int
    per: int
    name: float
    values: tuple[float, ...]
    heads: tuple[tuple[str, ...], ...]
    width: float
    step: float

    @property
    def block(self) -> float:
        """Width of one block with the gap behind it."""
        return self.width / self.blocks

    @property
    def head(self) -> float:
        """Height of the titles above the values."""
        return (
            max((len(lines) for lines in self.heads), default=0) * self.size * 0.8 * LEADING + self.size * 0.5
        )

    @property
    def room(self) -> int:
        """How many regions it holds."""
        return self.blocks * self.per


def table_of(ledger: Ledger, look: Look, width: float, height: float) -> Table:
    """The largest type and the fewest blocks that hold every region, else as many as there is room for."""
    tried = [_table(ledger, size, blocks, width, height) for size, blocks in _tries(ledger, look, width)]
    many = len(ledger.entries)
    return next((table for table in tried if table.room >= many), None) or max(
        tried, key=lambda table: table.room
    )


def _tries(ledger: Ledger, look: Look, width: float) -> Iterator[tuple[float, int]]:
    """Type sizes and numbers of blocks to try, in turn."""
    for step in STEPS if len(ledger.entries) <= FEW else STEPS[1:]:
        size = look.size.type(step)
        wide = sum(_widths(ledger, size)) + size * 2
        yield from ((size, blocks) for blocks in range(1, max(int(width / wide), 1) + 1))


def _widths(ledger: Ledger, size: float) -> list[float]:
    """What names and the values of each indicator take with the gap behind them; titles may wrap in it."""
    names = max((measure.width(entry.name, size, bold=True) for entry in ledger.entries), default=0)
    found = [names + size]
    for column, head in enumerate(ledger.heads):
        texts = [measure.width(entry.texts[column], size, bold=True) for entry in ledger.entries]
        least = max(measure.longest(head, size * 0.8), min(measure.width(head, size * 0.8) * 0.6, size * 9))
        found.append(max([least, *texts]) + size)
    return found


def _table(ledger: Ledger, size: float, blocks: int, width: float, height: float) -> Table:
    name, values = _shared(ledger, size, width / blocks)
    heads = tuple(
        tuple(measure.wrap(head, value - size * 0.8, size * 0.8, most=4))
        for head, value in zip(ledger.heads, values, strict=True)
    )
    table = Table(size, blocks, 0, name, values, heads, width, size * LINE)
    room, many = height - table.head, len(ledger.entries)
    fits = max(int(room / table.step), 0)
    if fits * blocks < many:  # the rest is counted on a line of its own
        return replace(table, per=max(int(room / table.step - 1), 1))
    per = -(-many // blocks)
    return replace(table, per=per, step=min(room / max(per, 1), size * AIRY))


def _shared(ledger: Ledger, size: float, width: float) -> tuple[float, tuple[float, ...]]:
    """Widths of names and values in a block: what is left goes to the values, what lacks is taken from them."""
    name, *values = _widths(ledger, size)
    spare = width - name - sum(values)
    if spare < 0:
        return name, tuple(max(value + spare / len(values), size * 4) for value in values)
    return name, tuple(value + min(spare / (len(values) + 1), size * 4) for value in values)
