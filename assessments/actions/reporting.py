"""Reports of irregularities. They decide nothing by themselves, and neither does their decision."""

from datetime import datetime

from django.db import transaction

from assessments.models import Attempt, Irregularity
from assessments.rules.irregularities import may_decide, may_report
from training_site import audit


@transaction.atomic
def report_irregularity(attempt: Attempt, *, seen: str, by, now: datetime) -> Irregularity:
    """What was seen, kept encrypted; the record holds that there is a report, and not its words."""
    may_report(own=by == attempt.learner, seen=seen).require()
    report = Irregularity.objects.create(
        attempt=attempt, seen=seen.strip(), reported_by=by, reported_at=now
    )
    _record("assessments.irregularity.reported", report, by=by, now=now, values={})
    return report


@transaction.atomic
def decide_irregularity(
    report: Irregularity, *, to: str, reason: str, by, now: datetime
) -> Irregularity:
    """Close a report with a reason. What follows from it, people do by other means, in the open."""
    rows = Irregularity.objects.select_for_update(of=("self",))
    report = rows.select_related("attempt__learner").get(pk=report.pk)
    may_decide(
        state=report.state,
        reporter=by.pk == report.reported_by_id,
        own=by.pk == report.attempt.learner_id,
        to=to,
        reason=reason,
    ).require()
    report.state, report.decision = to, reason.strip()
    report.decided_by, report.decided_at = by, now
    report.save(update_fields=["state", "decision", "decided_by", "decided_at"])
    _record("assessments.irregularity.decided", report, by=by, now=now, values={"state": to})
    return report


def _record(verb: str, report: Irregularity, *, by, now: datetime, values: dict) -> None:
    learner = report.attempt.learner
    audit.record(verb, actor=by, target=report, subject=learner, at=now, values=values)
