"""Telling: sentences made from figures: right in grammar, true to the data, silent where the rules forbid to speak."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from components.cells import standing_cells
from components.chart import KINDS, Chart
from components.contents.telling import paragraph
from components.exhibit import Exhibit
from datasets import catalog
from datasets.catalog import Catalog
from datasets.records import Records
from datasets.view import CASE, FEW, View
from tests import examples

LITS = ((), ("gwangju",), ("seoul", "jeonnam"))
MEANT = ("ai_focus_school_share", "student_device_provision", "ai_textbook_selection_share")
KIND = {
    "scatter": Chart("scatter", ("ict_value_added", "professional_services_value_added"), lit=("gwangju",)),
    "dated_dots": Chart("dated_dots", ("ai_industry_ordinance",)),
    "coverage": Chart("coverage", MEANT),
    "profile": Chart("profile", MEANT, lit=("seoul",)),
    "standings": Chart("standings", MEANT, lit=("seoul",)),
    "multiples": Chart("multiples", MEANT),
    "strip": Chart("strip", MEANT, lit=("seoul",)),
    "side_by_side": Chart("side_by_side", MEANT, lit=("seoul",)),
    "table": Chart("table", MEANT),
    **{k: Chart(k, records="targets") for k in ("target_bullet", "verdicts")},
    **{k: Chart(k, records="strategies") for k in ("strategy_tree", "matrix")},
    "timeline": Chart("timeline", records="events"),
}


@pytest.fixture(scope="module")
def known() -> Catalog:
    return catalog.load()


@pytest.fixture(scope="module")
def all_told(known: Catalog) -> list[tuple[Exhibit, tuple[str, ...]]]:
    """Every third indicator in Korean, nobody lit, one region, two regions in turn."""
    charts = [
        Chart("ranked_bar", (id_,), lit=LITS[n % 3]) for n, id_ in enumerate(list(known.indicators)[::3])
    ]
    exhibits = [Exhibit.of(chart, known, "ko") for chart in charts]
    return [(exhibit, paragraph(exhibit)) for exhibit in exhibits]


def told(known: Catalog, chart: Chart, lang: str = "ko") -> str:
    return " ".join(paragraph(Exhibit.of(chart, known, lang)))


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_told_in_two_to_four_sentences(known: Catalog, kind: str, lang: str) -> None:
    chart = KIND.get(kind, Chart(kind, ("ict_value_added",), lit=("gwangju",)))
    sentences = paragraph(Exhibit.of(chart, known, lang))
    assert 2 <= len(sentences) <= 4, sentences
    assert all(sentence == sentence.strip() and sentence.endswith(".") for sentence in sentences)
    assert bool(re.search("[가-힣]", " ".join(sentences))) == (lang == "ko")


def test_korean_sentences_end_politely_and_the_caution_comes_last(all_told: list) -> None:
    for exhibit, sentences in all_told:
        assert 2 <= len(sentences) <= 4
        for sentence in sentences:
            for part in re.split(r"(?<=다)\. ", sentence.rstrip(".")):
                assert re.search(r"(니다|다음과 같습니다: .+|유의해야 합니다: .+)$", part), part
        if exhibit.material.indicator.caution:
            assert sentences[-1].startswith("다만 다음에 유의해야 합니다: ")


def test_no_particle_is_left_open(all_told: list) -> None:
    for _, sentences in all_told:
        assert not re.search(r"\((은|는|이|가|을|를|으로|로|와|과|이며)\)|[{}]", " ".join(sentences))


@cache
def final(char: str) -> str:
    """The final consonant of a syllable, by its canonical decomposition."""
    parts = unicodedata.normalize("NFD", char)
    return parts[2] if len(parts) > 2 else ""


def test_particles_after_names_of_regions_follow_their_last_sound(all_told: list) -> None:
    closed = {"은": True, "는": False, "이": True, "가": False, "으로": True, "로": False}
    found = 0
    for exhibit, sentences in all_told:
        names = {exhibit.material.name(region.code, "ko") for region in exhibit.material.regions} | {"전국"}
        pattern = rf"(?:^|[ (])({'|'.join(names)})(은|는|이|가|으로|로) "
        for name, particle in re.findall(pattern, " ".join(sentences)):
            sound = final(name[-1])
            found += 1
            assert closed[particle] == bool(sound and not (particle in ("으로", "로") and sound == "ᆯ")), name
    assert found > 50


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d[\d,.]*\d|\d", text))


def test_no_number_is_told_that_the_data_do_not_hold(all_told: list) -> None:
    for exhibit, sentences in all_told:
        view, column = exhibit.material, exhibit.material.indicator
        held = " ".join([*exhibit.cells.astype(str).to_numpy().ravel(), *exhibit.definitions, exhibit.alt])
        held += f" {column.title.ko} {column.incomparable.ko} {exhibit.heading.subtitle}"
        gaps = standing_cells(view, exhibit.chart.lit, "ko") if exhibit.chart.lit else None
        held += " " + " ".join(map(str, gaps.to_numpy().ravel())) if gaps is not None else ""
        reach, nation = view.reach, view.national()
        above = int((view.ranking["value"] > nation).sum()) if nation is not None and reach.may_rank else 0
        counts = {str(n) for n in (reach.k, reach.n, reach.n - reach.k, above)}
        top, bottom = (view.ranking["value"].tolist() or [0])[0], (view.ranking["value"].tolist() or [0])[-1]
        ties = {str((view.ranking["value"] == end).sum()) for end in (top, bottom)}
        text = " ".join(sentences).replace("0을 뜻하지", "")
        assert numbers(text) <= numbers(held) | counts | ties, exhibit.chart


def test_ends_and_ranks_are_told_only_where_the_coverage_rule_allows(all_told: list) -> None:
    for exhibit, sentences in all_told:
        text = " ".join(sentences[:-1])
        if exhibit.material.reach.rule in (CASE, FEW):
            assert not re.search(r"가장 (크|작|이르|늦)|곳 가운데 (공동 )?\d+위", text), text
        elif exhibit.material.indicator.kind == "number":
            assert re.search("가장 크고 .+ 가장 작습니다|모두 .+ 같습니다", text)


def test_the_largest_is_the_largest_also_where_less_is_better(tmp_path: Path) -> None:
    folder = examples.write_folder(tmp_path)
    values = {(code, "2023"): float(n) for n, code in enumerate(examples.SEVENTEEN, start=1)}
    path = examples.write_indicator(folder, "gap", values, aggregation="none")
    path.write_text(
        path.read_text(encoding="utf-8").replace('better = "more"', 'better = "less"'), encoding="utf-8"
    )
    text = told(catalog.load(folder), Chart("ranked_bar", ("gap",), lit=("seoul",)))
    assert "제주가 17.0건으로 가장 크고 서울이 1.0건으로 가장 작습니다." in text
    assert "서울은 1.0건으로 17곳 가운데 1위입니다." in text


def test_few_values_are_named_with_what_qualifies_them(known: Catalog) -> None:
    text = told(known, Chart("ranked_bar", ("regional_ax_hub_budget",)))
    assert "17개 시도 가운데 4곳에서만 값이 확인되었으며" in text
    assert "전북 약 10,000억 원(계획)" in text and "경남 10,000억 원(계획)" in text


def test_a_provisional_result_is_called_so_once(known: Catalog) -> None:
    text = told(known, Chart("ranked_bar", ("ict_value_added",)))
    assert "2023년(잠정) 기준으로 17개 시도가 모두 공표했으며" in text
    assert "서울이 59.19조 원으로" in text


def test_our_region_is_held_against_the_nation_where_that_is_a_yardstick(known: Catalog) -> None:
    share = told(known, Chart("choropleth", ("ict_value_added",), per="grdp", lit=("gwangju",)))
    assert "광주는 2.88%로 17곳 가운데 5위이며, 전국(4.50%)보다 1.62%p 낮습니다." in share
    total = told(known, Chart("choropleth", ("ict_value_added",), lit=("gwangju",)))
    assert "광주는 1.495조 원으로 17곳 가운데 8위입니다." in total and "전국(" not in total
    both = told(known, Chart("choropleth", ("ict_value_added",), per="grdp", lit=("gwangju", "seoul")))
    assert "전국(4.50%)과의 차이는 광주 −1.62%p, 서울 +6.30%p입니다." in both


def test_our_region_without_a_value_is_not_zero_but_unknown(known: Catalog) -> None:
    text = told(known, Chart("tile_map", ("student_device_provision",), lit=("gwangju",)))
    assert "광주는 자료가 없습니다." in text
    assert "나머지 9곳은 자료가 없으며, 이는 0을 뜻하지 않습니다." in text


def test_only_the_nation_reports(known: Catalog) -> None:
    text = told(known, Chart("ranked_bar", ("firms_using_ai_it_survey",)))
    assert "지역별 값이 없고 전국 값만 있으며, 2024년 기준으로" in text


@pytest.fixture
def moved(tmp_path: Path):
    """Sentences about Seoul's 2 and 3 in two periods, by nature, periods, series and status."""

    def of(before: str, now: str, nature: str = "stock", series: str = "", status: str = "actual") -> str:
        folder = examples.write_folder(tmp_path / f"{before}{now}{nature}{series}{status}".replace("/", "_"))
        values = {("seoul", before): 2.0, ("seoul", now): 3.0}
        examples.write_indicator(
            folder, "moved", values, nature=nature, series={now: series}, statuses={("seoul", now): status}
        )
        return told(catalog.load(folder), Chart("fact_card", ("moved",)))

    return of


def test_change_is_told_within_one_series(moved) -> None:
    assert "서울은 2022년 2.0건에서 2023년 3.0건으로 늘었습니다." in moved("2022", "2023")


def test_no_change_is_told_across_a_break(moved) -> None:
    text = moved("2022", "2023", series="new")
    assert "통계 기준이 바뀌어 2022년 값과는 견주지 않습니다." in text
    assert "늘었습니다" not in text


def test_a_plan_is_no_change(moved) -> None:
    assert "늘었습니다" not in moved("2022", "2023", status="planned")


def test_half_a_year_is_not_compared_with_a_year(moved) -> None:
    assert "늘었습니다" not in moved("2022", "2023-01/2023-06", nature="flow")
    assert "늘었습니다" in moved("2022", "2023", nature="flow")


@pytest.mark.parametrize("table", ["events", "facilities", "partnerships"])
def test_records_are_counted_and_what_is_planned_is_said_to_be_planned(known: Catalog, table: str) -> None:
    exhibit = Exhibit.of(Chart("table", records=table), known, "ko")
    text, material = " ".join(paragraph(exhibit)), exhibit.material
    assert isinstance(material, Records)
    ahead = int((material.frame["status"] == "planned").sum())
    assert f"모두 {len(material)}건" in text
    assert ahead and f"예정이거나 계획인 {ahead}건은 아직 이루어진 일이 아닙니다." in text
    parts = [int(n) for n in re.findall(r"(\d+)건", re.findall("상태로 나누면 (.+?)입니다", text)[0])]
    assert sum(parts) == len(material)


def test_plans_and_drafts_are_no_targets(known: Catalog) -> None:
    frame = known.records("targets").frame
    n = int((frame["status"] != "target").sum())
    assert f"계획과 초안 {n}건은 확정된 목표가 아닙니다." in told(
        known, Chart("target_bullet", records="targets")
    )
    one = str(frame.loc[frame["status"] == "draft", "id"].iloc[0])
    text = told(known, Chart("target_bullet", (one,), records="targets"))
    assert "이것은 확정된 목표가 아니라 초안입니다." in text and "판정은 다음과 같습니다: " in text


def test_undated_events_are_counted_apart(tmp_path: Path) -> None:
    text = told(examples.dated(tmp_path), Chart("timeline", records="events"))
    assert "일정·사건은 모두 6건이며, 시기는 2004년부터 2027년까지입니다." in text
    assert "날짜가 적히지 않은 것이 1건 있습니다." in text


def test_a_correlation_is_told_as_none_where_it_is_chance(known: Catalog) -> None:
    text = told(known, Chart("scatter", ("ict_value_added", "researchers")))
    assert "우연과 구별되지 않습니다" in text and text.endswith("상관관계는 원인과 결과를 뜻하지 않습니다.")


def test_english_needs_no_particles_and_has_no_korean(known: Catalog) -> None:
    ids = list(known.indicators)[1::12]
    for id_ in ids:
        exhibit = Exhibit.of(Chart("ranked_bar", (id_,), lit=("gwangju",)), known, "en")
        assert isinstance(exhibit.material, View)
        text = " ".join(paragraph(exhibit))
        assert not re.search("[가-힣{}]", text) and "  " not in text, text
