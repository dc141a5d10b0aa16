"""Nothing of fewer than five, and nothing by subtraction: between cohorts, lessons, and days."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.reports.rules.checks import missed
from courses.reports.rules.groups import (
    HELD_BACK,
    LEAST,
    HeldBack,
    NotYet,
    Share,
    cell_of,
    counted,
    to_show,
    total_of,
)

LATER = NotYet(date(2026, 12, 7))


@pytest.mark.parametrize(
    ("done", "group", "reached", "said"),
    [
        (3, 4, 4, HELD_BACK),  # a group of four
        (0, 0, 0, HELD_BACK),  # nobody is not told from a few
        (3, 5, 5, Share(3, 5)),  # five are enough
        (3, 20, 4, HELD_BACK),  # a large group, of which four have got as far
        (0, 20, 5, Share(0, 20)),  # five could do it and nobody has
    ],
)
def test_a_cell_speaks_of_five_or_is_held_back(done, group, reached, said):
    assert cell_of(done=done, group=group, reached=reached) == said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([Share(3, 10), Share(2, 10)], Share(5, 20)),
        ([Share(3, 10), HELD_BACK], HELD_BACK),  # else the difference is the hidden part
        ([Share(3, 10), LATER], LATER),
        ([LATER, HELD_BACK], HELD_BACK),
        ([], HELD_BACK),
    ],
)
def test_a_total_with_a_hidden_part_is_held_back(cells, said):
    assert total_of(cells) == said


cells = st.one_of(
    st.just(HELD_BACK),
    st.builds(lambda of, done: Share(min(done, of), of), st.integers(5, 40), st.integers(0, 40)),
)


@given(st.lists(cells, min_size=1, max_size=8))
def test_totals_and_parts_never_leave_one_hidden_cell_to_be_worked_out(parts):
    """Whatever total is given, all of its parts are given: there is nothing left to subtract."""
    total = total_of(parts)

    assert isinstance(total, HeldBack) or not any(isinstance(one, HeldBack) for one in parts)


@given(st.lists(st.integers(0, 3), max_size=60))
def test_of_two_days_the_later_counts_the_same_people_or_five_more(arrivals):
    """People come over the days; what a report counts is looked at after each."""
    members: list[int] = []
    days = []
    for coming in arrivals:
        members += range(len(members), len(members) + coming)
        days.append(set(counted(members)))

    for earlier, later in pairwise(days):
        assert earlier <= later
        assert len(later - earlier) in range(0, 100, LEAST)
    assert all(len(day) % LEAST == 0 for day in days)


@given(st.lists(st.integers(0, 2), max_size=60))
def test_between_two_days_a_check_moves_by_no_answer_or_by_five(choices):
    answers, shown = [0, 0, 0], (0, 0, 0)
    for choice in choices:
        answers[choice] += 1
        now_shown = tuple(to_show(answers, shown))

        moved = sum(now_shown) - sum(shown)
        assert moved == 0 or moved >= LEAST
        assert all(more >= less for more, less in zip(now_shown, shown, strict=True))
        shown = now_shown
    assert sum(answers) - sum(shown) < LEAST


@pytest.mark.parametrize(
    ("done", "of", "step"),
    [(0, 8, 0), (1, 8, 1), (2, 8, 2), (4, 8, 3), (7, 8, 4), (8, 8, 5)],
)
def test_only_nobody_and_everybody_have_a_colour_of_their_own(done, of, step):
    assert Share(done, of).step == step


def test_what_is_missed_and_by_which_answer():
    said = missed([2, 5, 3], [False, True, False])

    assert (said.answered, said.share, said.by, said.by_share) == (
        10,
        Share(5, 10),
        3,
        Share(3, 10),
    )


def test_of_two_wrong_answers_chosen_alike_the_first_is_named():
    assert missed([3, 4, 3], [False, True, False]).by == 1


def test_where_nobody_missed_it_no_answer_is_named():
    said = missed([0, 6, 0], [False, True, False])

    assert (said.share, said.by, said.by_share) == (Share(0, 6), None, None)


def test_without_figures_nothing_is_said():
    assert missed([0, 0], [True, False]) is None
