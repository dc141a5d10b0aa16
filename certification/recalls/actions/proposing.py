"""Saying that somebody was not entitled to sign; and taking it back before anybody confirmed it."""

from datetime import date, datetime

from django.db import transaction

from certification.recalls.models import Recall
from certification.recalls.people import deciders_of
from certification.recalls.rules.recalling import may_drop, may_propose
from certification.recalls.touched import days_withheld, touched_by
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def propose_recall(
    supervisor: User,
    *,
    role: str,
    from_day: date,
    until_day: date | None,
    reason: str,
    by: User,
    now: datetime,
) -> Recall:
    """By a registrar. Nothing changes for anybody until a decision-maker confirms it."""
    if not by.has_role(Role.REGISTRAR):
        raise Refused("role_missing")
    User.objects.select_for_update().get(pk=supervisor.pk)
    days = days_withheld(supervisor, role, from_day, until_day)
    waiting = Recall.objects.filter(supervisor=supervisor, role=role)
    may_propose(
        own=supervisor.pk == by.pk,
        touched=by.pk in {one.person for one in touched_by(supervisor, role, days)},
        first=from_day,
        last=until_day,
        today=civil_date(now),
        holds=bool(days),
        proposed_already=waiting.filter(confirmed_at=None, dropped_at=None).exists(),
        reason=reason,
    ).require()
    recall = Recall.objects.create(
        supervisor=supervisor,
        role=role,
        from_day=from_day,
        until_day=until_day,
        reason=reason.strip(),
        proposed_by=by,
        proposed_at=now,
    )
    record("certification.recall.proposed", recall, by=by, now=now)
    _ask_deciders(recall, now)
    return recall


@transaction.atomic
def drop_recall(recall: Recall, *, by: User, now: datetime) -> Recall:
    """It was an error: nothing happened to anybody, and the record says that it was proposed."""
    recall = locked(recall)
    if not Recall.objects.visible_to(by).filter(pk=recall.pk).exists():
        raise Refused("role_missing")
    may_drop(own=recall.supervisor_id == by.pk, settled=is_settled(recall)).require()
    recall.dropped_at = now
    recall.save(update_fields=["dropped_at"])
    record("certification.recall.dropped", recall, by=by, now=now)
    return recall


def locked(recall: Recall) -> Recall:
    """The row alone: on PostgreSQL a nullable neighbour can't be locked with it."""
    rows = Recall.objects.select_for_update(of=("self",))
    return rows.with_people().get(pk=recall.pk)


def is_settled(recall: Recall) -> bool:
    return bool(recall.confirmed_at or recall.dropped_at)


def record(verb: str, recall: Recall, *, by: User | None, now: datetime) -> None:
    until = recall.until_day.isoformat() if recall.until_day else ""
    audit.record(
        verb,
        actor=by,
        target=recall,
        subject=recall.supervisor,
        at=now,
        values={"role": recall.role, "from": recall.from_day.isoformat(), "until": until},
    )


def _ask_deciders(recall: Recall, now: datetime) -> None:
    for person in deciders_of(recall):
        notify(
            person,
            "certification.recall_to_confirm",
            key=str(recall.public_id),
            url=f"/admin/certification/recalls/{recall.public_id}/",
            at=now,
        )
