"""The first sheet: what the file holds, where to find it, and every chart that Excel can draw in a tidy grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from components.export.xlsx import tables
from components.export.xlsx.book import Book
from components.export.xlsx.data import Card, span
from components.export.xlsx.entries import STAND_IN
from components.export.xlsx.plots import draw
from components.export.xlsx.texts import text
from components.natives import BOX
from components.outline import Outline

_WIDTHS = (
    1.5,
    6,
    74,
    1.5,
    50,
    30,
)  # margin; number and title; gap; unit and period, and the way it stands here
_LEFT, _RIGHT = (1, 2), (4, 5)  # the columns of the grid's two halves
_ROW = 22  # pixels of a row
_PIXELS = {column: int(width * 8 + 5) for column, width in enumerate(_WIDTHS)}
_POINT = 4 / 3  # pixels
_PAGE = sum(_PIXELS.values()) * 0.66  # pixels of height that a landscape page holds at this width
_FULL_HIGH, _HIGH, _MOST_HIGH, _BAR, _AROUND = 700, 352, 770, 23, 130


@dataclass(frozen=True)
class _Frame:
    """A place in the grid: the columns it takes, and how high it is in pixels."""

    card: Card
    columns: tuple[int, int]
    high: int


def write(book: Book, sheet: Worksheet, outline: Outline, cards: list[Card]) -> None:
    """Title, list of charts, and the charts themselves."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    at = _list(book, sheet, _title(book, sheet, outline), cards)
    _grid(book, sheet, at, _bands([card for card in cards if card.blocks]))
    sheet.activate()


def _grid(book: Book, sheet: Worksheet, at: int, bands: list[list[_Frame]]) -> None:
    """The charts below each other, as many on a printed page as fit."""
    breaks, left = [], 0.0
    for band in bands:
        feet = _feet(book, band)
        high = _rows(band) * _ROW + feet * _POINT + 2 * _ROW
        if high > left:
            breaks.append(at)
            left = _PAGE
        left -= high
        at = _band(book, sheet, at, band, feet)
    sheet.set_h_pagebreaks(breaks)


def _title(book: Book, sheet: Worksheet, outline: Outline) -> int:
    """What the file is; returns the row of the list."""
    sheet.set_row(0, 34)
    sheet.write_string(0, 1, text(outline.title), book.style("title", font_size=20))
    lines = [outline.subtitle, outline.brand.name, outline.mark]
    lines += [book.say("xlsx.intro"), book.say("sources.rule_index")]
    told = [text(line) for line in lines if line]
    for row, line in enumerate(told, start=1):
        sheet.write_string(row, 1, line, book.style("quiet", text_wrap=False, font_size=10))
    return len(told) + 2


def _list(book: Book, sheet: Worksheet, at: int, cards: list[Card]) -> int:
    """All charts with links to their sheets; returns the first row of the grid."""
    for column, key in ((1, "number"), (2, "chart"), (3, ""), (4, "under"), (5, "shown")):
        sheet.write_string(at, column, book.say(f"xlsx.{key}") if key else "", book.style("header"))
    for row, card in enumerate(cards, start=at + 1):
        _line(book, sheet, row, card)
    return at + len(cards) + 2


def _line(book: Book, sheet: Worksheet, row: int, card: Card) -> None:
    """One chart of the list."""
    told, entry = card.entry.exhibit.heading, card.entry
    title, under, way = text(told.title), text(told.subtitle), book.say(f"xlsx.{entry.way}")
    sheet.set_row(row, tables.height([(title, _WIDTHS[2]), (under, _WIDTHS[4]), (way, _WIDTHS[5])]) + 4)
    cell = book.style("cell", text_wrap=True, valign="vcenter")
    sheet.write_number(row, 1, entry.number, book.style("cell", align="left", valign="vcenter"))
    link = book.style("link", bottom=1, bottom_color="border")
    sheet.write_url(row, 2, f"internal:'{entry.sheet}'!A1", link, title)
    for column, line in ((3, ""), (4, under), (5, way)):
        sheet.write_string(row, column, line, cell)


def _bands(cards: list[Card]) -> list[list[_Frame]]:
    """The charts two by two; one of several plots takes the whole width."""
    bands: list[list[_Frame]] = []
    for card in cards:
        if len(card.blocks) > 1:
            bands.append([_Frame(card, (_LEFT[0], _RIGHT[1]), _FULL_HIGH)])
            continue
        waiting = bands and len(bands[-1]) == 1 and len(bands[-1][0].card.blocks) == 1
        side = _RIGHT if waiting else _LEFT
        frame = _Frame(card, side, _high(card))
        bands[-1].append(frame) if waiting else bands.append([frame])
    return bands


def _high(card: Card) -> int:
    """How high a chart is: bars that lie need room for each."""
    plot = card.blocks[0].plot
    if plot.form not in ("bar", "stacked"):
        return _HIGH
    rows = len(plot.categories) * (1 if plot.form == "stacked" else len(plot.series))
    return max(_HIGH, min(_MOST_HIGH, rows * _BAR + _AROUND))


def _rows(band: list[_Frame]) -> int:
    """How many rows the charts of a band take."""
    return -(-max(frame.high for frame in band) // _ROW)


def _feet(book: Book, band: list[_Frame]) -> float:
    """How high, in points, what stands below the charts of a band is."""
    told = [
        (_foot(book, frame.card), sum(_WIDTHS[frame.columns[0] : frame.columns[1] + 1])) for frame in band
    ]
    return tables.height(told)


def _band(book: Book, sheet: Worksheet, at: int, band: list[_Frame], feet: float) -> int:
    """One or two charts beside each other, the way to their figures above, their coverage and sources below."""
    rows = _rows(band)
    below = at + 1 + rows
    for frame in band:
        (first, last), name = frame.columns, frame.card.entry.sheet
        told = book.say("xlsx.go", sheet=name)
        sheet.write_url(at, first, f"internal:'{name}'!A1", book.style("link", text_wrap=False), told)
        _place(book, sheet, at + 1, frame, rows * _ROW - 6)
        span(sheet, below, first, last, _foot(book, frame.card), book.style("quiet"))
    sheet.set_row(below, feet)
    return below + 2


def _foot(book: Book, card: Card) -> str:
    """What the plot leaves out, coverage and sources, and why there are bars where the dashboard has a map."""
    why = [book.say("xlsx.ranked_why")] if card.entry.way == STAND_IN else []
    notes = dict.fromkeys(note for block in card.blocks for note in block.plot.notes)
    heading = card.entry.shown.heading
    under = [heading.subtitle] if len(card.blocks) > 1 else []  # of one alone it stands in the title
    return "\n".join(filter(None, [*why, *map(text, (*under, *notes, *heading.foot))]))


def _place(book: Book, sheet: Worksheet, row: int, frame: _Frame, high: int) -> None:
    """The plots of a chart in its frame: one fills it, several stand where the chart has them."""
    blocks, heading = frame.card.blocks, frame.card.entry.exhibit.heading
    first, last = frame.columns
    wide = sum(_PIXELS[column] for column in range(first, last + 1))
    alone = len(blocks) == 1
    boxes = [BOX] if alone else [block.plot.box for block in blocks]
    if len(set(boxes)) < len(boxes):
        boxes = _tiles(len(boxes))
    for block, (left, top, width, height) in zip(blocks, boxes, strict=True):
        title = heading.title if alone else block.plot.title or heading.title
        chart = draw(book, block, title, heading.subtitle if alone else "")
        chart.set_size({"width": int(width * wide) - 4, "height": int(height * high) - 4})
        place: dict[str, Any] = {"x_offset": int(left * wide), "y_offset": int(top * high)}
        said = {"description": text(frame.card.entry.exhibit.alt), "object_position": 1}
        sheet.insert_chart(row, first, chart, place | said)


def _tiles(n: int) -> list[tuple[float, float, float, float]]:
    """Places of ``n`` equal tiles, three beside each other."""
    across = min(n, 3)
    down = -(-n // across)
    return [(k % across / across, k // across / down, 1 / across, 1 / down) for k in range(n)]
