"""Those who study: one on track, one waiting to try again, and the others of their cohort."""

from dataclasses import dataclass
from datetime import timedelta

from training_site.demo.stages.past import (
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Past,
)
from training_site.demo.stages.people import drop_in
from training_site.demo.stages.studying import (
    Studies,
    begin_studies,
    evenings,
    leave_open,
    sit,
    study,
    take,
)
from training_site.demo.stages.traces import answer_checks, bookmark, lesson, note, reflect
from training_site.demo.stages.tutoring import ANSWERED, WAITING, ask

COHORT = "Cohort 3"
BEGUN = 8  # weeks ago: the week before the cohort starts
FIRST, SECOND = 7, 4  # weeks ago: from when the schedule lets them into the first two courses


def trainee(past: Past) -> None:
    """The first course behind her, at the second go; five of eight lessons of the next, one open."""
    studies = _begun("trainee", past)
    orientation, ethics, *_later = studies.courses
    take(studies, orientation, evenings(past, from_week=FIRST), missed=7)
    study(studies, ethics, evenings(past, from_week=SECOND), lessons=5)
    leave_open(studies, ethics, after=5, now=past.at(1, THURSDAY, 20))
    answer_checks(studies.learner)
    _keep(studies)
    ask(studies, ethics, ANSWERED, lesson("2.4"), now=past.at(2, WEDNESDAY, 21))
    drop_in(studies.learner, now=past.at(1, THURSDAY, 20))


def _keep(studies: Studies) -> None:
    """A page in her journal, a note beside a lesson, two places to come back to."""
    learner, past = studies.learner, studies.past
    reflect(
        learner,
        lesson("2.1"),
        "I noticed how quickly I would have said yes, so as not to seem difficult. "
        "Next time: a breath first, then the question back.",
        now=past.at(SECOND, TUESDAY, 20),
    )
    note(
        learner,
        lesson("2.2"),
        "To ask on the study day: who has this conversation first, the clinician or I?",
        now=past.at(SECOND, SUNDAY, 20),
    )
    bookmark(learner, lesson("1.3"), section=1, now=past.at(FIRST - 1, TUESDAY, 20))
    bookmark(learner, lesson("2.4"), section=2, now=past.at(SECOND - 1, SUNDAY, 20))


def trainee2(past: Past) -> None:
    """All lessons of two courses; the second assessment missed yesterday, so two days to wait."""
    studies = _begun("trainee2", past)
    orientation, ethics, *_later = studies.courses
    take(studies, orientation, evenings(past, from_week=FIRST))
    weekdays = (TUESDAY, THURSDAY)
    study(studies, ethics, evenings(past, from_week=SECOND, weekdays=weekdays))
    answer_checks(studies.learner)
    sit(studies.learner, ethics.assessment, right=9, begun=past.now - timedelta(hours=20))
    ask(studies, ethics, WAITING, lesson("2.5"), now=past.now - timedelta(hours=19))


@dataclass(frozen=True)
class Pace:
    """How many lessons of the first two courses one of the others has done, on which evenings."""

    first: int
    second: int = 0
    weekdays: tuple[int, int] = (MONDAY, WEDNESDAY)


FELLOWS = {
    "trainee3": Pace(5, 8, weekdays=(TUESDAY, WEDNESDAY)),
    "trainee4": Pace(5, 6),
    "trainee5": Pace(5, 6, weekdays=(WEDNESDAY, SATURDAY)),
    "trainee6": Pace(5, 5, weekdays=(MONDAY, THURSDAY)),
    "trainee7": Pace(5, 4),
    "trainee8": Pace(5, 2, weekdays=(SATURDAY, SUNDAY)),
    "trainee9": Pace(5),
    "trainee10": Pace(3, weekdays=(SATURDAY, SUNDAY)),
}


def fellow(key: str, past: Past) -> None:
    """Who has gone on to the second course is examined in the first."""
    studies, pace = _begun(key, past), FELLOWS[key]
    orientation, ethics, *_later = studies.courses
    first = evenings(past, from_week=FIRST, weekdays=pace.weekdays)
    if pace.second:
        take(studies, orientation, first)
        second = evenings(past, from_week=SECOND, weekdays=pace.weekdays)
        study(studies, ethics, second, lessons=pace.second)
    else:
        study(studies, orientation, first, lessons=pace.first)
    answer_checks(studies.learner)
    drop_in(studies.learner, now=past.at(1, SATURDAY))


def _begun(key: str, past: Past) -> Studies:
    return begin_studies(key, past, weeks_ago=BEGUN, cohort_title=COHORT)
