"""Links to the documents: made, and ended, by the holder alone."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from certification.credentials.actions.locking import locked
from certification.credentials.models import Certificate, ShareToken
from certification.credentials.models.sharing import hash_of
from certification.credentials.rules.lifecycle import HELD
from certification.credentials.rules.sharing import may_share
from training_site import audit
from training_site.accounts.models import User
from training_site.verdict import Refused


@transaction.atomic
def share(
    certificate: Certificate, *, days: int, label: str = "", by: User, now: datetime
) -> ShareToken:
    """Whoever has the link sees name and documents until it ends: that is said where it is made."""
    _holder_only(certificate, by)
    certificate = locked(certificate.pk)
    may_share(days=days, held=certificate.standing in HELD).require()
    token = secrets.token_urlsafe(32)
    link = ShareToken.objects.create(
        certificate=certificate,
        label=label,
        token=token,
        token_hash=hash_of(token),
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    audit.record("certification.share.made", actor=by, target=link, subject=by, at=now)
    return link


@transaction.atomic
def revoke_share(link: ShareToken, *, by: User, now: datetime) -> ShareToken:
    _holder_only(link.certificate, by)
    link = ShareToken.objects.select_for_update().get(pk=link.pk)
    if link.revoked_at is None:
        link.revoked_at = now
        link.save(update_fields=["revoked_at"])
        audit.record("certification.share.revoked", actor=by, target=link, subject=by, at=now)
    return link


@transaction.atomic
def revoke_all_shares(certificate: Certificate, *, by: User, now: datetime) -> int:
    """Every link that still opens this certificate; how many there were."""
    _holder_only(certificate, by)
    open_ones = list(certificate.shares.open(now).select_related("certificate"))
    for link in open_ones:
        revoke_share(link, by=by, now=now)
    return len(open_ones)


def _holder_only(certificate: Certificate, by: User) -> None:
    if certificate.holder_id != by.pk:
        raise Refused("holder_only")
