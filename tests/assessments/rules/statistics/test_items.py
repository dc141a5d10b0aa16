"""Facility and discrimination agree with others' numbers, and are None where there is no answer."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.statistics.items import item_figures
from assessments.rules.statistics.sittings import Cohort, Sitting, earned
from tests.assessments.rules.statistics.reference import MARKS, one_form, right_and_wrong, six_forms

CLOSE = pytest.approx

# Ten students, ten items: K. L. Wuensch, "The Kuder-Richardson 20" (core.ecu.edu, KR20.txt).
WUENSCH = (
    "1111110110 1011011101 1111011001 0010001000 0000010010 "
    "1110111111 1101110111 1111111101 0101111101 1101101110"
).split()


@pytest.mark.parametrize(
    ("item", "facility", "deviation", "item_total", "item_rest", "upper_lower"),
    [  # numpy 2.4.6 and scipy 1.17.1 (pearsonr); 27 of 100 from either end of a sorted list
        (
            1,
            0.6975,
            0.2984492749144646,
            0.6400953493992002,
            0.6130596386619834,
            0.44907407407407407,
        ),
        (2, 0.605, 0.2896139890030566, 0.6492260586631472, 0.595642344290296, 0.425925925925926),
        (3, 0.5475, 0.3111866340512093, 0.648188060543082, 0.5571086834639353, 0.5046296296296295),
        (4, 0.53, 0.3173835585412755, 0.7800565580158717, 0.6578912036750348, 0.6018518518518519),
        (5, 0.4675, 0.3034003422489297, 0.7791209141400743, 0.5971469612663333, 0.6203703703703703),
        (6, 0.3625, 0.2943598601588322, 0.8439187245493296, 0.5652124661401201, 0.6203703703703703),
    ],
)
def test_items_of_one_form_agree_with_scipy(
    item, facility, deviation, item_total, item_rest, upper_lower
):
    figures = item_figures(one_form(), item)

    assert figures.sittings == 100
    assert figures.facility == CLOSE(facility, abs=1e-9)
    assert figures.standard_deviation == CLOSE(deviation, abs=1e-9)
    assert figures.item_total == CLOSE(item_total, abs=1e-9)
    assert figures.item_rest == CLOSE(item_rest, abs=1e-9)
    assert figures.upper_lower == CLOSE(upper_lower, abs=1e-9)


@pytest.mark.parametrize(
    ("item", "sittings", "facility", "item_total", "item_rest"),
    [  # scipy 1.17.1: the share against total / maximum, and against the rest / the rest's maximum
        (1, 83, 0.697289156626506, 0.6697929352202628, 0.6409609400490891),
        (2, 83, 0.5948795180722891, 0.6853334602573837, 0.6243097721209139),
        (3, 83, 0.5406626506024096, 0.6713137039185938, 0.571003165407244),
        (4, 83, 0.552710843373494, 0.7448283236253437, 0.5904963514068907),
        (5, 84, 0.47470238095238093, 0.806325909199441, 0.6082258127946357),
        (6, 84, 0.3556547619047619, 0.871946519746421, 0.5599080951404732),
    ],
)
def test_items_drawn_over_many_forms_agree_with_scipy(
    item, sittings, facility, item_total, item_rest
):
    figures = item_figures(six_forms(), item)

    assert figures.sittings == sittings
    assert figures.facility == CLOSE(facility, abs=1e-9)
    assert figures.item_total == CLOSE(item_total, abs=1e-9)
    assert figures.item_rest == CLOSE(item_rest, abs=1e-9)


@pytest.mark.parametrize(
    ("item", "facility", "point_biserial", "corrected"),
    [  # facility as published; correlations by scipy 1.17.1 (pointbiserialr)
        (1, 0.7, 0.794633008213847, 0.7058891543857989),
        (3, 0.6, 0.20272121351984576, 0.0),
        (4, 0.7, 0.6140345972561544, 0.47358919921934467),
        (6, 0.8, 0.434493091516243, 0.28614654455582783),
        (9, 0.5, 0.08276058886023677, -0.12361284651454937),
        (10, 0.6, 0.6250570750195245, 0.47586686726680055),
    ],
)
def test_a_right_or_wrong_item_has_its_point_biserial(item, facility, point_biserial, corrected):
    figures = item_figures(right_and_wrong(*WUENSCH), item)

    assert figures.facility == CLOSE(facility, abs=1e-12)
    assert figures.item_total == CLOSE(point_biserial, abs=1e-9)
    assert figures.item_rest == CLOSE(corrected, abs=1e-9)


def test_an_item_that_everybody_gets_discriminates_nothing():
    figures = item_figures(right_and_wrong("11", "10", "10"), 1)

    assert (figures.facility, figures.standard_deviation) == (1, 0)
    assert (figures.item_total, figures.item_rest) == (None, None)
    assert figures.upper_lower == CLOSE(0)


def test_a_test_in_which_all_score_alike_discriminates_nothing():
    figures = item_figures(right_and_wrong("10", "01", "10", "01"), 1)

    assert (figures.item_total, figures.upper_lower) == (None, None)
    assert figures.item_rest == CLOSE(-1)


def test_an_item_that_stands_alone_has_nothing_to_be_compared_with():
    assert item_figures(right_and_wrong("1", "0", "1"), 1).item_rest is None


def test_an_item_that_nobody_was_shown_has_no_figures():
    figures = item_figures(right_and_wrong("1", "0"), 99)

    assert figures.sittings == 0
    assert figures.facility is figures.standard_deviation is figures.item_total is None
    assert figures.item_rest is figures.upper_lower is None


def test_thirds_that_were_rounded_into_the_total_leave_no_dust_in_the_rest():
    # Both have nothing but this item: 0.33334 and 0.66667 marks, as marking rounds.
    cohort = Cohort(
        [
            Sitting(Decimal("0.33334"), {1: Fraction(1, 3), 2: Fraction(0)}),
            Sitting(Decimal("0.66667"), {1: Fraction(2, 3), 2: Fraction(0)}),
            Sitting(Decimal("0.66667"), {1: 2 / 3, 2: 0.0}),
        ]
    )

    assert item_figures(cohort, 1).item_rest is None


@pytest.mark.parametrize(
    ("share", "worth", "marks"),
    [
        (1 / 3, 1, "0.33334"),
        (2 / 3, 1, "0.66667"),
        (1 / 3, 3, "1"),
        (0.1, 1, "0.1"),
        (1.0, 7, "7"),
        (0.0, 7, "0"),
    ],
)
def test_marks_are_taken_out_as_they_were_put_in(share, worth, marks):
    assert earned(share, worth) == Decimal(marks)


def test_a_sitting_without_a_mark_to_earn_is_left_out():
    cohort = Cohort([Sitting(Decimal(0), {}), Sitting(Decimal(0), {1: 0.0})], {1: 0})

    assert len(cohort) == 0
    assert cohort.mean_score() is None


@pytest.mark.parametrize(
    ("sittings", "warning"),
    [(0, "too_few"), (29, "too_few"), (30, "with_care"), (99, "with_care"), (100, "")],
)
def test_too_few_sittings_are_said_to_be_too_few(sittings, warning):
    assert item_figures(one_form(sittings), 1).warning == warning


# Any examination: up to 30 candidates, three items worth 1, 2 and 3, in quarters.
examinations = st.lists(st.tuples(*[st.integers(0, 4)] * 3), max_size=30)


def cohort_of(rows):
    return Cohort(
        (
            Sitting(
                sum((Decimal(q) / 4 * MARKS[n] for n, q in enumerate(row, 1)), Decimal(0)),
                {n: Fraction(q, 4) for n, q in enumerate(row, 1)},
            )
            for row in rows
        ),
        MARKS,
    )


@given(examinations)
def test_figures_keep_their_bounds(rows):
    for item in (1, 2, 3):
        figures = item_figures(cohort_of(rows), item)
        assert figures.facility is None if not rows else 0 <= figures.facility <= 1
        for one in (figures.item_total, figures.item_rest, figures.upper_lower):
            assert one is None or -1 - 1e-12 <= one <= 1 + 1e-12


@given(examinations.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_candidates_never_matters(both):
    ours, theirs = map(cohort_of, both)
    for item in (1, 2, 3):
        assert item_figures(ours, item) == item_figures(theirs, item)
