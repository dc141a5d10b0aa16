"""What a day brings: told once for each day that counts, and nothing follows by itself."""

from collections.abc import Iterable
from datetime import date, datetime

from certification.complaints.actions.steps import tell_officers
from certification.complaints.addresses import DECIDER_DESK, party_path
from certification.complaints.models import Complaint, InterimMeasure, Sanction
from certification.complaints.people import deciders_of
from certification.complaints.rules.sanctions import is_overdue
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date

LATE, REVIEW = "certification.complaint_late", "certification.complaint_measure_to_review"
DUE = "certification.complaint_sanction_due"


def tell_of_days(*, now: datetime) -> None:
    today = civil_date(now)
    _late(today, now)
    _to_review(today, now)
    _sanctions_due(today, now)
    _to_carry_out(today, now)


def _late(today: date, now: datetime) -> None:
    for one in Complaint.objects.overdue(today):
        key = f"{one.public_id}:{one.answer_by.isoformat()}"
        tell_officers(LATE, one, key=key, now=now)


def _to_review(today: date, now: datetime) -> None:
    due = InterimMeasure.objects.to_review(today)
    for one in due.select_related("complaint"):
        key = f"{one.public_id}:{one.review_on.isoformat()}"
        tell_officers(REVIEW, one.complaint, key=key, now=now)


def _sanctions_due(today: date, now: datetime) -> None:
    """The respondent, too: somebody may be waiting for a word."""
    for one in _open(Sanction.objects.open()):
        if is_overdue(one.last_day, closed=False, today=today):
            complaint = one.finding.complaint
            key = f"{one.public_id}:{one.last_day.isoformat()}"
            tell_officers(DUE, complaint, key=key, now=now)
            notify(complaint.respondent, DUE, key=key, url=party_path(complaint), at=now)


def _to_carry_out(today: date, now: datetime) -> None:
    """Decision-makers, from the day after the time to appeal."""
    ripe = Sanction.objects.to_carry_out().filter(finding__appeal_until__lt=today)
    for one in _open(ripe):
        for person in deciders_of(one.finding.complaint):
            event = "certification.complaint_to_carry_out"
            notify(person, event, key=str(one.public_id), url=DECIDER_DESK, at=now)


def _open(rows) -> Iterable[Sanction]:
    return rows.with_case()
