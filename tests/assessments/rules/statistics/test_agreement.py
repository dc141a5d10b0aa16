"""Two markers: kappa and the intraclass correlation give the numbers that others published."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.statistics.agreement import (
    agreement,
    any_difference,
    cohen_kappa,
    icc_2_1,
    kappa_of_counts,
    linear,
    mean_difference,
    percent_agreement,
    quadratic,
    weighted_kappa,
)


def counts(*rows):
    return Counter({(i, j): n for i, row in enumerate(rows) for j, n in enumerate(row)})


# Cohen (1968), as the R package psych quotes it (cohen.kappa): proportions times a hundred.
COHEN = counts((44, 7, 9), (5, 20, 5), (1, 3, 6))
# Fleiss (1981), p. 213: a hundred patients, three diagnoses.
FLEISS = counts((75, 1, 4), (5, 4, 1), (0, 0, 10))
# Shrout and Fleiss (1979), table 2: six targets, four judges.
SHROUT = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]
# Sixty made-up answers marked 0 to 4 by two markers.
MARKED = [
    (int(one), int(two))
    for one, two in (
        "00 00 11 10 22 44 33 33 44 22 02 11 33 10 43 00 00 00 01 44 21 21 00 43 21 43 12 34 43 22 "
        "43 11 11 22 43 33 10 13 01 10 10 33 01 02 12 21 34 22 00 00 44 22 44 44 33 44 43 33 11 11"
    ).split()
]


def test_kappa_of_cohens_own_example():
    assert kappa_of_counts(COHEN, any_difference) == pytest.approx(0.492, abs=5e-4)


@pytest.mark.parametrize(
    ("weights", "kappa"),
    [
        (((0, 1, 3), (1, 0, 6), (3, 6, 0)), 0.348),
        (((0, 1, 4), (1, 0, 6), (2, 2, 0)), 0.353),  # the two directions of error weigh differently
    ],
)
def test_weighted_kappa_of_cohens_own_examples(weights, kappa):
    found = kappa_of_counts(COHEN, lambda one, other: weights[one][other])

    assert found == pytest.approx(kappa, abs=5e-4)


def test_kappa_of_fleiss():
    # Observed 0.89, expected 0.66.
    assert kappa_of_counts(FLEISS, any_difference) == pytest.approx(0.23 / 0.34, abs=1e-9)


def test_kappa_of_a_documented_example():
    # As in the documentation of scikit-learn's cohen_kappa_score: 0.6875.
    one = ["negative", "positive", "negative", "neutral", "positive"]
    two = ["negative", "positive", "negative", "neutral", "negative"]

    assert cohen_kappa(list(zip(one, two, strict=True))) == pytest.approx(0.6875, abs=1e-9)


def test_icc_of_shrout_and_fleiss():
    assert icc_2_1(SHROUT) == pytest.approx(0.29, abs=5e-3)
    # pingouin 0.7.0 (intraclass_corr, ICC(A,1)) to all places.
    assert icc_2_1(SHROUT) == pytest.approx(0.28976377952755916, abs=1e-9)


def test_two_markers_agree_with_scikit_learn_and_pingouin():
    found = agreement(MARKED, range(5))

    # scikit-learn 1.9.1 (cohen_kappa_score), pingouin 0.7.0 (ICC(A,1)), numpy 2.4.6.
    assert found.kappa == pytest.approx(0.45983379501385035, abs=1e-9)
    assert found.linear_kappa == pytest.approx(0.7021567956179391, abs=1e-9)
    assert found.quadratic_kappa == pytest.approx(0.8579545454545454, abs=1e-9)
    assert found.icc == pytest.approx(0.8599905078310395, abs=1e-9)
    assert found.same == pytest.approx(0.5666666666666667, abs=1e-9)
    assert found.difference == pytest.approx(-0.05, abs=1e-9)
    assert (found.answers, found.warning) == (60, "with_care")


def test_no_answers_say_nothing():
    found = agreement([])

    assert (found.answers, found.warning) == (0, "too_few")
    assert found.same is found.kappa is found.linear_kappa is found.quadratic_kappa is None
    assert found.icc is found.difference is None


def test_markers_who_only_ever_give_one_mark_agree_but_prove_nothing():
    found = agreement([(3, 3)] * 40)

    assert found.same == 1
    assert found.kappa is found.linear_kappa is found.quadratic_kappa is found.icc is None


def test_a_marker_who_is_always_stricter_agrees_in_order_but_not_in_marks():
    pairs = [(Decimal(n), Decimal(n) - Decimal("1.5")) for n in range(2, 9)]

    assert mean_difference(pairs) == -1.5
    assert percent_agreement(pairs) == 0
    assert 0 < icc_2_1(pairs) < 1


def test_a_category_outside_the_order_is_the_callers_mistake():
    with pytest.raises(KeyError):
        weighted_kappa([("a", "b")], ["a"])


def test_judges_who_rated_different_numbers_of_answers_are_the_callers_mistake():
    with pytest.raises(ValueError):
        icc_2_1([(1, 2), (1, 2, 3)])


pairs = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=30)


@given(pairs.flatmap(lambda given: st.tuples(st.just(given), st.permutations(given))))
def test_the_order_of_answers_never_matters(both):
    ours, theirs = both
    assert agreement(ours, range(5)) == agreement(theirs, range(5))


@given(pairs)
def test_the_markers_may_change_places(given):
    there, back = agreement(given, range(5)), agreement([(b, a) for a, b in given], range(5))

    assert (there.kappa, there.linear_kappa, there.icc) == (back.kappa, back.linear_kappa, back.icc)
    assert not given or there.difference == -back.difference


@given(pairs)
def test_agreement_is_never_more_than_whole(given):
    for weight in (any_difference, linear, quadratic):
        kappa = weighted_kappa(given, range(5), weight)
        assert kappa is None or -1 <= kappa <= 1
    icc = icc_2_1(given)
    assert icc is None or icc <= 1


@given(
    st.lists(st.integers(0, 4), min_size=2, max_size=30).filter(lambda marks: len(set(marks)) > 1)
)
def test_marks_that_are_all_the_same_agree_wholly(marks):
    found = agreement([(mark, mark) for mark in marks], range(5))

    assert (
        found.same == found.kappa == found.linear_kappa == found.quadratic_kappa == found.icc == 1
    )


@given(pairs)
def test_with_two_categories_every_weight_is_the_same_kappa(given):
    two = [(min(a, 1), min(b, 1)) for a, b in given]

    assert cohen_kappa(two) == weighted_kappa(two, (0, 1)) == weighted_kappa(two, (0, 1), quadratic)
