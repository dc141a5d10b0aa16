"""Reading a lesson, keeping a reflection in it, marking it done."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from courses.actions.progress import mark_done, open_lesson
from courses.actions.reflections import save_reflection
from courses.doors import Seat, not_enrolled, seat_or_404
from courses.forms import ReflectionForm
from courses.journal import Journal
from courses.knots import compact_knots
from courses.models import LessonVersion
from courses.outline import outline_of
from courses.reading import reading_of_version
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence

READ_ON, ALTERNATIVE = "on", "alternative"


@needs("courses.study")
@require_GET
def read(request, lesson_uuid):
    seat = seat_or_404(request.user, lesson_uuid)
    if seat.enrolment is None:
        return not_enrolled(request, seat.course)
    return show(request, seat, Journal.of(request.user, lesson_uuid))


def show(request, seat: Seat, journal: Journal, status: int = 200):
    """The lesson; before it, where there is one, its content note; before that, whether it is open."""
    outline = outline_of(seat.course, seat.enrolment)
    before, here, after = outline.around(seat.page.lesson_uuid)
    version = get_object_or_404(LessonVersion.objects.of(seat.page.lesson_uuid).current())
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
        "changed": progress.done_at and _taught_otherwise_since(progress, version),
        "reading": reading_of_version(version, journal, folded=chosen == ALTERNATIVE),
    }
    return render(request, "courses/lesson_page.html", context, status=status)


@needs("courses.study")
@require_POST
def done(request, lesson_uuid):
    """Mark it done and go on to the next lesson, or back to the outline after the last."""
    seat = _seated_or_404(request, lesson_uuid)
    version = _version_read(request, lesson_uuid)
    mark_done(seat.enrolment, version, seat.course, now=timezone.now())
    outline = outline_of(seat.course, seat.enrolment)
    _before, _here, after = outline.around(lesson_uuid)
    if after and after.verdict and not after.done:
        return redirect(after.url)
    return redirect(outline.url)


@needs("courses.study")
@require_POST
def reflect(request, lesson_uuid, block_id):
    """Keep what was written: for the page's own autosave as JSON, otherwise back to the same place."""
    seat = _seated_or_404(request, lesson_uuid)
    version = _version_read(request, lesson_uuid)
    if block_id not in _prompts(version):
        raise Http404
    form = ReflectionForm(request.POST)
    form.full_clean()
    text = form.cleaned_data.get("text", "")
    try:
        save_reflection(request.user, version, block_id, text=text, now=timezone.now())
    except Refused as refused:
        return _not_kept(request, seat, block_id, text, sentence(refused))
    if _asks_json(request):
        return JsonResponse({"kept": True})
    messages.success(request, _("Kept. Only you can read it."))
    return redirect(_back_to(request, lesson_uuid, block_id))


def _not_kept(request, seat: Seat, block_id, text, error):
    if _asks_json(request):
        return JsonResponse({"kept": False, "error": error}, status=422)
    journal = Journal.of(request.user, seat.page.lesson_uuid).with_error(block_id, text, error)
    return show(request, seat, journal, status=422)


def _taught_otherwise_since(progress, version: LessonVersion) -> bool:
    """Whether a major version followed the one that was studied; corrections are not worth a notice."""
    if progress.version_id == version.pk:
        return False
    later = LessonVersion.objects.of(version.lesson_uuid).filter(major=True)
    return later.filter(number__gt=progress.version.number).exists()


def _seated_or_404(request, lesson_uuid) -> Seat:
    seat = seat_or_404(request.user, lesson_uuid)
    if seat.enrolment is None:
        raise Http404
    return seat


def _version_read(request, lesson_uuid) -> LessonVersion:
    """The version that the page was showing, which may have been followed by another since."""
    versions = LessonVersion.objects.of(lesson_uuid)
    number = request.POST.get("version", "")
    if number.isascii() and number.isdigit() and len(number) < 7:
        return get_object_or_404(versions, number=int(number))
    return get_object_or_404(versions.current())


def _prompts(version: LessonVersion) -> set[str]:
    return {block["id"] for block in version.source["body"] if block["type"] == "reflection"}


def _chosen(request, here) -> str:
    """What the reader chose at a content note. It stands in the address only, and is kept nowhere."""
    asked = request.GET.get("read") or request.POST.get("read") or ""
    return asked if asked in {READ_ON, ALTERNATIVE} else (READ_ON if here.done else "")


def _back_to(request, lesson_uuid, block_id) -> str:
    asked = request.POST.get("read", "")
    query = f"?read={asked}" if asked in {READ_ON, ALTERNATIVE} else ""
    return f"{reverse('lesson', args=[lesson_uuid])}{query}#reflection-{block_id}"


def _asks_json(request) -> bool:
    return request.headers.get("accept", "").startswith("application/json")
