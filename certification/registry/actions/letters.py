"""Letters through the site: handed in by anybody, read, removed or reported by whom they are to."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from certification.concerns.actions.concerns import report_concern
from certification.concerns.models import Concern
from certification.registry.models import ContactMessage, RegistryListing
from certification.registry.rules.letters import KEPT, is_delivered
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

DAY = timedelta(days=1)
TEXTS = {"sender": "", "reply_to": "", "text": ""}


@transaction.atomic
def hand_in_letter(
    letterbox: UUID, *, sender: str, reply_to: str, text: str, trapped: bool, now: datetime
) -> ContactMessage | None:
    """Kept for its recipient, or for nobody; whoever handed it in is answered alike.

    Nothing of the writer is kept but what was typed, and the record names no actor.
    """
    listing = RegistryListing.objects.taking_letters(civil_date(now)).filter(letterbox=letterbox)
    listing = listing.select_related("certificate__holder").first()
    recipient = listing and listing.certificate.holder
    lately = list(ContactMessage.objects.to(recipient).filter(sent_at__gt=now - DAY))
    delivered = is_delivered(
        takes_letters=bool(listing),
        trapped=trapped,
        said_already=any(letter.text == text for letter in lately),
        in_last_day=len(lately),
    )
    if not delivered:
        return None
    letter = ContactMessage.objects.create(
        certificate=listing.certificate,
        recipient=recipient,
        sender=sender,
        reply_to=reply_to,
        text=text,
        sent_at=now,
    )
    _record("certification.letter.received", letter, None, now)
    notify(
        recipient,
        "certification.letter_arrived",
        key=str(letter.public_id),
        url=reverse("letters"),
        at=now,
    )
    return letter


def read_letter(letter: ContactMessage, *, now: datetime) -> None:
    """Reading is no event of the record; the list only knows that it is no longer new."""
    ContactMessage.objects.filter(pk=letter.pk, read_at=None).update(read_at=now)


@transaction.atomic
def remove_letter(letter: ContactMessage, *, by: User, now: datetime) -> None:
    """Out of her sight and, unless somebody looks into it, out of the database."""
    letter = _own(letter, by)
    letter.removed_at = now
    if letter.reported_at is None:
        _empty(letter)
    letter.save()
    _record("certification.letter.removed", letter, by, now)


@transaction.atomic
def report_letter(letter: ContactMessage, *, by: User, now: datetime) -> None:
    """Called unwelcome: the complaints officers may read it from here on, and are told."""
    letter = _own(letter, by)
    if letter.reported_at or not letter.text:
        raise Refused("letter_not_there")
    letter.reported_at = now
    letter.save(update_fields=["reported_at"])
    _record("certification.letter.reported", letter, by, now)
    for officer in User.objects.holding(Role.COMPLAINTS_OFFICER).exclude(pk=by.pk):
        notify(
            officer,
            "certification.letter_reported",
            key=str(letter.public_id),
            url=reverse("registry_desk"),
            at=now,
        )


@transaction.atomic
def open_reported(letter: ContactMessage, *, by: User, now: datetime) -> None:
    """Whoever reads another's letter leaves a trace."""
    _record("certification.letter.opened", letter, by, now)


@transaction.atomic
def settle_reported(
    letter: ContactMessage, *, by: User, now: datetime, as_concern: bool = False
) -> Concern | None:
    """Nothing more to be done with it here; its words go on as a concern, or are gone."""
    letter = ContactMessage.objects.select_for_update().get(pk=letter.pk)
    if letter.reported_at is None or not letter.text:
        raise Refused("letter_not_there")
    if letter.recipient_id == by.pk:
        raise Refused("own_letter")
    concern = _concern_of(letter, now) if as_concern else None
    letter.removed_at = letter.removed_at or now
    _empty(letter)
    letter.save()
    _record("certification.letter.settled", letter, by, now)
    return concern


@transaction.atomic
def empty_old_letters(*, now: datetime) -> int:
    """The texts of what came ninety days ago are gone; of reported ones, ninety days after that."""
    old = ContactMessage.objects.with_texts().older_than(now - KEPT)
    return old.update(**TEXTS, removed_at=now)


def _own(letter: ContactMessage, by: User) -> ContactMessage:
    if letter.recipient_id != by.pk:
        raise Refused("holder_only")
    return ContactMessage.objects.select_for_update().get(pk=letter.pk)


def _concern_of(letter: ContactMessage, now: datetime) -> Concern:
    words = "\n\n".join([letter.sender, letter.text])
    return report_concern(text=words, reply_to=letter.reply_to, today=civil_date(now), now=now)


def _empty(letter: ContactMessage) -> None:
    letter.sender = letter.reply_to = letter.text = ""


def _record(verb: str, letter: ContactMessage, by: User | None, now: datetime) -> None:
    audit.record(verb, actor=by, target=letter, subject=letter.recipient, at=now)
