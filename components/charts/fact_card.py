"""Fact card: one fact, large, with its status, place, period and source."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

import plotly.graph_objects as go

from components import captions, measure
from components.board import LEADING, LEFT_OF, Board
from components.contents import facts
from components.contents.facts import Fact, Part
from components.labels import clean
from components.labels import plotly as label
from components.sheet import CLEAR, Room, logo, logo_size
from components.theme import Look, template
from components.wording import words
from datasets.records import Records
from datasets.view import View

GROWTHS = (
    3.6,
    3.3,
    3.0,
    2.8,
    2.6,
    2.4,
    2.2,
    2.0,
    1.8,
    1.6,
    1.45,
    1.3,
    1.15,
    1.0,
    0.92,
    0.84,
    0.76,
    0.68,
    0.6,
)


@dataclass(frozen=True)
class _Sizes:
    """Type sizes of a card. The figure grows with the room, the words around it more slowly."""

    figure: float
    title: float
    note: float

    @property
    def tag(self) -> float:
        return self.note * 1.9


@dataclass(frozen=True)
class _Lines:
    """The texts of a card broken for a width, and how high they stand together."""

    sizes: _Sizes
    figure: list[list[Part]]
    title: list[str]
    notes: list[str]

    @property
    def middle(self) -> float:
        return self.height_of_figure + (0.2 + len(self.title) * LEADING) * self.sizes.title

    @property
    def height_of_figure(self) -> float:
        return sum(_size_of(line) * 1.22 for line in self.figure)

    @property
    def bottom(self) -> float:
        return len(self.notes) * self.sizes.note * 1.4

    @property
    def height(self) -> float:
        return self.sizes.tag + self.middle + self.bottom + self.sizes.note * 1.3


def fact_card(
    material: View | Records, look: Look, *, lit: Collection[str] = (), title: str = ""
) -> go.Figure:
    """One fact as a card: status word, region, the figure with unit and qualifier, title, period, coverage, source.

    A View shows its lit region, or the only one that reports, or the nation, with its place among those reporting; a
    region without a value is hatched. Records show their first row: a quantity, or a target as baseline → target.
    """
    fact = (
        facts.of_view(material, look, lit) if isinstance(material, View) else facts.of_records(material, look)
    )
    figure, pad = go.Figure(), look.size.type(look.size.pad)
    room = Room(pad, pad, pad, pad, look.size.width - 2 * pad, look.size.height - 2 * pad)
    margin = dict(l=pad, r=pad, t=pad, b=pad, pad=0, autoexpand=False)
    figure.update_layout(
        template=template(look.theme, look.size.base),
        width=look.size.width,
        height=look.size.height,
        margin=margin,
        **logo(look, margin),
    )
    if look.clear:
        figure.update_layout(paper_bgcolor=CLEAR, plot_bgcolor=CLEAR)
    lines = _fit(fact, title or fact.title if look.titled else "", look, room)
    board = Board(figure, look, room)
    _draw_top(board, fact, lines)
    _draw_middle(board, fact, lines, pad)
    if lines.notes:
        board.text(0, room.height - lines.bottom, lines.notes, lines.sizes.note, look.palette.muted)
    return board.finish()


def _fit(fact: Fact, title: str, look: Look, room: Room) -> _Lines:
    """The largest sizes at which everything stands inside the card."""
    most = min(room.width / (17 * look.size.base), room.height / (9 * look.size.base))
    mark = captions.mark(fact.edition, words(look.lang)) if look.sourced else ""
    for growth in (g for g in GROWTHS if g <= max(most, 1)):
        lines = _broken(fact, title, look, room, growth)
        if lines.height <= room.height:
            marked = _with_mark(lines, mark, _beside(look, room))
            return marked if marked.height <= room.height else lines
    return lines


def _beside(look: Look, room: Room) -> float:
    """The width of the lines below, which leave the corner to the organisation's logo."""
    return room.width - (logo_size(look)[0] + look.size.base if look.brand.logo else 0)


def _notes(fact: Fact, look: Look) -> list[str]:
    """What stands below the figure: its day and place, its document unless it is to stand beside, whose picture it is."""
    told = [note for note in fact.notes if look.sourced or note != fact.source]
    return [*told, *filter(None, [clean(look.brand.name)])]


def _with_mark(lines: _Lines, mark: str, width: float) -> _Lines:
    """The data version below, where there is room for it."""
    if not mark:
        return lines
    return _Lines(
        lines.sizes,
        lines.figure,
        lines.title,
        [*lines.notes, *measure.wrap(mark, width, lines.sizes.note)],
    )


def _broken(fact: Fact, title: str, look: Look, room: Room, growth: float) -> _Lines:
    base = look.size.base
    slow = 1 + (growth - 1) * 0.45 if growth > 1 else growth
    slower = 1 + (growth - 1) * 0.2 if growth > 1 else max(growth, 0.8)
    sizes = _Sizes(base * 2.5 * growth, base * 1.02 * slow, base * 0.82 * slower)
    return _Lines(
        sizes,
        _figure_lines(fact.parts, sizes, room.width),
        measure.wrap(clean(title), room.width, sizes.title, bold=True, most=4) if title else [],
        [
            line
            for note in _notes(fact, look)
            for line in measure.wrap(note, _beside(look, room), sizes.note, most=5)
        ],
    )


def _figure_lines(parts: tuple[Part, ...], sizes: _Sizes, room: float) -> list[list[Part]]:
    """The figure on one line, at most a third smaller than meant; else its last words go below, wrapped."""
    for shrink in (1.0, 0.9, 0.8, 0.7):
        sized = [part.at(sizes.figure * shrink * part.share) for part in parts]
        if sum(part.width for part in sized) <= room:
            return [sized]
    *head, tail = sized
    small = min(tail.size, sizes.title)
    below = [[tail.below(line, small)] for line in measure.wrap(tail.text, room, small)]
    return [*([head] if head else []), *below]


def _size_of(line: list[Part]) -> float:
    return max(part.size for part in line)


def _draw_top(board: Board, fact: Fact, lines: _Lines) -> None:
    """The status word in its frame at left, the place at right."""
    size, colours = lines.sizes.note, board.look.palette
    high = lines.sizes.tag
    tag = measure.shorten(fact.tag[:1].upper() + fact.tag[1:], board.room.width * 0.6, size, bold=True)
    wide = measure.width(tag, size, bold=True) + size * 1.2
    ink, edge, dash = {
        "target": (colours.target_text, colours.target, "solid"),
        "planned": (colours.muted, colours.planned, "dot"),
        "missing": (colours.muted, colours.muted, "solid"),
    }.get(fact.tone, (colours.link, colours.link, "solid"))
    board.box(0.5, 0.5, wide, high - 1, edge=edge, dash=dash)
    board.text(0.5 + size * 0.6, high / 2, tag, size, ink, bold=True, level="middle")
    place = measure.shorten(fact.place, board.room.width - wide - size, size)
    board.text(board.room.width, high / 2, place, size, colours.muted, side=LEFT_OF, level="middle")


def _draw_middle(board: Board, fact: Fact, lines: _Lines, pad: float) -> None:
    """The figure and, right below it, what it is; in the middle of what top and bottom leave."""
    free = board.room.height - lines.height
    y = lines.sizes.tag + lines.sizes.note * 0.5 + free * 0.42
    for line in lines.figure:
        size = _size_of(line)
        if fact.tone == "missing":
            board.hatch(0, y + size * 0.12, size * 1.6, size * 0.9)
        _write(board, line, size, size * 2 if fact.tone == "missing" else 0, y)
        y += size * 1.22
    if lines.title:
        _write_title(board, lines, pad + y + lines.sizes.title * 0.2, pad)


def _write_title(board: Board, lines: _Lines, y: float, pad: float) -> None:
    """The title of the figure, its top ``y`` pixels below the upper edge of the picture."""
    size = lines.sizes.title
    drop = (
        size * 0.75 if len(lines.title) > 1 else 0
    )  # Plotly hangs one line by its top, several by their first baseline
    board.figure.update_layout(
        title=dict(
            text="<b>" + "<br>".join(map(label, lines.title)) + "</b>", font=dict(size=size, color=board.look.palette.text),
            x=0, xref="container", xanchor="left", y=1, yref="container", yanchor="top",
            pad=dict(l=pad, t=y + drop), automargin=False,
        )
    )  # fmt: skip


def _write(board: Board, line: list[Part], size: float, x: float, y: float) -> None:
    """A line of parts of different size on one baseline, its top at ``y``."""
    colour = partial(_ink, board)
    written = "".join(
        f'<span style="font-size:{part.size:.1f}px;color:{colour(part)}">{_weighed(part)}</span>'
        for part in line
    )
    board.figure.add_scatter(
        x=[x], y=[y + size * 0.1], mode="text", text=[written], textposition="bottom right",
        textfont=dict(size=size, color=colour(line[0])), cliponaxis=False, hoverinfo="skip", name="figure",
    )  # fmt: skip


def _ink(board: Board, part: Part) -> str:
    colours = board.look.palette
    return {"target": colours.target_text, "quiet": colours.muted}.get(part.tone, colours.text)


def _weighed(part: Part) -> str:
    return _spaced(part.text) if part.light else f"<b>{_spaced(part.text)}</b>"


def _spaced(text: str) -> str:
    """A label that keeps the blanks at its ends, which parts of a figure need."""
    lead, trail = re.match(r"\s*", text).group(), re.search(r"\s*$", text).group()  # type: ignore[union-attr]
    return "\u00a0" * bool(lead) + label(text) + "\u00a0" * bool(trail)
