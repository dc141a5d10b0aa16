"""Writing while reading: a reflection at its prompt, a note to the lesson or to a place in it."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from courses.anchors import anchors_of, block_anchor
from courses.models import LessonVersion
from courses.notes.actions.keeping import keep_note, keep_reflection
from courses.notes.forms import WritingForm
from courses.notes.places import WHOLE_LESSON
from courses.notes.slots import Journal, Notebook
from courses.notes.views.answers import NotKept, asks_json, kept_as_json
from courses.notes.views.telling import tell_kept
from courses.views.lesson import seated_or_404, show, version_read, way_back
from training_site.accounts.permissions import needs
from training_site.verdict import Refused


@needs("courses.study")
@require_POST
def reflect(request, lesson_uuid, block_id):
    """Keep what was written: for the page's own autosave as JSON, otherwise back to the same place."""
    seat = seated_or_404(request, lesson_uuid)
    version = version_read(request, lesson_uuid)
    if block_id not in _prompts(version):
        raise Http404
    text, upon = WritingForm.read(request)
    try:
        entry = keep_reflection(
            request.user, version, block_id, text=text, upon=upon, now=timezone.now()
        )
    except Refused as refused:
        not_kept = NotKept.because(refused)
        if asks_json(request):
            return not_kept.as_json()
        journal = Journal.of(request.user, lesson_uuid, timezone.now())
        journal = journal.refused(block_id, text, not_kept.error, conflict=not_kept.conflict)
        return show(request, seat, journal, status=not_kept.status)
    if asks_json(request):
        return kept_as_json(entry)
    tell_kept(request, entry)
    return redirect(way_back(request, lesson_uuid, block_anchor(block_id)))


@needs("courses.study")
@require_http_methods(["GET", "POST"])
def note(request, lesson_uuid):
    """One note on a page of its own; also where the note beside a lesson is kept."""
    seat = seated_or_404(request, lesson_uuid)
    version = version_read(request, lesson_uuid)
    if lesson_uuid not in seat.progress:
        raise Http404  # not opened: neither its sections nor its title are told
    anchor = request.POST.get("at", "") or request.GET.get("at", "")
    if anchor and anchor not in {one.id for one in anchors_of(version.source)}:
        raise Http404
    if request.method == "GET":
        return _note_page(request, version, anchor)
    text, upon = WritingForm.read(request)
    try:
        entry = keep_note(request.user, version, anchor, text=text, upon=upon, now=timezone.now())
    except Refused as refused:
        not_kept = NotKept.because(refused)
        if asks_json(request):
            return not_kept.as_json()
        return _note_page(request, version, anchor, text, not_kept)
    if asks_json(request):
        return kept_as_json(entry)
    tell_kept(request, entry)
    return redirect(way_back(request, lesson_uuid, anchor or WHOLE_LESSON))


def _note_page(
    request, version: LessonVersion, anchor: str, text: str = "", not_kept: NotKept | None = None
):
    notebook = Notebook.of(request.user, version, timezone.now())
    slot = notebook.slot(anchor)
    if not_kept:
        slot = slot.refused(text, not_kept.error, conflict=not_kept.conflict)
    context = {
        "lesson_version": version,
        "anchor": anchor,
        "place": notebook.title_of(anchor),
        "slot": slot,
        "lesson_url": f"{reverse('lesson', args=[version.lesson_uuid])}#{anchor or WHOLE_LESSON}",
    }
    return render(
        request, "courses/notes/note.html", context, status=not_kept.status if not_kept else 200
    )


def _prompts(version: LessonVersion) -> set[str]:
    return {block["id"] for block in version.source["body"] if block["type"] == "reflection"}
