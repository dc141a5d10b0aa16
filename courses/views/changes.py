"""What changed in a lesson since a learner did it: the two frozen versions against each other."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET

from courses.comparing import changed_facts, changed_text
from courses.models import LessonVersion
from courses.views.lesson import seated_or_404
from training_site.accounts.permissions import needs


@needs("courses.study")
@require_GET
@gzip_page
def changes(request, lesson_uuid):
    """For those who did the lesson; to everybody else there is nothing to compare."""
    seat = seated_or_404(request, lesson_uuid)
    progress = seat.progress.get(seat.page.lesson_uuid)
    if progress is None or progress.done_at is None:
        raise Http404
    studied = get_object_or_404(LessonVersion, pk=progress.version_id)
    context = {
        "course": seat.course,
        "page": seat.page,
        "progress": progress,
        "studied": studied,
        "current": seat.version,
        "facts": changed_facts(studied, seat.version),
        "passages": changed_text(studied, seat.version),
    }
    return render(request, "courses/lesson_changes.html", context)
