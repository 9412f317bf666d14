"""HWPX files as other programs see them: their XML, and their pages as an independent renderer draws them."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

SCRIPT = Path(__file__).parent / "rhwp" / "pages.mjs"
CORE = Path(sys.prefix) / "rhwp" / "node_modules" / "@rhwp" / "core"
NODE = Path(sys.prefix) / "bin" / "node"
SPACES = {
    "hp": "http://www.hancom.co.kr/hwpml/2011/paragraph",
    "hh": "http://www.hancom.co.kr/hwpml/2011/head",
    "hc": "http://www.hancom.co.kr/hwpml/2011/core",
    "hs": "http://www.hancom.co.kr/hwpml/2011/section",
    "opf": "http://www.idpf.org/2007/opf/",
}
_LETTER = re.compile(r"<text[^>]*>([^<]*)</text>")


@dataclass(frozen=True)
class Page:
    """One drawn page."""

    svg: str

    @property
    def text(self) -> str:
        """All its letters in the order they are drawn, without spaces: the renderer draws none."""
        return unspaced(html.unescape("".join(_LETTER.findall(self.svg))))

    @property
    def pictures(self) -> list[tuple[float, float]]:
        """Width and height of each picture in millimetres."""
        tags = re.findall(r"<image\b[^>]*>", self.svg)
        sides = [[re.search(rf'\b{side}="([\d.]+)"', tag) for side in ("width", "height")] for tag in tags]
        found = [[float(side[1]) * 25.4 / 96 for side in pair if side] for pair in sides]
        return [(pair[0], pair[1]) for pair in found if len(pair) == 2]


@dataclass(frozen=True)
class File:
    """The parts of a file, read with nothing but the standard library."""

    data: bytes

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(BytesIO(self.data))

    def part(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.archive.read(name))

    @cached_property
    def header(self) -> ElementTree.Element:
        return self.part("Contents/header.xml")

    @cached_property
    def body(self) -> ElementTree.Element:
        return self.part("Contents/section0.xml")

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """The name of the style and the text of each paragraph of the body, tables and pictures left out."""
        names = {s.get("id"): s.get("name", "") for s in self.header.iterfind(".//hh:style", SPACES)}
        return [
            (names[p.get("styleIDRef")], "".join(t.text or "" for t in p.iterfind("hp:run/hp:t", SPACES)))
            for p in self.body.iterfind("hp:p", SPACES)
        ]

    @property
    def tables(self) -> list[list[list[str]]]:
        """The texts of all tables, cell by cell."""
        return [
            [
                [_text(cell) for cell in row.iterfind("hp:tc", SPACES)]
                for row in table.iterfind("hp:tr", SPACES)
            ]
            for table in self.body.iterfind(".//hp:tbl", SPACES)
        ]


def _text(element: ElementTree.Element) -> str:
    return "".join(t.text or "" for t in element.iterfind(".//hp:t", SPACES))


def unspaced(text: str) -> str:
    """A text without spaces, as pages are compared with it."""
    return re.sub(r"\s+", "", text)


def pages(folder: Path, **files: bytes) -> dict[str, list[Page]]:
    """The pages of files by name, as rhwp draws them. ``make test`` installs it beside the packages of Python."""
    if not CORE.exists():
        pytest.fail(f"{CORE} · not installed · make test installs it", pytrace=False)
    paths = {name: folder / f"{name}.hwpx" for name in files}
    for name, path in paths.items():
        path.write_bytes(files[name])
    order = [str(NODE), str(SCRIPT), str(CORE), *map(str, paths.values())]
    told = subprocess.run(order, capture_output=True, text=True, check=False, timeout=60)
    assert told.returncode == 0, told.stderr[-2000:]
    return {name: _read(folder, name, n) for name, n in zip(paths, json.loads(told.stdout), strict=True)}


def _read(folder: Path, name: str, count: int) -> list[Page]:
    return [Page((folder / f"{name}-{n}.svg").read_text(encoding="utf-8")) for n in range(1, count + 1)]
