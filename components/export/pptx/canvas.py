"""A slide being made: every object is put on it by name, with its alternative text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from components import measure
from components.export.pptx.boxes import Box
from components.export.pptx.charts import add_chart
from components.export.pptx.drawing import add_drawing
from components.export.pptx.facts import fact_xml, scale
from components.export.pptx.fonts import set_fonts
from components.export.pptx.holders import Holder, text_shape
from components.export.pptx.layouts import number_field
from components.export.pptx.pen import SLACK, Pen, height
from components.export.pptx.tables import left_out, setting, table_xml
from components.natives import Drawing, Fact, Native, Plot, Table
from components.wording import Words

NOTE = 11.0  # type of the sentences that must stand near a chart
MOST_NOTES = 4  # lines


@dataclass
class Canvas:
    """One slide of the file, what it is written with, and the words for its parts."""

    slide: Any
    pen: Pen
    say: Words
    _ids: int = field(default=1)
    _scale: float = field(default=0)

    def write(self, holder: Holder, part: str, paragraphs: str, describe: str = "") -> None:
        """Words into a place."""
        if paragraphs:
            self._append(text_shape(holder, self._id(), self.say(f"pptx.place.{part}"), paragraphs, describe))

    def number(self, holder: Holder) -> None:
        """The slide's own number."""
        traits = self.pen.traits("a:rPr")
        self.write(holder, "number", f"<a:p>{number_field(traits, '‹#›')}</a:p>")

    def put_all(
        self, natives: Sequence[Native], boxes: Sequence[Box], describe: str, each: Sequence[str] = ()
    ) -> None:
        """The objects of one chart, or of several described ``each``; figures side by side are equally large."""
        facts = [(n, box) for n, box in zip(natives, boxes, strict=True) if isinstance(n, Fact)]
        self._scale = min((scale(fact, box) for fact, box in facts), default=0)
        for native, box, told in zip(natives, boxes, each or [describe] * len(natives), strict=True):
            self.put(native, box, told)

    def put(self, native: Native, box: Box, describe: str) -> None:
        """A native object into a box, the sentences that belong to it below."""
        notes = [*getattr(native, "notes", ())]
        if isinstance(native, Table):
            self._table(native, box, notes, describe)
            return
        room = self._noted(notes, box)
        if isinstance(native, Plot):
            self._plot(native, room, describe)
        elif isinstance(native, Drawing):
            self._drawing(native, room, describe)
        else:
            self._fact(native, room, describe)

    def _table(self, table: Table, box: Box, notes: list[str], describe: str) -> None:
        """A table; the line that counts what had no room stands right below it."""
        room = box.above(_note_height(notes, box))
        set_ = setting(table, room)
        if set_.left_out:
            notes = [left_out(set_, self.say), *notes]
            room = box.above(_note_height(notes, box))
            set_ = setting(table, room)
            notes[0] = left_out(set_, self.say)
        name = self.say("pptx.shape.table")
        self._append(table_xml(table, set_, box, self.pen, self._id(), name, describe))
        self._notes(notes, box.below(set_.height))

    def _plot(self, plot: Plot, box: Box, describe: str) -> None:
        """A chart; one without a single figure says so instead of standing empty."""
        if any(value is not None for series in plot.series for value in series.values):
            add_chart(self.slide, plot, box, self.pen, self._id(), self.say("pptx.shape.chart"), describe)
        else:
            self._scale = 0.5
            self._fact(Fact(plot.title, self.say("missing.none")), box, describe)

    def _drawing(self, drawing: Drawing, box: Box, describe: str) -> None:
        tree = self.slide.shapes._spTree
        before = len(tree)
        add_drawing(self.slide, drawing, box.emu, self.pen.font, describe)
        for shape in tree[before:]:
            set_fonts(shape, self.pen.font, self.say.lang)
        self._ids = max((int(each.get("id")) for each in tree.iter(qn("p:cNvPr"))), default=1)

    def _fact(self, fact: Fact, box: Box, describe: str) -> None:
        name = self.say("pptx.shape.fact")
        self._append(fact_xml(fact, box, self.pen, self._id(), name, describe, self._scale))

    def _noted(self, notes: list[str], box: Box) -> Box:
        """What is left above the notes, once they stand at the foot of a box."""
        high = _note_height(notes, box)
        self._notes(notes, box.foot(high))
        return box.above(high)

    def _notes(self, notes: list[str], box: Box) -> None:
        if not notes:
            return
        lines = _note_lines(notes, box)
        place = Box(box.left, box.top + 5, box.width, height(len(lines), NOTE) + 1)
        self.write(Holder(place, NOTE), "notes", "".join(self.pen.line(line, NOTE, "tx2") for line in lines))

    def _append(self, xml: str) -> None:
        self.slide.shapes._spTree.append(parse_xml(xml))

    def _id(self) -> int:
        self._ids += 1
        return self._ids


def _note_lines(notes: list[str], box: Box) -> list[str]:
    """Notes in lines; where they are too many the last one says that there is more by ending in dots."""
    lines = [line for note in notes if note for line in measure.wrap(note, box.width * SLACK, NOTE, most=99)]
    if len(lines) <= MOST_NOTES:
        return lines
    return measure.wrap(" ".join(filter(None, notes)), box.width * SLACK, NOTE, most=MOST_NOTES)


def _note_height(notes: list[str], box: Box) -> float:
    lines = len(_note_lines(notes, box)) if notes else 0
    return height(lines, NOTE) + 8 if lines else 0
