"""Labels: figures written the reader's way, and hostile text made harmless."""

import pandas as pd
import pytest

from components import labels, measure
from components.export.csv import BOM, write_csv
from components.export.names import file_name
from datasets.texts import Text

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=1+1",
    "@SUM(A1)",
    "\u202egnp.exe",
    "a\x00b\x1bc",
    "\ud800",
    "[x](javascript:alert(1))",
    "x" * 100_000,
]


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "ko", "en"),
    [
        (272, Text("건", "agreements"), "exact", "272건", "272 agreements"),
        (1, Text("%", "%"), "about", "약 1%", "about 1%"),
        (100, Text("개", "firms"), "at_least", "100개 이상", "at least 100 firms"),
        (4000, Text("억원", "KRW 100 million"), "exact", "4,000억 원", "KRW 400 billion"),
        (1000, Text("개", "bodies"), "about", "약 1,000개", "about 1,000 bodies"),
        (2.5, Text("%", "%"), "exact", "2.5%", "2.5%"),
        (108.3, Text("조원", "KRW trillion"), "exact", "108.3조 원", "KRW 108.3 trillion"),
        (-1.6, Text("%p", "%p"), "exact", "−1.6%p", "−1.6%p"),
    ],
)
def test_a_figure_keeps_its_qualifier_and_unit_in_both_languages(value, unit, qualifier, ko, en) -> None:
    assert labels.amount(value, unit, "ko", qualifier=qualifier) == ko
    assert labels.amount(value, unit, "en", qualifier=qualifier) == en


@pytest.mark.parametrize(
    ("text", "ko", "en"),
    [
        ("2025-03-28", "2025-03-28", "28 Mar 2025"),
        ("2025-03", "2025-03", "Mar 2025"),
        ("2023", "2023년", "2023"),
        ("2018/2021", "2018년–2021년", "2018–2021"),
        ("", "시점 미표시", "date not stated"),
    ],
)
def test_a_period_is_as_precise_as_its_document(text: str, ko: str, en: str) -> None:
    assert labels.period(text, "ko") == ko
    assert labels.period(text, "en") == en


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_never_becomes_markup(text: str) -> None:
    assert "<" not in labels.plotly(text)
    assert not any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 or c == "\u202e" for c in labels.clean(text))
    assert len(labels.clean(text)) <= 400
    assert "](" not in labels.markdown(text).replace("\\]\\(", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_csv_cell_never_becomes_a_formula(text: str) -> None:
    column = pd.DataFrame({"c": pd.Series([text], dtype=object)})
    row = write_csv(column).removeprefix(BOM).split("\r\n")[1]
    assert not row.strip('"').startswith(("=", "+", "-", "@"))


def test_a_whole_number_is_written_without_decimals() -> None:
    assert write_csv(pd.DataFrame({"값": [272.0]})).removeprefix(BOM) == "값\r\n272\r\n"


def test_a_csv_header_never_becomes_a_formula() -> None:
    assert write_csv(pd.DataFrame({"=1+1": [1]})).startswith(f"{BOM}'=1+1")


def test_numbers_stay_numbers_in_csv() -> None:
    text = write_csv(pd.DataFrame({"지역": ["광주"], "값": [-1.5]}), ("출처",))
    assert text == f"{BOM}지역,값\r\n광주,-1.5\r\n\r\n출처\r\n"


@pytest.mark.parametrize("text", [*HOSTILE, "../../etc/passwd", "C:\\x", "", "..."])
def test_a_file_name_is_safe_everywhere(text: str) -> None:
    name = file_name(text, "2025")
    assert name and not set(name) & set('\\/:*?"<>|\x00') and not name.startswith(".") and len(name) <= 80


def test_a_file_name_says_what_is_in_it() -> None:
    assert file_name("광주", "AI 업무협약 누적", "2025-03") == "광주_AI업무협약누적_2025-03"


def test_wrapping_keeps_words_whole_and_lines_short() -> None:
    text = "인공지능 기업 유치를 위한 업무협약은 기업이 옮겨 왔다는 뜻이 아니라 협약을 맺었다는 뜻입니다"
    lines = measure.wrap(text, 200, 15, most=9)
    assert " ".join(lines) == text
    assert all(measure.width(line, 15) <= 200 for line in lines)


@pytest.mark.parametrize(
    ("value", "ko", "en"),
    [
        (54206487, "54.21조 원", "KRW 54.21 trillion"),
        (766500, "7,665억 원", "KRW 766.5 billion"),
        (99, "99백만 원", "KRW 99 million"),
    ],
)
def test_sums_counted_in_millions_are_told_in_four_digits(value: float, ko: str, en: str) -> None:
    unit = Text("백만원", "KRW million")
    assert (labels.amount(value, unit, "ko", 0), labels.amount(value, unit, "en", 0)) == (ko, en)


def test_money_counted_in_hundred_millions_keeps_every_digit() -> None:
    assert labels.amount(11301, Text("억원", "KRW 100 million"), "en") == "KRW 1.1301 trillion"
