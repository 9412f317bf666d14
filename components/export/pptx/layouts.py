"""Master and layouts of our own presentations as markup: places for words, and the few lines around them."""

from __future__ import annotations

from collections.abc import Sequence

from components.export.pptx.boxes import Box
from components.export.pptx.ground import Frame
from components.export.pptx.holders import NS, Holder, spot
from components.export.pptx.pen import SPACING, TAGS, edge, fill, quoted, written
from components.export.pptx.themes import colour_map
from components.wording import Words

GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
NAMES = ("title", "section", "chart", "text")
TYPES = {"title": "title", "section": "secHead", "chart": "titleOnly", "text": "obj"}
PLACES = ("title", "subtitle", "text", "foot", "mark", "number")
QUIET = ("subtitle", "foot", "mark", "number")
LEVELS = (16, 14, 13, 12, 12)
THEMED = {
    "title": '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>',
    "text": '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>',
}


def master_xml(theme: str, frames: dict[str, Frame], relations: Sequence[str], say: Words) -> bytes:
    """The master: ground, places, text styles, and its layouts by their relations."""
    chart, text = frames["chart"], frames["text"]
    held = {"title": chart.title, "text": text.text, "mark": chart.mark, "number": chart.number}
    shapes = "".join(_held(h, at, part, say) for at, (part, h) in enumerate(held.items(), start=2) if h)
    layouts = "".join(
        f'<p:sldLayoutId id="{2147483649 + n}" r:id="{rid}"/>' for n, rid in enumerate(relations)
    )
    return (
        f'<p:sldMaster {NS}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{GROUP}{shapes}'
        f"</p:spTree></p:cSld><p:clrMap {colour_map(theme)}/><p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{_level(1, 28, 'tx1', 'title', bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{''.join(_level(n, size, 'tx1', 'text', air=5) for n, size in enumerate(LEVELS, start=1))}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1, 14, 'tx1', 'text')}</p:otherStyle></p:txStyles></p:sldMaster>"
    ).encode()


def layout_xml(name: str, frame: Frame, width: float, height: float, say: Words) -> bytes:
    """One layout, named in words."""
    held = {part: holder for part in PLACES if (holder := getattr(frame, part))}
    shapes = "".join(_held(h, at, part, say) for at, (part, h) in enumerate(held.items(), start=2))
    ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    return (
        f'<p:sldLayout {NS} type="{TYPES[name]}" preserve="1" userDrawn="1"><p:cSld name={quoted(say(f"pptx.layout.{name}"))}>'
        f"{ground if name == 'section' else ''}<p:spTree>{GROUP}{_around(name, frame, width, height, say)}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    ).encode()


def _around(name: str, frame: Frame, width: float, height: float, say: Words) -> str:
    """A short bar below the title where something begins, a hairline above the last row elsewhere."""
    left, wide = frame.title.box.left, width - 2 * frame.title.box.left
    if name in ("title", "section"):
        return _bar(Box(left, frame.title.box.bottom + 10, 56, 5), "accent1", say("pptx.shape.bar"))
    return _bar(Box(left, height - 32, wide, 0.75), "", say("pptx.shape.rule"))


def _bar(box: Box, accent: str, name: str) -> str:
    colour = accent or "tx2"
    pale = "" if accent else '<a:alpha val="35000"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="20" name={quoted(name)}/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{spot(box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}">{pale}</a:schemeClr></a:solidFill>'
        f'{edge("")}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="ko-KR"/></a:p></p:txBody></p:sp>'
    )


def _held(holder: Holder, id_: int, part: str, say: Words) -> str:
    """A placeholder of a master or layout, with a word that says what belongs there."""
    of = f' idx="{holder.index}"' if holder.index else ""
    sized = ' sz="quarter"' if holder.kind in ("ftr", "sldNum") else ""
    side = "r" if part == "number" else "l"
    style = _level(1, holder.size, "tx2" if part in QUIET else "", "", side, bold=_is_bold(holder))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name={quoted(say(f"pptx.place.{part}"))}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{holder.kind}"{sized}{of}/></p:nvPr></p:nvSpPr><p:spPr>{spot(holder.box)}<a:prstGeom prst="rect">'
        '<a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="{holder.anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>{_prompt(part, say)}</p:txBody></p:sp>'
    )


def _is_bold(holder: Holder) -> bool | None:
    return True if holder.kind in ("title", "ctrTitle") else None


def _prompt(part: str, say: Words) -> str:
    tag = TAGS.get(say.lang, say.lang)
    if part == "number":
        return f"<a:p>{number_field(f'<a:rPr lang={quoted(tag)}/>', '‹#›')}</a:p>"
    if part == "mark":  # what stands here on the layout would show on slides without a footer
        return f"<a:p><a:endParaRPr lang={quoted(tag)}/></a:p>"
    return f"<a:p><a:r><a:rPr lang={quoted(tag)}/><a:t>{written(say(f'pptx.place.{part}'))}</a:t></a:r></a:p>"


def number_field(traits: str, shown: str) -> str:
    """The number of a slide, which PowerPoint keeps right when slides are moved."""
    return f'<a:fld id="{{C1FF6DA9-008F-4B48-92A6-B652298478BF}}" type="slidenum">{traits}<a:t>{shown}</a:t></a:fld>'


def _level(
    n: int,
    size: float,
    colour: str,
    themed: str,
    side: str = "l",
    *,
    bold: bool | None = None,
    air: float = 0,
) -> str:
    """The style of an outline level: no bullets, Korean words not broken."""
    weight = f' b="{int(bold)}"' if bold is not None else ""
    return (
        f'<a:lvl{n}pPr marL="{(n - 1) * 228600}" indent="0" algn="{side}" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        f'hangingPunct="1">{SPACING}<a:spcBef><a:spcPts val="{round(air * 100)}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(size * 100)}"{weight} kern="1200">{fill(colour) if colour else ""}{THEMED.get(themed, "")}</a:defRPr></a:lvl{n}pPr>'
    )
