"""What the path proposes for this week, the most pressing first."""

from datetime import date, time

import pytest

from certification.practice import actions
from certification.scheme.evaluations import evaluation_for
from certification.scheme.next_steps import Step
from certification.scheme.rules import read_scheme
from certification.scheme.studied import evidence_of
from certification.scheme.this_week import this_week
from tests.factories.certification import a_submitted_entry, an_agreement, an_entry, the_scheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


@pytest.fixture
def steps(agreement, now):
    def asked() -> list[str]:
        return [step.text for step in proposed(agreement.intern, now)]

    return asked


def proposed(intern, now) -> list[Step]:
    evaluation = evaluation_for(intern, now)
    rows = evaluation.result["requirements"]
    scheme = read_scheme(evaluation.version.text)
    return this_week(rows, evidence_of(intern, rows), scheme, evaluation.as_of, practises=True)


def test_what_was_returned_comes_first(steps, agreement, now):
    entry = a_submitted_entry(agreement, now=now)
    actions.return_entry(entry, comment="Which day?", by=agreement.mentor, now=now)

    assert steps()[0] == f"{agreement.mentor} returned the entry of 2 November 2026 with a comment"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (20, "Send 1 draft by 4 December 2026"),
        (9, "Send 1 draft by 23 November 2026"),  # the fourteenth day, today
        (8, "Send 1 draft; it was due on 22 November 2026"),
    ],
)
def test_drafts_are_sent_before_their_fourteen_days_end(steps, agreement, now, day, said):
    an_entry(agreement, now=now, date=date(2026, 11, day))

    assert said in steps()


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (16, False),  # the Monday of last week
        (22, False),  # its Sunday
        (15, True),
        (23, True),  # today stands in this week
    ],
)
def test_an_empty_last_week_is_spoken_of(steps, agreement, now, day, asked):
    a_submitted_entry(agreement, now=now, start=time(6, 0))
    a_submitted_entry(agreement, now=now, date=date(2026, 11, day), start=time(8, 0))

    empty = "Nothing is logged for last week; what took place is in time until 30 November 2026"
    assert (empty in steps()) is asked


def test_who_logged_nothing_for_eight_weeks_is_not_asked_about_last_week(steps, agreement, now):
    a_submitted_entry(agreement, now=now, date=date(2026, 9, 1))

    assert not any("last week" in step for step in steps())


def test_there_are_five_at_most_and_one_for_each_place(agreement, now):
    an_entry(agreement, now=now)
    a_submitted_entry(agreement, now=now, start=time(14, 0))

    found = [(step.text, step.url) for step in proposed(agreement.intern, now)]

    assert len(found) == 5
    assert len(set(found)) == 5
