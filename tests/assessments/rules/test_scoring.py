"""From a share to marks, totals and a pass: one rounding, upwards, and no other."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.scoring import (
    in_figures,
    is_pass,
    key_of,
    marks_of,
)

SHARES = st.fractions(min_value=0, max_value=1, max_denominator=1000)


def test_the_key_of_a_choice_is_its_right_options():
    assert key_of([{"id": "a", "correct": True}, {"id": "b"}]) == {"a"}


@pytest.mark.parametrize(
    ("share", "marks", "earned"),
    [
        ("0", 3, "0.00000"),
        ("1", 3, "3.00000"),
        ("1/2", 1, "0.50000"),
        ("1/3", 1, "0.33334"),  # up, once
        ("2/3", 1, "0.66667"),
        ("1/3", 2, "0.66667"),  # of the whole, not of the rounded third
        ("1/1000000", 1, "0.00001"),
    ],
)
def test_marks_of_a_share(share, marks, earned):
    assert str(marks_of(Fraction(share), marks)) == earned


@given(SHARES, st.integers(1, 100))
def test_marks_are_never_less_than_earned_nor_more_than_there_are(share, marks):
    earned = marks_of(share, marks)

    assert 0 <= Fraction(earned) - share * marks < Fraction(1, 10**5)
    assert earned <= marks
    assert earned == earned.quantize(Decimal("0.00001"))


@given(st.integers(1, 60))
def test_equal_parts_of_a_mark_are_never_less_than_the_mark(parts):
    assert is_pass(sum(marks_of(Fraction(1, parts), 1) for _ in range(parts)), Decimal(1))


def test_the_pass_is_asked_of_the_total_itself():
    assert not is_pass(Decimal("44.99999"), Decimal(45))
    assert is_pass(Decimal("45.00000"), Decimal(45))


@pytest.mark.parametrize(
    ("marks", "figures"),
    [
        (0, "0"),
        (Decimal("0.00000"), "0"),
        (Decimal("11.00000"), "11"),
        (Decimal("100"), "100"),
        (Decimal("10.50000"), "10.5"),
        (Decimal("0.33334"), "0.33"),
        (Decimal("0.66667"), "0.66"),
        (Decimal("44.99600"), "44.99"),
        (Decimal("-0.00100"), "0"),
        (Decimal("1E+2"), "100"),
    ],
)
def test_marks_in_figures(marks, figures):
    assert in_figures(marks) == figures


@given(st.integers(0, 10**8), st.integers(0, 100))
def test_figures_never_pretend_a_pass(hundred_thousandths, pass_marks):
    marks = Decimal(hundred_thousandths).scaleb(-5)

    assert is_pass(Decimal(in_figures(marks)), pass_marks) is is_pass(marks, pass_marks)
