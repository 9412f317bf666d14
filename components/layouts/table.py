"""Layout of a table: all columns and rows at the largest type that holds them, else what can be missed left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from components import measure
from components.board import LEADING
from components.layouts import widths
from components.theme import Look
from components.wording import words

Cells = tuple[tuple[str, ...], ...]  # the cells of a row, each in lines
STEPS = (0.93, 0.87, 0.8, 0.75)  # type sizes tried, largest first
# The last to go where there is no room.
KEPT = (
    "name",
    "region",
    "value",
    "date",
    "target",
    "target_period",
    "status",
    "decision",
    "tentative",
    "source",
)
# The first to go.
EXPENDABLE = (
    "note",
    "organisation",
    "end",
    "about",
    "nature",
    "baseline_survey",
    "parent",
    "pillars",
    "start",
    "level",
    "place",
    "baseline_period",
    "kind",
    "meeting",
    "owner",
)


@dataclass(frozen=True)
class Layout:
    """What fits: the columns and their widths, each cell in lines, the height of the rows, and what is left out."""

    frame: pd.DataFrame
    widths: tuple[float, ...]
    lines: tuple[Cells, ...]
    heads: Cells
    size: float
    omitted: tuple[str, ...]
    rest: int
    free: float
    air: float = 0

    def aired(self) -> Layout:
        """The same with what is left of the height spread over the rows, up to a comfortable measure."""
        return replace(self, air=max(min(self.free / max(len(self.lines), 1), self.size * 0.7), 0))


def fit(frame: pd.DataFrame, look: Look, width: float, height: float) -> Layout:
    """All columns and rows at the largest type that holds them; else fewer columns, at last fewer rows."""
    best: Layout | None = None
    ems, omitted = _ems(frame), ()
    for gone in [(), *_in_turn(frame, look)]:
        if best and gone and gone[-1] not in _missable(frame, look):
            break  # an essential column goes only where its words would not fit otherwise
        omitted, shown = gone, frame.drop(columns=list(gone))
        for step in STEPS:
            layout = _at(shown, ems, look, look.size.type(step), width, height, omitted)
            if layout and not layout.rest:
                return layout.aired()
            if layout and (best is None or layout.rest < best.rest * 0.7):
                best = layout
    even = (width / max(len(frame.columns), 1),) * len(frame.columns)
    return best or _fill(frame, even, look.size.type(STEPS[-1]), height)


def _missable(frame: pd.DataFrame, look: Look) -> list[str]:
    """The columns a picture can do without, the most easily missed first. Columns of indicators are not among them."""
    say = words(look.lang)
    kept = {say(f"column.{c}") for c in KEPT}
    first = [say(f"column.{c}") for c in EXPENDABLE if say(f"column.{c}") in frame.columns]
    worded = set(say.under("column").values())
    return first + [c for c in reversed(frame.columns) if c in worded and c not in kept and c not in first]


def _in_turn(frame: pd.DataFrame, look: Look) -> list[tuple[str, ...]]:
    """Ever more columns to leave out, down to two: the missable ones, then the others from the right."""
    missable = _missable(frame, look)
    order = missable + [c for c in reversed(frame.columns) if c not in missable]
    return [tuple(order[:n]) for n in range(1, max(len(order) - 1, 1))]


def _at(
    frame: pd.DataFrame,
    ems: Mapping[str, tuple[float, float]],
    look: Look,
    size: float,
    width: float,
    height: float,
    omitted: tuple[str, ...],
) -> Layout | None:
    """The table at one type size, with room for its notes; None where the longest words do not fit."""
    columns = _widths(frame, ems, size, width)
    if not columns:
        return None
    layout = _fill(frame, columns, size, height, omitted)
    if not layout.rest and not omitted:
        return layout
    worst = replace(layout, rest=max(layout.rest, 1))
    notes = (len(notes_of(worst, look, width)) * LEADING + 0.6) * look.size.type(0.8)
    return _fill(frame, columns, size, height - notes, omitted)


def _ems(frame: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Of each column the widest word, and the width that holds nine of ten cells, in type sizes."""
    measured = {}
    for column in frame.columns:
        texts = [str(text) for text in frame[column]]
        word = max([measure.longest(column, 1, bold=True), *(measure.longest(text, 1) for text in texts)])
        widths = sorted(measure.width(text, 1) for text in texts)
        measured[column] = (word, widths[int(len(widths) * 0.9)] if widths else 0.0)
    return measured


def _widths(
    frame: pd.DataFrame, ems: Mapping[str, tuple[float, float]], size: float, width: float
) -> tuple[float, ...]:
    """Each column at least its longest word, long texts more; empty when the words do not fit."""
    least, wish = [], []
    for column in frame.columns:
        word, typical = ems[column]
        least.append(word * size * 1.04 + 2 * pad(size))
        wish.append(max(least[-1], min(typical * size * 1.04 + 2 * pad(size), width * 0.5)))
    return widths.shared(least, wish, width)


def _fill(
    frame: pd.DataFrame, columns: Sequence[float], size: float, height: float, omitted: tuple[str, ...] = ()
) -> Layout:
    """As many rows as the height takes."""
    rooms = [width - 2 * pad(size) for width in columns]
    heads = _broken(list(frame.columns), rooms, size, bold=True, most=3)
    used = row_height(heads, size)
    rows: list[Cells] = []
    for record in frame.itertuples(index=False):
        lines = _broken(record, rooms, size, most=6)
        if used + row_height(lines, size) > height:
            break
        used += row_height(lines, size)
        rows.append(lines)
    shown, rest = frame.iloc[: len(rows)], len(frame) - len(rows)
    return Layout(shown, tuple(columns), tuple(rows), heads, size, omitted, rest, height - used)


def _broken(
    texts: Iterable[object], rooms: Sequence[float], size: float, *, bold: bool = False, most: int
) -> Cells:
    """The cells of a row in lines."""
    cells = zip(texts, rooms, strict=True)
    return tuple(tuple(measure.wrap(str(text), room, size, bold, most)) for text, room in cells)


def pad(size: float) -> float:
    """Between the edge of a cell and its text."""
    return size * 0.55


def row_height(lines: Sequence[Sequence[str]], size: float) -> float:
    """The height of a row: that of its highest cell."""
    return max((len(cell) for cell in lines), default=1) * size * LEADING + size * 0.5


def notes_of(layout: Layout, look: Look, width: float) -> list[str]:
    """How many rows are shown, and which columns are not."""
    say = words(look.lang)
    shown = len(layout.lines)
    notes = [say("table_chart.shown", n=layout.rest + shown, k=shown)] if layout.rest else []
    if layout.omitted:
        notes.append(say("table_chart.omitted", names=say.list(layout.omitted)))
    return measure.wrap(" · ".join(notes), width, look.size.type(0.8), most=3) if notes else []
