"""A package: one ZIP with every document, every picture and the data of an outline, and a page that lists them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Protocol

from components.export import datapackage
from components.export.names import safe_name
from components.export.readme import readme
from components.export.renderer import FORMATS, Job
from components.outline import Outline
from components.theme import PRESETS, Look
from components.wording import words

__all__ = ["Cancelled", "File", "write"]

PRESET = "slide"
README = "README.txt"
_PACKED = ("pptx", "xlsx", "hwpx", "png", "zip")  # already as small as they get
_MODE = 0o644 << 16
_UNIX = 3


class Cancelled(Exception):
    """Raised by who is told of the progress: the package is no longer wanted."""


class Draws(Protocol):
    """Draws pictures, some at a time, and hands them over in order."""

    def pictures(self, jobs: Iterable[Job]) -> Iterator[bytes]: ...


@dataclass(frozen=True)
class File:
    """One file of the package: where it stands, what it is in words, and who makes it."""

    path: str
    about: str
    make: Callable[[], bytes]
    group: str = ""


def write(
    outline: Outline,
    look: Look,
    renderer: Draws | None,
    writers: Mapping[str, Callable[[], bytes]],
    tell: Callable[[int, int, str], None] | None = None,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """The bytes of a ZIP. ``writers`` make documents by their ending, ``extra`` are files that stand there as given.

    Before each file ``tell(done, of, path)`` is called; it may raise Cancelled, and then nothing is left of the work.
    Without a renderer there are no pictures, and the list of files says so. Names are safe and found once only.
    """
    drawn = _drawn(outline, look, renderer)
    files = [
        *_documents(outline, writers),
        *_extras(outline, extra or {}),
        *(_pictures(outline, drawn) if renderer else ()),
        *_data(outline),
    ]
    listed = readme(outline, [(file.path, file.about, file.group) for file in files], bool(renderer))
    try:
        return _zipped([File(README, "", lambda: listed.encode()), *files], outline, tell)
    finally:
        drawn.close()  # pictures that nobody waits for any more are not drawn


def _zipped(files: list[File], outline: Outline, tell: Callable[[int, int, str], None] | None) -> bytes:
    """The files packed in order, all dated by the day of the data: the same files give the same bytes."""
    out, day = io.BytesIO(), date.fromisoformat(outline.edition.as_of)
    with zipfile.ZipFile(out, "w") as archive:
        for done, file in enumerate(files):
            if tell:
                tell(done, len(files), file.path)
            info = zipfile.ZipInfo(file.path, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            info.create_system, info.external_attr = _UNIX, _MODE
            packed = file.path.endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(info, file.make())
    return out.getvalue()


def _documents(outline: Outline, writers: Mapping[str, Callable[[], bytes]]) -> list[File]:
    """The documents, each named like the outline."""
    say = words(outline.lang)
    return [
        File(f"{outline.name}.{safe_name(ending)}", say.get(f"package.{ending}"), make)
        for ending, make in writers.items()
    ]


def _extras(outline: Outline, extra: Mapping[str, bytes]) -> list[File]:
    """What stands there as it was given."""
    taken = {README.casefold()}
    return [
        File(_free(safe_name(name), taken), words(outline.lang)("package.extra"), lambda held=held: held)
        for name, held in extra.items()
    ]


def _free(name: str, taken: set[str]) -> str:
    """The name, or one like it that is not taken yet."""
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    names = (name if n == 1 else f"{stem}_{n}{dot}{ending}" for n in count(1))
    found = next(each for each in names if each.casefold() not in taken)
    taken.add(found.casefold())
    return found


def _pictures(outline: Outline, drawn: Iterator[bytes]) -> list[File]:
    """Every chart in every picture format; the pictures come in this order."""
    folder = words(outline.lang)("package.pictures")
    return [
        File(f"{folder}/{name}.{format_}", title, lambda: next(drawn), folder)
        for name, title in datapackage.names(outline)
        for format_ in FORMATS
    ]


def _drawn(outline: Outline, look: Look, renderer: Draws | None) -> Generator[bytes, None, None]:
    """The pictures in their order, some being drawn ahead."""
    if renderer:
        yield from renderer.pictures(_jobs(outline, look))


def _jobs(outline: Outline, look: Look) -> Iterator[Job]:
    """What is to be drawn: a chart is made when its turn comes, and once for all formats."""
    size = PRESETS[PRESET]
    shown = replace(look, lang=outline.lang, size=size, titled=True, sourced=True)
    for exhibit in outline.exhibits:
        figure, title = exhibit.figure(shown), exhibit.heading.title
        for format_ in FORMATS:
            scale = 1 if format_ == "pdf" else size.ratio
            yield Job(figure, format_, size.width, size.height, scale, title, exhibit.alt)


def _data(outline: Outline) -> list[File]:
    """The figures as a data package: a table for each chart and the file that describes them."""
    say = words(outline.lang)
    folder = say("package.data")
    tables = [
        File(f"{folder}/{table.path}", table.title, table.csv, folder)
        for table in datapackage.tables(outline)
    ]
    about = say("package.datapackage")
    described = File(
        f"{folder}/{datapackage.NAME}", about, lambda: datapackage.descriptor(outline).encode(), folder
    )
    return [described, *tables]
