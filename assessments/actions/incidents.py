"""An incident around sittings, and its remedy: to everybody it touched alike, and to nobody twice.

Applied again, the remedy reaches only those who were out of its reach before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from assessments.actions.ending import close
from assessments.actions.extending import add_time, reopen
from assessments.actions.granting import make_good
from assessments.actions.regrading import apply_regrade, plan_regrade
from assessments.models import (
    Assessment,
    Attempt,
    AttemptItem,
    Incident,
    IncidentRelief,
    ItemVersion,
    Regrade,
)
from assessments.models.reopening import ended_many
from assessments.rules.extending import may_reopen
from assessments.rules.incidents import (
    Relief,
    Remedies,
    Remedy,
    Sitting,
    may_apply,
    may_describe,
    may_offer,
    may_record,
    relief,
)
from training_site import audit
from training_site.verdict import Refused


@dataclass(frozen=True)
class Reach:
    """What applying a remedy now would do, with the rows of everybody touched, by their keys."""

    relief: Relief
    attempts: dict[int, Attempt]


@transaction.atomic
def record_incident(
    assessment: Assessment,
    *,
    title: str,
    began: datetime,
    ended: datetime,
    remedy: str,
    minutes: int | None = None,
    item_version: ItemVersion | None = None,
    description: str = "",
    by,
    now: datetime,
) -> Incident:
    """Keep what happened and what is to be given for it; nothing is given yet."""
    may_describe(title).require()
    may_record(began, ended, now).require()
    may_offer(Remedy(remedy, minutes, item_version and item_version.pk)).require()
    incident = Incident.objects.create(
        assessment=assessment,
        title=title.strip(),
        description=description.strip(),
        began=began,
        ended=ended,
        remedy=remedy,
        minutes=minutes if remedy == Remedies.TIME_BACK else None,
        item_version=item_version if remedy == Remedies.DROP_ITEM else None,
        recorded_by=by,
        recorded_at=now,
    )
    values = {"began": began.isoformat(), "ended": ended.isoformat(), "remedy": remedy}
    _record("assessments.incident.recorded", incident, by=by, now=now, values=values)
    return incident


@transaction.atomic
def apply_remedy(incident: Incident, *, by, now: datetime) -> Incident:
    """Give the remedy to everybody in reach who does not have it yet; refused where nobody is."""
    rows = Incident.objects.select_for_update(of=("self",))
    incident = rows.select_related("assessment", "item_version__item").get(pk=incident.pk)
    reach = reach_of(incident, now=now)
    may_apply(remedy_of(incident), reach.relief).require()
    due = [reach.attempts[key] for key in reach.relief.due]
    reached = GIVE[incident.remedy](incident, due, by=by, now=now)
    if not reached:
        raise Refused("remedy_reaches_nobody", left=len(due) + len(reach.relief.out_of_reach))
    IncidentRelief.objects.bulk_create(
        IncidentRelief(incident=incident, attempt=attempt, by=by, at=now) for attempt in reached
    )
    incident.applied_by, incident.applied_at = by, now
    incident.save(update_fields=["applied_by", "applied_at"])
    values = {
        "reached": len(reached),
        "had_it": len(reach.relief.given),
        "out_of_reach": len(reach.relief.out_of_reach) + len(due) - len(reached),
    }
    _record("assessments.incident.remedied", incident, by=by, now=now, values=values)
    return incident


def remedy_of(incident: Incident) -> Remedy:
    return Remedy(incident.remedy, incident.minutes, incident.item_version_id)


def reach_of(incident: Incident, *, now: datetime) -> Reach:
    """Everybody whom the incident touched: due, served, or out of reach and why."""
    attempts = incident.assessment.attempts.filter(started_at__lt=incident.ended)
    found = attempts.select_related("learner", "assessment").order_by("pk").in_bulk()
    ended = ended_many(incident.assessment, list(found.values()), now=now)
    met = _who_met(incident)
    sittings = [
        Sitting(
            attempt=key,
            started_at=attempt.started_at,
            ends_at=attempt.ends_at,
            ended_at=attempt.submitted_at,
            passed=ended[key].passed,
            result_seen=ended[key].key_open,
            items=frozenset({incident.item_version_id} if key in met else ()),
        )
        for key, attempt in found.items()
    ]
    given = frozenset(incident.reliefs.values_list("attempt", flat=True))
    planned = relief(remedy_of(incident), sittings, incident.began, incident.ended, given)
    if incident.remedy == Remedies.TIME_BACK:
        planned = _reopenable(planned, ended, incident)
    touched = {*planned.due, *planned.given, *planned.out_of_reach}
    return Reach(planned, {key: attempt for key, attempt in found.items() if key in touched})


def _who_met(incident: Incident) -> frozenset[int]:
    if incident.remedy != Remedies.DROP_ITEM:
        return frozenset()
    shown = AttemptItem.objects.filter(item_version=incident.item_version_id)
    return frozenset(shown.values_list("attempt", flat=True))


def _reopenable(planned: Relief, ended: dict, incident: Incident) -> Relief:
    """Of the ended attempts, those that can go on; the others are out of reach, each with why."""
    verdicts = {
        key: may_reopen(ended[key], own=False, minutes=incident.minutes, reason=incident.title)
        for key in planned.due
        if not ended[key].is_open
    }
    left = {key: verdict for key, verdict in verdicts.items() if not verdict}
    return Relief(
        due=tuple(key for key in planned.due if key not in left),
        given=planned.given,
        out_of_reach={**planned.out_of_reach, **left},
    )


def _give_time(incident: Incident, due: list[Attempt], *, by, now: datetime) -> list[Attempt]:
    """As many minutes to each: on the clock that runs, else by going on for as long."""

    def give(attempt: Attempt) -> None:
        attempt = close(attempt, now=now)
        act = add_time if attempt.is_open else reopen
        act(
            attempt,
            minutes=incident.minutes,
            reason=incident.title,
            by=by,
            now=now,
            incident=incident,
        )

    return [attempt for attempt in due if _done(give, attempt)]


def _give_attempt(incident: Incident, due: list[Attempt], *, by, now: datetime) -> list[Attempt]:
    """One attempt more to each learner, however many of theirs were touched."""
    served: dict[int, bool] = {}

    def give(attempt: Attempt) -> None:
        make_good(incident.assessment, attempt.learner, reason=incident.title, by=by, now=now)

    had_it = set(incident.reliefs.values_list("attempt__learner", flat=True))
    for attempt in due:
        if attempt.learner_id not in served:
            served[attempt.learner_id] = attempt.learner_id in had_it or _done(give, attempt)
    return [attempt for attempt in due if served[attempt.learner_id]]


def _drop_item(incident: Incident, due: list[Attempt], *, by, now: datetime) -> list[Attempt]:
    """The question is taken out for those whom the incident touched; nobody loses by it."""
    among = [attempt.pk for attempt in due]
    regrade = plan_regrade(
        incident.item_version,
        mode=Regrade.Mode.DROP,
        never_lower=True,
        reason=incident.title,
        by=by,
        now=now,
        incident=incident,
        among=among,
    )
    if regrade.changes.exists():
        apply_regrade(regrade, by=by, now=now, among=among)
    return due


GIVE = {
    Remedies.TIME_BACK: _give_time,
    Remedies.EXTRA_ATTEMPT: _give_attempt,
    Remedies.DROP_ITEM: _drop_item,
}


def _done(give: Callable[[Attempt], None], attempt: Attempt) -> bool:
    """Whether it could be given; what could not be stays out of reach, and nothing of it is kept."""
    try:
        with transaction.atomic():
            give(attempt)
    except Refused:
        return False
    return True


def _record(verb: str, incident: Incident, *, by, now: datetime, values: dict) -> None:
    audit.record(verb, actor=by, target=incident, at=now, values=values, text=incident.title)
