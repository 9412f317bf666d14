"""The page of targets: by owner, for a chosen year, with plans and drafts apart, and the method in words."""

from __future__ import annotations

import json

import pytest

from datasets import catalog
from tests.dashboard.test_pages import run_page

CATALOG = catalog.load()
TARGETS = CATALOG.records("targets").frame


def charts(app) -> dict[str, dict]:
    """The charts of the page by their titles, as specs."""
    specs = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    return {spec["layout"]["title"]["text"]: spec for spec in specs}


def drawn(app) -> set[str]:
    """The ids of all targets that are drawn."""
    traces = [
        trace for spec in charts(app).values() for trace in spec["data"] if trace.get("name") == "records"
    ]
    return {id_ for trace in traces for id_ in trace["customdata"]} & set(TARGETS["id"])


@pytest.fixture(scope="module")
def whole():
    return run_page("targets", lang="ko")


def test_every_target_is_drawn_on_a_wide_screen(whole) -> None:
    assert not whole.exception and drawn(whole) == set(TARGETS["id"])


def test_the_page_holds_at_most_ten_cards(whole) -> None:
    assert len(whole.get("plotly_chart")) + len(whole.table) <= 10


def test_the_thresholds_stand_in_words(whole) -> None:
    said = " ".join(block.value for block in whole.markdown)
    for words in ("95%", "60%", "순조", "보통", "부진", "후퇴", "달성", "미달"):
        assert words in said


def test_plans_drafts_and_private_plans_stand_apart_with_a_sentence(whole) -> None:
    titles = [title for title in charts(whole) if "국가 목표" in title or "지역 목표" in title]
    ids = TARGETS.set_index("id")["status"]
    for title in titles:
        told = next(t for t in charts(whole)[title]["data"] if t.get("name") == "records")
        assert set(ids[told["customdata"]]) == {"target"}
    assert any("목표가 아니라 계획" in info.value for info in whole.info)


def test_the_target_and_the_adoption_series_are_two_charts_and_a_sentence_says_why(whole) -> None:
    trend = next(spec for title, spec in charts(whole).items() if "정보화통계조사" in title)
    lines = [t for t in trend["data"] if t.get("name") == "kr"]
    assert len(lines) == 2  # before and after the break
    assert any("한 선으로 잇지 않습니다" in block.value for block in whole.markdown)


def test_one_owner_is_all_the_page_speaks_of() -> None:
    app = run_page("targets", lang="ko", owner="moe")
    assert not app.exception and drawn(app) == set(TARGETS.loc[TARGETS["owner"] == "moe", "id"])


@pytest.mark.parametrize("owner", sorted(TARGETS["owner"].unique()))
def test_every_owner_has_a_page_without_a_fault(owner: str) -> None:
    app = run_page("targets", lang="en", owner=owner)
    assert not app.exception and not app.warning and drawn(app)


def test_a_chosen_year_stands_where_the_document_gives_none() -> None:
    said = json.dumps(list(charts(run_page("targets", lang="ko", year="2035")).values()), ensure_ascii=False)
    assert "기한을 2035년" in said and "기한을 2030년" not in said


@pytest.mark.parametrize(("name", "value"), [("owner", "nobody"), ("year", "1999"), ("year", "2030; drop")])
def test_an_unknown_owner_or_year_falls_back_with_a_notice(name: str, value: str) -> None:
    app = run_page("targets", lang="ko", **{name: value})
    assert not app.exception and len(app.warning) == 1 and drawn(app) == set(TARGETS["id"])
