"""The paper: pages with real text in our own typeface, tagged for screen readers, and places kept free for charts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fpdf import FPDF

from components import fonts
from components.exhibit import Exhibit
from components.export.pdf.letters import drawable
from components.export.pdf.logo import picture_of
from components.outline import Outline
from components.theme import Look, Size
from components.wording import words

FAMILY, LEADING = "readiness", 1.42
LINK = re.compile(r"https?://[^\s<>\"]+")
PIXEL = 0.75  # points: what a pixel of a chart measures in the PDF a browser prints


@dataclass(frozen=True)
class Format:
    """A kind of paper, in points: its size, its margin, its type sizes, and what a pixel of a chart's layout takes."""

    width: float
    height: float
    margin: float
    title: float
    heading: float
    body: float
    small: float
    pixel: float

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin


SCREEN = Format(960, 540, 48, title=26, heading=15, body=13, small=10, pixel=1)
A4 = Format(595.28, 841.89, 54, title=22, heading=13, body=9.5, small=7.5, pixel=0.75)


@dataclass(frozen=True)
class Box:
    """A place on a page: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def part(self, share: tuple[float, float, float, float]) -> Box:
        """The place that shares of this one make."""
        left, top, wide, high = share
        return Box(
            self.x + left * self.width, self.y + top * self.height, wide * self.width, high * self.height
        )

    def below(self, y: float) -> Box:
        """What is left of the place from there down."""
        return Box(self.x, y, self.width, max(0.0, self.bottom - y))

    def within(self, edge: float) -> Box:
        return Box(self.x + edge, self.y + edge, self.width - 2 * edge, self.height - 2 * edge)


@dataclass(frozen=True)
class Placed:
    """A chart that is to be set in: by which name the page calls it, what it is, and how it is drawn."""

    name: str
    exhibit: Exhibit
    look: Look


class Paper(FPDF):
    """A document being written. ``pictured`` says whether charts are pictures, or tables for want of a browser."""

    def __init__(self, format: Format, outline: Outline, look: Look, pictured: bool, folder: Path) -> None:
        super().__init__(unit="pt", format=(format.width, format.height))
        self.kind, self.outline, self.look, self.pictured = format, outline, look, pictured
        self.colours, self.say = look.palette, words(outline.lang)
        self.placed: list[Placed] = []
        self._logo = picture_of(outline.brand.logo or look.brand.logo)
        self.set_auto_page_break(False)
        for weight, style in ((400, ""), (700, "B")):
            file = folder / f"{weight}.ttf"
            file.write_bytes(fonts.truetype(weight))
            self.add_font(FAMILY, style, file)
        self._describe()

    def _describe(self) -> None:
        """Title, language and author for programs and screen readers; nothing about the machine."""
        outline, product = self.outline, self.say("product.name")
        self.set_title(drawable(outline.title))
        self.set_lang({"ko": "ko-KR", "en": "en-GB"}.get(outline.lang, outline.lang))
        self.set_author(drawable(outline.brand.name) or product)
        self.set_subject(drawable(outline.subtitle or outline.mark))
        self.set_creator(product)
        self.set_producer(product)
        self.set_creation_date(datetime.fromisoformat(outline.edition.as_of).replace(tzinfo=UTC))

    # ---- pages ---------------------------------------------------------------------------------------------------

    def leaf(self, bookmark: str = "", level: int = 0) -> None:
        """A new page, under a name in the list of bookmarks."""
        self.add_page()
        if self.colours.surface != "#ffffff":
            self.fill(Box(0, 0, self.kind.width, self.kind.height), self.colours.surface)
        if bookmark:
            self.bookmark(bookmark, level)

    def bookmark(self, name: str, level: int = 0, y: float = 0) -> None:
        """A line in the list of bookmarks that leads to this page."""
        self.set_y(y)
        self.start_section(drawable(name) or "–", level, strict=False)

    @contextmanager
    def tagged(self, kind: str, alt: str = "") -> Iterator[None]:
        """What is drawn inside is a heading (H1, H2), a paragraph (P) or a figure with its alternative text."""
        mcid = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=f"/{kind}", mcid=mcid, alt_text=drawable(alt) or None)
        self._out(f"/{kind} <</MCID {mcid}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def furniture(self) -> Iterator[None]:
        """What is drawn inside means nothing to somebody who listens."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")

    # ---- words ---------------------------------------------------------------------------------------------------

    def type(self, size: float, bold: bool = False) -> None:
        self.set_font(FAMILY, "B" if bold else "", size)

    def legible(self, text: object) -> str:
        """A text in letters our font has."""
        return drawable(text)

    def wrap(self, text: object, width: float, size: float, bold: bool = False, most: int = 99) -> list[str]:
        """The text in lines no wider than the room; the last of ``most`` ends in ``…``."""
        self.type(size, bold)
        lines, used, gap = [""], 0.0, self.get_string_width(" ")
        for word in drawable(text).split():
            wide = self.get_string_width(word)  # our letters have their widths whatever stands beside them
            if lines[-1] and used + gap + wide <= width:
                lines[-1], used = f"{lines[-1]} {word}", used + gap + wide
            else:
                lines += [word] if wide <= width else self._pieces(word, width)
                used = wide if wide <= width else self.get_string_width(lines[-1])
        lines = [line for line in lines if line]
        if len(lines) <= most:
            return lines
        return [*lines[: most - 1], self.cut(" ".join(lines[most - 1 :]), width)]

    def _pieces(self, word: str, width: float) -> list[str]:
        """A word wider than the room in pieces that fit."""
        pieces, used = [""], 0.0
        for sign in word:
            wide = self.get_string_width(sign)
            if pieces[-1] and used + wide > width:
                pieces.append("")
                used = 0.0
            pieces[-1] += sign
            used += wide
        return pieces

    def cut(self, line: str, width: float) -> str:
        """As much of a line as fits, in the type that is set."""
        if self.get_string_width(line) <= width:
            return line
        kept = bisect_right(range(len(line)), width, key=lambda n: self.get_string_width(line[:n] + "…")) - 1
        return line[: max(kept, 0)].rstrip(" ·,") + "…"

    def high(self, lines: Sequence[str], size: float) -> float:
        return len(lines) * size * LEADING

    def write_lines(
        self, lines: Sequence[str], x: float, y: float, size: float, *, bold: bool = False, colour: str = "", tag: str = "P"
    ) -> float:  # fmt: skip
        """The lines from there down, as one heading or paragraph. Returns where they end."""
        if not lines:
            return y
        with self.tagged(tag):
            self.type(size, bold)
            self.set_text_color(colour or self.colours.text)
            for row, line in enumerate(lines):
                self.text(x, y + row * size * LEADING + size * 1.02, line)
        return y + self.high(lines, size)

    def right(self, text: str, x: float, y: float, size: float, colour: str = "") -> None:
        """A short text that ends at ``x``."""
        self.type(size)
        self.set_text_color(colour or self.colours.muted)
        self.text(x - self.get_string_width(text), y + size * 1.02, text)

    def linked(self, text: str, x: float, y: float, width: float, size: float, most: int = 2) -> float:
        """A paragraph whose web address, if it has one, can be pressed. Other addresses stay plain text."""
        found = LINK.search(drawable(text))
        told = drawable(text).replace(found[0], "").strip(" ·") if found else text
        y = self.write_lines(self.wrap(told, width, size, most=most), x, y, size)
        if not found:
            return y
        self.type(size * 0.9)
        line = self.cut(found[0], width)
        self.link(x, y, self.get_string_width(line), size * 0.9 * LEADING, found[0])
        return self.write_lines([line], x, y, size * 0.9, colour=self.colours.link)

    # ---- shapes and pictures -------------------------------------------------------------------------------------

    def fill(self, box: Box, colour: str) -> None:
        with self.furniture():
            self.set_fill_color(colour)
            self.rect(box.x, box.y, box.width, box.height, style="F")

    def rule(self, x: float, y: float, width: float, colour: str = "", weight: float = 0.6) -> None:
        self.fill(Box(x, y, width, weight), colour or self.colours.border)

    def logo(self, right: float, bottom: float, high: float) -> float:
        """The organisation's logo, its lower right corner there. Returns the width it took."""
        if not self._logo:
            return 0
        wide = min(high * self._logo.aspect, self.kind.width / 5)
        high = wide / self._logo.aspect
        name = drawable(self.outline.brand.name) or "logo"
        self.image(self._logo.file, right - wide, bottom - high, wide, high, alt_text=name)
        return wide

    def chart(self, exhibit: Exhibit, box: Box, **how: Any) -> None:
        """Keeps a place for a chart; ``how`` changes the look it is drawn with."""
        name, pixel = f"Chart{len(self.placed)}", self.kind.pixel
        size = Size(round(box.width / pixel), round(box.height / pixel), _base(box.width / pixel), pad=0)
        look = replace(self.look, size=size, titled=False, sourced=False, clear=False)
        self.placed.append(Placed(name, exhibit, replace(look, **how)))
        scale_x, scale_y = box.width / size.width / PIXEL, box.height / size.height / PIXEL
        with self.tagged("Figure", exhibit.alt):
            place = f"{scale_x:.5f} 0 0 {scale_y:.5f} {box.x:.2f} {self.kind.height - box.bottom:.2f}"
            self._out(f"q {place} cm /{name} Do Q")


def _base(width: float) -> float:
    """The type size of a chart as wide as that: what the presets have at their widths, and between."""
    return round(min(15.0, max(10.5, 11.5 + (width - 567) * 3.5 / (960 - 567))), 1)
