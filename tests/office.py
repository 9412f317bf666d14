"""LibreOffice as a reader of what we write: documents become PDF, and their pages are read. Started once for many files."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from components import fonts

NAMES = ("soffice", "libreoffice")
HOW = "install it (Debian, as root: apt-get install libreoffice-impress libreoffice-calc)"
LONGEST = 120  # seconds
OFFICE_FONTS = ("맑은 고딕", "Malgun Gothic")
CONFIG = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir>'
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}</fontconfig>'
)
ALIAS = '<alias binding="strong"><family>{name}</family><prefer><family>{family}</family></prefer></alias>'


def converted(paths: Iterable[Path]) -> dict[Path, Path]:
    """The PDF of each document, all made by one LibreOffice; a document is converted once in a test process.

    It sees our own typeface in the place of the one of Windows, whatever the machine has. Without LibreOffice the
    test fails with one line that says how to get it.
    """
    wanted = list(paths)
    left = [path for path in wanted if path not in _made()]
    if left:
        _made().update(_convert(left))
    return {path: _made()[path] for path in wanted}


@cache
def _made() -> dict[Path, Path]:
    """What this process has converted so far."""
    return {}


def texts(pdf: Path) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(pdf).pages]


def glyphless(pdf: Path) -> bool:
    """Whether letters had to be replaced: boxes and question marks in their place, or not our typeface at all."""
    told = "".join(texts(pdf))
    return any(sign in told for sign in "\u25a1\ufffd\ufffe") or fonts.family().replace(
        " ", ""
    ) not in typefaces(pdf)


def typefaces(pdf: Path) -> set[str]:
    """The typefaces embedded in a PDF, without their subset marks and weights: what its letters are really set in."""
    names: set[str] = set()
    for page in PdfReader(pdf).pages:
        resources: Any = page["/Resources"]
        names |= {str(font.get_object()["/BaseFont"]) for font in resources.get("/Font", {}).values()}
    return {name.rpartition("+")[2].lstrip("/").partition("-")[0] for name in names}


def find_office() -> str:
    """The path of LibreOffice; without one the test fails."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    pytest.fail(f"LibreOffice · not found · {HOW}", pytrace=False)


@cache
def _home() -> Path:
    """A folder of this process alone: LibreOffice's own settings, our typeface unpacked, and where files go."""
    home = Path(tempfile.mkdtemp(prefix="office-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    folder = home / "fonts"
    folder.mkdir()
    for weight, path in fonts.files().items():
        font = TTFont(path)
        font.flavor = None
        font.save(folder / f"{weight}.ttf")
    aliases = "".join(ALIAS.format(name=name, family=fonts.family()) for name in OFFICE_FONTS)
    (home / "fonts.conf").write_text(CONFIG.format(folder=folder, aliases=aliases), encoding="utf-8")
    return home


def _convert(paths: list[Path]) -> dict[Path, Path]:
    """One run for all of them; files of one name do not meet, for each gets a number."""
    program, home = find_office(), _home()
    folder = Path(tempfile.mkdtemp(dir=home))
    copies = [folder / f"{number}{path.suffix}" for number, path in enumerate(paths)]
    for path, copy in zip(paths, copies, strict=True):
        shutil.copyfile(path, copy)
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={(home / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, copies)]
    environment = os.environ | {"HOME": str(home), "FONTCONFIG_FILE": str(home / "fonts.conf")}
    run = subprocess.run(command, env=environment, capture_output=True, timeout=LONGEST, check=False)
    made = {path: copy.with_suffix(".pdf") for path, copy in zip(paths, copies, strict=True)}
    if lost := [path.name for path, pdf in made.items() if not pdf.exists()]:
        pytest.fail(
            f"LibreOffice · made no PDF of {', '.join(lost)} · {run.stderr.decode()[-300:]}", pytrace=False
        )
    return made
