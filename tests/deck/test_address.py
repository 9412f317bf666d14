"""A chart as an address: what is written comes back, and an address can ask for nothing the catalogue does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

import pytest

from components import address
from components.chart import KINDS, Chart
from components.exhibit import Exhibit
from components.theme import Look
from datasets import catalog
from datasets.problems import Problem
from geo.errors import GeoError
from tests.deck.hostile import HOSTILE

CATALOG = catalog.load()
CHARTS = [
    Chart("choropleth", ("ict_value_added",), per="grdp", lit=("gwangju", "seoul")),
    Chart("choropleth", ("ict_value_added",), basis="16", options=(("limits", (1.0, 2.5)),)),
    Chart("choropleth", ("ai_firm_mous",), period="2025-03-28", options=(("places", "school;cluster"),)),
    Chart("scatter", ("grdp_2023", "ict_value_added")),
    Chart("columns", ("sgg_grdp",), level="sigungu"),
    Chart("timeline", records="events", where=(("headline", "*"),)),
    Chart("target_bullet", ("firms-using-ai-30",), records="targets", where=(("year", "2030"),)),
    Chart("matrix", records="targets", where=(("scope", "regional"),), options=(("rows", "region"),)),
    Chart("profile", tuple(i.id for i in CATALOG.offered("sido")), lit=("jeonnam",)),
]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.kind)
def test_a_chart_comes_back_from_its_address(chart: Chart) -> None:
    link = address.link(chart, lang="ko")
    assert address.read(dict(parse_qsl(urlsplit(link).query)), CATALOG) == chart
    assert link.startswith("chart?kind=") and link.isascii()


def test_a_title_does_not_travel_in_an_address() -> None:
    """Or a stranger's link could put any words above an official figure."""
    assert "title" not in address.query(Chart("table", ("ict_value_added",), title="가짜 제목"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "pie"),
        ("ids", "nothing_like_it"),
        ("ids", ""),
        ("level", "village"),
        ("basis", "229"),
        ("period", "1999"),
        ("per", "people"),
        ("regions", "atlantis"),
        ("lit", "seoul,atlantis"),
        ("option.limits", "1e400,x"),
        ("option.method", "eval"),
        ("option.points", "x"),
        ("records", "passwords"),
    ],
)
def test_what_is_not_known_is_refused_by_its_name(field: str, value: str) -> None:
    asked = {"kind": "choropleth", "ids": "ict_value_added", field: value}
    with pytest.raises((Problem, GeoError)):
        address.read(asked, CATALOG)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("field", [*address.FIELDS, "where.region", "option.limits", "zzz"])
def test_a_hostile_address_is_refused_or_means_nothing(field: str, text: str) -> None:
    asked: Mapping[str, str] = {"kind": "ranked_bar", "ids": "ict_value_added"} | {field: text}
    try:
        chart = address.read(asked, CATALOG)
    except (Problem, GeoError) as fault:
        assert len(str(fault)) < 1000
    else:
        assert text not in repr(chart)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_condition_is_refused_or_finds_nothing(text: str) -> None:
    with pytest.raises(Problem):
        address.read({"kind": "table", "records": "events", "where.region": text}, CATALOG)


@pytest.mark.parametrize(
    ("kind", "records"),
    [("timeline", ""), ("strategy_tree", "events"), ("choropleth", "events"), ("verdicts", "laws")],
)
def test_a_kind_is_refused_what_it_does_not_draw(kind: str, records: str) -> None:
    with pytest.raises(Problem):
        address.read({"kind": kind, "records": records, "ids": "" if records else "ict_value_added"}, CATALOG)


IDS = ("ict_value_added", "ai_firm_mous", "ai_strategy_announced", "grdp_2023", "firms_using_ai_it_survey")
ASKED = [
    {"kind": kind, "ids": ids} | more
    for kind, it in KINDS.items()
    if it.suits("")
    for ids in (IDS[2], ",".join(IDS))
    for more in (
        {"lit": "kr,seoul,capital,sgg-24010"},
        {"regions": "seoul"},
        {"basis": "16", "regions": "gwangju"},
    )
] + [
    {"kind": kind, "records": table}
    for kind, it in KINDS.items()
    for table in (*CATALOG.tables, "indicators", "documents", "facts")
    if it.suits(table)
]


def test_whatever_known_words_ask_for_is_drawn_or_refused() -> None:
    """No address makes a page fail: every kind with one, two and many indicators, single regions, foreign bases."""
    for asked in ASKED:
        try:
            shown = Exhibit.of(address.read(asked, CATALOG), CATALOG, "ko")
        except (Problem, GeoError):
            continue
        assert shown.figure(Look()) and shown.alt and shown.heading.title, asked
