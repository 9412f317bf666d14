"""HWPX, the open format of 한글: an outline as a report of headings, paragraphs, pictures and tables."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Protocol

from components.exhibit import Exhibit
from components.export.hwpx import report, tables
from components.export.hwpx.paper import Paper
from components.export.hwpx.report import Figure, Line
from components.outline import Outline
from components.theme import Brand, Look
from components.wording import words

__all__ = ["write"]

MOST_NAMED = 8  # columns that are left out by name; more are counted
AT_ONCE = 2  # pictures asked for at the same time


class Draws(Protocol):
    """What draws pictures: ``components.export.renderer.Renderer``, or another that does the same."""

    def picture(self, figure: object, format: str, width: int, height: int, scale: float = 1) -> bytes: ...


def write(outline: Outline, renderer: Draws | None = None) -> bytes:
    """The report as a file. Without a renderer it has tables only, and says so in its first sentence.

    Raises PictureFailed where the renderer does.
    """
    paper, blocks = Paper(outline), tuple(report.blocks(outline, renderer is not None))
    pictures = _drawn(blocks, renderer, outline.brand) if renderer else {}
    for block in blocks:
        if isinstance(block, Line):
            paper.line(block.shape, block.text)
        elif isinstance(block, Figure):
            exhibit = block.exhibit
            paper.picture(pictures[id(exhibit)], report.size_of(exhibit), block.title, exhibit.alt)
        else:
            _list(paper, block, outline.lang)
    return paper.data()


def _list(paper: Paper, block: report.Listing, lang: str) -> None:
    """A table, and below it what has no room in it."""
    laid, say = tables.laid_out(block.grid, lang), words(lang)
    paper.table(block.grid, laid, block.title, block.under)
    gone = (*block.grid.omitted, *laid.layout.omitted)
    key = "table_chart.omitted" if len(gone) <= MOST_NAMED else "report.omitted"
    omitted = say(key, names=say.list(gone), n=len(gone)) if gone else ""
    for note in filter(None, (block.grid.note, omitted)):
        paper.line("source", note)


def _drawn(blocks: Iterable[report.Block], renderer: Draws, brand: Brand) -> dict[int, bytes]:
    """The pictures of the charts that are figures, by exhibit."""
    exhibits = [block.exhibit for block in blocks if isinstance(block, Figure)]
    with ThreadPoolExecutor(AT_ONCE, "report") as helpers:
        made = helpers.map(lambda exhibit: _picture(exhibit, renderer, brand), exhibits)
        return {id(exhibit): picture for exhibit, picture in zip(exhibits, made, strict=True)}


def _picture(exhibit: Exhibit, renderer: Draws, brand: Brand) -> bytes:
    """150 mm wide at 300 dpi, without the title: that stands above it."""
    size = report.size_of(exhibit)
    figure = partial(exhibit.figure, Look(exhibit.lang, "light", size, titled=False, brand=brand))
    return renderer.picture(figure, "png", size.width, size.height, size.ratio)
