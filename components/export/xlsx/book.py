"""The workbook itself: fonts, formats, document properties and page set-up, the same on every sheet."""

from __future__ import annotations

import io
from datetime import datetime
from functools import cached_property
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.worksheet import Worksheet

from components.export.xlsx import parts
from components.export.xlsx.texts import text
from components.outline import Outline
from components.theme import palette, token
from components.wording import words

SIZE = 10
_A4, _MARGIN = 9, 0.4  # Excel's number of the paper; inches
_WIDEST = 72  # pixels of a standard column in a workbook whose font is ours
_HEADER = 255  # characters a page's foot may have
_CELL: dict[str, Any] = dict(valign="top", bottom=1, bottom_color="border")
_STYLES: dict[str, dict[str, Any]] = {
    "title": dict(bold=True, font_size=16, valign="vcenter"),
    "heading": dict(bold=True, font_size=12, valign="vcenter"),
    "quiet": dict(font_size=9, font_color="muted", valign="top", text_wrap=True),
    "link": dict(font_color="link", underline=1, valign="vcenter", text_wrap=True),
    "header": dict(
        bold=True, bg_color="header", valign="vcenter", text_wrap=True, bottom=1, bottom_color="others"
    ),
    "cell": _CELL,
    "wrapped": dict(_CELL, text_wrap=True),
    "lit": dict(_CELL, bold=True, font_color="lit_text"),
}


class Book:
    """A workbook in one language that hands out sheets and formats, and at the end its bytes."""

    def __init__(self, outline: Outline) -> None:
        self.lang, self.say = outline.lang, words(outline.lang)
        self.mark = outline.mark
        self.palette = palette("light")
        self._out = io.BytesIO()
        self._formats: dict[tuple[Any, ...], Format] = {}
        self._cells: dict[tuple[str, str, str], Format] = {}
        self._book = _Workbook(self._out, self.lang)
        self._book.set_size(1920, 1080)
        self._book.set_properties(_properties(outline, self.say("product.title")))

    def sheet(self, name: str) -> Worksheet:
        """A new sheet, set up for landscape A4, as wide as the page."""
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, 0.6)
        sheet.set_footer(f"&L&8{self._foot}&R&8&P / &N", {"margin": 0.25})
        return sheet

    def chart(self, form: str, subtype: str = "") -> Any:
        """A new chart that Excel draws."""
        return self._book.add_chart({"type": form, "subtype": subtype} if subtype else {"type": form})

    def style(self, name: str, **more: Any) -> Format:
        """A format by what it is for, with changes; colours may be named by their meaning."""
        key = (name, *more.items())
        if key not in self._formats:
            told = {k: self._colour(v) if "color" in k else v for k, v in {**_STYLES[name], **more}.items()}
            self._formats[key] = self._book.add_format({"font_size": SIZE, "font_color": self._ink, **told})
        return self._formats[key]

    def cell(self, name: str, num_format: str = "", align: str = "") -> Format:
        """The format of a table's cell: asked for so often that it is kept by itself."""
        key = (name, num_format, align)
        if key not in self._cells:
            more = {"num_format": num_format, "align": align, "indent": int(align == "right")}
            more = more if num_format else {}
            self._cells[key] = self.style(name, **more)
        return self._cells[key]

    def close(self) -> bytes:
        """The finished workbook."""
        self._book.close()
        return self._out.getvalue()

    @property
    def _ink(self) -> str:
        return self.palette.text

    def _colour(self, meaning: str) -> str:
        return token("secondary.5") if meaning == "header" else getattr(self.palette, meaning, meaning)

    @cached_property
    def _foot(self) -> str:
        """The mark for the foot of a printed page, where ``&`` begins a code."""
        return text(self.mark).replace("&", "&&")[: _HEADER - 40]


def _properties(outline: Outline, product: str) -> dict[str, Any]:
    """What a file says of itself; the day is that of the data, so that the same data give the same file."""
    whose = text(outline.brand.name) or product
    return dict(
        title=text(outline.title),
        subject=text(outline.subtitle),
        author=whose,
        category=product,
        comments=text(outline.mark),
        created=datetime.fromisoformat(outline.edition.as_of),
    )


class _Workbook(Workbook):
    """A workbook in memory, in our font, in which no text becomes a formula or a link."""

    def __init__(self, out: io.BytesIO, lang: str) -> None:
        options = dict(
            in_memory=True,
            strings_to_formulas=False,
            strings_to_urls=False,
            strings_to_numbers=False,
            default_format_properties={"font_name": parts.FONT, "font_size": 11},
            default_column_width=_WIDEST,
            default_row_height=22,
        )
        super().__init__(out, options)
        self._lang = lang

    def _get_packager(self) -> Packager:
        return _Packager(self._lang)


class _Packager(Packager):
    """Puts the parts of the file together, each finished by ``parts.finished``."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def _create_package(self) -> list[Any]:
        return [self._finished(*part) for part in super()._create_package()]

    def _finished(self, content: Any, name: str, binary: bool) -> tuple[Any, str, bool]:
        told = parts.finished(name, content.getvalue(), self._lang) if not binary else None
        return (content if told is None else io.StringIO(told), name, binary)
