"""Dated dots stand on a true axis of time, no more exact than the documents are, and never say who was first."""

import re
from dataclasses import replace
from datetime import date

import pytest

from components.chart import Chart
from components.charts.dated_dots import dated_dots
from components.theme import PRESETS, SYMBOLS, Look, Size, palette
from datasets import catalog
from datasets.texts import Text
from tests import examples
from tests.components.drawn import (
    LOOKS,
    collisions,
    named,
    outside,
    records_of,
    room,
    spec,
    spots,
    texts,
    traces,
)
from tests.components.many import many

SLIDE = Look(size=PRESETS["slide"])
SIX = ("gwangju", "seoul", "daejeon", "jeju", "busan", "gyeonggi")
AS_OF = "2025-06"
DATES = {
    "seoul": "2023-05-24",
    "busan": "2021-12",
    "daegu": "2024-11-17",
    "incheon": "2019",
    "gwangju": "2020-11-13",
    "daejeon": "2020-02-12",
    "ulsan": "2026-03-01",
    "sejong": "2027",
    "gyeonggi": "2020",
    "gangwon": "2022/2023",
}
AHEAD = {"ulsan": "planned", "sejong": "target"}


def view_of(folder, dates, *, statuses=None, more=()):
    """A view of dates; ``more`` are lines for the CSV as they stand."""
    values = {(code, AS_OF): when for code, when in dates.items()}
    marked = {(code, AS_OF): status for code, status in (statuses or {}).items()}
    path = examples.write_indicator(
        examples.write_folder(folder), "when", values, unit="날짜", pillar="governance", statuses=marked
    )
    path.write_text(path.read_text("utf-8").replace('kind = "number"', 'kind = "date"'), "utf-8")
    with path.with_suffix(".csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in more)
    loaded = catalog.load(folder)
    assert loaded.problems == ()
    return loaded.view("when", basis="17")


@pytest.fixture(scope="module")
def ten(tmp_path_factory):
    """Days, months, years and a span; a plan and a target; the nation; one region that says why it has none."""
    return view_of(
        tmp_path_factory.mktemp("ten"),
        DATES | {"kr": "2024-12-26"},
        statuses=AHEAD,
        more=[f"jeju,{AS_OF},,actual,exact,,,,,,not_published,,"],
    )


@pytest.fixture(scope="module")
def all_of_them(tmp_path_factory):
    dates = {
        code: f"20{19 + n % 7}-{n % 12 + 1:02d}-{n + 3:02d}" for n, code in enumerate(examples.SEVENTEEN)
    }
    return view_of(tmp_path_factory.mktemp("all"), dates)


def dots(figure):
    """Per region with a day: x, y, symbol, fill, edge."""
    (trace,) = traces(figure, "dots")
    mark = trace["marker"]
    rows = zip(trace["x"], trace["y"], mark["symbol"], mark["color"], mark["line"]["color"], strict=True)
    return dict(zip(trace["customdata"], rows, strict=True))


def row(figure, name):
    """The height of the row of a name, and the text of its date."""
    written = spots(figure)
    label = next(s for s in written if s.text == name)
    middle = (label.top + label.bottom) / 2
    dated = [
        s
        for s in written
        if s is not label and abs((s.top + s.bottom) / 2 - middle) < 2 and s.left > label.right
    ]
    return middle, dated[0]


def bars(figure, height):
    """Left and right of the rounded boxes at a height, with fill and edge."""
    found = []
    for shape in spec(figure)["layout"]["shapes"]:
        if "Q" in shape.get("path", "") and shape["path"].endswith("Z"):
            numbers = [
                tuple(map(float, each)) for each in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape["path"])
            ]
            xs, ys = zip(*numbers, strict=True)
            if min(ys) <= height <= max(ys):
                found.append((min(xs), max(xs), shape["fillcolor"], shape["line"]["color"]))
    return found


def scale(figure):
    """Pixels a day and the x of a day, from two dots that are known to the day."""
    found = dots(figure)
    a, b = date(2020, 2, 12), date(2024, 11, 17)
    per = (found["daegu"][0] - found["daejeon"][0]) / (b - a).days
    return per, lambda day: found["daejeon"][0] + (day - a).days * per


def test_dots_stand_at_their_day_in_true_spacing(ten):
    figure = dated_dots(ten, SLIDE)
    per, at = scale(figure)
    assert per > 0
    for code, day in (
        ("seoul", date(2023, 5, 24)),
        ("gwangju", date(2020, 11, 13)),
        ("ulsan", date(2026, 3, 1)),
    ):
        assert dots(figure)[code][0] == pytest.approx(at(day), abs=0.01)


def test_rows_run_from_the_earliest_date_to_the_latest(ten):
    figure = dated_dots(ten, SLIDE)
    order = [
        "incheon",
        "gyeonggi",
        "daejeon",
        "gwangju",
        "busan",
        "gangwon",
        "seoul",
        "daegu",
        "ulsan",
        "sejong",
    ]
    heights = [row(figure, ten.name(code, "ko"))[0] for code in order]
    assert heights == sorted(heights) and len(set(heights)) == 10


def test_no_region_is_given_a_place(ten):
    written = texts(dated_dots(ten, SLIDE))
    assert not re.search(r"\d위", written) and "더 이를 수 있어 순위를 매기지 않습니다" in written


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("incheon", date(2019, 1, 1), date(2020, 1, 1)),
        ("busan", date(2021, 12, 1), date(2022, 1, 1)),
        ("gangwon", date(2022, 1, 1), date(2024, 1, 1)),
    ],
    ids=["year", "month", "span"],
)
def test_what_is_known_less_exactly_is_a_bar_over_all_days_that_may_be_meant(ten, code, first, last):
    figure = dated_dots(ten, SLIDE)
    assert code not in dots(figure)
    ((left, right, *_),) = bars(figure, row(figure, ten.name(code, "ko"))[0])
    _, at = scale(figure)
    assert (left + right) / 2 == pytest.approx((at(first) + at(last)) / 2, abs=0.5)
    assert right - left == pytest.approx(max(at(last) - at(first), 0.76 * SLIDE.size.base), abs=1)


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        (
            "ko",
            {
                "서울": "2023-05-24",
                "부산": "2021-12",
                "인천": "2019년",
                "세종": "2027년(목표)",
                "울산": "2026-03-01(계획)",
            },
        ),
        ("en", {"Seoul": "24 May 2023", "Busan": "Dec 2021", "Incheon": "2019", "Sejong": "2027 (target)"}),
    ],
)
def test_dates_are_written_beside_their_marks_as_exactly_as_they_are_known(ten, lang, written):
    figure = dated_dots(ten, Look(lang, size=PRESETS["slide"]))
    for name, text in written.items():
        assert row(figure, name)[1].text == text
    _, spot = row(figure, ten.name("daegu", lang))
    assert 0 < spot.left - dots(figure)["daegu"][0] < 2 * SLIDE.size.base


def test_what_is_planned_is_hollow(ten):
    figure, colours = dated_dots(ten, SLIDE), palette("light")
    assert dots(figure)["ulsan"][3:] == (colours.surface, colours.planned)
    assert dots(figure)["seoul"][3] == colours.others
    ((_, _, fill, edge),) = bars(figure, row(figure, "세종")[0])
    assert (fill, edge) == (colours.surface, colours.target)


def test_lit_regions_have_their_marks_and_their_colour_in_words(ten):
    figure, colours = dated_dots(ten, SLIDE, lit=["gwangju"]), palette("light")
    assert dots(figure)["gwangju"][2:4] == (SYMBOLS[0], colours.lit)
    (trace,) = traces(figure, "text")
    inks = dict(zip(trace["text"], trace["textfont"]["color"], strict=True))
    assert (
        inks["<b>광주</b>"] == inks["<b>2020-11-13</b>"] == colours.lit_text and inks["서울"] == colours.text
    )
    several = dots(dated_dots(ten, SLIDE, lit=SIX))
    assert len({several[code][2] for code in ("gwangju", "seoul", "daejeon")}) == 3


def test_the_order_of_selection_changes_nothing(ten):
    assert dated_dots(ten, SLIDE, lit=SIX).to_json() == dated_dots(ten, SLIDE, lit=SIX[::-1]).to_json()


def test_regions_without_a_date_are_named_with_the_reason_and_not_counted(ten):
    figure = dated_dots(ten, SLIDE)
    written = texts(figure)
    assert "자료 없음: 충북, 충남, 전북, 전남, 경북, 경남" in written and "공표하지 않음: 제주" in written
    assert "17개 시도 중 10곳 공표" in written and traces(figure, "hatch")
    assert set(records_of(figure)) == set(DATES)


def test_the_nation_is_a_dashed_line_that_crosses_no_words(ten):
    figure = dated_dots(ten, SLIDE)
    dashed = [s["path"] for s in spec(figure)["layout"]["shapes"] if s["line"].get("dash") == "dash"]
    pieces = [[tuple(map(float, e)) for e in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)] for path in dashed]
    _, at = scale(figure)
    assert pieces and "전국 2024-12-26" in [s.text for s in spots(figure)]
    for (x, top), (_, bottom) in pieces:
        assert x == pytest.approx(at(date(2024, 12, 26)) + 0.5 * scale(figure)[0], abs=0.3)
        for spot in spots(figure):
            over = min(bottom, spot.bottom) - max(top, spot.top)
            assert not (spot.left < x < spot.right and over > spot.size * 0.3), spot.text


@pytest.mark.parametrize(
    ("look", "least"), [(SLIDE, 1.4), (Look("en", "dark", Size(358, 560)), 0.8)], ids=["slide", "phone"]
)
def test_one_region_is_a_clean_row_in_large_type(tmp_path, look, least):
    view = view_of(tmp_path, {"gwangju": "2027"}, statuses={"gwangju": "planned"})
    figure = dated_dots(view, look)
    middle, dated = row(figure, view.name("gwangju", look.lang))
    ((left, right, *_),) = bars(figure, middle)
    assert "2027" in dated.text and dated.size >= least * look.size.base
    assert right - left > 40 and right < dated.left
    assert outside(figure) == [] and collisions(figure) == []


def test_without_any_date_it_says_so(tmp_path):
    figure = dated_dots(view_of(tmp_path, {"kr": "2024-12-26"}), SLIDE)
    assert "자료 없음" in texts(figure) and not traces(figure, "dots") and traces(figure, "hatch")


def test_dates_that_must_not_be_compared_stand_in_official_order_with_the_reason(ten):
    text = Text("문서의 성격이 다름", "Different documents")
    apart = replace(ten, columns=(replace(ten.indicator, incomparable=text),))
    figure = dated_dots(apart, SLIDE)
    heights = [row(figure, ten.name(code, "ko"))[0] for code in examples.SEVENTEEN if code in DATES]
    assert heights == sorted(heights) and "문서의 성격이 다름" in texts(figure)


def test_a_date_that_is_only_about_right_says_so(tmp_path):
    view = view_of(tmp_path, {"seoul": "2024"})
    frame = view.frame.copy()
    frame[("when", "qualifier")] = "about"
    assert "2024년경" in texts(dated_dots(replace(view, frame=frame), SLIDE))


def test_an_indicator_that_is_no_date_is_told_in_values(tmp_path):
    figure = dated_dots(examples.some(tmp_path, 7).view("some_share"), SLIDE)
    assert "날짜로 적힌 지표가 아니어서" in texts(figure) and "16곳" in texts(figure)
    assert not traces(figure, "dots") and collisions(figure) == []


def test_of_hundreds_the_lit_are_kept_and_the_rest_is_counted(all_of_them):
    view = many(all_of_them)
    figure = dated_dots(view, SLIDE, lit=["sgg-200"])
    shown = records_of(figure)
    assert "sgg-200" in shown and f"{229 - len(shown)}곳은 표에만" in texts(figure)
    assert outside(figure) == [] and collisions(figure) == []


@pytest.mark.parametrize(
    "look", [*LOOKS, Look(size=Size(1408, 600)), Look("en", size=Size(358, 560))], ids=named
)
@pytest.mark.parametrize("lit", [(), ("gwangju",), SIX], ids=["none", "one", "six"])
def test_nothing_collides_or_leaves_the_sheet_and_every_date_is_there(ten, all_of_them, look, lit):
    for view, n in ((ten, 10), (all_of_them, 17)):
        figure = dated_dots(view, look, lit=lit)
        assert outside(figure) == [] and collisions(figure) == []
        width, height = room(figure)
        assert all(0 <= x <= width and 0 <= y <= height for x, y, *_ in dots(figure).values())
        rest = [
            int(s.text.split("곳")[0].split()[-1].split(" ")[0]) for s in spots(figure) if "표에만" in s.text
        ]
        if look.size.height >= 540:
            assert len(records_of(figure)) == n and not rest


def test_the_view_stays_as_it_was(ten):
    before = ten.frame.copy()
    dated_dots(ten, SLIDE, lit=SIX)
    assert ten.frame.equals(before)


def test_the_alternative_text_gives_the_known_span_and_who_lacks_a_date(ten, tmp_path):
    told = Chart("dated_dots", ("when",), lit=("gwangju",)).alt(ten, "ko")
    for part in (
        "17개 시도 중 10곳의 날짜",
        "2019년부터 2027년(목표)까지",
        "광주 2020-11-13",
        "공표하지 않음: 제주",
    ):
        assert part in told
    few = view_of(tmp_path, {"seoul": "2024-03", "busan": "2023"})
    assert "부산 2023년, 서울 2024-03" in Chart("dated_dots", ("when",)).alt(few, "ko")


def test_the_table_says_why_a_date_is_missing_and_the_csv_keeps_iso_dates(ten):
    chart = Chart("dated_dots", ("when",))
    table = chart.cells(ten, "ko").set_index("지역")["값"]
    assert table["부산"] == "2021-12" and table["제주"] == "공표하지 않음" and table["경남"] == "자료 없음"
    rows = [line.split(",") for line in chart.csv(ten, "en").split("\r\n") if ",busan," in line]
    assert rows[0][2:5] == ["busan", AS_OF, "2021-12"]
