"""Our own presentation without slides: one master, four layouts named in words, real placeholders."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from components.export.pptx.boxes import Box
from components.export.pptx.fonts import set_fonts
from components.export.pptx.ground import Ground, own_frames
from components.export.pptx.holders import NS
from components.export.pptx.layouts import NAMES, layout_xml, master_xml
from components.export.pptx.logo import add_logo
from components.export.pptx.pen import FONT, Pen, quoted
from components.export.pptx.themes import theme_xml
from components.outline import Outline
from components.theme import Look
from components.wording import Words, words

RATIOS = {"16:9": (960.0, 540.0), "4:3": (720.0, 540.0)}  # points
APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Microsoft Office PowerPoint</Application><AppVersion>16.0000</AppVersion></Properties>"
)


def own(look: Look, outline: Outline, ratio: str) -> Ground:
    """Our own ground for a look, with the logo of whose presentation it is."""
    presentation = Presentation(io.BytesIO(prepared(look.theme, ratio, outline.lang)))
    width, height = RATIOS[ratio]
    add_logo(presentation.slide_master, outline.brand, width, height)
    return Ground(presentation, Pen(outline.lang, look.palette), own_frames(width, height), look.theme)


@cache
def prepared(theme: str, ratio: str, lang: str) -> bytes:
    """The file all our presentations begin as, made once for a theme, a shape and a language."""
    presentation: Any = Presentation()
    say, (width, height) = words(lang), RATIOS[ratio]
    frames = own_frames(width, height)
    presentation.slide_width, presentation.slide_height = Box(0, 0, width, height).emu[2:]
    presentation.part._element.find("{*}sldSz").attrib.pop("type", None)
    for layout in list(presentation.slide_layouts)[len(NAMES) :]:
        presentation.slide_layouts.remove(layout)
    for name, layout in zip(NAMES, presentation.slide_layouts, strict=True):
        layout.part._element = parse_xml(layout_xml(name, frames[name], width, height, say))
    master = presentation.slide_master.part
    relations = [rel.rId for rel in master.rels.values() if rel.reltype == RT.SLIDE_LAYOUT]
    master._element = parse_xml(master_xml(theme, frames, relations, say))
    _set_themes(presentation, theme, say)
    _set_fonts(presentation)
    _forget_machine(presentation)
    told = io.BytesIO()
    presentation.save(told)
    return told.getvalue()


def _set_themes(presentation: Any, theme: str, say: Words) -> None:
    """Our theme for slides; the light one for notes, which are read on paper."""
    name, part = quoted(say("product.name"))[1:-1], presentation.part
    presentation.slide_master.part.part_related_by(RT.THEME)._blob = theme_xml(theme, name)
    notes = part.notes_master_part
    notes.part_related_by(RT.THEME)._element = parse_xml(theme_xml("light", name))
    listed = f'<p:notesMasterIdLst {NS}><p:notesMasterId r:id="{part.relate_to(notes, RT.NOTES_MASTER)}"/></p:notesMasterIdLst>'
    part._element.find("{*}sldMasterIdLst").addnext(parse_xml(listed))


def _set_fonts(presentation: Any) -> None:
    """Everything that is not written by us, or falls back on nothing."""
    layouts = [layout.part for layout in presentation.slide_layouts]
    for part in (
        presentation.part,
        presentation.part.notes_master_part,
        presentation.slide_master.part,
        *layouts,
    ):
        set_fonts(part._element, FONT)


def _forget_machine(presentation: Any) -> None:
    """Without the picture, printer and program of the machine that the library's own template was made on."""
    package = presentation.part.package
    for owner, kind in ((presentation.part, RT.PRINTER_SETTINGS), (package, RT.THUMBNAIL)):
        for rel in [rel for rel in owner._rels.values() if rel.reltype == kind]:
            owner._rels.pop(rel.rId)
    package.part_related_by(RT.EXTENDED_PROPERTIES)._blob = APPLICATION.encode()
