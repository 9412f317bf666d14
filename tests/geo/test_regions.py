"""Which regions there are, on which day, under which name and code."""

from __future__ import annotations

import pickle
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from geo import errors, regions
from geo.errors import GeoError
from geo.regions import SYSTEMS, Region, Regions

KOREA = Regions.load()
TABLES = ("regions.csv", "bases.csv", "changes.csv")
SIDO = KOREA.of("sido")
BASES = KOREA.basis_rows
LAST_OF_17, FIRST_OF_16 = date(2026, 6, 30), date(2026, 7, 1)


def codes(rows: tuple[Region, ...]) -> list[str]:
    return [region.code for region in rows]


def names(rows: tuple[Region, ...]) -> str:
    return " ".join(KOREA.name(region.code, "ko") for region in rows)


def test_seventeen_stand_in_the_official_order() -> None:
    order = "서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주"
    assert names(KOREA.of("sido", "17")) == order


def test_sixteen_stand_in_the_order_of_the_ministry_list_of_july_2026() -> None:
    order = "서울 전남광주 부산 대구 인천 대전 울산 세종 경기 강원 충북 충남 전북 경북 경남 제주"
    assert names(KOREA.of("sido", "16")) == order


@pytest.mark.parametrize(("day", "count"), [(LAST_OF_17, 17), (FIRST_OF_16, 16), (date(2012, 6, 30), 16)])
def test_a_day_has_its_number_of_units(day: date, count: int) -> None:
    assert len(KOREA.on(day, "sido")) == count


def test_one_day_turns_the_basis() -> None:
    assert [KOREA.basis_on(day, "sido").id for day in (LAST_OF_17, FIRST_OF_16)] == ["17", "16"]


@pytest.mark.parametrize("basis", BASES, ids=lambda basis: basis.id)
def test_no_unit_comes_or_goes_inside_a_basis(basis: regions.Basis) -> None:
    first, last = basis.span.start or date.min, basis.span.end or date.max
    assert KOREA.on(first, basis.level) == KOREA.of(basis.level, basis.id) == KOREA.on(last, basis.level)


def test_bases_follow_each_other_without_a_gap() -> None:
    for level in {basis.level for basis in BASES}:
        for before, after in pairwise(KOREA.bases(level)):
            assert before.valid_to and after.valid_from
            assert (after.valid_from - before.valid_to).days == 1


def test_every_code_is_its_own() -> None:
    assert len(set(codes(KOREA.rows))) == len(KOREA.rows)


@pytest.mark.parametrize("level", KOREA.levels())
def test_no_two_regions_of_a_level_share_a_place_in_the_order(level: str) -> None:
    orders = [region.order for region in KOREA.of(level)]
    assert orders == sorted(set(orders))


@pytest.mark.parametrize("region", KOREA.rows, ids=lambda region: region.code)
def test_a_region_is_named_in_both_languages_and_says_where_that_is_from(region: Region) -> None:
    assert region.name_ko and region.short_ko and region.name_en and region.short_en and region.source


@pytest.mark.parametrize("region", SIDO, ids=lambda region: region.code)
def test_a_units_codes_lie_within_its_own_days(region: Region) -> None:
    for system in SYSTEMS:
        for code in getattr(region, system):
            assert code.span.within(region.span)


@pytest.mark.parametrize("region", [region for region in SIDO if region.successors], ids=lambda r: r.code)
def test_a_successor_begins_the_day_after(region: Region) -> None:
    for successor in KOREA.successors(region.code):
        assert region.valid_to and successor.valid_from
        assert (successor.valid_from - region.valid_to).days == 1


def test_gwangju_and_jeonnam_became_one() -> None:
    assert codes(KOREA.predecessors("jeonnam-gwangju")) == ["gwangju", "jeonnam"]
    assert codes(KOREA.successors("gwangju")) == codes(KOREA.successors("jeonnam")) == ["jeonnam-gwangju"]


def test_a_region_that_never_merged_has_neither_predecessor_nor_successor() -> None:
    assert KOREA.predecessors("seoul") == KOREA.successors("seoul") == ()


def test_the_merged_unit_has_no_invented_codes_and_its_english_name_is_marked_as_ours() -> None:
    merged = KOREA.region("jeonnam-gwangju")
    assert merged.kostat == merged.iso == ()
    assert "our romanisation" in merged.name_en


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("gangwon", date(2023, 6, 10), "강원도"),
        ("gangwon", date(2023, 6, 11), "강원특별자치도"),
        ("jeonbuk", date(2024, 1, 17), "전라북도"),
        ("jeonbuk", date(2024, 1, 18), "전북특별자치도"),
    ],
)
def test_a_name_is_the_one_borne_on_the_day(code: str, day: date, name: str) -> None:
    assert KOREA.name(code, "ko", short=False, on=day) == name


@pytest.mark.parametrize(
    ("system", "digits", "day", "code"),
    [
        ("mois", "42", date(2023, 6, 10), "gangwon"),
        ("mois", "51", date(2023, 6, 11), "gangwon"),
        ("mois", "45", date(2024, 1, 17), "jeonbuk"),
        ("mois", "52", date(2024, 1, 18), "jeonbuk"),
        ("mois", "12", FIRST_OF_16, "jeonnam-gwangju"),
        ("mois", "29", LAST_OF_17, "gwangju"),
    ],
)
def test_an_official_code_is_read_as_of_its_day(system: str, digits: str, day: date, code: str) -> None:
    assert KOREA.code_of(system, digits, day) == code


@pytest.mark.parametrize(
    ("digits", "mois", "kostat"),
    [
        ("26", "busan", "ulsan"),
        ("29", "gwangju", "sejong"),
        ("31", "ulsan", "gyeonggi"),
        ("36", "sejong", "jeonnam"),
    ],
)
def test_the_same_two_digits_never_join_two_systems(digits: str, mois: str, kostat: str) -> None:
    day = date(2025, 1, 1)
    assert (KOREA.code_of("mois", digits, day), KOREA.code_of("kostat", digits, day)) == (mois, kostat)


@pytest.mark.parametrize("system", SYSTEMS)
def test_no_two_regions_ever_had_the_same_code_of_a_system(system: str) -> None:
    texts = [code.text for region in SIDO for code in getattr(region, system)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("grouping", KOREA.of("grouping"), ids=lambda region: region.code)
@pytest.mark.parametrize("basis", KOREA.bases("sido"), ids=lambda basis: basis.id)
def test_a_grouping_divides_the_country_without_rest_or_overlap(
    grouping: Region, basis: regions.Basis
) -> None:
    parts = [
        region.code
        for group in KOREA.members(grouping.code)
        for region in KOREA.members(group.code, basis.id)
    ]
    assert sorted(parts) == sorted(KOREA.codes("sido", basis.id))


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("capital", "서울 인천 경기"),
        ("southeast", "부산 울산 경남"),
        ("daegyeong", "대구 경북"),
        ("central", "대전 세종 충북 충남"),
        ("honam", "광주 전남"),
    ],
)
def test_a_group_has_its_members(group: str, members: str) -> None:
    assert names(KOREA.members(group, "17")) == members


@pytest.mark.parametrize("basis", KOREA.bases("sido"), ids=lambda basis: basis.id)
def test_no_two_tiles_lie_on_each_other(basis: regions.Basis) -> None:
    tiles = [(region.tile_row, region.tile_col) for region in KOREA.of("sido", basis.id)]
    assert len(set(tiles)) == len(tiles) and None not in {place for tile in tiles for place in tile}


def test_every_change_touches_known_regions_and_says_where_it_was_read() -> None:
    for change in KOREA.changes:
        assert all(KOREA.region(code) for code in change.codes)
        assert change.ko and change.en and change.source and change.confidence


@pytest.mark.parametrize(
    ("day", "code"),
    [("2012-07-01", "sejong"), ("2023-07-01", "daegu"), ("2026-07-01", "incheon"), ("2026-07-01", "jeonnam")],
)
def test_a_dated_change_is_on_record(day: str, code: str) -> None:
    assert any(change.date == date.fromisoformat(day) and code in change.codes for change in KOREA.changes)


@pytest.mark.parametrize(
    ("ask", "kind", "said"),
    [
        (lambda: KOREA.region("seuol"), errors.UnknownRegion, {"code": "seuol", "known": "seoul, sejong"}),
        (lambda: KOREA.basis("18"), errors.UnknownBasis, {"basis": "18", "known": "17, 16, 229"}),
        (lambda: KOREA.of("sigungu", "17"), errors.UnknownBasis, {"basis": "17", "known": "229"}),
        (lambda: KOREA.of("dong"), errors.UnknownLevel, {"level": "dong"}),
        (lambda: KOREA.name("seoul", "fr"), errors.UnknownLanguage, {"lang": "fr"}),
        (lambda: KOREA.code_of("un", "11", None), errors.UnknownSystem, {"system": "un"}),
        (
            lambda: KOREA.code_of("mois", "42", FIRST_OF_16),
            errors.UnknownCode,
            {"digits": "42", "day": "2026-07-01"},
        ),
    ],
)
def test_what_is_unknown_is_refused_by_name(ask, kind: type[GeoError], said: dict[str, str]) -> None:
    with pytest.raises(kind) as caught:
        ask()
    assert said.items() <= caught.value.fields.items()
    assert str(caught.value).count(" · ") == 2


def test_an_error_survives_being_handed_on() -> None:
    error = errors.UnknownBasis("18", "17, 16")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize(
    ("table", "good", "bad", "said"),
    [
        ("regions.csv", "2026-06-30,29 (..2026", "2026-06-31,29 (..2026", "line "),
        ("regions.csv", "42 (..2023-06-10)", "42 (until 2023)", "dated text"),
        ("regions.csv", "busan,sido", "seoul,sido", "two rows"),
        ("regions.csv", ",jeonnam-gwangju,", ",honam-city,", "honam-city"),
        ("regions.csv", "code,level", "code,rank", "'level'"),
        ("regions.csv", "seoul,sido,1,kr", "seoul,sido,1,sgg-11010", "lies in itself"),
        ("bases.csv", "2012-07-01", "2012", "line 2"),
        ("bases.csv", "16,sido", "17,sido", "two rows"),
    ],
)
def test_a_broken_table_is_told_in_one_line(
    tmp_path: Path, table: str, good: str, bad: str, said: str
) -> None:
    for name in TABLES:
        shutil.copy(regions.HERE / name, tmp_path)
    text = (tmp_path / table).read_text(encoding="utf-8")
    assert good in text
    (tmp_path / table).write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(errors.BrokenRegions, match=said) as caught:
        Regions.load(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_missing_table_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(errors.BrokenRegions, match="cannot be read"):
        Regions.load(tmp_path)
