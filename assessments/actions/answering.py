"""Saving one answer: small, often, and never over what somebody else saved since."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.models import Attempt, ItemVersion, Response
from assessments.rules.answers import may_choose, may_overwrite
from assessments.rules.deadlines import may_answer
from training_site.verdict import Refused


@transaction.atomic
def save_answer(
    attempt: Attempt,
    position: int,
    chosen: Collection[str],
    *,
    sequence: int,
    by,
    now: datetime,
    flagged: bool | None = None,
) -> Response:
    """Save what is chosen at one question upon the save numbered `sequence`.

    What is saved already is not saved again, whatever the sequence says: so a save whose
    acknowledgement got lost may simply be repeated. No audit event.
    """
    response = _locked(attempt, position)
    item = response.attempt_item
    if item.attempt.learner_id != by.pk:
        raise Refused("attempt_not_yours")
    may_answer(is_open=item.attempt.is_open, ends_at=item.attempt.ends_at, now=now).require()
    may_choose(item.item_version.kind, item.option_order, chosen).require()
    _flag(item, flagged)
    chosen = sorted(set(chosen))
    if chosen != response.chosen:
        _overwrite(response, chosen, sequence, now)
    return response


def _locked(attempt: Attempt, position: int) -> Response:
    """One query that holds attempt and answer, so that saves and the submission take turns."""
    return (
        Response.objects.select_related("attempt_item__attempt", "attempt_item__item_version")
        .select_for_update(of=("self", "attempt_item__attempt"))
        .get(attempt_item__attempt=attempt, attempt_item__position=position)
    )


def _overwrite(response: Response, chosen: list[str], sequence: int, now: datetime) -> None:
    version = response.attempt_item.item_version
    may_overwrite(
        sequence=sequence,
        stored=response.sequence,
        chosen=response.chosen,
        saved=in_words(version, response.chosen),
        yours=in_words(version, chosen),
    ).require()
    response.chosen, response.saved_at = chosen, now
    response.sequence += 1
    response.save(update_fields=["chosen", "sequence", "saved_at"])


def in_words(version: ItemVersion, chosen: Collection[str]) -> str:
    return "; ".join(version.option_texts(chosen)) or _("no answer")


def _flag(item, flagged: bool | None) -> None:
    if flagged is not None and flagged != item.flagged:
        item.flagged = flagged
        item.save(update_fields=["flagged"])
