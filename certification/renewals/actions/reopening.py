"""Another round of a renewal after an appeal: the same term, as early as before, by other people."""

from datetime import datetime

from django.db import transaction

from certification.renewals.actions.steps import UNCHECKED, held, record, take, tell
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalOutcome
from certification.renewals.people import able_to
from certification.renewals.rules.states import Step
from certification.renewals.standing import renewals_of
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.verdict import Refused


@transaction.atomic
def reopen_after_appeal(renewal: Renewal, *, by: User, now: datetime) -> Renewal:
    """A new row, handed in at the instant of the one refused: that makes them rounds of one.

    Nobody who checked or decided an earlier round takes part (`people.taking_part`, and a trigger).
    What the holder handed in meanwhile gives way to it, for it came later.
    """
    renewal, _certificate = held(renewal)
    meanwhile = renewals_of(renewal.certificate).exclude(pk=renewal.pk)
    renewed = meanwhile.filter(outcome=RenewalOutcome.RENEW).exists()
    if renewal.outcome != RenewalOutcome.REFUSE or renewed:
        raise Refused("nothing_to_reopen")
    for one in meanwhile.open():
        take(one, Step.TAKE_BACK, **UNCHECKED)
    again = Renewal.objects.create(
        certificate=renewal.certificate,
        certificant=renewal.certificant,
        term_first=renewal.term_first,
        term_last=renewal.term_last,
        declarations=renewal.declarations,
        submitted_at=renewal.submitted_at,
    )
    record("certification.renewal.reopened", again, by, now)
    for registrar in able_to(again, Role.REGISTRAR):
        tell(registrar, "certification.renewal_arrived", again, now)
    return again
