"""How somebody stood with the hours of a recall, and stands without them: the engine, asked twice.

An application that was granted is judged on the day on which its evidence was fixed; everybody else
as of today.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import REPLACED
from certification.decisions.models import Application
from certification.decisions.models.applications import ApplicationState
from certification.decisions.rules.states import UNDER_REVIEW
from certification.practice.models import Evaluation
from certification.recalls.rules.as_if import with_days, without_days
from certification.recalls.rules.outcomes import Touched
from certification.scheme.facts import facts_for
from certification.scheme.facts.hours import supervisor_id
from certification.scheme.facts.records import evaluations_of
from certification.scheme.models import SchemeVersion
from certification.scheme.rules import evaluate, read_facts, read_scheme
from certification.scheme.rules.transitions import Comparison, compare
from training_site.accounts.models import User
from training_site.content.civil import association_zone, civil_date

NOTHING = Comparison(met_before=False, met_after=False, worse=(), better=())


@dataclass(frozen=True)
class Case:
    """What of a person rests on their hours, and the day on which it was or is judged."""

    application: Application | None
    certificate: Certificate | None
    version: SchemeVersion | None
    day: date

    def touched(self, *, loses: bool) -> Touched:
        state = self.application.state if self.application else ""
        return Touched(
            loses=loses,
            standing=self.certificate.standing if self.certificate else "",
            under_review=state in UNDER_REVIEW,
            certified=self.certificate is not None or _granted(self.application),
        )


def case_of(person: User, now: datetime) -> Case:
    application = Application.objects.of(person).handed_in().prefetch_related("decisions").first()
    held = Certificate.objects.of(person).exclude(standing__in=REPLACED)
    granted = _granted(application)
    return Case(
        application=application,
        certificate=held.order_by("-allocated_at").first(),
        version=application.scheme_version
        if application
        else SchemeVersion.objects.binding(person),
        day=civil_date(application.evidence_at if granted else now),
    )


def compared(
    person: User, case: Case, supervisor: User, role: str, days: Sequence[tuple[date, date]]
) -> Comparison:
    """Under the version that binds; without one there is nothing that could be missing."""
    if case.version is None:
        return NOTHING
    scheme, facts = read_scheme(case.version.text), facts_for(person, case.day)
    signer = supervisor_id(supervisor, role)
    before, after = (
        evaluate(
            scheme,
            read_facts(
                as_if(facts, signer, days)
                | {"evaluations": _evaluations(person, supervisor, role, days, counts)}
            ),
        ).document()
        for as_if, counts in ((with_days, True), (without_days, False))
    )
    return compare(before, after)


def _evaluations(
    person: User, supervisor: User, role: str, days: Sequence[tuple[date, date]], counts: bool
) -> list[dict]:
    """With or without those that this supervisor signed in these days; all others as they count."""

    def says(one: Evaluation, day: date) -> bool | None:
        theirs = one.written_by_id == supervisor.pk and one.form.role == role
        within = any(first <= day <= last for first, last in days)
        return counts if theirs and within else None

    return evaluations_of(person, association_zone(), says)


def _granted(application: Application | None) -> bool:
    if application is None or application.state != ApplicationState.DECIDED:
        return False
    return application.decision is not None and application.decision.outcome == "grant"
