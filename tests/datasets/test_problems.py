"""A fault of the data is one line that names place, fault and repair; everything else goes on working."""

from __future__ import annotations

import pytest

from datasets import catalog, checks
from tests import examples


def faults(folder) -> list[str]:
    return [str(p) for p in checks.problems_of(catalog.load(folder)) if p.key != "unused-source"]


@pytest.fixture
def folder(tmp_path):
    examples.full(tmp_path)
    return tmp_path


def append(path, line: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


CSV = "indicators/industry/ict_share.csv"
TOML = "indicators/industry/ict_share.toml"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("atlantis,2023,1,actual,exact,example,p. 1,,,,,,", "region code atlantis is unknown"),
        ("seoul,2021,1,actual,exact,nowhere,p. 1,,,,,,", "document nowhere is not in sources.toml"),
        ("seoul,2023,1,actual,exact,example,p. 1,,,,,,", "seoul 2023 stands twice"),
        ("seoul,2021,99999999,actual,exact,example,p. 1,,,,,,", "lies outside"),
        ("seoul,last year,1,actual,exact,example,p. 1,,,,,,", "which is no date"),
        ("seoul,2021,many,actual,exact,example,p. 1,,,,,,", "not a number"),
        ("seoul,2021,nan,actual,exact,example,p. 1,,,,,,", "not a number"),
        ("seoul,2021,1,guessed,exact,example,p. 1,,,,,,", "none of: actual"),
        ("seoul,2021,1,actual,exact,,p. 1,,,,,,", "source is empty"),
        ("seoul,2021,,actual,exact,example,p. 1,,,,,,", "value / missing_reason is empty"),
    ],
)
def test_a_faulty_row_is_named_and_left_out(folder, line: str, says: str) -> None:
    append(folder / CSV, line)
    found = faults(folder)
    assert len(found) == 1 and says in found[0] and "ict_share.csv" in found[0] and found[0].count(" · ") == 2
    assert catalog.load(folder).view("ict_share").reach.k == 17


def test_a_broken_indicator_leaves_the_others_alone(folder) -> None:
    examples.write_indicator(folder, "other_share", {("seoul", "2023"): 1.0})
    (folder / TOML).write_text("id = [", encoding="utf-8")
    loaded = catalog.load(folder)
    assert list(loaded.indicators) == ["other_share"]
    assert [p.key for p in loaded.problems] == ["unreadable-file"]


@pytest.mark.parametrize("field", ["title", "unit", "meaning", "pillar", "id"])
def test_an_indicator_without_a_meaning_is_refused_by_field(folder, field: str) -> None:
    lines = (folder / TOML).read_text(encoding="utf-8").splitlines()
    (folder / TOML).write_text("\n".join(x for x in lines if not x.startswith(field)), encoding="utf-8")
    assert any(field in found for found in faults(folder))


def test_a_missing_document_list_is_one_fault_and_not_a_crash(folder) -> None:
    (folder / "sources.toml").unlink()
    loaded = catalog.load(folder)
    assert "missing-file" in {p.key for p in loaded.problems}
    assert loaded.view("ict_share").reach.k == 0


def test_a_missing_table_is_one_fault(folder) -> None:
    (folder / "events.csv").unlink()
    assert [p.key for p in catalog.load(folder).problems] == ["missing-file"]


def test_a_table_in_another_encoding_is_one_fault(folder) -> None:
    (folder / "events.csv").write_bytes("id,ko\n1,광주".encode("cp949"))
    assert [p.key for p in catalog.load(folder).problems] == ["unreadable-file"]


def test_a_reference_to_nothing_is_named(folder) -> None:
    append(folder / "strategies.csv", "a,nobody,1,plan,,,,kr,industry,가,A,ours,,,,,example,p. 1,,")
    assert "points at nobody" in faults(folder)[0]


def test_naming_more_parts_than_declared_is_a_fault(folder) -> None:
    append(folder / "strategies.csv", "a,,1,plan,1,task,,kr,industry,가,A,ours,,,,,example,p. 1,,")
    for part in "bc":
        append(folder / "strategies.csv", f"{part},a,1,task,,,,kr,industry,가,A,ours,,,,,example,p. 1,,")
    assert "2 parts are named but only 1 are declared" in faults(folder)[0]


def test_a_document_nobody_cites_is_a_fault(tmp_path) -> None:
    examples.write_folder(tmp_path)
    assert [p.key for p in checks.problems_of(catalog.load(tmp_path))] == ["unused-source"]


def test_the_check_ends_with_one_when_there_is_a_fault(folder, capsys) -> None:
    assert checks.main(folder) == 0
    append(folder / CSV, "atlantis,2023,1,actual,exact,example,p. 1,,,,,,")
    assert checks.main(folder) == 1
    assert "atlantis" in capsys.readouterr().err


BREAK = '\n[[breaks]]\nat = "2023"\nko = "정의가 바뀜"\nen = "Redefined"\n'


def test_a_series_joined_across_a_marked_break_is_named(folder) -> None:
    append(folder / TOML, BREAK)
    found = faults(folder)
    assert len(found) == 18 and all("marked break" in each and "2023" in each for each in found)
    assert catalog.load(folder).view("ict_share").period == "2022"


def test_series_that_end_at_the_break_are_sound(folder) -> None:
    values = {("seoul", "2022"): 1.0, ("seoul", "2023"): 2.0}
    examples.write_indicator(folder, "ict_share", values, series={"2022": "old", "2023": "new"})
    append(folder / TOML, BREAK)
    assert faults(folder) == []


def test_regions_that_do_not_meet_their_published_total_are_named(folder) -> None:
    values = {(code, "2023"): 1.0 for code in examples.SEVENTEEN} | {("kr", "2023"): 19.0}
    examples.write_indicator(folder, "counted", values)
    found = faults(folder)
    assert len(found) == 1 and "2023 add up to 17, the published total is 19" in found[0]


def test_a_total_that_differs_by_rounding_is_sound(folder) -> None:
    values = {(code, "2023"): 1.0 for code in examples.SEVENTEEN} | {("kr", "2023"): 17.8}
    examples.write_indicator(folder, "counted", values)
    assert faults(folder) == []


def test_an_unknown_denominator_or_weight_is_named(folder) -> None:
    text = (folder / TOML).read_text(encoding="utf-8").replace('"none"', '"mean:nothing"')
    (folder / TOML).write_text('denominators = ["nobody"]\n' + text, encoding="utf-8")
    assert sorted(word for each in faults(folder) for word in ("nobody", "nothing") if word in each) == [
        "nobody",
        "nothing",
    ]


@pytest.mark.parametrize("broken", ['region,period\n"seoul', "\xff\xfe", "a,b\n1,2,3\n"])
def test_a_file_of_figures_that_cannot_be_read_is_one_fault(folder, broken: str) -> None:
    (folder / CSV).write_bytes(broken.encode("latin-1"))
    assert len(faults(folder)) == 1 and "ict_share.csv" in faults(folder)[0]
    assert catalog.load(folder).view("ict_share").reach.k == 0
