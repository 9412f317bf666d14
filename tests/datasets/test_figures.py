"""What is made of figures: sums over mergers, groups and levels, weighted means, quotients, and what is left empty."""

from __future__ import annotations

import math

import pytest

from datasets import catalog
from tests import examples
from tests.examples import SEVENTEEN

CATALOG = catalog.load()


def made(folder, id_: str = "made", values=None, **options):
    values = values or {(code, "2024"): float(n + 1) for n, code in enumerate(SEVENTEEN)}
    examples.write_indicator(folder, id_, values, **options)
    return catalog.load(folder)


@pytest.fixture
def folder(tmp_path):
    return examples.write_folder(tmp_path)


def value(view, code: str) -> float:
    rows = view.frame if code in view.frame.index.get_level_values("region") else view.reference
    return rows.loc[(code, view.period), (view.indicator.id, "value")]


def test_a_group_is_the_sum_of_its_regions_when_all_report(folder) -> None:
    view = made(folder).view("made")
    assert value(view, "capital") == 1 + 4 + 9 and value(view, "kr") == sum(range(1, 18))
    row = view.reference.loc[("capital", "2024"), "made"]
    assert row["derived"] == "seoul + incheon + gyeonggi"


def test_a_group_of_which_one_region_is_silent_has_no_sum(folder) -> None:
    values = {(code, "2024"): 1.0 for code in SEVENTEEN if code != "incheon"}
    view = made(folder, values=values).view("made")
    assert ("capital", "2024") not in view.reference.index and value(view, "southeast") == 3


def test_shares_are_never_added(folder) -> None:
    view = made(folder, aggregation="none").view("made")
    assert view.reference.empty


def test_a_published_total_is_kept_and_not_replaced_by_ours(folder) -> None:
    values = {(code, "2024"): 1.0 for code in SEVENTEEN} | {("kr", "2024"): 17.4}
    row = made(folder, values=values).view("made").reference.loc[("kr", "2024"), "made"]
    assert row["value"] == 17.4 and row["derived"] == ""


def test_a_mean_is_weighted_by_the_indicator_it_names(folder) -> None:
    people = {("gwangju", "2024"): 100.0, ("jeonnam", "2024"): 300.0}
    made(folder, "people", people)
    rates = {("gwangju", "2024"): 10.0, ("jeonnam", "2024"): 20.0}
    merged = (
        made(folder, "rate", rates, aggregation="mean:people")
        .view("rate", basis="16")
        .latest.loc["jeonnam-gwangju"]
    )
    assert merged["value"] == pytest.approx(17.5) and "people" in merged["derived"]


def test_a_mean_without_its_weight_stays_before_the_merger(folder) -> None:
    made(folder, "people", {("gwangju", "2024"): 100.0})
    rates = {("gwangju", "2024"): 10.0, ("jeonnam", "2024"): 20.0}
    merged = (
        made(folder, "rate", rates, aggregation="mean:people")
        .view("rate", basis="16")
        .latest.loc["jeonnam-gwangju"]
    )
    assert math.isnan(merged["value"]) and merged["derived"] == "gwangju=10;jeonnam=20"


def test_a_figure_of_low_confidence_is_named_and_never_shown(folder) -> None:
    values = {(code, "2024"): 1.0 for code in SEVENTEEN}
    view = made(folder, values=values, low=["seoul"]).view("made")
    low = view.latest.loc["seoul"]
    assert math.isnan(low["value"]) and (low["missing_reason"], low["derived"]) == (
        "low_confidence",
        "seoul=1",
    )
    assert view.reach.k == 16 and "kr" not in view.reference.index.get_level_values("region")


def test_documents_of_all_parts_stand_behind_a_sum(folder) -> None:
    assert [s.id for s in made(folder).view("made").sources] == ["example"]
    view = CATALOG.view("resident_population", basis="16", period="2025-12")
    assert view.latest.loc["jeonnam-gwangju", "source"] == view.latest.loc["seoul", "source"]


# ---- the merger in the committed data


def test_the_2026_population_is_native_on_sixteen() -> None:
    view = CATALOG.view("resident_population", period="2026-07")
    assert (view.basis.id, view.reach.k, view.reach.n) == ("16", 16, 16)
    assert view.latest.loc["jeonnam-gwangju", "derived"] == ""


def test_on_seventeen_the_2026_population_of_the_merged_is_never_split() -> None:
    view = CATALOG.view("resident_population", basis="17", period="2026-07")
    reasons = view.latest.loc[["gwangju", "jeonnam"], "missing_reason"]
    assert view.reach.k == 15 and set(reasons) == {"after_merger"}
    assert view.latest.loc["gwangju", "derived"].startswith("jeonnam-gwangju=")


def test_the_2025_population_of_the_merged_is_the_sum_of_both() -> None:
    seventeen = CATALOG.view("resident_population", basis="17", period="2025-12").latest["value"]
    sixteen = CATALOG.view("resident_population", basis="16", period="2025-12").latest["value"]
    assert sixteen["jeonnam-gwangju"] == seventeen["gwangju"] + seventeen["jeonnam"]
    assert sixteen.sum() == seventeen.sum()


def test_the_272_agreements_of_one_half_are_not_those_of_the_merged_region() -> None:
    merged = CATALOG.view("ai_firm_mous", basis="16", period="2025-03-28").latest.loc["jeonnam-gwangju"]
    assert math.isnan(merged["value"]) and merged["missing_reason"] == "before_merger"
    assert merged["derived"] == "gwangju=272"


def test_the_agreements_break_where_semiconductor_firms_are_counted() -> None:
    series = CATALOG.observations["ai_firm_mous"]
    before = series[series["series"] == "ai-firms"]["value"].tolist()
    after = series[series["series"] == "with-semiconductor"]["value"].tolist()
    assert (before, after) == ([50, 95, 99, 213, 244, 252, 254, 272, 279], [320, 361])


def test_adoption_before_and_after_2022_are_two_series() -> None:
    series = CATALOG.observations["firms_using_ai_it_survey"].droplevel("region")
    old, new = (series[series["series"] == name]["value"] for name in ("to-2021", "from-2022"))
    assert old.max() <= 2.7 and new.min() >= 28 and max(old.index) == "2021" and min(new.index) == "2022"


@pytest.mark.parametrize(
    "id_", ["grdp_2023", "ict_value_added", "manufacturing_value_added", "professional_services_value_added"]
)
def test_regional_accounts_of_2023_add_up_to_the_nation(id_: str) -> None:
    rows = CATALOG.observations[id_]["value"].droplevel("period")
    assert rows.drop("kr").sum() == pytest.approx(rows["kr"], abs=9)


def test_the_employed_of_2023_add_up_to_the_nation() -> None:
    rows = CATALOG.observations["employed_persons"]["value"].droplevel("period")
    assert rows.drop("kr").sum() == pytest.approx(28416.3, abs=0.9) and rows["kr"] == 28416.3


# ---- quotients


def test_a_quotient_names_both_figures_and_both_documents() -> None:
    view = CATALOG.view("ict_value_added", per="grdp")
    seoul = view.latest.loc["seoul"]
    value, total = (
        CATALOG.view(id_).latest.loc["seoul", "value"] for id_ in ("ict_value_added", "grdp_2023")
    )
    assert seoul["value"] == pytest.approx(value / total * 100)
    assert "÷" in seoul["derived"] and len(seoul["where"].split(";")) == 2
    assert view.indicator.unit.ko == "%" and "GRDP" in view.indicator.title.ko
    assert view.divisor is not None and view.divisor.taken == {"2023": "2023"}


def test_the_nation_is_divided_too() -> None:
    assert CATALOG.view("ict_value_added", per="grdp").national() == pytest.approx(4.5, abs=0.1)


def test_a_quotient_of_the_merged_region_is_the_sum_over_the_sum() -> None:
    view = CATALOG.view("ict_value_added", per="grdp", basis="16")
    parts = [
        CATALOG.view(id_, basis="16").latest.loc["jeonnam-gwangju", "value"]
        for id_ in ("ict_value_added", "grdp_2023")
    ]
    assert view.latest.loc["jeonnam-gwangju", "value"] == pytest.approx(parts[0] / parts[1] * 100)


def test_the_nearest_period_of_the_denominator_in_which_most_regions_report_is_taken() -> None:
    view = CATALOG.view("rnd_personnel", per="population")
    assert view.divisor is not None and view.divisor.taken == {"2020": "2025-12"}
    people = CATALOG.view("resident_population", period="2025-12").latest["value"]
    staff = CATALOG.view("rnd_personnel").latest["value"]
    assert view.latest.loc["daejeon", "value"] == pytest.approx(staff["daejeon"] / people["daejeon"] * 1e5)


def test_what_may_not_be_divided_stays_as_it_is() -> None:
    view = CATALOG.view(["first_ai_ordinance"], per="population")
    assert view.indicator == CATALOG.indicator("first_ai_ordinance")


WAY = '[way]\nindicators = ["people"]\nper = 100\nunit = { ko = "당", en = "per" }\nshort = { ko = "당", en = "per" }\n'


@pytest.mark.parametrize(("whole", "expected"), [("false", 0.05), ("true", 50)])
def test_a_quotient_keeps_its_unit_and_a_share_counts_like_by_like(
    folder, whole: str, expected: float
) -> None:
    """2 (천명) of 4,000 people: 0.05 (천명) for every 100 people, which is 50 %."""
    (folder / "denominators.toml").write_text(WAY + f"whole = {whole}\n", encoding="utf-8")
    made(folder, "people", {("seoul", "2024"): 4000.0})
    path = examples.write_indicator(folder, "thousands", {("seoul", "2024"): 2.0})
    path.write_text(
        'scale = 1000\ndenominators = ["way"]\n' + path.read_text(encoding="utf-8"), encoding="utf-8"
    )
    view = catalog.load(folder).view("thousands", per="way")
    assert view.latest.loc["seoul", "value"] == pytest.approx(expected)


@pytest.mark.parametrize("id_", sorted(i for i in CATALOG.indicators if CATALOG.indicator(i).denominators))
def test_every_offered_division_divides(id_: str) -> None:
    for way in CATALOG.figures.ways(id_, CATALOG.indicator(id_).levels[0]):
        view = CATALOG.view(id_, level=CATALOG.indicator(id_).levels[0], per=way)
        plain = CATALOG.view(id_, level=CATALOG.indicator(id_).levels[0])
        assert view.indicator.title != plain.indicator.title
        assert view.reach.k <= plain.reach.k and (view.reach.k > 0 or plain.reach.k == 0)


# ---- the basis of the data, the period shown


def test_dates_of_seventeen_regions_open_on_seventeen_though_collected_later() -> None:
    assert CATALOG.view("first_ai_ordinance").basis.id == "17"


def test_a_map_does_not_turn_empty_when_only_the_nation_has_a_newer_figure() -> None:
    view = CATALOG.view("rnd_expenditure")
    assert (view.period, view.reach.k) == ("2021", 8)


def test_regions_that_define_a_figure_differently_are_never_ranked() -> None:
    for indicator in CATALOG.indicators.values():
        if indicator.incomparable and indicator.kind == "number":
            view = CATALOG.view(indicator.id)
            assert not view.reach.may_rank and view.latest["rank"].isna().all(), indicator.id


def test_where_less_is_better_the_smallest_comes_first(folder) -> None:
    made(folder)
    path = folder / "indicators/industry/made.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"more"', '"less"'), encoding="utf-8")
    view = catalog.load(folder).view("made")
    assert view.latest.loc["seoul", "rank"] == 1 and view.ranking.index[0] == "seoul"


@pytest.mark.parametrize("id_", sorted(CATALOG.indicators))
def test_every_indicator_gives_a_view_on_every_basis_of_its_levels(id_: str) -> None:
    for level in CATALOG.indicator(id_).levels:
        for basis in CATALOG.regions.bases(level):
            view = CATALOG.view(id_, level=level, basis=basis.id)
            assert len(view.latest) == len(CATALOG.regions.of(level, basis.id))
            assert view.reach.k + len(view.missing) == view.reach.n
