"""A target is judged by the growth reached over the growth needed, and only where that can be known."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from datasets import catalog, pace, targets
from datasets.bases import NATION
from tests import examples

CATALOG = catalog.load()
TODAY = date(2022, 6, 30)
DOUBLING = dict(
    baseline=100.0, baseline_period="2018", target=200.0, target_period="2022", status="target", confidence="high",
    same_survey="yes",
)  # fmt: skip
RANK = DOUBLING | dict(baseline=30.0, baseline_period="2019", target=10.0, target_period="2030")
EXAMPLE = dict(
    id="doubling", indicator="firms", owner="alpha", region="kr", unit_ko="개", unit_en="firms", baseline=100,
    baseline_period="2018", target=200, target_period="2030", nature="stock", status="target", same_survey="yes",
    confidence="high",
)  # fmt: skip


def figures(series: str = "", confidence: str = "high", **values: float) -> pd.DataFrame:
    """Figures by period: ``figures(y2020=120)`` or, with months, ``figures(y2020_06=120)``."""
    rows = [dict(value=value, series=series, confidence=confidence) for value in values.values()]
    return pd.DataFrame(rows, index=[name[1:].replace("_", "-") for name in values])


def judged(target: dict, measured: pd.DataFrame | None) -> pace.Pace:
    return pace.judge(target, measured, TODAY)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (141.5, "on_track"),
        (130, "moderate"),
        (121, "weak"),
        (100, "weak"),
        (95, "away"),
        (200, "met"),
        (250, "met"),
    ],
)
def test_a_doubling_in_four_years_is_judged_by_its_half(value: float, status: str) -> None:
    """Needed are 18.9 % a year; after two years 141.5 is 19.0 %, 130 is 14.0 % (0.74 of it), 121 is 10.0 % (0.53)."""
    assert judged(DOUBLING, figures(y2020=value)).status == status


def test_the_growth_reached_and_needed_are_compound() -> None:
    assert judged(DOUBLING, figures(y2020=121)).reached == pytest.approx(0.10)
    assert pace.needed(DOUBLING, "2022") == pytest.approx(0.1892, abs=0.0001)


@pytest.mark.parametrize(
    ("share", "status"), [(0.951, "on_track"), (0.949, "moderate"), (0.601, "moderate"), (0.599, "weak")]
)
def test_the_thresholds_are_those_of_open_sdg(share: float, status: str) -> None:
    needed = pace.needed(DOUBLING, "2022")
    assert needed is not None
    value = 100 * (1 + share * needed) ** 2
    assert judged(DOUBLING, figures(y2020=value)).status == status


@pytest.mark.parametrize(
    ("value", "status"), [(20, "moderate"), (18, "on_track"), (35, "away"), (10, "met"), (4, "met")]
)
def test_a_rank_that_falls_is_progress(value: float, status: str) -> None:
    """Needed are −9.5 % a year; after five years 20 is −7.8 % (0.82 of it), 18 is −9.7 %."""
    assert judged(RANK, figures(y2024=value)).status == status


def test_a_target_not_reached_by_its_date_is_missed_however_near() -> None:
    assert judged(DOUBLING, figures(y2021=180, y2022=199)).status == "missed"


def test_no_pace_can_meet_a_date_that_has_gone_by_unmeasured() -> None:
    after = date(2023, 1, 1)
    assert pace.judge(DOUBLING, figures(y2020=150), after).reasons == ("end_unmeasured",)
    assert pace.judge(DOUBLING, figures(y2020=200), after).status == "met"
    assert pace.judge(DOUBLING, figures(y2022=150), after).status == "missed"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (dict(baseline=float("nan")), "no_baseline"),
        (dict(baseline_period=""), "no_baseline"),
        (dict(target=float("nan")), "no_target"),
        (dict(target_period=""), "no_year"),
        (dict(same_survey="no"), "other_survey"),
        (dict(same_survey=""), "unknown_survey"),
        (dict(confidence="low"), "low_confidence"),
        (dict(status="draft"), "draft"),
        (dict(status="planned"), "plan"),
        (dict(status="private"), "plan"),
        (dict(baseline_period="2028", target_period="2030"), "baseline_ahead"),
        (dict(baseline=-100.0), "no_growth"),
    ],
)
def test_what_a_judgement_needs_and_is_missing_is_told(given: dict, reason: str) -> None:
    found = judged(DOUBLING | given, figures(y2020=120))
    assert found.status == "unjudged" and reason in found.reasons


@pytest.mark.parametrize("measured", [None, figures(y2018=100), figures(y2016=150), figures(y2018_06=150)])
def test_a_figure_not_later_than_the_baseline_is_no_progress(measured: pd.DataFrame | None) -> None:
    assert judged(DOUBLING, measured) == pace.Pace("unjudged", ("no_figure",))


def test_half_a_year_is_too_short_to_speak_of_growth_a_year() -> None:
    assert judged(DOUBLING, figures(y2019_06=120)).reasons == ("too_soon",)
    assert judged(DOUBLING, figures(y2019=120)).status == "on_track"


def test_a_figure_of_low_confidence_is_never_judged_by() -> None:
    assert judged(DOUBLING, figures(confidence="low", y2020=200)).reasons == ("no_figure",)


def test_a_series_that_breaks_after_the_baseline_is_not_joined() -> None:
    old, new = figures("old", y2018=100, y2019=120), figures("new", y2020=190, y2021=195)
    assert judged(DOUBLING, pd.concat([old.iloc[:1], new])).reasons == ("broken_series",)
    continued = pace.latest(DOUBLING, pd.concat([old, new]))
    assert continued is not None and (continued.role, continued.period) == ("same", "2019")


def test_a_plan_has_no_other_reason_than_being_one() -> None:
    assert judged(DOUBLING | dict(status="planned", target_period=""), None).reasons == ("plan",)


def test_the_way_to_the_end_of_2030_is_eight_years_and_a_half_from_june_2022() -> None:
    target = DOUBLING | dict(baseline=1.0, baseline_period="2022-06", target=30.0)
    assert pace.needed(target, "2030") == pytest.approx(30 ** (1 / 8.5) - 1)


def test_growth_needs_time_and_values_above_zero() -> None:
    assert pace.growth(1, 2, 0) is pace.growth(0, 2, 1) is pace.growth(1, -2, 1) is None


@pytest.fixture(scope="module")
def measured_again(tmp_path_factory: pytest.TempPathFactory) -> catalog.Catalog:
    """A target measured again, the same with another survey, and one without a date."""
    folder = examples.write_folder(tmp_path_factory.mktemp("pace"))
    examples.write_indicator(
        folder, "firms", {("kr", "2018"): 100.0, ("kr", "2024"): 130.0, ("seoul", "2025"): 199.0}
    )
    examples.write_records(folder, "organisations", dict(id="alpha", kind="ministry"))
    rows = (
        EXAMPLE,
        EXAMPLE | dict(id="other", same_survey="no"),
        EXAMPLE | dict(id="undated", target_period=""),
    )
    examples.write_records(folder, "targets", *rows)
    return catalog.load(folder)


def test_records_carry_the_judgement_and_what_it_rests_on(measured_again: catalog.Catalog) -> None:
    row = measured_again.records("targets", ids=["doubling"]).frame.iloc[0]
    assert (row["pace"], row["latest"], row["latest_period"], row["past"]) == ("moderate", 130, "2024", "")
    assert (row["latest_source"], row["latest_where"], row["due"]) == ("example", "table 1", "2030")
    assert row["reached"] == pytest.approx(1.3 ** (1 / 6) - 1)
    assert row["needed"] == pytest.approx(2 ** (1 / 12) - 1)


def test_figures_of_another_survey_are_told_and_not_judged(measured_again: catalog.Catalog) -> None:
    row = measured_again.records("targets", ids=["other"]).frame.iloc[0]
    assert (row["pace"], row["latest"], row["latest_role"]) == ("unjudged", 130, "other")


def test_a_chosen_year_tells_the_growth_needed_and_judges_nothing(measured_again: catalog.Catalog) -> None:
    frame = measured_again.records("targets", year="2028").frame.set_index("id")
    assert frame["due"].tolist() == ["2030", "", "2028"]
    assert frame.loc["undated", "needed"] == pytest.approx(2 ** (1 / 10) - 1)
    assert (frame.loc["undated", "pace"], frame.loc["undated", "pace_reason"]) == ("unjudged", "no_year")
    assert measured_again.records("targets").frame["due"].tolist() == ["2030", "", ""]


COMMITTED = CATALOG.records("targets", year="2030")
JUDGED = COMMITTED.frame[COMMITTED.frame["pace"] != "unjudged"]


def test_no_committed_target_is_judged_without_baseline_year_and_the_same_survey() -> None:
    assert len(JUDGED) <= 21
    known = JUDGED[["baseline_period", "target_period", "latest_period", "latest_source"]] != ""
    assert (
        known.all(axis=None)
        and (JUDGED["same_survey"] == "yes").all()
        and (JUDGED["latest_role"] == "same").all()
    )
    assert (JUDGED["status"] == "target").all() and (JUDGED["confidence"] != "low").all()


def test_every_committed_target_that_is_not_judged_says_why() -> None:
    left = COMMITTED.frame[COMMITTED.frame["pace"] == "unjudged"]
    assert (left["pace_reason"] != "").all()
    assert set(";".join(left["pace_reason"]).split(";")) <= set(pace.REASONS)


def test_thirty_per_cent_of_firms_has_no_date_and_asks_for_half_as_much_again_each_year() -> None:
    row = COMMITTED.frame.set_index("id").loc["firms-using-ai-30"]
    assert row["pace_reason"].split(";")[0] == "no_year" and row["latest_role"] == "baseline"
    assert (row["needed"], row["due"]) == (pytest.approx(0.492, abs=0.001), "2030")


def test_the_nations_targets_come_first_and_those_of_an_owner_together() -> None:
    frame = COMMITTED.frame
    regions = list(dict.fromkeys(frame["region"]))
    official = [
        region.code for region in CATALOG.regions.rows if region.code in regions and region.code != NATION
    ]
    assert regions == [NATION, *official]
    changes = (frame["owner"] + frame["region"]).ne((frame["owner"] + frame["region"]).shift()).sum()
    assert changes == len(frame[["owner", "region"]].drop_duplicates())


def test_a_date_that_has_passed_is_said() -> None:
    past = COMMITTED.frame.set_index("id")["past"]
    assert past["smart-factories-cumulative"] == "yes" and past["ai-smart-factories"] == ""


def test_a_tally_counts_every_target_once() -> None:
    counted = targets.tally(CATALOG.records("targets", status="target"))
    fallen = sum(n for step in counted.steps for n in step.fallen.values())
    assert fallen + sum(counted.judged.values()) == counted.total > 40
    assert counted.steps[-1].left == sum(counted.judged.values())


def test_a_tally_tells_how_what_is_judged_is_judged(measured_again: catalog.Catalog) -> None:
    counted = targets.tally(measured_again.records("targets"))
    assert counted.judged == {"moderate": 1} and counted.total == 3
