"""Choosing what strangers see, and hiding it again at once."""

import uuid
from datetime import datetime

from django.db import transaction

from certification.credentials.models import Certificate
from certification.credentials.telling import telling_of
from certification.registry.models import RegistryListing
from certification.registry.rules.listing import HIDDEN, Choice, may_choose, settled
from training_site import audit
from training_site.accounts.models import User
from training_site.verdict import Refused


@transaction.atomic
def choose_listing(
    certificate: Certificate,
    *,
    name_shown: bool,
    listed: bool,
    region: str = "",
    contactable: bool = False,
    by: User,
    now: datetime,
) -> RegistryListing:
    """What the next stranger is shown. By the holder alone."""
    one_at_a_time(by)
    if certificate.holder_id != by.pk:
        raise Refused("holder_only")
    choice = settled(Choice(name_shown, listed, region, contactable))
    certificate = Certificate.objects.get(pk=certificate.pk)
    certified = telling_of(certificate, now).is_certified
    kept_hidden = RegistryListing.objects.is_kept_hidden(by)
    may_choose(choice, certified_now=certified, kept_hidden=kept_hidden).require()
    return _write(certificate, choice, by, now)


@transaction.atomic
def hide(holder: User, *, now: datetime) -> None:
    """Hide me now: of all this person holds, nothing but what a number answers shows from the commit on.

    Nothing waits for a job or asks a cache: no page with a name is kept in one.
    """
    one_at_a_time(holder)
    for listing in RegistryListing.objects.showing_something_of(holder):
        _write(listing.certificate, HIDDEN, holder, now)


@transaction.atomic
def stop_letters(holder: User, *, now: datetime) -> None:
    """No more letters; the entry in the list stays."""
    one_at_a_time(holder)
    for listing in RegistryListing.objects.showing_something_of(holder).filter(contactable=True):
        choice = Choice(listing.name_shown, listing.listed, listing.region)
        _write(listing.certificate, choice, holder, now)


def one_at_a_time(holder: User) -> None:
    """What is chosen, hidden and asked for about one person takes turns, from the first look on."""
    User.objects.select_for_update(no_key=True).get(pk=holder.pk)


def _write(certificate: Certificate, choice: Choice, by: User, now: datetime) -> RegistryListing:
    listing = RegistryListing.objects.filter(certificate=certificate).first()
    listing = listing or RegistryListing(certificate=certificate)
    for name, value in choice._asdict().items():
        setattr(listing, name, value)
    listing.letterbox = (listing.letterbox or uuid.uuid4()) if choice.contactable else None
    listing.changed_at = now
    listing.save()
    verb = "certification.listing.hidden" if choice == HIDDEN else "certification.listing.chosen"
    values = {"name_shown": choice.name_shown, "listed": choice.listed, "level": choice.level}
    audit.record(verb, actor=by, target=certificate, subject=by, at=now, values=values)
    return listing
