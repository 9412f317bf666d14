"""Drawings on slides, read again: one group of named native shapes, recolourable, with texts that stay texts."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from components.export.pptx.drawing import add_drawing
from components.mapping.inside import inside
from components.mapping.shading import shades
from components.natives import Drawing, Line, Mark, Shape, maps, tiles
from components.theme import Look
from datasets.view import View
from tests.components import level
from tests.components import maps as known

FONT, BOX = "맑은 고딕", (500_000, 900_000, 11_000_000, 5_000_000)
NASTY = '=cmd|"/c calc"!A1 <a:t>&amp;\x07\ufffe\ud800\u202e</a:t>'
SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
HOLE = ((3.0, 3.0), (6.0, 3.0), (6.0, 7.0))


def file_of(drawing: Drawing, alt: str = "") -> bytes:
    deck = Presentation()
    add_drawing(deck.slides.add_slide(deck.slide_layouts[6]), drawing, BOX, FONT, alt)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def group_of(drawing: Drawing, alt: str = "") -> Any:
    """The only thing on the slide, as another program finds it."""
    (group,) = Presentation(io.BytesIO(file_of(drawing, alt))).slides[0].shapes
    assert group.shape_type == MSO_SHAPE_TYPE.GROUP
    return group


def xml_of(drawing: Drawing) -> str:
    with zipfile.ZipFile(io.BytesIO(file_of(drawing))) as parts:
        return parts.read("ppt/slides/slide1.xml").decode()


def map_of(view: View, **more: object) -> Drawing:
    (found,) = maps.native(view, Look(), inside(view), **more)  # type: ignore[arg-type]
    return found


@cache
def lit_map() -> Any:
    """A map of nine reporting regions of seventeen, one of them lit."""
    return group_of(map_of(known.view(9), lit=("seoul",)), alt="대체 글")


def only(*items: Shape | Mark | Line, title: str = "그림") -> Drawing:
    return Drawing(100, 50, items, title=title)


def described(shape: Any) -> str:
    return shape._element.xpath(".//p:cNvPr")[0].get("descr", "")


def of_regions(group: Any, view: View) -> dict[str, Any]:
    """The shapes of the main map by region."""
    forms = [shape for shape in group.shapes if described(shape) and not shape.name.endswith(")")]
    names = {view.name(region.code, "ko"): region.code for region in view.regions}
    return {names[shape.name.split(" ")[0]]: shape for shape in forms}


def test_a_map_in_powerpoint_is_one_group_with_one_named_shape_for_each_region() -> None:
    view = known.view(9)
    assert lit_map().name == view.indicator.title.ko and described(lit_map()) == "대체 글"
    found = of_regions(lit_map(), view)
    assert set(found) == {region.code for region in view.regions}
    for code, value in view.ranking["value"].items():
        assert found[str(code)].name == f"{view.name(str(code), 'ko')} {value:.0f}곳"
        assert described(found[str(code)]) == f"{view.name(str(code), 'ko')}: {value:.0f}곳"


def test_a_fill_is_the_colour_of_the_class_and_no_data_a_pattern() -> None:
    view = known.view(9)
    shaded = shades(view, Look(), ("seoul",), view.classes("quantile", ()))
    for code, shape in of_regions(lit_map(), view).items():
        if shaded[code].hatched:
            assert shape.fill.type == MSO_FILL.PATTERNED and "자료 없음" in shape.name
            assert f"#{shape.fill.back_color.rgb}".lower() == shaded[code].fill
            assert f"#{shape.fill.fore_color.rgb}".lower() == Look().palette.missing
        else:
            assert f"#{shape.fill.fore_color.rgb}".lower() == shaded[code].fill


def test_a_lit_region_is_outlined_above_the_others() -> None:
    found = list(of_regions(lit_map(), known.view(9)).items())
    code, shape = found[-1]
    assert code == "seoul" and f"#{shape.line.color.rgb}".lower() == Look().palette.lit
    assert shape.line.width > 2 * max(other.line.width for _, other in found[:-1])


def test_a_region_can_be_recoloured_and_saved_again() -> None:
    deck = Presentation(io.BytesIO(file_of(map_of(known.view(9)))))
    (group,) = deck.slides[0].shapes
    shape = of_regions(group, known.view(9))["jeju"]
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string("FF0000")
    stream = io.BytesIO()
    deck.save(stream)
    again = of_regions(Presentation(stream).slides[0].shapes[0], known.view(9))["jeju"]
    assert str(again.fill.fore_color.rgb) == "FF0000"


def test_every_shape_has_a_number_and_a_name_of_its_own_kind() -> None:
    tags = re.findall(r'<p:cNvPr id="(\d+)" name="([^"]*)"', xml_of(map_of(known.full(), lit=("gwangju",))))
    assert len({number for number, _ in tags}) == len(tags) > 40
    assert all(name for _, name in tags[1:])


def test_words_have_room_never_wrap_and_carry_the_font_for_every_script() -> None:
    boxes = [shape for shape in lit_map().shapes if shape.has_text_frame and shape.text_frame.text]
    assert len(boxes) > 15 and any(
        box.text_frame.text == "강원" or "강원\n" in box.text_frame.text for box in boxes
    )
    for box in boxes:
        frame = box.text_frame
        assert frame.word_wrap is False and frame.margin_left == frame.margin_top == 0
        for paragraph in frame.paragraphs:
            traits = paragraph.runs[0]._r.rPr
            faces = [traits.find(qn(tag)).get("typeface") for tag in ("a:latin", "a:ea", "a:cs")]
            assert faces == [FONT] * 3
            assert paragraph.runs[0].font.size.pt * len(frame.paragraphs) * 1.22 < box.height.pt


def test_a_drawing_keeps_its_form_and_stands_in_the_middle_of_its_box() -> None:
    group = group_of(only(Shape("ganz", ((*SQUARE,),), "#112233")))
    left, top, wide, high = BOX
    assert group.height == high and group.width == high * 2
    assert group.left == left + (wide - group.width) // 2 and group.top == top
    (square,) = group.shapes
    assert square.width == square.height == high // 5


def test_a_hole_and_islands_stay_in_one_form_and_a_rectangle_is_a_rectangle() -> None:
    island = tuple((x + 40, y) for x, y in SQUARE)
    xml = xml_of(
        only(Shape("hollow", (SQUARE, HOLE, island), "#112233"), Shape("plain", (SQUARE,), "#112233"))
    )
    assert xml.count("<a:path ") == 1 and xml.count("<a:moveTo>") == xml.count("<a:close/>") == 3
    assert xml.count('prst="rect"') == 1


def test_lines_are_connectors_or_open_forms_and_dashes_stay() -> None:
    straight = Line("gerade", ((10, 40), (5, 5)), "#000000", dashed=True)
    bent = Line("krumm", ((0, 0), (5, 5), (9, 0)), "#000000", 2)
    first, second = group_of(only(straight, bent)).shapes
    assert (
        (first.begin_x > first.end_x) and (first.begin_y > first.end_y) and first.line.dash_style is not None
    )
    assert second.fill.type == MSO_FILL.BACKGROUND and "<a:close/>" not in xml_of(only(bent))


@pytest.mark.parametrize(("side", "align"), [("left", "r"), ("right", "l"), ("middle", "ctr")])
def test_a_text_stands_beside_its_place(side: str, align: str) -> None:
    group = group_of(only(Mark(50, 25, "글자", 10, "#000000", side=side)))
    (box,) = group.shapes
    place = group.left + group.width // 2
    assert {"left": box.left + box.width, "right": box.left, "middle": box.left + box.width // 2}[
        side
    ] == pytest.approx(place, abs=2)
    assert box.text_frame.paragraphs[0]._p.pPr.get("algn") == align


def test_hostile_texts_are_only_text() -> None:
    mark, shape = Mark(5, 5, f"{NASTY}\n{NASTY}", 5, "#000000"), Shape(NASTY, (SQUARE,), text=NASTY)
    group = group_of(only(mark, shape, title=NASTY), alt=NASTY)
    told = '=cmd|"/c calc"!A1 <a:t>&amp; </a:t>'
    box, form = group.shapes
    assert group.name == form.name == described(form) == described(group) == told
    assert box.text_frame.text == f"{told}\n{told}"


def test_nothing_is_added_for_a_drawing_without_items() -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    add_drawing(slide, only(), BOX, FONT)
    assert len(slide.shapes) == 0


def test_slides_stay_small() -> None:
    assert len(xml_of(map_of(known.full(), lit=("gwangju",)))) < 300_000
    assert len(xml_of(map_of(level.view()))) < 1_000_000


def test_tiles_are_rectangles_with_their_words_on_them() -> None:
    view = known.view(9)
    (drawing,) = tiles.native(view, Look(), lit=("seoul",), title="제목")
    group = group_of(drawing)
    found = of_regions(group, view)
    assert len(found) == 17 and group.name == "제목"
    assert sum(shape.fill.type == MSO_FILL.PATTERNED for shape in found.values()) == 8
    assert all(shape._element.xpath(".//a:prstGeom[@prst='rect']") for shape in found.values())
