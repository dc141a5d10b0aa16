"""What deciding may ask of renewals (see certification.decisions.questions)."""

from datetime import datetime

from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import HELD
from certification.renewals.evidence import window_of
from certification.renewals.rules.terms import POSSIBLE
from certification.renewals.standing import certificates_of
from training_site.content.civil import civil_date


def holds_or_renews(person, now: datetime) -> bool:
    """Whether this person holds a certificate, or one that lapsed so lately that it is renewed.

    Whoever can renew does not apply; after that the way of a first certificate is open again.
    """
    today = civil_date(now)
    if Certificate.objects.held_by(person, today):
        return True
    lapsed = [one for one in certificates_of(person) if one.standing in HELD]
    return any(window_of(one, today) in POSSIBLE for one in lapsed)
