"""The elements a page is made of: paragraphs, letters, page numbers, pictures. Written as 한글 writes them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from components.export.hwpx.styles import Worn

Element = Any  # of lxml, which python-hwpx brings
HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
HC = "{http://www.hancom.co.kr/hwpml/2011/core}"
# What XML 1.0 cannot hold, and marks that turn the writing direction.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_FLAT = {"textDirection": "HORIZONTAL", "lineWrap": "BREAK", "linkListIDRef": 0, "linkListNextIDRef": 0}
_FLAT |= {"hasTextRef": 0, "hasNumRef": 0}
INLINE = {
    "treatAsChar": 1, "affectLSpacing": 0, "flowWithText": 1, "allowOverlap": 0, "holdAnchorAndSO": 0,
    "vertRelTo": "PARA", "horzRelTo": "COLUMN", "vertAlign": "TOP", "horzAlign": "LEFT", "vertOffset": 0,
    "horzOffset": 0,
}  # fmt: skip


def ids() -> Iterator[int]:
    """Numbers for paragraphs and objects, each once in a document."""
    return itertools.count(1001)


def written(text: str) -> str:
    """A text as XML can hold it, on one line."""
    return re.sub(r"\s+", " ", _UNWRITABLE.sub("", text)).strip()


def add(parent: Element, tag: str, space: str = HP, /, **attributes: Any) -> Element:
    """A new last child."""
    return etree.SubElement(parent, space + tag, {key: str(value) for key, value in attributes.items()})


def paragraph(parent: Element, worn: Worn, id_: int) -> Element:
    """An empty paragraph in a style."""
    return add(
        parent, "p", id=id_, paraPrIDRef=worn.line, styleIDRef=worn.style, pageBreak=0, columnBreak=0, merged=0
    )  # fmt: skip


def run(parent: Element, letters: str, text: str = "") -> Element:
    """Letters of one shape."""
    made = add(parent, "run", charPrIDRef=letters)
    if text:
        add(made, "t").text = written(text)
    return made


def page_number(parent: Element, letters: str) -> None:
    """The number of the page, which 한글 keeps by itself."""
    counted = add(add(add(parent, "run", charPrIDRef=letters), "ctrl"), "autoNum", num=1, numType="PAGE")
    add(counted, "autoNumFormat", type="DIGIT", userChar="", prefixChar="", suffixChar="", supscript=0)


def sublist(parent: Element, upright: str, width: int = 0, height: int = 0) -> Element:
    """What holds the paragraphs of a cell or a footer."""
    return add(parent, "subList", id="", vertAlign=upright, textWidth=width, textHeight=height, **_FLAT)


def picture(parent: Element, item: str, size: tuple[int, int], alt: str, id_: int) -> None:
    """A picture in the line, its alternative text inside."""
    width, height = size
    made = add(
        parent, "pic", id=id_, zOrder=0, numberingType="PICTURE", textWrap="TOP_AND_BOTTOM",
        textFlow="BOTH_SIDES", lock=0, dropcapstyle="None", href="", groupLevel=0, instid=id_, reverse=0,
    )  # fmt: skip
    add(made, "offset", x=0, y=0)
    for name in ("orgSz", "curSz"):
        add(made, name, width=width, height=height)
    add(made, "flip", horizontal=0, vertical=0)
    add(made, "rotationInfo", angle=0, centerX=width // 2, centerY=height // 2, rotateimage=1)
    _unchanged(add(made, "renderingInfo"))
    corners = add(made, "imgRect")
    for n, (x, y) in enumerate(((0, 0), (width, 0), (width, height), (0, height))):
        add(corners, f"pt{n}", HC, x=x, y=y)
    add(made, "imgClip", left=0, right=width, top=0, bottom=height)
    add(made, "inMargin", left=0, right=0, top=0, bottom=0)
    add(made, "imgDim", dimwidth=width, dimheight=height)
    add(made, "img", HC, binaryItemIDRef=item, bright=0, contrast=0, effect="REAL_PIC", alpha=0)
    add(made, "effects")
    add(made, "sz", width=width, widthRelTo="ABSOLUTE", height=height, heightRelTo="ABSOLUTE", protect=0)
    add(made, "pos", **INLINE)
    add(made, "outMargin", left=0, right=0, top=0, bottom=0)
    add(made, "shapeComment").text = written(alt)


def _unchanged(parent: Element) -> None:
    for name in ("transMatrix", "scaMatrix", "rotMatrix"):
        add(parent, name, HC, e1=1, e2=0, e3=0, e4=0, e5=1, e6=0)
