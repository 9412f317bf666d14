"""A report on A4: headings, charts with their sentence and sources, two on a page; a spread takes a page of its own."""

from __future__ import annotations

from collections.abc import Sequence

from components.exhibit import Exhibit
from components.export.pdf.paper import LEADING, Box, Paper
from components.export.pdf.parts import is_drawn, sentence, write_documents, write_parts
from components.export.pdf.tables import whole, write_rows
from components.labels import clean
from components.outline import Slide

TOP, BOTTOM = 50, 56  # to the text
GAP, AIR = 20, 6
LEAST, MOST = 200, 330  # the height of a chart
FEW_ROWS = 120  # a table needs room for some rows, or begins on the next page
SENTENCE, FOOT = 4, 3  # lines


class Flow:
    """Where on which page the report has come to."""

    def __init__(self, paper: Paper) -> None:
        self.paper, self.y, self.inside = paper, 0.0, False
        self.fresh, self.charts = True, 0  # whether the page is empty, and how many charts it has

    @property
    def bottom(self) -> float:
        return self.paper.kind.height - BOTTOM

    @property
    def left(self) -> float:
        return self.bottom - self.y

    def turn(self) -> None:
        """On to the next page."""
        self.paper.leaf()
        self.y, self.fresh, self.charts = _furnished(self.paper), True, 0

    def need(self, height: float) -> None:
        """On to the next page unless so much room is left."""
        if self.left < height and not self.fresh:
            self.turn()

    def box(self, height: float | None = None) -> Box:
        kind = self.paper.kind
        return Box(kind.margin, self.y, kind.inner, self.left if height is None else height)

    def mark(self, title: str) -> None:
        """A bookmark that leads here."""
        self.paper.bookmark(title, int(self.inside), max(0.0, self.y - 10))

    def past(self, y: float, gap: float = 0) -> None:
        self.y, self.fresh = y + gap, False


def write(paper: Paper) -> None:
    """The slides in turn, on as many pages as they need."""
    flow, slides = Flow(paper), paper.outline.slides
    flow.turn()
    if not any(slide.role in ("title", "spread") for slide in slides[:1]):
        _missing(flow)
    for at, slide in enumerate(slides):
        after = slides[at + 1].role if at + 1 < len(slides) else ""
        if slide.role != "sources":
            BLOCKS[slide.role](flow, slide, after != "chart")
    _sources(flow, [slide for slide in slides if slide.role == "sources"])


def _furnished(paper: Paper) -> float:
    """Foot and number of a page. Returns where its text begins."""
    kind, outline, say = paper.kind, paper.outline, paper.say
    y, right = kind.height - BOTTOM + 16, kind.width - kind.margin
    paper.rule(kind.margin, y - 5, kind.inner)
    with paper.furniture():
        paper.right(str(paper.page), right, y, kind.small)
        paper.type(kind.small)
        paper.set_text_color(paper.colours.muted)
        told = " · ".join(filter(None, [clean(outline.brand.name), outline.mark or say("product.name")]))
        paper.text(kind.margin, y + kind.small * 1.02, paper.cut(paper.legible(told), kind.inner - 40))
    paper.logo(right, TOP - 8, 20)
    return TOP


def _missing(flow: Flow) -> None:
    """That there are tables and no pictures, and what to do about it: once, on the first page."""
    paper, kind = flow.paper, flow.paper.kind
    if paper.pictured:
        return
    lines = paper.wrap(paper.say("renderer.missing"), kind.inner, kind.small, most=4)
    y = paper.write_lines(lines, kind.margin, flow.y, kind.small, colour=paper.colours.muted)
    flow.past(y, AIR)


def _title(flow: Flow, slide: Slide, _: bool) -> None:
    paper, kind = flow.paper, flow.paper.kind
    flow.mark(slide.title)
    paper.rule(kind.margin, flow.y + 2, 40, paper.colours.link, 3)
    lines = paper.wrap(slide.title, kind.inner, kind.title, True, 4)
    y = paper.write_lines(lines, kind.margin, flow.y + 12, kind.title, bold=True, tag="H1")
    told = paper.wrap(slide.subtitle or paper.outline.subtitle, kind.inner, kind.body * 1.2, most=4)
    y = paper.write_lines(told, kind.margin, y + 2, kind.body * 1.2, colour=paper.colours.muted)
    flow.past(y, AIR)
    _missing(flow)
    flow.past(flow.y, AIR)


def _section(flow: Flow, slide: Slide, _: bool) -> None:
    """A section opens on a new page, unless little stands on this one."""
    paper, kind = flow.paper, flow.paper.kind
    flow.need(flow.bottom - TOP - 110)
    flow.inside = False
    flow.mark(slide.title)
    flow.inside = True
    lines = paper.wrap(slide.title, kind.inner, kind.title * 0.8, True, 3)
    y = paper.write_lines(lines, kind.margin, flow.y, kind.title * 0.8, bold=True, tag="H1")
    paper.rule(kind.margin, y + 3, kind.inner, paper.colours.text, 1)
    flow.past(y, 14)


def _chart(flow: Flow, slide: Slide, alone: bool) -> None:
    """Heading, chart, its sentence, its sources. Two share a page."""
    paper, kind = flow.paper, flow.paper.kind
    exhibit = slide.exhibit
    head = paper.wrap(slide.title, kind.inner, kind.heading, True, 2)
    told = sentence(paper, exhibit.alt, SENTENCE) if exhibit else []
    foot = [x for text in slide.foot for x in paper.wrap(text, kind.inner, kind.small, most=FOOT)]
    words = (
        paper.high(head, kind.heading) + paper.high(told, kind.body) + paper.high(foot, kind.small) + 3 * AIR
    )
    drawn = bool(exhibit and is_drawn(exhibit, paper))
    flow.need(words + (LEAST if drawn else FEW_ROWS))
    flow.mark(slide.title)
    y = paper.write_lines(head, kind.margin, flow.y, kind.heading, bold=True, tag="H2") + AIR / 2
    if exhibit and drawn:
        room = flow.left if alone or flow.charts else (flow.left - GAP) / 2
        high = min(MOST, max(LEAST, room - words)) if flow.left - words > LEAST else LEAST
        paper.chart(exhibit, Box(kind.margin, y, kind.inner, high))
        y += high + AIR
        flow.charts += 1
    y = paper.write_lines(told, kind.margin, y, kind.body) + AIR / 2
    flow.past(y)
    if exhibit and not drawn:
        _table(flow, exhibit, paper.high(foot, kind.small))
    y = paper.write_lines(foot, kind.margin, flow.y, kind.small, colour=paper.colours.muted)
    flow.past(y, GAP)


def _table(flow: Flow, exhibit: Exhibit, foot: float) -> None:
    """All rows of a chart, over as many pages as they take."""
    layout = whole(flow.paper, exhibit.cells, flow.paper.kind.inner)
    at, rows = 0, len(layout.lines)
    while True:
        before, fresh = at, flow.fresh
        at, y = write_rows(flow.paper, layout, at, flow.box(flow.left - foot - AIR))
        flow.past(y, AIR)
        if at == rows or (at == before and fresh):  # a row higher than a page would never end
            return
        flow.turn()


def _spread(flow: Flow, slide: Slide, _: bool) -> None:
    """A page laid out as its parts say."""
    paper, kind = flow.paper, flow.paper.kind
    flow.need(flow.bottom - TOP)
    flow.mark(slide.title)
    size = kind.title * 0.8
    y = paper.write_lines(
        paper.wrap(slide.title, kind.inner, size, True, 2), kind.margin, flow.y, size, bold=True, tag="H1"
    )
    told = paper.wrap(slide.subtitle, kind.inner, kind.body, most=2)
    y = paper.write_lines(told, kind.margin, y, kind.body, colour=paper.colours.muted)
    foot = [x for text in slide.foot for x in paper.wrap(text, kind.inner, kind.small, most=FOOT)]
    if not paper.pictured and paper.page == 1:
        foot = [*foot, *paper.wrap(paper.say("renderer.missing"), kind.inner, kind.small, most=4)]
    end = flow.bottom - paper.high(foot, kind.small)
    write_parts(paper, slide, Box(kind.margin, y + 10, kind.inner, end - y - 10 - AIR))
    paper.write_lines(foot, kind.margin, end, kind.small, colour=paper.colours.muted)
    flow.past(flow.bottom)


def _sources(flow: Flow, slides: Sequence[Slide]) -> None:
    """All documents in one list, on as many pages as it takes."""
    paper, kind = flow.paper, flow.paper.kind
    lines = [line for slide in slides for part in slide.parts for line in part.lines]
    if not lines:
        return
    flow.need(kind.heading * LEADING + 5 * kind.body * LEADING)
    flow.inside = False
    title = paper.say("deck.sources")
    flow.mark(title)
    y = paper.write_lines([title], kind.margin, flow.y, kind.heading, bold=True, tag="H2") + AIR
    flow.past(y)
    while lines:
        done, y = write_documents(paper, lines, flow.box())
        flow.past(y, GAP)
        lines = lines[done:]
        if lines:
            flow.turn()


BLOCKS = {"title": _title, "section": _section, "chart": _chart, "spread": _spread}
