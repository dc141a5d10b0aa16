"""What the certificant does: hand in, hand in again what came back, take back."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from certification.credentials.models import Certificate
from certification.renewals.actions.steps import UNCHECKED, current, held, record, take, tell
from certification.renewals.evidence import evidence_of, window_of
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalState
from certification.renewals.people import able_to
from certification.renewals.rules.renewing import may_hand_in, may_renew
from certification.renewals.rules.states import Step
from certification.renewals.standing import renewal_of
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def hand_in(
    certificate: Certificate, *, declarations: Collection[str], by: User, now: datetime
) -> Renewal:
    """Open another cycle, or go on with the one that came back. Nothing of earlier ones changes.

    What came back stays as early as it was handed in first; hours may wait for the registrar.
    """
    row = _own(certificate, by)
    before = renewal_of(row)
    returned = before is not None and before.state == RenewalState.RETURNED
    day = civil_date(before.submitted_at if returned else now)
    may_renew(row.standing, window_of(row, day)).require()
    may_hand_in(
        complete=evidence_of(row, now).complete,
        declared=declarations,
        under_way=_under_way(before),
    ).require()
    declared = sorted(declarations)
    if returned:
        renewal, _row = held(before)
        take(renewal, Step.SUBMIT_AGAIN, declarations=declared)
    else:
        renewal = Renewal.objects.create(
            certificate=row,
            certificant=by,
            term_first=row.valid_from,
            term_last=row.valid_until,
            declarations=declared,
            submitted_at=now,
        )
    record("certification.renewal.submitted", renewal, by, now)
    for registrar in able_to(renewal, Role.REGISTRAR):
        tell(registrar, "certification.renewal_arrived", renewal, now)
    return renewal


@transaction.atomic
def take_back(renewal: Renewal, *, by: User, now: datetime) -> Renewal:
    """Until it is decided; it can be handed in again while there is time."""
    renewal, _certificate = held(renewal)
    if renewal.certificant_id != by.pk:
        raise Refused("own_renewal_only")
    take(renewal, Step.TAKE_BACK, **UNCHECKED)
    record("certification.renewal.taken_back", renewal, by, now)
    return renewal


def _own(certificate: Certificate, by: User) -> Certificate:
    """Two windows of the same person take turns."""
    row = current(certificate)
    if row.holder_id != by.pk:
        raise Refused("own_renewal_only")
    return row


def _under_way(before: Renewal | None) -> bool:
    """Handed in, or renewed and the next certificate on its way; a refusal leaves the way open."""
    if before is None or before.state == RenewalState.RETURNED:
        return False
    return before.outcome != "refuse"
