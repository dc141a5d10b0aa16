"""A lesson that left its course, for those who studied it: as it stood then, to read only."""

from django.http import Http404
from django.shortcuts import render

from courses.models import LessonProgress
from courses.reading import reading_of_version


def serve_archived(request, lesson_uuid):
    """The version this learner did last; to everybody else the lesson is not there."""
    mine = LessonProgress.objects.filter(
        enrolment__learner=request.user, lesson_uuid=lesson_uuid
    ).select_related("version")
    progress = mine.order_by("-opened_at").first()
    if progress is None:
        raise Http404
    context = {
        "progress": progress,
        "lesson_version": progress.version,
        "reading": reading_of_version(progress.version),
    }
    return render(request, "courses/authoring/archived.html", context)
