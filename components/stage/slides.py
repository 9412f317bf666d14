"""What stands on each slide, as data: lines, figures, tables, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from components import qr
from components.cells import is_numeric
from components.chart import KINDS
from components.exhibit import Exhibit
from components.labels import clean
from components.layouts import table as tables
from components.mapping.painting import Shapes
from components.outline import Outline, Part, Slide
from components.stage.frame import GAP, INNER, LABEL, LEADING, TEXT, TITLE, Box, frame, lines, opening
from components.theme import Look, Size
from datasets.view import View

BASE, SMALL_BASE = 30, 28  # type sizes of figures; of those that share a slide
PAD = 0.2
HEADING, SUBTITLE = 34, 28
CODE = 300  # width of a code on a slide
OPENING = ("title", "section")
LARGEST_TEXT = (36, 32, 30, 28, 26, LABEL)
LINE = 1  # below each row of a table
ABOVE = 14  # tables and sentences stand this much lower than charts, which begin with a line of their own
BETWEEN = 0.6  # lines, between two paragraphs


@dataclass(frozen=True)
class Drawing:
    """What every slide of a deck needs to know."""

    outline: Outline
    look: Look
    themes: tuple[str, ...]
    shapes: Callable[[View], Shapes]
    public_url: str

    def code(self, link: str) -> dict[str, Any] | None:
        """The code of a page of the dashboard with its address; none where nobody can reach it."""
        address = qr.address(self.public_url, link) if link else ""
        if not address:
            return None
        path, size = qr.qr(address)
        return {"path": path, "size": size, "address": address}


def slide(given: Slide, number: int, drawing: Drawing) -> dict[str, Any]:
    """One slide: its texts, its parts with their places, what is said aloud, and the code of its address."""
    title, subtitle, opens = clean(given.title), clean(given.subtitle), given.role in OPENING
    laid = frame(title, given.foot)
    size, heads = opening(title) if opens else (TITLE, laid.title)
    code, corner = _code(given, number, drawing)
    body = laid.body.beside(CODE) if corner and not opens else laid.body
    return {
        "role": given.role,
        "title": title,
        "heads": list(heads),
        "headSize": size,
        "subtitle": subtitle if opens else "",
        "foot": list(laid.foot),
        "parts": list(_body(given, subtitle, body, drawing)),
        "note": [line for each in given.note.split("\n") if (line := clean(each))],
        "spoken": list(given.spoken[len([line for line in given.note.split("\n") if line]) :]),
        "qr": code,
        "corner": corner,
    }


def _code(given: Slide, number: int, drawing: Drawing) -> tuple[dict[str, Any] | None, bool]:
    """The code of a slide's own page, of the whole deck on its first and its last; and whether it stands on the slide."""
    last = number + 1 == len(drawing.outline.slides) and given.role == "sources"
    whole = drawing.code(drawing.outline.link) if number == 0 or last else None
    return drawing.code(given.link) or whole, whole is not None and (last or given.role in OPENING)


def _body(given: Slide, subtitle: str, body: Box, drawing: Drawing) -> Iterator[dict[str, Any]]:
    """The parts of a slide, under the subtitle of one that shows several; a chart writes its own."""
    if given.role == "spread" and subtitle:
        told = lines(subtitle, body.width, SUBTITLE, most=2)
        yield _heading("subtitle", told, SUBTITLE, body)
        body = body.below(len(told) * SUBTITLE * LEADING + GAP / 2)
    for part in given.parts:
        yield from _parts(part, given.role, body, drawing)


def _heading(kind: str, told: tuple[str, ...], size: float, box: Box) -> dict[str, Any]:
    place = Box(box.left, box.top, box.width, len(told) * size * LEADING)
    return {"kind": kind, "box": place.json(), "lines": list(told), "size": size}


def _parts(part: Part, role: str, body: Box, drawing: Drawing) -> Iterator[dict[str, Any]]:
    """A heading, and below it the chart, the table or the sentences of a part."""
    box, heading = body.part(part.box), clean(part.heading)
    if part.exhibit and role == "spread":
        heading = heading or part.exhibit.heading.title
    if heading:
        told = lines(heading, box.width, HEADING, most=2, bold=True)
        yield _heading("heading", told, HEADING, box)
        box = box.below(len(told) * HEADING * LEADING + 8)
    if part.exhibit and KINDS[part.exhibit.chart.kind].table:
        yield _table(part.exhibit, box.below(ABOVE), drawing)
    elif part.exhibit:
        yield _figure(part.exhibit, box, drawing)
    if part.lines:
        yield _text(part.lines, box.below(ABOVE))


def _figure(exhibit: Exhibit, box: Box, drawing: Drawing) -> dict[str, Any]:
    """A chart, laid out for its box in every theme; its own margin stands outside the box, so that edges meet."""
    base = BASE if box.width > INNER * 0.8 else SMALL_BASE
    pad = PAD * base
    size = Size(round(box.width + 2 * pad), round(box.height), base=base, pad=PAD, least=LABEL)
    place = Box(box.left - pad, box.top, size.width, size.height)
    return {
        "kind": "figure",
        "box": place.json(),
        "alt": exhibit.alt,
        "figures": {theme: _drawn(exhibit, _look(drawing, theme, size), drawing) for theme in drawing.themes},
    }


def _look(drawing: Drawing, theme: str, size: Size) -> Look:
    """Title and sources are texts of the slide, and no part of its picture."""
    return Look(drawing.outline.lang, theme, size, titled=False, sourced=False)


def _drawn(exhibit: Exhibit, look: Look, drawing: Drawing) -> str:
    """The figure as text: its typed arrays stay compact."""
    chart, material = exhibit.chart, exhibit.material
    mapped = material if KINDS[chart.kind].shapes and isinstance(material, View) else None
    return chart.figure(material, look, drawing.shapes(mapped) if mapped is not None else None).to_json()


def _table(exhibit: Exhibit, box: Box, drawing: Drawing) -> dict[str, Any]:
    """A real table, fitted like the one in files: columns and rows without room are named and counted below."""
    look = _look(
        drawing, drawing.themes[0], Size(round(box.width), round(box.height), base=BASE, least=LABEL)
    )
    laid = tables.fit(exhibit.cells, look, box.width, box.height)
    return {
        "kind": "table",
        "box": box.json(),
        "alt": exhibit.alt,
        "size": laid.size,
        "widths": [round(width, 1) for width in laid.widths],
        "pad": round(tables.pad(laid.size), 1),
        "air": round(laid.air + laid.size * 0.5 - LINE, 1),
        "leading": tables.LEADING,
        "numeric": [is_numeric(column, drawing.outline.lang) for column in laid.frame.columns],
        "header": [list(cell) for cell in laid.heads],
        "rows": [[list(cell) for cell in row] for row in laid.lines],
        "notes": tables.notes_of(laid, look, box.width),
    }


def _text(texts: tuple[str, ...], box: Box) -> dict[str, Any]:
    """Sentences at the largest type that holds them; at the smallest, long ones end in ``…``."""
    for size in LARGEST_TEXT:
        told = [lines(text, box.width, size, most=9) for text in texts]
        if _height(told, size) <= box.height:
            break
    else:
        size = LABEL
        most = max(int(box.height / (size * LEADING * 1.1) / max(len(texts), 1) - BETWEEN), 1)
        told = [lines(text, box.width, size, most=most) for text in texts]
    return {
        "kind": "lines",
        "box": box.json(),
        "size": min(size, TEXT) if len(texts) > 3 else size,
        "lines": [list(each) for each in told],
    }


def _height(told: list[tuple[str, ...]], size: float) -> float:
    return sum(len(each) + BETWEEN for each in told) * size * LEADING * 1.1
