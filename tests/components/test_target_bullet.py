"""A target bullet shows where a target starts, is and ends on its own scale, and how it is judged, or why not."""

import pytest

from components.charts.target_bullet import height_for, target_bullet
from components.theme import Look, Size, palette
from components.wording import words
from datasets import catalog, pace
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, records_of, spec, spots, texts, traces

SHARE = dict(
    id="share", region="kr", owner="alpha", unit_ko="%", unit_en="%", baseline=1, baseline_qualifier="about",
    baseline_period="2022-06", baseline_survey_ko="시험 실태조사(시험 기관)", baseline_survey_en="Test survey (test body)",
    baseline_source="example", baseline_where="L70", target=30, target_qualifier="about", nature="share",
    status="target", decision="deliberated_confirmed", where="L79", same_survey="no",
    difference_ko="다른 시험은 30.2%", difference_en="Another test gives 30.2%",
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
AGAIN = dict(
    id="again", indicator="schools", region="kr", owner="beta", unit_ko="곳", unit_en="schools", baseline=100,
    baseline_period="2018", target=200, target_period="2030", nature="stock", status="target", same_survey="yes",
)  # fmt: skip
APART = AGAIN | dict(id="apart", same_survey="")
AHEAD = AGAIN | dict(id="ahead", indicator="", baseline_period="2028")
MORE = tuple(FIRMS | dict(id=f"more-{n}", target=10**n * 7) for n in range(5))
WIDE = Look(size=Size(1000, 700))


@pytest.fixture(scope="module")
def all_(tmp_path_factory):
    folder = examples.write_folder(tmp_path_factory.mktemp("targets"))
    bodies = [dict(id=id_, ko=ko, en=en, kind="ministry") for id_, ko, en in examples.BODIES]
    examples.write_records(folder, "organisations", *bodies)
    examples.write_indicator(folder, "schools", {("kr", "2018"): 100.0, ("kr", "2024"): 130.0}, unit="곳")
    examples.write_records(folder, "targets", SHARE, FIRMS, WORDED, RANK, FUND, *MORE, AGAIN, APART, AHEAD)
    loaded = catalog.load(folder)
    assert loaded.problems == ()
    return loaded


def drawn(all_, *ids, look=WIDE, year="", **options):
    return target_bullet(all_.records("targets", ids=list(ids), year=year), look, **options)


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
    figure = drawn(all_, "share", "again")
    assert len([s for s in spots(figure) if s.text == "0"]) == 2
    for end in ("100%", "250곳"):
        assert at(figure, end)


def test_a_single_figure_needs_no_scale(all_):
    figure = drawn(all_, "firms", "fund")
    assert "0" not in [s.text for s in spots(figure)]
    assert at(figure, "100개 이상") and at(figure, "4,000억 원")


def test_a_rank_has_no_scale(all_):
    figure = drawn(all_, "rank")
    assert "0" not in [s.text for s in spots(figure)] and "6위" in texts(figure) and "3위" in texts(figure)


def test_the_verdict_names_what_is_missing(all_):
    assert "판정 불가: 기한 없음, 같은 조사로 잰 값 없음" in texts(drawn(all_, "share"))
    assert "판정 불가: 기준값 없음, 기한 없음" in texts(drawn(all_, "firms"))
    assert "판정 불가: 수치 목표 없음, 기준값 없음" in texts(drawn(all_, "worded"))
    assert "판정 불가: 기준 뒤로 다시 잰 값 없음" in texts(drawn(all_, "rank"))


def test_what_is_measured_again_by_the_same_survey_stands_between_and_is_judged(all_):
    figure, colours = drawn(all_, "again"), palette("light")
    (today,), (start,), (end,) = (
        circles(figure)[c] for c in (colours.link, colours.national, colours.surface)
    )
    assert (today[0] - start[0]) / (end[0] - start[0]) == pytest.approx(0.3, abs=0.01)
    assert "보통: 해마다 +4.5%(필요 +5.9%)" in texts(
        figure
    ) and "다시 잰 값 130곳(2024년, 시험 기관)" in texts(figure)


def test_a_figure_of_another_survey_is_written_and_never_drawn(all_):
    figure = drawn(all_, "apart")
    assert palette("light").link not in circles(figure)
    assert "따로 잰 값 130곳(2024년, 시험 기관)" in texts(figure) and "같은 조사인지 확인되지 않음" in texts(
        figure
    )
    assert "다른 조사: 다른 시험은 30.2%" in texts(drawn(all_, "share"))
    assert "30.2" not in " ".join(s.text for s in spots(drawn(all_, "share")) if "다른" not in s.text)


def test_a_baseline_that_is_itself_a_plan_is_hollow_and_no_growth_is_told_from_it(all_):
    figure, colours = drawn(all_, "ahead"), palette("light")
    assert colours.national not in circles(figure)
    assert {edge for *_, edge in circles(figure)[colours.surface]} == {colours.planned, colours.target}
    assert "기준값도 앞날의 계획값" in texts(figure) and "늘어야" not in texts(figure)


def test_the_growth_needed_by_a_chosen_year_is_told_as_an_assumption(all_):
    assert "기한을 2030년 말로 놓으면 해마다 49.2% 늘어야 함" in texts(drawn(all_, "share", year="2030"))
    assert "늘어야" not in texts(drawn(all_, "share"))
    assert "해마다 15.9% 줄어야 함" in texts(drawn(all_, "rank", year="2035"))


def test_an_owner_is_named_once_above_its_targets(all_):
    figure = drawn(all_, "share", "firms", "more-0")
    assert [s.text for s in spots(figure)].count("시험 부처 가") == 1
    assert len([s for s in spots(figure) if s.text.startswith("시험 부처 <b>나")]) == 1


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_verdict_and_reason_is_worded(lang):
    assert set(pace.STATUSES) <= set(words(lang).under("pace"))
    assert set(pace.REASONS) <= set(words(lang).under("pace_reason"))


@pytest.mark.parametrize("width", [1326, 940, 560, 324])
def test_a_sheet_of_the_height_asked_for_holds_every_target(all_, width):
    records = all_.records("targets")
    high = height_for(records, Look(size=Size(width, 1000)))
    figure = target_bullet(records, Look(size=Size(width, high)))
    assert "표에만" not in texts(figure) and set(records_of(figure)) == set(records.frame["id"])
    assert outside(figure) == [] and collisions(figure) == []


def test_the_survey_and_day_of_the_baseline_are_told(all_):
    assert "기준 2022-06 · 시험 실태조사(시험 기관)" in texts(drawn(all_, "share"))


def test_a_row_without_a_baseline_shows_only_the_hollow_target(all_):
    figure, colours = drawn(all_, "firms"), palette("light")
    assert colours.national not in circles(figure) and len(circles(figure)[colours.surface]) == 1
    assert "100개 이상" in texts(figure)


def test_no_year_is_added_to_a_target_without_one(all_):
    figure = drawn(all_, "firms", "share")
    assert "기한 없음" in texts(figure) and "목표 시점" not in texts(figure)


@pytest.mark.parametrize(("as_of", "past"), [("2027-12-31", False), ("2028-01-01", True)])
def test_a_target_date_that_has_passed_is_marked_only_then(tmp_path, as_of, past):
    folder = examples.write_folder(tmp_path)
    (folder / "edition.toml").write_text(f'id = "test"\nas_of = "{as_of}"\n', encoding="utf-8")
    examples.write_records(folder, "targets", RANK)
    said = texts(drawn(catalog.load(folder), "rank"))
    assert "목표 시점 2027년" in said and ("목표 시점 2027년(기한 지남)" in said) == past


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
    for entry in ("기준값(실적)", "목표", "계획"):
        assert entry in [s.text for s in spots(figure)]


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
