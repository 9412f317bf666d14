"""지역: everything about one region: where it stands, what it is strong in, who is like it, and what is planned there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

import pandas as pd
import streamlit as st

from components.brief import brief
from components.chart import Chart
from components.contents import places, profile
from components.labels import clean, markdown
from components.outline import Outline
from dashboard import branding, controls, frame, handing, picks, printing, screen, store
from dashboard.card import card
from datasets import standing
from datasets.catalog import Catalog
from datasets.view import View

HEADLINES = 4
LISTED = 5  # strengths, and weaknesses, that are told in sentences
NEAR = 4
# Pixels of a line of the profile, on a phone too, and of what stands around its lines.
LINE, NARROW_LINE, AROUND = 25, 44, 235


class Part(NamedTuple):
    """How the records of one table are shown: the kind, and its height on a wide screen and on a phone.

    A height is what stands around the rows, what a row takes, and the most there is.
    """

    kind: str
    wide: tuple[int, int, int]
    narrow: tuple[int, int, int]


# In the order of the page.
PARTS = {
    "strategies": Part("strategy_tree", (170, 48, 520), (190, 60, 760)),
    "targets": Part("target_bullet", (190, 96, 2000), (190, 130, 3000)),
    "events": Part("timeline", (230, 30, 320), (230, 46, 620)),
    "facilities": Part("table", (320, 0, 320), (520, 0, 520)),
    "partnerships": Part("table", (360, 0, 360), (560, 0, 560)),
    "laws": Part("table", (320, 0, 320), (520, 0, 520)),
    "quantities": Part("table", (420, 0, 420), (620, 0, 620)),
}


def show() -> None:
    """The page."""
    catalog = store.catalog()
    chart = _ask(catalog)
    code = chart.lit[0]
    view = store.view(chart)
    table, lacking = standing.standings_and_elsewhere(view, [code])
    _open(catalog, view, code)
    frame.call(_full_name(catalog, code))
    _headlines(catalog, chart, table)
    _sides(view, table, chart.per)
    _profile(chart, profile.lines(view, table, lacking))
    _near(catalog, chart)
    told = _records(catalog, code)
    if len(table):
        card(replace(chart, kind="standings"), key="standings", height=620, narrow_height=620)
    elif not told:
        frame.missing(controls.say()("region.none", region=_full_name(catalog, code)))


def _full_name(catalog: Catalog, code: str) -> str:
    return catalog.regions.name(code, controls.language(), short=False)


def _ask_basis(catalog: Catalog, code: str, level: str) -> str:
    """The basis of the page; asked only of a region that exists on more than one."""
    bases = [b.id for b in catalog.regions.bases(level) if code in catalog.regions.codes(level, b.id)]
    return picks.ask_basis(catalog, level) if len(bases) > 1 else "".join(bases)


def _ask(catalog: Catalog) -> Chart:
    """The questions in one row, and the profile they ask for: every indicator of the level, the region lit."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="asked-first"):
        code = picks.ask_region(catalog)
        level = catalog.regions.region(code).level
        offered = catalog.offered(level)
        basis, per = _ask_basis(catalog, code, level), picks.ask_per_of_all(catalog, level)
        printing.button(controls.say()("region.print"))
        handing.brief(partial(_brief, catalog, code, basis), code)
    ids = tuple(indicator.id for indicator in offered)
    return Chart("profile", ids, level=level, basis=basis, per=per, lit=(code,))


def _brief(catalog: Catalog, code: str, basis: str, upright: bool) -> Outline:
    return brief(code, catalog, controls.language(), basis, branding.brand(), upright=upright)


def _open(catalog: Catalog, view: View, code: str) -> None:
    """Whose page it is, on which level and basis; what became of the region."""
    say = controls.say()
    above = catalog.regions.region(code).groups
    parts = [say(f"level_name.{view.level}"), *(view.name(group, say.lang) for group in above)]
    _head(_full_name(catalog, code), " · ".join([*parts, clean(view.basis_text(say.lang))]))
    picks.tell_history(catalog, code)


def _head(title: str, under: str) -> None:
    """A heading with a quiet line close below it."""
    with st.container(gap=None):
        frame.section(title)
        st.caption(markdown(under))


def _headlines(catalog: Catalog, chart: Chart, table: pd.DataFrame) -> None:
    """The figures that open the dashboard, as far as they are this region's, and those in which it is best placed."""
    first = [indicator.id for indicator in catalog.headlines()]
    rows = standing.foremost(table, first, HEADLINES).to_dict("records")
    for number, ((place, span), row) in enumerate(zip(frame.row(max(len(rows), 2)), rows, strict=False)):
        quoted = catalog.indicator(row["indicator"]).headline_period
        one = replace(chart, kind="fact_card", ids=(row["indicator"],), period=quoted or row["period"])
        with place:
            card(one, key=f"figure-{number}", height=250, narrow_height=260, span=span)


def _profile(chart: Chart, lines: int) -> None:
    """All indicators of the region, as high as its lines need: in two columns where the page is wide."""
    if not lines:
        return
    high = AROUND + (NARROW_LINE * lines if screen.narrow() else LINE * -(-lines // _columns()))
    card(chart, key="profile", height=high, narrow_height=high)


def _columns() -> int:
    return 2 if screen.step() == "wide" else 1


def _sides(view: View, table: pd.DataFrame, per: str) -> None:
    """Strengths and weaknesses side by side, and the rule by which they are told."""
    if not len(table):
        return
    say = controls.say()
    _head(say("region.sides"), say("region.rule") if per else f"{say('region.rule')} {say('region.totals')}")
    for side, rows, (column, _) in zip(standing.SIDES, standing.sides(table), frame.row(2), strict=True):
        with column, st.container(border=True, key=f"side-{side}"):
            st.markdown(f"**{markdown(say(f'region.{side}'))}**")
            told = places.sentences(view, rows.head(LISTED), say.lang)
            told = told or [places.unjudged(table, side, say.lang)]
            st.markdown("\n".join(f"- {markdown(sentence)}" for sentence in told))


def _near(catalog: Catalog, chart: Chart) -> None:
    """The regions with the nearest profile, each a button to its page; totals are divided first."""
    say, code = controls.say(), chart.lit[0]
    view = store.view(replace(chart, per=picks.commonest_way(catalog, chart.level)))
    rows = standing.nearest(view, code, NEAR).to_dict("records")
    _head(say("region.near"), say("region.near_rule", n=standing.LEAST_SHARED))
    if not rows:
        frame.missing(say("region.near_none", n=standing.LEAST_SHARED))
    with st.container(horizontal=True, key="near"):
        for row in rows:
            if st.button(markdown(places.likeness(row, view, say.lang)), key=f"near-{row['region']}"):
                frame.go_to_region(row["region"])


def _records(catalog: Catalog, code: str) -> bool:
    """What is planned, opened, agreed and decided in the region, a card a table; what is absent in one sentence."""
    say, absent = controls.say(), []
    codes = ";".join([code, *(before.code for before in catalog.regions.predecessors(code))])
    for table, part in PARTS.items():
        title = say("records.of", region=catalog.regions.name(code, say.lang), what=say(f"records.{table}"))
        chart = Chart(part.kind, records=table, where=(("region", codes),), title=title)
        if rows := store.count(chart):
            card(chart, key=table, height=_high(*part.wide, rows), narrow_height=_high(*part.narrow, rows))
        else:
            absent.append(say(f"records.{table}"))
    if absent:
        frame.missing(say("region.of_none", region=_full_name(catalog, code), what=say.list(absent)))
    return len(absent) < len(PARTS)


def _high(around: int, row: int, most: int, rows: int) -> int:
    return min(around + row * rows, most)
