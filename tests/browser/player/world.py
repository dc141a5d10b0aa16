"""A small course whose lessons hold one of each block, and a learner who may begin at once."""

from uuid import uuid4

from django.utils import timezone

from courses.models import CoursePage, LessonPage
from tests.factories.accounts import a_trainee
from tests.factories.checks import a_check
from tests.factories.courses import a_course, a_lesson
from training_site.accounts.models import User
from training_site.content.actions import attest
from training_site.content.models import Citation, GlossaryTerm
from training_site.content.onboarding import policies_to_sign

TERMS = {
    "triad": ("Triad", "Client, clinician and surrogate partner, working as three."),
    "closure": ("Closure", "The last of the phases: an ending that all three prepare."),
    "mentor": ("Mentor", "Whoever goes through an intern's sessions with them."),
}
PARAGRAPH = "The client holds the pace, and the other two say what they see. " * 8


def a_course_to_read(lessons: int = 4) -> CoursePage:
    Citation.objects.create(key="X1", title="A small study", size="12 people", authors="Levy")
    for slug, (term, definition) in TERMS.items():
        GlossaryTerm.objects.create(slug=slug, term=term, definition=definition)
    course = a_course(lessons=0, number=2, slug="course-2")
    module = course.get_children().first().specific
    for place in range(1, lessons + 1):
        a_lesson(module, number=f"2.{place}", body=one_of_each())
    return course


def one_of_each():
    blocks = LessonPage._meta.get_field("body").stream_block
    raw = [
        prose(f"<p>Once a [[triad]] agrees [@X1]. {PARAGRAPH}</p>"),
        *(prose(f"<h2>Section {n}</h2><p>A [[mentor]] asks. {PARAGRAPH}</p>") for n in range(1, 5)),
        {"type": "vignette", "value": a_vignette()},
        {"type": "note", "value": {"text": "<p>Write it down first.</p>"}},
        {"type": "definition", "value": {"term": "closure"}},
        {"type": "reflection", "value": {"prompt": "<p>What would you say?</p>"}},
        a_check(),
    ]
    return blocks.to_python([{"id": str(uuid4())} | block for block in raw])


def prose(html: str) -> dict:
    return {"type": "prose", "value": html}


def a_vignette() -> dict:
    choices = [
        {"text": f"Choice {n}", "discussion": f"<p>What choice {n} protects. {PARAGRAPH}</p>"}
        for n in range(1, 4)
    ]
    return {
        "title": "A call at ten",
        "situation": "<p>The telephone rings at ten in the evening.</p>",
        "question": "What do you do?",
        "choices": choices,
    }


def a_learner_who_signed() -> User:
    """Who has signed what is to be signed before a first lesson."""
    learner, now = a_trainee(), timezone.now()
    for version in policies_to_sign(learner, now):
        attest(learner, version, typed_name=learner.name, now=now)
    return learner


def address(lesson, tail: str = "") -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/{tail}"
