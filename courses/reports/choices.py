"""What a report is about: a programme and a course of it, of those that are somebody's to see."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from courses.authoring.scope import ProgrammeScope
from courses.models import CoursePage, LessonPage, ProgrammePage


@dataclass(frozen=True)
class Choice:
    """`programmes` and `courses` are those to choose from; without a choice it is about all of them."""

    scope: ProgrammeScope
    programmes: list[ProgrammePage]
    courses: list[CoursePage]
    programme: ProgrammePage | None = None
    course: CoursePage | None = None

    @classmethod
    def of(cls, user, asked: Mapping[str, str], *, one_programme: bool = False) -> "Choice":
        """By the codes in the address. Somebody else's and an unknown one are missing alike.

        With `one_programme` the first one is chosen where none is asked for.
        """
        scope = ProgrammeScope(user)
        seen = ProgrammePage.objects.all() if scope.is_everything else scope.programmes
        programmes, courses = list(seen.order_by("title")), list(scope.courses().order_by("path"))
        programme = _asked(programmes, asked.get("programme"))
        course = _asked(_within(programme, courses), asked.get("course"), courses)
        if course and not programme:
            programme = next(one for one in programmes if one.path == course.programme_path)
        if one_programme and programmes and not programme:
            programme = programmes[0]
        return cls(scope, programmes, _within(programme, courses), programme, course)

    @property
    def branch(self) -> ProgrammePage | CoursePage | None:
        return self.course or self.programme

    def lessons(self) -> QuerySet[LessonPage]:
        lessons = self.scope.pages(LessonPage.objects.all()).order_by("path")
        return lessons.filter(path__startswith=self.branch.path) if self.branch else lessons

    def course_of(self, lesson: LessonPage) -> CoursePage | None:
        return next((one for one in self.courses if one.path == lesson.course_path), None)

    @property
    def said(self) -> dict[str, str]:
        """For the record of an export: codes, no titles."""
        return {
            "programme": self.programme.code if self.programme else "",
            "course": self.course.code if self.course else "",
        }


def _within(programme: ProgrammePage | None, courses: list[CoursePage]) -> list[CoursePage]:
    return [one for one in courses if not programme or one.programme_path == programme.path]


def _asked(offered: list, code: str | None, known: list = ()):
    """The one of this code; none, where it is only known: it was chosen with another programme."""
    found = next((one for one in offered if one.code == code), None)
    if code and not found and all(one.code != code for one in known):
        raise Http404
    return found
