"""The notes below a slide: the presenter's words, what the chart shows, how its figures are defined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml

from components.export.pptx.fonts import set_fonts
from components.export.pptx.holders import NS
from components.export.pptx.pen import Pen

SIZE = 12


def write_notes(slide: Any, spoken: Sequence[str], pen: Pen) -> None:
    """Set the notes of a slide; one without words has none."""
    if not any(spoken):
        return
    notes = slide.notes_slide
    frame = notes.notes_text_frame
    set_fonts(notes._element, pen.font, pen.lang)
    if frame is None:
        return
    body = frame._txBody
    for paragraph in list(body.p_lst):
        body.remove(paragraph)
    told = "".join(pen.line(line, SIZE) for line in spoken if line)
    body.extend(list(parse_xml(f"<a:told {NS}>{told}</a:told>")))
