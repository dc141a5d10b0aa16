"""What the figures are worked out from, each asked for at once, as plain rows."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from django.db.models import DateField, Exists, F, Max, OuterRef
from django.db.models.functions import Coalesce, Greatest

from certification.appeals.models import Appeal
from certification.credentials.models import Certificate
from certification.credentials.rules.public_state import PublicState, public_state
from certification.decisions.models import Application, Condition, Decision, Review, SetAside
from certification.decisions.queue import is_late
from certification.decisions.register import ALL_IN
from certification.decisions.rules.agreement import Pair
from certification.figures.rules.calendar import Calendar, Dated
from certification.renewals.due import near_their_end

AFTER_APPEAL, WAITING = "after_appeal", "waiting"


@dataclass(frozen=True)
class Pairing:
    """Two reviews of one case on the same evidence, when the later one was in."""

    age: int
    applicant: int
    said: Pair


def decided(calendar: Calendar) -> Iterator[tuple[str, Dated]]:
    """By outcome; granted after an appeal set an earlier decision aside is one of its own."""
    earlier = SetAside.objects.filter(decision__application=OuterRef("application"))
    rows = Decision.objects.filter(decided_at__gte=calendar.start).order_by()
    rows = rows.annotate(heard=Exists(earlier))
    for outcome, heard, at, person in rows.values_list(
        "outcome", "heard", "decided_at", "applicant"
    ):
        kind = AFTER_APPEAL if heard and outcome == "grant" else outcome
        yield kind, (calendar.age_at(at), person)


def reviewed_twice(calendar: Calendar) -> list[Pairing]:
    """Nothing of a case that is still being reviewed is told."""
    cases = defaultdict(list)
    given = Review.objects.filter(
        application__state__in=ALL_IN, given_at__gte=calendar.start
    ).order_by("given_at", "pk")
    for case, applicant, evidence, said, at in given.values_list(
        "application", "applicant", "evidence_hash", "recommendation", "given_at"
    ):
        cases[case, applicant, evidence].append((said, at))
    return [
        Pairing(calendar.age_at(later), applicant, (said, other))
        for (_case, applicant, _evidence), reviews in cases.items()
        for (said, _first), (other, later) in combinations(reviews, 2)
    ]


def appealed(calendar: Calendar) -> Iterator[tuple[str, Dated]]:
    """By what was answered, or that the answer is still to come."""
    rows = Appeal.objects.filter(made_at__gte=calendar.start).order_by()
    for outcome, at, person in rows.values_list("ruling__outcome", "made_at", "appellant"):
        yield outcome or WAITING, (calendar.age_at(at), person)


def standing_now(now: datetime) -> Iterator[tuple[str, bool, int]]:
    """Each open application: where it stands, whether past what is promised, and whose it is."""
    cases = Application.objects.handed_in().open().order_by()
    late = set(cases.filter(is_late(now)).values_list("pk", flat=True))
    for pk, state, person in cases.values_list("pk", "state", "applicant"):
        yield state, pk in late, person


def conditions_open(today: date) -> Iterator[tuple[bool, int]]:
    """Each open condition: whether its last day is over, after every extension, and whose it is."""
    extended = Coalesce(Max("events__due_on"), F("due_on"), output_field=DateField())
    rows = Condition.objects.open().order_by().annotate(last=Greatest("due_on", extended))
    for last, person in rows.values_list("last", "decision__applicant"):
        yield last < today, person


def renewals_ahead(calendar: Calendar) -> Iterator[Dated]:
    """Whose term ends in the coming twelve months and who has not handed in; ages are below zero."""
    rows = near_their_end("ahead", calendar.today).order_by()
    for last, person in rows.values_list("valid_until", "holder"):
        yield calendar.age(last), person


def certificates_now(today: date) -> Iterator[tuple[PublicState, int]]:
    """The newest of each line, as the world is told of it."""
    rows = Certificate.objects.current().order_by()
    for standing, last, grace, person in rows.values_list(
        "standing", "valid_until", "grace_days", "holder"
    ):
        yield public_state(standing, last, today, grace_days=grace), person
