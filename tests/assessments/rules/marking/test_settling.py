"""Two markings come to one mark: the mean within the tolerance, a third person beyond it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.marking.script import Part
from assessments.rules.marking.settling import (
    FIRST_MARKER,
    MODERATION,
    SECOND_MARKER,
    How,
    Marked,
    disagreement,
    result_of,
    settle,
)
from tests.assessments.rules.marking.rubrics import marked

ONE = Decimal(1)
FIRST = marked("4")
SECOND = marked("5", "second marker", Part.SECOND)
FAR = marked("6", "second marker", Part.SECOND)
DECIDED = marked("4.5", "moderator", Part.MODERATOR)


def withdrawn(given):
    return marked(given.marks, given.marker, given.part, withdrawn="Marked from the wrong page")


@pytest.mark.parametrize(
    ("first", "second", "tolerance", "mark"),
    [
        ("4", "4", "0", "4"),
        ("4", "5", "0", None),
        ("4", "5", "1", "4.5"),  # exactly at the tolerance they agree
        ("5", "4", "1", "4.5"),
        ("4", "5.00001", "1", None),
        ("0", "0", "1", "0"),
        ("0.00001", "0.00002", "1", "0.00002"),  # half of the last place is rounded up
    ],
)
def test_marks_within_the_tolerance_are_agreed_at_their_mean(first, second, tolerance, mark):
    agreed = settle(Decimal(first), Decimal(second), Decimal(tolerance))

    assert agreed == (None if mark is None else Decimal(mark))


marks = st.decimals(0, 50, places=5)


@given(marks, marks, marks)
def test_the_agreed_mark_lies_between_both_and_favours_neither(first, second, tolerance):
    agreed = settle(first, second, tolerance)

    assert agreed == settle(second, first, tolerance)
    assert (agreed is None) == disagreement(first, second, tolerance)
    assert agreed is None or min(first, second) <= agreed <= max(first, second)


@pytest.mark.parametrize(
    ("markings", "result"),
    [
        ([], FIRST_MARKER),
        ([FIRST], Marked(Decimal(4), How.FIRST)),
        ([withdrawn(FIRST)], FIRST_MARKER),
        ([withdrawn(FIRST), marked("2")], Marked(Decimal(2), How.FIRST)),
    ],
)
def test_one_marker_is_enough_where_no_second_is_required(markings, result):
    assert result_of(markings, False, ONE) == result


@pytest.mark.lesson(33)
@pytest.mark.parametrize(
    ("markings", "result"),
    [
        ([], FIRST_MARKER),
        ([FIRST], SECOND_MARKER),
        ([FIRST, SECOND], Marked(Decimal("4.5"), How.AGREED)),
        ([FIRST, FAR], MODERATION),
        ([FIRST, FAR, DECIDED], Marked(Decimal("4.5"), How.MODERATED)),
        ([FIRST, FAR, withdrawn(DECIDED)], MODERATION),
        ([FIRST, withdrawn(SECOND)], SECOND_MARKER),
        ([withdrawn(FIRST), SECOND], FIRST_MARKER),
        ([FIRST, withdrawn(FAR), SECOND], Marked(Decimal("4.5"), How.AGREED)),
        ([FIRST, withdrawn(FAR), DECIDED], SECOND_MARKER),  # nothing left that it could judge
    ],
)
def test_a_second_marker_leads_to_agreement_or_moderation(markings, result):
    assert result_of(markings, True, ONE) == result


def test_the_order_in_which_markings_are_read_changes_nothing():
    assert result_of([DECIDED, FAR, FIRST], True, ONE) == result_of(
        [FIRST, FAR, DECIDED], True, ONE
    )
