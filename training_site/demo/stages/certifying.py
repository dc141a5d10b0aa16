"""From the application to the certificate, and what may happen to one afterwards."""

from datetime import timedelta

from certification.credentials import actions as credentials
from certification.credentials.models import Certificate
from certification.decisions import actions as decisions
from certification.decisions.models import Application
from certification.decisions.models.decisions import Outcome
from certification.decisions.rules.applying import DECLARATIONS
from certification.decisions.rules.reviewing import Recommendation
from training_site.accounts.models import User
from training_site.demo.stages.past import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Past
from training_site.demo.stages.people import drop_in, somebody

REVIEWS = {
    "reviewer1": (
        "I followed the hours of all three cases from entry to signature and sampled the "
        "learning notes' dates. The sequence is plausible, supervision kept pace with the "
        "sessions, and two cases were brought to a planned end."
    ),
    "reviewer2": (
        "The record is complete and consistent. Clinician contact follows every session. "
        "I looked for months in which supervision was thin and found none."
    ),
}
GRANTED = (
    "Both reviewers recommend certification and give the same grounds. The record meets every "
    "requirement of the version that applies; nothing was left open."
)


def apply(applicant: User, past: Past, *, weeks_ago: int) -> Application:
    """Begun on a Monday, handed in on the Tuesday, found complete and given out on the Thursday."""
    drop_in(applicant, now=past.at(weeks_ago, MONDAY))
    application = decisions.start_application(
        applicant, by=applicant, now=past.at(weeks_ago, MONDAY)
    )
    application = decisions.submit_application(
        application, declarations=DECLARATIONS, by=applicant, now=past.at(weeks_ago, TUESDAY)
    )
    now = past.at(weeks_ago, THURSDAY)
    registrar = drop_in(somebody("registrar"), now=now)
    application = decisions.check_completeness(application, complete=True, by=registrar, now=now)
    decisions.assign_reviewers(application, by=registrar, now=now + timedelta(minutes=10))
    return application


def review(
    application: Application,
    reviewer: str,
    past: Past,
    *,
    weeks_ago: int,
    recommendation: str = Recommendation.GRANT,
    reasons: str = "",
) -> None:
    now = past.at(weeks_ago, WEDNESDAY, 17)
    person = drop_in(somebody(reviewer), now=now)
    decisions.open_dossier(application, by=person, now=now - timedelta(minutes=50))
    decisions.submit_review(
        application,
        recommendation=recommendation,
        reasons=reasons or REVIEWS[reviewer],
        by=person,
        now=now,
    )


def grant(application: Application, past: Past, *, weeks_ago: int) -> Certificate:
    """Decided, and issued at once: the job that was promised for it then finds it done."""
    now = past.at(weeks_ago, TUESDAY, 11)
    decider = drop_in(somebody("decider"), now=now)
    decisions.open_dossier(application, by=decider, now=now - timedelta(minutes=30))
    decision = decisions.decide(
        application,
        outcome=Outcome.GRANT,
        reasons=["requirements_met", "reviewers_agree"],
        text=GRANTED,
        by=decider,
        now=now,
    )
    certificate = credentials.issue(decision.pk, now=now + timedelta(minutes=1))
    drop_in(decision.applicant, now=now + timedelta(hours=6))
    return certificate


def certify(applicant: User, past: Past, *, applied: int) -> Certificate:
    """The whole way: applied, both reviews in the two weeks after, decided in the third."""
    application = apply(applicant, past, weeks_ago=applied)
    review(application, "reviewer1", past, weeks_ago=applied - 1)
    review(application, "reviewer2", past, weeks_ago=applied - 2)
    return grant(application, past, weeks_ago=applied - 3)


def suspend(certificate: Certificate, past: Past, *, weeks_ago: int) -> None:
    """To be looked at again today: whoever decides finds it waiting."""
    credentials.suspend(
        certificate,
        reason="A concern about record-keeping is being examined. This is not a finding.",
        review_on=past.today,
        by=somebody("decider"),
        now=past.at(weeks_ago, WEDNESDAY, 15),
    )
