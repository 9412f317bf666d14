"""국가 목표: how far to the target? Every target by its owner with what is measured of it, how it is judged, or why not."""

from __future__ import annotations

import streamlit as st

from components.chart import Chart
from components.charts.target_bullet import height_for
from components.labels import clean, markdown, period
from components.theme import Size
from dashboard import controls, frame, screen, store
from dashboard.card import NARROW, PADDING, card
from datasets import pace
from datasets.catalog import Catalog

ALL = "all"
YEARS = tuple(str(year) for year in range(2027, 2036))
YEAR = "2030"  # the year most of the documents speak of
# What other surveys say of the share of firms that use AI: none of them may be joined to the target of 30 %.
SERIES = "firms_using_ai_it_survey"
SURVEY = "firms_using_ai_business_survey"
FACT = 230  # pixels of a card with one figure
CHROME = 88  # pixels a card takes besides its chart, with the gap below
NOTE = 73  # pixels of a sentence above a card
TALLEST = 1800  # of a list on a phone: the rest is in the table, and one owner's targets are a choice away


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    st.markdown(markdown(say("targets.intro")))
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-first"):
        owner, year = _ask_owner(catalog), _ask_year()
    _verdicts(owner, year)
    _surveys(catalog, owner, year)
    _list("national", owner, year, scope="national", status="target")
    _list("regional", owner, year, scope="regional", status="target")
    _list("plans", owner, year, status="planned")
    _apart(owner, year)
    table = _chart("table", "table", owner, year)
    card(table, key="table", height=560, narrow_height=640)


def _ask_owner(catalog: Catalog) -> str:
    """All owners, or the one the reader wants; the nation's first."""
    say = controls.say()
    known = dict.fromkeys(id_ for id_ in catalog.records("targets").frame["owner"] if id_ in catalog.names)
    names = {ALL: say("targets.all_owners")} | {id_: clean(catalog.names[id_][say.lang]) for id_ in known}
    return controls.choose("owner", say("ask.owner"), list(names), ALL, names.__getitem__)


def _ask_year() -> str:
    """The year by which targets without one are taken to be due."""
    say = controls.say()
    return controls.choose("year", say("ask.year"), YEARS, YEAR, lambda year: period(year, say.lang))


def _chart(kind: str, title: str, owner: str, year: str, **equal: str) -> Chart:
    """A chart of the targets of one owner or of all."""
    asked = equal | ({} if owner == ALL else {"owner": owner}) | {"year": year}
    return Chart(
        kind, records="targets", where=tuple(asked.items()), title=controls.say()(f"targets.{title}")
    )


def _verdicts(owner: str, year: str) -> None:
    """How many targets can be judged and why not the others, beside the method in words."""
    say = controls.say()
    chart = _chart("verdicts", "judged", owner, year, status="target")
    left, right = st.columns([7, 5])
    with right:
        frame.section(say("targets.how"))
        limits = {name: f"{share:.0%}" for name, share in _thresholds().items()}
        for line in (
            say("targets.method", **limits),
            say("targets.conditions"),
            say("targets.year_note", year=year),
        ):
            st.markdown(f"- {markdown(line)}")
    if store.count(chart):
        with left:
            card(chart, key="verdicts", height=380, narrow_height=560, span=7 / 12)


def _thresholds() -> dict[str, float]:
    return {"on_track": pace.ON_TRACK, "moderate": pace.MODERATE, "weak": pace.WEAK}


def _surveys(catalog: Catalog, owner: str, year: str) -> None:
    """The target of the headline beside what other surveys measure, and why they are never one line."""
    ids = tuple(id_ for id_ in catalog.headline_targets() if _is_of(catalog, id_, owner))
    if not ids or SERIES not in catalog.indicators:
        return
    say = controls.say()
    frame.section(say("targets.headline"))
    st.markdown(markdown(say("targets.apart")))
    left, right = st.columns([5, 7])
    goal = Chart("target_bullet", ids, records="targets", where=(("year", year),))
    high, below = _height(goal, 5 / 12), SURVEY in catalog.indicators
    with left:
        card(goal, key="headline", height=high, span=5 / 12)
        if below:
            other = Chart("fact_card", (SURVEY,), period=catalog.periods_of(SURVEY)[-1])
            card(other, key="survey", height=FACT, span=5 / 12)
    with right:
        beside = high + (FACT + CHROME if below else 0)
        card(Chart("trend", (SERIES,)), key="trend", height=beside, narrow_height=420, span=7 / 12)


def _is_of(catalog: Catalog, id_: str, owner: str) -> bool:
    return owner == ALL or bool(len(catalog.records("targets", ids=[id_], owner=owner)))


def _list(title: str, owner: str, year: str, span: float = 1.0, **equal: str) -> int:
    """Targets of one sort as lines, under a sentence about them if there is one; their height, 0 without any."""
    chart, say = _chart("target_bullet", title, owner, year, **equal), controls.say()
    if not store.count(chart):
        return 0
    note = say.get(f"targets.{title}_note")
    if note:
        frame.missing(note)
    high = _height(chart, span)
    card(chart, key=title, height=high, span=span)
    return high


def _apart(owner: str, year: str) -> None:
    """Drafts and private plans; beside them, who has targets in which field."""
    left, right = st.columns([7, 5])
    with left:
        high = _list("other", owner, year, 7 / 12, status="draft;private")
    if high and owner == ALL:
        fields = _chart("matrix", "fields", owner, year, scope="regional")
        rows = Chart(**{**fields.__dict__, "options": (("rows", "region"),)})
        with right:
            card(rows, key="fields", height=high + NOTE, narrow_height=560, span=5 / 12)


def _height(chart: Chart, span: float = 1.0) -> int:
    """Room for every line, on a phone at most so much."""
    width = round(screen.width(span) - 2 * PADDING)
    look = controls.look().at(Size(width, TALLEST, pad=0.2))
    high = height_for(store.material(chart), look, chart.title)  # type: ignore[arg-type]
    return min(high, TALLEST) if width < NARROW else high
