"""Setting conditions, saying that one is done, closing it, giving more time, telling what is overdue."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from certification.decisions.actions.reopening import reopen_when_met
from certification.decisions.actions.steps import locked
from certification.decisions.contacts import conflicts_for
from certification.decisions.evidence import evidence_of
from certification.decisions.models import Condition, ConditionEvent, Decision, OutsideInvitation
from certification.decisions.models.conditions import Saying
from certification.decisions.rules import conditions as rules
from certification.scheme.path import KNOTS
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

APPLY = "/certification/apply/"
VERBS = {
    Saying.DONE: "certification.condition.said_done",
    Saying.MET: "certification.condition.met",
    Saying.NOT_MET: "certification.condition.not_met",
    Saying.EXTENDED: "certification.condition.extended",
}


def attach(decision: Decision, conditions: Iterable[rules.Asked]) -> None:
    """Write down what a decision asks for; `decide` has asked the rule."""
    for one in conditions:
        row = Condition.objects.create(decision=decision, kind_list=rules.VERSION, **one._asdict())
        audit.record(
            "certification.condition.set",
            actor=decision.decision_maker,
            target=row,
            subject=decision.applicant,
            at=decision.decided_at,
            values={"kind": one.kind, "due": one.due_on.isoformat()},
            text=one.text,
        )


@transaction.atomic
def say_done(condition: Condition, *, text: str, by: User, now: datetime) -> ConditionEvent:
    """The applicant's word that it is done; staff look at it next."""
    locked(condition.decision.application)
    is_applicant = condition.decision.applicant_id == by.pk
    closed = bool(_fresh(condition).closed)
    rules.may_say_done(is_applicant=is_applicant, closed=closed, text=text).require()
    event = _write(condition, Saying.DONE, text, by, now)
    for registrar in User.objects.holding(Role.REGISTRAR).exclude(pk=by.pk):
        _tell(registrar, "certification.condition_said_done", condition, now)
    return event


@transaction.atomic
def close_condition(
    condition: Condition,
    *,
    what: str,
    reason: str,
    by: User,
    now: datetime,
    due_on: date | None = None,
) -> ConditionEvent:
    """Met, not met, or more time. With the last one met, a deferral goes back to the deciders."""
    application = locked(condition.decision.application)
    _require_role(by)
    row, today = _fresh(condition), civil_date(now)
    rules.may_close(
        is_applicant=application.applicant_id == by.pk,
        in_conflict=bool(conflicts_for(application, by, today)),
        closed=bool(row.closed),
        reason=reason,
    ).require()
    if what == Saying.EXTENDED:
        rules.may_extend(due_on, last_day=row.last_day, today=today).require()
    elif what == Saying.MET:
        _require_shown(row, now)
    event = _write(row, Saying(what), reason, by, now, due_on=due_on)
    _tell(application.applicant, "certification.condition_answered", row, now)
    reopen_when_met(row.decision, by=by, now=now)
    return event


def tell_overdue(now: datetime) -> int:
    """Applicant and staff are told once for each day that a condition has run out on."""
    overdue = [
        one for one in Condition.objects.open().with_case() if one.last_day < civil_date(now)
    ]
    for one in overdue:
        people = User.objects.holding(Role.REGISTRAR) | User.objects.holding(Role.DECISION_MAKER)
        staff = people.exclude(pk=one.decision.applicant_id).distinct()
        for person in [one.decision.applicant, *staff]:
            key = f"{one.public_id}:{one.last_day.isoformat()}"
            _tell(person, "certification.condition_overdue", one, now, key=key)
    return len(overdue)


def _fresh(condition: Condition) -> Condition:
    return Condition.objects.with_case().get(pk=condition.pk)


def _require_role(by: User) -> None:
    """Registrars and decision-makers of the house; who decides one case only closes nothing."""
    decides = by.has_role(Role.DECISION_MAKER)
    limited = OutsideInvitation.objects.limits(by, Role.DECISION_MAKER)
    if not by.has_role(Role.REGISTRAR) and (limited or not decides):
        raise Refused("role_missing")


def _require_shown(condition: Condition, now: datetime) -> None:
    """Where a requirement shows it, the engine has to find that requirement met."""
    if not condition.shown_by:
        return
    answer = evidence_of(condition.decision.application, now).document["requirements"]
    states = {row["id"]: row["state"] for row in answer}
    if KNOTS.get(states.get(condition.shown_by)) != "done":
        raise Refused("condition_not_shown")


def _write(condition, what: Saying, text: str, by: User, now: datetime, *, due_on=None):
    if what != Saying.EXTENDED:
        due_on = None
    event = ConditionEvent.objects.create(
        condition=condition,
        applicant=condition.decision.applicant,
        what=what,
        text=text.strip(),
        due_on=due_on,
        by=by,
        at=now,
    )
    audit.record(
        VERBS[what],
        actor=by,
        target=condition,
        subject=condition.decision.applicant,
        at=now,
        values={"due": due_on.isoformat()} if due_on else {},
        text=text.strip(),
    )
    return event


def _tell(person: User, event: str, condition: Condition, now: datetime, *, key: str = "") -> None:
    case = condition.decision.application
    own = person.pk == condition.decision.applicant_id
    url = APPLY if own else f"/admin/certification/dossiers/{case.public_id}/"
    notify(person, event, key=key or f"{condition.public_id}:{now.isoformat()}", url=url, at=now)
