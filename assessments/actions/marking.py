"""Marking by hand: a marking given or withdrawn, and what the attempt comes to by it.

Every act holds the attempt; what depends on the newest rubric holds the item before it, so that no
marking slips in by the old one while a new one is written.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.actions.ending import tell_result
from assessments.actions.results import record_result
from assessments.models import Assessment, Attempt, AttemptItem, Item, Marking, RubricVersion
from assessments.models.scripts import rubric_for, rules_of, script_of, scripts
from assessments.rules.marking.rubric import Scoring, marks_of_scoring
from assessments.rules.marking.script import Part, Script
from assessments.rules.marking.settling import Marked, result_of
from assessments.rules.marking.turns import may_mark, may_take, may_withdraw, part_awaited
from training_site import audit
from training_site.accounts.models import Notice
from training_site.accounts.notices import notify
from training_site.jobs import enqueue
from training_site.verdict import Refused

HOLD = timedelta(hours=5)
"""How long the mail about a result marked by hand waits, so that a slip can be put right before."""

VERBS = {
    Part.FIRST: "assessments.answer.marked",
    Part.SECOND: "assessments.answer.marked_second",
    Part.MODERATOR: "assessments.answer.moderated",
}


@transaction.atomic
def mark(
    answer: AttemptItem,
    *,
    levels: Scoring,
    rubric: RubricVersion,
    comment: str = "",
    by,
    now: datetime,
) -> Marking:
    """As first or second marker, whichever the answer waits for: both mark without the other's mark.

    `rubric` is the one that the marker had in front of them.
    """
    given = {"levels": levels, "rubric": rubric, "comment": comment}
    return _give(answer, given, (Part.FIRST, Part.SECOND), by=by, now=now)


@transaction.atomic
def moderate(
    answer: AttemptItem,
    *,
    levels: Scoring,
    rubric: RubricVersion,
    comment: str = "",
    by,
    now: datetime,
) -> Marking:
    """The decision of a third person who has seen both markings."""
    given = {"levels": levels, "rubric": rubric, "comment": comment}
    return _give(answer, given, (Part.MODERATOR,), by=by, now=now)


@transaction.atomic
def withdraw(marking: Marking, reason: str, *, by, now: datetime) -> Marking:
    """It stays in the history with the reason. Without its mark, the attempt waits again."""
    attempt = _locked(marking.attempt_item.attempt_id)
    marking = Marking.objects.select_related("attempt_item").get(pk=marking.pk)
    answer = fresh(attempt, marking.attempt_item_id)
    if marking.withdrawn_at:
        raise Refused("marking_not_there")
    may_withdraw(script_of(answer), marking.part, reason).require()
    take_back(marking, reason.strip(), by=by, now=now)
    settle(attempt, answer, by=by, now=now)
    return marking


@transaction.atomic
def settle_waiting(assessment: Assessment, *, by, now: datetime) -> None:
    """After a change of how many markers an assessment asks for: what has enough gets its mark."""
    waiting = scripts().filter(marks=None, attempt__assessment=assessment)
    for one in waiting.order_by("attempt"):
        attempt = _locked(one.attempt_id)
        settle(attempt, fresh(attempt, one.pk), by=by, now=now)


def fresh(attempt: Attempt, answer_id: int) -> AttemptItem:
    """The answer as it stands under the attempt's lock."""
    answers = attempt.items.select_related("item_version__item", "attempt__assessment")
    return answers.prefetch_related("markings__rubric").get(pk=answer_id)


def _locked(attempt_id: int) -> Attempt:
    attempts = Attempt.objects.select_related("assessment", "learner")
    return attempts.select_for_update(of=("self",)).get(pk=attempt_id)


def _give(
    answer: AttemptItem, given: dict, parts: Collection[str], *, by, now: datetime
) -> Marking:
    Item.objects.select_for_update().get(pk=answer.item_version.item_id)
    attempt = _locked(answer.attempt_id)
    answer = fresh(attempt, answer.pk)
    part = _turn(answer, parts, by)
    rubric, levels = given["rubric"], given["levels"]
    if rubric_for(answer, answer.item_version.item.rubrics.all()) != rubric:
        raise Refused("marking_by_another_rubric")
    may_mark(script_of(answer), by.pk, rules_of(rubric), levels).require()
    marking = Marking.objects.create(
        attempt_item=answer,
        part=part,
        marker=by,
        rubric=rubric,
        levels=dict(levels),
        marks=marks_of_scoring(rules_of(rubric), levels),
        comment=given["comment"].strip(),
        at=now,
    )
    record(marking, VERBS[part], by=by, now=now)
    settle(attempt, answer, by=by, now=now)
    return marking


def _turn(answer: AttemptItem, parts: Collection[str], by) -> str:
    """The part in which this person marks now. Blind markers never find themselves moderating."""
    script = script_of(answer)
    may_take(script, by.pk).require()
    if answer.marks is not None:
        raise Refused("marking_settled")
    part = part_awaited(script)
    if part in parts:
        return part
    if part == Part.MODERATOR:
        raise Refused("moderation_sees_both")
    raise Refused("moderation_not_awaited")


def settle(attempt: Attempt, answer: AttemptItem, *, by, now: datetime) -> None:
    """The mark that its markings come to by now, or none: a result is written where that changes it.

    Called under the attempt's lock, with the answer as it was before. Marks that a correction set
    are left as they are: no markings come to them.
    """
    if attempt.is_open or answer.marks not in {None, *_possible(script_of(answer))}:
        return
    marks = _mark(script_of(fresh(attempt, answer.pk)))
    if marks == answer.marks:
        return
    items = list(attempt.items.select_related("item_version"))
    for item in items:
        if item.pk == answer.pk:
            item.marks = marks
    result = record_result(attempt, items, cause="by_hand", by=by, now=now)
    if attempt.marks is not None:
        key = f"tell-result:{attempt.public_id}:{result.number}"
        enqueue("assessments.tell_result", key=key, args=[attempt.pk], run_after=now + HOLD)


def _mark(script: Script):
    result = result_of(script.markings, script.second_required, script.tolerance)
    return result.marks if isinstance(result, Marked) else None


def _possible(script: Script) -> set:
    """What these markings may have come to, whether one marker was asked for then or two."""
    results = [result_of(script.markings, second, script.tolerance) for second in (False, True)]
    return {result.marks for result in results if isinstance(result, Marked)}


@transaction.atomic
def tell_held(attempt: Attempt, *, now: datetime) -> None:
    """Some hours after the last mark: one mail, and another where a result once told has changed."""
    attempt = _locked(attempt.pk)
    if attempt.marks is None:
        return
    told = Notice.objects.filter(
        person=attempt.learner,
        event__in=["assessments.result_ready", "assessments.attempts_used_up"],
        key__contains=f":{attempt.public_id}:",
    )
    notice = told.order_by("created_at").first()
    tell_result(attempt, now)
    newest = attempt.results.order_by("number").last()
    if notice and notice.created_at < newest.at:
        key = f"{attempt.public_id}:{newest.number}"
        notify(attempt.learner, "assessments.result_changed", key=key, url=notice.url, at=now)


def take_back(marking: Marking, reason: str, *, by, now: datetime) -> None:
    marking.withdrawn_by, marking.withdrawn_at, marking.withdrawn_reason = by, now, reason
    marking.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_reason"])
    record(marking, "assessments.marking.withdrawn", by=by, now=now)


def record(marking: Marking, verb: str, *, by, now: datetime) -> None:
    """The text of a comment or a reason stays with its row."""
    attempt = marking.attempt_item.attempt
    audit.record(
        verb,
        actor=by,
        target=attempt,
        subject=attempt.learner,
        at=now,
        values={
            "position": marking.attempt_item.position,
            "part": str(marking.part),
            "marks": str(marking.marks),
            "rubric": marking.rubric.number,
        },
    )


def moved_to(rubric: RubricVersion) -> str:
    """The reason of a marking that a new rubric scored again."""
    return _("Scored again by version %(number)s of the rubric.") % {"number": rubric.number}
