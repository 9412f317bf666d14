"""How each kind of line in the report is set, as data: size, type, colour, air, and what 한글 calls it."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, HEAD = "함초롬바탕", "맑은 고딕"  # both are on every machine with 한글, the second with Windows
WIDTH = 42520  # 150 mm: 7,200 units an inch
POINT = 100


@dataclass(frozen=True)
class Shape:
    """One kind of line. ``name`` is the style people find it by; sizes and distances are in points.

    ``colour`` names a colour of the palette. ``level`` is the level in the outline; a ``kept`` line stays with the
    next one; ``ruled`` has a line below.
    """

    name: str
    english: str
    size: float
    font: str = HEAD
    bold: bool = False
    colour: str = "text"
    align: str = "LEFT"
    before: float = 0
    after: float = 0
    leading: int = 150
    left: float = 0  # before the bullet of an item, whose further lines 한글 sets below its words
    level: int = 0
    kept: bool = False
    ruled: bool = False
    bullet: bool = False


SHAPES: dict[str, Shape] = {
    "owner": Shape("보고서 기관", "Report Owner", 11, bold=True, colour="muted", after=4, kept=True),
    "title": Shape("보고서 제목", "Report Title", 22, bold=True, after=4, leading=130, kept=True),
    "subtitle": Shape("보고서 부제", "Report Subtitle", 12, colour="muted", after=4, kept=True),
    "imprint": Shape("보고서 표시", "Report Imprint", 9, colour="muted", after=10, ruled=True),
    "heading1": Shape("개요 1", "Outline 1", 16, bold=True, colour="link", before=22, after=6, leading=130, level=1, kept=True, ruled=True),
    "heading2": Shape("개요 2", "Outline 2", 13, bold=True, before=18, after=4, leading=135, level=2, kept=True),
    "heading3": Shape("개요 3", "Outline 3", 11, bold=True, colour="link", before=10, after=3, leading=140, level=3, kept=True),
    "body": Shape("본문", "Body", 10.5, TEXT, align="JUSTIFY", after=5, leading=165),
    "bullet": Shape("보고서 항목", "Report Item", 10, TEXT, after=3, leading=150, left=6, bullet=True),
    "figure": Shape("그림 제목", "Figure Caption", 9.5, bold=True, align="CENTER", after=6, leading=140),
    "table": Shape("표 제목", "Table Caption", 9.5, bold=True, before=6, after=2, leading=140, kept=True),
    "source": Shape("보고서 출처", "Report Source", 8.5, colour="muted", before=3, after=2, leading=140),
    "picture": Shape("그림", "Figure", 10, align="CENTER", before=4, after=2, leading=100, kept=True),
    "under": Shape("표 단위", "Table Unit", 8.5, colour="muted", after=1, leading=130, kept=True),
    "listing": Shape("표", "Table", 10, after=2, leading=100),
    "footer": Shape("쪽 표시", "Page Footer", 8.5, colour="muted", align="CENTER", leading=130),
    "left": Shape("표 글", "Table Text", 8.5, leading=125),
    "right": Shape("표 수", "Table Figure", 8.5, align="RIGHT", leading=125),
}  # fmt: skip
CELLS = ("left", "right")
