"""The answer to an appeal, by people who took no part, and what follows from it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from certification.appeals.models import Appeal, AppealRuling
from certification.appeals.models.appeals import Follows
from certification.appeals.people import in_conflict, took_part
from certification.appeals.rules import appealing as rules
from certification.complaints.actions import end_measure
from certification.complaints.actions.reopening import reopen_after_appeal as complaint_reopened
from certification.complaints.certificates import measure_behind
from certification.credentials.actions import change_standing, give_back_scope
from certification.credentials.holds import holds_on
from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.lifecycle import Change
from certification.decisions.actions.inviting import end_outside_access
from certification.decisions.actions.reopening import reopen_for_others, reopen_when_met
from certification.decisions.actions.steps import locked, take
from certification.decisions.models import OutsideInvitation
from certification.decisions.rules.reviewing import enough_said
from certification.decisions.rules.states import Step
from certification.decisions.statement import require_statement
from certification.renewals.actions.reopening import reopen_after_appeal as renewal_reopened
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.verdict import Refused

REINSTATED = "Reinstated on appeal. The answer to the appeal gives the reasons."
GIVEN_BACK = "The scope as it was before, on appeal. The answer to the appeal gives the reasons."


@transaction.atomic
def answer_appeal(
    appeal: Appeal,
    *,
    outcome: str,
    follows: str,
    reasons: Collection[str],
    text: str,
    by: User,
    now: datetime,
) -> AppealRuling:
    """Uphold it, in whole or in part, or dismiss it; what follows happens in the same transaction."""
    if appeal.decision_id:
        locked(appeal.decision.application)
    row = Appeal.objects.select_for_update(of=("self",)).with_case().get(pk=appeal.pk)
    _require_role(row, by, now)
    rules.may_answer(
        is_appellant=row.appellant_id == by.pk,
        took_part=took_part(row, by),
        in_conflict=in_conflict(row, by, now),
        answered=row.answer is not None,
    ).require()
    rules.may_give(row.against, outcome, follows, reasons).require()
    enough_said(text).require()
    ruling = _write(row, outcome, follows, reasons, text, by, now)
    _follow(row, follows, by, now)
    notify(
        row.appellant,
        "certification.appeal_answered",
        key=str(row.public_id),
        url=f"/certification/appeals/{row.public_id}/",
        at=now,
    )
    return ruling


def _require_role(appeal: Appeal, by: User, now: datetime) -> None:
    """A decision-maker of the house, or one invited from outside for this very case."""
    if not by.has_role(Role.DECISION_MAKER):
        raise Refused("role_missing")
    if OutsideInvitation.objects.limits(by, Role.DECISION_MAKER):
        cases = OutsideInvitation.objects.in_force(by)
        if not cases.filter(application=appeal.application, application__isnull=False).exists():
            raise Refused("role_missing")
    if appeal.application:
        require_statement(appeal.application, by, now)


def _write(appeal, outcome, follows, reasons, text, by: User, now: datetime) -> AppealRuling:
    ruling = AppealRuling.objects.create(
        appeal=appeal,
        appellant=appeal.appellant,
        decided_by=by,
        outcome=outcome,
        follows=follows,
        reason_codes=sorted(reasons),
        reason_list=rules.VERSION,
        text=text.strip(),
        decided_at=now,
    )
    audit.record(
        "certification.appeal.answered",
        actor=by,
        target=appeal,
        subject=appeal.appellant,
        at=now,
        values={"outcome": outcome, "follows": follows, "reasons": sorted(reasons)},
        text=text.strip(),
    )
    return ruling


def _follow(appeal: Appeal, follows: str, by: User, now: datetime) -> None:
    """A deferral whose conditions were met while the appeal ran goes on now."""
    if follows == Follows.REOPEN:
        _begin_anew(appeal, by, now)
    elif appeal.decision:
        take(locked(appeal.decision.application), Step.APPEAL_ANSWERED, now)
        reopen_when_met(appeal.decision, by=by, now=now)
    elif follows == Follows.REINSTATE:
        _give_back(appeal.event, by, now)
    if appeal.decision:
        end_outside_access(appeal.application, by=by, now=now)


def _begin_anew(appeal: Appeal, by: User, now: datetime) -> None:
    """Set aside, and decided again by people who had no part in it."""
    if appeal.decision:
        reopen_for_others(appeal.decision, by=by, now=now)
    elif appeal.renewal:
        renewal_reopened(appeal.renewal, by=by, now=now)
    else:
        complaint_reopened(appeal.finding, by=by, now=now)


def _give_back(event: CertificateEvent, by: User, now: datetime) -> None:
    """The certificate that counts now stands again, or gets back the scope it had.

    An interim measure that suspended it ends with that. While another reason suspends it, it does
    not stand again: this one has ended all the same, as the ruling says.
    """
    measure = measure_behind(event)
    if measure and measure.ended_at is None:
        end_measure(measure, reason=REINSTATED, by=by, now=now)
        return
    current = Certificate.objects.current_of(event.certificate)
    if event.kind == EventKind.NARROWED:
        scope = event.certificate.snapshot["scope"]
        give_back_scope(current, scope=scope, reason=GIVEN_BACK, by=by, now=now)
        return
    withdrawn = event.kind == EventKind.WITHDRAWN
    if not withdrawn and holds_on(current):
        return
    change = Change.REINSTATE_ON_APPEAL if withdrawn else Change.REINSTATE
    change_standing(current, change, reason=REINSTATED, by=by, now=now)
