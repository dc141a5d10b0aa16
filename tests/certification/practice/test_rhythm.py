"""Who met whom in what order: the interleave rule, drawn and said."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.practice.rules.rhythm import LANE_OF, MISSING, Meeting, rhythm_of
from certification.practice.rules.rhythm_plot import plot_of


def met(category: str, day: int, *, at: int = 10, state: str = "signed") -> Meeting:
    return Meeting(date(2026, 5, day), time(at), category, 60, state)


def session(day: int, **more) -> Meeting:
    return met("direct_session", day, **more)


def consultation(day: int, **more) -> Meeting:
    return met("clinician_consultation", day, **more)


@pytest.mark.parametrize(
    ("between", "standing"),
    [
        ([], "missing"),
        ([consultation(14)], "signed"),
        ([consultation(12)], "signed"),  # on the day of the earlier session
        ([consultation(12, at=8)], "signed"),  # the clock of that day does not matter
        ([consultation(19)], "signed"),  # on the day of the later session
        ([consultation(11)], "missing"),  # the day before
        ([consultation(20)], "missing"),  # the day after
        ([met("triadic_meeting", 14)], "signed"),
        ([met("mentor_individual", 14)], "missing"),  # another conversation
        ([consultation(14, state="submitted")], "waiting"),
        ([consultation(14, state="contested")], "waiting"),
        ([consultation(14, state="draft")], "unsent"),
        ([consultation(14, state="returned")], "unsent"),
        ([consultation(14, state="draft"), consultation(15)], "signed"),  # the best one
    ],
)
def test_between_two_sessions_lies_a_contact_or_a_named_gap(between, standing):
    rhythm = rhythm_of([session(12), *between, session(19)])

    (found,) = rhythm.betweens
    assert found.standing == standing
    assert (found.earlier.date, found.later.date) == (date(2026, 5, 12), date(2026, 5, 19))
    assert len(rhythm.gaps) == (standing != "signed")


def test_a_gap_closes_with_the_contact_that_its_sentence_asks_for():
    meetings = [session(1), session(3), consultation(4), session(5)]
    (gap,) = rhythm_of(meetings).gaps

    for day in range(gap.earlier.date.day, gap.later.date.day + 1):
        assert rhythm_of([*meetings, consultation(day)]).gaps == []


def test_the_last_session_asks_for_a_contact_before_the_next():
    assert rhythm_of([session(12), consultation(11)]).since.date == date(2026, 5, 12)
    assert rhythm_of([session(12), consultation(12)]).since is None
    assert rhythm_of([consultation(12)]).since is None
    assert rhythm_of([]).since is None


def test_documentation_is_nobody_met():
    assert rhythm_of([met("documentation_reflection", 3)]).meetings == []


MEETINGS = st.lists(
    st.builds(
        Meeting,
        st.dates(date(2024, 2, 1), date(2024, 12, 31)),
        st.times().map(lambda one: one.replace(tzinfo=None)),
        st.sampled_from(sorted(LANE_OF)),
        st.just(60),
        st.sampled_from(["signed", "submitted", "draft", "returned", "contested"]),
    ),
    max_size=30,
)


@given(MEETINGS)
def test_the_words_and_the_drawing_say_the_same_in_any_order(meetings):
    rhythm, turned = rhythm_of(meetings), rhythm_of(reversed(meetings))
    plot = plot_of(rhythm)

    assert [one.when for one in rhythm.meetings] == [one.when for one in turned.meetings]
    assert len(rhythm.gaps) == len(turned.gaps)
    assert [one for one, _gap in rhythm.steps] == rhythm.meetings
    assert (plot is None) == (not meetings)
    if plot:
        assert len(plot.marks) == len(meetings)
        missing = [gap for gap in rhythm.gaps if gap.standing == MISSING]
        assert len([line for line in plot.lines if line.standing == MISSING]) == len(missing)
        assert all(0 < mark.x < plot.width and 0 < mark.y < plot.floor for mark in plot.marks)
