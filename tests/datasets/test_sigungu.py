"""The figures of the second level: all 229 report, and they add up to what is published for larger areas."""

from __future__ import annotations

import pandas as pd
import pytest

from datasets import catalog, import_sgg, tables
from geo.regions import Regions

CATALOG = catalog.load()
KOREA = Regions.load()
IDS = tuple(import_sgg.PUBLISHED)

# Sums over all units; those of the census are the published totals of the country.
SUMS = {
    ("sgg_grdp", "2015"): 1_661_540_790,
    ("sgg_grdp", "2020"): 1_945_946_708,
    ("sgg_ict_value_added", "2020"): 90_752_868,
    ("sgg_manufacturing_value_added", "2020"): 481_802_261,
    ("sgg_professional_services_value_added", "2020"): 181_277_201,
    ("sgg_establishments", "2020"): 6_032_022,
    ("sgg_population", "2015"): 51_069_375,
    ("sgg_population", "2020"): 51_829_136,
    ("sgg_population", "2025"): 51_817_499,
    ("sgg_households", "2020"): 21_484_785,
    ("sgg_doctors", "2020"): 88_877,
}
# trillion won, ICT in 2020
ICT = {"seoul": 54.2, "gyeonggi": 19.7, "gwangju": 1.14, "jeju": 1.17}


def values(id_: str, period: str) -> pd.Series:
    return CATALOG.observations[id_]["value"].xs(period, level="period")


@pytest.mark.parametrize("id_", IDS)
def test_every_unit_reports_in_every_year(id_: str) -> None:
    frame = CATALOG.observations[id_]
    for period in CATALOG.periods_of(id_):
        assert tuple(frame.xs(period, level="period").index) == KOREA.codes("sigungu", "229")
    assert frame["value"].notna().all() and (frame["value"] > 0).all()


@pytest.mark.parametrize(("id_", "period"), SUMS)
def test_the_units_add_up(id_: str, period: str) -> None:
    assert values(id_, period).sum() == SUMS[id_, period]


@pytest.mark.parametrize("code", ICT)
def test_the_units_of_a_region_add_up(code: str) -> None:
    units = [region.code for region in KOREA.children(code, "sigungu")]
    whole = (
        values("sgg_ict_value_added", "2020")[units].sum() * CATALOG.indicator("sgg_ict_value_added").scale
    )
    assert whole / 1e12 == pytest.approx(ICT[code], abs=0.05 if ICT[code] > 2 else 0.005)


@pytest.mark.parametrize("id_", IDS)
def test_what_the_figures_mean_is_said_for_both_levels(id_: str) -> None:
    indicator = CATALOG.indicator(id_)
    assert indicator.levels == ("sigungu", "sido") and indicator.aggregation == "sum"
    assert len(indicator.short.ko) <= 12 and indicator.meaning.en and indicator.caution


def test_the_first_census_of_establishments_from_records_is_another_series() -> None:
    series = CATALOG.observations["sgg_establishments"]["series"]
    assert set(series.xs("2015", level="period")) == {"before-2020"}
    assert set(series.xs("2020", level="period")) == {"from-2020"}
    assert [each.at for each in CATALOG.indicator("sgg_establishments").breaks] == ["2020"]


def test_gunwi_says_where_it_lay_and_lies_where_it_is() -> None:
    frame = CATALOG.observations["sgg_population"]
    assert "경북" in frame.at[("sgg-37310", "2020"), "note_ko"]
    assert frame.at[("sgg-37310", "2025"), "note_ko"] == ""
    assert frame.at[("sgg-37310", "2020"), "value"] == 22_096


# How the rows are made, on a small invented table.


def published(*rows: tuple) -> pd.DataFrame:
    """Rows of (year, adm2_code, adm3_code, value) of one table."""
    frame = pd.DataFrame(rows, columns=["year", "adm2_code", "adm3_code", "value"])
    return frame.assign(type="medicine", class1="doctors", class2="total")


def doctors(*extra: tuple, without: tuple[int, ...] = ()) -> list[dict]:
    """The rows made of a table in which every unit reports 10 under its own code, but for some."""
    own = [int(code[4:]) for code in KOREA.codes("sigungu", "229")]
    rows = [(2020, code, None, 10.0) for code in own if code not in without]
    return import_sgg.rows(published(*rows, *extra), import_sgg.PUBLISHED["sgg_doctors"], KOREA)


def only(rows: list[dict], code: str) -> dict:
    return next(row for row in rows if row["region"] == code)


def test_a_city_with_a_figure_of_its_own_keeps_it() -> None:
    row = only(doctors((2020, 31011, None, 4.0), (2020, 31012, None, 6.0)), "sgg-31010")
    assert (row["value"], row["derived"]) == ("10", "") and "adm2_code 31010" in row["where"]


@pytest.mark.parametrize("own", [(), ((2020, 31010, None, 0.0),)], ids=["absent", "zero"])
def test_a_city_without_one_is_the_sum_of_its_districts_and_says_so(own: tuple) -> None:
    row = only(
        doctors(*own, (2020, 31011, None, 4.0), (2020, 31012, None, 7.0), without=(31010,)), "sgg-31010"
    )
    assert (row["value"], row["derived"]) == ("11", "31011 + 31012")
    assert "31011·31012" in row["where"] and " | " in row["where"] and ";" not in row["where"]


def test_a_year_that_leaves_a_unit_out_is_left_out() -> None:
    assert doctors(without=(11010,)) == []


def test_a_year_with_a_code_of_no_unit_is_left_out() -> None:
    assert doctors((2020, 34320, None, 1.0)) == []


def test_a_unit_is_found_under_its_former_and_later_codes() -> None:
    rows = doctors((2020, 23030, None, 3.0), (2020, 22520, None, 5.0), without=(23090, 37310))
    assert only(rows, "sgg-23090")["value"] == "3"
    assert only(rows, "sgg-37310")["value"] == "5" and only(rows, "sgg-37310")["note_ko"] == ""


def test_rows_have_the_columns_of_observations() -> None:
    assert all(tuple(row) == tables.OBSERVATIONS.columns for row in doctors())
