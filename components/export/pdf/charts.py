"""Sets the charts into their places: drawings of the browser as they are, text as text, fonts inside."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
)

from components.export.pdf.paper import Placed
from components.export.renderer import Job, Renderer


def set_in(document: bytes, placed: Sequence[Placed], renderer: Renderer | None) -> bytes:
    """The document with its charts, and with nothing that happens on opening. Raises PictureFailed."""
    writer = PdfWriter(clone_from=io.BytesIO(document))
    writer.root_object.pop("/OpenAction", None)
    drawn = renderer.pictures(map(_job, placed)) if renderer and placed else ()
    forms = {chart.name: _form(picture, writer) for chart, picture in zip(placed, drawn, strict=True)}
    for page in writer.pages if forms else ():
        # All pages share one list of what they may call.
        resources = _resources(page)
        known = resources.get("/XObject", DictionaryObject()).get_object()
        drawings = {NameObject(f"/{name}"): form for name, form in forms.items()}
        resources[NameObject("/XObject")] = DictionaryObject({**known, **drawings})
    writer.add_metadata({name: str(value) for name, value in (writer.metadata or {}).items()})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _job(chart: Placed) -> Job:
    look, told = chart.look, chart.exhibit.heading
    return Job(lambda: chart.exhibit.figure(look), "pdf", look.size.width, look.size.height, title=told.title)


def _resources(page: PageObject) -> DictionaryObject:
    found = page["/Resources"].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _form(picture: bytes, writer: PdfWriter) -> IndirectObject:
    """A printed chart as a drawing that a page can call by name."""
    page = PdfReader(io.BytesIO(picture)).pages[0]
    contents = page.get_contents()
    form = DecodedStreamObject()
    form.set_data(contents.get_data() if contents is not None else b"")
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(page.mediabox),
            NameObject("/Resources"): _resources(page).clone(writer),
        }
    )
    return writer._add_object(form.flate_encode())
