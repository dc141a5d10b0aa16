"""Studying: lessons done in the evenings, each course examined on the day after its last one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from itertools import count

from assessments import actions as assessments
from assessments.models import Assessment, Attempt
from assessments.rules.scoring import key_of
from courses.actions.progress import mark_done, open_lesson
from courses.models import CoursePage, Enrolment, LessonVersion
from courses.outline import lessons_of
from training_site.accounts.models import User
from training_site.demo.stages.association import cohort
from training_site.demo.stages.past import MONDAY, SUNDAY, TUESDAY, Past
from training_site.demo.stages.people import begin

TWICE_A_WEEK = (TUESDAY, SUNDAY)
EVENING = 19
EXAM_AT = time(18)
COOLED_OFF = timedelta(days=3)


@dataclass(frozen=True)
class Studies:
    """One learner in the programme."""

    learner: User
    enrolment: Enrolment
    past: Past

    @cached_property
    def courses(self) -> list[CoursePage]:
        """In the order of the programme."""
        live = CoursePage.objects.live().child_of(self.enrolment.programme).order_by("path")
        return list(live.select_related("assessment"))


def begin_studies(key: str, past: Past, *, weeks_ago: int, cohort_title: str) -> Studies:
    """The evening of a Monday; lessons begin in the week after."""
    learner = begin(key, now=past.at(weeks_ago, MONDAY, 18), cohort=cohort(cohort_title))
    enrolment = Enrolment.objects.active().with_pace().get(learner=learner)
    return Studies(learner, enrolment, past)


def evenings(
    past: Past, *, from_week: int, weekdays: tuple[int, ...] = TWICE_A_WEEK
) -> Iterator[datetime]:
    """One after the other, for as long as they are asked for."""
    for week in count():
        for weekday in weekdays:
            yield past.at(from_week - week, weekday, EVENING)


def versions_of(course: CoursePage) -> list[LessonVersion]:
    """What its lessons say now, in order; their texts are left where they are until one is read."""
    lessons = [page.lesson_uuid for page in lessons_of(course)]
    current = LessonVersion.objects.current().without_text().filter(lesson_uuid__in=lessons)
    by_lesson = {version.lesson_uuid: version for version in current}
    return [by_lesson[lesson] for lesson in lessons]


def take(
    studies: Studies, course: CoursePage, when: Iterator[datetime], *, missed: int | None = None
) -> datetime:
    """A whole course, and its assessment the day after; when it was handed in.

    `missed` is how many answers were right at the first go, three days before one that passes.
    """
    last, learner = study(studies, course, when), studies.learner
    begun = studies.past.on(last.date() + timedelta(days=1), EXAM_AT)
    if missed is not None:
        sit(learner, course.assessment, right=missed, begun=begun)
        begun += COOLED_OFF
    return sit(learner, course.assessment, begun=begun).submitted_at


def study(
    studies: Studies, course: CoursePage, when: Iterator[datetime], *, lessons: int | None = None
) -> datetime:
    """So many lessons of a course (all, if not said), an evening each, for its stated minutes.

    When the last of them was done, by the clock on the wall.
    """
    for version, begun in zip(versions_of(course)[:lessons], when, strict=False):
        open_lesson(studies.enrolment, version, course, now=begun)
        done = begun + timedelta(minutes=version.minutes)
        mark_done(studies.enrolment, version, course, now=done)
    return done


def leave_open(studies: Studies, course: CoursePage, *, after: int, now: datetime) -> None:
    """Opened the lesson after so many, and not done yet."""
    open_lesson(studies.enrolment, versions_of(course)[after], course, now=now)


def sit(
    learner: User,
    assessment: Assessment,
    *,
    begun: datetime,
    right: int | None = None,
    minutes: int = 24,
) -> Attempt:
    """One attempt with so many right answers, enough of them if not said how many.

    Learner and day decide which form is drawn.
    """
    right = _enough(assessment) if right is None else right
    seed = f"{learner.email}:{begun:%H%M}:{right}"
    attempt = assessments.start(assessment, learner, now=begun, seed=seed)
    handed_in = begun + timedelta(minutes=minutes)
    items = list(attempt.items.select_related("item_version", "response"))
    for item in items:
        assessments.save_answer(
            attempt,
            item.position,
            {"": _chosen(item, right=item.position <= right)},
            sequence=item.response.sequence,
            by=learner,
            now=begun + item.position * (handed_in - begun) / (len(items) + 1),
        )
    return assessments.submit(attempt, by=learner, now=handed_in)


def _enough(assessment: Assessment) -> int:
    """Halfway between the pass mark and all of them."""
    return (assessment.pass_marks + assessment.draws + 1) // 2


def _chosen(item, *, right: bool) -> list[str]:
    """The key, or the first option beside it."""
    key = key_of(item.item_version.options)
    if right:
        return sorted(key)
    return [option for option in item.layout if option not in key][:1]
