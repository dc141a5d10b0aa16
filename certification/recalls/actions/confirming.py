"""Confirming a recall: the days are taken away at once, for everybody; whom it touches, by a job."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from certification.practice.actions import withhold_authority
from certification.recalls.actions.proposing import is_settled, locked, record
from certification.recalls.comparing import case_of, compared
from certification.recalls.models import Recall, RecallItem
from certification.recalls.people import is_decider, staff_for
from certification.recalls.rules.recalling import may_confirm
from certification.recalls.touched import Touched, days_of, hash_of, touched_by, waiting_in
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.jobs import enqueue
from training_site.verdict import Refused

BATCH = 20
"""People per job: two evaluations each, well within the time that a job has."""


@transaction.atomic
def confirm_recall(recall: Recall, *, shown_hash: str, by: User, now: datetime) -> Recall:
    """By a decision-maker, for exactly the list that was shown.

    Every intern's record is held from the withdrawal on, so a signature is either in the list or
    finds that the supervisor may not sign; the list is read after that.
    """
    recall = locked(recall)
    if not is_decider(by):
        raise Refused("role_missing")
    if is_settled(recall):
        raise Refused("recall_settled")
    taken = withhold_authority(
        recall.supervisor,
        role=recall.role,
        first=recall.from_day,
        last=recall.until_day,
        by=by,
        now=now,
    )
    days = [(one.first, one.last) for one in taken]
    touched = touched_by(recall.supervisor, recall.role, days)
    may_confirm(
        own=recall.supervisor_id == by.pk,
        touched=by.pk in {one.person for one in touched},
        proposed_it=recall.proposed_by_id == by.pk,
        settled=False,
        shown=shown_hash,
        actual=hash_of(touched),
    ).require()
    recall.withheld = [[first.isoformat(), last.isoformat()] for first, last in days]
    recall.confirmed_by, recall.confirmed_at = by, now
    recall.save(update_fields=["withheld", "confirmed_by", "confirmed_at"])
    record("certification.recall.confirmed", recall, by=by, now=now)
    _tell_others(recall, {one.person for one in touched}, now)
    _promise(recall)
    return recall


def write_items(recall: Recall, *, now: datetime) -> int:
    """The next people, each with what they lose; how many there were. Run twice, it does no harm."""
    recall = Recall.objects.with_people().get(pk=recall.pk)
    left = not_written(recall)
    for one in left[:BATCH]:
        _write(recall, one, now)
    if len(left) > BATCH:
        _promise(recall)
    elif left:
        _ask_for_outcomes(recall, now)
    return len(left[:BATCH])


def not_written(recall: Recall) -> list[Touched]:
    touched = touched_by(recall.supervisor, recall.role, days_of(recall))
    written = set(recall.items.values_list("person", flat=True))
    return [one for one in touched if one.person not in written]


@transaction.atomic
def _write(recall: Recall, one: Touched, now: datetime) -> None:
    person = User.objects.get(pk=one.person)
    case = case_of(person, recall.confirmed_at)
    found = compared(person, case, recall.supervisor, recall.role, days_of(recall))
    item = RecallItem(
        recall=recall,
        person=person,
        application=case.application,
        certificate=case.certificate,
        entries=one.entries,
        minutes=one.minutes,
        met_before=found.met_before,
        met_after=found.met_after,
        missing=[change._asdict() for change in found.worse],
    )
    RecallItem.objects.bulk_create([item], ignore_conflicts=True)
    item = RecallItem.objects.get(recall=recall, person=person)
    notify(
        person,
        "certification.recall_touches_you",
        key=str(item.public_id),
        url=f"/certification/recalls/{item.public_id}/",
        at=now,
    )


def _promise(recall: Recall) -> None:
    name = "certification.write_recall_items"
    enqueue(name, key=f"{name}:{uuid4()}", args=[recall.pk])


def _tell_others(recall: Recall, touched: set[int], now: datetime) -> None:
    """The supervisor; and those whose hours wait for this signature, and will have to be signed by
    somebody else."""
    waiting = waiting_in(recall.supervisor, recall.role, days_of(recall)).keys() - touched
    told = [(recall.supervisor, "recall_of_your_signatures", "/supervision/")]
    told += [(one, "recall_leaves_waiting", "/practice/") for one in _people(waiting)]
    for person, event, url in told:
        notify(person, f"certification.{event}", key=str(recall.public_id), url=url, at=now)


def _people(keys) -> list[User]:
    return list(User.objects.filter(pk__in=keys).order_by("pk"))


def _ask_for_outcomes(recall: Recall, now: datetime) -> None:
    for person in staff_for(recall):
        notify(
            person,
            "certification.recall_to_decide",
            key=str(recall.public_id),
            url=f"/admin/certification/recalls/{recall.public_id}/",
            at=now,
        )
