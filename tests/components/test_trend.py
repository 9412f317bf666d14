"""A trend shows values in true spacing, tells results from what is ahead, and leaves breaks open."""

from datetime import date

import pytest

from components.charts.trend import trend
from components.theme import Look, Size, palette
from datasets import catalog, periods
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, room, spec, spots, texts, traces

WIDE = Look(size=Size(1000, 560))
YEARS = ("2015", "2018", "2019", "2020", "2021", "2022", "2023")
SIX = ("gwangju", "seoul", "daejeon", "jeju", "busan", "gyeonggi")


def write(folder, codes, years, *, nation=True, ahead=None, **options):
    """A View over years; ``ahead`` is period → status."""
    values = {
        (code, year): 10.0 + n * 3 + i * (n % 4 + 1)
        for n, code in enumerate(codes)
        for i, year in enumerate(years)
    }
    values |= {("kr", year): 20.0 + i for i, year in enumerate(years) if nation}
    statuses = {key: ahead[key[1]] for key in values if ahead and key[1] in ahead}
    examples.write_indicator(examples.write_folder(folder), "over_time", values, statuses=statuses, **options)
    loaded = catalog.load(folder)
    assert loaded.problems == ()
    return loaded.view("over_time", basis="17")


@pytest.fixture(scope="module")
def flow(tmp_path_factory):
    """A flow of all regions, the last year provisional, a new series from 2020."""
    series = {year: "new" if year >= "2020" else "old" for year in YEARS}
    return write(
        tmp_path_factory.mktemp("flow"),
        examples.SEVENTEEN,
        YEARS,
        nature="flow",
        unit="%",
        ahead={"2023": "provisional"},
        series=series,
    )


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    """A stock with a target for 2030 and a plan for 2026."""
    ahead = {"2026": "planned", "2030": "target"}
    return write(
        tmp_path_factory.mktemp("stock"),
        examples.SEVENTEEN,
        ("2021", "2022", "2023", "2026", "2030"),
        ahead=ahead,
    )


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return write(
        tmp_path_factory.mktemp("case"), ["gwangju"], ("2021-03", "2023", "2025-03-28"), nation=False
    )


def runs(figure, code):
    """The stretches of a region: [(days, values, line, marker)]."""
    return [([d[:10] for d in t["x"]], t["y"], t["line"], t["marker"]) for t in traces(figure, code)]


def test_values_stand_in_the_middle_of_their_period_in_true_spacing(flow):
    days = [day for stretch in runs(trend(flow, WIDE), "seoul") for day in stretch[0]]
    assert days == [periods.middle(year).isoformat() for year in YEARS]
    axis = spec(trend(flow, WIDE))["layout"]["xaxis2"]
    assert axis["type"] == "date" and axis["range"][0] < days[0] and axis["range"][1] > days[-1]


def test_the_words_below_stand_where_the_values_stand(flow):
    figure = trend(flow, WIDE)
    width, _ = room(figure)
    start, end = (date.fromisoformat(d[:10]).toordinal() for d in spec(figure)["layout"]["xaxis2"]["range"])
    for year in ("2018", "2021"):
        spot = next(s for s in spots(figure) if s.text == f"{year}년")
        share = (periods.middle(year).toordinal() - start) / (end - start)
        assert (spot.left + spot.right) / 2 == pytest.approx(share * width, abs=3)


def test_a_flow_is_a_line_and_a_stock_a_step(flow, stock):
    assert all(line["shape"] == "linear" for *_, line, _ in runs(trend(flow, WIDE), "seoul"))
    assert runs(trend(stock, WIDE), "seoul")[0][2]["shape"] == "hv"


def test_no_line_crosses_a_break_and_the_break_is_named(flow):
    figure = trend(flow, WIDE, lit=["gwangju"])
    for code in ("gwangju", "busan", "kr"):
        before, after = runs(figure, code)
        assert max(before[0]) < "2020" <= min(after[0])
    assert "기준 변경" in texts(figure) and "2020년에 통계 기준이 바뀌어" in texts(figure)


def test_a_provisional_value_has_an_open_mark_in_the_colour_of_its_line(flow):
    colours = palette("light")
    *_, marker = runs(trend(flow, WIDE, lit=["gwangju"]), "gwangju")[-1]
    assert marker["color"] == [colours.lit] * 3 + [colours.surface]
    assert marker["line"]["color"][-1] == colours.lit
    assert "잠정·추정" in texts(trend(flow, WIDE)) and "(잠정)" in texts(trend(flow, WIDE, lit=["gwangju"]))


def test_what_is_ahead_is_dashed_and_hollow_in_its_own_colour(stock):
    colours = palette("light")
    results, plan = runs(trend(stock, WIDE, lit=["gwangju"]), "gwangju")
    assert len(results[0]) == 3 and results[2]["dash"] == "solid"
    assert plan[2]["dash"] == "dot" and plan[2]["color"] in (colours.target, colours.planned)
    assert plan[0][0] == results[0][-1]
    assert plan[3]["color"][1:] == [colours.surface] * 2
    assert plan[3]["line"]["color"][1:] == [colours.planned, colours.target]
    assert plan[3]["size"][0] == 0


def test_the_nation_is_dashed_and_named_at_its_end(flow):
    figure = trend(flow, WIDE)
    assert all(line["dash"] == "dash" for *_, line, _ in runs(figure, "kr"))
    assert "전국 26.0%(잠정)" in texts(figure)


def test_lit_regions_are_named_at_their_ends_and_the_others_stay_gray(flow):
    figure, colours = trend(flow, WIDE, lit=SIX), palette("light")
    for code in SIX:
        assert any(s.text.startswith(flow.name(code, "ko") + " ") for s in spots(figure))
    assert len({runs(figure, code)[0][2]["color"] for code in SIX}) == 6
    assert len({runs(figure, code)[0][3]["symbol"] for code in SIX}) == 6
    assert runs(figure, "ulsan")[0][2]["color"] == colours.others


def test_the_order_of_selection_changes_nothing(flow):
    assert trend(flow, WIDE, lit=SIX).to_json() == trend(flow, WIDE, lit=SIX[::-1]).to_json()


def test_below_five_regions_values_stand_at_the_points_instead_of_a_scale(case):
    figure = trend(case, WIDE)
    written = [s.text for s in spots(figure)]
    for words in ("10.0건", "11.0건", "광주 12.0건"):
        assert words in written
    assert "0건" not in written and "눈금을 쓰지 않고" in texts(figure)


def test_one_period_is_a_labelled_dot_and_a_sentence(tmp_path):
    figure = trend(examples.some(tmp_path, 1).view("some_share"), WIDE)
    ((days, values, *_),) = runs(figure, "seoul")
    assert len(days) == 1 and values == [10.0]
    assert "서울 10곳" in texts(figure) and "한 시점의 값만 있어" in texts(figure)


def test_regions_that_never_report_are_named(tmp_path):
    view = write(tmp_path, examples.SEVENTEEN[:8], ("2021", "2022"))
    assert "자료 없음: 경기, 강원" in texts(trend(view, WIDE))


def test_a_missing_year_is_no_zero(tmp_path):
    values = {("seoul", year): 5.0 for year in ("2021", "2023")} | {("busan", "2022"): 6.0}
    examples.write_indicator(examples.write_folder(tmp_path), "gaps", values)
    ((days, found, *_),) = runs(trend(catalog.load(tmp_path).view("gaps"), WIDE), "seoul")
    assert len(days) == 2 and list(found) == [5.0, 5.0]


def test_without_any_value_it_says_so(tmp_path):
    view = examples.some(tmp_path, 1).view("some_share", regions=["jeju"])
    figure = trend(view, WIDE)
    assert "자료 없음" in texts(figure) and traces(figure, "hatch")


def test_the_subtitle_tells_the_whole_time(flow):
    assert "2015년–2023년" in texts(trend(flow, WIDE))


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize("lit", [(), ("gwangju",), SIX], ids=["none", "one", "six"])
def test_nothing_collides_or_leaves_the_sheet(flow, stock, case, look, lit):
    for view in (flow, stock, case):
        figure = trend(view, look, lit=lit)
        assert outside(figure) == [] and collisions(figure) == []


def test_the_view_stays_as_it_was(flow):
    before = flow.frame.copy()
    trend(flow, WIDE, lit=SIX)
    assert flow.frame.equals(before)


def test_a_marked_break_tells_its_own_reason() -> None:
    view = catalog.load().view("firms_using_ai_it_survey")
    said = " ".join(a.text or "" for a in trend(view, Look()).layout.annotations) + " ".join(
        str(text) for trace in trend(view, Look()).data for text in (trace.text or ())
    )
    assert "선다형" in said
