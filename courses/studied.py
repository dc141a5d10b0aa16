"""Whether a page, or anything below it, is part of what learners studied."""

from wagtail.models import Page

from courses.models import Enrolment, LessonPage, LessonProgress, Note, ReflectionEntry, Thread


def is_studied(page: Page) -> bool:
    """True once a learner opened a lesson here, wrote in one, or enrolled in a programme here."""
    lessons = LessonPage.objects.descendant_of(page, inclusive=True).values("lesson_uuid")
    return (
        LessonProgress.objects.filter(lesson_uuid__in=lessons).exists()
        or ReflectionEntry.objects.filter(lesson_uuid__in=lessons).exists()
        or Note.objects.filter(lesson_uuid__in=lessons).exists()
        or Enrolment.objects.filter(programme__path__startswith=page.path).exists()
        or Thread.objects.filter(course__path__startswith=page.path).exists()
    )
