"""The tile map as a drawing: every region a named rectangle, its name and value texts on it, its legend beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from components import captions
from components.charts.tile_map import NAME, OUTLINE, Picture, Tile, picture
from components.labels import clean
from components.mapping.shading import hover
from components.natives import Drawing, Mark, Shape, legends
from components.natives.legends import rectangle
from components.natives.maps import bare
from components.natives.written import marks
from components.sheet import Heading
from components.theme import Look
from components.wording import words
from datasets.view import View


def native(
    view: View,
    look: Look,
    *,
    lit: Collection[str] = (),
    method: str = "quantile",
    limits: tuple[float, ...] = (),
    title: str = "",
) -> tuple[Drawing]:
    """One rectangle for each region, named with its value, the ``lit`` ones outlined. Raises MissingTiles."""
    plain = bare(look)
    made = picture(view, plain, Heading(""), lit=lit, method=method, limits=limits)
    items = (
        *_tiles(made, view, plain, lit),
        *_words(made, plain),
        *legends.items(made.legend, made.entries, made.room),
    )
    told = clean(title) or clean(view.indicator.title[look.lang])
    return (Drawing(look.size.width, look.size.height, items, title=told),)


def _tiles(made: Picture, view: View, look: Look, lit: Collection[str]) -> Iterator[Shape]:
    """The tiles, the lit ones last."""
    texts, values = hover(view, look.lang), _values(view, look.lang)
    for tile in sorted(made.tiles, key=lambda tile: tile.code in lit):
        yield _tile(tile, made, look, tile.code in lit, texts[tile.code], values.get(tile.code, ""))
        if tile.code in lit:
            yield _inner(tile, made, look, view.name(tile.code, look.lang))


def _values(view: View, lang: str) -> dict[str, str]:
    rows = view.ranking.to_dict("index")
    return {code: captions.value_text(row, view.indicator, lang) for code, row in rows.items()}  # type: ignore[misc]


def _tile(tile: Tile, made: Picture, look: Look, lit: bool, told: str, value: str) -> Shape:
    colours, say, shade = look.palette, words(look.lang), tile.shade
    edge, width = shade.edge or (colours.missing if shade.hatched else shade.fill), 2 if shade.edge else 1
    if lit:
        edge, width = colours.lit, OUTLINE
    box = tile.box
    ring = rectangle(made.room.left + box.left, made.room.top + box.top, box.width, box.height)
    name, _, text = told.partition("\n")
    called = say("map_parts.region", name=clean(name), value=clean(value) or say("missing.none"))
    alt = say("map_parts.told", name=clean(name), text=clean(text))
    return Shape(called, (ring,), shade.fill, edge, width, colours.missing if shade.hatched else "", text=alt)


def _inner(tile: Tile, made: Picture, look: Look, name: str) -> Shape:
    """A paper-coloured line inside the outline of a lit tile, so that it shows on any fill."""
    box, called = tile.box, words(look.lang)("map_parts.border", name=clean(name))
    ring = rectangle(
        made.room.left + box.left + OUTLINE, made.room.top + box.top + OUTLINE, box.width - 2 * OUTLINE, box.height - 2 * OUTLINE
    )  # fmt: skip
    return Shape(called, (ring,), edge=look.palette.surface, width=2)


def _words(made: Picture, look: Look) -> Iterator[Mark]:
    for tile in made.tiles:
        x, y = tile.box.left + tile.box.width / 2, tile.box.top + tile.box.height / 2
        size, text = look.size.type(NAME), made.texts[tile.code]
        yield from marks(text, made.room.left + x, made.room.top + y, size, tile.shade.ink)
