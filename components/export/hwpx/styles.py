"""The styles of the report inside a document: fonts, shapes of letters and lines, borders, all with an id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hwpx import HwpxDocument

from components.export.hwpx.shapes import HEAD, POINT, SHAPES, TEXT, Shape
from components.theme import Palette, palette

LANGUAGE = {"ko": 1042, "en": 1033}
KEPT_WORDS = "1"  # the template's line shape whose lines break between words
PLAIN = "0"
HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
THICK, THIN = "0.4 mm", "0.12 mm"


@dataclass(frozen=True)
class Worn:
    """The ids a paragraph refers to: its style, the shape of its lines, the shape of its letters."""

    style: str
    line: str
    letters: str


class Styles:
    """Every style of the report, made once in a new document."""

    def __init__(self, document: HwpxDocument, lang: str) -> None:
        self._document, self._header = document, document.parts.headers[0]
        self._lang, self._palette = lang, palette("print")
        self._cells: dict[tuple[float, bool, str], str] = {}
        for font in (TEXT, HEAD):
            document.styles.ensure_font(font)
        self._unnumbered()
        self._bullet = self._itemised()
        self.edges = self._borders()
        self.worn: Mapping[str, Worn] = {key: self._wear(shape) for key, shape in SHAPES.items()}

    def cell(self, points: float, bold: bool, colour: str) -> str:
        """The id of the letters in a table cell, which come in the size the table needs."""
        key = (points, bold, colour)
        if key not in self._cells:
            self._cells[key] = self._letters(Shape("", "", points, bold=bold, colour=colour))
        return self._cells[key]

    def _wear(self, shape: Shape) -> Worn:
        line, letters = self._line(shape), self._letters(shape)
        style = self._header.ensure_style(
            shape.name,
            style_type="PARA",
            eng_name=shape.english,
            para_pr_id_ref=line,
            char_pr_id_ref=letters,
            lang_id=LANGUAGE.get(self._lang, LANGUAGE["en"]),
            lock_form=False,
        )
        self._header.ensure_style(shape.name, next_style_id_ref=style)
        return Worn(style, line, letters)

    def _letters(self, shape: Shape) -> str:
        return self._document.styles.ensure_run(
            font=shape.font,
            size=shape.size,
            bold=shape.bold,
            color=_colour(self._palette, shape.colour),
            base_char_pr_id=PLAIN,
        )

    def _line(self, shape: Shape) -> str:
        """The shape of lines: air, alignment, level in the outline, what stays together."""
        base = self._bullet if shape.bullet else KEPT_WORDS
        rule = {"borderFillIDRef": self.edges["rule"], "offsetBottom": "300"} if shape.ruled else None
        return self._header.ensure_paragraph_format(
            base_para_pr_id=base,
            alignment=shape.align,
            line_spacing_percent=shape.leading,
            margins={
                "intent": 0,
                "left": round(shape.left * POINT),
                "right": 0,
                "prev": round(shape.before * POINT),
                "next": round(shape.after * POINT),
            },
            heading=_heading(shape),
            border=rule,
            break_setting={"keep_with_next": shape.kept, "widow_orphan": True, "keep_lines": shape.kept},
        )

    def _borders(self) -> dict[str, str]:
        """Edges and grounds of cells by name, and the line under a heading."""
        p = self._palette
        strong, faint = (p.text, THICK), (p.border, THIN)
        return {
            "rule": self._border(faint, ["bottom"]),
            "head": self._border(strong, ["top", "bottom"], p.plain),
            "row": self._border(faint, ["bottom"]),
            "last": self._border(strong, ["bottom"]),
        }

    def _border(self, line: tuple[str, str], sides: list[str], ground: str | None = None) -> str:
        colour, width = line
        return self._document.styles.ensure_border_fill(
            border_color=colour, border_width=width, active_borders=sides, fill_color=ground
        )

    def _itemised(self) -> str:
        """The shape of lines with a bullet; its definition stands where the schema wants it."""
        shape = self._document.styles.ensure_numbering(kind="bullet", levels=[{"char": "•"}])[0]
        parts = next(self._header.element.iter(f"{HH}refList"))
        listed, bullets = (next(parts.iter(HH + tag)) for tag in ("numberings", "bullets"))
        parts.remove(bullets)
        parts.insert(list(parts).index(listed) + 1, bullets)
        return shape

    def _unnumbered(self) -> None:
        """Headings without numbers: presenters number their titles themselves, and what is pasted stays as it is."""
        for head in self._header.element.iter(f"{HH}paraHead"):
            head.text = None
            head.attrib.update({"useInstWidth": "0", "autoIndent": "0", "textOffset": "0"})
        self._header.mark_dirty()


def _heading(shape: Shape) -> dict[str, Any] | None:
    if shape.bullet:
        return None  # what it is based on has it
    if not shape.level:
        return {"type": "NONE", "idRef": "0", "level": "0"}
    return {"type": "OUTLINE", "idRef": "0", "level": str(shape.level - 1)}


def _colour(colours: Palette, name: str) -> str:
    return str(getattr(colours, name)).upper()
