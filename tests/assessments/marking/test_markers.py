"""Who marked somebody's answers, what was said of them, and that a marker does not review."""

from datetime import timedelta

import pytest

from assessments.actions.marking import withdraw
from assessments.models.markers import Remark, comments_for, marked_by
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application
from certification.decisions.rules.conflicts import Kind
from tests.factories.marking import (
    BEST,
    MIDDLE,
    WORST,
    a_marker,
    a_marking,
    a_moderation,
    a_written_answer,
    a_written_assessment,
)

pytestmark = pytest.mark.django_db


def kinds(applicant, person, day):
    case = Application(pk=1, applicant=applicant)
    return {contact.kind for contact in conflicts_for(case, person, day).excluding}


def test_whoever_marked_an_applicant_does_not_review_her(now):
    answer, other = a_written_answer(now=now), a_written_answer(now=now)
    marker, elsewhere = a_marker(), a_marker()
    marking = a_marking(answer, by=marker, now=now)
    a_marking(other, by=elsewhere, now=now)
    learner = answer.attempt.learner

    assert kinds(learner, marker, now.date()) == {Kind.MARKED}
    assert kinds(learner, elsewhere, now.date()) == set()

    withdraw(marking, "A slip.", by=marker, now=now)

    assert kinds(learner, marker, now.date()) == {Kind.MARKED}
    assert kinds(learner, marker, now.date() + timedelta(days=732)) == set()


def test_markers_are_told_by_the_span_in_which_they_marked(now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    first, second = a_marker(), a_marker()
    a_marking(answer, by=first, now=now)
    a_marking(answer, by=second, now=now + timedelta(days=2))
    learner = answer.attempt.learner

    def markers(**span):
        return [row["marker"] for row in marked_by(learner, **span)]

    day = timedelta(days=1)
    assert markers() == [first.pk, second.pk]
    assert markers(since=now + day) == [second.pk]
    assert markers(until=now + day) == [first.pk]
    assert markers(since=now + 3 * day) == []


def test_the_candidate_reads_what_those_wrote_who_decided(now):
    assessment = a_written_assessment(second=True, tolerance="2")
    answer = a_written_answer(assessment, now=now)
    marking = a_marking(answer, BEST, comment="First.", now=now)
    assert comments_for(answer.attempt) == []

    second = a_marking(answer, MIDDLE, comment="Second.", now=now)
    assert comments_for(answer.attempt) == [Remark(answer.position, ["First.", "Second."])]

    withdraw(second, "A slip.", by=second.marker, now=now)
    assert comments_for(answer.attempt) == []
    a_marking(answer, WORST, comment="", now=now)
    a_moderation(answer, now=now)
    assert comments_for(answer.attempt) == []
    assert marking.comment == "First."
