"""A file somebody hands over as a template, looked at before anything in it is used: its size, and what it would run."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from datasets.problems import Problem

NAME = "template.pptx"
MOST_BYTES, MOST_UNPACKED, MOST_XML, MOST_PARTS = 20_000_000, 200_000_000, 30_000_000, 4000
MACROS = (b"vbaproject", b"vbadata", b"macroenabled")
BROKEN = (
    PythonPptxError,
    etree.LxmlError,
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,  # encrypted parts, unknown packings, links without end
    TypeError,
    ValueError,
)


class NotATemplate(Problem):
    """A file that holds no presentation we could write into."""

    key = "not-a-template"
    fault = "this is no presentation that can serve as a template: {reason}"
    repair = "choose a .pptx file that opens in PowerPoint and has a layout with a title"


class TemplateTooLarge(Problem):
    key = "template-too-large"
    fault = "the template has {size}, at most {most} are read"
    repair = "delete its slides and large pictures, and save it again"


class UnsafeTemplate(Problem):
    key = "unsafe-template"
    fault = "the template holds macros or loads something from elsewhere: {reason}"
    repair = "save it as .pptx without macros and linked pictures"


def inspect(template: bytes) -> None:
    """Nothing, or what is wrong with it: raises NotATemplate, TemplateTooLarge or UnsafeTemplate."""
    if len(template) > MOST_BYTES:
        raise TemplateTooLarge(NAME, size=f"{len(template):,} bytes", most=f"{MOST_BYTES:,}")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as parts:
            _check_parts(parts)
    except BROKEN as error:
        raise NotATemplate(NAME, reason="it is no .pptx file") from error


def _check_parts(parts: zipfile.ZipFile) -> None:
    infos = parts.infolist()
    size = sum(info.file_size for info in infos)
    if size > MOST_UNPACKED or len(infos) > MOST_PARTS:
        raise TemplateTooLarge(
            NAME, size=f"{size:,} bytes, {len(infos)} parts", most=f"{MOST_UNPACKED:,}, {MOST_PARTS}"
        )
    if sum(info.file_size for info in infos if _is_xml(info.filename)) > MOST_XML:
        raise TemplateTooLarge(NAME, size=f"{size:,} bytes", most=f"{MOST_XML:,}")
    for info in infos:
        if any(word in info.filename.lower().encode() for word in MACROS):
            raise UnsafeTemplate(NAME, reason=info.filename)
        if _is_xml(info.filename):
            _check_xml(info.filename, parts.read(info))


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _check_xml(name: str, content: bytes) -> None:
    """Neither entities nor macros."""
    plain = content.replace(b"\0", b"")  # UTF-16 as well
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise NotATemplate(NAME, reason=f"{name} declares entities")
    if name == "[Content_Types].xml" and any(word in plain.lower() for word in MACROS):
        raise UnsafeTemplate(NAME, reason="macros")


def inspect_rest(package: Any) -> None:
    """What is left once the slides are out: nothing that runs, or is fetched when somebody opens the file.

    Links to click are fine. Raises UnsafeTemplate.
    """
    for relation in package.iter_rels():
        if relation.is_external and relation.reltype != RT.HYPERLINK:
            raise UnsafeTemplate(NAME, reason=relation.reltype.rpartition("/")[2])
        if not relation.is_external and "activex" in relation.target_part.content_type.lower():
            raise UnsafeTemplate(NAME, reason="ActiveX")
