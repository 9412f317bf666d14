"""Pages for a screen: 16:9, one for each slide, as they would stand in the hall."""

from __future__ import annotations

from components.export.pdf.paper import Box, Paper
from components.export.pdf.parts import (
    is_drawn,
    sentence,
    write_documents,
    write_exhibit,
    write_parts,
    write_sentences,
)
from components.labels import clean
from components.outline import Slide

TOP, BOTTOM, AIR = 30, 24, 8
SENTENCE = 3  # lines
TITLES, COVERS = (26, 23, 20), (44, 38, 32, 26)


def write(paper: Paper) -> None:
    """A page for each slide."""
    inside = False
    for slide in paper.outline.slides:
        inside = inside and slide.role not in ("title", "section", "sources")
        paper.leaf(slide.title, level=int(inside))
        inside = inside or slide.role == "section"
        PAGES[slide.role](paper, slide)


def _cover(paper: Paper, slide: Slide) -> None:
    """The title large, whose it is and of which day below."""
    kind, colours = paper.kind, paper.colours
    paper.rule(kind.margin, 168, 72, colours.link, 5)
    y = _large(paper, slide.title, 186, 3)
    lines = paper.wrap(slide.subtitle or paper.outline.subtitle, kind.inner, 19, most=3)
    paper.write_lines(lines, kind.margin, y + 8, 19, colour=colours.muted)
    _foot(paper, Slide("title", slide.title), numbered=False)


def _section(paper: Paper, slide: Slide) -> None:
    kind, colours = paper.kind, paper.colours
    paper.fill(Box(0, 0, 14, kind.height), colours.link)
    _large(paper, slide.title, 210, 3)
    _foot(paper, Slide("section", slide.title))


def _large(paper: Paper, title: str, y: float, most: int) -> float:
    """A title alone on its page, as large as it fits."""
    width = paper.kind.inner
    size = next((s for s in COVERS if len(paper.wrap(title, width, s, True)) <= 2), COVERS[-1])
    return paper.write_lines(
        paper.wrap(title, width, size, True, most), paper.kind.margin, y, size, bold=True, tag="H1"
    )


def _chart(paper: Paper, slide: Slide) -> None:
    """A chart over the whole page; as a table, its sentence stands above it."""
    body = _framed(paper, slide)
    exhibit = slide.exhibit
    if exhibit and not is_drawn(exhibit, paper):
        size = paper.kind.body
        lines = sentence(paper, exhibit.alt, SENTENCE)
        body = body.below(paper.write_lines(lines, body.x, body.y, size) + AIR)
    if exhibit:
        write_exhibit(paper, exhibit, body)
    for part in slide.parts:
        if not part.exhibit:
            write_sentences(paper, part.lines, body.part(part.box))


def _spread(paper: Paper, slide: Slide) -> None:
    write_parts(paper, slide, _framed(paper, slide, subtitle=True))


def _sources(paper: Paper, slide: Slide) -> None:
    body = _framed(paper, slide)
    write_documents(paper, [line for part in slide.parts for line in part.lines], body)


def _framed(paper: Paper, slide: Slide, subtitle: bool = False) -> Box:
    """Title above, foot below; returns the room between."""
    kind = paper.kind
    size = next((s for s in TITLES if len(paper.wrap(slide.title, kind.inner, s, True)) == 1), TITLES[-1])
    lines = paper.wrap(slide.title, kind.inner, size, True, 2)
    y = paper.write_lines(lines, kind.margin, TOP, size, bold=True, tag="H1")
    if subtitle:
        told = paper.wrap(slide.subtitle, kind.inner, kind.body, most=1)
        y = paper.write_lines(told, kind.margin, y, kind.body, colour=paper.colours.muted)
    return Box(kind.margin, y + AIR, kind.inner, _foot(paper, slide) - AIR - y - AIR)


def _foot(paper: Paper, slide: Slide, numbered: bool = True) -> float:
    """Coverage and sources, whose page it is, its number. Returns where the foot begins."""
    kind, colours, brand = paper.kind, paper.colours, paper.outline.brand
    base, right = kind.height - BOTTOM, kind.width - kind.margin
    if numbered:
        with paper.furniture():
            paper.right(str(paper.page), right, base - kind.small * 1.3, kind.small)
        right -= 30
    took = paper.logo(right, base, 26)
    right -= took + 12 if took else 0
    missing = [] if paper.pictured or paper.page > 1 else [paper.say("renderer.missing")]
    told = [*slide.foot, *missing, " · ".join(filter(None, [clean(brand.name), paper.outline.mark]))]
    lines = [line for text in told for line in paper.wrap(text, right - kind.margin, kind.small, most=3)]
    top = base - paper.high(lines, kind.small)
    paper.write_lines(lines, kind.margin, top, kind.small, colour=colours.muted)
    return top


PAGES = {"title": _cover, "section": _section, "chart": _chart, "spread": _spread, "sources": _sources}
