"""An outline: a deck, a single chart or a brief as slides, ready for every format. Writers know nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from components import captions, cited
from components.citations import Citation
from components.deck import Deck, Item
from components.exhibit import Exhibit
from components.export.names import file_name
from components.labels import clean
from components.natives import BOX
from components.theme import Brand
from components.wording import words
from datasets.catalog import Catalog
from datasets.sources import Edition, Source

ROLES = ("title", "section", "chart", "spread", "sources")
SOURCES_A_SLIDE = 8
NOBODY = Brand()


@dataclass(frozen=True)
class Part:
    """One thing on a slide: a chart, or sentences. ``box`` is left, top, width and height as shares of the body."""

    exhibit: Exhibit | None = None
    heading: str = ""
    lines: tuple[str, ...] = ()
    box: tuple[float, float, float, float] = BOX


@dataclass(frozen=True)
class Slide:
    """One slide. ``role`` is one of ROLES; a ``spread`` has several parts; ``note`` are the presenter's own words.

    ``foot`` are the lines of coverage and sources; ``link`` is where the chart lives, below the dashboard's address.
    """

    role: str
    title: str
    subtitle: str = ""
    parts: tuple[Part, ...] = ()
    note: str = ""
    foot: tuple[str, ...] = ()
    link: str = ""

    @property
    def exhibit(self) -> Exhibit | None:
        """The chart of a slide that shows one."""
        return next((part.exhibit for part in self.parts if part.exhibit), None)

    @property
    def spoken(self) -> tuple[str, ...]:
        """What stands in the notes: the presenter's words, what the chart shows, and how its figures are defined."""
        told = [each for part in self.parts if (x := part.exhibit) for each in (x.alt, *x.definitions)]
        return tuple(filter(None, [*self.note.split("\n"), *told]))


@dataclass(frozen=True)
class Outline:
    """Slides in order, in one language. ``name`` is the stem of its files, ``mark`` product, edition and day.

    ``link`` is the address of the whole, below the dashboard's, where it has one.
    """

    title: str
    lang: str
    slides: tuple[Slide, ...]
    edition: Edition
    mark: str
    subtitle: str = ""
    brand: Brand = NOBODY
    link: str = ""

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Every chart, in order."""
        return tuple(p.exhibit for slide in self.slides for p in slide.parts if p.exhibit)

    @property
    def name(self) -> str:
        """What files of this outline are called, without an ending."""
        only = self.exhibits[0] if len(self.exhibits) == 1 else None
        return only.file_name if only else file_name(self.title, self.edition.id)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The documents behind all charts, each once."""
        found = {(c.publisher, c.title, c.date): c for x in self.exhibits for c in x.citations}
        return tuple(found.values())


def of_deck(deck: Deck, catalog: Catalog, lang: str, brand: Brand = NOBODY, link: str = "") -> Outline:
    """The slides of a deck: a title, its charts and sections in order, and all documents at the end."""
    say = words(lang)
    title = clean(deck.title[lang]) or say("deck.untitled")
    told = [_slide(item, catalog, lang) for item in deck.items]
    subtitle = clean(deck.subtitle[lang])
    first = Slide("title", title, subtitle)
    last = sources_slides([x for slide in told for p in slide.parts if (x := p.exhibit)], lang)
    slides = (first, *told, *last)
    return Outline(
        title, lang, slides, catalog.edition, captions.mark(catalog.edition, say), subtitle, brand, link
    )


def of_exhibit(exhibit: Exhibit, brand: Brand = NOBODY) -> Outline:
    """A single chart as a document of one slide."""
    slide, edition = chart_slide(exhibit), exhibit.material.edition
    say = words(exhibit.lang)
    return Outline(
        slide.title,
        exhibit.lang,
        (slide,),
        edition,
        captions.mark(edition, say),
        brand=brand,
        link=exhibit.link,
    )


def of_exhibits(
    exhibits: Sequence[Exhibit], title: str, lang: str, edition: Edition, brand: Brand = NOBODY
) -> Outline:
    """Charts that stand together, as a page shows them, under one title."""
    slides = (Slide("title", clean(title)), *map(chart_slide, exhibits), *sources_slides(exhibits, lang))
    return Outline(clean(title), lang, slides, edition, captions.mark(edition, words(lang)), brand=brand)


def chart_slide(exhibit: Exhibit, title: str = "", note: str = "") -> Slide:
    """A slide of one chart, under its own title unless another is given."""
    told = exhibit.heading
    return Slide(
        "chart", clean(title) or told.title, told.subtitle, (Part(exhibit),), note, told.foot, exhibit.link
    )


def _slide(item: Item, catalog: Catalog, lang: str) -> Slide:
    if item.chart is None:
        return Slide("section", clean(item.title[lang]))
    chart = replace(item.chart, title=clean(item.title[lang]) or item.chart.title)
    return chart_slide(Exhibit.of(chart, catalog, lang), item.title[lang], item.note[lang])


def sources_slides(exhibits: Iterable[Exhibit], lang: str) -> list[Slide]:
    """The documents behind charts, some on each slide: publisher, title, date, and address or its absence."""
    found: dict[str, Source] = {s.id: s for x in exhibits for s in x.material.sources}
    lines, say = [_line(source, lang) for source in found.values()], words(lang)
    pages: Sequence[list[str]] = [
        lines[at : at + SOURCES_A_SLIDE] for at in range(0, len(lines), SOURCES_A_SLIDE)
    ]
    of = len(pages)
    return [
        Slide(
            "sources",
            say("deck.sources") if of == 1 else say("deck.sources_n", n=n, of=of),
            parts=(Part(lines=tuple(page)),),
        )
        for n, page in enumerate(pages, start=1)
    ]


def _line(source: Source, lang: str) -> str:
    """One document as it is listed: publisher, title, date, address or that none is known, licence."""
    say = words(lang)
    address = source.url if source.url.startswith(("https://", "http://")) else say("citation.no_address")
    parts = (clean(source.publisher[lang]), cited.title(source, say), cited.date(source, say), address)
    return clean(" · ".join(filter(None, parts)))
