"""Reports of irregularities: written down, decided by somebody else, moving no mark."""

import pytest

from assessments.actions.reporting import decide_irregularity, report_irregularity
from tests.factories.correcting import an_instructor, sat, three_questions
from training_site.audit.models import AuditText
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]

SEEN = "Two answers arrived word for word alike."


def a_report(now, by=None):
    attempt = sat(three_questions(), 2, now=now)
    return report_irregularity(attempt, seen=SEEN, by=by or an_instructor(), now=now)


def test_a_report_is_decided_by_somebody_else_with_a_reason_and_moves_no_mark(now):
    report = a_report(now)
    other = an_instructor()

    decide_irregularity(report, to="upheld", reason="Both say so.", by=other, now=now)

    report.refresh_from_db()
    assert (report.state, report.decided_by, report.decision) == ("upheld", other, "Both say so.")
    report.attempt.refresh_from_db()
    assert report.attempt.passed
    assert report.attempt.results.count() == 1
    assert not AuditText.objects.filter(text__contains="word for word").exists()


def test_whoever_reported_or_sat_does_not_decide_and_nobody_decides_twice(now):
    reporter, other = an_instructor(), an_instructor()
    report = a_report(now, by=reporter)

    for person in (reporter, report.attempt.learner):
        with pytest.raises(Refused, match="irregularity_decided_by_another"):
            decide_irregularity(report, to="upheld", reason="Why", by=person, now=now)
    with pytest.raises(Refused, match="irregularity_needs_reason"):
        decide_irregularity(report, to="upheld", reason=" ", by=other, now=now)
    with pytest.raises(Refused, match="irregularity_decision_unknown"):
        decide_irregularity(report, to="open", reason="Why", by=other, now=now)
    decide_irregularity(report, to="unfounded", reason="A quotation.", by=other, now=now)
    with pytest.raises(Refused, match="irregularity_decided"):
        decide_irregularity(report, to="upheld", reason="Why", by=an_instructor(), now=now)


def test_a_report_says_what_was_seen_of_somebody_else(now):
    attempt = sat(three_questions(), 2, now=now)

    with pytest.raises(Refused, match="irregularity_own_attempt"):
        report_irregularity(attempt, seen=SEEN, by=attempt.learner, now=now)
    with pytest.raises(Refused, match="irregularity_needs_what_was_seen"):
        report_irregularity(attempt, seen="  ", by=an_instructor(), now=now)
