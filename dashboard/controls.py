"""Questions to the reader, kept in the address.

Every choice is an id in the query string, so a pasted link restores the view. What an address asks for is only ever
compared with known ids; anything else falls back to a default and leaves a notice. Streamlit drops the query when the
page changes, so the last choice is also kept for the session and written back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import streamlit as st

from components.labels import markdown
from components.theme import Look
from components.wording import LANGUAGES, Words, words
from dashboard import screen

LONGEST = 200
MOST_REGIONS = 6
MOST_LIMITS = 6
ROW, BUTTON = 50, 6  # letters in a row of buttons on a phone, and what the frame of a button takes of them
CHART_THEMES = ("light", "dark")


def asked(name: str, allowed: Sequence[str], default: str, silent: bool = False) -> str:
    """The id the address asks for, else the last one chosen, else the default; always one of ``allowed``.

    ``silent`` leaves a default out of the address: it is the visitor's own setting and not a choice.
    """
    raw = st.query_params.get(name)
    kept = st.session_state.get(f"kept.{name}")
    if (
        raw is not None and raw not in allowed and raw != kept
    ):  # what we wrote ourselves has only been overtaken
        _note(name)
    chosen = next((v for v in (raw, kept) if v in allowed), "")
    if chosen or not silent:
        _keep(name, chosen or default)
    return chosen or default


def assume(name: str, value: str) -> None:
    """Take a choice for made, where another one in the address implies it; an empty one changes nothing."""
    if value:
        st.session_state[f"kept.{name}"] = value


def asked_many(name: str, allowed: Sequence[str], default: Sequence[str]) -> tuple[str, ...]:
    """Several ids, joined by commas in the address: the known ones, at most six, without repeats."""
    raw = st.query_params.get(name)
    kept = st.session_state.get(f"kept.{name}", default)
    listed = raw[:LONGEST].split(",") if raw is not None else kept
    known = [v for v in dict.fromkeys(listed) if v in allowed][:MOST_REGIONS]
    if raw is not None and raw != ",".join(kept) and (len(known) < len(listed) or not known):
        _note(name)
    chosen = tuple(known or [v for v in default if v in allowed])
    _keep(name, chosen)
    return chosen


def language() -> str:
    return asked("lang", LANGUAGES, "ko")


def chart_theme() -> str:
    """Charts follow the address; without a word there, the visitor's own light or dark setting."""
    return asked("theme", CHART_THEMES, visitor_theme(), silent=True)


def visitor_theme() -> str:
    """The light or dark setting of the visitor's browser."""
    return "dark" if st.context.theme.type == "dark" else "light"


def look() -> Look:
    """The look of this visitor's charts; the card gives it its size."""
    return Look(lang=language(), theme=chart_theme())


def say() -> Words:
    return words(language())


def choose(name: str, label: str, options: Sequence[str], default: str, names: Callable[[str], str]) -> str:
    """A labelled drop-down kept in the address."""
    value = asked(name, options, default)
    key = _bind(name, value)
    st.selectbox(label, options, key=key, format_func=names, on_change=_answer, args=(name, key))
    return value


def switch(name: str, label: str, options: Sequence[str], default: str, names: Callable[[str], str]) -> str:
    """A labelled row of a few options kept in the address; a drop-down where a phone has no room for the row."""
    if screen.narrow() and sum(len(names(option)) + BUTTON for option in options) > ROW:
        return choose(name, label, options, default, names)
    value = asked(name, options, default)
    _row(name, label, options, value, names)
    return value


def settings() -> None:
    """Language and chart theme, for the first row of every page."""
    spoken = words(language())
    _row(
        "lang",
        spoken("ask.lang"),
        LANGUAGES,
        language(),
        {"ko": "한국어", "en": "English"}.__getitem__,
        "collapsed",
    )
    _row("theme", spoken("ask.theme"), CHART_THEMES, chart_theme(), lambda t: spoken(f"ask.{t}"), "collapsed")


def _row(
    name: str,
    label: str,
    options: Sequence[str],
    value: str,
    names: Callable[[str], str],
    visibility: Literal["visible", "collapsed"] = "visible",
) -> None:
    key = _bind(name, value)
    st.segmented_control(
        label, options, key=key, format_func=names, on_change=_answer, args=(name, key), required=True,
        label_visibility=visibility,
    )  # fmt: skip


def choose_among(
    name: str,
    label: str,
    groups: Mapping[str, Mapping[str, str]],
    default: str,
    finds: Callable[[str, str], bool],
) -> str:
    """One of many, in a panel with a search and a list for each group, kept in the address.

    ``groups`` are names with their options (id → title); ``finds(text, id)`` says whether a search text means an option.
    """
    titles = {id_: title for members in groups.values() for id_, title in members.items()}
    value = asked(name, list(titles), default)
    panel = st.popover(
        markdown(f"{label} · {titles[value]}"), width="stretch", on_change="rerun", key=f"panel.{name}"
    )
    if panel.open:
        with panel:
            _list(name, groups, value, finds)
    return value


def _list(
    name: str, groups: Mapping[str, Mapping[str, str]], value: str, finds: Callable[[str, str], bool]
) -> None:
    spoken = words(language())
    text = st.text_input(
        spoken("ask.find"), max_chars=60, key=f"search.{name}", placeholder=spoken("ask.find_hint")
    )
    shown = {group: [id_ for id_ in members if finds(text, id_)] for group, members in groups.items()}
    if not any(shown.values()):
        st.caption(spoken("ask.found_none"))
    for number, (group, ids) in enumerate(shown.items()):
        if ids:
            key = f"ask.{name}.{number}"
            st.session_state[key] = value if value in ids else None
            st.radio(
                markdown(f"{group} ({len(ids)})"), ids, key=key, on_change=_pick, args=(name, key),
                format_func=lambda id_, members=groups[group]: markdown(members[id_]),
            )  # fmt: skip


def _pick(name: str, key: str) -> None:
    """The reader has picked from a panel: it closes, and the address follows."""
    _answer(name, key)
    st.session_state[f"panel.{name}"] = False


def limits(name: str, label: str, hint: str) -> tuple[float, ...]:
    """Rising numbers the reader types, at most six, kept in the address; empty where nothing sound was typed."""
    raw = str(st.query_params.get(name, st.session_state.get(f"kept.{name}", "")))
    found = _numbers(raw)
    if raw and not found:
        _note(name)
    key = _bind(name, ",".join(f"{n:g}" for n in found))
    st.text_input(label, key=key, max_chars=60, placeholder=hint, on_change=_answer, args=(name, key))
    return found


def _numbers(text: str) -> tuple[float, ...]:
    parts = text.replace(" ", "").split(",")[: MOST_LIMITS + 1]
    if len(text) > LONGEST or not all(re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", part) for part in parts):
        return ()
    found = tuple(float(part) for part in parts)
    return found if len(found) <= MOST_LIMITS and list(found) == sorted(set(found)) else ()


def choose_many(
    name: str, label: str, options: Sequence[str], default: Sequence[str], names: Callable[[str], str]
) -> tuple[str, ...]:
    """A labelled choice of up to six, kept in the address."""
    value = asked_many(name, options, default)
    key = _bind(name, list(value))
    st.multiselect(
        label,
        options,
        key=key,
        format_func=names,
        max_selections=MOST_REGIONS,
        on_change=_answer,
        args=(name, key),
    )
    return value


def notices() -> tuple[str, ...]:
    """The names of the questions whose address was not understood in this run; asked once, then forgotten."""
    return tuple(dict.fromkeys(st.session_state.pop("notices", [])))


def _bind(name: str, value: object) -> str:
    """The widget's key, holding what the address says before the widget is drawn."""
    key = f"ask.{name}"
    st.session_state[key] = value
    return key


def _answer(name: str, key: str) -> None:
    """The reader has chosen: the address follows."""
    value = st.session_state[key]
    _keep(name, tuple(value) if isinstance(value, list) else value)
    if not value:
        st.query_params.pop(name, None)


def _keep(name: str, value: str | tuple[str, ...]) -> None:
    st.session_state[f"kept.{name}"] = value
    written = ",".join(value) if isinstance(value, tuple) else value
    if written and st.query_params.get(name) != written:
        st.query_params[name] = written


def _note(name: str) -> None:
    st.session_state.setdefault("notices", []).append(name)
