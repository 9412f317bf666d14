"""The page of a region: what it reports, where it stands, who is like it, and what is not known said in a sentence."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from datasets import catalog
from tests import examples
from tests.dashboard.test_pages import run_page

MOST_CHARTS = 10
REGIONS = {
    "gwangju": "sido",
    "jeonnam-gwangju": "sido",
    "jeju": "sido",
    "seoul": "sido",
    "gyeonggi": "sido",
    "sgg-24040": "sigungu",
}


def open_region(code: str, lang: str = "ko", **query: str) -> AppTest:
    return run_page("region", region=code, level=REGIONS[code], lang=lang, **query)


def drawn(app: AppTest) -> list[str]:
    """The charts as they go to the browser."""
    return [json.dumps(json.loads(chart.proto.spec), ensure_ascii=False) for chart in app.get("plotly_chart")]


def said(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.info, *app.header]
    return " ".join(part.value.replace("\\", "") for part in parts)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("code", REGIONS)
def test_a_region_of_any_level_has_its_page_with_few_charts(code: str, lang: str) -> None:
    app = open_region(code, lang)
    assert not app.exception and not app.warning and not app.error
    assert 3 <= len(drawn(app)) <= MOST_CHARTS and len(app.table) >= 1


def test_the_headlines_of_a_region_stand_first_with_document_and_line() -> None:
    first = drawn(open_region("gwangju"))[0]
    assert "272" in first and "광주일보" in first and "L11" in first


def test_a_region_without_headlines_opens_with_what_it_is_best_placed_in() -> None:
    assert "공동 3위" in " ".join(drawn(open_region("gwangju"))[:4])
    assert "1위" in drawn(open_region("gyeonggi"))[0]


def test_all_that_is_reported_stands_in_one_profile_and_one_table() -> None:
    app = open_region("jeju")
    profile = next(spec for spec in drawn(app) if "제주의 지표별 자리" in spec)
    table = app.table[-1].value
    assert all(name in profile for name in ("정보통신업 부가가치", "SW중심대학 수"))
    assert len(table) >= 20 and "순위" in table.columns


def test_the_rule_of_strengths_is_stated_and_the_lists_are_sentences() -> None:
    told = said(open_region("seoul"))
    assert "앞 4분의 1에 들면 강점, 뒤 4분의 1에 들면 약점입니다" in told
    assert "17곳 중 1위입니다" in told and "뒤 4분의 1에 든 것이 없습니다" in told


def test_near_regions_are_buttons_that_say_how_near() -> None:
    app = open_region("gwangju")
    near = [button.label.replace("\\", "") for button in app.button if "거리" in button.label]
    assert near and all("지표" in label for label in near)
    assert "제곱평균제곱근" in said(app)


def test_what_is_too_little_for_a_judgement_says_so(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples.some(tmp_path, 7)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    told = said(run_page("region", region="seoul", lang="ko"))
    assert "지표가 8개가 되지 않아" in told and "판정하지 않습니다" in told
    assert "모은 문서에 없습니다" in told


def test_a_merged_region_brings_along_what_its_predecessors_planned() -> None:
    app = open_region("jeonnam-gwangju")
    assert "2026-07-01에 합쳐져" in said(app)
    assert any("전남광주 전략과 사업" in spec and "AI 집적단지 1단계 사업" in spec for spec in drawn(app))
    assert any("통합 전 값만 있음" in spec for spec in drawn(app))


def test_what_the_documents_do_not_hold_is_one_sentence() -> None:
    absent = [info.value for info in open_region("jeju").info if "모은 문서에 없습니다" in info.value]
    assert len(absent) == 1 and "목표" in absent[0] and "협력과 협약" in absent[0]


def test_totals_may_be_divided_and_the_page_says_why() -> None:
    whole, divided = open_region("seoul"), open_region("seoul", per="population")
    assert "총량은 큰 지역이 앞서기 마련입니다" in said(whole)
    assert not divided.warning and "총량은 큰 지역이" not in said(divided)
    assert any("10만 명당" in spec for spec in drawn(divided))


def test_a_basis_is_asked_only_of_regions_that_exist_on_several() -> None:
    asked = {code: [group.label for group in open_region(code).button_group] for code in ("jeju", "gwangju")}
    assert "지역 기준" in asked["jeju"] and "지역 기준" not in asked["gwangju"]
    later = open_region("jeju", basis="16")
    assert any("16곳" in spec for spec in drawn(later))


def test_every_region_there_is_can_be_composed() -> None:
    """Every code of every level finds a basis on which it exists, so no page is without one."""
    regions = catalog.load().regions
    for level in ("sido", "sigungu"):
        known = {code for basis in regions.bases(level) for code in regions.codes(level, basis.id)}
        assert known == set(regions.codes(level)), level
