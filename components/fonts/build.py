"""Cuts the committed fonts from the published ones: ``python -m components.fonts.build [--package FILE]``.

Needs requirements-dev.txt and, without ``--package``, npm. Nothing here runs in the dashboard. What is kept is
every Hangul syllable of KS X 1001, every syllable written anywhere in this repository, and the signs in ``SIGNS``;
the same input gives the same bytes.
"""

# fontTools describes its tables too loosely for a type checker.
# pyright: reportArgumentType=false, reportOptionalSubscript=false, reportIndexIssue=false

from __future__ import annotations

import argparse
import hashlib
import io
import math
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
WRITTEN_IN = {".py", ".toml", ".csv", ".md", ".js", ".css", ".json"}
ROOMS = ("geo", "datasets", "components", "dashboard", "tests")
HANGUL = range(0xAC00, 0xD7A4)
SIGNS = (
    "".join(map(chr, range(0x20, 0x7F)))  # ASCII
    + "".join(map(chr, range(0xA0, 0x180)))  # Latin of Europe, for names and romanised Korean
    + "".join(map(chr, range(0x3131, 0x3164)))  # single letters of Hangul
    + "ㆍ"  # the middle dot of Korean offices
    + "‐‑–—―‘’‚“”„†‡•‥…‧‰′″‹›※‿⁄₩€™℃℉№℡ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴ"
    + "←↑→↓↔↕↖↗↘↙⇒⇔−√∞≈≠≤≥±×÷"
    + "■□▲△▶▷▼▽◀◁◆◇○●◐★☆✓"
    + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    + "　、。〃〈〉《》「」『』【】〔〕〜・㈜㎎㎏㎐㎑㎒㎓㎜㎝㎞㎟㎠㎡㎢㎥㎾㎿㏊㏏"
    + "！％（）＋，－．／：；＜＝＞？［］～￦"
)


def main() -> None:
    """Writes every weight and prints its size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--package", type=Path, help="the npm package file, if it is already here")
    recipe = tomllib.loads((HERE / "fonts.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        package = asked.parse_args().package or fetch(recipe, Path(scratch))
        for weight in recipe["weight"]:
            font = cut(with_half_disc(original(package, weight)), recipe["features"])
            rename(font, recipe, weight)
            font.save(HERE / weight["file"])
            size = (HERE / weight["file"]).stat().st_size // 1000
            print(f"{weight['file']}: {size} kB, {len(font.getBestCmap())} signs")


def fetch(recipe: dict[str, Any], folder: Path) -> Path:
    """The published package, by name and version."""
    wanted = f"{recipe['package']}@{recipe['version']}"
    subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True)
    return next(folder.glob("*.tgz"))


def original(package: Path, weight: dict[str, Any]) -> TTFont:
    """One font of the package; stops where its bytes are not the ones the recipe was made for."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(f"package/{weight['source']}")
        data = member.read() if member else b""
    if hashlib.sha256(data).hexdigest() != weight["sha256"]:
        fault = "not the bytes named in fonts.toml · check the version or write the new sha256"
        raise SystemExit(f"{weight['source']} · {fault}")
    return TTFont(io.BytesIO(data), recalcTimestamp=False)


def characters() -> set[int]:
    """Every character that must not fall back to another font."""
    return set(map(ord, SIGNS)) | set(map(ord, standard_syllables())) | written_syllables()


def standard_syllables() -> str:
    """The 2,350 syllables of KS X 1001, in the rows B0–C8 of its code table."""
    rows, cells = range(0xB0, 0xC9), range(0xA1, 0xFF)
    return "".join(bytes((row, cell)).decode("euc_kr") for row in rows for cell in cells)


def written_syllables() -> set[int]:
    """Every Hangul syllable in the repository's texts and data: rare ones in names included."""
    files = (path for room in ROOMS for path in (ROOT / room).rglob("*") if path.suffix in WRITTEN_IN)
    return {ord(sign) for path in files for sign in path.read_text(encoding="utf-8") if ord(sign) in HANGUL}


def with_half_disc(font: TTFont) -> TTFont:
    """The font with ◐, which the original lacks: its ○ with the left half filled."""
    sign, ring, shapes = "halfdisc", font.getBestCmap()[ord("○")], font.getGlyphSet()
    bounds = BoundsPen(shapes)
    shapes[ring].draw(bounds)
    left, bottom, right, top = bounds.bounds
    x, y, r = (left + right) / 2, (bottom + top) / 2, (right - left) / 2
    k = r * math.tan(math.pi / 8)  # where the tangents of an eighth of a circle meet
    pen = TTGlyphPen(shapes)
    shapes[ring].draw(pen)
    pen.moveTo((x, y - r))
    pen.qCurveTo((x - k, y - r), (x - r, y - k), (x - r, y + k), (x - k, y + r), (x, y + r))
    pen.closePath()
    font["glyf"][sign] = pen.glyph()
    font["hmtx"][sign] = font["vmtx"][sign] = font["hmtx"][ring]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord("◐")] = sign
    return font


def cut(font: TTFont, features: list[str]) -> TTFont:
    """The font with our characters only, its tables for hinting and vertical text left out."""
    options = Options(layout_features=features, hinting=False, notdef_outline=True)
    options.drop_tables += ["DSIG", "vhea", "vmtx", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    return font


def rename(font: TTFont, recipe: dict[str, Any], weight: dict[str, Any]) -> None:
    """Puts the font under our family name, with its makers' copyright and licence inside."""
    family, style = recipe["family"], weight["style"]
    plain = f"{family.replace(' ', '')}-{style}"
    version = recipe["version"]
    texts = {0: recipe["copyright"], 1: family, 2: style, 3: f"{version};{plain}", 4: f"{family} {style}"}
    texts |= {5: f"Version {version}", 6: plain, 13: recipe["licence"], 14: recipe["licence_url"]}
    font["name"].names = []
    for number, text in texts.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font.flavor = "woff2"


if __name__ == "__main__":
    main()
