"""Grids: boxes for several objects on one sheet."""

from __future__ import annotations

from math import ceil

Box = tuple[float, float, float, float]
GAP = 0.025  # between boxes, as a share
COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4, 9: 3}  # that leave the last row as full as can be
MOST_ACROSS = 4


def boxes(many: int, high: float = 1.0) -> list[Box]:
    """So many equal boxes in rows, in the upper ``high`` of a sheet."""
    across = COLUMNS.get(many, MOST_ACROSS)
    down = ceil(many / across) if many else 1
    width, height = (1 - GAP * (across - 1)) / across, (high - GAP * (down - 1)) / down
    places = [divmod(n, across) for n in range(many)]
    return [(column * (width + GAP), row * (height + GAP), width, height) for row, column in places]
