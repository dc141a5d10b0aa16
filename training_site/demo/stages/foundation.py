"""The whole programme, as everybody who practises has it behind them: all courses, then the final."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from training_site.accounts.models import User
from training_site.demo.stages.past import SATURDAY, SUNDAY, THURSDAY, TUESDAY, Past
from training_site.demo.stages.people import drop_in
from training_site.demo.stages.studying import (
    COOLED_OFF,
    Studies,
    begin_studies,
    evenings,
    sit,
    take,
)
from training_site.demo.stages.traces import answer_checks

FOUR_A_WEEK = (TUESDAY, THURSDAY, SATURDAY, SUNDAY)
WEEKS = 17  # of lessons at that pace and of examinations, before the first week of practice
FINAL_AFTER = timedelta(weeks=1)
FINAL_MINUTES = 95
BEFORE_ANY_SESSION = ("orientation", "ethics", "boundaries")


def trained(
    key: str,
    past: Past,
    *,
    first_week: int,
    cohort_title: str,
    missed: Mapping[str, int] | None = None,
    final_missed: int | None = None,
    courses: Collection[str] = (),
) -> User:
    """Somebody who may begin to practise in that week.

    `missed` says of courses how many answers were right in a first attempt that was not enough;
    `final_missed` says it of the final examination. With `courses`, only these so far: version 0.9
    asks for one of them, and the rest is studied beside the internship.
    """
    from_week = first_week + WEEKS
    studies = begin_studies(key, past, weeks_ago=from_week + 1, cohort_title=cohort_title)
    when = evenings(past, from_week=from_week, weekdays=FOUR_A_WEEK)
    for course in studies.courses:
        if courses and course.code not in courses:
            continue
        last = take(studies, course, when, missed=(missed or {}).get(course.code))
    answer_checks(studies.learner)
    if courses:
        return drop_in(studies.learner, now=last)
    passed = _sit_final(studies, last + FINAL_AFTER, final_missed)
    return drop_in(studies.learner, now=passed)


def _sit_final(studies: Studies, begun: datetime, missed: int | None) -> datetime:
    final, learner = studies.enrolment.programme.assessment, studies.learner
    if missed is not None:
        sit(learner, final, right=missed, begun=begun, minutes=FINAL_MINUTES)
        begun += COOLED_OFF
    return sit(learner, final, begun=begun, minutes=FINAL_MINUTES).submitted_at
