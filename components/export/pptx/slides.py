"""The slides of an outline, by their role: cover, section, chart, several parts, documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from components import measure
from components.chart import KINDS
from components.charts.fact_card import fact_card
from components.export.pptx.boxes import Box
from components.export.pptx.canvas import Canvas
from components.export.pptx.ground import Frame, Ground, frame_of
from components.export.pptx.holders import Holder
from components.export.pptx.notes import write_notes
from components.export.pptx.pen import SLACK, fitted, height, settled
from components.labels import clean
from components.outline import Outline, Part, Slide
from components.theme import Look, Size
from components.wording import words

GAP = 18.0  # between parts
HEADING, UNDER = (14.0, 13.0, 12.0, 11.0), 10.5
SENTENCES = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
SMALL = (
    12.5,
    12.0,
    11.5,
    11.0,
    10.5,
    10.0,
    9.5,
    9.0,
)  # of the sentences of a spread, which are read and not shown
DOCUMENTS = (14.0, 13.0, 12.0, 11.0, 10.0)
MOST_FOOT = 4  # lines
TYPE = 15.0  # base of the words in drawings: labels of 13 points


def add_slide(ground: Ground, slide: Slide, outline: Outline, look: Look) -> None:
    """One more slide at the end."""
    frame = frame_of(ground, slide.role)
    made = ground.presentation.slides.add_slide(ground.presentation.slide_layouts[frame.layout])
    for shape in list(made.shapes._spTree)[2:]:  # what the library copies from the layout; we write our own
        made.shapes._spTree.remove(shape)
    canvas = Canvas(made, ground.pen, words(outline.lang))
    WRITERS[slide.role](canvas, frame, slide, outline, look)
    _footer(canvas, frame, outline)
    write_notes(made, slide.spoken, ground.pen)


def _cover(canvas: Canvas, frame: Frame, slide: Slide, outline: Outline, _: Look) -> None:
    _title(canvas, frame.title, slide.title, (40, 36, 32, 28, 24), 3)
    if frame.subtitle and slide.subtitle:
        size, lines = fitted(slide.subtitle, frame.subtitle.box.width, (20, 18, 16), 3)
        canvas.write(frame.subtitle, "subtitle", canvas.pen.line(" ".join(lines), size))


def _section(canvas: Canvas, frame: Frame, slide: Slide, outline: Outline, _: Look) -> None:
    _title(canvas, frame.title, slide.title, (36, 32, 28, 24), 3)


def _title(canvas: Canvas, holder: Holder, text: str, sizes: Sequence[float], most: int) -> None:
    size, lines = fitted(clean(text), holder.box.width, sizes, most, True)
    told = " ".join(lines) if lines[-1].endswith("…") else clean(text)
    canvas.write(holder, "title", canvas.pen.line(told, size), describe=text if told != clean(text) else "")


def _chart(canvas: Canvas, frame: Frame, slide: Slide, outline: Outline, look: Look) -> None:
    """Title, what is counted, the chart, coverage and sources: whatever needs more lines takes them from the chart."""
    body = _foot(canvas, frame, slide.foot, _head(canvas, frame, slide))
    for part in slide.parts:
        _content(canvas, part, body.part(part.box, GAP), look)


def _spread(canvas: Canvas, frame: Frame, slide: Slide, outline: Outline, look: Look) -> None:
    """A page of several parts: figures, charts and lists, all lists in one size."""
    body = _foot(canvas, frame, slide.foot, _head(canvas, frame, slide))
    boxes = [body.part(part.box, GAP) for part in slide.parts]
    facts = [
        part for part in slide.parts if part.exhibit and KINDS[part.exhibit.chart.kind].draw is fact_card
    ]
    told = [(part, box) for part, box in zip(slide.parts, boxes, strict=True) if part not in facts]
    _figures(
        canvas, facts, [box for part, box in zip(slide.parts, boxes, strict=True) if part in facts], look
    )
    heights = [box.below(height(1, HEADING[0]) + 4) for part, box in told if not part.exhibit]
    lists = [[clean(line) for line in part.lines] for part, _ in told if not part.exhibit]
    size = min(
        (settled(lines, box, SMALL) for lines, box in zip(lists, heights, strict=True)), default=SMALL[0]
    )
    for part, box in told:
        _part(canvas, part, box, look, size)


def _figures(canvas: Canvas, parts: Sequence[Part], boxes: Sequence[Box], look: Look) -> None:
    """Figures side by side, equally large, each with its own name and lines."""
    found = [(part, native) for part in parts if part.exhibit for native in part.exhibit.natives(look)]
    if found:
        canvas.put_all(
            [native for _, native in found],
            boxes,
            "",
            [part.exhibit.alt for part, _ in found if part.exhibit],
        )


def _head(canvas: Canvas, frame: Frame, slide: Slide) -> Box:
    """Title and subtitle; returns what is left for the body."""
    title, body = frame.title, frame.body
    text = clean(slide.title)
    size, lines = fitted(text, title.box.width, (title.size, title.size - 2, title.size - 4), 1, True)
    if lines[-1].endswith("…"):
        size, lines = fitted(text, title.box.width, _smaller(title.size), 2, True)
    more = max(height(len(lines), size) + 2 - title.box.height, 0) if frame.grows else 0
    told = " ".join(lines) if lines[-1].endswith("…") else text
    place = title.at(Box(title.box.left, title.box.top, title.box.width, title.box.height + more))
    canvas.write(place, "title", canvas.pen.line(told, size), describe=text if told != text else "")
    return _subtitle(canvas, frame, slide.subtitle, body, more)


def _smaller(size: float) -> tuple[float, ...]:
    return tuple(round(size * part) for part in (0.86, 0.79, 0.72))


def _subtitle(canvas: Canvas, frame: Frame, text: str, body: Box, moved: float) -> Box:
    """What is counted, when, on which basis; returns the body below it."""
    holder = frame.subtitle
    if not holder:
        return body.below(moved)
    if not text:
        return body.below(moved - holder.box.height + 6)
    size, lines = fitted(text, holder.box.width, (holder.size, holder.size - 1, holder.size - 2), 2)
    high = max(height(len(lines), size), holder.box.height)
    told = " ".join(lines) if lines[-1].endswith("…") else clean(text)
    place = holder.at(Box(holder.box.left, holder.box.top + moved, holder.box.width, high))
    canvas.write(place, "subtitle", canvas.pen.line(told, size, "tx2"))
    return body.below(moved + high - holder.box.height)


def _foot(canvas: Canvas, frame: Frame, foot: Sequence[str], body: Box) -> Box:
    """Coverage and sources at the foot; returns the body above them."""
    holder = frame.foot
    if not holder or not any(foot):
        return Box(body.left, body.top, body.width, holder.box.bottom - body.top) if holder else body
    lines = [
        line
        for text in filter(None, foot)
        for line in measure.wrap(clean(text), holder.box.width * SLACK, holder.size, most=3)
    ][:MOST_FOOT]
    high = max(height(len(lines), holder.size) + 3, 16)
    place = holder.at(holder.box.foot(high))
    told = "".join(canvas.pen.line(text, holder.size, "tx2") for text in _joined(foot, holder, lines))
    canvas.write(place, "foot", told)
    return Box(body.left, body.top, body.width, place.box.top - 8 - body.top)


def _joined(foot: Sequence[str], holder: Holder, lines: Sequence[str]) -> Sequence[str]:
    """The texts themselves where all of them stand in full, so that they wrap anew when edited; else the cut lines."""
    whole = [
        measure.wrap(clean(text), holder.box.width * SLACK, holder.size, most=99) for text in foot if text
    ]
    return [clean(t) for t in foot if t] if [w for each in whole for w in each] == list(lines) else lines


def _part(canvas: Canvas, part: Part, box: Box, look: Look, size: float) -> None:
    """A part of a spread: its heading, what is counted, its chart, or its sentences at a size."""
    told = part.exhibit.heading if part.exhibit else None
    heading = clean(part.heading) or (told.title if told else "")
    if heading:
        large, lines = fitted(heading, box.width, HEADING, 2, True)
        high = height(len(lines), large) + 2
        text = canvas.pen.line(" ".join(lines) if lines[-1].endswith("…") else heading, large, "tx1", True)
        canvas.write(Holder(box.head(high), large), "heading", text)
        box = box.below(high + 2)
    if told and told.subtitle:
        lines = measure.wrap(told.subtitle, box.width * SLACK, UNDER, most=2)
        high = height(len(lines), UNDER) + 1
        canvas.write(
            Holder(box.head(high), UNDER), "subtitle", canvas.pen.line(" ".join(lines), UNDER, "tx2")
        )
        box = box.below(high + 3)
    if part.exhibit:
        _content(canvas, part, box, look)
    else:
        _sentences(canvas, part.lines, box, (size,))


def _content(canvas: Canvas, part: Part, box: Box, look: Look) -> None:
    """The objects of a part and, below or alone, its sentences."""
    if part.lines:
        alone = part.exhibit is None
        room = box if alone else box.foot(min(box.height * 0.4, len(part.lines) * 30))
        _sentences(canvas, part.lines, room, SENTENCES if alone else SENTENCES[3:])
        box = box.above(0 if alone else room.height + 6)
    if part.exhibit is None:
        return
    natives = part.exhibit.natives(_fitting(look, box))
    canvas.put_all(natives, [box.part(native.box, GAP) for native in natives], part.exhibit.alt)


def _fitting(look: Look, box: Box) -> Look:
    """The look in which drawings are laid out for a box, in points; title and sources stand beside it on the slide."""
    size = Size(round(box.width), round(box.height), base=TYPE, pad=0)
    return replace(look, size=size, titled=False, sourced=False)


def _sentences(canvas: Canvas, lines: Sequence[str], box: Box, sizes: Sequence[float]) -> None:
    told = [clean(line) for line in lines]
    size = settled(told, box, sizes)
    text = "".join(
        canvas.pen.line(line, size, "tx1", before=size * 0.5 * bool(at)) for at, line in enumerate(told)
    )
    canvas.write(Holder(box, size), "text", text)


def _documents(canvas: Canvas, frame: Frame, slide: Slide, outline: Outline, _: Look) -> None:
    """Sentences under a title: the documents behind all charts."""
    _title(canvas, frame.title, slide.title, (frame.title.size, *_smaller(frame.title.size)), 1)
    told = [clean(line) for part in slide.parts for line in part.lines]
    holder = frame.text or Holder(frame.body, DOCUMENTS[0])
    size = settled(told, holder.box, DOCUMENTS, gap=0.7)
    text = "".join(
        canvas.pen.line(line, size, "tx1", before=size * 0.7 * bool(at)) for at, line in enumerate(told)
    )
    canvas.write(holder, "text", text)


def _footer(canvas: Canvas, frame: Frame, outline: Outline) -> None:
    """Whose presentation it is, product, edition and day; the number of the slide."""
    if frame.mark:
        size, told = _marked(outline, frame.mark)
        canvas.write(frame.mark, "mark", canvas.pen.line(told, size, "tx2"))
    if frame.number:
        canvas.number(frame.number)


def _marked(outline: Outline, holder: Holder) -> tuple[float, str]:
    """The mark at its size; where there is no room the organisation's name goes first, the day of the data last."""
    whole = " · ".join(filter(None, (clean(outline.brand.name), clean(outline.mark))))
    for told in (whole, clean(outline.mark)):
        size, lines = fitted(told, holder.box.width, (holder.size, holder.size - 1, holder.size - 2), 1)
        if not lines[0].endswith("…"):
            return size, told
    return size, lines[0]


WRITERS: dict[str, Any] = {
    "title": _cover,
    "section": _section,
    "chart": _chart,
    "spread": _spread,
    "sources": _documents,
}
