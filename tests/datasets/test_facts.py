"""What the four documents say, at which line, and with which qualifier."""

from __future__ import annotations

import pytest

from datasets import catalog, checks, terms

CATALOG = catalog.load()
FORUM, MINISTERS = "gwangju-forum-2025", "science-ministers-2025"
INDUSTRY, FOUNDATION = "industrial-ai-2023", "seoul-ai-foundation-2025"


def row(table: str, id_: str):
    frame = CATALOG.tables[table].set_index("id")
    return frame.loc[id_]


def quantities(source: str, line: str):
    """The numbers that a line of a document gives."""
    frame = CATALOG.tables["quantities"]
    at = frame["where"].map(lambda where: line in where.split(";"))
    return frame[(frame["source"] == source) & at]


def test_the_committed_data_have_no_problem() -> None:
    assert checks.problems_of(CATALOG) == []


def test_every_fact_names_its_document_and_its_place_there() -> None:
    facts = CATALOG.facts
    assert (facts["source"] != "").all() and (facts["where"] != "").all()
    numbered = facts["source"].map(lambda id_: bool(CATALOG.sources[id_].file))
    assert facts.loc[numbered, "where"].str.fullmatch(r"L\d+(;L\d+)*").all() and numbered.sum() > 600


@pytest.mark.parametrize(
    ("source", "least"), [(FORUM, 60), (MINISTERS, 200), (INDUSTRY, 90), (FOUNDATION, 60)]
)
def test_every_document_is_read_completely(source: str, least: int) -> None:
    assert (CATALOG.facts["source"] == source).sum() >= least


def test_every_fact_has_a_korean_and_an_english_form() -> None:
    for name, frame in CATALOG.tables.items():
        assert (frame["ko"] != "").all() and (frame["en"] != "").all(), name
        assert not frame["en"].str.contains("[가-힣]").any(), name
        assert frame["en_by"].isin(["official", "ours"]).all(), name


def test_gwangju_signed_272_agreements_to_attract_ai_firms() -> None:
    view = CATALOG.view("ai_firm_mous", period=CATALOG.indicator("ai_firm_mous").headline_period)
    gwangju = view.latest.loc["gwangju"]
    assert (gwangju["value"], view.period, gwangju["source"], gwangju["where"]) == (
        272,
        "2025-03-28",
        FORUM,
        "L11",
    )
    assert "협약" in view.indicator.title.ko and "agreement" in view.indicator.title.en.lower()
    assert view.indicator.caution


def test_gwangju_has_77_kinds_of_test_equipment_not_units() -> None:
    view = CATALOG.view("ai_test_equipment_kinds")
    assert (view.latest.loc["gwangju", "value"], view.indicator.unit.ko) == (77, "종")


def test_2023_belongs_to_the_data_centre() -> None:
    assert row("events", "gwangju-data-centre-opened")["date"] == "2023"
    assert CATALOG.view("ai_test_equipment_kinds").period != "2023"


def test_one_percent_to_thirty_has_no_target_year() -> None:
    target = row("targets", "firms-using-ai-30")
    assert (target["baseline"], target["target"], target["target_period"]) == (1, 30, "")
    assert (target["source"], target["where"], target["baseline_qualifier"]) == (INDUSTRY, "L79", "about")


def test_the_survey_of_june_2022_belongs_to_the_one_percent() -> None:
    target = row("targets", "firms-using-ai-30")
    assert target["baseline_period"] == "2022-06" and "실태조사" in target["baseline_survey_ko"]
    assert row("targets", "ai-suppliers-100")["baseline_survey_ko"] == ""


def test_at_least_a_hundred_ai_suppliers_are_to_be_raised() -> None:
    target = row("targets", "ai-suppliers-100")
    assert (target["target"], target["target_qualifier"]) == (100, "at_least")


def test_the_ai_gifted_school_is_planned_for_2027() -> None:
    assert row("events", "gwangju-gifted-school-opens")[["date", "status"]].tolist() == ["2027", "planned"]


def test_seouls_seven_strategies_are_counted_but_not_named() -> None:
    plan = CATALOG.records("strategies", ids=["ai-seoul-2025"])
    assert plan.unnamed["ai-seoul-2025"] == 7
    assert row("strategies", "ai-seoul-2025")[["owner", "start"]].tolist() == ["seoul-city", "2025-02"]


def test_the_foundations_five_strategies_are_named_and_are_not_the_citys_seven() -> None:
    plan = CATALOG.records("strategies", ids=["saif-grand-strategies"])
    named = plan.frame[
        (plan.frame["parent"] == "saif-grand-strategies") & (plan.frame["level"] == "strategy")
    ]
    assert named["ko"].tolist() == ["Urban AI", "Physical AI", "Public AI", "Ethical AI", "AI-X"]
    assert plan.unnamed["saif-grand-strategies"] == 0
    assert row("strategies", "saif-grand-strategies")["owner"] == "seoul-ai-foundation"


def test_the_foundation_was_renamed_in_2025_and_founded_in_2016() -> None:
    assert row("events", "saif-founded")["date"] == "2016"
    assert row("organisations", "seoul-ai-foundation")["renamed_from_ko"] == "서울디지털재단"


def test_defence_ax_has_three_foundations_and_seven_projects_as_three_two_and_two() -> None:
    plan = CATALOG.records("strategies", ids=["defence-ax-strategy"])
    projects = plan.frame[plan.frame["level"] == "project"].groupby("parent").size()
    assert sorted(projects, reverse=True) == [3, 2, 2]
    assert (plan.frame["parent"] == "defence-foundations").sum() == 3
    assert set(plan.unnamed.values()) == {0}


def test_ten_livelihood_projects_of_which_four_are_named() -> None:
    plan = CATALOG.records("strategies", ids=["ai-livelihood-10"])
    assert plan.unnamed["ai-livelihood-10"] == 6


def test_science_and_ai_has_four_strategies_twelve_tasks_and_six_fields() -> None:
    plan = CATALOG.records("strategies", ids=["st-ai-national-strategy"])
    assert (plan.frame["parent"] == "st-ai-national-strategy").sum() >= 4
    assert plan.unnamed["st-ai-national-strategy"] == 0 and plan.unnamed["st-foundation-models"] == 0
    assert {4, 12, 6} <= set(CATALOG.records("quantities", source=MINISTERS).frame["value"])


def test_the_sme_plan_has_four_strategies() -> None:
    plan = CATALOG.records("strategies", ids=["sme-ai-plan"])
    assert (plan.frame.query("parent == 'sme-ai-plan'")["level"] == "strategy").sum() == 4


@pytest.mark.parametrize(
    ("plan", "decision"),
    [
        ("ai-livelihood-10", "discussed"),
        ("defence-ax-strategy", "discussed"),
        ("manufacturing-ax-direction", "deliberated_resolved"),
        ("st-ai-national-strategy", "unstated"),
        ("sme-ai-plan", "deliberated_resolved"),
    ],
)
def test_an_agenda_item_keeps_what_was_done_with_it(plan: str, decision: str) -> None:
    agenda = CATALOG.tables["agenda"]
    assert agenda.loc[agenda["strategy"] == plan, "decision"].tolist() == [decision]


def test_the_ministers_had_ten_items_on_their_agenda() -> None:
    agenda = CATALOG.tables["agenda"]
    assert (agenda["source"] == MINISTERS).sum() == 10


@pytest.mark.parametrize(
    ("source", "line", "value", "qualifier"),
    [
        (FORUM, "L8", 100, "about"),
        (FORUM, "L10", 77, "exact"),
        (FORUM, "L11", 272, "exact"),
        (FORUM, "L17", 18, "exact"),
        (MINISTERS, "L5", 20, "exact"),
        (MINISTERS, "L9", 10, "exact"),
        (MINISTERS, "L23", 1000, "about"),
        (MINISTERS, "L27", 12, "exact"),
        (MINISTERS, "L37", 5, "exact"),
        (MINISTERS, "L38", 0, "exact"),
        (INDUSTRY, "L79", 1, "about"),
        (INDUSTRY, "L79", 30, "about"),
        (INDUSTRY, "L79", 100, "at_least"),
        (INDUSTRY, "L85", 500, "exact"),
        (INDUSTRY, "L85", 400, "exact"),
        (INDUSTRY, "L88", 4000, "exact"),
        (FOUNDATION, "L19", 7, "exact"),
        (FOUNDATION, "L21", 5, "exact"),
        (FOUNDATION, "L25", 300, "about"),
    ],
)
def test_a_number_stands_at_its_line_with_its_qualifier(source, line, value, qualifier) -> None:
    found = quantities(source, line)
    assert (value, qualifier) in set(zip(found["value"], found["qualifier"], strict=True))


def test_repeated_paragraphs_are_not_facts_again() -> None:
    """The first document repeats itself from line 18 on; the fourth ends in page furniture."""
    lines = {
        s: {int(w[1:]) for cell in f["where"] for w in cell.split(";")}
        for s, f in CATALOG.facts.groupby("source")
        if CATALOG.sources[s].file
    }
    assert max(lines[FORUM]) <= 18 and max(lines[FOUNDATION]) <= 31


def test_plans_and_targets_are_never_marked_as_results() -> None:
    for target in CATALOG.tables["targets"].itertuples():
        assert target.status in terms.TARGET_STATUSES
    trainees = CATALOG.view("ai_convergence_trainees").reference["ai_convergence_trainees"]
    assert set(trainees["status"].dropna()) == {"planned"}


def test_a_facility_stands_in_a_part_of_the_region_it_names() -> None:
    facilities = CATALOG.tables["facilities"]
    spots = facilities[facilities["spot"] != ""]
    assert len(spots) >= 4
    for facility in spots.itertuples():
        assert CATALOG.regions.region(facility.spot).parent == facility.region, facility.id
