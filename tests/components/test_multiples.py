"""Multiples show several indicators in panels of one form, each on its own scale and by its own coverage."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from components.chart import Chart
from components.charts.multiples import multiples
from components.lit import marks
from components.theme import PRESETS, SYMBOLS, Look, Size, palette
from datasets import catalog
from datasets.texts import Text
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, room, spec, spots, texts, traces
from tests.components.many import many

SLIDE = Look(size=PRESETS["slide"])
SIX = ("gwangju", "seoul", "daejeon", "jeju", "busan", "gyeonggi")
IDS = ("ict_share", "nine", "three", "below", "none_yet", "ahead")


def write(folder, more=0):
    """All of them, nine, three, all with values below zero, nobody, and all with a plan and a target among them."""
    examples.full(folder, aggregation="none")
    codes = examples.SEVENTEEN
    values = {(code, "2024"): 4.0 * (n + 1) ** 1.5 for n, code in enumerate(codes[:9])}
    examples.write_indicator(folder, "nine", values | {("kr", "2024"): 300.0}, unit="건")
    examples.write_indicator(
        folder, "three", {(code, "2021"): 5.0 + n for n, code in enumerate(codes[:3])}, unit="조원"
    )
    below = {(code, "2022"): 8.0 - n for n, code in enumerate(codes)}
    examples.write_indicator(folder, "below", below, unit="%p", aggregation="none")
    examples.write_indicator(folder, "none_yet", {("jeonnam-gwangju", "2026-08"): 3.0}, aggregation="none")
    ahead = {(code, "2030"): 10.0 + n for n, code in enumerate(codes)}
    statuses = {("busan", "2030"): "target", ("daegu", "2030"): "planned"}
    examples.write_indicator(folder, "ahead", ahead, unit="곳", statuses=statuses)
    for n in range(more):
        examples.write_indicator(
            folder, f"more{n}", {(c, "2020"): 3.0 + k for k, c in enumerate(codes)}, unit="명"
        )
    loaded = catalog.load(folder)
    assert loaded.problems == ()
    return loaded.view([*IDS, *(f"more{n}" for n in range(more))], basis="17")


@pytest.fixture(scope="module")
def six(tmp_path_factory):
    return write(tmp_path_factory.mktemp("six"))


@pytest.fixture(scope="module")
def sixteen(tmp_path_factory):
    return write(tmp_path_factory.mktemp("sixteen"), more=10)


def bars(figure, indicator):
    """Per region of a panel: x, foot, length (up is negative), value, fill, edge; from left to right."""
    found = {}
    for trace in (*traces(figure, "others"), *traces(figure, "special")):
        fill, edge = trace["marker"]["color"], trace["marker"]["line"].get("color")
        for n, (id_, code, value) in enumerate(trace["customdata"]):
            if id_ == indicator:
                paint = (fill[n], edge[n]) if isinstance(fill, list) else (fill, None)
                found[code] = (trace["x"][n], trace["base"][n], trace["y"][n], value, *paint)
    return dict(sorted(found.items(), key=lambda item: item[1][0]))


def name_of(view, id_, lang="ko"):
    return next(indicator.short[lang] for indicator in view.columns if indicator.id == id_)


def panel(figure, view, id_, lang="ko"):
    """The words of one panel: those below its name and above the next, in its column."""
    written = spots(figure)
    heads = [s for s in written if s.text in {indicator.short[lang] for indicator in view.columns}]
    own = next(s for s in heads if s.text == name_of(view, id_, lang))
    right = min([s.left for s in heads if s.left > own.right], default=room(figure)[0])
    low = min([s.top for s in heads if s.top > own.bottom], default=room(figure)[1])
    return " | ".join(s.text for s in written if own.left - 1 <= s.left < right and own.top <= s.top < low)


def dashed(figure):
    """The heights of level dashed lines longer than a mark."""
    found = []
    for shape in spec(figure)["layout"]["shapes"]:
        if shape["line"].get("dash") == "dash":
            (ax, ay), (bx, _) = re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape["path"])
            if float(bx) - float(ax) > 40:
                found.append(float(ay))
    return found


def test_bars_run_from_the_largest_to_the_smallest_and_are_as_long_as_their_values(six):
    found = bars(multiples(six, SLIDE), "nine")
    assert list(found) == list(examples.SEVENTEEN[:9])[::-1]
    per = [length / value for _, _, length, value, *_ in found.values()]
    assert per[0] < 0 and all(each == pytest.approx(per[0]) for each in per)
    assert len({foot for _, foot, *_ in found.values()}) == 1


def test_bars_stand_side_by_side_around_their_own_place(six):
    figure = multiples(six, SLIDE, lit=["gwangju"])
    parts = [
        (trace["x"][n], trace["offset"][n], trace["width"][n])
        for trace in (*traces(figure, "others"), *traces(figure, "special"))
        for n, (id_, *_) in enumerate(trace["customdata"])
        if id_ == "ict_share"
    ]
    assert all(offset == pytest.approx(-width / 2) for _, offset, width in parts)
    edges = sorted((x + offset, x + offset + width) for x, offset, width in parts)
    assert len(edges) == 17 and all(a[1] < b[0] for a, b in pairwise(edges))


def test_each_panel_has_its_own_scale_unit_period_and_coverage(six):
    figure = multiples(six, SLIDE)
    for id_, parts in (
        ("ict_share", ("%", "2023년", "17곳 중 17곳", "서울 10.8%", "0.8%")),
        ("nine", ("건", "2024년", "17곳 중 9곳", "경기 108.0건", "서울 4.0건")),
        ("below", ("%p", "2022년", "17곳 중 17곳", "서울 8.0%p", "제주 −8.0%p")),
    ):
        assert all(part in panel(figure, six, id_) for part in parts), panel(figure, six, id_)
    longest = {id_: max(abs(bar[2]) for bar in bars(figure, id_).values()) for id_ in ("ict_share", "nine")}
    assert longest["ict_share"] == pytest.approx(longest["nine"], rel=0.35)


def test_values_below_zero_hang_from_the_line(six):
    found = bars(multiples(six, SLIDE), "below")
    assert found["seoul"][2] < 0 < found["jeju"][2] and found["seoul"][1] == found["jeju"][1]


def test_lit_regions_stand_out_in_every_panel_and_their_values_are_written(six):
    figure, chosen = multiples(six, SLIDE, lit=("gwangju", "jeju")), marks(six, ("gwangju", "jeju"), SLIDE)
    for id_ in ("ict_share", "below"):
        found = bars(figure, id_)
        assert {code: found[code][4] for code in chosen} == {
            code: mark.colour for code, mark in chosen.items()
        }
        assert found["seoul"][4] == palette("light").others
    assert "광주 2.9%" in panel(figure, six, "ict_share") and "제주 3.0%" in panel(figure, six, "ict_share")
    assert "광주 4.0%p" in panel(figure, six, "below") and "제주 −8.0%p" in panel(figure, six, "below")


def test_a_mark_of_its_own_shape_stands_at_the_end_of_each_lit_bar(six):
    figure = multiples(six, SLIDE, lit=SIX)
    (trace,) = traces(figure, "marks")
    placed = set(zip(trace["marker"]["symbol"], (round(x, 2) for x in trace["x"]), strict=True))
    found, chosen = bars(figure, "ict_share"), marks(six, SIX, SLIDE)
    assert {mark.symbol for mark in chosen.values()} == set(SYMBOLS)
    assert all((mark.symbol, round(found[code][0], 2)) in placed for code, mark in chosen.items())


def test_the_order_of_selection_changes_nothing(six):
    assert multiples(six, SLIDE, lit=SIX).to_json() == multiples(six, SLIDE, lit=SIX[::-1]).to_json()


def test_the_nation_is_a_dashed_line_at_its_level_and_written_out(six):
    figure = multiples(six, SLIDE)
    found = bars(figure, "ict_share")
    _, foot, length, value, *_ = found["seoul"]
    assert dashed(figure) == [pytest.approx(foot + length * 4.5 / value, abs=0.1)]
    assert "전국 4.5%" in panel(figure, six, "ict_share")


def test_a_national_total_is_written_but_is_no_level(six):
    figure = multiples(six, SLIDE)
    assert "전국 300.0건" in panel(figure, six, "nine") and len(dashed(figure)) == 1


def test_below_five_regions_a_panel_gives_values_only(six):
    figure = multiples(six, SLIDE)
    assert bars(figure, "three") == {}
    assert all(
        text in panel(figure, six, "three") for text in ("서울 5.0조 원", "부산 6.0조 원", "대구 7.0조 원")
    )
    assert "다섯 곳 이상이 공표해야" in texts(figure)


def test_figures_that_must_not_be_compared_have_no_bars_and_say_why(six):
    reason = Text("지역마다 기준이 다름", "Differs by region")
    columns = [replace(i, incomparable=reason) if i.id == "ict_share" else i for i in six.columns]
    figure = multiples(replace(six, columns=tuple(columns)), SLIDE, lit=["jeju"])
    assert bars(figure, "ict_share") == {} and bars(figure, "nine")
    assert "시험 ict_share: 지역마다 기준이 다름" in texts(figure)
    assert "제주 3.0%" in panel(figure, six, "ict_share") and "외 13곳" in panel(figure, six, "ict_share")


def test_an_indicator_nobody_reports_says_so(six):
    figure = multiples(six, SLIDE)
    assert bars(figure, "none_yet") == {}
    assert "자료 없음" in panel(figure, six, "none_yet") or "통합 후 값만 있음" in panel(
        figure, six, "none_yet"
    )


def test_regions_without_a_value_are_named_and_a_lit_one_is_said_to_have_none(six):
    figure = multiples(six, SLIDE, lit=["jeju"])
    assert "자료 없음: 강원, 충북, 충남, 전북, 전남, 경북, 경남, 제주" in panel(figure, six, "nine")
    assert "제주 자료 없음" in panel(figure, six, "nine")


def test_plans_and_targets_are_hollow(six):
    figure, colours = multiples(six, SLIDE), palette("light")
    found = bars(figure, "ahead")
    assert found["busan"][4:] == (colours.surface, colours.target)
    assert found["daegu"][4] == colours.surface and found["seoul"][4] == colours.others
    assert "목표" in texts(figure) and "계획" in texts(figure)


@pytest.mark.parametrize(
    ("size", "least", "most"), [(Size(960, 540), 3, 4), (Size(1408, 600), 3, 6), (Size(358, 1900), 1, 1)]
)
def test_panels_stand_in_as_many_columns_as_the_width_takes(six, size, least, most):
    figure = multiples(six, Look(size=size))
    shorts = {indicator.short.ko for indicator in six.columns}
    columns = {round(s.left) for s in spots(figure) if s.text in shorts}
    assert least <= len(columns) <= most


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_what_finds_no_room_is_counted(sixteen, look):
    figure = multiples(sixteen, look, lit=["gwangju"])
    shorts = {indicator.short[look.lang] for indicator in sixteen.columns}
    shown = sum(s.text in shorts for s in spots(figure))
    rest = [
        int(re.findall(r"\d+", s.text)[0])
        for s in spots(figure)
        if "모자라" in s.text or "lack of room" in s.text
    ]
    assert shown >= 1 and shown + sum(rest) == 16


def test_the_heading_names_the_pillar_or_that_there_are_several(six):
    assert "산업 육성 지표 한눈에" in texts(multiples(six, SLIDE))
    one, *rest = six.columns
    mixed = replace(six, columns=(replace(one, pillar="talent"), *rest))
    assert "여러 지표에서 본 지역의 자리" in texts(multiples(mixed, SLIDE))
    assert "고른 제목" in texts(multiples(six, SLIDE, title="고른 제목"))


def test_one_indicator_given_twice_has_one_panel(six):
    one = six.columns[0]
    figure = multiples(replace(six, columns=(one, one)), SLIDE)
    assert sum(s.text == one.short.ko for s in spots(figure)) == 1


@pytest.mark.parametrize(
    "look", [*LOOKS, Look(size=Size(1408, 600)), Look("en", size=Size(358, 560))], ids=named
)
@pytest.mark.parametrize("lit", [(), ("gwangju",), SIX], ids=["none", "one", "six"])
def test_nothing_collides_or_leaves_the_sheet(six, sixteen, look, lit):
    for view in (six, sixteen):
        figure = multiples(view, look, lit=lit)
        assert outside(figure) == [] and collisions(figure) == []


def test_hundreds_of_regions_keep_their_lit_bars_wide_enough_to_see(six):
    figure = multiples(many(six), SLIDE, lit=["sgg-4"])
    (trace,) = traces(figure, "special")
    lit = [n for n, (_, code, _) in enumerate(trace["customdata"]) if code == "sgg-4"]
    assert lit and all(trace["width"][n] >= 2.4 for n in lit)
    assert outside(figure) == [] and collisions(figure) == []


def test_the_view_stays_as_it_was(six):
    before = six.frame.copy()
    multiples(six, SLIDE, lit=SIX)
    assert six.frame.equals(before)


def test_the_alternative_text_has_a_sentence_for_each_indicator(six):
    told = Chart("multiples", IDS, lit=("gwangju",)).alt(six, "ko")
    for part in (
        "시험 ict_share(% · 2023년 · 17곳 중 17곳): 광주 2.9%, 전국 4.5%.",
        "시험 three(",
        "서울 5.0조 원",
    ):
        assert part in told


def test_the_table_has_a_column_for_each_indicator_and_the_csv_a_row_for_each_value(six):
    chart = Chart("multiples", IDS)
    table = chart.cells(six, "ko").set_index("지역")
    assert (
        table.loc["광주", "시험 nine (건, 2024년)"] == "44.7건"
        and table.loc["제주", "시험 nine (건, 2024년)"] == "자료 없음"
    )
    assert table.loc["전국", "시험 ict_share (%, 2023년)"] == "4.5%"
    rows = [line.split(",") for line in chart.csv(six, "en").split("\r\n") if ",gwangju," in line]
    assert [row[3] for row in rows if row[4]] == ["2023", "2024", "2022", "2030"]
