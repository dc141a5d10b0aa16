"""From everything met to the certificate: ready, applied, certified, suspended."""

from certification.credentials.models import Certificate
from certification.practice import actions
from training_site.accounts.models import User
from training_site.demo.stages import certifying, weeks
from training_site.demo.stages.foundation import trained
from training_site.demo.stages.past import FRIDAY, SUNDAY, Past
from training_site.demo.stages.people import CODE_OF_ETHICS, drop_in, sign_policy
from training_site.demo.stages.practising import Internship, begin_practice, close, live_through


def ready(past: Past) -> None:
    """Everything met: two cases closed as planned, the third about to be."""
    learner = trained("ready", past, first_week=40, cohort_title="Cohort 2")
    internship = _practised(learner, past, first_week=40, mentor="reviewer3")
    actions.begin_closing(internship.cases["C"], by=learner, now=past.at(8, FRIDAY))
    drop_in(learner, now=past.at(2))


def applied(past: Past) -> None:
    """Handed in four weeks ago; of the two reviews one is there."""
    learner = trained("applied", past, first_week=44, cohort_title="Cohort 2")
    internship = _practised(learner, past, first_week=44, mentor="reviewer3")
    close(internship, "C")
    application = certifying.apply(learner, past, weeks_ago=4)
    certifying.review(application, "reviewer1", past, weeks_ago=1)


def certified(past: Past) -> None:
    """Certified; name not shown, not listed: nothing chosen, so nothing public."""
    _certified("certified", past, first_week=58, cohort_title="Cohort 1")


def suspended(past: Past) -> None:
    certificate = _certified("suspended", past, first_week=66, cohort_title="Cohort 1")
    certifying.suspend(certificate, past, weeks_ago=3)


def _certified(key: str, past: Past, *, first_week: int, cohort_title: str) -> Certificate:
    learner = trained(key, past, first_week=first_week, cohort_title=cohort_title)
    internship = _practised(learner, past, first_week=first_week, mentor="mentor")
    close(internship, "C")
    return certifying.certify(learner, past, applied=first_week - 37)


def _practised(learner: User, past: Past, *, first_week: int, mentor: str) -> Internship:
    """All of it signed, two of its three cases closed as planned; and the code of ethics signed,
    late in it, as a signature holds for a year."""
    internship = begin_practice(learner, past, first_week=first_week, mentor=mentor)
    live_through(internship, weeks.whole_internship())
    sign_policy(learner, CODE_OF_ETHICS, now=past.at(first_week - 28, SUNDAY, 20))
    for letter in "AB":
        close(internship, letter)
    return internship
