"""Issuing in another's place: the steps of issuing, and the old one ends as the new one begins.

Both change in one transaction, so that a stranger finds one of the two and never both. Where the old
one ended meanwhile, there is nothing to replace, and whoever asked is told.
"""

import uuid
from datetime import datetime

from django.db import transaction

from certification.credentials import snapshots
from certification.credentials.actions import issuing
from certification.credentials.actions.changing import say_again
from certification.credentials.actions.locking import locked
from certification.credentials.addresses import holder_path, staff_path
from certification.credentials.holds import holds_on
from certification.credentials.models import (
    Certificate,
    CertificateEvent,
    CertificateReplacement,
)
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.lifecycle import Standing
from certification.credentials.rules.numbers import new_number
from certification.credentials.rules.replacing import LEADS_TO, Kind, goes_on
from certification.credentials.signals import certificate_replaced
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date

EVENTS = {
    Kind.NAME: EventKind.SUPERSEDED,
    Kind.NUMBER: EventKind.ROTATED,
    Kind.SCOPE: EventKind.NARROWED,
    Kind.RENEWAL: EventKind.RENEWED,
}

WAITED_FOR, DONE_BY_OTHERS = "certification.certificate_ready", "certification.certificate_changed"
NEWS = {
    Kind.NAME: DONE_BY_OTHERS,
    Kind.NUMBER: WAITED_FOR,
    Kind.SCOPE: DONE_BY_OTHERS,
    Kind.RENEWAL: WAITED_FOR,
}


def issue_replacement(replacement_id: int, *, now: datetime) -> Certificate | None:
    """The certificate that was asked for, issued; the one there is, where it was issued before;
    none where the old one has ended."""
    successor = _allocate_successor(replacement_id, now)
    if successor is None or successor.issued_at:
        return successor
    return _change_places(successor, issuing.stored(successor), now)


@transaction.atomic
def _allocate_successor(replacement_id: int, now: datetime) -> Certificate | None:
    old, replacement = _locked(replacement_id)
    existing = Certificate.objects.filter(replacement=replacement).first()
    if replacement.dropped_at or (existing and existing.issued_at):
        return None if replacement.dropped_at else existing
    if not goes_on(old.standing):
        return _drop(replacement, old, now)
    if existing:
        return existing
    snapshot = snapshots.of_replacement(replacement, public_id=uuid.uuid4(), number=new_number())
    return issuing.allocate(
        snapshot,
        now,
        replacement=replacement,
        first=old.origin,
        holder=old.holder,
        scheme_version=old.scheme_version,
        grace_days=old.grace_days,
    )


@transaction.atomic
def _change_places(successor: Certificate, contents: dict, now: datetime) -> Certificate | None:
    """The old one ends first: a trigger refuses to issue the new one while the other stands."""
    old, replacement = _locked(successor.replacement_id)
    row = Certificate.objects.select_for_update(no_key=True).get(pk=successor.pk)
    if row.issued_at:
        return row
    if replacement.dropped_at:
        return None
    if not goes_on(old.standing):
        return _drop(replacement, old, now)
    holds = holds_on(old) if old.standing == Standing.SUSPENDED else []
    if old.standing == Standing.SUSPENDED:
        row.standing, row.standing_on = old.standing, old.standing_on
    _end(old, replacement, now)
    issuing.put_in_force(row, contents, now, replaces=old, news=NEWS[Kind(replacement.kind)])
    if row.standing == Standing.SUSPENDED:
        say_again(row, holds, now)
    certificate_replaced.send(CertificateReplacement, predecessor=old, successor=row, now=now)
    return row


def _locked(replacement_id: int) -> tuple[Certificate, CertificateReplacement]:
    """What is known of the replacement before its certificate is locked is read again."""
    asked = CertificateReplacement.objects.get(pk=replacement_id)
    old = locked(asked.certificate_id)
    rows = CertificateReplacement.objects.select_for_update(no_key=True)
    replacement = rows.get(pk=replacement_id)
    replacement.certificate = old
    return old, replacement


def _end(old: Certificate, replacement: CertificateReplacement, now: datetime) -> None:
    old.standing, old.standing_on = LEADS_TO[Kind(replacement.kind)], civil_date(now)
    old.save(update_fields=["standing", "standing_on"])
    CertificateEvent.objects.create(
        certificate=old,
        kind=EVENTS[Kind(replacement.kind)],
        reason=replacement.reason,
        by_id=replacement.by_id,
        at=now,
    )
    audit.record(
        "certification.certificate.replaced",
        actor=None,
        target=old,
        subject=old.holder,
        at=now,
        values={"kind": replacement.kind},
    )
    for link in old.shares.filter(revoked_at=None):
        link.revoked_at = now
        link.save(update_fields=["revoked_at"])
        audit.record(
            "certification.share.revoked", actor=None, target=link, subject=old.holder, at=now
        )


def _drop(replacement: CertificateReplacement, old: Certificate, now: datetime) -> None:
    replacement.dropped_at = now
    replacement.save(update_fields=["dropped_at"])
    audit.record(
        "certification.certificate.replacement_dropped",
        actor=None,
        target=old,
        subject=old.holder,
        at=now,
        values={"kind": replacement.kind},
    )
    by_holder = replacement.by_id == old.holder_id
    notify(
        replacement.by,
        "certification.replacement_dropped",
        key=str(replacement.public_id),
        url=holder_path(old) if by_holder else staff_path(old),
        at=now,
    )
