"""A timeline draws dates as precisely as they are known, keeps plans hollow and time in true spacing."""

import pytest

from components.charts.timeline import timeline
from components.contents.events import span_of
from components.layouts.timeline import Axis
from components.theme import Look, Size
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, records_of, spec, texts, traces

WIDE = Look(size=Size(1326, 300))


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    return examples.dated(tmp_path_factory.mktemp("few"))


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    return examples.dated(tmp_path_factory.mktemp("many"), more=34)


def dated(catalog):
    return catalog.records("events", date="*")


def places(figure):
    """Where on the axis each event stands."""
    (trace,) = traces(figure, "records")
    return dict(zip(trace["customdata"], trace["x"], strict=True))


def bars(figure):
    """Widths of the bars on the axis, which are rounded paths of a mark's height, and whether each is filled."""
    found = []
    for shape in spec(figure)["layout"]["shapes"]:
        numbers = shape.get("path", "").replace("M", "").replace("L", " ").split("Q")[0].split()
        if shape.get("type") == "path" and "Q" in shape["path"] and len(numbers) == 2:
            left, right = (float(n.split(",")[0]) for n in numbers)
            found.append((right - left, shape["fillcolor"]))
    return found


def test_every_dated_event_stands_on_the_axis_with_its_date_title_and_region(few):
    figure = timeline(dated(few), WIDE)
    assert set(records_of(figure)) == {"year", "span", "day", "month", "future"}
    for words in ("2025-03-28", "시험 day", "광주", "2018년–2021년", "2004년"):
        assert words in texts(figure)


def test_time_is_in_true_spacing(few):
    x = places(timeline(dated(few), WIDE))
    first, last = span_of([], "2004-01-01")[0], span_of([], "2027-12-31")[1]
    assert (x["future"] - x["year"]) / (x["span"] - x["year"]) == pytest.approx(23 / 15.5, rel=0.01)
    assert (last - first).days > 8700


def test_a_year_is_a_bar_over_the_year_and_a_day_a_point(few):
    figure = timeline(dated(few), WIDE)
    year = 1310 / 24
    assert any(width == pytest.approx(year, rel=0.3) for width, _ in bars(figure))
    assert any(width == pytest.approx(4 * year, rel=0.2) for width, _ in bars(figure))
    points = [s for s in spec(figure)["layout"]["shapes"] if s["type"] == "circle"]
    assert len(points) == 3  # the one day, and two entries of the legend


def test_what_is_planned_is_hollow_and_says_so(few):
    figure = timeline(dated(few), WIDE)
    assert "2027년 예정" in texts(figure)
    assert "2025-12 잠정·예정" in texts(figure)
    hollow = [fill for _, fill in bars(figure) if fill == WIDE.palette.surface]
    assert len(hollow) == 2


def test_no_day_is_made_up_for_a_date_known_to_the_month(few):
    assert "2025-12-" not in texts(timeline(dated(few), WIDE))


def test_events_without_a_date_close_the_list_and_are_not_on_the_axis(few):
    figure = timeline(few.records("events"), Look())
    assert "날짜 미표시" in texts(figure)
    assert "undated" not in records_of(figure)


def test_forty_events_are_all_listed_on_a_page_and_on_a_phone(many):
    for size in (Size(1326, 760), Size(324, 1900)):
        words = texts(timeline(dated(many), Look(size=size)))
        assert all(f"시험 more-{n}" in words for n in range(34))


def test_what_does_not_fit_is_counted(many):
    words = texts(timeline(dated(many), Look(size=Size(480, 320))))
    listed = sum(f"시험 more-{n} " in words + " " for n in range(34))
    assert listed < 34
    assert "외 " in words


def test_a_very_low_strip_keeps_the_axis_and_every_mark(few):
    figure = timeline(dated(few), Look(size=Size(1326, 150)))
    assert len(records_of(figure)) == 5
    assert collisions(figure) == []


def test_today_is_drawn_only_when_asked_for(few):
    assert "오늘" in texts(timeline(dated(few), WIDE, today="2026-11-21"))
    assert "오늘" not in texts(timeline(dated(few), WIDE))


def test_a_lit_region_stands_out_by_colour_and_word(few):
    figure = timeline(dated(few), WIDE, lit=["gwangju"])
    assert WIDE.palette.lit in {s.get("fillcolor") for s in spec(figure)["layout"]["shapes"]}
    assert "고른 지역" in texts(figure)


def test_an_axis_puts_its_first_and_last_day_at_its_ends():
    first, last = span_of([], "2025-06-01")
    axis = Axis(first, last, 10, 110, 0, 12)
    assert (axis.at(first), axis.at(last)) == (10, 110)


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize("which", ["few", "many"])
def test_no_text_leaves_the_sheet_or_meets_another(request, look, which):
    figure = timeline(dated(request.getfixturevalue(which)), look, lit=["gwangju"])
    assert outside(figure) == []
    assert collisions(figure) == []


def test_the_records_are_left_as_they_were(many):
    records = many.records("events")
    before = records.frame.copy()
    timeline(records, Look())
    assert records.frame.equals(before)


def test_no_events_leave_an_empty_sheet(few):
    assert records_of(timeline(few.records("events", ids=("nothing",)), Look())) == []
