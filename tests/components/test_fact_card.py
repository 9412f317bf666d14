"""A fact card shows one fact large, with its status word, place, period, qualifier and source."""

import html
import re
from pathlib import Path

import pytest

from components.charts.fact_card import fact_card
from components.theme import PRESETS, Look, Size, palette
from datasets import catalog
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, spec, texts, traces

CARD = Look(size=Size(320, 190, pad=0.2))
SIZES = [
    Look(lang, theme, size)
    for lang, theme in (("ko", "light"), ("en", "dark"))
    for size in (CARD.size, Size(194, 230, pad=0.2))
]
TARGETS = (
    dict(
        id="share", region="kr", unit_ko="%", unit_en="%", baseline=1, baseline_qualifier="about", baseline_period="2022-06",
        baseline_survey_ko="시험 조사", baseline_survey_en="Test survey", baseline_source="example", baseline_where="L70",
        target=30, nature="share", status="target", where="L79",
    ),
    dict(id="worded", region="kr", target_period="2030", nature="level", status="target"),
)  # fmt: skip
QUANTITIES = (
    dict(id="money", region="gwangju", value=4000, unit_ko="억원", unit_en="KRW 100 million", qualifier="about", status="planned", nature="amount", period="2023"),
    dict(id="bodies", region="kr", value=1000, unit_ko="개", unit_en="firms, universities and institutes", qualifier="at_least", status="actual", nature="stock"),
)  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    return examples.full(tmp_path_factory.mktemp("full")).view("ict_share")


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    return examples.some(tmp_path_factory.mktemp("one"), 1).view("some_share")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("recorded")
    examples.write_folder(folder)
    examples.write_records(folder, "targets", *TARGETS)
    examples.write_records(folder, "quantities", *QUANTITIES)
    return catalog.load(folder)


def figure_of(card):
    """The large line of the card, without its markup."""
    found = traces(card, "figure")
    return html.unescape(re.sub(r"<[^>]+>", "", "|".join(t["text"][0] for t in found))).replace("\u00a0", " ")


def sizes_of(card):
    """Type size of each part of the figure."""
    markup = traces(card, "figure")[0]["text"][0]
    parts = re.findall(r"font-size:([\d.]+)px[^>]*>(?:<b>)?([^<]*)", markup)
    return {text.strip("\u00a0"): float(size) for size, text in parts}


def test_the_only_region_that_reports_stands_on_the_card_with_its_document(one):
    card = fact_card(one, CARD)
    assert figure_of(card) == "10곳"
    for words in ("실적", "서울", "2024-08 현재", "17개 시도 중 1곳만 공표", "출처 시험 기관 · table 1"):
        assert words in texts(card)


def test_the_lit_region_is_shown_with_its_place_among_those_reporting(full):
    card = fact_card(full, CARD, lit=["gwangju"])
    assert figure_of(card) == "2.9%"
    assert "17곳 중 공동 5위" in texts(card) and "광주" in texts(card)
    assert "no. 1 of 17" in texts(fact_card(full, Look("en", size=PRESETS["slide"]), lit=["seoul"]))


def test_without_a_lit_region_the_nation_is_shown_and_no_rank(full):
    card = fact_card(full, CARD)
    assert figure_of(card) == "4.5%" and "전국" in texts(card) and "위" not in texts(card).replace("위한", "")


def test_few_regions_have_no_rank(tmp_path):
    view = examples.some(tmp_path, 3).view("some_share")
    assert "위" not in texts(fact_card(view, CARD, lit=["busan"]))


def test_several_regions_without_a_choice_are_counted_not_averaged(tmp_path):
    card = fact_card(examples.some(tmp_path, 3).view("some_share"), CARD)
    assert "17개 시도 중 3곳" in figure_of(card)


def test_a_region_without_a_value_is_hatched_and_never_zero(one):
    card = fact_card(one, CARD, lit=["gwangju"])
    assert figure_of(card) == "자료 없음" and traces(card, "hatch")


def test_an_indicator_may_bring_its_own_word_for_a_result(tmp_path):
    values = {("gwangju", "2025-03-28"): 272}
    path = examples.write_indicator(examples.write_folder(tmp_path), "mous", values, decimals=0)
    path.write_text(
        path.read_text(encoding="utf-8") + 'tag = { ko = "협약", en = "agreed" }\n', encoding="utf-8"
    )
    card = fact_card(catalog.load(tmp_path).view("mous"), CARD)
    assert "협약" in texts(card) and "실적" not in texts(card) and figure_of(card) == "272건"


def test_the_number_is_large_and_unit_and_qualifier_stand_small_beside_it(recorded):
    card = fact_card(recorded.records("quantities", ids=["money"]), CARD)
    sizes = sizes_of(card)
    assert 33 <= sizes["4,000"] <= 46
    assert sizes["약"] < sizes["4,000"] * 0.6 and sizes["억 원"] < sizes["4,000"] * 0.6
    assert (
        figure_of(fact_card(recorded.records("quantities", ids=["money"]), Look("en")))
        == "about KRW 400 billion"
    )


def test_the_figure_is_huge_on_a_slide(one):
    assert sizes_of(fact_card(one, Look()))["10"] > 110


def test_a_target_is_an_arrow_from_its_baseline_in_the_colour_of_targets(recorded):
    card = fact_card(recorded.records("targets", ids=["share"]), CARD)
    assert figure_of(card) == "약 1% → 30%"
    markup = traces(card, "figure")[0]["text"][0]
    assert re.search(rf'color:{palette("light").target_text}"><b>30<', markup)
    assert re.search(rf'color:{palette("light").text}"><b>1<', markup)
    for words in ("목표", "기준 2022-06 · 시험 조사", "목표 시점 미표시", "L79, L70"):
        assert words in texts(card)


def test_a_target_in_words_says_that_it_has_no_number(recorded):
    card = fact_card(recorded.records("targets", ids=["worded"]), CARD)
    assert figure_of(card) == "수치 목표 없음" and "목표 시점 2030년" in texts(card)


def test_a_plan_is_called_a_plan_and_has_a_dashed_tag(recorded):
    card = fact_card(recorded.records("quantities", ids=["money"]), CARD)
    assert "계획" in texts(card) and "실적" not in texts(card)
    assert "dot" in [shape["line"].get("dash") for shape in spec(card)["layout"]["shapes"]]


@pytest.mark.parametrize("look", [*LOOKS, *SIZES], ids=named)
def test_nothing_collides_or_leaves_the_card(full, recorded, look):
    cards = [fact_card(full, look, lit=["gwangju"]), fact_card(full, look)]
    cards += [
        fact_card(recorded.records(kind, ids=[row["id"]]), look)
        for kind, rows in (("targets", TARGETS), ("quantities", QUANTITIES))
        for row in rows
    ]
    for card in cards:
        assert outside(card) == [] and collisions(card) == []
        assert card.layout.width == look.size.width and card.layout.height == look.size.height


def test_a_card_leaves_its_material_as_it_was(full, recorded):
    frame, rows = full.frame.copy(), recorded.records("targets")
    before = rows.frame.copy()
    fact_card(full, CARD, lit=["gwangju"])
    fact_card(rows, CARD)
    assert full.frame.equals(frame) and rows.frame.equals(before)


def test_hostile_names_are_spelled_out(tmp_path):
    examples.write_folder(tmp_path)
    examples.write_records(
        tmp_path, "quantities", dict(id="x", ko="<b>나</b> & 다", value=3, unit_ko="<i>", unit_en="u")
    )
    card = fact_card(catalog.load(tmp_path).records("quantities"), CARD)
    assert (
        "&lt;b&gt;나" in spec(card)["layout"]["title"]["text"]
        and "<i>" not in traces(card, "figure")[0]["text"][0]
    )
