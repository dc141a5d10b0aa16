"""Interim measures: set, carried out, looked at again, ended."""

from datetime import date, datetime

from django.db import transaction

from certification.complaints.actions.handling import close_when_done
from certification.complaints.actions.steps import (
    locked,
    record,
    require_officer,
    tell_party,
    write_step,
)
from certification.complaints.addresses import DECIDER_DESK
from certification.complaints.certificates import (
    certificates_of,
    newest_event,
    suspended_by,
)
from certification.complaints.models import Complaint, InterimMeasure
from certification.complaints.models.complaints import MeasureKind, StepKind
from certification.complaints.people import deciders_of, is_involved
from certification.complaints.rules import measures as rules
from certification.credentials.actions import change_standing
from certification.credentials.actions.locking import holder_locked
from certification.credentials.holds import holds_on
from certification.credentials.models import Certificate
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.lifecycle import Change, Standing
from certification.decisions.models import OutsideInvitation
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

# What stands in the history of the certificate; the reason itself stays with the complaint.
SUSPENDED = "Suspended while a complaint is looked into. This is not a finding."
REINSTATED = "Reinstated: the interim measure of a complaint has ended."


@transaction.atomic
def set_measure(
    complaint: Complaint, *, kind: str, reason: str, review_on: date, by: User, now: datetime
) -> InterimMeasure:
    """It holds at once, but for a suspension, which waits for a decision-maker."""
    complaint = locked(complaint)
    require_officer(complaint, by)
    standing = InterimMeasure.objects.standing().filter(complaint=complaint, kind=kind)
    rules.may_set(
        complaint.state,
        kind,
        holds=standing.exists(),
        has_certificate=bool(certificates_of(complaint.respondent)),
        reason=reason,
        review_on=review_on,
        today=civil_date(now),
    ).require()
    measure = InterimMeasure.objects.create(
        complaint=complaint, kind=kind, reason=reason.strip(), review_on=review_on, by=by, at=now
    )
    days = {"kind": kind, "review": review_on.isoformat()}
    record("certification.complaint.measure_set", complaint, by=by, now=now, **days)
    if kind == MeasureKind.SUSPENSION:
        _ask_a_decision_maker(measure, now)
    else:
        _tell(measure, now)
    return measure


@transaction.atomic
def carry_out_suspension(measure: InterimMeasure, *, by: User, now: datetime) -> InterimMeasure:
    """Suspend every certificate, in the name of another person than proposed it.

    One that is suspended already is so for this reason too from now on.
    """
    complaint = locked(measure.complaint)
    measure = _fresh(measure, complaint)
    rules.may_carry_out(
        waits=measure.ended_at is None and measure.event is None,
        decides=_decides(by),
        involved=is_involved(complaint, by),
        proposed_it=measure.by_id == by.pk,
    ).require()
    holder_locked(complaint.respondent)
    certificates = certificates_of(complaint.respondent)
    if not certificates or measure.kind != MeasureKind.SUSPENSION:
        raise Refused("no_certificate_to_act_on")
    for one in certificates:
        suspend_too(one, SUSPENDED, by, now)
    measure.event = newest_event(certificates[0], EventKind.SUSPENDED)
    measure.save(update_fields=["event"])
    record("certification.complaint.measure_carried_out", complaint, by=by, now=now)
    _tell(measure, now)
    return measure


@transaction.atomic
def look_again(
    measure: InterimMeasure, *, reason: str, review_on: date, by: User, now: datetime
) -> InterimMeasure:
    """Still needed: it goes on until another day, and the reason is kept."""
    complaint = locked(measure.complaint)
    require_officer(complaint, by)
    measure = _fresh(measure, complaint)
    rules.may_look_again(
        ended=measure.ended_at is not None,
        reason=reason,
        review_on=review_on,
        today=civil_date(now),
    ).require()
    measure.review_on = review_on
    measure.save(update_fields=["review_on"])
    verb = "certification.complaint.measure_reviewed"
    write_step(complaint, StepKind.REVIEWED, verb, text=reason, due_on=review_on, by=by, now=now)
    return measure


@transaction.atomic
def end_measure(measure: InterimMeasure, *, reason: str, by: User, now: datetime) -> InterimMeasure:
    """Not needed any more. What nothing else suspends stands again from this moment."""
    complaint = locked(measure.complaint)
    holder_locked(complaint.respondent)
    measure = _fresh(measure, complaint)
    suspended, decides = suspended_by(measure), _decides(by)
    if not (suspended and decides and not is_involved(complaint, by)):
        require_officer(complaint, by)
    rules.may_end(
        ended=measure.ended_at is not None,
        suspended=bool(suspended),
        decides=decides,
        reason=reason,
    ).require()
    end(measure, complaint, reason=reason, by=by, now=now)
    for one in suspended:
        if not holds_on(one):
            change_standing(one, Change.REINSTATE, reason=REINSTATED, by=by, now=now)
    close_when_done(complaint, by=by, now=now)
    return measure


def end(
    measure: InterimMeasure, complaint: Complaint, *, reason: str, by: User, now: datetime
) -> None:
    """Write down that it no longer holds. Whoever learnt of it learns of its end."""
    held = measure.kind != MeasureKind.SUSPENSION or measure.event is not None
    measure.ended_by, measure.ended_at, measure.ended_because = by, now, reason.strip()
    measure.save(update_fields=["ended_by", "ended_at", "ended_because"])
    ended = "certification.complaint.measure_ended"
    record(ended, complaint, by=by, now=now, kind=str(measure.kind))
    if held:
        _tell(measure, now)


def suspend_too(certificate: Certificate, reason: str, by: User, now: datetime) -> None:
    """One suspended meanwhile stays so, from now on for another reason as well."""
    active = certificate.standing == Standing.ACTIVE
    change = Change.SUSPEND if active else Change.KEEP_SUSPENDED
    change_standing(certificate, change, reason=reason, by=by, now=now)


def _fresh(measure: InterimMeasure, complaint: Complaint) -> InterimMeasure:
    row = InterimMeasure.objects.select_related("event__certificate").get(pk=measure.pk)
    row.complaint = complaint
    return row


def _decides(by: User) -> bool:
    """A decision-maker of the house; whoever decides one case only does nothing here."""
    limited = OutsideInvitation.objects.limits(by, Role.DECISION_MAKER)
    return by.has_role(Role.DECISION_MAKER) and not limited


def _ask_a_decision_maker(measure: InterimMeasure, now: datetime) -> None:
    for person in deciders_of(measure.complaint, but=measure.by):
        notify(
            person,
            "certification.complaint_to_carry_out",
            key=str(measure.public_id),
            url=DECIDER_DESK,
            at=now,
        )


def _tell(measure: InterimMeasure, now: datetime) -> None:
    """The respondent; who complained only of what binds them, too."""
    complaint = measure.complaint
    tell_party(complaint.respondent, complaint, now)
    if measure.kind == MeasureKind.NO_CONTACT and complaint.complainant:
        tell_party(complaint.complainant, complaint, now)
