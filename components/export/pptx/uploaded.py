"""An organisation's own presentation as the ground for ours: checked like anything a stranger hands over, then emptied."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from components.export.pptx.boxes import POINT, Box
from components.export.pptx.ground import Frame, Ground
from components.export.pptx.holders import Holder
from components.export.pptx.inspection import BROKEN, NAME, NotATemplate, inspect, inspect_rest
from components.export.pptx.pen import FONT, Pen
from components.export.pptx.themes import luminance
from components.theme import Look, palette

TITLES, BODIES, CONTENTS = ("title", "ctrTitle"), ("obj", "body", ""), ("obj", "")


def uploaded(template: bytes, look: Look, lang: str) -> Ground:
    """The ground a template gives. Raises NotATemplate, TemplateTooLarge or UnsafeTemplate."""
    inspect(template)
    try:
        presentation: Any = Presentation(io.BytesIO(template))
        _empty(presentation)
        inspect_rest(presentation.part.package)
        frames = _frames(presentation)
        font, dark = _font(presentation), _is_dark(presentation)
    except BROKEN as error:
        raise NotATemplate(NAME, reason="it cannot be opened") from error
    band = '<a:schemeClr val="bg1"><a:lumMod val="95000"/></a:schemeClr>'
    hair = '<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>'
    theme = "dark" if dark else "light" if look.theme == "dark" else look.theme
    return Ground(presentation, Pen(lang, palette(theme), font, band, hair), frames, theme)


def _empty(presentation: Any) -> None:
    """Take all slides out with their parts, and every list that still speaks of them."""
    part, root = presentation.part, presentation.part._element
    for listed in list(root.iter("{*}sldId")):
        part._rels.pop(listed.rId)
        listed.getparent().remove(listed)
    for told in [*root.findall("{*}custShowLst"), *root.iter("{*}sectionLst")]:
        place = told.getparent()
        (place.getparent() if place.tag.endswith("}ext") else place).remove(
            place if place.tag.endswith("}ext") else told
        )
    for rel in [rel for rel in part.package._rels.values() if rel.reltype == RT.THUMBNAIL]:
        part.package._rels.pop(rel.rId)


def _frames(presentation: Any) -> dict[str, Frame]:
    """For every role the layout that suits it best by the places it has."""
    width, height = presentation.slide_width / POINT, presentation.slide_height / POINT
    layouts = list(presentation.slide_layouts)
    bare = _first(layouts, _of("titleOnly"), lambda p: _plain(p) and not _has(p, CONTENTS), _plain, _titled)
    told = _first(layouts, _of("obj"), lambda p: _plain(p) and _has(p, CONTENTS), _plain, _titled)
    cover = _first(layouts, _of("title"), lambda p: _has(p, ("ctrTitle",)), _titled)
    section = _first(layouts, _of("secHead"), lambda p: _has(p, ("ctrTitle",)), _titled)
    if bare is None or told is None or cover is None or section is None:
        raise ValueError("no layout has a title")
    page = Box(0, 0, width, height)
    area = _area(layouts[told], page)
    return {
        "title": _covering(layouts[cover], cover, page),
        "section": _covering(layouts[section], section, page),
        "chart": _charting(layouts[bare], bare, area, page),
        "text": _charting(layouts[told], told, area, page, sentences=True),
    }


def _first(layouts: Sequence[Any], *wishes: Any) -> int | None:
    """The first layout that meets the first wish any layout meets."""
    return next((at for wish in wishes for at, layout in enumerate(layouts) if wish(layout)), None)


def _of(kind: str) -> Any:
    """Whether a layout says that it is of a kind."""
    return lambda layout: layout._element.get("type", "") == kind and _titled(layout)


def _plain(layout: Any) -> bool:
    """Whether a layout has a title above, as pages have, and no cover's or section's."""
    return _has(layout, ("title",)) and layout._element.get("type", "") not in ("secHead", "title")


def _types(layout: Any) -> list[str]:
    return [shape._element.ph.get("type", "") for shape in layout.placeholders]


def _has(layout: Any, kinds: Sequence[str]) -> bool:
    return any(kind in kinds for kind in _types(layout))


def _titled(layout: Any) -> bool:
    return _has(layout, TITLES)


def _holder(layout: Any, kinds: Sequence[str], size: float, page: Box) -> Holder | None:
    """The first placeholder of a kind, where it stands with what it inherits."""
    for shape in layout.placeholders:
        kind = shape._element.ph.get("type", "")
        if kind in kinds and shape.width and shape.height:
            box = Box(shape.left / POINT, shape.top / POINT, shape.width / POINT, shape.height / POINT)
            inside = Box(box.left + 7.2, box.top + 3.6, max(box.width - 14.4, 20), max(box.height - 7.2, 10))
            if inside.right <= page.right and inside.bottom <= page.bottom:
                return Holder(inside, size, kind or "obj", shape._element.ph.idx)
    return None


def _area(layout: Any, page: Box) -> Box:
    """Where a layout wants its content: below the title, above the footer, inside its margins."""
    held = _holder(layout, BODIES, 14, page)
    if held and held.box.width > page.width * 0.5 and held.box.height > page.height * 0.4:
        return held.box
    return Box(page.width * 0.05, page.height * 0.2, page.width * 0.9, page.height * 0.68)


def _covering(layout: Any, at: int, page: Box) -> Frame:
    title = _holder(layout, TITLES, 40, page) or Holder(page.part((0.08, 0.3, 0.84, 0.25)), 36)
    below = _holder(layout, ("subTitle",), 20, page)
    mark = _holder(layout, ("ftr",), 10, page)
    return Frame(
        at, title, page.part((0.05, 0.2, 0.9, 0.7)), subtitle=below, mark=mark, number=_number(layout, page)
    )


def _number(layout: Any, page: Box) -> Holder | None:
    return _holder(layout, ("sldNum",), 10, page)


def _charting(layout: Any, at: int, area: Box, page: Box, sentences: bool = False) -> Frame:
    """A title above, then what is counted, the chart, and the sources, all within the layout's own area."""
    title = _holder(layout, TITLES, 28, page)
    if title is None or title.box.bottom > page.height * 0.45:
        title = Holder(
            page.part((0.05, 0.05, 0.9, 0.12)), 28, (title.kind if title else ""), 0, moved=title is not None
        )
    top = max(title.box.bottom + 4, min(area.top, page.height * 0.3))
    bottom = max(area.bottom, top + 40)
    area = Box(area.left, top, area.width, bottom - top)
    mark, number = _holder(layout, ("ftr",), 10, page), _number(layout, page)
    if sentences:
        text = _holder(layout, BODIES, 14, page)
        return Frame(at, title, area, text=text, mark=mark, number=number)
    subtitle, foot = Holder(area.head(20), 14), Holder(area.foot(28), 10, anchor="b")
    body = Box(area.left, area.top + 26, area.width, area.height - 26 - 36)
    return Frame(at, title, body, subtitle=subtitle, foot=foot, mark=mark, number=number)


def _theme(presentation: Any) -> Any:
    blob = presentation.slide_master.part.part_related_by(RT.THEME).blob
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _font(presentation: Any) -> str:
    """The theme's own East-Asian typeface where it names one, else ours."""
    named = _theme(presentation).find(".//{*}minorFont/{*}ea")
    return "+mn-ea" if named is not None and named.get("typeface") else FONT


def _is_dark(presentation: Any) -> bool:
    """Whether slides are dark, as far as the theme says: the colours of charts must stand out from them."""
    ground = presentation.slide_master._element.find("{*}clrMap").get("bg1", "lt1")
    colour = _theme(presentation).find(f".//{{*}}clrScheme/{{*}}{ground}")[0]
    return luminance("#" + (colour.get("lastClr") or colour.get("val"))) < 0.2
