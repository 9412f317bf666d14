"""Where a region stands: its own latest result beside those of the same period, no place where none may be told."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd
import pytest

from datasets import catalog, standing
from datasets.catalog import Catalog
from datasets.view import View
from tests import examples
from tests.examples import SEVENTEEN

RISING = {(code, "2024"): float(n) for n, code in enumerate(SEVENTEEN, start=1)}  # 서울 1 … 제주 17


def known(folder: Path, better: str = "more", /, **figures: dict) -> Catalog:
    """A catalogue of these indicators, none of which adds up; ``better`` for all of them."""
    examples.write_folder(folder)
    for id_, values in figures.items():
        path = examples.write_indicator(folder, id_, values, aggregation="none")
        path.write_text(
            path.read_text(encoding="utf-8").replace('better = "more"', f'better = "{better}"'),
            encoding="utf-8",
        )
    return catalog.load(folder)


def view_of(loaded: Catalog, basis: str = "17") -> View:
    return loaded.view(list(loaded.indicators), basis=basis)


def row_of(loaded: Catalog, code: str, id_: str = "one") -> pd.Series:
    table = standing.standings(view_of(loaded), [code])
    return table[table["indicator"] == id_].iloc[0]


def test_the_largest_is_first_where_more_is_better(tmp_path) -> None:
    jeju = row_of(known(tmp_path, one=RISING), "jeju")
    assert (jeju["place"], jeju["of"], jeju["best"], jeju["to_best"]) == (1, 17, "jeju", 0)


def test_the_smallest_is_first_where_less_is_better(tmp_path) -> None:
    row = row_of(known(tmp_path, "less", one=RISING), "jeju")
    assert (row["place"], row["best"], row["to_best"]) == (17, "seoul", 16)


def test_nobody_is_best_where_more_is_neither_better_nor_worse(tmp_path) -> None:
    row = row_of(known(tmp_path, "neither", one=RISING), "jeju")
    assert (row["place"], row["best"], row["judged"], row["side"]) == (1, "", False, "")
    assert math.isnan(row["to_best"])


def test_a_region_is_read_in_its_own_latest_period_beside_those_of_the_same_one(tmp_path) -> None:
    later = {("kr", "2025"): 9.0, ("seoul", "2025"): 5.0}
    row = row_of(known(tmp_path, one=RISING | later), "jeju")
    assert (row["period"], row["of"], row["place"]) == ("2024", 17, 1)
    assert row_of(known(tmp_path / "again", one=RISING | later), "seoul")["period"] == "2025"


@pytest.mark.parametrize(("k", "placed"), [(4, False), (5, True)])
def test_fewer_than_five_have_no_place(tmp_path, k: int, placed: bool) -> None:
    few = dict(list(RISING.items())[:k])
    row = row_of(known(tmp_path, one=few), "seoul")
    assert row["of"] == k and (not math.isnan(row["place"])) == placed


def test_a_plan_has_no_place_and_takes_none_from_results(tmp_path) -> None:
    examples.write_folder(tmp_path)
    examples.write_indicator(
        tmp_path, "one", RISING, aggregation="none", statuses={("jeju", "2024"): "planned"}
    )
    loaded = catalog.load(tmp_path)
    planned, first = row_of(loaded, "jeju"), row_of(loaded, "gyeongnam")
    assert planned["status"] == "planned" and math.isnan(planned["place"])
    assert (first["place"], first["of"]) == (1, 16)


def test_a_total_is_not_held_against_the_nations(tmp_path) -> None:
    figures = RISING | {("kr", "2024"): 9.0}
    assert row_of(known(tmp_path, one=figures), "jeju")["to_national"] == 8
    examples.write_indicator(examples.write_folder(tmp_path / "sum"), "one", figures, aggregation="sum")
    total = row_of(catalog.load(tmp_path / "sum"), "jeju")
    assert total["national"] == 9 and math.isnan(total["to_national"])


def test_a_quarter_of_seventeen_are_four_strong_and_four_weak_ones(tmp_path) -> None:
    table = standing.standings(view_of(known(tmp_path, one=RISING)), SEVENTEEN)
    assert list(table.loc[table["side"] == standing.STRENGTH, "region"]) == SEVENTEEN[-4:]
    assert list(table.loc[table["side"] == standing.WEAKNESS, "region"]) == SEVENTEEN[:4]


def test_a_place_most_regions_share_is_neither_strength_nor_weakness(tmp_path) -> None:
    same = {key: 0.0 if n < 9 else 1.0 for n, key in enumerate(RISING)}
    strong, weak = standing.strengths(view_of(known(tmp_path, one=same)), "jeju")
    assert len(strong) == len(weak) == 0


def test_what_few_report_is_no_strength_however_well_placed(tmp_path) -> None:
    eleven = dict(list(RISING.items())[-11:])
    row = row_of(known(tmp_path, one=eleven), "jeju")
    assert (row["place"], row["judged"], row["side"]) == (1, False, "")


def test_the_most_telling_strength_and_weakness_stand_first(tmp_path) -> None:
    second = RISING | {("jeju", "2024"): 16.5, ("gyeongnam", "2024"): 17.0}
    strong, _ = standing.strengths(view_of(known(tmp_path, second=second, one=RISING)), "jeju")
    assert list(strong["indicator"]) == ["one", "second"]


def test_headlines_stand_before_what_a_region_is_best_in(tmp_path) -> None:
    loaded = known(tmp_path, one=RISING, two={key: -value for key, value in RISING.items()})
    table = standing.standings(view_of(loaded), ["jeju"])
    assert list(standing.foremost(table, ["two"], 2)["indicator"]) == ["two", "one"]
    assert list(standing.foremost(table, [], 1)["indicator"]) == ["one"]


def test_near_regions_share_at_least_eight_indicators(tmp_path) -> None:
    seven = known(tmp_path / "7", **{f"i{n}": RISING for n in range(7)})
    eight = known(tmp_path / "8", **{f"i{n}": RISING for n in range(8)})
    assert len(standing.nearest(view_of(seven), "busan")) == 0
    found = standing.nearest(view_of(eight), "busan", n=2)
    assert set(found["region"]) == {"seoul", "daegu"} and set(found["shared"]) == {8}


def test_the_distance_is_the_root_mean_square_of_the_z_scores(tmp_path) -> None:
    found = standing.nearest(view_of(known(tmp_path, **{f"i{n}": RISING for n in range(8)})), "busan", n=1)
    deviation = pd.Series(RISING).std(ddof=0)
    assert found["distance"].iloc[0] == pytest.approx(1 / deviation)


def test_what_only_the_units_before_a_merger_report_is_told_in_their_stead(tmp_path) -> None:
    loaded = known(tmp_path, one=RISING)
    view = view_of(loaded, "16")
    merged = view.regions[1].code
    table, lacking = standing.standings_and_elsewhere(view, [merged])
    assert len(table) == 0 and list(lacking["missing_reason"]) == ["before_merger"]
    assert lacking["derived"].iloc[0] == "gwangju=5;jeonnam=14"
    assert len(standing.elsewhere(view, "seoul")) == 0


def test_a_group_has_values_and_no_place(tmp_path) -> None:
    row = row_of(known(tmp_path, one=RISING | {("capital", "2024"): 3.0}), "capital")
    assert row["value"] == 3 and math.isnan(row["place"])


def test_dates_and_texts_are_rows_without_place(tmp_path) -> None:
    examples.write_folder(tmp_path)
    path = examples.write_indicator(tmp_path, "one", {(code, "2024"): "2024-05-01" for code in SEVENTEEN})
    path.write_text(
        path.read_text(encoding="utf-8").replace('kind = "number"', 'kind = "date"'), encoding="utf-8"
    )
    row = row_of(catalog.load(tmp_path), "jeju")
    assert (row["value"], row["of"]) == ("2024-05-01", 17) and math.isnan(row["place"])


def test_a_view_is_left_as_it_was(tmp_path) -> None:
    view = view_of(known(tmp_path, one=RISING))
    before = view.frame.copy()
    standing.standings(view, ["jeju"])
    standing.nearest(view, "jeju")
    assert view.frame.equals(before) and view.frame.index.names == ["region", "period"]
