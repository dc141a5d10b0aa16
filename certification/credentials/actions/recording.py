"""Taking over a certification that was granted before this site was used: two people do it."""

from datetime import date, datetime

from django.db import transaction

from certification.credentials.answers import may_certify_record, may_print
from certification.credentials.models import RecordedCertification
from certification.decisions.models import OutsideInvitation
from certification.scheme.models import SchemeVersion
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.jobs import enqueue
from training_site.verdict import Refused


def record_certification(
    holder: User,
    *,
    scheme_version: SchemeVersion,
    evidence: str,
    granted_on: date,
    valid_until: date,
    by: User,
    now: datetime,
) -> RecordedCertification:
    """Describe what was seen. It counts for nothing before a second person has approved it.

    The name is tried before any lock is taken: a certificate that can't carry it is not promised.
    """
    if holder.pk == by.pk:
        raise Refused("own_record")
    if not by.has_role(Role.REGISTRAR):
        raise Refused("role_missing")
    if valid_until < granted_on:
        raise Refused("dates_reversed")
    if granted_on > civil_date(now):
        raise Refused("date_in_future")  # nobody is told of one that has not begun
    may_print(holder.name).require()
    return _record(
        RecordedCertification(
            holder=holder,
            scheme_version=scheme_version,
            evidence=evidence.strip(),
            granted_on=granted_on,
            valid_until=valid_until,
            recorded_by=by,
            recorded_at=now,
        )
    )


@transaction.atomic
def _record(record: RecordedCertification) -> RecordedCertification:
    record.save()
    holder, by, now = record.holder, record.recorded_by, record.recorded_at
    audit.record("certification.record.made", actor=by, target=record, subject=holder, at=now)
    limited = OutsideInvitation.objects.people_limited_to(Role.DECISION_MAKER)
    able = User.objects.holding(Role.DECISION_MAKER).exclude(pk__in=limited)
    for decider in able.exclude(pk__in=[by.pk, holder.pk]):
        notify(
            decider,
            "certification.record_to_approve",
            key=str(record.public_id),
            url="/admin/certification/records/",
            at=now,
        )
    return record


def approve_recorded(
    record: RecordedCertification, *, by: User, now: datetime
) -> RecordedCertification:
    """The second person's word; the certificate is then issued by a job, as any other."""
    if by.has_role(Role.DECISION_MAKER):
        may_certify_record(record, by).require()
    return _approve(record, by, now)


@transaction.atomic
def _approve(record: RecordedCertification, by: User, now: datetime) -> RecordedCertification:
    record = RecordedCertification.objects.select_for_update().get(pk=record.pk)
    limited = OutsideInvitation.objects.limits(by, Role.DECISION_MAKER)
    if limited or not by.has_role(Role.DECISION_MAKER):
        raise Refused("role_missing")
    if record.holder_id == by.pk:
        raise Refused("own_record")
    if record.recorded_by_id == by.pk:
        raise Refused("record_needs_another")
    if record.approved_at:
        raise Refused("record_approved")
    record.approved_by, record.approved_at = by, now
    record.save(update_fields=["approved_by", "approved_at"])
    audit.record(
        "certification.record.approved", actor=by, target=record, subject=record.holder, at=now
    )
    enqueue("certification.issue_recorded", key=f"issue-record:{record.pk}", args=[record.pk])
    return record
