"""Profile: every indicator one region reports, by pillar, with its value and its place among those reporting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from components import measure
from components.board import LEFT_OF, Board, outlines
from components.contents.profile import Profile, Row, Track, heading_of, profile_of
from components.layouts.profile import GAP, Layout, fit
from components.legend import Foot, Glyph
from components.lit import marks
from components.sheet import sheet
from components.theme import SYMBOLS, Look
from components.wording import words
from datasets.standing import QUARTER, STRENGTH, WEAKNESS
from datasets.view import View

Box = tuple[float, float, float, float]
Spot = tuple[float, float, float]  # x, y and diameter of a mark


def profile(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """One row an indicator the lit region reports: name, value, period, and a track with all places, the best at right.

    Where most regions report and the better direction is known, the best and the last quarter are shaded. Where
    more is neither better nor worse the largest is at the right and nothing is shaded. Too few reporting regions,
    plans and dates have no track. What others report in the region's stead (after a merger) stands last.
    """
    figure, told = go.Figure(), profile_of(view, look, lit)
    board = Board(figure, look, sheet(figure, heading_of(told, view, look, title), look))
    if not told.rows:
        return _empty(board, told)
    layout, foot = _fitted(board, told)
    figure.add_traces(list(_traces(view, look, told, layout)))
    for line, x, y in layout.placed():
        if isinstance(line, str):
            _write_name(board, line, x, y, layout)
        else:
            _write_row(board, line, x, y, layout)
    _write_bands(board, layout)
    foot.draw(board)
    return board.finish()


def _fitted(board: Board, told: Profile) -> tuple[Layout, Foot]:
    """The rows that find room, and the foot below them, which counts those that do not."""
    look, width, height = board.look, board.room.width, board.room.height
    foot = Foot(_glyphs(told, look), _notes(told, look, width), width, look.size.type(0.8))
    layout = fit(told.groups, look, width, height - foot.high)
    if not layout.left_out:
        return layout, foot
    layout = fit(told.groups, look, width, height - replace(foot, kept=1).high)
    more = words(look.lang)("profile.more", n=layout.left_out)
    return layout, replace(foot, notes=[more, *foot.notes])


def _empty(board: Board, told: Profile) -> go.Figure:
    """That nobody is chosen, or that nothing is known of whom."""
    say, size = words(board.look.lang), board.look.size.base
    text = say("profile.none", region=told.name) if told.code else say("profile.choose")
    board.hatch(0, size * 0.6, size * 2, size)
    board.text(
        size * 2.6,
        0,
        measure.wrap(text, board.room.width - size * 3, size, most=4),
        size,
        board.look.palette.muted,
    )
    return board.finish()


def _glyphs(told: Profile, look: Look) -> list[Glyph]:
    """The legend in words: our region and the others."""
    say, colours = words(look.lang), look.palette
    tracks = [row.track for row in told.rows if row.track]
    return (
        [Glyph("dot", told.name, colours.lit), Glyph("dot", say("profile.others"), colours.others)]
        if tracks
        else []
    )


def _notes(told: Profile, look: Look, width: float) -> list[str]:
    """What the right end of a track means, what the shades mean, and what is meant by no place."""
    say, tracks = words(look.lang), [row.track for row in told.rows if row.track]
    notes = [say("profile.plain")] if any(not track.judged for track in tracks) else []
    notes += [say("profile.bands")] if any(track.judged for track in tracks) else []
    return [line for note in notes for line in measure.wrap(note, width, look.size.type(0.8), most=4)]


def _tracked(layout: Layout) -> Iterable[tuple[Row, Track, float, float, float]]:
    """The rows with a track: its two ends and its middle line."""
    for line, x, y in layout.placed():
        if isinstance(line, Row) and line.track:
            y += layout.step * 0.22 if layout.parts.two else 0
            yield line, line.track, x + layout.parts.track0, x + layout.parts.track1, y


def _traces(view: View, look: Look, told: Profile, layout: Layout) -> Iterable[go.Scatter]:
    """Shades, lines, the places of the others and, on top, the region's own."""
    rows = list(_tracked(layout))
    high = layout.step * (0.36 if layout.parts.two else 0.84)
    judged = [row for row in rows if row[1].judged]
    edge = layout.size * 0.4
    for side, colour in ((STRENGTH, look.palette.sequential[0]), (WEAKNESS, look.palette.plain)):
        if judged:
            boxes = [_band(side, track, (x0, x1), y, high, edge) for _, track, x0, x1, y in judged]
            yield _filled(boxes, colour, side)
    yield _lines([(x0, y, x1) for _, _, x0, x1, y in rows], look.palette.border)
    yield _dots(
        [spot for row in rows for spot in _spots(row, layout.size)], look.palette.others, SYMBOLS[0], "others"
    )
    mark = marks(view, (told.code,), look)[told.code]
    own = [(x0 + (x1 - x0) * track.own, y, layout.size * 0.86) for _, track, x0, x1, y in rows]
    yield _dots(own, mark.colour, mark.symbol, "own")


def _band(side: str, track: Track, ends: tuple[float, float], y: float, high: float, edge: float) -> Box:
    """The places of the best quarter at the end of a track, of the last at its beginning, up to half way to the next."""
    (x0, x1), many = ends, len(track.others) + 1
    long = (x1 - x0) * (int(many * QUARTER) - 0.5) / (many - 1)
    start, end = (x1 - long, x1 + edge) if side == STRENGTH else (x0 - edge, x0 + long)
    return start, y - high / 2, end, y + high / 2


def _spots(row: tuple[Row, Track, float, float, float], size: float) -> list[Spot]:
    """The places of the others, smaller the more there are."""
    _, track, x0, x1, y = row
    many = max(len(track.others), 1)
    diameter = max(min((x1 - x0) / many * 0.55, size * 0.36), 1.2)
    return [(x0 + (x1 - x0) * share, y, diameter) for share in sorted(set(track.others))]


def _filled(boxes: Sequence[Box], colour: str, name: str) -> go.Scatter:
    return go.Scatter(
        **outlines(boxes), mode="lines", fill="toself", fillcolor=colour, line=dict(width=0),
        hoverinfo="skip", cliponaxis=False, name=name,
    )  # fmt: skip


def _lines(ends: Sequence[tuple[float, float, float]], colour: str) -> go.Scatter:
    xs = [x for x0, _, x1 in ends for x in (x0, x1, None)]
    ys = [at for _, y, _ in ends for at in (y, y, None)]
    return go.Scatter(
        x=xs, y=ys, mode="lines", line=dict(color=colour, width=1), hoverinfo="skip", name="tracks"
    )


def _dots(spots: Sequence[Spot], colour: str, symbol: str, name: str) -> go.Scatter:
    x, y, sizes = map(list, zip(*spots, strict=True)) if spots else ([], [], [])
    marker = dict(size=sizes, color=colour, symbol=symbol, opacity=1, line=dict(width=0))
    return go.Scatter(x=x, y=y, mode="markers", marker=marker, hoverinfo="skip", cliponaxis=False, name=name)


def _write_name(board: Board, name: str, x: float, y: float, layout: Layout) -> None:
    """The name of a pillar on a thin line."""
    size, bottom = layout.size * 0.92, y + layout.step * 0.42
    board.text(x, y + layout.step * 0.06, name, size, board.look.palette.muted, bold=True, level="middle")
    board.line([(x, bottom), (x + layout.parts.width, bottom)], board.look.palette.border)


def _write_row(board: Board, row: Row, x: float, y: float, layout: Layout) -> None:
    (_write_two if layout.parts.two else _write_one)(board, row, x, y, layout)
    at = x + (
        layout.parts.track0 + (layout.parts.track1 - layout.parts.track0) * row.track.own
        if row.track
        else layout.parts.value
    )
    board.point(at, y + (layout.step * 0.22 if row.track and layout.parts.two else 0), row.id, row.hover)


def _write_one(board: Board, row: Row, x: float, y: float, layout: Layout) -> None:
    """Name, value, period, and at the right end the place; what has no track says why in its stead."""
    parts, size, colours = layout.parts, layout.size, board.look.palette
    board.text(x, y, measure.shorten(row.name, parts.name, size), size, level="middle")
    if row.whole:
        _write_instead(board, row, x, y, layout)
        return
    board.text(x + parts.value, y, row.value, size, _ink(board, row), bold=True, side=LEFT_OF, level="middle")
    when = measure.shorten(row.when, parts.period, size * 0.85)
    board.text(x + parts.when, y, when, size * 0.85, colours.muted, level="middle")
    if row.track:
        _write_place(board, row, x, y, layout)
        return
    told = measure.shorten(row.told, parts.width - parts.track0, size * 0.85)
    board.text(x + parts.track0, y, told, size * 0.85, colours.muted, level="middle")


def _write_instead(board: Board, row: Row, x: float, y: float, layout: Layout) -> None:
    """What others report, over the rest of the row; its period at the end."""
    size, start = layout.size, layout.parts.name + GAP * layout.size
    when = measure.width(row.when, size * 0.85)
    text = measure.shorten(row.told, layout.parts.width - start - when - size, size)
    board.text(x + start, y, text, size, level="middle")
    end = x + layout.parts.width
    board.text(end, y, row.when, size * 0.85, board.look.palette.muted, side=LEFT_OF, level="middle")


def _write_place(board: Board, row: Row, x: float, y: float, layout: Layout) -> None:
    """The place at the right end, strong where it is a strength or a weakness."""
    strong = bool(row.track and row.track.side)
    board.text(x + layout.parts.width, y, row.told, layout.size, bold=strong, side=LEFT_OF, level="middle")


def _write_two(board: Board, row: Row, x: float, y: float, layout: Layout) -> None:
    """On a phone: name and place, below them the value and the track; the period where there is room for it."""
    parts, size = layout.parts, layout.size
    above, below = y - layout.step * 0.2, y + layout.step * 0.22
    told = row.when if row.whole else row.told if row.track else ""
    end = parts.width - (measure.width(told, size, bold=True) + size if told else 0)
    first = (x, above, row.name, end, False)
    second = (
        x,
        below,
        row.told if row.whole else row.value,
        parts.track0 - size if row.track else parts.width,
        not row.whole,
    )
    for left, line, text, room, bold in (first, second):
        ink = _ink(board, row) if bold else ""
        board.text(left, line, measure.shorten(text, room, size, bold), size, ink, bold=bold, level="middle")
    if row.track:
        _write_place(board, row, x, above, layout)
    elif row.whole:
        ink = board.look.palette.muted
        board.text(x + parts.width, above, row.when, size * 0.85, ink, side=LEFT_OF, level="middle")
    if not row.whole:
        _write_when(board, row, layout.size, (first, second))


def _write_when(
    board: Board, row: Row, size: float, lines: Sequence[tuple[float, float, str, float, bool]]
) -> None:
    """The period (and why there is no place) behind the value, or behind the name where there is more room."""
    text = " · ".join(filter(None, [row.when, "" if row.track else row.told]))
    starts = [measure.width(words_, size, bold) + size * 0.5 for _, _, words_, _, bold in lines]
    rooms = [line[3] - start for line, start in zip(lines, starts, strict=True)]
    small = size * 0.82
    at = 0 if measure.width(text, small) > rooms[1] and rooms[0] > rooms[1] else 1
    x, y = lines[at][0] + starts[at], lines[at][1]
    if rooms[at] > small * 2:
        board.text(
            x, y, measure.shorten(text, rooms[at], small), small, board.look.palette.muted, level="middle"
        )


def _ink(board: Board, row: Row) -> str:
    """Plans and targets never look like results."""
    colours = board.look.palette
    return {"target": colours.target_text, "planned": colours.planned}.get(row.tone, "")


def _write_bands(board: Board, layout: Layout) -> None:
    """What the shades mean, above the tracks of every column that has any."""
    say, size = words(board.look.lang), layout.size * 0.82
    for at, column in enumerate(layout.columns):
        if any(isinstance(line, Row) and line.track and line.track.judged for line in column):
            x, y = layout.left(at), layout.top - size * 0.3
            edge = layout.size * 0.4
            board.text(
                x + layout.parts.track0 - edge,
                y,
                say("profile.weak"),
                size,
                board.look.palette.muted,
                level="bottom",
            )
            end = x + layout.parts.track1 + edge
            board.text(
                end, y, say("profile.strong"), size, board.look.palette.muted, side=LEFT_OF, level="bottom"
            )
