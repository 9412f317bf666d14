"""The report: what an outline says on paper, line after line, before any page is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from components.chart import KINDS
from components.contents.telling import paragraph
from components.deck.files import LONGEST_NOTE, words_of
from components.exhibit import Exhibit
from components.export.hwpx import rows
from components.export.hwpx.tables import Grid
from components.labels import clean
from components.outline import Outline, Part, Slide, sources_slides
from components.theme import PRESETS, Size
from components.wording import Words, words

CARD = "fact_card"  # one figure: among others on a page a sentence says it


@dataclass(frozen=True)
class Line:
    """A line of text in one of ``shapes.SHAPES``."""

    shape: str
    text: str


@dataclass(frozen=True)
class Figure:
    """A chart as a picture, with its caption."""

    exhibit: Exhibit
    title: str


@dataclass(frozen=True)
class Listing:
    """The rows of a chart as a table, with its caption, unit and period."""

    grid: Grid
    title: str
    under: str


Block = Line | Figure | Listing


def blocks(outline: Outline, pictured: bool) -> Iterator[Block]:
    """The report in order: whose it is, what it shows chart by chart, and what it rests on."""
    say = words(outline.lang)
    yield from _front(outline)
    if not pictured and any(map(is_drawn, outline.exhibits)):
        yield Line("body", say("report.no_pictures"))
    for slide in outline.slides:
        yield from _slide(slide, outline, pictured, say)
    yield from _items(say("report.sources"), _sources(outline))
    yield from _items(say("report.definitions"), _definitions(outline.exhibits))


def size_of(exhibit: Exhibit) -> Size:
    """The layout of a chart's picture: 150 mm wide, and half as high where it only tells one figure."""
    page = PRESETS["page"]
    return replace(page, height=page.height // 2) if exhibit.chart.kind == CARD else page


def is_drawn(exhibit: Exhibit) -> bool:
    """Whether a chart is a picture on paper: a table stands there as a table."""
    return not KINDS[exhibit.chart.kind].table


def _front(outline: Outline) -> Iterator[Line]:
    """Owner, title, subtitle, and which state of the data this is."""
    subtitle = outline.subtitle or next((s.subtitle for s in outline.slides if _is_whole(s, outline)), "")
    lines = {
        "owner": clean(outline.brand.name),
        "title": outline.title,
        "subtitle": subtitle,
        "imprint": outline.mark,
    }
    yield from (Line(shape, text) for shape, text in lines.items() if text)


def _is_whole(slide: Slide, outline: Outline) -> bool:
    """Whether a slide is what the whole report is about, so that its title stands on top already."""
    return slide is outline.slides[0] and slide.title == outline.title


def _slide(slide: Slide, outline: Outline, pictured: bool, say: Words) -> Iterator[Block]:
    if slide.role in ("title", "sources"):
        return
    if slide.role == "section":
        yield Line("heading1", slide.title)
        return
    if not _is_whole(slide, outline):
        repeated = slide.role == "spread" and slide.title == outline.title
        yield Line("heading2", (repeated and slide.subtitle) or slide.title)
    many = len(slide.parts) > 1
    for part in slide.parts:
        yield from _part(part, slide, pictured, many, say)
    yield from (Line("source", text) for text in slide.foot if many and text)


def _part(part: Part, slide: Slide, pictured: bool, many: bool, say: Words) -> Iterator[Block]:
    """One thing of a slide: its heading, its sentences, its chart."""
    if part.heading:
        yield Line("heading3", part.heading)
    yield from (Line("bullet", line) for line in part.lines if line)
    exhibit = part.exhibit
    if exhibit is None:
        return
    told = " ".join(paragraph(exhibit))
    if many and exhibit.chart.kind == CARD:
        yield Line("bullet", told)
        return
    if many and not part.heading:
        yield Line("heading3", exhibit.heading.title)
    yield Line("body", told)
    yield from (Line("body", line) for line in _note(slide))
    yield from _shown(exhibit, pictured, say)


def _note(slide: Slide) -> list[str]:
    """The presenter's own words, a paragraph a line."""
    return [line for line in words_of(slide.note, LONGEST_NOTE).split("\n") if line.strip()]


def _shown(exhibit: Exhibit, pictured: bool, say: Words) -> Iterator[Block]:
    """The chart as a picture, its rows as a table, and where they come from."""
    heading = exhibit.heading
    if pictured and is_drawn(exhibit):
        yield Figure(exhibit, heading.title)
    grid = rows.grid(exhibit)
    if len(grid.frame):
        yield Listing(grid, heading.title, heading.subtitle)
    yield from (Line("source", text) for text in heading.foot if text)


def _items(heading: str, texts: Iterable[str]) -> Iterator[Line]:
    """A list under a heading of its own; nothing where it is empty."""
    found = list(dict.fromkeys(filter(None, texts)))
    if found:
        yield Line("heading1", heading)
    yield from (Line("bullet", text) for text in found)


def _sources(outline: Outline) -> list[str]:
    """The documents behind every chart."""
    slides = sources_slides(outline.exhibits, outline.lang)
    return [line for slide in slides for part in slide.parts for line in part.lines]


def _definitions(exhibits: Iterable[Exhibit]) -> list[str]:
    """What each indicator counts, and what must not be read into it."""
    return [text for exhibit in exhibits for text in exhibit.definitions]
