"""Logging hours, changing them, handing them in, correcting what is signed."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.practice import actions
from certification.practice.contesting import contest_of
from certification.practice.hours_form import HoursForm
from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState
from certification.practice.views.defaults import defaults_for
from certification.practice.views.saving import (
    logged,
    own_entry,
    posted,
    saved,
    say_no,
    tell_and_go,
)
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def log(request):
    now = timezone.now()
    initial = defaults_for(request.user, request.GET.get("category", ""), now)
    form = HoursForm(posted(request), intern=request.user, initial=initial)
    if entry := logged(request, form, now):
        return tell_and_go(request, entry)
    if refused := say_no(request, form):
        return refused
    return render(request, "certification/practice/log_hours.html", {"form": form})


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def entry(request, public_id):
    """One's own entry: to change while it is open, to read once it is signed."""
    entry, now = own_entry(request.user, public_id), timezone.now()
    if entry.state == EntryState.CONTESTED:
        return redirect("contest", public_id=contest_of(entry).public_id)
    if not entry.is_open_to_change:
        return _signed(request, entry)
    form = HoursForm(posted(request), intern=request.user, entry=entry)

    def write():
        return actions.change_entry(
            entry, form.claim, seen_version=form.seen_version, by=request.user, now=now
        )

    if changed := saved(request, form, write, now):
        return tell_and_go(request, changed)
    return render(request, "certification/practice/entry.html", {"form": form, "entry": entry})


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def correct(request, public_id):
    entry, now = own_entry(request.user, public_id), timezone.now()
    form = HoursForm(posted(request), intern=request.user, entry=entry)

    def write():
        return actions.correct_entry(entry, form.claim, by=request.user, now=now)

    if made := saved(request, form, write, now):
        return tell_and_go(request, made)
    return render(request, "certification/practice/correct.html", {"form": form, "entry": entry})


@needs("practice.keep_record")
@require_POST
def hand_in_month(request, month):
    """Every draft of the month, or none of them."""
    drafts = HoursEntry.objects.of(request.user).in_month(month).filter(state=EntryState.DRAFT)
    with transaction.atomic():
        sent = [
            actions.submit(entry, by=request.user, now=timezone.now())
            for entry in drafts.select_related("intern").in_order()
        ]
    if sent:
        messages.success(request, _("Sent to be signed: %(count)d.") % {"count": len(sent)})
    else:
        messages.info(request, _("There was no draft left to send."))
    return redirect("practice_month", month=month)


@needs("practice.keep_record")
@require_POST
def discard(request, public_id):
    entry = own_entry(request.user, public_id)
    try:
        actions.discard_entry(entry, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("practice_entry", public_id=public_id)
    messages.success(request, _("The draft is gone."))
    return redirect("practice_month", month=entry.month)


def _signed(request, entry: HoursEntry):
    context = {
        "entry": entry,
        "signoff": entry.signature.signoff,
        "correction": HoursEntry.objects.filter(corrects=entry).first(),
    }
    if request.method == "POST":
        messages.error(request, sentence("entry_signed"))
        return redirect("practice_entry", public_id=entry.public_id)
    return render(request, "certification/practice/signed_entry.html", context)
