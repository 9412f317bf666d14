"""Table: the rows of a View or Records, set in our type, for files and for those who want to read, not to look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from components import captions, measure
from components.board import LEADING, LEFT_OF, RIGHT_OF, Board
from components.cells import cells, is_numeric
from components.sheet import Heading, sheet
from components.sheet import room as room_of
from components.theme import Look
from components.wording import Words, words
from datasets.records import Records
from datasets.view import View

__all__ = ["cells", "table"]

STEPS = (0.93, 0.87, 0.8, 0.75)
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
)  # the last to go where there is no room
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


def table(
    material: View | Records, look: Look, *, columns: Sequence[str] | None = None, title: str = ""
) -> go.Figure:
    """Rows and columns of readable texts: wrapped between words, figures flush right, header in words.

    ``columns`` chooses ids of ``cells.COLUMNS``. A column without room, and rows below the edge of the sheet, are left
    out of the picture and named or counted under it; ``cells`` always gives all of them.
    """
    # Drawn on a board and not as go.Table, which sets wrapped cells lower than others in their row, loses the right
    # edge of wrapped figures, and hides rows behind a scroll bar that a file does not have.
    figure, say = go.Figure(), words(look.lang)
    frame = cells(material, look.lang, columns)
    heading = _heading(material, look, title)
    space = room_of(heading, look)
    layout = _layout(frame, look, space.width, space.height)
    board = Board(figure, look, sheet(figure, heading, look))
    _draw_head(board, layout)
    y = _draw_rows(board, layout)
    if not len(frame):
        board.text(0, y + layout.size, say("missing.none"), layout.size, look.palette.muted)
    _draw_notes(board, layout, say)
    return board.finish()


def _heading(material: View | Records, look: Look, title: str) -> Heading:
    if isinstance(material, View):
        return captions.of_view(material, look)
    return captions.of_records(material, look, title or words(look.lang)(f"table.{material.kind}"))


# --- how it is laid out ---


@dataclass(frozen=True)
class Layout:
    """What fits: the columns and their widths, each cell in lines, the height of the rows, and what is left out."""

    frame: pd.DataFrame
    widths: tuple[float, ...]
    lines: tuple[tuple[tuple[str, ...], ...], ...]
    heads: tuple[tuple[str, ...], ...]
    size: float
    omitted: tuple[str, ...]
    rest: int
    free: float
    air: float = 0

    def aired(self) -> Layout:
        """The same with what is left of the height spread over the rows, up to a comfortable measure."""
        return replace(self, air=max(min(self.free / max(len(self.lines), 1), self.size * 0.7), 0))


def _layout(frame: pd.DataFrame, look: Look, width: float, height: float) -> Layout:
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
    widths = _widths(frame, ems, size, width)
    if not widths:
        return None
    say = words(look.lang)
    layout = _fill(frame, widths, size, height, omitted)
    if not layout.rest and not omitted:
        return layout
    worst = replace(layout, rest=max(layout.rest, 1))
    notes = (len(_notes(worst, look, width, say)) * LEADING + 0.6) * look.size.type(0.8)
    return _fill(frame, widths, size, height - notes, omitted)


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
        least.append(word * size * 1.04 + 2 * _pad(size))
        wish.append(max(least[-1], min(typical * size * 1.04 + 2 * _pad(size), width * 0.5)))
    spare = width - sum(least)
    if spare < 0:
        return ()
    hunger = [w - low for w, low in zip(wish, least, strict=True)]
    if sum(hunger) > spare:
        return tuple(low + spare * h / sum(hunger) for low, h in zip(least, hunger, strict=True))
    return tuple(w * width / sum(wish) for w in wish)


def _fill(
    frame: pd.DataFrame, widths: Sequence[float], size: float, height: float, omitted: tuple[str, ...] = ()
) -> Layout:
    """As many rows as the height takes."""
    heads = tuple(
        tuple(measure.wrap(c, w - 2 * _pad(size), size, bold=True))
        for c, w in zip(frame.columns, widths, strict=True)
    )
    used = _row_height(heads, size)
    rows: list[tuple[tuple[str, ...], ...]] = []
    for record in frame.itertuples(index=False):
        lines = tuple(
            tuple(measure.wrap(str(t), w - 2 * _pad(size), size, most=6))
            for t, w in zip(record, widths, strict=True)
        )
        if used + _row_height(lines, size) > height:
            break
        used += _row_height(lines, size)
        rows.append(lines)
    return Layout(
        frame.iloc[: len(rows)],
        tuple(widths),
        tuple(rows),
        heads,
        size,
        omitted,
        len(frame) - len(rows),
        height - used,
    )


def _pad(size: float) -> float:
    return size * 0.55


def _row_height(lines: Sequence[Sequence[str]], size: float) -> float:
    return max((len(cell) for cell in lines), default=1) * size * LEADING + size * 0.5


# --- how it is drawn ---


def _draw_head(board: Board, layout: Layout) -> None:
    colours, height = board.look.palette, _row_height(layout.heads, layout.size)
    board.box(0, 0, board.room.width, height, fill=colours.plain, radius=3)
    for x, width, lines, right in _cells_of(layout, layout.heads, board.look.lang):
        _write(board, x, height / 2, width, lines, layout.size, right, bold=True)


def _draw_rows(board: Board, layout: Layout) -> float:
    """The rows with a hairline under each; what has no data is set back. Returns where they end."""
    y = _row_height(layout.heads, layout.size)
    for row in layout.lines:
        height = _row_height(row, layout.size) + layout.air
        for x, width, lines, right in _cells_of(layout, row, board.look.lang):
            _write(board, x, y + height / 2, width, lines, layout.size, right)
        y += height
        board.line([(0, y), (board.room.width, y)], board.look.palette.border)
    return y


def _cells_of(
    layout: Layout, row: Sequence[Sequence[str]], lang: str
) -> Iterator[tuple[float, float, Sequence[str], bool]]:
    """Left edge, width, lines and alignment of each cell of a row."""
    x = 0.0
    for column, width, lines in zip(layout.frame.columns, layout.widths, row, strict=True):
        yield x, width, lines, is_numeric(column, lang)
        x += width


def _write(
    board: Board,
    x: float,
    y: float,
    width: float,
    lines: Sequence[str],
    size: float,
    right: bool,
    *,
    bold: bool = False,
) -> None:
    pad, side = _pad(size), LEFT_OF if right else RIGHT_OF
    y -= len(lines) * size * LEADING / 2
    missing = words(board.look.lang)("missing.none") in lines
    for line in lines:  # one text a line, so that wrapped figures stay flush right
        board.text(
            x + (width - pad if right else pad),
            y,
            line,
            size,
            board.look.palette.muted if missing else "",
            bold=bold,
            side=side,
        )
        y += size * LEADING


def _draw_notes(board: Board, layout: Layout, say: Words) -> None:
    """At the foot: how many rows are shown, and which columns are not."""
    size = board.look.size.type(0.8)
    lines = _notes(layout, board.look, board.room.width, say)
    if lines:
        board.text(0, board.room.height - len(lines) * size * LEADING, lines, size, board.look.palette.muted)


def _notes(layout: Layout, look: Look, width: float, say: Words) -> list[str]:
    notes = (
        [say("table_chart.shown", n=layout.rest + len(layout.lines), k=len(layout.lines))]
        if layout.rest
        else []
    )
    if layout.omitted:
        notes.append(say("table_chart.omitted", names=say.list(layout.omitted)))
    return measure.wrap(" · ".join(notes), width, look.size.type(0.8), most=3) if notes else []
