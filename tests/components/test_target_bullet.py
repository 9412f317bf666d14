"""A target bullet shows where a target starts and ends on its own scale, and why it cannot be judged."""

from datetime import date

import pytest

from components.charts.target_bullet import target_bullet
from components.theme import Look, Size, palette
from datasets import catalog
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, records_of, spec, spots, texts, traces

SHARE = dict(
    id="share", region="kr", owner="alpha", unit_ko="%", unit_en="%", baseline=1, baseline_qualifier="about",
    baseline_period="2022-06", baseline_survey_ko="시험 실태조사(시험 기관)", baseline_survey_en="Test survey (test body)",
    baseline_source="example", baseline_where="L70", target=30, target_qualifier="about", nature="share",
    status="target", decision="deliberated_confirmed", where="L79",
)  # fmt: skip
FIRMS = dict(
    id="firms",
    region="kr",
    owner="beta",
    unit_ko="개",
    unit_en="firms",
    target=100,
    target_qualifier="at_least",
    nature="stock",
    status="target",
)
WORDED = dict(
    id="worded", region="kr", target_period="2030", nature="level", status="target", decision="unstated"
)
RANK = dict(
    id="rank",
    region="kr",
    unit_ko="위",
    unit_en="th place",
    baseline=6,
    baseline_period="2023",
    target=3,
    target_period="2027",
    nature="rank",
    status="target",
)
FUND = dict(
    id="fund",
    region="kr",
    owner="alpha",
    unit_ko="억원",
    unit_en="KRW 100 million",
    target=4000,
    target_period="2024",
    nature="stock",
    status="planned",
)
MORE = tuple(FIRMS | dict(id=f"more-{n}", target=10**n * 7) for n in range(5))
WIDE = Look(size=Size(1000, 700))


@pytest.fixture(scope="module")
def all_(tmp_path_factory):
    folder = examples.write_folder(tmp_path_factory.mktemp("targets"))
    bodies = [dict(id=id_, ko=ko, en=en, kind="ministry") for id_, ko, en in examples.BODIES]
    examples.write_records(folder, "organisations", *bodies)
    examples.write_records(folder, "targets", SHARE, FIRMS, WORDED, RANK, FUND, *MORE)
    loaded = catalog.load(folder)
    assert loaded.problems == ()
    return loaded


def drawn(all_, *ids, look=WIDE, **options):
    return target_bullet(all_.records("targets", ids=list(ids)), look, **options)


def circles(figure):
    """Round marks by colour: {fill: [(x, y, edge)]}, legend excluded."""
    found: dict[str, list] = {}
    for shape in spec(figure)["layout"]["shapes"]:
        if shape["type"] == "circle" and shape["x1"] - shape["x0"] > 9.5:
            middle = ((shape["x0"] + shape["x1"]) / 2, (shape["y0"] + shape["y1"]) / 2)
            found.setdefault(shape["fillcolor"], []).append((*middle, shape["line"]["color"]))
    return found


def at(figure, text):
    return next(s for s in spots(figure) if s.text == text)


def test_the_baseline_is_filled_and_the_target_hollow_in_the_colour_of_targets(all_):
    colours, marks = palette("light"), circles(drawn(all_, "share"))
    assert len(marks[colours.national]) == 1
    (target,) = marks[colours.surface]
    assert target[2] == colours.target


def test_a_share_stands_on_a_scale_from_zero_to_a_hundred(all_):
    figure, colours = drawn(all_, "share"), palette("light")
    zero, end = at(figure, "0").right, at(figure, "100%").left
    (baseline,), (target,) = circles(figure)[colours.national], circles(figure)[colours.surface]
    assert (target[0] - baseline[0]) / (end - zero) == pytest.approx(0.29, abs=0.03)
    assert "약 1%" in texts(figure) and "약 30%" in texts(figure)


def test_each_row_has_a_scale_of_its_own_from_zero(all_):
    figure = drawn(all_, "share", "firms", "fund")
    assert len([s for s in spots(figure) if s.text == "0"]) == 3
    for end in ("100%", "150개", "5,000억 원"):
        assert at(figure, end)


def test_a_rank_has_no_scale(all_):
    figure = drawn(all_, "rank")
    assert "0" not in [s.text for s in spots(figure)] and "6위" in texts(figure) and "3위" in texts(figure)


def test_the_verdict_names_what_is_missing(all_):
    assert "판정 불가: 목표 시점 미표시, 같은 조사로 다시 잰 값 없음" in texts(drawn(all_, "share"))
    assert "판정 불가: 기준값 없음, 목표 시점 미표시" in texts(drawn(all_, "firms"))
    assert "판정 불가: 수치 목표 없음, 기준값 없음" in texts(drawn(all_, "worded"))
    assert "판정 불가: 같은 조사로 다시 잰 값 없음" in texts(drawn(all_, "rank"))


def test_the_survey_and_day_of_the_baseline_are_told(all_):
    assert "기준 2022-06 · 시험 실태조사(시험 기관)" in texts(drawn(all_, "share"))


def test_a_row_without_a_baseline_shows_only_the_hollow_target(all_):
    figure, colours = drawn(all_, "firms"), palette("light")
    assert colours.national not in circles(figure) and len(circles(figure)[colours.surface]) == 1
    assert "100개 이상" in texts(figure)


def test_no_year_is_added_to_a_target_without_one(all_):
    figure = drawn(all_, "firms", "share", today=date(2026, 11, 21))
    assert "미표시" in texts(figure) and "2026년" not in texts(figure)


def test_a_target_date_that_has_passed_is_marked_only_then(all_):
    assert "목표 시점 2027년" in texts(drawn(all_, "rank", today=date(2027, 12, 31)))
    assert "목표 시점 2027년(지남)" in texts(drawn(all_, "rank", today=date(2028, 1, 1)))
    assert "지남" not in texts(drawn(all_, "rank"))


def test_a_planned_amount_is_a_hatched_bar_and_is_not_judged(all_):
    figure, colours = drawn(all_, "fund"), palette("light")
    (bar,) = traces(figure, "planned")
    assert bar["fillpattern"]["shape"] and bar["line"]["dash"] == "dot"
    assert colours.target not in str(spec(figure)["layout"]["shapes"]) and "판정 불가" not in texts(figure)
    assert "계획 시점 2024년" in texts(figure) and "4,000억 원" in texts(figure)


def test_one_target_fills_its_sheet_and_is_named_by_the_title(all_):
    figure = drawn(all_, "share", look=Look())
    assert "시험 share" in figure.layout.title.text
    assert "시험 share" not in " ".join(s.text for s in spots(figure))


def test_every_row_answers_to_the_pointer_and_the_marks_are_explained(all_):
    figure = drawn(all_, "share", "fund")
    assert set(records_of(figure)) == {"share", "fund"}
    for words in ("기준값(실적)", "목표", "계획"):
        assert words in [s.text for s in spots(figure)]


def test_rows_without_room_are_counted_not_dropped_in_silence(all_):
    assert "건은 표에만 있습니다" in texts(target_bullet(all_.records("targets"), Look(size=Size(358, 420))))


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize("ids", [("share",), ("share", "firms", "worded"), ()], ids=["one", "three", "ten"])
def test_nothing_collides_or_leaves_the_sheet(all_, ids, look):
    figure = drawn(all_, *ids, look=look)
    assert outside(figure) == [] and collisions(figure) == []


def test_an_empty_table_is_a_sheet_and_the_records_stay_as_they_were(all_):
    none = all_.records("targets", status="none")
    assert spots(target_bullet(none, WIDE)) == []
    rows = all_.records("targets")
    before = rows.frame.copy()
    target_bullet(rows, WIDE)
    assert rows.frame.equals(before)
