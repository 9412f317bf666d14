"""Boxes on a slide, in points; files want them in EMU."""

from __future__ import annotations

from dataclasses import dataclass

POINT = 12700  # EMU


@dataclass(frozen=True)
class Box:
    """A rectangle: its upper left corner, width and height, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width and height as files write them."""
        return (
            round(self.left * POINT),
            round(self.top * POINT),
            max(round(self.width * POINT), 1),
            max(round(self.height * POINT), 1),
        )

    def part(self, share: tuple[float, float, float, float], gap: float = 0) -> Box:
        """The part of this box that shares (left, top, width, height) name, half a gap away from its neighbours."""
        left, top, wide, high = share
        before, above = gap / 2 * (left > 0.01), gap / 2 * (top > 0.01)
        after, below = gap / 2 * (left + wide < 0.99), gap / 2 * (top + high < 0.99)
        return Box(
            self.left + left * self.width + before,
            self.top + top * self.height + above,
            wide * self.width - before - after,
            high * self.height - above - below,
        )

    def below(self, height: float) -> Box:
        """What is left under the uppermost points."""
        return Box(self.left, self.top + height, self.width, max(self.height - height, 1))

    def above(self, height: float) -> Box:
        """What is left over the lowest points."""
        return Box(self.left, self.top, self.width, max(self.height - height, 1))

    def head(self, height: float) -> Box:
        """The uppermost points."""
        return Box(self.left, self.top, self.width, height)

    def foot(self, height: float) -> Box:
        """The lowest points."""
        return Box(self.left, self.bottom - height, self.width, height)
