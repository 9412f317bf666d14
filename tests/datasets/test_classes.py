"""Classes of a map: limits at readable numbers, equal values together, fewer classes for fewer values."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from datasets.classes import MOST, classes
from tests import examples

SHARES = (10.8, 2.6, 2.9, 1.6, 2.9, 3.4, 0.8, 1.5, 4.8, 1.5, 1.0, 0.8, 1.6, 1.4, 1.1, 1.4, 3.0)
SPREADS = {
    "shares": SHARES,
    "people": tuple(value * 1_234_567 for value in SHARES),
    "changes": tuple(value - 3 for value in SHARES),
    "thousandths": tuple(value / 1000 for value in SHARES),
    "many": tuple(float(value) for value in range(230)),
}


def test_quantiles_of_the_ict_shares_are_cut_at_numbers_a_reader_can_say() -> None:
    assert classes(SHARES).limits == (1, 1.5, 2, 3)


def test_classes_of_equal_width_lie_on_one_readable_step() -> None:
    assert classes(SHARES, "equal").limits == (2.5, 5, 7.5, 10)


@pytest.mark.parametrize("method", ["quantile", "equal"])
@pytest.mark.parametrize("values", SPREADS.values(), ids=SPREADS)
def test_limits_rise_and_every_value_is_counted_once(values: tuple[float, ...], method: str) -> None:
    found = classes(values, method)
    assert list(found.limits) == sorted(set(found.limits))
    assert sum(found.counts) == len(values) and len(found.counts) == len(found) <= MOST
    assert [sum(found.of(v) == n for v in values) for n in range(len(found))] == list(found.counts)


@pytest.mark.parametrize("values", SPREADS.values(), ids=SPREADS)
def test_no_limit_has_more_than_two_digits_that_count(values: tuple[float, ...]) -> None:
    for limit in classes(values).limits:
        assert len(f"{abs(limit):.12g}".replace(".", "").strip("0")) <= 2


@pytest.mark.parametrize("values", SPREADS.values(), ids=SPREADS)
def test_quantile_classes_are_never_empty_and_hold_about_the_same_number(values: tuple[float, ...]) -> None:
    counts = classes(values).counts
    assert min(counts) >= 1 and max(counts) <= 2 * len(values) / len(counts)


def test_a_value_on_a_limit_belongs_to_the_class_above() -> None:
    found = classes(SHARES)
    assert found.of(1.5) == found.of(1.6) and found.of(1.499) == found.of(1.0)


def test_equal_values_are_never_parted() -> None:
    assert classes([1, 1, 1, 1, 1, 1, 1, 2, 3, 4]).counts[0] == 7


@pytest.mark.parametrize(
    ("number", "at_most"), [(1, 1), (2, 1), (4, 2), (6, 3), (10, 5), (17, 5), (80, 6), (229, 7)]
)
def test_few_distinct_values_get_fewer_classes(number: int, at_most: int) -> None:
    assert len(classes(range(number))) <= at_most


@pytest.mark.parametrize("method", ["quantile", "equal"])
def test_one_value_for_all_is_one_class(method: str) -> None:
    assert classes([5.0] * 9, method).limits == () and classes([5.0] * 9, method).counts == (9,)


def test_no_value_is_no_class_member_and_never_zero() -> None:
    assert sum(classes([1, 2, 3, np.nan, 5, 6, np.nan]).counts) == 5
    assert classes([]).counts == (0,)


def test_given_limits_are_kept_and_must_rise() -> None:
    assert classes(SHARES, "given", limits=(2, 4)).counts == (10, 5, 2)
    with pytest.raises(ValueError, match="rise"):
        classes(SHARES, "given", limits=(4, 2))


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises(ValueError, match="jenks"):
        classes(SHARES, "jenks")


def test_a_view_counts_its_results_and_leaves_plans_and_targets_out(tmp_path: Path) -> None:
    from datasets import catalog

    values = {(code, "2024"): float(place) for place, code in enumerate(examples.SEVENTEEN)}
    statuses = {("jeju", "2024"): "target", ("seoul", "2024"): "planned"}
    examples.write_indicator(examples.write_folder(tmp_path), "mixed", values, statuses=statuses)
    assert sum(catalog.load(tmp_path).view("mixed").classes().counts) == 15
