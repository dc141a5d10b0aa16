"""Saving one answer: small, often, and never over what somebody else saved since."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from assessments.models import Attempt, AttemptItem, ItemVersion, Response
from assessments.rules.answers import may_change, may_overwrite, may_sit_here
from assessments.rules.deadlines import Action, may, stage, waives_validation
from assessments.rules.kinds.base import Answer, Fields
from assessments.rules.navigation import may_answer_at
from training_site.verdict import Refused


@transaction.atomic
def save_answer(
    attempt: Attempt,
    position: int,
    fields: Fields,
    *,
    sequence: int,
    by,
    now: datetime,
    flagged: bool | None = None,
    seat: str | None = None,
) -> Response:
    """Save what is answered at one question upon the save numbered `sequence`.

    What is saved already is not saved again, whatever the sequence says: so a save whose
    acknowledgement got lost may simply be repeated. `seat` None: nobody asks where it came from.
    No audit event.
    """
    response = held_response(attempt, position, by=by, now=now, seat=seat)
    item, attempt = response.attempt_item, response.attempt_item.attempt
    at = stage(attempt.state, attempt.ends_at, attempt.terms, now)
    answer = _read(item, fields, response.answer, waive=waives_validation(at))
    _flag(item, flagged)
    if answer != response.answer:
        may_change(checked=item.checked_at is not None).require()
        _overwrite(response, answer, sequence, now)
    return response


def held_response(
    attempt: Attempt, position: int, *, by, now: datetime, seat: str | None
) -> Response:
    """One query that holds attempt and answer, so that saves and the submission take turns.

    Raises Response.DoesNotExist, and Refused where this person may not answer here now.
    """
    response = (
        Response.objects.select_related("attempt_item__attempt", "attempt_item__item_version")
        .select_for_update(of=("self", "attempt_item__attempt"))
        .get(attempt_item__attempt=attempt, attempt_item__position=position)
    )
    attempt = response.attempt_item.attempt
    require_answering(attempt, by=by, now=now, seat=seat)
    may_answer_at(position, attempt.furthest, attempt.terms).require()
    return response


def require_answering(attempt: Attempt, *, by, now: datetime, seat: str | None) -> None:
    """Whether this attempt, which the caller holds, takes answers from this person and place."""
    if attempt.learner_id != by.pk:
        raise Refused("attempt_not_yours")
    at = stage(attempt.state, attempt.ends_at, attempt.terms, now)
    may(Action.ANSWER, at).require()
    may_sit_here(seat=seat, held=attempt.seat).require()


def count_failed_saves(attempt: Attempt, failed: int = 1) -> None:
    """Answers that somebody tried to save in vain: see actions/alerting for what they may mean."""
    going_on = Attempt.objects.filter(pk=attempt.pk).in_progress()
    going_on.filter(saves_failed__lt=MOST_COUNTED).update(saves_failed=F("saves_failed") + failed)


MOST_COUNTED = 10_000


def _read(item: AttemptItem, fields: Fields, held: Answer, *, waive: bool) -> Answer:
    version = item.item_version
    try:
        return version.behaviour.read(version.wording, item.layout, fields)
    except Refused:
        if waive:
            return held
        raise


def _overwrite(response: Response, answer: Answer, sequence: int, now: datetime) -> None:
    version = response.attempt_item.item_version
    may_overwrite(
        sequence=sequence,
        stored=response.sequence,
        fields=version.behaviour.fields(response.answer),
        saved=in_words(version, response.answer),
        yours=in_words(version, answer),
    ).require()
    response.answer, response.saved_at = answer, now
    response.sequence += 1
    response.save(update_fields=["answer", "sequence", "saved_at"])


def in_words(version: ItemVersion, answer: Answer) -> str:
    return version.behaviour.in_words(version.wording, answer) or _("no answer")


def _flag(item: AttemptItem, flagged: bool | None) -> None:
    if flagged is not None and flagged != item.flagged:
        item.flagged = flagged
        item.save(update_fields=["flagged"])
