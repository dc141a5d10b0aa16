"""When applications came into their states: from the rows and the verbs of the record, read at once.

Two of an application's steps have no verb: that all reviews are in is the time of the last one that
the decision rests on (or since when it waits now), and an appeal has its own rows. The time for which
a case waited before its reviews were asked for again counts as review.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from django.db.models import Max

from certification.appeals.models import Appeal
from certification.appeals.models.appeals import Follows
from certification.decisions.models import Application, Decision
from certification.decisions.rules.states import State
from certification.figures.rules.durations import Moment, Stretch, stretches
from training_site.audit.models import AuditEvent

VERBS = {
    "certification.application.submitted": State.SUBMITTED,
    "certification.application.found_incomplete": State.INCOMPLETE,
    "certification.application.found_complete": State.IN_REVIEW,
    "certification.application.evidence_changed": State.IN_REVIEW,
    "certification.application.conditions_met": State.RECOMMENDED,
    "certification.application.set_aside": State.IN_REVIEW,
}
Found = tuple[int, Moment]  # the application, and what happened to it


def stretches_since(start: datetime) -> list[tuple[int, Stretch]]:
    """Of each applicant, those that ended since then. Four questions, however many there are."""
    moved = Application.objects.handed_in().filter(step_since__gte=start).order_by()
    cases = list(moved.only("public_id", "applicant", "state", "step_since"))
    pks = moved.values("pk")
    found = chain(_recorded(moved, cases), _waiting(cases), _decided(pks), _appealed(pks))
    moments = defaultdict(list)
    for application, moment in found:
        moments[application].append(moment)
    return [
        (case.applicant_id, one)
        for case in cases
        for one in stretches(moments[case.pk])
        if one.ended >= start
    ]


def _recorded(moved, cases: Iterable[Application]) -> Iterator[Found]:
    """In the order of the record, as two steps can be taken at the same instant."""
    ids = {case.public_id: case.pk for case in cases}
    events = AuditEvent.objects.filter(target_id__in=moved.values("public_id"), verb__in=VERBS)
    for target, verb, at in events.order_by("at", "pk").values_list("target_id", "verb", "at"):
        yield ids[target], Moment(at, VERBS[verb])


def _waiting(cases: Iterable[Application]) -> Iterator[Found]:
    for case in cases:
        if case.state == State.RECOMMENDED:
            yield case.pk, Moment(case.step_since, State.RECOMMENDED, only_from=State.IN_REVIEW)


def _decided(pks) -> Iterator[Found]:
    rows = Decision.objects.filter(application__in=pks).order_by("decided_at", "pk")
    last = rows.annotate(last_review=Max("reviewers__review__given_at"))
    for application, at, reviewed in last.values_list("application", "decided_at", "last_review"):
        if reviewed:
            yield application, Moment(reviewed, State.RECOMMENDED, only_from=State.IN_REVIEW)
        yield application, Moment(at, State.DECIDED)


def _appealed(pks) -> Iterator[Found]:
    """What is set aside has a verb of its own."""
    rows = Appeal.objects.filter(decision__application__in=pks)
    answers = ("ruling__decided_at", "ruling__follows")
    for application, at, answered, follows in rows.order_by("made_at", "pk").values_list(
        "decision__application", "made_at", *answers
    ):
        yield application, Moment(at, State.APPEALED)
        if answered and follows != Follows.REOPEN:
            yield application, Moment(answered, State.DECIDED)
