"""A matrix counts who works on which field: once per field, once in the total, and nothing where there is nothing."""

import pytest

from components.charts.matrix import matrix
from components.theme import Look, Size
from datasets.texts import Text
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, spec, spots, texts, traces


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    return examples.planned(tmp_path_factory.mktemp("planned"))


def row(figure, name):
    """The figures of a row from left to right, its total last."""
    middle = next((s.top + s.bottom) / 2 for s in spots(figure) if s.text == name)
    cells = [s for s in spots(figure) if abs((s.top + s.bottom) / 2 - middle) < 4 and s.text.isdigit()]
    return [int(s.text) for s in sorted(cells, key=lambda s: s.left)]


def test_an_organisation_has_its_counts_and_a_total_of_records(catalog):
    figure = matrix(catalog.records("strategies"), Look())
    assert row(figure, "시험 부처 가") == [2, 1, 2]  # adoption, governance; two records in all


def test_names_are_those_of_the_organisations_and_not_their_ids(catalog):
    words = texts(matrix(catalog.records("strategies"), Look()))
    assert "시험 부처 <b>나</b> & 다" in words
    assert "beta" not in words


def test_rows_without_an_owner_come_last_and_are_named_so(catalog):
    names = [
        s.text
        for s in sorted(spots(matrix(catalog.records("strategies"), Look())), key=lambda s: s.top)
        if s.left < 1
    ]
    assert names[-1] == "소관 미표시"


def test_an_empty_cell_is_empty(catalog):
    figure = matrix(catalog.records("strategies"), Look())
    assert "0" not in {s.text for s in spots(figure)}
    discs = [s for s in spec(figure)["layout"]["shapes"] if s["type"] == "circle"]
    assert len(discs) == len(traces(figure, "records")[0]["customdata"]) == 5


def test_regions_stand_in_official_order(catalog):
    figure = matrix(catalog.records("strategies"), Look(), rows="region")
    names = [s.text for s in sorted(spots(figure), key=lambda s: s.top) if s.left < 1]
    assert names == ["전국", "서울", "광주"]


def test_a_mapping_of_names_overrides_those_of_the_records(catalog):
    figure = matrix(catalog.records("strategies"), Look("en"), names={"alpha": Text("갑", "First")})
    assert "First" in texts(figure)


def test_rows_that_do_not_fit_are_added_up_in_one_that_says_how_many(tmp_path):
    folder = examples.write_folder(tmp_path)
    bodies = [dict(id=f"body-{n}", kind="ministry") for n in range(30)]
    examples.write_records(folder, "organisations", *bodies)
    rows = [dict(id=f"s-{n}", level="plan", owner=f"body-{n}", pillars="talent") for n in range(30)]
    examples.write_records(folder, "strategies", *rows)
    figure = matrix(examples.catalog.load(folder).records("strategies"), Look(size=Size(640, 360)))
    shown = [s for s in spots(figure) if s.left < 1 and s.text.startswith("시험 body")]
    assert f"그 밖의 {30 - len(shown)}곳" in texts(figure)
    assert row(figure, f"그 밖의 {30 - len(shown)}곳") == [30 - len(shown)] * 2


@pytest.mark.parametrize("rows", ["owner", "region"])
@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_no_text_leaves_the_sheet_or_meets_another(catalog, look, rows):
    figure = matrix(catalog.records("strategies"), look, rows=rows)
    assert outside(figure) == []
    assert collisions(figure) == []


def test_the_records_are_left_as_they_were(catalog):
    records = catalog.records("strategies")
    before = records.frame.copy()
    matrix(records, Look())
    assert records.frame.equals(before)


def test_no_records_make_an_empty_grid(catalog):
    assert "합계" in texts(matrix(catalog.records("strategies", ids=("nothing",)), Look()))
