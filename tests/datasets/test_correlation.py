"""Correlation says how closely two columns go together, and nothing where it would mean nothing."""

import math

import pytest

from datasets.correlation import correlation, fitted

# Anscombe's first quartet (1973), with r as he gives it and p from the t distribution of nine degrees of freedom.
X = (10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0)
Y = (8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68)


def test_a_textbook_example_has_the_r_and_p_of_the_textbook():
    n, r, p = correlation(X, Y)
    assert n == 11 and r == pytest.approx(0.8164, abs=5e-5) and p == pytest.approx(0.00217, abs=5e-6)


def test_the_order_of_the_two_does_not_matter_and_turning_one_turns_the_sign():
    n, r, p = correlation(X, Y)
    assert correlation(Y, X) == (n, pytest.approx(r), pytest.approx(p))
    assert correlation(X, [-y for y in Y])[1:] == (pytest.approx(-r), pytest.approx(p))


def test_pairs_that_lack_a_value_are_left_out():
    gap = float("nan")
    assert correlation((*X, 3.0, gap), (*Y, gap, 7.0)) == correlation(X, Y)


@pytest.mark.parametrize(
    ("x", "y", "n"),
    [((1.0, 2.0), (3.0, 5.0), 2), ((4.0,) * 6, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0), 6), ((), (), 0)],
)
def test_two_pairs_or_a_column_that_does_not_vary_have_no_correlation(x, y, n):
    found = correlation(x, y)
    assert found.n == n and math.isnan(found.r) and math.isnan(found.p)


def test_the_line_of_least_squares_is_that_of_the_textbook():
    line = fitted(X, Y)
    assert line.slope == pytest.approx(0.5001, abs=1e-4) and line.intercept == pytest.approx(3.0001, abs=1e-4)
    assert line.at(10) == pytest.approx(8.001, abs=1e-3)


def test_no_line_stands_upright():
    with pytest.raises(ValueError, match="two different x"):
        fitted((2.0, 2.0, 2.0), (1.0, 2.0, 3.0))
