"""Which questions stand on a page, and which page may be opened."""

import pytest

from assessments.rules.navigation import (
    is_last,
    may_answer_at,
    may_see,
    page_of,
    pages,
    reached,
)
from assessments.rules.terms import Navigation, Terms

SEQUENTIAL = Terms(navigation=Navigation.SEQUENTIAL, page_size=5)
FREE = Terms(navigation=Navigation.FREE, page_size=5)


@pytest.mark.parametrize(
    ("questions", "page_size", "expected"),
    [
        (12, 5, [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], [11, 12]]),
        (10, 5, [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]),
        (3, 1, [[1], [2], [3]]),
        (3, 0, [[1, 2, 3]]),  # everything on one page
        (3, 50, [[1, 2, 3]]),
    ],
)
def test_every_question_stands_on_one_page(questions, page_size, expected):
    assert [list(page) for page in pages(questions, page_size)] == expected
    for number, page in enumerate(expected, start=1):
        assert {page_of(position, page_size) for position in page} == {number}


@pytest.mark.parametrize(
    ("navigation", "page", "furthest", "reason"),
    [
        (Navigation.FREE, 1, 1, ""),
        (Navigation.FREE, 3, 1, ""),
        (Navigation.FREE, 1, 3, ""),
        (Navigation.SEQUENTIAL, 1, 1, ""),
        (Navigation.SEQUENTIAL, 2, 1, "page_ahead"),
        (Navigation.SEQUENTIAL, 3, 1, "page_ahead"),
        (Navigation.SEQUENTIAL, 1, 2, "page_behind"),
        (Navigation.SEQUENTIAL, 2, 2, ""),
    ],
)
def test_which_page_may_be_seen(navigation, page, furthest, reason):
    assert may_see(page, furthest, navigation).reason == reason


@pytest.mark.parametrize(
    ("terms", "position", "furthest", "reason"),
    [
        (FREE, 12, 1, ""),
        (SEQUENTIAL, 1, 1, ""),
        (SEQUENTIAL, 5, 1, ""),
        (SEQUENTIAL, 6, 1, "page_ahead"),
        (SEQUENTIAL, 5, 2, "page_behind"),
        (SEQUENTIAL, 10, 2, ""),
        (Terms(navigation=Navigation.SEQUENTIAL), 12, 1, ""),  # one page holds them all
    ],
)
def test_a_question_that_may_not_be_seen_takes_no_answer(terms, position, furthest, reason):
    assert may_answer_at(position, furthest, terms).reason == reason


@pytest.mark.parametrize(
    ("page", "furthest", "after"),
    [
        (1, 1, 2),
        (1, 2, 2),  # "next" pressed twice, or sent again, skips no page
        (2, 2, 3),
        (3, 3, 3),  # there is none after the last
        (3, 1, 1),  # from a page that was never reached
    ],
)
def test_next_leads_one_page_on_and_no_further(page, furthest, after):
    assert reached(page, furthest, last=3) == after


def test_on_the_last_page_handing_in_comes_next():
    assert not is_last(2, 12, 5)
    assert is_last(3, 12, 5)
    assert is_last(1, 12, 0)
