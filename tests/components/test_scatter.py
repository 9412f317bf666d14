"""A scatter shows the regions that report both, says how closely the two go together, and stays silent where it must."""

import re
from dataclasses import replace

import pytest

from components.chart import Chart
from components.charts.scatter import scatter
from components.contents.pairs import SURE
from components.lit import marks
from components.theme import PRESETS, SYMBOLS, Look, Size, palette
from datasets import catalog
from datasets.correlation import correlation, fitted
from datasets.texts import Text
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, room, spec, spots, texts, traces
from tests.components.many import REGIONS, many

SLIDE = Look(size=PRESETS["slide"])
SIX = ("gwangju", "seoul", "daejeon", "jeju", "busan", "gyeonggi")
FIRMS = (
    171.1,
    91.2,
    59.9,
    75.1,
    70.7,
    76.6,
    80.0,
    60.5,
    97.0,
    70.0,
    70.1,
    49.2,
    68.6,
    41.2,
    47.3,
    49.9,
    54.6,
)


def write(folder, firms, *, nation=78.0, period="2024", statuses=None):
    """ict_share of all seventeen in 2023, and firms of as many as there are numbers."""
    examples.full(folder, aggregation="none")
    values = {(code, period): n for code, n in zip(examples.SEVENTEEN, firms, strict=False)}
    values |= {("kr", period): nation} if nation else {}
    examples.write_indicator(
        folder, "firms", values, unit="개", aggregation="none", statuses=statuses, decimals=1
    )
    loaded = catalog.load(folder)
    assert loaded.problems == ()
    return loaded


def pair(folder, firms=FIRMS, **options):
    return write(folder, firms, **options).view(["ict_share", "firms"], basis="17")


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    return pair(tmp_path_factory.mktemp("both"))


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    return pair(tmp_path_factory.mktemp("few"), FIRMS[:4])


@pytest.fixture(scope="module")
def hundreds(both):
    return many(both)


def points(figure):
    """Per region: x, y, value across, value up, and how it is painted."""
    found = {}
    for trace in (*traces(figure, "others"), *traces(figure, "special")):
        mark = trace["marker"]
        for n, (code, across, up) in enumerate(trace["customdata"]):
            paint = [
                mark[key][n] if isinstance(mark[key], list) else mark[key] for key in ("symbol", "color")
            ]
            edge = mark["line"]["color"]
            found[code] = (
                trace["x"][n],
                trace["y"][n],
                across,
                up,
                *paint,
                edge[n] if isinstance(edge, list) else edge,
            )
    return found


def lines(figure, colour, dash="solid"):
    """The ends of the drawn lines of a colour."""
    found = [s for s in spec(figure)["layout"]["shapes"] if s["line"].get("color") == colour]
    return [
        [tuple(map(float, end)) for end in re.findall(r"(-?[\d.]+),(-?[\d.]+)", s["path"])]
        for s in found
        if s["line"].get("dash", "solid") == dash and s["path"].count("L") == 1
    ]


def test_every_region_that_reports_both_stands_at_its_two_values(both):
    found = points(scatter(both, SLIDE))
    assert set(found) == set(examples.SEVENTEEN)
    one, other = found["seoul"], found["ulsan"]
    for x, y, across, up, *_ in found.values():
        assert (x - other[0]) / (one[0] - other[0]) == pytest.approx((across - 0.8) / 10.0, abs=1e-6)
        assert (y - other[1]) / (one[1] - other[1]) == pytest.approx((up - 80.0) / 91.1, abs=1e-6)
    assert one[0] > other[0] and one[1] < other[1]


def test_all_seventeen_names_stand_on_a_slide_and_cover_no_point(both):
    figure = scatter(both, SLIDE)
    names = [s for s in spots(figure) if s.text in {both.name(code, "ko") for code in examples.SEVENTEEN}]
    assert len(names) == 17
    for spot in names:
        for x, y, *_ in points(figure).values():
            assert not (spot.left < x < spot.right and spot.top < y < spot.bottom), spot.text


def test_the_axes_say_what_they_measure_in_which_unit_and_period(both):
    written = texts(scatter(both, SLIDE))
    assert "시험 ict_share (%, 2023년) →" in written and "↑ 시험 firms (개, 2024년)" in written


def test_the_numbers_of_an_axis_stand_where_the_values_stand(both):
    figure = scatter(both, SLIDE)
    found, numbers = points(figure), {s.text: (s.left + s.right) / 2 for s in spots(figure)}
    per_percent = (found["seoul"][0] - found["ulsan"][0]) / 10
    assert numbers["8"] - numbers["2"] == pytest.approx(6 * per_percent, abs=1)


def test_different_dates_are_told_and_equal_ones_are_not(both, tmp_path):
    assert "시점이 다릅니다: 시험 ict_share 2023년, 시험 firms 2024년" in texts(scatter(both, SLIDE))
    assert "시점이 다릅니다" not in texts(scatter(pair(tmp_path, period="2023"), SLIDE))


def test_n_r_and_p_are_stated_with_the_sentence_that_this_is_no_cause(both):
    shares = [both.frame.loc[(code, "2023"), ("ict_share", "value")] for code in examples.SEVENTEEN]
    n, r, p = correlation(shares, FIRMS)
    assert n == 17 and p < 0.001
    written = texts(scatter(both, SLIDE))
    assert (
        f"17곳 · 피어슨 상관계수 r={r:.2f}, p<0.001" in written and "원인과 결과를 뜻하지 않습니다" in written
    )


def test_the_line_is_the_one_of_least_squares(both):
    figure = scatter(both, SLIDE)
    (((ax, ay), (bx, by)),) = lines(figure, palette("light").others)
    found = points(figure)
    line = fitted([each[2] for each in found.values()], [each[3] for each in found.values()])
    one, other = found["seoul"], found["ulsan"]
    per_x, per_y = (one[0] - other[0]) / (one[2] - other[2]), (one[1] - other[1]) / (one[3] - other[3])
    for x, y in ((ax, ay), (bx, by)):
        across, up = other[2] + (x - other[0]) / per_x, other[3] + (y - other[1]) / per_y
        assert up == pytest.approx(line.at(across), abs=0.2)


def test_without_significance_there_is_no_line_and_it_says_so(tmp_path):
    firms = [50 + 7 * (n * 5 % 7) for n in range(17)]
    view = pair(tmp_path, firms)
    figure = scatter(view, SLIDE)
    assert correlation([p[2] for p in points(figure).values()], firms).p > SURE
    assert lines(figure, palette("light").others) == [] and "우연과 구별되지 않아" in texts(figure)


def test_equal_values_everywhere_have_no_correlation(tmp_path):
    assert "상관계수를 구하지 않습니다" in texts(scatter(pair(tmp_path, [5.0] * 17), SLIDE))


def test_the_nation_is_a_dashed_cross_at_its_two_values(both):
    figure = scatter(both, SLIDE)
    upright, level = lines(figure, palette("light").national, "dash")
    found = points(figure)
    one, other = found["seoul"], found["ulsan"]
    assert upright[0][0] == upright[1][0] == pytest.approx(other[0] + (one[0] - other[0]) * 0.37, abs=0.1)
    assert (
        level[0][1] == level[1][1] == pytest.approx(other[1] + (one[1] - other[1]) * (-2.0 / 91.1), abs=0.1)
    )
    assert "전국 4.5%" in [s.text for s in spots(figure)] and "전국 78.0개" in [s.text for s in spots(figure)]


def test_a_nation_known_in_one_indicator_only_makes_no_cross(tmp_path):
    figure = scatter(pair(tmp_path, nation=None), SLIDE)
    assert lines(figure, palette("light").national, "dash") == [] and "전국" not in texts(figure)


def test_a_national_total_makes_no_cross(both):
    totals = replace(both, columns=tuple(replace(i, aggregation="sum") for i in both.columns))
    assert lines(scatter(totals, SLIDE), palette("light").national, "dash") == []


def test_lit_regions_have_their_marks_and_bold_names(both):
    figure = scatter(both, SLIDE, lit=SIX)
    chosen, found = marks(both, SIX, SLIDE), points(figure)
    assert {found[code][4] for code in SIX} == set(SYMBOLS)
    for code in SIX:
        assert (found[code][4], found[code][5]) == (chosen[code].symbol, chosen[code].colour)
    (trace,) = traces(figure, "text")
    bold = {text for text in trace["text"] if text.startswith("<b>")}
    assert {f"<b>{both.name(code, 'ko')}</b>" for code in SIX} <= bold
    assert found["ulsan"][5] == palette("light").others


def test_the_order_of_selection_changes_nothing(both):
    assert scatter(both, SLIDE, lit=SIX).to_json() == scatter(both, SLIDE, lit=SIX[::-1]).to_json()


def test_regions_without_both_values_are_named(tmp_path):
    figure = scatter(pair(tmp_path, FIRMS[:15]), SLIDE)
    assert len(points(figure)) == 15 and "두 값이 모두 있지는 않은 곳: 경남, 제주" in texts(figure)
    assert "17개 시도 중 15곳이 두 지표를 모두 공표" in texts(figure)


def test_plans_and_targets_are_hollow_and_not_counted(tmp_path):
    statuses = {("busan", "2024"): "target", ("daegu", "2024"): "planned"}
    figure, colours = scatter(pair(tmp_path, statuses=statuses), SLIDE), palette("light")
    found = points(figure)
    assert found["busan"][5:] == (colours.surface, colours.target)
    assert found["daegu"][5] == colours.surface and found["seoul"][5] == colours.others
    assert "15곳 · 피어슨" in texts(figure) and "속이 빈 점 2개" in texts(figure)


def test_figures_all_provisional_say_so_once_at_the_axis(tmp_path):
    statuses = {(code, "2024"): "provisional" for code in (*examples.SEVENTEEN, "kr")}
    figure = scatter(pair(tmp_path, statuses=statuses), SLIDE)
    assert texts(figure).count("(잠정)") == texts(figure).count("2024년(잠정)") >= 1


def test_a_whole_number_has_no_fractions_at_its_axis(both):
    x, y = both.columns
    view = replace(both, columns=(replace(x, decimals=0), y))
    numbers = [s.text for s in spots(scatter(view, SLIDE)) if re.fullmatch(r"[\d.,]+", s.text)]
    assert len(numbers) >= 4 and not [text for text in numbers if "." in text]


def test_money_is_written_at_the_axis_as_everywhere_else(both):
    x, y = both.columns
    money = replace(both, columns=(x, replace(y, unit=Text("억원", "KRW 100 million"))))
    assert {"150", "↑ 시험 firms (억원, 2024년)"} <= {s.text for s in spots(scatter(money, SLIDE))}
    english = {s.text for s in spots(scatter(money, Look("en", size=PRESETS["slide"])))}
    assert {"KRW 15 billion", "↑ Test firms (KRW, 2024)"} <= english


def refused(view, ids, sentence, *, listed=("서울",)):
    figure = scatter(view, SLIDE)
    assert sentence in texts(figure)
    assert not points(figure) and not lines(figure, palette("light").national, "dash")
    assert all(value in texts(figure) for value in listed)
    assert outside(figure) == [] and collisions(figure) == []
    assert sentence in Chart("scatter", tuple(ids)).alt(view, "ko")


def test_four_regions_get_their_values_instead(few):
    refused(
        few, ["ict_share", "firms"], "모두 공표한 곳이 4곳입니다", listed=("10.8%", "171.1개", "자료 없음")
    )


def test_five_regions_are_enough(tmp_path):
    assert len(points(scatter(pair(tmp_path, FIRMS[:5]), SLIDE))) == 5


def test_one_indicator_twice_is_refused(tmp_path):
    view = write(tmp_path, FIRMS).view(["firms", "firms"], basis="17")
    refused(view, ["firms", "firms"], "두 축에 같은 지표를 골라", listed=("171.1개",))
    assert texts(scatter(view, SLIDE)).count("171.1개") == 1


def test_one_or_three_indicators_are_refused(both):
    one = replace(both, columns=both.columns[:1])
    refused(one, ["ict_share"], "두 지표를 골라야", listed=("10.8%",))


def test_figures_that_must_not_be_compared_are_refused_with_the_reason(both):
    x, y = both.columns
    apart = replace(
        both, columns=(x, replace(y, incomparable=Text("지역마다 기준이 다름", "Differs by region")))
    )
    refused(apart, ["ict_share", "firms"], "(지역마다 기준이 다름)", listed=("10.8%", "171.1개"))


def test_a_date_is_refused(tmp_path):
    examples.full(tmp_path)
    dates = {(code, "2025"): f"2024-{n + 1:02d}" for n, code in enumerate(examples.SEVENTEEN[:9])}
    path = examples.write_indicator(tmp_path, "when", dates, unit="날짜")
    path.write_text(path.read_text("utf-8").replace('kind = "number"', 'kind = "date"'), "utf-8")
    view = catalog.load(tmp_path).view(["when", "ict_share"], basis="17")
    refused(view, ["when", "ict_share"], "수로 적히지 않은 지표", listed=("2024-01", "10.8%"))


def test_of_hundreds_only_the_lit_are_named(hundreds):
    lit = ("sgg-4", "sgg-55", "sgg-100", "sgg-201")
    for look in (SLIDE, Look("en", "dark", Size(358, 560))):
        figure = scatter(hundreds, look, lit=lit)
        assert len(points(figure)) == REGIONS
        names = {hundreds.name(region.code, look.lang) for region in hundreds.regions}
        assert {s.text for s in spots(figure)} & names == {hundreds.name(code, look.lang) for code in lit}
        assert outside(figure) == [] and collisions(figure) == []


def test_names_from_data_are_drawn_as_they_are_and_never_as_markup(both):
    x, y = both.columns
    loud = replace(both, columns=(replace(x, short=Text("<b>가</b> & 나", "<b>A</b> & B")), y))
    figure = scatter(loud, SLIDE)
    (trace,) = traces(figure, "text")
    assert any("&lt;b&gt;가&lt;/b&gt; &amp; 나" in text for text in trace["text"])
    assert all("&lt;b&gt;가" in text for text in traces(figure, "others")[0]["hovertext"])


@pytest.mark.parametrize(
    "look", [*LOOKS, Look(size=Size(1408, 600)), Look("en", size=Size(358, 560))], ids=named
)
@pytest.mark.parametrize("lit", [(), ("gwangju",), SIX], ids=["none", "one", "six"])
def test_nothing_collides_or_leaves_the_sheet(both, look, lit):
    figure = scatter(both, look, lit=lit)
    assert outside(figure) == [] and collisions(figure) == []
    width, height = room(figure)
    assert all(0 <= x <= width and 0 <= y <= height for x, y, *_ in points(figure).values())
    written = [s.text for s in spots(figure)]
    assert all(both.name(code, look.lang) in written for code in lit)


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_values_instead_of_a_scatter_do_not_collide_and_all_are_listed_or_counted(few, look):
    figure = scatter(few, look, lit=("jeju",))
    assert outside(figure) == [] and collisions(figure) == []
    written = [s.text for s in spots(figure)]
    listed = {few.name(code, look.lang) for code in examples.SEVENTEEN} & set(written)
    rest = [
        int(re.findall(r"\d+", text)[0]) for text in written if "모자라" in text or "lack of room" in text
    ]
    assert few.name("jeju", look.lang) in listed and len(listed) + sum(rest) == 17


def test_the_view_stays_as_it_was(both):
    before = both.frame.copy()
    scatter(both, SLIDE, lit=SIX)
    assert both.frame.equals(before)


def test_the_alternative_text_says_what_meets_what_and_where_the_lit_region_stands(both):
    told = Chart("scatter", ("ict_share", "firms"), lit=("gwangju",)).alt(both, "ko")
    for part in (
        "시험 ict_share (%, 2023년)",
        "시험 firms (개, 2024년)",
        "r=0.89",
        "광주는 가로 2.9%, 세로 70.7개",
    ):
        assert part in told


def test_the_table_holds_what_is_drawn_and_the_csv_every_observation_with_its_document(both):
    chart = Chart("scatter", ("ict_share", "firms"))
    table = chart.cells(both, "ko")
    assert list(table.columns) == ["지역", "시험 ict_share (%, 2023년)", "시험 firms (개, 2024년)", "출처"]
    assert table.set_index("지역").loc["광주"].tolist() == ["2.9%", "70.7개", "시험 기관 table 1"]
    rows = chart.csv(both, "ko").split("\r\n")
    assert [row.split(",")[2:6] for row in rows if ",gwangju," in row] == [
        ["gwangju", "2023", "2.9", "%"],
        ["gwangju", "2024", "70.7", "개"],
    ]
    assert chart.file_name(both, "ko") == "시험ict_share와시험firms_test"
