"""Another committee, after an appeal set a finding aside."""

from datetime import datetime, timedelta

from django.db import transaction

from certification.complaints.actions.calling import end_outside_access, tell_of_empty_seat
from certification.complaints.actions.sanctions import write
from certification.complaints.actions.steps import locked, take, tell_parties, write_step
from certification.complaints.models import Complaint, ComplaintFinding, Sanction
from certification.complaints.models.complaints import StepKind
from certification.complaints.models.findings import SanctionSaying
from certification.complaints.rules.policy import DAYS_TO_ANSWER
from certification.complaints.rules.states import Step
from training_site.accounts.models import User
from training_site.content.civil import civil_date
from training_site.verdict import Refused

SET_ASIDE = "The finding was set aside on appeal, and this with it."


@transaction.atomic
def reopen_after_appeal(finding: ComplaintFinding, *, by: User, now: datetime) -> Complaint:
    """Whoever sat before is out; what was to follow from the finding no longer does.

    What had been done to the certificate by then is undone by the appeal, not here.
    """
    complaint = locked(finding.complaint)
    finding = ComplaintFinding.objects.get(pk=finding.pk)
    if finding.set_aside_at or finding.round != complaint.round:
        raise Refused("finding_set_aside")
    _lift(finding, by, now)
    finding.set_aside_at = now
    finding.save(update_fields=["set_aside_at"])
    answer_by = max(complaint.answer_by, civil_date(now) + timedelta(days=DAYS_TO_ANSWER))
    take(complaint, Step.SET_ASIDE, round=complaint.round + 1, ballot=1, answer_by=answer_by)
    verb = "certification.complaint.set_aside"
    write_step(complaint, StepKind.REOPENED, verb, by=by, now=now)
    end_outside_access(complaint, by=by, now=now)
    tell_parties(complaint, now)
    tell_of_empty_seat(complaint, now)
    return complaint


def _lift(finding: ComplaintFinding, by: User, now: datetime) -> None:
    for sanction in Sanction.objects.open().filter(finding=finding).with_case():
        write(sanction, SanctionSaying.LIFTED, SET_ASIDE, by=by, now=now)
