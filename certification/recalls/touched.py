"""Whose signed hours and evaluations lie in the days of a recall: a question each, however many."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from certification.practice.models import Evaluation, HoursEntry
from certification.practice.models.hours import EntryState
from certification.practice.rules.categories import SIGNED_BY
from certification.practice.withholding import cuts_in
from certification.recalls.models import Recall
from training_site.audit.canonical import content_hash
from training_site.content.civil import association_zone

WAITING = (EntryState.SUBMITTED, EntryState.CONTESTED)


class Touched(NamedTuple):
    """Minutes as they were signed; how much of them counted is the engine's to say. Of some people
    only an evaluation was signed in these days."""

    person: int
    public_id: UUID
    entries: int
    minutes: int
    evaluations: int = 0


def days_of(recall: Recall) -> list[tuple[date, date]]:
    """The days it takes away: as written down with the confirmation, before that as they would be."""
    if recall.confirmed_at:
        return [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in recall.withheld]
    return days_withheld(recall.supervisor, recall.role, recall.from_day, recall.until_day)


def days_withheld(supervisor, role: str, first: date, last: date | None) -> list[tuple[date, date]]:
    return [(taken.first, taken.last) for _proof, taken in cuts_in(supervisor, role, first, last)]


def touched_by(supervisor, role: str, days: Sequence[tuple[date, date]]) -> list[Touched]:
    signed = entries_in(supervisor, role, days).signed().standing().order_by("intern")
    rows = signed.values("intern", "intern__public_id").annotate(
        entries=Count("pk"), sum=Sum("minutes")
    )
    hours = {row["intern"]: row for row in rows}
    evaluated = evaluated_in(supervisor, role, days)
    people = {**evaluated, **hours}
    return [
        Touched(
            person,
            people[person]["intern__public_id"],
            hours.get(person, {}).get("entries", 0),
            hours.get(person, {}).get("sum", 0),
            evaluated.get(person, {}).get("evaluations", 0),
        )
        for person in sorted(people)
    ]


def evaluated_in(supervisor, role: str, days: Sequence[tuple[date, date]]) -> dict[int, dict]:
    rows = evaluations_in(supervisor, role, days).order_by("intern")
    rows = rows.values("intern", "intern__public_id").annotate(evaluations=Count("pk"))
    return {row["intern"]: row for row in rows}


def evaluations_in(
    supervisor, role: str, days: Sequence[tuple[date, date]]
) -> QuerySet[Evaluation]:
    """What this supervisor signed in this role on these days of the association's zone."""
    within = Q(pk__in=[])
    for first, last in days:
        within |= Q(signed_at__range=(_at(first, time.min), _at(last, time.max)))
    return Evaluation.objects.signed().filter(within, written_by=supervisor, form__role=role)


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, tzinfo=association_zone())


def entries_in(supervisor, role: str, days: Sequence[tuple[date, date]]) -> QuerySet[HoursEntry]:
    """What names this supervisor in this role on these days, in whatever state."""
    kinds = [kind for kind, signer in SIGNED_BY.items() if signer == role]
    within = Q(pk__in=[])
    for span in days:
        within |= Q(date__range=span)
    return HoursEntry.objects.filter(within, supervisor=supervisor, category__in=kinds)


def waiting_in(supervisor, role: str, days: Sequence[tuple[date, date]]) -> dict[int, int]:
    """Entries not signed yet, by person: nothing is lost of them, and this supervisor signs none."""
    waiting = entries_in(supervisor, role, days).filter(state__in=WAITING)
    rows = waiting.order_by("intern").values("intern").annotate(entries=Count("pk"))
    return {row["intern"]: row["entries"] for row in rows}


def hash_of(touched: Sequence[Touched]) -> str:
    """What a decision-maker confirms: exactly the list that was shown."""
    return content_hash(
        [
            [
                str(one.public_id),
                one.entries,
                one.minutes,
                *([one.evaluations] * bool(one.evaluations)),
            ]
            for one in touched
        ]
    )
