"""From everything met to the certificate: ready, applied, certified, suspended."""

from datetime import date, timedelta

from certification.credentials.models import Certificate
from certification.practice import actions
from training_site.accounts.models import User
from training_site.demo.stages import certifying, weeks
from training_site.demo.stages.foundation import trained
from training_site.demo.stages.judging import judge_case, judge_end, judge_halfway
from training_site.demo.stages.past import FRIDAY, SATURDAY, SUNDAY, Past
from training_site.demo.stages.people import CODE_OF_ETHICS, drop_in, sign_policy
from training_site.demo.stages.practising import Internship, begin_practice, close, live_through

LAPSED_DAYS_AGO = 24  # since then the suspended one is no member


def ready(past: Past) -> None:
    """Everything met: two cases closed as planned, the third about to be."""
    learner = trained("ready", past, first_week=40, cohort_title="Cohort 2")
    internship = practised(learner, past, first_week=40, mentor="reviewer3")
    actions.begin_closing(internship.cases["C"], by=learner, now=past.at(8, FRIDAY))
    drop_in(learner, now=past.at(2))


def applied(past: Past) -> None:
    """Handed in four weeks ago; of the two reviews one is there."""
    learner = trained("applied", past, first_week=44, cohort_title="Cohort 2")
    internship = practised(learner, past, first_week=44, mentor="reviewer3")
    finish(internship)
    application = certifying.apply(learner, past, weeks_ago=4)
    certifying.review(application, "reviewer1", past, weeks_ago=1)


def certified(past: Past) -> None:
    """Certified; name not shown, not listed: nothing chosen, so nothing public."""
    _certified("certified", past, first_week=58, cohort_title="Cohort 1")


def suspended(past: Past) -> None:
    lapsed = past.days_ago(LAPSED_DAYS_AGO)
    certificate = _certified(
        "suspended", past, first_week=66, cohort_title="Cohort 1", member_until=lapsed
    )
    certifying.suspend(certificate, past, weeks_ago=3)


def _certified(
    key: str, past: Past, *, first_week: int, cohort_title: str, member_until: date | None = None
) -> Certificate:
    learner = trained(key, past, first_week=first_week, cohort_title=cohort_title)
    internship = practised(
        learner, past, first_week=first_week, mentor="mentor", member_until=member_until
    )
    finish(internship)
    return certifying.certify(learner, past, applied=first_week - 37)


def practised(
    learner: User, past: Past, *, first_week: int, mentor: str, member_until: date | None = None
) -> Internship:
    """All of it signed, two of its three cases closed as planned and evaluated; and the code of
    ethics signed, late in it, as a signature holds for a year."""
    internship = begin_practice(
        learner, past, first_week=first_week, mentor=mentor, member_until=member_until
    )
    live_through(internship, weeks.whole_internship())
    sign_policy(learner, CODE_OF_ETHICS, now=past.at(first_week - 28, SUNDAY, 20))
    judge_halfway(internship, now=past.at(first_week - 17, SATURDAY, 18))
    for letter, week in (("A", 15), ("B", 23)):
        close(internship, letter)
        judge_case(internship, letter, now=past.at(first_week - week, SATURDAY, 18))
    return internship


def finish(internship: Internship) -> None:
    """The last case closed, and everybody has said how it went."""
    now = internship.past.at(internship.first_week - 31, SATURDAY, 18)
    close(internship, "C")
    judge_case(internship, "C", now=now)
    judge_end(internship, now=now + timedelta(hours=1))
