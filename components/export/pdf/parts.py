"""What pages of both kinds are made of: a chart or its table, sentences in a box, the parts of a spread."""

from __future__ import annotations

from collections.abc import Sequence

from components.chart import KINDS
from components.exhibit import Exhibit
from components.export.pdf.paper import LEADING, Box, Paper
from components.export.pdf.tables import write_table
from components.outline import Part, Slide

BETWEEN = 0.45  # lines, between two paragraphs
SIZES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)  # of the body, tried until sentences fit
HEADINGS = (1.08, 1.0, 0.9)  # of the body, tried until headings fit
ENDINGS = ("다.", ". ")


def is_drawn(exhibit: Exhibit, paper: Paper) -> bool:
    """Whether a chart stands there as a picture; tables are set in type, and all others where no browser draws."""
    return paper.pictured and not KINDS[exhibit.chart.kind].table


def write_exhibit(paper: Paper, exhibit: Exhibit, box: Box) -> float:
    """A chart with what it counts, as a picture or as a table. Returns where it ends."""
    if is_drawn(exhibit, paper):
        paper.chart(exhibit, box)
        return box.bottom
    kind, told = paper.kind, exhibit.heading
    lines = paper.wrap(told.subtitle, box.width, kind.small * 1.1, most=2)
    y = paper.write_lines(lines, box.x, box.y, kind.small * 1.1, colour=paper.colours.muted)
    return write_table(paper, exhibit.cells, box.below(y + 4 if lines else y))


def write_sentences(paper: Paper, texts: Sequence[str], box: Box) -> float:
    """Paragraphs at the largest type that holds them. Returns where they end.

    At the smallest they end in ``…``, and those without room are counted, ``(+2)``.
    """
    for step in SIZES:
        size = round(paper.kind.body * step, 1)
        told = [paper.wrap(text, box.width, size) for text in texts]
        if _height(told, size) <= box.height:
            break
    else:
        size = round(paper.kind.body * SIZES[-1], 1)
        told = _shortened(paper, texts, box, size)
    y = box.y
    for lines in told:
        y = paper.write_lines(lines, box.x, y, size) + BETWEEN * size * LEADING
    return y


def _shortened(paper: Paper, texts: Sequence[str], box: Box, size: float) -> list[list[str]]:
    """Each paragraph in as many lines as leave room for all, and as many of them as there is room for."""
    most = 9
    while most > 1 and _height([paper.wrap(t, box.width, size, most=most) for t in texts], size) > box.height:
        most -= 1
    told = [paper.wrap(text, box.width, size, most=most) for text in texts]
    while len(told) > 1 and _height(told, size) > box.height:
        told.pop()
    if left := len(texts) - len(told):
        mark = f" (+{left})"
        kept = paper.cut(told[-1][-1], box.width - paper.get_string_width(mark))
        told[-1] = [*told[-1][:-1], kept + mark]
    return told


def _height(told: Sequence[Sequence[str]], size: float) -> float:
    return (sum(len(lines) + BETWEEN for lines in told) - BETWEEN) * size * LEADING


def sentence(paper: Paper, alt: str, most: int) -> list[str]:
    """What a chart says in a few lines, cut where a sentence ends."""
    kind = paper.kind
    if len(lines := paper.wrap(alt, kind.inner, kind.body)) <= most:
        return lines
    kept = " ".join(lines[:most])
    end = max(kept.rfind(ending) + len(ending) for ending in ENDINGS)
    whole = kept[:end].strip() if end > len(kept) / 3 else ""
    return paper.wrap(whole or alt, kind.inner, kind.body, most=most)


def write_parts(paper: Paper, slide: Slide, body: Box) -> None:
    """All parts of a spread, each in its own box; what stands side by side has headings of one size and height."""
    for top in dict.fromkeys(part.box[1] for part in slide.parts):
        row = [part for part in slide.parts if part.box[1] == top]
        size, heads = _headings(paper, row, body)
        level = max(map(len, heads)) * size * LEADING
        for part, head in zip(row, heads, strict=True):
            _part(paper, part, head, size, level, body.part(part.box))


def _headings(paper: Paper, row: Sequence[Part], body: Box) -> tuple[float, list[list[str]]]:
    """The headings of parts side by side: in one line if any type does it, else in two."""
    told = [part.heading or (part.exhibit.heading.title if part.exhibit else "") for part in row]
    widths = [body.part(part.box).width for part in row]
    for step in HEADINGS:
        size = round(paper.kind.body * step, 1)
        heads = [paper.wrap(text, wide, size, True, 2) for text, wide in zip(told, widths, strict=True)]
        if all(len(head) <= 1 for head in heads):
            return size, heads
    return size, [paper.wrap(text, wide, size, True, 3) for text, wide in zip(told, widths, strict=True)]


def _part(paper: Paper, part: Part, head: Sequence[str], size: float, level: float, box: Box) -> None:
    """A heading, over a hairline where sentences follow, and below it a chart or sentences."""
    paper.write_lines(head, box.x, box.y, size, bold=True, tag="H2")
    y = box.y + level
    if head and not part.exhibit:
        paper.rule(box.x, y + 1, box.width)
    y += 6 if level else 0
    if part.exhibit:
        y = write_exhibit(paper, part.exhibit, box.below(y)) + 4
    if part.lines:
        write_sentences(paper, part.lines, box.below(y))


def write_documents(paper: Paper, lines: Sequence[str], box: Box) -> tuple[int, float]:
    """Documents, one below the other, their addresses to be pressed. Returns how many found room, and the end."""
    size, y = paper.kind.body * 0.88, box.y
    for number, line in enumerate(lines):
        if y + 3 * size * LEADING > box.bottom:
            return number, y
        y = paper.linked(line, box.x, y, box.width, size) + size * 0.5
    return len(lines), y
