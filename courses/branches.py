"""A branch of the page tree, courses with their modules and lessons, in one question.

Pages of several kinds stand in one tree; asked for kind by kind they are three questions, and a
lesson page has none to spare.
"""

from dataclasses import dataclass

from wagtail.models import Page

from courses.models import CoursePage, LessonPage, ModulePage


@dataclass(frozen=True)
class Branch:
    """What is published, in order; a lesson of an unpublished module counts for nobody."""

    courses: list[CoursePage]
    modules: list[ModulePage]
    lessons: list[LessonPage]

    def of(self, course: CoursePage) -> tuple[list[ModulePage], list[LessonPage]]:
        return (
            [module for module in self.modules if module.path.startswith(course.path)],
            [lesson for lesson in self.lessons if lesson.path.startswith(course.path)],
        )


def branch_of(path: str) -> Branch:
    """Everything at this place of the tree and below it. Lessons come without their text."""
    pages = (
        Page.objects.live()
        .filter(path__startswith=path)
        .order_by("path")
        .select_related("coursepage__assessment", "modulepage", "lessonpage__outcome")
        .defer("lessonpage__body")
    )
    found = list(pages)
    modules = _of_kind(found, "modulepage")
    published = {module.path for module in modules}
    lessons = _of_kind(found, "lessonpage")
    return Branch(
        _of_kind(found, "coursepage"),
        modules,
        [lesson for lesson in lessons if lesson.path[: -Page.steplen] in published],
    )


def _of_kind(pages: list[Page], name: str) -> list:
    return [getattr(page, name) for page in pages if hasattr(page, name)]
