"""Where words stand on a slide: placeholders of its layout, or text boxes of our own, as markup."""

from __future__ import annotations

from dataclasses import dataclass, replace

from components.export.pptx.boxes import Box
from components.export.pptx.pen import quoted

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True)
class Holder:
    """A place for words. ``kind`` is the type of a placeholder (``title``, ``body``, ``ftr`` …), nothing for a text box
    of our own; ``size`` is the type size it starts from. ``moved`` ones write their box even in a placeholder."""

    box: Box
    size: float
    kind: str = ""
    index: int = 0
    anchor: str = "t"
    moved: bool = False

    def at(self, box: Box) -> Holder:
        """The same place elsewhere."""
        return self if box == self.box else replace(self, box=box, moved=True)


def spot(box: Box, tag: str = "a:xfrm") -> str:
    """Where something stands."""
    left, top, width, height = box.emu
    return f'<{tag}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></{tag}>'


def text_shape(holder: Holder, id_: int, name: str, paragraphs: str, describe: str = "") -> str:
    """A shape that holds paragraphs: the placeholder, or a text box without edges."""
    told = f" descr={quoted(describe)}" if describe else ""
    if holder.kind:
        index = f' idx="{holder.index}"' if holder.index else ""
        head = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{holder.kind}"{index}/></p:nvPr>'
        place = spot(holder.box) if holder.moved else ""
        body = "<a:bodyPr><a:normAutofit/></a:bodyPr>"
    else:
        head = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
        place = spot(holder.box) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        body = frame(holder.anchor)
    return (
        f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{id_}" name={quoted(name)}{told}/>{head}</p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody>{body}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def frame(anchor: str = "t", inset: float = 0) -> str:
    """The frame of a text: words wrap, and are not shrunk behind our back."""
    edge = round(inset * 12700)
    return (
        f'<a:bodyPr wrap="square" lIns="{edge}" tIns="{edge}" rIns="{edge}" bIns="{edge}" rtlCol="0" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )
