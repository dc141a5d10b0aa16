"""Sanctions monitored until each is closed; what touches the certificate is done by another person."""

from datetime import date, datetime

from django.db import transaction

from certification.complaints import questions
from certification.complaints.actions.handling import close_when_done
from certification.complaints.actions.measures import end, suspend_too
from certification.complaints.actions.steps import locked, require_officer, tell_party
from certification.complaints.certificates import certificates_of, newest_event
from certification.complaints.models import (
    CommitteeMember,
    Complaint,
    InterimMeasure,
    Sanction,
    SanctionEvent,
)
from certification.complaints.models.complaints import MeasureKind
from certification.complaints.models.findings import SanctionKind, SanctionSaying
from certification.complaints.rules import sanctions as rules
from certification.credentials.actions import change_standing, narrow_scope
from certification.credentials.actions.locking import holder_locked
from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.lifecycle import Change
from certification.decisions.models import OutsideInvitation
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

# What stands in the history of the certificate; the committee's reasons stay with the complaint.
BY_THE_FINDING = "By the finding of a committee. Its reasons are with the holder."
FOLLOWED = "Followed by what the committee decided about the certificate."
VERBS = {
    SanctionSaying.DONE: "certification.sanction.carried_out",
    SanctionSaying.NOT_DONE: "certification.sanction.not_carried_out",
    SanctionSaying.EXTENDED: "certification.sanction.extended",
    SanctionSaying.LIFTED: "certification.sanction.lifted",
}


@transaction.atomic
def say_of_sanction(
    sanction: Sanction,
    *,
    what: str,
    text: str,
    by: User,
    now: datetime,
    due_on: date | None = None,
) -> SanctionEvent:
    """An officer: carried out, not carried out, more time, lifted. With the last, the complaint ends."""
    complaint, sanction = _fresh(sanction)
    require_officer(complaint, by)
    rules.may_say(
        sanction.kind,
        what,
        closed=_is_over(sanction),
        text=text,
        due_on=due_on,
        last_day=sanction.last_day,
        today=civil_date(now),
    ).require()
    said = write(sanction, SanctionSaying(what), text, by=by, now=now, due_on=due_on)
    tell_party(complaint.respondent, complaint, now)
    close_when_done(complaint, by=by, now=now)
    return said


@transaction.atomic
def carry_out_sanction(
    sanction: Sanction,
    *,
    text: str,
    by: User,
    now: datetime,
    scope: str = "",
    certificate: Certificate | None = None,
) -> SanctionEvent:
    """Withdraw or suspend every certificate, or narrow one, by a decision-maker who did not sit on
    the committee. Scopes differ, so of several certificates the one to be narrowed is named."""
    complaint, sanction = _fresh(sanction)
    holder_locked(complaint.respondent)
    certificates = certificates_of(complaint.respondent)
    limited = OutsideInvitation.objects.limits(by, Role.DECISION_MAKER)
    rules.may_carry_out(
        sanction.kind,
        decides=by.has_role(Role.DECISION_MAKER) and not limited,
        involved=by.pk in (complaint.respondent_id, complaint.complainant_id),
        found_it=CommitteeMember.objects.filter(complaint=complaint, person=by).exists(),
        closed=_is_over(sanction),
        has_certificate=bool(certificates),
        appeal_until=sanction.finding.appeal_until,
        appealed=questions.appeal_runs(sanction.finding),
        today=civil_date(now),
    ).require()
    if sanction.kind == SanctionKind.NARROWER:
        certificates = [_named(certificate, certificates)]
    event = _act(sanction, certificates, scope, by, now)
    if event:
        sanction.event = event
        sanction.save(update_fields=["event"])
    said = write(sanction, SanctionSaying.DONE, text, by=by, now=now)
    if sanction.kind != SanctionKind.NARROWER:
        _end_interim_suspension(complaint, by, now)
    close_when_done(complaint, by=by, now=now)
    return said


def write(
    sanction: Sanction,
    what: SanctionSaying,
    text: str,
    *,
    by: User,
    now: datetime,
    due_on: date | None = None,
) -> SanctionEvent:
    due_on = due_on if what == SanctionSaying.EXTENDED else None
    said = SanctionEvent.objects.create(
        sanction=sanction, what=what, text=text.strip(), due_on=due_on, by=by, at=now
    )
    audit.record(
        VERBS[what],
        actor=by,
        target=sanction,
        subject=sanction.finding.respondent,
        at=now,
        values={"due": due_on.isoformat()} if due_on else {},
    )
    return said


def link_narrowing(holder: User, event: CertificateEvent) -> None:
    """The narrower certificate is made by a job; once it stands, its sanction names the event."""
    waiting = Sanction.objects.filter(
        kind=SanctionKind.NARROWER,
        event=None,
        finding__respondent=holder,
        events__what=SanctionSaying.DONE,
        events__by=event.by,
    )
    sanction = waiting.order_by("-events__at").first()
    if sanction:
        sanction.event = event
        sanction.save(update_fields=["event"])


def _fresh(sanction: Sanction) -> tuple[Complaint, Sanction]:
    complaint = locked(sanction.finding.complaint)
    return complaint, Sanction.objects.with_case().get(pk=sanction.pk)


def _is_over(sanction: Sanction) -> bool:
    return sanction.closed is not None or sanction.finding.set_aside_at is not None


def _named(named: Certificate | None, certificates: list[Certificate]) -> Certificate:
    if named in certificates or (named is None and len(certificates) == 1):
        return named or certificates[0]
    raise Refused("name_the_certificate")


def _act(
    sanction: Sanction, certificates: list[Certificate], scope: str, by: User, now: datetime
) -> CertificateEvent | None:
    """The first event stands for what is done to all of them."""
    done_by = {"reason": BY_THE_FINDING, "by": by, "now": now}
    if sanction.kind == SanctionKind.NARROWER:
        narrow_scope(certificates[0], scope=scope, **done_by)
        return None
    withdrawn = sanction.kind == SanctionKind.WITHDRAWAL
    for one in certificates:
        if withdrawn:
            change_standing(one, Change.WITHDRAW, **done_by)
        else:
            suspend_too(one, **done_by)
    kind = EventKind.WITHDRAWN if withdrawn else EventKind.SUSPENDED
    return newest_event(certificates[0], kind)


def _end_interim_suspension(complaint: Complaint, by: User, now: datetime) -> None:
    standing = InterimMeasure.objects.standing().filter(complaint=complaint)
    for measure in standing.filter(kind=MeasureKind.SUSPENSION).select_related("event"):
        measure.complaint = complaint
        end(measure, complaint, reason=FOLLOWED, by=by, now=now)
