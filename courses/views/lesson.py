"""Reading a lesson, marking it done."""

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET, require_POST

from courses.actions.progress import keep_place, mark_done, open_lesson
from courses.anchors import section_at
from courses.authoring.archived import serve_archived
from courses.doors import Seat, not_enrolled, seat_or_404
from courses.knots import compact_knots
from courses.models import LessonVersion
from courses.notes.slots import Journal
from courses.outline import outline_of, outline_while_reading
from courses.reading import reading_of_version
from courses.signing import unsigned_before_study
from training_site.accounts.permissions import needs

READ_ON, ALTERNATIVE = "on", "alternative"


@needs("courses.study")
@require_GET
@gzip_page
def read(request, lesson_uuid):
    try:
        seat = seat_or_404(request.user, lesson_uuid)
    except Http404:
        return serve_archived(request, lesson_uuid)
    if seat.enrolment is None:
        return not_enrolled(request, seat.course)
    unsigned = to_sign(request, seat)
    if unsigned:
        return _sign_first(request, seat, unsigned)
    return show(request, seat, Journal.of(request.user, lesson_uuid, timezone.now()))


def show(request, seat: Seat, journal: Journal, status: int = 200, answered=None):
    """The lesson; before it, where there is one, its content note; before that, whether it is open.

    `answered` is a check that was answered just now (courses/reports): its explanation is open.
    """
    outline = outline_while_reading(seat.course, seat.branch, seat.enrolment, seat.progress)
    before, here, after = outline.around(seat.page.lesson_uuid)
    version = seat.version
    context = {
        "course": seat.course,
        "outline": outline,
        "knots": compact_knots(outline, seat.page.lesson_uuid),
        "lesson": here,
        "before": before,
        "after": after,
        "lesson_version": version,
    }
    if not here.verdict:
        return render(request, "courses/not_open.html", context, status=403)
    chosen = _chosen(request, here)
    if version.source["content_note"] and not chosen:
        return render(request, "courses/content_note.html", context)
    progress = here.progress or open_lesson(
        seat.enrolment, version, seat.course, now=timezone.now()
    )
    context |= {
        "page": seat.page,
        "progress": progress,
        "chosen": chosen,
        "answered": answered,
        "left_at": section_at(version.source, progress.place),
        "changed": progress.done_at and _taught_otherwise_since(progress, version),
        "reading": reading_of_version(version, journal, folded=chosen == ALTERNATIVE),
    }
    return render(request, "courses/lesson_page.html", context, status=status)


@needs("courses.study")
@require_POST
def done(request, lesson_uuid):
    """Mark it done and go on to the next lesson, or back to the outline after the last."""
    seat = seated_or_404(request, lesson_uuid)
    version = version_read(request, lesson_uuid)
    if to_sign(request, seat):
        return redirect("lesson", lesson_uuid)
    mark_done(seat.enrolment, version, seat.course, now=timezone.now())
    outline = outline_of(seat.course, seat.enrolment)
    _before, _here, after = outline.around(lesson_uuid)
    if after and after.verdict and not after.done:
        return redirect(after.url)
    return redirect(outline.url)


@needs("courses.study")
@require_POST
def place(request, lesson_uuid):
    """The page says, a moment after somebody stopped scrolling, where they are. No view is counted."""
    seat = seated_or_404(request, lesson_uuid)
    version = version_read(request, lesson_uuid)
    kept = keep_place(seat.enrolment, version, request.POST.get("place", ""))
    return JsonResponse({"kept": kept})


def to_sign(request, seat: Seat) -> list:
    """What is to be signed before this lesson; nothing, once it is done."""
    progress = seat.progress.get(seat.page.lesson_uuid)
    if progress and progress.done_at:
        return []
    return unsigned_before_study(request.user, timezone.now())


def _sign_first(request, seat: Seat, unsigned):
    """Not an error: what waits, and the way there and back."""
    context = {"lesson": seat.page, "course": seat.course, "unsigned": unsigned}
    return render(request, "courses/sign_first.html", context, status=403)


def _taught_otherwise_since(progress, version: LessonVersion) -> bool:
    """Whether a major version followed the one that was studied; corrections are not worth a notice."""
    return progress.version.number < version.last_major


def seated_or_404(request, lesson_uuid) -> Seat:
    seat = seat_or_404(request.user, lesson_uuid)
    if seat.enrolment is None:
        raise Http404
    return seat


def version_read(request, lesson_uuid) -> LessonVersion:
    """The version that the page was showing, which may have been followed by another since."""
    versions = LessonVersion.objects.of(lesson_uuid)
    number = request.POST.get("version", "")
    if number.isascii() and number.isdigit() and len(number) < 7:
        return get_object_or_404(versions, number=int(number))
    return get_object_or_404(versions.current())


def _chosen(request, here) -> str:
    """What the reader chose at a content note. It stands in the address only, and is kept nowhere."""
    asked = request.GET.get("read") or request.POST.get("read") or ""
    return asked if asked in {READ_ON, ALTERNATIVE} else (READ_ON if here.done else "")


def way_back(request, lesson_uuid, anchor: str) -> str:
    """To the same place of the lesson, with the same choice at its content note."""
    asked = request.POST.get("read", "")
    query = f"?read={asked}" if asked in {READ_ON, ALTERNATIVE} else ""
    return f"{reverse('lesson', args=[lesson_uuid])}{query}#{anchor}"
