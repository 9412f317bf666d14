"""발표: what do I show in the hall? The collected charts in order, presented full-screen and handed out as documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from components import stage
from components.deck import Deck, Item
from components.deck.files import LONGEST_TITLE, MOST_BYTES, read, write
from components.export.names import file_name
from components.faults import sentence
from components.labels import clean, markdown
from components.outline import Outline
from components.theme import Look
from components.wording import Words
from dashboard import addresses, branding, controls, decks, frame, handing, presenting, slides, store
from dashboard.decks import MINE
from datasets.problems import Problem
from datasets.texts import Text

FAULTS = "deck.faults"


def show() -> None:
    """The page."""
    say = controls.say()
    _receive()
    ready = store.ready_decks()
    names = {MINE: say("deck_page.mine")} | {id_: clean(deck.title[say.lang]) for id_, deck in ready.items()}
    first = MINE if decks.mine().items else next(iter(ready), MINE)
    which = controls.switch("deck", say("deck_page.which"), list(names), first, names.__getitem__)
    deck = decks.mine() if which == MINE else ready[which]
    _tell_faults(say)
    decks.show_told()
    if which == MINE:
        _mine(deck, say)
    else:
        _ready(which, deck, say)
    if which == MINE:
        _deck_file(deck, say)


def _ready(which: str, deck: Deck, say: Words) -> None:
    """A ready-made deck: present it, hand it out, or take it over to change it."""
    _head(deck, say)
    _act(deck, f"deck?deck={which}", say, lambda: _offer(deck, say))
    slides.show(deck, changing=False)


def _mine(deck: Deck, say: Words) -> None:
    """The visitor's own deck, with a field for each of its words."""
    if not deck.items:
        frame.missing(say("deck_page.empty"))
        return
    left, right = st.columns(2)
    with left:
        slides.write("title", "title", deck.title[say.lang], say("deck_page.title"), LONGEST_TITLE)
    with right:
        slides.write(
            "subtitle", "subtitle", deck.subtitle[say.lang], say("deck_page.subtitle"), LONGEST_TITLE
        )
    _act(deck, "", say, lambda: _arrange(say))
    st.caption(_counted(deck, say))
    slides.show(deck, changing=True)


def _arrange(say: Words) -> None:
    st.button(say("deck_page.section_add"), key="add-section", on_click=_add_section, args=(say,))
    st.button(say("deck_page.clear"), key="clear", on_click=lambda: decks.keep(Deck()))


def _offer(deck: Deck, say: Words) -> None:
    st.button(say("deck_page.take"), key="take", on_click=_take, args=(deck,))


def _head(deck: Deck, say: Words) -> None:
    with st.container(gap=None):
        frame.section(clean(deck.title[say.lang]))
        under = [clean(deck.subtitle[say.lang]), _counted(deck, say)]
        st.caption(markdown(" · ".join(filter(None, under))))


def _counted(deck: Deck, say: Words) -> str:
    return f"{say('deck_page.slides', n=len(deck.items))} · {say('deck_page.around')}"


def _act(deck: Deck, link: str, say: Words, more: Callable[[], None]) -> None:
    """Present it at left; download it, and what ``more`` there is to do with it, at right."""
    outline = store.outline(deck, say.lang, branding.brand(), link)
    for exhibit in outline.exhibits:
        frame.cite(exhibit.material.sources)
    look = controls.look()
    left, right = st.columns([7, 5], vertical_alignment="center")
    with left:
        presenting.stage("stage", partial(_script, outline, look), say)
    with right, st.container(horizontal=True, horizontal_alignment="right", key="deck-acts"):
        asked, extra = (deck, say.lang, branding.brand()), {f"{outline.name}.json": write(deck).encode()}
        handing.documents(outline, look, "deck", asked, extra)
        more()


def _script(outline: Outline, look: Look, theme: str) -> Mapping[str, Any]:
    """The slides for the stage, geometry by address."""
    worn, public = replace(look, theme=theme), addresses.public_url()
    return stage.script(outline, worn, public_url=public, shapes=store.addressed)


def _add_section(say: Words) -> None:
    title = say("deck_page.section_new")
    decks.keep(decks.mine().add(Item(title=Text(title, title))))


def _take(deck: Deck) -> None:
    """Put the slides of a ready-made deck at the end of the visitor's own."""
    own = decks.mine()
    named = own if own.items or own.title else replace(own, title=deck.title, subtitle=deck.subtitle)
    decks.keep(replace(named, items=(*own.items, *deck.items)))
    decks.tell(controls.say()("deck_page.taken", n=len(deck.items)))
    decks.turn_to_mine()


def _deck_file(deck: Deck, say: Words) -> None:
    """The deck as a file, back from a file, and as a link."""
    frame.section(say("deck_page.deck_file"))
    left, right = st.columns(2)
    with left:
        if deck.items:
            name = file_name(clean(deck.title[say.lang]) or say("deck.untitled"))
            st.download_button(
                say("deck_page.save"), write(deck), f"{name}.json", "application/json", key="save-deck", on_click="ignore"
            )  # fmt: skip
            _link(deck, say)
    with right:
        st.file_uploader(
            say("deck_page.open"), type="json", key="open-deck", help=say("deck_page.open_hint"), max_upload_size=1,
            on_change=_open_file,
        )  # fmt: skip


def _link(deck: Deck, say: Words) -> None:
    """An address that carries the deck in plain words, while it is short enough to be carried."""
    text = addresses.with_deck(write(deck))
    with st.popover(say("deck_page.link")):
        if text:
            st.caption(say("deck_page.link_hint"))
            st.code(text, language=None, wrap_lines=True)
        else:
            st.markdown(say("deck_page.link_long"))


def _open_file() -> None:
    """Take over a deck from a file the visitor chose."""
    file = st.session_state.get("open-deck")
    if file is not None:
        _open(file.read(MOST_BYTES + 1), clean(file.name))


def _receive() -> None:
    """Take over a deck that came with the address, once."""
    text = st.query_params.get(addresses.DECK)
    if text is not None:
        del st.query_params[addresses.DECK]
        _open(text, controls.say()("deck_page.link"))


def _open(text: str | bytes, name: str) -> None:
    try:
        deck, left_out = read(text, store.catalog(), name)
    except Problem as fault:
        st.session_state[FAULTS] = decks.mine(), (fault,)
        return
    decks.turn_to_mine()
    decks.keep(deck)
    st.session_state[FAULTS] = deck, left_out
    decks.tell(controls.say()("deck_page.opened"))


def _tell_faults(say: Words) -> None:
    """What could not be opened, or had to be left out; told as long as the deck stays what it was then."""
    deck, faults = st.session_state.get(FAULTS, (None, ()))
    for fault in faults if deck == decks.mine() else ():
        st.error(markdown(sentence(fault, say)))
