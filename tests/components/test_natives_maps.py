"""Maps and tile maps as drawings: named shapes, the same paint, places and words as in the figure on screen."""

from __future__ import annotations

import re

import pytest

from components.charts.choropleth import choropleth, picture
from components.mapping.inside import inside
from components.mapping.projection import Box
from components.mapping.shading import shades
from components.natives import Drawing, Line, Mark, Shape, maps, tiles
from components.natives.rims import Ring, inner
from components.natives.written import lines
from components.sheet import Heading
from components.theme import PRESETS, Look, Size
from components.wording import words
from datasets.view import View
from tests.components import level
from tests.components import maps as known

LOOK = Look()
POINT = (126.85, 35.16, "국가AI데이터센터\n데이터센터 · 광주", "data_centre", False)


def drawing(view: View, look: Look = LOOK, **more: object) -> Drawing:
    (found,) = maps.native(view, look, inside(view), **more)  # type: ignore[arg-type]
    return found


def shapes(found: Drawing) -> list[Shape]:
    return [item for item in found.items if isinstance(item, Shape)]


def marks(found: Drawing) -> list[str]:
    return [item.text for item in found.items if isinstance(item, Mark)]


def region(found: Drawing, name: str) -> Shape:
    """The shape of a region on the main map."""
    (shape,) = [
        shape for shape in shapes(found) if shape.name.startswith(f"{name} ") and "(" not in shape.name
    ]
    return shape


def of_regions(found: Drawing, view: View, lang: str = "ko") -> list[Shape]:
    """The shapes of the main map that bear a region's name and value."""
    names = tuple(f"{view.name(r.code, lang)} " for r in view.regions)
    return [s for s in shapes(found) if s.name.startswith(names) and s.fill and not s.name.endswith(")")]


@pytest.mark.parametrize("basis", ["17", "16"])
def test_every_region_is_one_shape_named_with_its_value_whatever_its_islands(basis: str) -> None:
    view = known.full(basis)
    found = of_regions(drawing(view), view)
    assert len(found) == len({shape.name for shape in found}) == int(basis)
    told = {code: f"{value:.1f}%" for code, value in view.ranking["value"].items()}
    names = {f"{view.name(r.code, 'ko')} {told.get(r.code, '자료 없음')}" for r in view.regions}
    assert {shape.name for shape in found} == names and len(told) >= 15
    assert len(region(drawing(view), "경북").rings) > 1 and len(region(drawing(view), "경남").rings) > 10


def test_of_many_regions_every_one_is_a_shape_below_the_borders_of_those_above() -> None:
    view = level.view()
    found = [shape for shape in shapes(drawing(view)) if shape.fill and shape.text]
    assert len(found) == len(level.codes()) == 229
    borders = [shape for shape in shapes(drawing(view)) if shape.name.endswith(" 경계")]
    assert len(borders) == len({r.parent for r in view.regions}) and not any(shape.fill for shape in borders)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_shape_has_the_paint_of_the_drawn_map(theme: str) -> None:
    view, look = known.view(9), Look(theme=theme)
    shaded = shades(view, look, (), view.classes("quantile", ()))
    found = drawing(view, look)
    for code, shade in shaded.items():
        shape = region(found, view.name(code, "ko"))
        assert shape.fill == shade.fill and bool(shape.hatch) is shade.hatched
    assert len({shade.fill for shade in shaded.values()}) > 2


@pytest.mark.parametrize(("lang", "none"), [("ko", "자료 없음"), ("en", "No data")])
def test_a_region_without_data_is_hatched_and_says_so(lang: str, none: str) -> None:
    view = known.view(9)
    hatched = [shape for shape in of_regions(drawing(view, Look(lang)), view, lang) if shape.hatch]
    assert len(hatched) == 8 and all(shape.name.endswith(none) and none in shape.text for shape in hatched)
    assert any(
        shape.hatch and none in shape.name for shape in shapes(drawing(view, Look(lang))) if not shape.text
    )


def test_a_lit_region_is_outlined_and_lies_above_the_others() -> None:
    view = known.full()
    found = of_regions(drawing(view, lit=("gwangju",)), view)
    assert found[-1].name.startswith("광주 ") and found[-1].edge == LOOK.palette.lit
    assert found[-1].width > 2 * max(shape.width for shape in found[:-1])
    assert not any(shape.edge == LOOK.palette.lit for shape in found[:-1])


def test_neighbours_share_their_border_and_a_region_around_another_has_a_hole_of_its_form() -> None:
    found = drawing(known.full())
    points = {
        name: {p for ring in region(found, name).rings for p in ring}
        for name in ("경기", "강원", "전남", "광주")
    }
    assert len(points["경기"] & points["강원"]) > 10
    (city,) = region(found, "광주").rings
    assert set(city) in [set(ring) for ring in region(found, "전남").rings]


def test_outlines_are_no_finer_than_they_are_seen() -> None:
    total = {
        regions: sum(len(ring) for shape in shapes(drawing(view)) for ring in shape.rings)
        for regions, view in ((17, known.full()), (229, level.view()))
    }
    assert 1000 < total[17] < 9000 and 5000 < total[229] < 20_000


@pytest.mark.parametrize("size", [PRESETS["slide"], PRESETS["half"], Size(420, 400)])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_words_are_those_of_the_figure_at_their_places(lang: str, size: Size) -> None:
    view, look = known.full(), Look(lang, size=size)
    own = maps.bare(look)
    made = picture(view, own, inside(view), Heading(""), lit=("gwangju",))
    told = [
        text
        for trace in made.painter.traces
        if trace["type"] == "scattergeo"
        for markup in trace.get("text", ())
        for text in ["\n".join(line.text for line in lines(markup, 1))]
    ]
    found = drawing(view, look, lit=("gwangju",))
    assert len(told) > 10 and set(told) <= set(marks(found))
    legend = [" ".join(entry.lines) for entry in made.entries]
    assert legend and set(legend) <= {text.replace("\n", " ") for text in marks(found)}
    for mark in (item for item in found.items if isinstance(item, Mark)):
        assert 0 <= mark.x <= size.width and 0 <= mark.y <= size.height


@pytest.mark.parametrize("look", known.LOOKS, ids=known.NAMES)
def test_nothing_lies_outside_the_frame(look: Look) -> None:
    found = drawing(known.full(), look, lit=("gyeonggi",))
    points = [p for shape in shapes(found) for ring in shape.rings for p in ring]
    assert all(-0.1 <= x <= found.width + 0.1 and -0.1 <= y <= found.height + 0.1 for x, y in points)


def test_a_magnifier_shows_regions_again_named_with_it_in_a_frame_without_a_fill() -> None:
    found = shapes(drawing(known.full()))
    names = [shape.name for shape in found]
    assert any(re.fullmatch(r"서울 .*% \(수도권\)", name) for name in names)
    frame = found[names.index("수도권 확대")]
    assert not frame.fill and frame.edge
    (box,) = frame.rings
    (left, top), (right, bottom) = box[0], box[2]
    for shape in (shape for shape in found if shape.name.endswith("(수도권)")):
        points = [p for ring in shape.rings for p in ring]
        assert all(left - 0.1 <= x <= right + 0.1 and top - 0.1 <= y <= bottom + 0.1 for x, y in points)


def test_the_outline_of_a_lit_region_does_not_run_along_the_frame_that_cuts_it() -> None:
    found = drawing(known.full(), lit=("gyeonggi",))
    cut = next(
        shape for shape in shapes(found) if shape.name.startswith("경기 ") and shape.name.endswith(")")
    )
    runs = [item for item in found.items if isinstance(item, Line) and item.colour == LOOK.palette.lit]
    assert cut.fill and not cut.edge and runs
    ring: Ring = ((0, 0), (4, 0), (4, 4), (2, 6), (0, 4))
    assert inner(ring, Box(0, 0, 4, 9)) == [((4, 4), (2, 6), (0, 4))]
    assert inner(ring, Box(-9, -9, 99, 99)) == [(*ring, (0, 0))]


def test_where_few_report_they_are_called_out_with_their_value() -> None:
    view = known.single()
    found = drawing(view)
    assert region(found, "광주").fill == LOOK.palette.lit
    assert "272건" in marks(found) and "광주" in marks(found)
    (leader,) = [item for item in found.items if isinstance(item, Line)]
    assert leader.name == words("ko")("map_parts.leader")


def test_a_place_is_a_small_shape_with_its_words_as_alternative_text() -> None:
    view = known.full()
    found = drawing(view, points=(POINT,))
    (place,) = [shape for shape in shapes(found) if shape.name == "국가AI데이터센터"]
    assert place.text == "국가AI데이터센터 · 데이터센터 · 광주" and place.fill == LOOK.palette.surface
    assert words("ko")("map_legend.points") in marks(found)


def test_a_hostile_title_and_hostile_words_of_places_are_only_text() -> None:
    nasty = "=cmd|'/c calc'!A1 <b onload=x>\u202e\ud800\x00</b>"
    found = drawing(known.full(), title=nasty, points=((126.9, 35.1, nasty, "data_centre", True),))
    assert found.title == "=cmd|'/c calc'!A1 <b onload=x> </b>"
    assert any(shape.name.startswith("=cmd|'/c calc'!A1 <b onload=x>") for shape in shapes(found))
    assert not any(mark for mark in marks(found) if "cmd" in mark)


def test_texts_keep_their_lines_sizes_and_weights() -> None:
    found = lines("<span style='font-size:9px'>a &lt;b&gt;<br>c</span><br><b>d</b>", 12)
    assert [(line.text, line.size, line.bold) for line in found] == [
        ("a <b>", 9, False),
        ("c", 9, False),
        ("d", 12, True),
    ]


def test_the_map_of_one_parent_has_a_shape_for_each_of_its_regions() -> None:
    view = level.view(parent="seoul")
    found = [shape for shape in shapes(drawing(view)) if shape.text]
    assert len(found) == len(level.codes("seoul")) == 25


@pytest.mark.parametrize(("basis", "lang"), [("17", "ko"), ("16", "en")])
def test_every_tile_is_one_named_rectangle_in_its_paint(basis: str, lang: str) -> None:
    view, look = known.full(basis), Look(lang)
    (found,) = tiles.native(view, look, lit=("seoul",))
    boxes = [shape for shape in shapes(found) if shape.text]
    shaded = shades(view, look, ("seoul",), view.classes("quantile", ()))
    assert len(boxes) == int(basis)
    for code, shade in shaded.items():
        name = view.name(code, lang)
        (shape,) = [shape for shape in boxes if shape.name.startswith(f"{name} ")]
        told = shape.name.removeprefix(f"{name} ")
        assert shape.fill == shade.fill and len(shape.rings[0]) == 4
        assert told in marks(found) and (told.endswith("%") or shade.hatched)
    assert boxes[-1].edge == look.palette.lit and boxes[-1].name.startswith(view.name("seoul", lang))


def test_a_tile_without_data_is_hatched_and_named_so() -> None:
    (found,) = tiles.native(known.view(9), LOOK)
    hatched = [shape for shape in shapes(found) if shape.hatch and shape.text]
    assert len(hatched) == 8 and all(shape.name.endswith("자료 없음") for shape in hatched)


def test_the_drawing_of_a_figure_without_shapes_by_address_is_the_same_size_as_the_figure() -> None:
    found, figure = drawing(known.full()), choropleth(known.full(), LOOK, known.ADDRESS)
    assert (found.width, found.height) == (figure.layout.width, figure.layout.height)
