"""One's own reflections in one place: read, change, erase, take along."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from courses.actions.reflections import change_reflection, erase_reflection
from courses.forms import ReflectionForm
from courses.models import ReflectionEntry
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("courses.keep_journal")
@require_GET
def index(request):
    return render(request, "courses/reflections.html", {"entries": _mine(request)})


@needs("courses.keep_journal")
@require_http_methods(["GET", "POST"])
def change(request, public_id):
    entry = get_object_or_404(ReflectionEntry.objects.visible_to(request.user), public_id=public_id)
    form = ReflectionForm(request.POST or None, initial={"text": entry.text})
    if request.method == "POST" and form.is_valid():
        try:
            change_reflection(entry, text=form.cleaned_data["text"], now=timezone.now())
        except Refused as refused:
            form.add_error("text", sentence(refused))
        else:
            messages.success(request, _("Kept. Only you can read it."))
            return redirect("reflections")
    context = {"entry": entry, "prompt": prompt_of(entry), "form": form}
    return render(request, "courses/change_reflection.html", context)


@needs("courses.keep_journal")
@require_http_methods(["GET", "POST"])
def erase(request, public_id):
    entry = get_object_or_404(ReflectionEntry.objects.visible_to(request.user), public_id=public_id)
    if request.method == "GET":
        return render(request, "courses/erase_reflection.html", {"entry": entry})
    erase_reflection(entry)
    messages.success(request, _("Erased. No copy is kept here; backups lose it as they expire."))
    return redirect("reflections")


@needs("courses.keep_journal")
@require_GET
def export(request):
    """All of it as one plain text file."""
    text = render_to_string("courses/reflections.txt", {"entries": _mine(request)})
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="notes.txt"'
    return answer


def _mine(request) -> list[ReflectionEntry]:
    entries = list(ReflectionEntry.objects.visible_to(request.user).select_related("version"))
    for entry in entries:
        entry.prompt = prompt_of(entry)
    return entries


def prompt_of(entry: ReflectionEntry) -> str:
    """The prompt as plain words, from the version in which it was answered."""
    blocks = entry.version.source["body"]
    prompts = (b["value"]["prompt"] for b in blocks if b.get("id") == entry.block_id)
    return strip_tags(next(prompts, "")).strip()
