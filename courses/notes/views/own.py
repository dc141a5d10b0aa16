"""One's own notes and reflections: read, change, erase, take along."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from courses.models import Note, ReflectionEntry
from courses.notes.actions.keeping import change as change_entry
from courses.notes.actions.keeping import erase as erase_entry
from courses.notes.forms import WritingForm
from courses.notes.places import about, place_of
from courses.notes.sharing import with_readers
from courses.notes.slots import Slot
from courses.notes.views.answers import NotKept, asks_json, kept_as_json
from courses.notes.views.telling import tell_kept
from training_site.accounts.permissions import needs
from training_site.verdict import Refused

KINDS = {"note": Note, "reflection": ReflectionEntry}


@needs("courses.keep_journal")
@require_GET
def index(request, kind):
    context = {"entries": _mine(request, KINDS[kind]), "kind": kind}
    return render(request, "courses/notes/entries.html", context)


@needs("courses.keep_journal")
@require_http_methods(["GET", "POST"])
def change(request, kind, public_id):
    """A page for one entry; its autosave comes here as well."""
    entry = own_or_404(request, kind, public_id)
    if request.method == "GET":
        return _change_page(request, kind, entry, Slot.of(entry))
    text, upon = WritingForm.read(request)
    try:
        entry = change_entry(entry, text=text, upon=upon, now=timezone.now())
    except Refused as refused:
        not_kept = NotKept.because(refused)
        if asks_json(request):
            return not_kept.as_json()
        slot = Slot.of(entry).refused(text, not_kept.error, conflict=not_kept.conflict)
        return _change_page(request, kind, entry, slot, status=not_kept.status)
    if asks_json(request):
        return kept_as_json(entry)
    tell_kept(request, entry)
    return redirect(list_of(kind))


@needs("courses.keep_journal")
@require_http_methods(["GET", "POST"])
def erase(request, kind, public_id):
    entry = own_or_404(request, kind, public_id)
    if request.method == "GET":
        context = {"entry": entry, "kind": kind, "about": about(entry)}
        return render(request, "courses/notes/erase.html", context)
    erase_entry(entry)
    messages.success(request, _("Erased. No copy is kept here; backups lose it as they expire."))
    return redirect(list_of(kind))


@needs("courses.keep_journal")
@require_GET
def export(request):
    """All of it as one file of plain text, laid out as Markdown."""
    entries = {kind: _mine(request, model) for kind, model in KINDS.items()}
    text = render_to_string("courses/notes/journal.txt", {"entries": entries})
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="notes.txt"'
    return answer


def own_or_404(request, kind: str, public_id):
    mine = KINDS[kind].objects.visible_to(request.user).with_lesson()
    entry = get_object_or_404(mine, public_id=public_id)
    return with_readers([entry], request.user, timezone.now())[0]


def list_of(kind: str) -> str:
    """The name of the page that lists entries of this kind."""
    return "notes" if kind == "note" else "reflections"


def _mine(request, model) -> list:
    mine = model.objects.visible_to(request.user).with_lesson()
    entries = with_readers(mine, request.user, timezone.now())
    for entry in entries:
        entry.about, entry.place = about(entry), place_of(entry)
    return entries


def _change_page(request, kind, entry, slot, status=200):
    context = {"entry": entry, "kind": kind, "about": about(entry), "slot": slot}
    return render(request, "courses/notes/change.html", context, status=status)
