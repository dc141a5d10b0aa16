"""Alpha and KR-20 give the numbers that others published, form by form."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments.rules.statistics.reliability import (
    cronbach_alpha,
    kr20,
    reliability,
    standard_error,
)
from assessments.rules.statistics.sittings import Cohort, Sitting
from tests.assessments.rules.statistics.reference import one_form, right_and_wrong, six_forms
from tests.assessments.rules.statistics.test_items import WUENSCH

# Fifteen people, ten questions, marks 1 to 7: Real Statistics, "Cronbach's Alpha Tools", example 1
# (real-statistics.com); alpha published there as 0.59172, and by pingouin 0.7.0 to all places.
LIKERT = """
3224145143 5546351255 7535564336 2343322266 6556544467 1223425235 4335352124 2544372246
6255516523 5246435317 4135253234 4423253423 5556233244 6555422146 4435531323
""".split()


def table(words):
    return [[float(mark) for mark in word] for word in words]


def test_kr20_of_a_published_quiz():
    # Published: the sum of pq is 2.18, the variance of the totals 5.84; ten items.
    assert kr20(table(WUENSCH)) == pytest.approx(10 / 9 * (1 - 2.18 / 5.84), abs=1e-9)
    assert cronbach_alpha(table(WUENSCH)) == pytest.approx(0.6963470319634703, abs=1e-9)


def test_alpha_of_a_published_questionnaire():
    assert cronbach_alpha(table(LIKERT)) == pytest.approx(0.59172, abs=5e-6)
    assert cronbach_alpha(table(LIKERT)) == pytest.approx(0.5917188485995826, abs=1e-9)
    assert kr20(table(LIKERT)) is None


def test_one_form_agrees_with_pingouin():
    found = reliability(one_form())
    (form,) = found.forms

    # pingouin 0.7.0 (cronbach_alpha) and numpy 2.4.6 over marks, not shares.
    assert form.alpha == pytest.approx(0.7114902775667518, abs=1e-9)
    assert form.mean == pytest.approx(13.46, abs=1e-9)
    assert form.standard_deviation == pytest.approx(6.797366542948226, abs=1e-9)
    assert form.standard_error == pytest.approx(3.6510763599051983, abs=1e-9)
    assert (form.sittings, form.kr20, form.warning) == (100, None, "")
    assert (found.forms_left_out, found.sittings_left_out) == (0, 0)


def test_forms_are_judged_apart_and_those_with_few_sittings_are_counted_only():
    assert reliability(six_forms()).forms == ()
    assert reliability(six_forms()).sittings_left_out == 100

    found = reliability(six_forms(), at_least=17)

    # A hundred dealt out to six forms: four of 17 and two of 16.
    assert [form.sittings for form in found.forms] == [17, 17, 17, 17]
    assert [len(form.form) for form in found.forms] == [5, 5, 5, 5]
    assert (found.forms_left_out, found.sittings_left_out) == (2, 32)


def test_items_of_different_weight_have_an_alpha_but_no_kr20():
    weighted = Cohort(
        (
            Sitting(Decimal(a + 2 * b), {1: Fraction(a), 2: Fraction(b)})
            for a, b in [(1, 1), (0, 0), (1, 0), (0, 1)]
        ),
        {1: 1, 2: 2},
    )
    (form,) = reliability(weighted, at_least=1).forms

    assert form.alpha == pytest.approx(0)
    assert form.kr20 is None


@pytest.mark.parametrize(
    "words",
    [[], ["1"], ["1", "0", "1"], ["11"], ["11", "11"], ["10", "01"]],
    ids=["nobody", "one answer", "one item", "one candidate", "all alike", "equal totals"],
)
def test_alpha_is_none_where_it_has_no_meaning(words):
    assert cronbach_alpha(table(words)) is None
    assert kr20(table(words)) is None


def test_items_that_work_against_each_other_leave_an_error_as_large_as_the_spread():
    (form,) = reliability(right_and_wrong("110", "001", "111", "110", "001"), at_least=1).forms

    assert form.alpha < 0
    assert form.standard_error == pytest.approx(form.standard_deviation)


@pytest.mark.parametrize(
    ("spread", "alpha", "error"),
    [(10, 0.91, 3), (10, 1, 0), (10, 0, 10), (None, 0.9, None), (10, None, None)],
)
def test_the_standard_error_of_measurement(spread, alpha, error):
    assert standard_error(spread, alpha) == (None if error is None else pytest.approx(error))


tables = st.integers(2, 6).flatmap(
    lambda width: st.lists(st.text("01", min_size=width, max_size=width), min_size=2, max_size=25)
)


@given(tables)
def test_on_right_and_wrong_alpha_is_kr20(words):
    alpha = cronbach_alpha(table(words))
    assume(alpha is not None)

    assert alpha == pytest.approx(kr20(table(words)), abs=1e-9)
    assert alpha <= 1 + 1e-12


@given(tables.flatmap(lambda words: st.tuples(st.just(words), st.permutations(words))))
def test_the_order_of_candidates_never_matters(both):
    ours, theirs = both
    assert cronbach_alpha(table(ours)) == cronbach_alpha(table(theirs))
    assert kr20(table(ours)) == kr20(table(theirs))
