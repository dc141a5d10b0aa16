"""Saving an hour: what every form of one does after it was sent."""

from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from certification.practice import actions
from certification.practice.cautions import cautions_about
from certification.practice.hours_form import HoursForm
from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState
from training_site.wording import sentence


def posted(request):
    return request.POST if request.method == "POST" else None


def own_entry(user, public_id) -> HoursEntry:
    entries = HoursEntry.objects.visible_to(user).filter(intern=user)
    people = ("intern", "supervisor", "agreement", "case", "corrects")
    return get_object_or_404(entries.select_related(*people), public_id=public_id)


def saved(request, form: HoursForm, write, now) -> HoursEntry | None:
    """Saved, and handed in where that was asked for: both or neither."""

    @transaction.atomic
    def carry():
        entry = write()
        waits = entry.state in (EntryState.DRAFT, EntryState.RETURNED)
        if waits and request.POST.get("then") == "submit":
            entry = actions.submit(entry, by=request.user, now=now)
        return entry

    return form.carry_out(carry) if request.method == "POST" else None


def logged(request, form: HoursForm, now) -> HoursEntry | None:
    """A new hour, saved."""

    def write():
        return actions.log_hours(
            request.user,
            form.claim,
            by=request.user,
            now=now,
            draft_key=form.cleaned_data["draft_key"],
        )

    return saved(request, form, write, now)


def tell_and_go(request, entry: HoursEntry):
    """To its month. A page's own module is told where to go, and may forget what it kept."""
    if entry.state == EntryState.SUBMITTED:
        said = _("Saved. %(name)s can sign it now.") % {"name": entry.supervisor}
    else:
        said = _("Saved as a draft. Send it when you are ready.")
    messages.success(request, said)
    for caution in cautions_about(_columns_of(entry)):
        messages.warning(request, sentence(caution))
    if _by_module(request):
        return JsonResponse({"go": reverse("practice_month", kwargs={"month": entry.month})})
    return redirect("practice_month", month=entry.month)


def say_no(request, form: HoursForm):
    """To a page's own module, that something is to be put right; it then shows the page that says so."""
    if request.method == "POST" and _by_module(request):
        return JsonResponse({"fields": list(form.errors)}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return None


def _columns_of(entry: HoursEntry) -> dict:
    return {name: getattr(entry, name) for name in ("intern", "supervisor", "category", "date")}


def _by_module(request) -> bool:
    return request.headers.get("Accept") == "application/json"
