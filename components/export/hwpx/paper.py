"""The paper: a new document of 한글 with our styles, onto which lines, pictures and tables are put one after another."""

from __future__ import annotations

import io
import zipfile

from hwpx import HwpxDocument
from lxml import etree

from components.export.hwpx import elements, tables
from components.export.hwpx.elements import Element, add
from components.export.hwpx.shapes import WIDTH
from components.export.hwpx.styles import Styles
from components.export.hwpx.tables import Grid, Laid
from components.outline import Outline
from components.theme import Size
from components.wording import words

OPF = "{http://www.idpf.org/2007/opf/}"
PREVIEW = "Preview/PrvText.txt"
FOOT = 4252  # height of the foot, 15 mm
FORMAT = "mimetype"
PREVIEWED = 1000  # characters


class Paper:
    """One document. What is put on it stands in that order."""

    def __init__(self, outline: Outline) -> None:
        self._document = HwpxDocument.new()
        self._lang = outline.lang
        self._say = words(outline.lang)
        self._styles = Styles(self._document, outline.lang)
        self._body: Element = self._document.sections[0].element
        self._numbers = elements.ids()
        self._pictures = self._tables = 0
        self._told: list[str] = []
        self._first = self._settings()
        self._foot(outline.mark)
        self._describe(outline)

    def line(self, shape: str, text: str) -> None:
        """A line of text in one of ``shapes.SHAPES``."""
        worn = self._styles.worn[shape]
        elements.run(self._paragraph(shape), worn.letters, text)
        self._told.append(text)

    def picture(self, data: bytes, size: Size, title: str, alt: str) -> None:
        """A picture as wide as the text, its caption below."""
        self._pictures += 1
        height = round(WIDTH * size.height / size.width)
        item = str(self._document.media.add_image(data, "png"))
        elements.picture(self._holder("picture"), item, (WIDTH, height), alt, next(self._numbers))
        self.line("figure", self._say("report.figure", n=self._pictures, title=title))

    def table(self, grid: Grid, laid: Laid, title: str, under: str) -> None:
        """A table, above it its caption, and below that unit and period."""
        self._tables += 1
        self.line("table", self._say("report.table", n=self._tables, title=title))
        if under:
            self.line("under", under)
        made = tables.table(self._holder("listing"), laid, next(self._numbers))
        tables.fill(made, laid, grid, self._styles, self._lang, self._numbers)

    def data(self) -> bytes:
        """The document as a file: what says its format first and unpacked, as every reader expects."""
        preview = "\r\n".join(map(elements.written, self._told))[:PREVIEWED]
        package = self._document.package
        package.write(PREVIEW, preview.encode("utf-8"))
        header = self._document.parts.headers[0]
        anew = {part.part_name: _xml(part.element) for part in (self._document.sections[0], header)}
        names = [FORMAT, *(name for name in package.part_names() if name != FORMAT)]
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                packed = (
                    zipfile.ZIP_STORED if name == FORMAT or name.endswith(".png") else zipfile.ZIP_DEFLATED
                )
                entry = zipfile.ZipInfo(name)  # of 1980: the same report is the same file
                archive.writestr(entry, anew.get(name) or package.get_part(name), packed)
        return file.getvalue()

    def _paragraph(self, shape: str) -> Element:
        """The next paragraph; the first is there already and holds the settings of the page."""
        worn, first = self._styles.worn[shape], self._first
        if first is None:
            return elements.paragraph(self._body, worn, next(self._numbers))
        self._first = None
        first.set("paraPrIDRef", worn.line)
        first.set("styleIDRef", worn.style)
        first[0].set("charPrIDRef", worn.letters)
        return first

    def _holder(self, shape: str) -> Element:
        """A paragraph that only holds an object, out of the outline."""
        return elements.run(self._paragraph(shape), self._styles.worn[shape].letters)

    def _settings(self) -> Element:
        """The first paragraph, with nothing in it but the settings."""
        first = self._body[0]
        for child in list(first)[1:]:
            first.remove(child)
        return first

    def _foot(self, mark: str) -> None:
        """At the foot of every page the mark and the number of the page."""
        worn = self._styles.worn["footer"]
        held = add(add(self._body[0][0], "ctrl"), "footer", id=next(self._numbers), applyPageType="BOTH")
        lines = elements.sublist(held, "TOP", WIDTH, FOOT)
        elements.run(elements.paragraph(lines, worn, next(self._numbers)), worn.letters, mark)
        # On a line of its own: some readers lose a number of two digits between other words.
        elements.page_number(elements.paragraph(lines, worn, next(self._numbers)), worn.letters)

    def _describe(self, outline: Outline) -> None:
        """Who made it, what it is, when, in which language; nothing of the template's."""
        day = f"{outline.edition.as_of}T00:00:00Z"
        self._document.parts.clear_document_metadata(timestamp=day)
        self._document.parts.clear_preview()
        self._document.parts.set_document_metadata(
            title=elements.written(outline.title),
            creator=self._say("product.name"),
            subject=elements.written(outline.mark),
            created_date=day,
            modified_date=day,
        )
        package = self._document.package
        tree = package.manifest_tree()
        for language in tree.iter(f"{OPF}language"):
            language.text = outline.lang
        package.set_xml(package.main_content.full_path, tree)


def _xml(element: Element) -> bytes:
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True, standalone=True)
