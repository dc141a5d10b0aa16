"""Those who study: on track, and waiting to try again."""

from datetime import timedelta

from training_site.demo.stages.association import cohort
from training_site.demo.stages.past import MONDAY, THURSDAY, TUESDAY, Past
from training_site.demo.stages.people import begin, drop_in
from training_site.demo.stages.studying import leave_open, reflect, sit, study


def trainee(past: Past) -> None:
    """Five of eight lessons, one open, a page in her journal."""
    learner = begin("trainee", now=past.at(5, MONDAY, 18), cohort=cohort("Cohort 3"))
    versions = study(learner, past, from_week=4, lessons=5)
    leave_open(learner, lessons=5, now=past.at(1, THURSDAY, 20))
    reflect(
        learner,
        versions[0],
        "I noticed how quickly I would have said yes, so as not to seem difficult. "
        "Next time: a breath first, then the question back.",
        now=past.at(4, TUESDAY, 20),
    )
    drop_in(learner, now=past.at(1, THURSDAY, 20))


def trainee2(past: Past) -> None:
    """All lessons done; the assessment missed by two marks yesterday, so two days to wait."""
    learner = begin("trainee2", now=past.at(9, MONDAY, 18), cohort=cohort("Cohort 3"))
    study(learner, past, from_week=8)
    sit(learner, right=9, begun=past.now - timedelta(hours=20))
