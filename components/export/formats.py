"""The formats documents are written in: what each file is called, and who writes it.

The writers are imported when one is asked for: the dashboard starts without them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from components.exhibit import Exhibit
    from components.export.renderer import Renderer
    from components.outline import Outline
    from components.theme import Look

# Takes an outline, a look, a renderer where there is one, and what its format alone knows: ``ratio``, ``paper`` ….
Write = Callable[..., bytes]


@dataclass(frozen=True)
class Format:
    """A format of documents. With ``pictures`` a renderer draws its charts; without one it holds their tables only."""

    ending: str
    mime: str
    write: Write
    pictures: bool = False


def _pptx(outline: Outline, look: Look, renderer: Renderer | None, **options: Any) -> bytes:
    from components.export import pptx

    return pptx.write(outline, look, **options)


def _xlsx(outline: Outline, look: Look, renderer: Renderer | None) -> bytes:
    from components.export import xlsx

    return xlsx.write(outline)


def _hwpx(outline: Outline, look: Look, renderer: Renderer | None) -> bytes:
    from components.export import hwpx

    return _drawn(lambda drawing: hwpx.write(outline, drawing), renderer)


def _html(outline: Outline, look: Look, renderer: Renderer | None, **options: Any) -> bytes:
    from components.export import html

    return html.write(outline, look, **options)


def _pdf(outline: Outline, look: Look, renderer: Renderer | None, **options: Any) -> bytes:
    from components.export import pdf

    return _drawn(lambda drawing: pdf.write(outline, look, drawing, **options), renderer)


def _drawn(write: Callable[[Renderer | None], bytes], renderer: Renderer | None) -> bytes:
    """The document with its pictures; where the browser fails, the one with tables, which says so."""
    from components.export.renderer import PictureFailed

    try:
        return write(renderer)
    except PictureFailed:
        return write(None)


OFFICE = "application/vnd.openxmlformats-officedocument."
FORMATS: dict[str, Format] = {
    "pptx": Format("pptx", f"{OFFICE}presentationml.presentation", _pptx),
    "hwpx": Format("hwpx", "application/hwp+zip", _hwpx, pictures=True),
    "xlsx": Format("xlsx", f"{OFFICE}spreadsheetml.sheet", _xlsx),
    "html": Format("html", "text/html", _html),
    "pdf": Format("pdf", "application/pdf", _pdf, pictures=True),
}


def picture_pdf(exhibit: Exhibit, look: Look, renderer: Renderer) -> bytes:
    """One chart as a vector picture on a page of its own size."""
    size = look.size
    return renderer.picture(
        exhibit.figure(look), "pdf", size.width, size.height, title=exhibit.heading.title, alt=exhibit.alt
    )
