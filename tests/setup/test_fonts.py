"""The committed fonts: light enough to travel, holding every character we write, named as their licence demands."""

# fontTools describes its tables too loosely for a type checker.
# pyright: reportOperatorIssue=false, reportOptionalSubscript=false

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from components import fonts

ROOT = Path(__file__).parents[2]
WEIGHTS = fonts.files()
TEXTS = [
    path
    for room in ("geo", "datasets", "components", "dashboard")
    for path in (ROOT / room).rglob("*")
    if path.suffix in (".toml", ".csv")
]
SIGNS = "→↔▲△▼▽◐●○◆◇■□‧·…–—“”‘’「」『』㎡₩±×÷≤≥％①⑩⑳ㆍ"


@pytest.fixture(params=WEIGHTS, scope="module")
def font(request: pytest.FixtureRequest) -> TTFont:
    return TTFont(BytesIO(WEIGHTS[request.param].read_bytes()))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_font_is_light_enough_to_travel_with_every_picture(weight: int) -> None:
    assert WEIGHTS[weight].stat().st_size < 300_000


def test_every_syllable_we_write_is_inside(font: TTFont) -> None:
    inside = font.getBestCmap()
    written = {sign for path in TEXTS for sign in path.read_text(encoding="utf-8") if "가" <= sign <= "힣"}
    assert sorted(sign for sign in written if ord(sign) not in inside) == [], (
        "run python -m components.fonts.build"
    )


def test_every_sign_we_draw_with_is_inside(font: TTFont) -> None:
    assert [sign for sign in SIGNS if ord(sign) not in font.getBestCmap()] == []


def test_the_common_syllables_are_inside(font: TTFont) -> None:
    standard = [
        bytes((row, cell)).decode("euc_kr") for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)
    ]
    assert len(standard) == 2350
    assert [sign for sign in standard if ord(sign) not in font.getBestCmap()] == []


def test_digits_stand_under_each_other(font: TTFont) -> None:
    names = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    assert len({font["hmtx"][name][0] for name in names}) == 1


def test_pairs_of_letters_are_kerned(font: TTFont) -> None:
    assert "kern" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}


def test_no_name_uses_the_reserved_one_but_the_copyright_line(font: TTFont) -> None:
    names = {record.nameID: str(record) for record in font["name"].names}
    assert "Pretendard" in names.pop(0)
    assert names[1] == fonts.family()
    assert not [name for name in names.values() if "Pretendard" in name]


def test_the_licence_is_committed_whole() -> None:
    text = fonts.LICENCE.read_text(encoding="utf-8")
    assert "Copyright (c) 2021, Kil Hyung-jin" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert text.rstrip().endswith(
        "FROM, OUT OF THE USE OR INABILITY TO USE THE FONT SOFTWARE OR FROM\nOTHER DEALINGS IN THE FONT SOFTWARE."
    )
