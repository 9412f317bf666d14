"""A profile shows all that one region reports, each in its place, and never a place that may not be told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.chart import Chart
from components.charts.profile import profile
from components.contents.profile import profile_of
from components.layouts.profile import fit
from components.theme import Look, Size
from datasets import catalog
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, records_of, spots, texts
from tests.components.many import many
from tests.examples import SEVENTEEN

SHEET = Look(size=Size(1326, 520))
RISING = {(code, "2024"): float(n) for n, code in enumerate(SEVENTEEN, start=1)}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """Eight indicators: ranked and judged, without direction, of few, planned, a date, one not of this region."""
    folder = examples.write_folder(tmp_path_factory.mktemp("mixed"))
    examples.write_indicator(folder, "judged", RISING, unit="%", aggregation="none")
    _change(
        examples.write_indicator(folder, "plain", RISING, pillar="talent", aggregation="none"),
        '"more"',
        '"neither"',
    )
    examples.write_indicator(
        folder, "some", dict(list(RISING.items())[-6:]), pillar="startup", aggregation="none"
    )
    examples.write_indicator(
        folder, "few", dict(list(RISING.items())[-3:]), pillar="startup", aggregation="none"
    )
    examples.write_indicator(
        folder,
        "ahead",
        RISING,
        pillar="startup",
        aggregation="none",
        statuses=dict.fromkeys(RISING, "planned"),
    )
    dates = {(code, "2026-01-01"): "2024-05-01" for code in SEVENTEEN}
    _change(examples.write_indicator(folder, "dated", dates, pillar="governance"), '"number"', '"date"')
    examples.write_indicator(
        folder, "others", {("seoul", "2024"): 3.0}, pillar="governance", aggregation="none"
    )
    examples.write_indicator(folder, "summed", RISING, pillar="context")
    return catalog.load(folder)


def _change(path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def view_of(loaded, basis: str = "17"):
    return loaded.view(list(loaded.indicators), basis=basis)


def data_of(figure, name: str):
    return next(trace for trace in figure.data if trace.name == name)


def rows_of(loaded, code: str = "jeju", basis: str = "17"):
    return {row.id: row for row in profile_of(view_of(loaded, basis), Look(), (code,)).rows}


def test_every_indicator_the_region_reports_is_a_row_under_its_pillar(mixed):
    figure = profile(view_of(mixed), SHEET, lit=("jeju",))
    assert set(records_of(figure)) == {"judged", "plain", "some", "few", "ahead", "dated", "summed"}
    for pillar in ("산업 육성", "인재 양성", "창업 지원", "추진체계·윤리", "지역 여건"):
        assert pillar in texts(figure)


def test_the_best_place_is_at_the_right_end_and_told_in_words(mixed):
    row, last = rows_of(mixed)["judged"], rows_of(mixed, "seoul")["judged"]
    assert row.track is not None and last.track is not None
    assert (row.told, row.track.own, row.track.side) == ("1위/17곳", 1.0, "strength")
    assert last.track.own == 0.0


def test_less_is_better_turns_the_track_around(tmp_path):
    folder = examples.write_folder(tmp_path)
    _change(examples.write_indicator(folder, "one", RISING, aggregation="none"), '"more"', '"less"')
    track = rows_of(catalog.load(folder))["one"].track
    assert track is not None and track.own == 0.0


def test_bands_and_their_words_stand_only_where_the_direction_is_known(mixed):
    view = view_of(mixed)
    figure = profile(view, SHEET, lit=("jeju",))
    judged = sum(row.track is not None and row.track.judged for row in rows_of(mixed).values())
    assert judged == 2 and "강점 구간" in texts(figure)
    assert len(data_of(figure, "strength").y) == 6 * judged - 1  # five corners a box, a gap between two
    plain = profile(replace(view, columns=(view.columns[1],)), SHEET, lit=("jeju",))
    assert "구간" not in texts(plain) and len(data_of(plain, "own").x) == 1


@pytest.mark.parametrize(("code", "inside"), [("jeju", True), ("jeonnam", True), ("jeonbuk", False)])
def test_a_band_holds_exactly_the_places_of_its_quarter(mixed, code: str, inside: bool):
    """Of seventeen the first four: 전남 is fourth, 전북 fifth."""
    view = replace(view_of(mixed), columns=(mixed.indicators["judged"],))
    figure = profile(view, SHEET, lit=(code,))
    band, own = min(data_of(figure, "strength").x), data_of(figure, "own").x[0]
    track = rows_of(mixed, code)["judged"].track
    assert track is not None and (own > band) == (track.side == "strength") == inside


@pytest.mark.parametrize(
    ("id_", "told"),
    [("few", "3곳만 공표: 순위 없음"), ("ahead", "실적이 아니어서 순위 없음"), ("dated", "17곳 중 17곳")],
)
def test_what_has_no_place_says_why_and_has_no_track(mixed, id_: str, told: str):
    row = rows_of(mixed)[id_]
    assert row.track is None and row.told == told


def test_figures_that_cannot_be_compared_have_no_place(tmp_path):
    folder = examples.write_folder(tmp_path)
    path = examples.write_indicator(folder, "one", RISING, aggregation="none")
    path.write_text(
        path.read_text(encoding="utf-8") + 'incomparable = { ko = "뜻이 다름", en = "differs" }\n',
        encoding="utf-8",
    )
    row = rows_of(catalog.load(folder))["one"]
    assert row.track is None and row.told == "지역마다 뜻이 달라 순위 없음"


def test_a_period_is_told_unless_most_rows_share_it(mixed):
    told = profile_of(view_of(mixed), Look(), ("jeju",))
    assert told.common == "2024" and {row.when for row in told.rows if row.id in ("judged", "some")} == {""}
    assert "시점을 따로 적지 않은 값은 2024년" in texts(profile(view_of(mixed), SHEET, lit=("jeju",)))


def test_a_merged_region_shows_what_its_predecessors_reported(mixed):
    rows = rows_of(mixed, "jeonnam-gwangju", "16")
    assert rows["summed"].value == "19.0건" and rows["summed"].told == "1위/16곳"
    assert rows["judged"].whole and rows["judged"].told == "광주 5.0% · 전남 14.0%"


def test_only_regions_of_the_same_place_stand_together(mixed):
    track = rows_of(mixed)["judged"].track
    assert track is not None
    others = track.others
    assert len(others) == 16 and len(set(others)) == 16 and max(others) < 1


def test_rows_without_room_are_counted_and_those_with_a_place_stay(mixed):
    figure = profile(view_of(mixed), Look(size=Size(640, 300)), lit=("jeju",))
    assert "judged" in records_of(figure) and "few" not in records_of(figure)
    assert "개는 표에만 있습니다" in texts(figure)


def test_type_is_as_large_and_columns_as_few_as_the_sheet_allows(mixed):
    groups = profile_of(view_of(mixed), SHEET, ("jeju",)).groups
    tall, low = fit(groups, SHEET, 1300, 900), fit(groups, SHEET, 1300, 180)
    assert len(tall.columns) == 1 < len(low.columns)
    assert fit(groups, SHEET, 1300, 110).size < tall.size


def test_nobody_or_nothing_is_said_in_a_sentence(mixed):
    assert "지역을 한 곳 고르면" in texts(profile(view_of(mixed), SHEET))
    nothing = replace(view_of(mixed), columns=(mixed.indicators["others"],))
    assert "제주의 지표 값이 확인되지 않았습니다" in texts(profile(nothing, SHEET, lit=("jeju",)))


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize("basis", ["17", "16"])
def test_no_text_leaves_the_sheet_or_meets_another(mixed, look, basis: str):
    code = "jeju" if basis == "17" else "jeonnam-gwangju"
    figure = profile(view_of(mixed, basis), look, lit=(code,))
    assert outside(figure) == [] and collisions(figure) == []


def test_among_two_hundred_the_others_become_small(mixed):
    view = many(view_of(mixed))
    figure = profile(view, SHEET, lit=("sgg-40",))
    sizes = data_of(figure, "others").marker.size
    assert "/229곳" in texts(figure) and max(sizes) < 3
    assert outside(figure) == [] and collisions(figure) == []


def test_the_sentences_name_what_the_region_is_strong_in(mixed):
    chart = Chart("profile", tuple(mixed.indicators), basis="17", lit=("jeju",))
    view = chart.material(mixed)
    assert "강점" not in chart.alt(
        view, "ko"
    ) and "앞 4분의 1에 든 지표는 시험 judged, 시험 summed입니다" in chart.alt(view, "ko")
    assert chart.heading(view, Look()).title == "제주의 지표별 자리"
    assert chart.file_name(view, "ko") == "제주_지표프로필_test"


def test_its_table_is_that_of_the_standings(mixed):
    chart = Chart("profile", tuple(mixed.indicators), basis="17", lit=("jeju",))
    frame = chart.cells(chart.material(mixed), "ko")
    assert list(frame["순위"])[:2] == ["1위/17곳", "1위/17곳"] and "지역" not in frame.columns


def test_the_view_is_left_as_it_was(mixed):
    view = view_of(mixed)
    before = view.frame.copy()
    profile(view, SHEET, lit=("jeju",))
    assert view.frame.equals(before)
    assert spots(profile(view, SHEET, lit=("jeju",)))
