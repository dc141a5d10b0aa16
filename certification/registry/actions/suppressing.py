"""Keeping somebody out of sight: asked for, answered by another person, looked at again, ended."""

from datetime import date, datetime

from django.db import transaction

from certification.credentials.models.recorded import looks_after_certificates
from certification.registry.actions.listing import hide, one_at_a_time
from certification.registry.models import SuppressionRequest
from certification.registry.rules.suppressing import (
    DATED,
    EXPLAINED,
    IN_FORCE,
    State,
    Step,
    after,
    explained,
    may_answer,
    may_ask,
    may_hold_until,
)
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

OPENED = "certification.suppression.opened"
DESK = "/admin/certification/registry/"
OWN_PAGE = "/certification/out-of-sight/"
VERBS = {
    Step.APPROVE: "certification.suppression.approved",
    Step.DECLINE: "certification.suppression.declined",
    Step.KEEP: "certification.suppression.kept",
    Step.END: "certification.suppression.ended",
}


@transaction.atomic
def ask_suppression(holder: User, *, reason: str, now: datetime) -> SuppressionRequest:
    """In force from here on: safety waits for no answer. Whatever showed is hidden with it."""
    one_at_a_time(holder)
    has_open = SuppressionRequest.objects.in_force_for(holder).exists()
    may_ask(reason=reason, has_open=has_open).require()
    hide(holder, now=now)
    request = SuppressionRequest.objects.create(holder=holder, reason=reason.strip(), asked_at=now)
    _record("certification.suppression.asked", request, holder, now)
    for person in _those_who_answer(request):
        _tell(person, "certification.suppression_asked", str(request.public_id), now)
    return request


@transaction.atomic
def take_back(request: SuppressionRequest, *, by: User, now: datetime) -> SuppressionRequest:
    """By its holder, at any time. Nothing shows by it: that takes another choice."""
    request = _locked(request)
    if request.holder_id != by.pk:
        raise Refused("holder_only")
    if request.state not in IN_FORCE:
        raise Refused("suppression_not_there")
    _end(request, by, now)
    _record("certification.suppression.taken_back", request, by, now)
    return request


@transaction.atomic
def answer_suppression(
    request: SuppressionRequest,
    step: Step,
    *,
    text: str = "",
    review_on: date | None = None,
    by: User,
    now: datetime,
) -> SuppressionRequest:
    """Approved or kept until a day on which it is looked at again; declined or ended with reasons."""
    request = _locked(request)
    if not looks_after_certificates(by):
        raise Refused("role_missing")
    may_answer(step, request.state, is_holder=request.holder_id == by.pk).require()
    if step in DATED:
        may_hold_until(review_on, civil_date(now)).require()
    if step in EXPLAINED:
        explained(text).require()
    _answer(request, step, text.strip(), review_on, by, now)
    _record(VERBS[step], request, by, now)
    key = f"{request.public_id}:{now.isoformat()}"
    notify(request.holder, "certification.suppression_answered", key=key, url=OWN_PAGE, at=now)
    return request


@transaction.atomic
def open_suppression(request: SuppressionRequest, *, by: User, now: datetime) -> None:
    """Whoever reads the reason leaves a trace that its holder sees."""
    _record(OPENED, request, by, now)


def tell_of_reviews(*, now: datetime) -> int:
    """Tell those who answer of each that is to be looked at again, once for each date."""
    due = list(SuppressionRequest.objects.to_review(civil_date(now)).select_related("holder"))
    for request in due:
        for person in _those_who_answer(request):
            key = f"{request.public_id}:{request.review_on}"
            _tell(person, "certification.suppression_to_review", key, now)
    return len(due)


def _answer(request, step, text, review_on, by, now) -> None:
    request.answer = text
    if step == Step.END:
        _end(request, by, now)
        return
    request.state, request.answered_by, request.answered_at = after(step), by, now
    if step in DATED:
        request.review_on = review_on
    request.save()


def _end(request: SuppressionRequest, by: User, now: datetime) -> None:
    request.state, request.ended_by, request.ended_at = State.ENDED, by, now
    request.save()


def _locked(request: SuppressionRequest) -> SuppressionRequest:
    return SuppressionRequest.objects.select_for_update().get(pk=request.pk)


def _record(verb: str, request: SuppressionRequest, by: User, now: datetime) -> None:
    audit.record(verb, actor=by, target=request, subject=request.holder, at=now)


def _those_who_answer(request: SuppressionRequest) -> list[User]:
    """Registrars, and decision-makers where there is no other registrar. Never the holder."""
    for role in (Role.REGISTRAR, Role.DECISION_MAKER):
        people = User.objects.holding(role).exclude(pk=request.holder_id)
        if able := [person for person in people if looks_after_certificates(person)]:
            return able
    return []


def _tell(person: User, event: str, key: str, now: datetime) -> None:
    notify(person, event, key=key, url=DESK, at=now)
