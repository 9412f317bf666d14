"""Labels kept apart: places on a line, moved as little as possible so that none overlaps another."""

from __future__ import annotations

from collections.abc import Sequence


def apart(wanted: Sequence[float], lengths: Sequence[float], low: float, high: float) -> list[float]:
    """Middles for labels of these lengths near the wanted middles, in the same order along the line.

    Labels that would meet move as one block around their common middle (pool adjacent violators). All stay between
    ``low`` and ``high``; when they are longer than that together, they overlap evenly.
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    squeeze = min(1.0, (high - low) / (sum(lengths) or 1))
    blocks: list[tuple[float, float, list[int]]] = []
    for i in order:
        block = (wanted[i], lengths[i] * squeeze, [i])
        while blocks and _end(blocks[-1], low, high) > _start(block, low, high):
            block = _join(blocks.pop(), block, wanted, lengths, squeeze)
        blocks.append(block)
    return _middles(blocks, lengths, squeeze, low, high)


def _start(block: tuple[float, float, list[int]], low: float, high: float) -> float:
    return min(max(block[0] - block[1] / 2, low), max(high - block[1], low))


def _end(block: tuple[float, float, list[int]], low: float, high: float) -> float:
    return _start(block, low, high) + block[1]


def _join(
    a: tuple[float, float, list[int]],
    b: tuple[float, float, list[int]],
    wanted: Sequence[float],
    lengths: Sequence[float],
    squeeze: float,
) -> tuple[float, float, list[int]]:
    """Two blocks as one, where the sum of its members' moves is least squared."""
    members = a[2] + b[2]
    start, moves = 0.0, []
    for i in members:
        moves.append(wanted[i] - (start + lengths[i] * squeeze / 2))
        start += lengths[i] * squeeze
    return sum(moves) / len(moves) + start / 2, start, members


def _middles(
    blocks: list[tuple[float, float, list[int]]],
    lengths: Sequence[float],
    squeeze: float,
    low: float,
    high: float,
) -> list[float]:
    placed: dict[int, float] = {}
    for block in blocks:
        at = _start(block, low, high)
        for i in block[2]:
            placed[i] = at + lengths[i] * squeeze / 2
            at += lengths[i] * squeeze
    return [placed[i] for i in range(len(lengths))]
