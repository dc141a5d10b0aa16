"""Studying: lessons opened and done, a private reflection, the assessment sat and handed in."""

from datetime import datetime, timedelta

from assessments import actions as assessments
from assessments.models import Attempt
from assessments.rules.scoring import key_of
from courses.actions.progress import mark_done, open_lesson
from courses.actions.reflections import save_reflection
from courses.models import CoursePage, Enrolment, LessonVersion
from courses.outline import lessons_of
from training_site.accounts.models import User
from training_site.demo.stages.association import cohort
from training_site.demo.stages.past import MONDAY, SATURDAY, SUNDAY, TUESDAY, Past
from training_site.demo.stages.people import begin, drop_in

LESSONS_A_WEEK = 2
EVENING = 19
REFLECTION = "reflection"
CODE = "code-of-ethics"


def examined(key: str, past: Past, *, from_week: int, cohort_title: str) -> User:
    """Four weeks of lessons; in the week after, passed at the first go."""
    learner = begin(key, now=past.at(from_week + 1, MONDAY, 18), cohort=cohort(cohort_title))
    study(learner, past, from_week=from_week)
    sit(learner, right=12, begun=past.at(from_week - 4, SATURDAY))
    return drop_in(learner, now=past.at(from_week - 4, SUNDAY))


def ethics() -> CoursePage:
    return CoursePage.objects.live().select_related("assessment").get(code="ethics")


def study(learner: User, past: Past, *, from_week: int, lessons: int = 8) -> list[LessonVersion]:
    """Two lessons a week, a Tuesday and a Sunday evening, each for its stated minutes."""
    course = ethics()
    enrolment = Enrolment.objects.active().get(learner=learner)
    versions = [_version(page) for page in lessons_of(course)[:lessons]]
    for number, version in enumerate(versions):
        weeks, second = divmod(number, LESSONS_A_WEEK)
        begun = past.at(from_week - weeks, SUNDAY if second else TUESDAY, EVENING)
        open_lesson(enrolment, version, course, now=begun)
        mark_done(enrolment, version, course, now=begun + timedelta(minutes=version.minutes))
    return versions


def leave_open(learner: User, *, lessons: int, now: datetime) -> None:
    """Opened the lesson after so many, and not done yet."""
    course = ethics()
    enrolment = Enrolment.objects.active().get(learner=learner)
    open_lesson(enrolment, _version(lessons_of(course)[lessons]), course, now=now)


def reflect(learner: User, version: LessonVersion, text: str, *, now: datetime) -> None:
    """To the first prompt of a lesson, in the private journal."""
    prompt = next(block for block in version.source["body"] if block["type"] == REFLECTION)
    save_reflection(learner, version, prompt["id"], text=text, now=now)


def sit(learner: User, *, right: int, begun: datetime, minutes: int = 24) -> Attempt:
    """One attempt with so many right answers. Learner and day decide which form is drawn."""
    seed = f"{learner.email}:{begun:%H%M}:{right}"
    attempt = assessments.start(ethics().assessment, learner, now=begun, seed=seed)
    handed_in = begun + timedelta(minutes=minutes)
    items = attempt.items.select_related("item_version", "response")
    for item in items:
        saved = begun + item.position * (handed_in - begun) / (len(items) + 1)
        chosen = _chosen(item, right=item.position <= right)
        assessments.save_answer(
            attempt,
            item.position,
            chosen,
            sequence=item.response.sequence,
            by=learner,
            now=saved,
        )
    return assessments.submit(attempt, by=learner, now=handed_in)


def _chosen(item, *, right: bool) -> list[str]:
    """The key, or the first option beside it."""
    key = key_of(item.item_version.options)
    if right:
        return sorted(key)
    return [option for option in item.option_order if option not in key][:1]


def _version(page) -> LessonVersion:
    return LessonVersion.objects.of(page.lesson_uuid).current().get()
