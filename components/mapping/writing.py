"""The writing on a map: names and values of its regions, and the names of the islands off the mainland."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from components.labels import plotly as label
from components.mapping import labelling
from components.mapping.labelling import Placed, Spot
from components.mapping.layout import outlying
from components.mapping.outlines import Ground
from components.mapping.painting import Painter
from components.mapping.projection import Box, Window
from components.theme import Look
from geo.boundaries import Frame

LABEL, LEAST, CAPTION = 0.8, 0.7, 0.74  # type sizes relative to the base


def label_size(look: Look, main: Window) -> float:
    """The type size of the labels: smaller on a small map, within limits."""
    return min(look.size.type(LABEL), max(look.size.type(LEAST), round(main.drawn.height * 0.034, 1)))


def write_labels(
    painter: Painter,
    ground: Ground,
    points: Mapping[str, tuple[float, float]],
    geo: str,
    size: float,
    taken: Iterable[Box],
    magnified: Iterable[tuple[Frame, Window]] = (),
    keep: bool = False,
) -> None:
    """Name and value of regions, as far as there is room; the name alone where a magnifier tells the value."""
    window = ground.window
    bare = {code for code, at in points.items() if any(shows(inset, at) for inset, _ in magnified)}
    spots = [
        Spot(
            code,
            *window.pixel(*at),
            _texts(painter, code, "" if code in bare else painter.told.get(code, "")),
            code in painter.lit,
            keep,
        )
        for code, at in points.items()
    ]
    placed = labelling.place(spots, size, window.drawn, ground, taken)
    for style, group in _by_style(painter, placed).items():
        _write(painter, window, group, geo, size, style)
    if not placed:
        painter.write(geo, "labels", lon=[], lat=[], mode="text")


def _texts(painter: Painter, code: str, value: str) -> tuple[tuple[str, ...], ...]:
    name = painter.view.name(code, painter.look.lang)
    return ((name, value), (name,)) if value else ((name,),)


def _by_style(painter: Painter, placed: list[Placed]) -> dict[tuple[str, str], list[Placed]]:
    """Labels by ink and halo: those on their region take its fill as halo, those beside it the paper's."""
    groups: dict[tuple[str, str], list[Placed]] = {}
    colours = painter.look.palette
    for each in placed:
        shade = painter.shades[each.spot.code]
        style = (shade.ink, shade.fill) if each.on else (colours.text, colours.surface)
        groups.setdefault(style, []).append(each)
    return groups


def _write(
    painter: Painter, window: Window, placed: list[Placed], geo: str, size: float, style: tuple[str, str]
) -> None:
    places = [window.place(each.x, each.y) for each in placed]
    painter.write(
        geo, "labels", lon=[lon for lon, _ in places], lat=[lat for _, lat in places], text=[_marked_up(each) for each in placed], mode="text",
        textposition="middle center", textfont=dict(size=size, color=style[0], shadow=halo(style[1])),
        hoverinfo="skip", customdata=[each.spot.code for each in placed],
    )  # fmt: skip


def _marked_up(placed: Placed) -> str:
    text = "<br>".join(map(label, placed.lines))
    return f"<b>{text}</b>" if placed.spot.bold else text


def shows(frame: Frame, place: tuple[float, float]) -> bool:
    """Whether a place lies in a frame."""
    return frame.lon[0] <= place[0] <= frame.lon[1] and frame.lat[0] <= place[1] <= frame.lat[1]


def halo(colour: str) -> str:
    """A thin glow around letters, as CSS."""
    return ", ".join(f"{x}px {y}px 1px {colour}" for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


def mark_islands(painter: Painter, frame: Frame, window: Window) -> list[Box]:
    """The names of what lies off the mainland, below it, and a dot on what is smaller than a pixel; the room they take."""
    size, colours = painter.look.size.type(CAPTION), painter.look.palette
    specks = [sum(each.lon) / 2 for each in outlying(frame)], [sum(each.lat) / 2 for each in outlying(frame)]
    painter.write(
        "geo", "marks", lon=specks[0], lat=specks[1], mode="markers", hoverinfo="skip",
        marker=dict(size=[_dot(each, window) for each in outlying(frame)], color=colours.muted, opacity=1),
    )  # fmt: skip
    spots = sorted(
        (*window.pixel(sum(each.lon) / 2, each.lat[0]), getattr(each, painter.look.lang))
        for each in outlying(frame)
    )
    inside: list[tuple[float, float]] = []
    boxes: list[Box] = []
    for x, y, text in spots:
        tries = [_kept_inside(x, y + down * size, text, size, window.drawn) for down in (0.95, -0.95)]
        free = [
            at for at in tries if not any(labelling.box_at(*at, [text], size).meets(other) for other in boxes)
        ]
        inside.append((free or tries)[0])
        boxes.append(labelling.box_at(*inside[-1], [text], size))
    places = [window.place(x, y) for x, y in inside]
    painter.write(
        "geo", "islands", lon=[lon for lon, _ in places], lat=[lat for _, lat in places], text=[label(text) for _, _, text in spots], mode="text",
        textfont=dict(size=size, color=colours.muted), textposition="middle center", hoverinfo="skip",
    )  # fmt: skip
    return boxes


def _dot(frame: Frame, window: Window) -> float:
    """The size of the dot on an island: none where it is large enough to be seen."""
    wide = window.pixel(frame.lon[1], frame.lat[0])[0] - window.pixel(frame.lon[0], frame.lat[0])[0]
    return 3.5 if wide < 4 else 0


def _kept_inside(x: float, y: float, text: str, size: float, box: Box) -> tuple[float, float]:
    half = labelling.extent([text], size)[0] / 2 + 1
    return min(max(x, box.left + half), box.right - half), y
