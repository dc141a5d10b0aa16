"""Choosing what strangers see, and hiding it again at once."""

from datetime import datetime

from django.db import transaction

from certification.credentials.models import Certificate
from certification.credentials.rules.public_state import CERTIFIED_NOW
from certification.registry.models import RegistryListing
from certification.registry.rules.listing import HIDDEN, Choice, may_choose, settled
from training_site import audit
from training_site.accounts.models import User
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def choose_listing(
    certificate: Certificate,
    *,
    name_shown: bool,
    listed: bool,
    region: str = "",
    by: User,
    now: datetime,
) -> RegistryListing:
    """What the next stranger is shown. By the holder alone."""
    if certificate.holder_id != by.pk:
        raise Refused("holder_only")
    choice = settled(Choice(name_shown, listed, region))
    certified = certificate.state_on(civil_date(now)) in CERTIFIED_NOW
    may_choose(choice, certified_now=certified).require()
    listing, _created = RegistryListing.objects.update_or_create(
        certificate=certificate, defaults={**choice._asdict(), "changed_at": now}
    )
    verb = "certification.listing.hidden" if choice == HIDDEN else "certification.listing.chosen"
    audit.record(
        verb,
        actor=by,
        target=certificate,
        subject=by,
        at=now,
        values={"name_shown": choice.name_shown, "listed": choice.listed},
    )
    return listing


def hide(certificate: Certificate, *, by: User, now: datetime) -> RegistryListing:
    """Hide me now: nothing shows from this moment on."""
    return choose_listing(certificate, name_shown=False, listed=False, by=by, now=now)
