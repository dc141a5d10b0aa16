"""What a learner finds: among the lessons open to them, their courses, and the glossary.

A lesson that is not open is not asked about at all: neither its words nor its title can be guessed
from what comes back, nor from how much of it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from modelsearch.query import And, PlainText
from wagtail.search.backends import get_search_backend

from courses.models import CoursePage, Enrolment, LessonVersion
from courses.outline import outlines_of
from courses.search.passages import Passage, passages_of
from courses.search.snippets import finds, snippet
from courses.signing import unsigned_before_study
from courses.states import LessonState, Outline
from training_site.content.models import GlossaryTerm

LESSONS, TERMS = 30, 10  # the most that one answer lists


@dataclass(frozen=True)
class FoundLesson:
    """`noted` says that the lesson begins with a content note, so no more than that is quoted."""

    lesson: LessonState
    title: str
    words: str
    url: str
    noted: bool = False


@dataclass(frozen=True)
class FoundCourse:
    """A course with what was found in it; `words` where its own outline has them."""

    course: CoursePage
    words: str = ""
    lessons: list[FoundLesson] = field(default_factory=list)


@dataclass(frozen=True)
class Found:
    courses: list[FoundCourse]
    terms: list[tuple[GlossaryTerm, str, str]]
    more: bool = False

    @property
    def lessons(self) -> int:
        return sum(len(one.lessons) for one in self.courses)

    def __bool__(self) -> bool:
        return bool(self.courses or self.terms)


def find(user, words: list[str], now: datetime) -> Found:
    """The folded `words` must all be there, each as the beginning of a word."""
    outlines = _outlines(user)
    open_lessons = _readable(user, outlines, now)
    open_versions = LessonVersion.objects.current().filter(lesson_uuid__in=list(open_lessons))
    versions = _matching(open_versions.defer("html"), words, LESSONS + 1)
    found = [_lesson(version, open_lessons[version.lesson_uuid], words) for version in versions]
    return Found(
        list(_by_course(outlines, found[:LESSONS], words)),
        _terms(words),
        more=len(found) > LESSONS,
    )


def _outlines(user) -> list[Outline]:
    """Of one's own programmes; a course without enrolment has an outline and no open lesson."""
    mine = list(Enrolment.objects.visible_to(user).active().with_pace())
    outlines = [outline for enrolment in mine for outline in outlines_of(enrolment)]
    known = [outline.course.pk for outline in outlines]
    public = CoursePage.objects.live().filter(public=True).exclude(pk__in=known)
    return outlines + [Outline(course) for course in public.order_by("path")]


def _readable(user, outlines: list[Outline], now: datetime) -> dict[UUID, LessonState]:
    """The lessons whose page would open: with something left to sign, those that are done."""
    open_ones = [one for outline in outlines for one in outline.lessons if one.verdict]
    if unsigned_before_study(user, now):
        open_ones = [one for one in open_ones if one.done]
    return {one.page.lesson_uuid: one for one in open_ones}


def _matching(queryset, words: list[str], most: int) -> list:
    """The best of a queryset, best first: one statement, whatever the words."""
    asked = And([PlainText(word) for word in words])
    return list(get_search_backend().autocomplete(asked, queryset)[:most])


def _lesson(version: LessonVersion, lesson: LessonState, words: list[str]) -> FoundLesson:
    passage = _best(version, words)
    noted = bool(version.source["content_note"]) and not lesson.done
    quoted = version.source["content_note"] if noted else passage.shown
    place = "" if noted else passage.place
    return FoundLesson(
        lesson,
        snippet(f"{version.label} {version.title}", words, whole=True),
        snippet(quoted, words),
        f"{lesson.url}#{place}" if place else lesson.url,
        noted,
    )


def _best(version: LessonVersion, words: list[str]) -> Passage:
    """The first of the passages that have most of the words."""
    return max(passages_of(version.source), key=lambda one: finds(one.text, words))


def _by_course(outlines: list[Outline], found: list[FoundLesson], words: list[str]):
    """In the order of the programme: who searches knows where a course stands."""
    for outline in outlines:
        held = {one.page.pk for one in outline.lessons}
        lessons = [one for one in found if one.lesson.page.pk in held]
        own = f"{outline.course.title}. {outline.course.summary}"
        says = finds(own, words) == len(words)
        if lessons or says:
            yield FoundCourse(
                outline.course, snippet(outline.course.summary, words) if says else "", lessons
            )


def _terms(words: list[str]) -> list[tuple[GlossaryTerm, str, str]]:
    found = _matching(GlossaryTerm.objects.all(), words, TERMS)
    return [
        (term, snippet(term.term, words, whole=True), snippet(term.definition, words))
        for term in found
    ]
