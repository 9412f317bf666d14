"""Documents of an outline: a button for each format, the quick ones at once, the long ones with their progress."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

import streamlit as st

from components.chart import Chart
from components.exhibit import Exhibit
from components.export import package
from components.export.formats import FORMATS
from components.export.names import file_name
from components.export.renderer import renderer
from components.faults import sentence
from components.labels import markdown
from components.outline import Outline, of_exhibits
from components.theme import PRESETS, Brand, Look
from components.wording import Words
from dashboard import addresses, branding, controls, decks, store, work
from datasets.catalog import Catalog
from datasets.problems import Problem
from geo.errors import GeoError

QUICK = ("pptx", "xlsx", "html")  # made while the visitor waits
LONG = ("hwpx", "pdf")  # with pictures a quarter of a second each
ZIP = "zip"
ZIP_TYPE = "application/zip"
SHAPES = ("16:9", "4:3")
PAPERS = ("screen", "a4")
MOST_TEMPLATE = 20  # megabytes
# Formats of a brief: whether its pages stand upright, and what else the writer is told.
BRIEFS: tuple[tuple[str, bool, dict], ...] = (
    ("pptx", False, {}),
    ("hwpx", True, {}),
    ("pdf", True, dict(paper="a4")),
)


def documents(outline: Outline, look: Look, key: str, asked: Hashable, extra: Mapping[str, bytes]) -> None:
    """The formats of a deck in a panel, with what may be chosen of each; ``extra`` files go into the ZIP.

    ``asked`` stands for the outline: a file that was made for something else is not handed out for it.
    """
    say = controls.say()
    panel = st.popover(say("deck_page.files"), on_change="rerun", key=f"files-{key}")
    if panel.open:
        with panel:
            _panel(outline, replace(look, size=PRESETS["slide"]), key, asked, extra, say)


def _panel(
    outline: Outline, look: Look, key: str, asked: Hashable, extra: Mapping[str, bytes], say: Words
) -> None:
    """The formats above, what may be chosen of them below."""
    formats = st.container()
    with st.expander(say("deck_page.choices")):
        shape = controls.switch("shape", say("deck_page.shape"), SHAPES, SHAPES[0], str)
        paper = controls.switch(
            "paper", say("deck_page.paper"), PAPERS, PAPERS[0], lambda p: say(f"deck_page.{p}")
        )
        template = _template(say)
        branding.ask()
    options: dict[str, dict] = {
        "pptx": dict(ratio=shape, template=template),
        "pdf": dict(paper=paper),
        "html": dict(public_url=addresses.public_url(), themes=("light", "dark")),
    }
    writers = {name: _writer(name, outline, look, options.get(name, {})) for name in (*QUICK, *LONG)}
    with formats:
        if renderer() is None:
            st.info(say("renderer.missing"))
        for name in QUICK:
            download(name, outline, writers[name], key)
        for name in LONG:
            make = partial(_alone, writers[name], say(f"deck_page.{name}"))
            _long((name, asked, look, paper), name, outline, make, key)
        make = partial(_everything, outline, look, writers, extra)
        _long((ZIP, asked, look, shape, paper, hash(template)), ZIP, outline, make, key)


def _template(say: Words) -> bytes | None:
    """An organisation's own PowerPoint file, where one is given."""
    file = st.file_uploader(
        say("deck_page.template"), type="pptx", key="template", help=say("deck_page.template_hint"),
        max_upload_size=MOST_TEMPLATE,
    )  # fmt: skip
    return _usable(file.getvalue(), say) if file else None


def _usable(template: bytes, say: Words) -> bytes | None:
    """The template, once an empty deck could be written on it; else why not, in one line."""
    empty = of_exhibits((), "", say.lang, store.catalog().edition)
    try:
        FORMATS["pptx"].write(empty, Look(say.lang), None, template=template)
    except Problem as fault:
        st.error(markdown(sentence(fault, say)))
        return None
    return template


def _writer(name: str, outline: Outline, look: Look, options: dict) -> Callable[[], bytes]:
    """What makes one document; nothing is made yet."""
    return lambda: FORMATS[name].write(outline, look, renderer(), **options)


def download(name: str, outline: Outline, make: Callable[[], bytes], key: str) -> None:
    """A button that makes a document when it is pressed."""
    it = FORMATS[name]
    st.download_button(
        controls.say()(f"deck_page.{name}"), make, f"{outline.name}.{it.ending}", it.mime,
        key=f"{name}-{key}", on_click="ignore", width="stretch",
    )  # fmt: skip


def _long(asked: tuple, name: str, outline: Outline, make: Callable[[work.Tell], bytes], key: str) -> None:
    say = controls.say()
    label = say(f"deck_page.{name}")
    mime = ZIP_TYPE if name == ZIP else FORMATS[name].mime
    ending = ZIP if name == ZIP else FORMATS[name].ending
    work.offer(asked, label, f"{outline.name}.{ending}", mime, make, f"{name}-{key}")


def _alone(make: Callable[[], bytes], what: str, tell: work.Tell) -> bytes:
    """One document, as the only step."""
    tell(0, 1, what)
    return make()


def _everything(
    outline: Outline, look: Look, writers: Mapping[str, Callable[[], bytes]], extra: Mapping[str, bytes], tell: work.Tell
) -> bytes:  # fmt: skip
    return package.write(outline, look, renderer(), writers, extra=extra, tell=tell)


def brief(make: Callable[[bool], Outline], key: str) -> None:
    """A region's brief as PPTX, HWPX and PDF, written when it is asked for; ``make`` is told whether upright."""
    say = controls.say()
    panel = st.popover(say("region_brief.label"), on_change="rerun", key=f"brief-{key}")
    if not panel.open:
        return
    with panel:
        st.caption(say("region_brief.hint"))
        if renderer() is None:
            st.info(say("renderer.missing"))
        look = Look(say.lang, size=PRESETS["slide"])
        for name, upright, options in BRIEFS:
            outline = make(upright)
            download(name, outline, _writer(name, outline, look, options), key)


def page(charts: Sequence[Chart], title: str) -> None:
    """All charts of a page together: their tables as a workbook, the page as a PDF on A4, and all into the deck."""
    say, catalog = controls.say(), store.catalog()
    if len(charts) < 2:  # a single one has its own menu
        return
    shown, name = tuple(charts), file_name(title, catalog.edition.id)
    together = partial(_together, shown, catalog, title, say.lang, branding.brand())
    with st.container(horizontal=True, key="page-files"):
        label = say("page_files.tables", n=len(shown))
        make = partial(_workbook, together, say.lang)
        st.download_button(
            label, make, f"{name}.xlsx", FORMATS["xlsx"].mime, key="page-xlsx", on_click="ignore"
        )
        label, asked = say("page_files.pdf"), ("page", title, say.lang, shown)
        sheets = partial(_sheets, together, say.lang, label)
        work.offer(asked, label, f"{name}.pdf", FORMATS["pdf"].mime, sheets, "page-pdf", "content")
        st.button(
            say("page_files.collect", n=len(shown)), key="page-deck", on_click=decks.collect, args=shown
        )
        decks.show_told()


def _together(charts: Sequence[Chart], catalog: Catalog, title: str, lang: str, brand: Brand) -> Outline:
    """The charts as one document. Those that cannot be drawn say so on the page; here they are left out."""
    told = []
    for chart in charts:
        with suppress(Problem, GeoError):
            told.append(Exhibit.of(chart, catalog, lang))
    return of_exhibits(told, title, lang, catalog.edition, brand)


def _workbook(together: Callable[[], Outline], lang: str) -> bytes:
    return FORMATS["xlsx"].write(together(), Look(lang), None)


def _sheets(together: Callable[[], Outline], lang: str, what: str, tell: work.Tell) -> bytes:
    tell(0, 1, what)
    return FORMATS["pdf"].write(together(), Look(lang, size=PRESETS["slide"]), renderer(), paper="a4")
