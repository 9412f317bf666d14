"""What lies in what: parts of regions, across the merger, and how they are called."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from geo import errors, regions
from geo.regions import SYSTEMS, Region, Regions

KOREA = Regions.load()
UNITS = KOREA.of("sigungu", "229")
MERGED, BEFORE = "jeonnam-gwangju", ("gwangju", "jeonnam")
PARTS = {
    "seoul": 25,
    "busan": 16,
    "daegu": 9,
    "incheon": 10,
    "gwangju": 5,
    "daejeon": 5,
    "ulsan": 5,
    "sejong": 1,
    "gyeonggi": 31,
    "gangwon": 18,
    "chungbuk": 11,
    "chungnam": 15,
    "jeonbuk": 14,
    "jeonnam": 22,
    "gyeongbuk": 22,
    "gyeongnam": 18,
    "jeju": 2,
}


def codes(rows: tuple[Region, ...]) -> list[str]:
    return [region.code for region in rows]


def test_there_are_229_units_below_the_seventeen() -> None:
    assert len(UNITS) == 229 and [region.order for region in UNITS] == list(range(1, 230))
    assert {code: len(KOREA.children(code, "sigungu")) for code in KOREA.codes("sido", "17")} == PARTS


def test_units_follow_the_order_of_the_regions_they_lie_in_and_of_their_codes() -> None:
    place = {code: number for number, code in enumerate(KOREA.codes("sido", "17"))}
    keys = [(place[region.parent], region.code) for region in UNITS]
    assert keys == sorted(keys)


def test_levels_know_what_they_lie_in() -> None:
    assert KOREA.nesting == ("nation", "sido", "sigungu")


def test_the_merged_unit_holds_what_its_predecessors_held() -> None:
    before = [part for code in BEFORE for part in codes(KOREA.children(code, "sigungu"))]
    assert codes(KOREA.children(MERGED, "sigungu")) == before
    assert codes(KOREA.children(MERGED, "sigungu", "229")) == before


@pytest.mark.parametrize(("basis", "parent"), [("17", "gwangju"), ("16", MERGED), (None, "gwangju")])
def test_a_district_of_gwangju_lies_in_what_there_is_on_a_basis(basis: str | None, parent: str) -> None:
    found = KOREA.parent("sgg-24040", "sido", basis)
    assert found and found.code == parent


@pytest.mark.parametrize("basis", KOREA.bases("sido"), ids=lambda basis: basis.id)
def test_every_unit_lies_in_one_region_of_a_basis_which_holds_it(basis: regions.Basis) -> None:
    held = [part for code in KOREA.codes("sido", basis.id) for part in codes(KOREA.children(code, "sigungu"))]
    assert sorted(held) == sorted(codes(UNITS))
    for region in UNITS:
        found = KOREA.parent(region.code, "sido", basis.id)
        assert found and region in KOREA.children(found.code, "sigungu")


def test_gunwi_lies_in_daegu_under_the_codes_it_had() -> None:
    assert [part.code for part in KOREA.children("daegu", "sigungu")][-1] == "sgg-37310"
    assert KOREA.code_of("kostat", "37310", date(2020, 12, 31)) == "sgg-37310"
    assert KOREA.code_of("kostat", "22520", date(2023, 7, 1)) == "sgg-37310"
    assert KOREA.code_of("mois", "47720", date(2023, 6, 30)) == "sgg-37310"
    with pytest.raises(errors.UnknownCode):
        KOREA.code_of("kostat", "37310", date(2023, 7, 1))


def test_the_nation_holds_regions_and_their_parts_and_groups_hold_both() -> None:
    assert codes(KOREA.children("kr", "sigungu")) == codes(UNITS)
    assert codes(KOREA.children("kr", "sido", "16")) == list(KOREA.codes("sido", "16"))
    assert len(KOREA.children("capital", "sigungu")) == len(KOREA.members("capital", "229")) == 66
    assert codes(KOREA.members("honam", "17")) == ["gwangju", "jeonnam"]


def test_nothing_lies_in_its_own_level_or_above() -> None:
    assert KOREA.children("seoul", "sido") == KOREA.children("sgg-11010", "sido") == ()
    assert KOREA.parent("seoul", "sigungu") is KOREA.parent("kr", "sido") is None
    nation = KOREA.parent("sgg-11010", "nation")
    assert nation and nation.code == "kr"


@pytest.mark.parametrize("lang", regions.LANGUAGES)
@pytest.mark.parametrize("short", [True, False])
def test_no_two_units_are_called_the_same(lang: str, short: bool) -> None:
    names = [KOREA.name(region.code, lang, short) for region in UNITS]
    assert len(set(names)) == len(names)
    if short:
        assert not set(names) & {KOREA.name(code, lang) for code in KOREA.codes("sido")}


@pytest.mark.parametrize(
    ("code", "short_ko", "short_en", "full_ko", "full_en"),
    [
        ("sgg-24040", "광주 북구", "Gwangju Buk-gu", "광주광역시 북구", "Buk-gu, Gwangju"),
        ("sgg-31010", "수원", "Suwon", "경기도 수원시", "Suwon-si, Gyeonggi-do"),
        ("sgg-31250", "경기 광주", "Gyeonggi Gwangju", "경기도 광주시", "Gwangju-si, Gyeonggi-do"),
        ("sgg-29010", "세종시", "Sejong-si", "세종특별자치시", "Sejong"),
        ("sgg-39010", "제주시", "Jeju-si", "제주특별자치도 제주시", "Jeju-si, Jeju"),
        ("sgg-32400", "강원 고성", "Gangwon Goseong", "강원특별자치도 고성군", "Goseong-gun, Gangwon State"),
    ],
)
def test_a_unit_has_its_names(code: str, short_ko: str, short_en: str, full_ko: str, full_en: str) -> None:
    assert (KOREA.name(code, "ko"), KOREA.name(code, "en")) == (short_ko, short_en)
    assert KOREA.name(code, "ko", short=False) == full_ko
    assert KOREA.name(code, "en", short=False) == full_en


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("sgg-24040", date(2026, 6, 30), "광주광역시 북구"),
        ("sgg-24040", date(2026, 7, 1), "전남광주통합특별시 북구"),
        ("sgg-35010", date(2024, 1, 17), "전라북도 전주시"),
        ("sgg-23090", date(2018, 6, 30), "인천광역시 남구"),
        ("sgg-23090", date(2018, 7, 1), "인천광역시 미추홀구"),
    ],
)
def test_the_full_name_of_a_unit_is_the_one_of_the_day(code: str, day: date, name: str) -> None:
    assert KOREA.name(code, "ko", short=False, on=day) == name


def test_a_unit_belongs_to_the_groups_of_the_region_it_lies_in() -> None:
    for region in UNITS:
        assert region.groups == KOREA.region(region.parent).groups


@pytest.mark.parametrize("system", ["mois", "kostat"])
def test_no_two_units_ever_had_the_same_code_and_every_code_lies_within_its_days(system: str) -> None:
    texts = [code.text for region in UNITS for code in getattr(region, system)]
    assert len(set(texts)) == len(texts)
    for region in UNITS:
        assert all(code.span.within(region.span) for code in getattr(region, system))
        assert getattr(region, system)
    assert system in SYSTEMS


def test_the_codes_of_merged_regions_begin_with_theirs() -> None:
    for code in (*BEFORE, MERGED):
        day = date(2026, 7, 1) if code == MERGED else date(2026, 6, 30)
        own = next(held.text for held in KOREA.region(code).mois if held.span.holds(day))
        for part in KOREA.children(code, "sigungu"):
            assert next(held.text for held in part.mois if held.span.holds(day)).startswith(own)


def test_tables_that_did_not_change_are_read_once(tmp_path: Path) -> None:
    for name in regions.TABLES:
        shutil.copy(regions.HERE / name, tmp_path)
    first = Regions.load(tmp_path)
    assert Regions.load(tmp_path) is first
    path = tmp_path / "bases.csv"
    path.write_text(
        path.read_text(encoding="utf-8") + "later,sigungu,2027-01-01,,뒤,Later\n", encoding="utf-8"
    )
    assert Regions.load(tmp_path).basis("later").level == "sigungu"
