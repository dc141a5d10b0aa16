"""Asking for a certificate to take another's place; a job then makes it (see issuing_again)."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from certification.credentials.actions.locking import locked
from certification.credentials.answers import may_print, may_print_scope
from certification.credentials.models import Certificate, CertificateReplacement
from certification.credentials.questions import complaint_open
from certification.credentials.rules import replacing as rules
from certification.credentials.rules.replacing import Kind
from certification.credentials.telling import telling_of
from certification.decisions.models import OutsideInvitation
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.jobs import enqueue
from training_site.verdict import Refused, Verdict

BY_HOLDER = "Its holder asked for another number."


def correct_name(
    certificate: Certificate, *, name: str, reason: str, by: User, now: datetime
) -> CertificateReplacement:
    """The same decision, printed with the right name. What can't be printed is refused here."""
    _require_role(by, Role.REGISTRAR)
    name = name.strip()
    may_print(name).require()

    def allowed(row: Certificate, waiting: bool) -> Verdict:
        return rules.may_correct_name(
            row.standing,
            is_holder=row.holder_id == by.pk,
            waiting=waiting,
            reason=reason,
            name=name,
            printed=row.snapshot["holder_name"],
        )

    return _promise(certificate, Kind.NAME, allowed, reason=reason, by=by, now=now, name=name)


def rotate_number(certificate: Certificate, *, by: User, now: datetime) -> CertificateReplacement:
    """Another number for its holder; the old one then answers as if it had never been."""

    def allowed(row: Certificate, waiting: bool) -> Verdict:
        return rules.may_change_number(
            is_holder=row.holder_id == by.pk,
            waiting=waiting,
            certified_now=telling_of(row, now).is_certified,
            complaint_open=complaint_open(row.holder),
        )

    return _promise(certificate, Kind.NUMBER, allowed, reason=BY_HOLDER, by=by, now=now)


def narrow_scope(
    certificate: Certificate, *, scope: str, reason: str, by: User, now: datetime
) -> CertificateReplacement:
    """Less than was granted, decided by a decision-maker; the holder can appeal."""
    _require_role(by, Role.DECISION_MAKER)
    scope = scope.strip()
    may_print_scope(certificate.frozen, scope).require()

    def allowed(row: Certificate, waiting: bool) -> Verdict:
        return rules.may_narrow(
            row.standing,
            is_holder=row.holder_id == by.pk,
            waiting=waiting,
            reason=reason,
            scope=scope,
            printed=row.snapshot["scope"],
        )

    return _promise(certificate, Kind.SCOPE, allowed, reason=reason, by=by, now=now, scope=scope)


def give_back_scope(
    certificate: Certificate, *, scope: str, reason: str, by: User, now: datetime
) -> CertificateReplacement:
    """What an appeal against a narrowing gives back: a corrected one takes the narrower one's place.

    `certificate` may be an earlier one of its line; the name stays as it is printed now.
    """
    _require_role(by, Role.DECISION_MAKER)
    current = Certificate.objects.current_of(certificate) or certificate
    name = current.snapshot["holder_name"]

    def allowed(row: Certificate, waiting: bool) -> Verdict:
        return rules.may_narrow(
            row.standing,
            is_holder=row.holder_id == by.pk,
            waiting=waiting,
            reason=reason,
            scope=scope,
            printed=row.snapshot["scope"],
        )

    differs = {"name": name, "scope": scope}
    return _promise(current, Kind.NAME, allowed, reason=reason, by=by, now=now, **differs)


def replace_for_renewal(
    certificate: Certificate,
    *,
    valid_from: date,
    valid_until: date,
    by: User,
    reason: str,
    now: datetime,
) -> CertificateReplacement:
    """The next term, called where a renewal is granted, in that transaction; `by` decided it.

    `certificate` may be an earlier one of its line: what a name or a number changed meanwhile stays.
    """
    current = Certificate.objects.current_of(certificate) or certificate

    def allowed(row: Certificate, waiting: bool) -> Verdict:
        return rules.may_begin_term(
            row.standing,
            is_holder=row.holder_id == by.pk,
            waiting=waiting,
            last_day=row.valid_until,
            valid_from=valid_from,
            until=valid_until,
        )

    term = {"valid_from": valid_from, "valid_until": valid_until}
    return _promise(current, Kind.RENEWAL, allowed, reason=reason, by=by, now=now, **term)


@transaction.atomic
def _promise(
    certificate: Certificate,
    kind: Kind,
    allowed: Callable[[Certificate, bool], Verdict],
    *,
    reason: str,
    by: User,
    now: datetime,
    **differs,
) -> CertificateReplacement:
    """One request at a time for each certificate; the unique key is the last wall."""
    row = locked(certificate.pk)
    allowed(row, row.replacements.waiting().exists()).require()
    reason = reason.strip()
    replacement = CertificateReplacement.objects.create(
        certificate=row, kind=kind, reason=reason, by=by, at=now, **differs
    )
    audit.record(
        "certification.certificate.replacement_asked",
        actor=by,
        target=row,
        subject=row.holder,
        at=now,
        values={"kind": str(kind)},
        text=reason,
    )
    name = "certification.issue_replacement"
    enqueue(name, key=f"replace:{replacement.pk}", args=[replacement.pk])
    return replacement


def _require_role(by: User, role: Role) -> None:
    if OutsideInvitation.objects.limits(by, role) or not by.has_role(role):
        raise Refused("role_missing")
