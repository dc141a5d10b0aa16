"""Programmes, lessons and learners for tests; states are reached by the site's own actions."""

from datetime import UTC, date, datetime
from itertools import count
from uuid import uuid4

from wagtail.models import Page, Site

from courses.actions.enrolment import enrol
from courses.actions.progress import mark_done, open_lesson
from courses.models import (
    Cohort,
    CoursePage,
    Enrolment,
    LessonPage,
    LessonVersion,
    ModulePage,
    ProgrammePage,
)
from tests.factories.accounts import a_trainee
from training_site.content.models import HomePage, LearningOutcome

LONG_AGO = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
_numbers = count(1)


def a_home() -> HomePage:
    """The front page, at the root of the default site."""
    home = HomePage.objects.first()
    if home is None:
        home = Page.get_first_root_node().add_child(instance=HomePage(title="Home", slug="front"))
        Site.objects.filter(is_default_site=True).update(root_page=home)
        Site.clear_site_root_paths_cache()
    return home


def a_programme(**fields) -> ProgrammePage:
    number = next(_numbers)
    fields = {
        "slug": f"programme-{number}",
        "code": f"programme-{number}",
        "summary": "A way",
    } | fields
    return a_home().add_child(instance=ProgrammePage(title=f"Programme {number}", **fields))


def a_course(programme: ProgrammePage | None = None, *, lessons: int = 3, **fields) -> CoursePage:
    """A public course with one module and its published lessons."""
    number = next(_numbers)
    given = {
        "title": f"Course about {number}",
        "slug": f"course-{number}",
        "code": f"course-{number}",
        "number": number % 100,
        "summary": "What it is about.",
        "public": True,
    }
    course = (programme or a_programme()).add_child(instance=CoursePage(**given | fields))
    module = course.add_child(instance=ModulePage(title="A module", slug="module-1", number=1))
    for place in range(1, lessons + 1):
        a_lesson(module, number=f"{course.number}.{place}")
    return course


def a_lesson(
    module: ModulePage, *, body: list | None = None, number: str = "9.1", **fields
) -> LessonPage:
    """A published lesson of one paragraph and one reflection."""
    outcome, _created = LearningOutcome.objects.get_or_create(
        code=number, defaults={"course_code": "test", "text": f"Decide what {number} asks."}
    )
    given = {
        "title": f"The subject of {number}",
        "slug": f"lesson-{number.replace('.', '-')}",
        "number": number,
        "minutes": 20,
        "content_area": "ethics_law",
        "outcome": outcome,
        "summary": "In short.",
    }
    page = module.add_child(
        instance=LessonPage(**given | fields, body=body or a_body(), live=False)
    )
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def a_body(text: str = "A lesson.") -> list:
    blocks = LessonPage._meta.get_field("body").stream_block
    raw = [prose(text), {"type": "reflection", "value": {"prompt": "<p>What?</p>"}}]
    return blocks.to_python([block | {"id": str(uuid4())} for block in raw])


def prose(text: str) -> dict:
    return {"type": "prose", "value": f"<p>{text}</p>"}


def lessons_in(course: CoursePage) -> list[LessonPage]:
    return list(LessonPage.objects.descendant_of(course).order_by("path"))


def version_of(lesson: LessonPage) -> LessonVersion:
    return LessonVersion.objects.of(lesson.lesson_uuid).current().get()


def prompt_in(lesson: LessonPage) -> str:
    return next(block.id for block in lesson.body if block.block_type == "reflection")


def a_cohort(programme: ProgrammePage) -> Cohort:
    return Cohort.objects.create(programme=programme, title="Autumn", starts_on=date(2026, 10, 1))


def an_enrolment(course: CoursePage, learner=None, at: datetime = LONG_AGO) -> Enrolment:
    programme = ProgrammePage.objects.get(path=course.programme_path)
    return enrol(learner or a_trainee(), programme, by=None, now=at)


def open_one(enrolment: Enrolment, lesson: LessonPage, course: CoursePage, at: datetime = LONG_AGO):
    return open_lesson(enrolment, version_of(lesson), course, now=at)


def do(enrolment: Enrolment, lesson: LessonPage, course: CoursePage, at: datetime = LONG_AGO):
    """Open a lesson and mark it done."""
    open_one(enrolment, lesson, course, at)
    return mark_done(enrolment, version_of(lesson), course, now=at)
