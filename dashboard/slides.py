"""The slides of a deck on the page: each as a small picture with its title, and buttons that order and change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from components.deck import Deck, Item
from components.deck.files import LONGEST_NOTE, LONGEST_TITLE, words_of
from components.faults import sentence
from components.labels import clean, markdown
from components.theme import Look, Size
from components.wording import Words
from dashboard import controls, decks, screen, store
from dashboard.card import CONFIG, PADDING
from datasets.problems import Problem
from datasets.texts import Text
from geo.errors import GeoError

ACROSS = {"wide": 4, "medium": 3, "narrow": 1}
SCENE = 960  # layout pixels a slide is drawn at; a thumbnail is the same, smaller
STILL = CONFIG | {"staticPlot": True}


def show(deck: Deck, changing: bool) -> None:
    """The slides in rows; a section begins a row of its own. ``changing`` gives each its buttons."""
    across = ACROSS[screen.step()]
    row: list = []
    for at, item in enumerate(deck.items):
        if item.chart is None:
            row = []
            _section(at, item, len(deck.items), changing)
            continue
        row = row or list(st.columns(across))
        with row.pop(0), st.container(border=True, key=f"slide-{at}"):
            _slide(at, item, 1 / across, len(deck.items), changing)


def _section(at: int, item: Item, of: int, changing: bool) -> None:
    say = controls.say()
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"section-{at}"):
        title = clean(item.title[say.lang]) or say("deck_page.section")
        st.subheader(markdown(f"{at + 1}. {title}"), anchor=False)
        if changing:
            _buttons(at, item, of, say)


def _slide(at: int, item: Item, span: float, of: int, changing: bool) -> None:
    say = controls.say()
    try:
        _thumbnail(at, item, span)
    except (Problem, GeoError) as fault:
        st.error(markdown(sentence(fault, say)))
    if changing:
        with st.container(horizontal=True, gap="small", key=f"order-{at}"):
            _buttons(at, item, of, say)


def _thumbnail(at: int, item: Item, span: float) -> None:
    """The slide's chart as it is drawn large, only smaller, under its number and title."""
    say, chart = controls.say(), item.chart
    assert chart is not None
    own = clean(item.title[say.lang])
    shown = store.exhibit(replace(chart, title=own or chart.title), say.lang)
    st.markdown(f"**{at + 1}. {markdown(own or shown.heading.title)}**")
    wide = round(screen.width(span) - 2 * PADDING)
    size = Size(wide, round(wide * 9 / 16), base=15 * wide / SCENE, pad=0.2)
    look = Look(say.lang, controls.chart_theme(), size, titled=False)
    drawn = store.figure(chart.filed, look)
    st.plotly_chart(drawn, height=size.height, theme=None, config=STILL, key=f"thumb-{at}", alt=shown.alt)


def _buttons(at: int, item: Item, of: int, say: Words) -> None:
    """Earlier, later, edit, remove."""
    _button(say("deck_page.back"), f"back-{at}", at == 0, lambda deck: deck.move(at, at - 1))
    _button(say("deck_page.forth"), f"forth-{at}", at == of - 1, lambda deck: deck.move(at, at + 1))
    with st.popover(say("deck_page.edit"), type="tertiary", key=f"edit-{at}"):
        _edit(at, item, say)
    _button(say("deck_page.drop"), f"drop-{at}", False, lambda deck: deck.drop(at))


def _button(label: str, key: str, disabled: bool, change: Callable[[Deck], Deck]) -> None:
    st.button(
        label, key=key, type="tertiary", disabled=disabled, on_click=lambda: decks.keep(change(decks.mine()))
    )


def _edit(at: int, item: Item, say: Words) -> None:
    """Title and note of one slide, as the presenter types them."""
    write("title", f"title-{at}", item.title[say.lang], say("deck_page.slide_title"), LONGEST_TITLE, at)
    if item.chart:
        write("note", f"note-{at}", item.note[say.lang], say("deck_page.note"), LONGEST_NOTE, at)


def write(part: str, name: str, value: str, label: str, longest: int, at: int | None = None) -> None:
    """A field for one text of the deck (``at`` None) or of one of its slides; what is typed goes into the deck."""
    key = f"deck.{name}"
    st.session_state[key] = value
    field = st.text_area if part == "note" else st.text_input
    field(label, key=key, max_chars=longest, on_change=_written, args=(part, key, longest, at))


def _written(part: str, key: str, longest: int, at: int | None) -> None:
    told = Text(*(2 * [words_of(st.session_state[key], longest)]))
    deck = decks.mine()
    if at is None:
        decks.keep(replace(deck, **{part: told}))
    elif at < len(deck.items):
        decks.keep(deck.put(at, replace(deck.items[at], **{part: told})))
