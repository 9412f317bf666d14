"""The East-Asian font, set last of all: whatever wrote a text, it can be read where there is Korean to read."""

from __future__ import annotations

from typing import Any

from pptx.oxml.ns import qn

from components.export.pptx.pen import TAGS

TRAITS = (qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr"))
RUNS = (qn("a:r"), qn("a:fld"))
FACES = tuple(map(qn, ("a:latin", "a:ea", "a:cs")))
BEFORE = frozenset(
    map(
        qn,
        (
            "a:ln",
            "a:noFill",
            "a:solidFill",
            "a:gradFill",
            "a:blipFill",
            "a:pattFill",
            "a:grpFill",
            "a:effectLst",
            "a:effectDag",
            "a:highlight",
            "a:uLnTx",
            "a:uLn",
            "a:uFillTx",
            "a:uFill",
        ),
    )
)


def set_fonts(root: Any, font: str, lang: str = "") -> None:
    """Give every run and default below an element the font for all scripts, in the one order the schema allows."""
    for run in list(root.iter(*RUNS)):
        if run.find(TRAITS[0]) is None:
            run.insert(0, run.makeelement(TRAITS[0], {"lang": TAGS[lang]} if lang else {}))
    for traits in root.iter(*TRAITS):
        if traits.find(FACES[1]) is None:
            _dress(traits, font)


def _dress(traits: Any, font: str) -> None:
    for face in FACES:
        for old in traits.findall(face):
            traits.remove(old)
    at = sum(child.tag in BEFORE for child in traits)
    for number, face in enumerate(FACES):
        traits.insert(at + number, traits.makeelement(face, {"typeface": font}))
