"""The map as a drawing: every region a named shape that can be recoloured, its words texts, its legend beside it.

It is made of the same picture as the figure on screen, so windows, labels, callouts and legend stand where they do there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from components.charts.choropleth import Picture, picture
from components.labels import clean
from components.mapping.painting import OUTLINE, Painter, Shapes
from components.mapping.points import Point
from components.mapping.projection import Window
from components.natives import Drawing, Line, Mark, Shape, legends, traces
from components.natives.legends import rectangle
from components.natives.rims import Ring, inner, rims
from components.natives.written import plain
from components.sheet import Heading, Room
from components.theme import Brand, Look
from components.wording import Words, words
from datasets.view import View

BORDER, THIN = 0.7, 0.35  # width of borders, and where there are many regions
ABOVE, INTENDED = 0.8, 2.0  # width of the borders of regions above, and around what is only intended
Item = Shape | Mark | Line


def native(
    view: View,
    look: Look,
    shapes: Shapes,
    *,
    lit: Collection[str] = (),
    method: str = "quantile",
    limits: tuple[float, ...] = (),
    points: Sequence[Point] = (),
    title: str = "",
) -> tuple[Drawing]:
    """One shape for each region, named with its value; insets, labels, callouts, symbols and legend as on screen.

    Title, subtitle and sources are not in it: the document has its own place for them.
    """
    own = bare(look)
    note = (words(look.lang)("map_legend.points"),) if points else ()
    made = picture(
        view, own, shapes, Heading("", foot=note), lit=lit, method=method, limits=limits, points=points
    )
    items = (*_windows(made), *_around(made))
    told = clean(title) or clean(view.indicator.title[look.lang])
    return (Drawing(look.size.width, look.size.height, items, title=told),)


def bare(look: Look) -> Look:
    """The same look without an edge, a title and an organisation's name."""
    return replace(look, titled=False, sourced=True, brand=Brand(), size=replace(look.size, pad=0))


@dataclass(frozen=True)
class _Scene:
    """One window of a map where it stands in the drawing; ``inset`` is what it is called, of a magnifier."""

    made: Picture
    geo: str
    window: Window
    say: Words
    inset: str = ""

    @property
    def painter(self) -> Painter:
        return self.made.painter


def _windows(made: Picture) -> Iterator[Item]:
    """The main map, then the magnifiers, each in its frame."""
    lang = made.painter.look.lang
    say = words(lang)
    yield from _window(_Scene(made, "geo", _moved(made.layout.main, made.room), say))
    for number, (frame, window) in enumerate(made.layout.magnifiers, start=2):
        inset = clean(getattr(frame, lang)) or say("map_parts.frame_plain")
        scene = _Scene(made, f"geo{number}", _moved(window, made.room), say, inset)
        yield from _window(scene)
        yield _frame(scene)


def _moved(window: Window, room: Room) -> Window:
    """A window of the plot area in the pixels of the whole drawing."""
    box = window.box
    return replace(window, box=replace(box, left=box.left + room.left, top=box.top + room.top))


def _window(scene: _Scene) -> Iterator[Item]:
    """Regions, then what is written over them."""
    painter = scene.painter
    found = rims(painter.codes, scene.window)
    yield from _regions(scene, found)
    flat = {code: rings for code, rings in found.items() if not painter.shades[code].hatched}
    for trace in painter.traces:
        if trace["geo"] == scene.geo and trace["type"] == "scattergeo":
            yield from traces.items(trace, scene.window, scene.say, flat)


def _regions(scene: _Scene, found: Mapping[str, tuple[Ring, ...]]) -> Iterator[Shape | Line]:
    """The lit ones last, below them the borders of the regions above."""
    painter = scene.painter
    lit = [code for code in found if code in painter.lit]
    edged = [code for code in found if painter.shades[code].edge and code not in lit]
    flat = [code for code in found if code not in lit and code not in edged]
    yield from (_region(scene, code, found[code]) for code in (*flat, *edged))
    if painter.many and painter.shapes.parents is not None:
        yield from _borders(scene)
    for code in lit:
        yield from _lit(scene, _region(scene, code, found[code]))


def _lit(scene: _Scene, shape: Shape) -> Iterator[Shape | Line]:
    """A lit region; where a magnifier cuts it, its outline is drawn apart, for it does not run along the frame."""
    box, edges = scene.window.drawn, [(*ring, ring[0]) for ring in shape.rings]
    runs = [run for ring in shape.rings for run in inner(ring, box)]
    if runs == edges:
        yield shape
        return
    yield replace(shape, edge="")
    for run in runs:
        yield Line(scene.say("map_parts.border", name=shape.name), run, shape.edge, shape.width)


def _region(scene: _Scene, code: str, rings: tuple[Ring, ...]) -> Shape:
    """One region with all its islands, in the paint it has on screen."""
    painter, colours = scene.painter, scene.painter.look.palette
    shade, edge, width = painter.shades[code], colours.missing, THIN if painter.many else BORDER
    if code in painter.lit:
        edge, width = colours.lit, OUTLINE
    elif shade.edge:
        edge, width = shade.edge, INTENDED
    hatch = colours.missing if shade.hatched else ""
    name, *told = plain(painter.hovers[code])
    text = scene.say("map_parts.told", name=name, text=" ".join(told))
    return Shape(_name(scene, code), rings, shade.fill, edge, width, hatch, text=text)


def _name(scene: _Scene, code: str) -> str:
    """``광주 2.9%``, and in a magnifier which it is."""
    told = dict(
        name=clean(scene.painter.view.name(code, scene.say.lang)), value=clean(scene.painter.full[code])
    )
    return (
        scene.say("map_parts.inset", inset=scene.inset, **told)
        if scene.inset
        else scene.say("map_parts.region", **told)
    )


def _borders(scene: _Scene) -> Iterator[Shape]:
    """The borders of the regions above, without a fill, so that what lies below can be taken hold of."""
    view, muted = scene.painter.view, scene.painter.look.palette.muted
    for code, rings in rims(scene.painter.codes, scene.window, above=True).items():
        name = scene.say("map_parts.border", name=clean(view.name(code, scene.say.lang)))
        yield Shape(name, rings, edge=muted, width=ABOVE)


def _frame(scene: _Scene) -> Shape:
    drawn, colours = scene.window.drawn, scene.painter.look.palette
    ring = rectangle(drawn.left, drawn.top, drawn.width, drawn.height)
    return Shape(scene.say("map_parts.frame", inset=scene.inset), (ring,), edge=colours.others, width=1)


def _around(made: Picture) -> Iterator[Item]:
    """What stands around the map: the names of magnifiers, the legend, and what symbols must not be taken for."""
    for each in (*made.captions, *made.worn["annotations"]):
        yield from traces.note(each, made.room)
    yield from legends.items(made.legend, made.entries, made.room)
