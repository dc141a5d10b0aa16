"""Logging hours, changing them, handing them in, correcting what is signed."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.practice import actions
from certification.practice.forms import HoursForm
from certification.practice.models import HoursEntry, SupervisorAuthority
from certification.practice.models.hours import Category, EntryState
from certification.practice.rules.categories import signer_role
from certification.practice.views.defaults import defaults_for
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def log(request):
    now = timezone.now()
    initial = defaults_for(request.user, request.GET.get("category", ""), now)
    form = HoursForm(_posted(request), intern=request.user, initial=initial)

    def write():
        return actions.log_hours(request.user, form.claim, by=request.user, now=now)

    if entry := _saved(request, form, write, now):
        return _tell_and_go(request, entry)
    context = {"form": form, "categories": Category.choices}
    return render(request, "certification/practice/log_hours.html", context)


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def entry(request, public_id):
    """One's own entry: to change while it is open, to read once it is signed."""
    entry, now = _own(request.user, public_id), timezone.now()
    if not entry.is_open_to_change:
        return _signed(request, entry)
    form = HoursForm(_posted(request), intern=request.user, entry=entry)

    def write():
        return actions.change_entry(
            entry, form.claim, seen_version=form.seen_version, by=request.user, now=now
        )

    if saved := _saved(request, form, write, now):
        return _tell_and_go(request, saved)
    return render(request, "certification/practice/entry.html", {"form": form, "entry": entry})


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def correct(request, public_id):
    entry, now = _own(request.user, public_id), timezone.now()
    form = HoursForm(_posted(request), intern=request.user, entry=entry)

    def write():
        return actions.correct_entry(entry, form.claim, by=request.user, now=now)

    if made := _saved(request, form, write, now):
        return _tell_and_go(request, made)
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
    entry = _own(request.user, public_id)
    try:
        actions.discard_entry(entry, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("practice_entry", public_id=public_id)
    messages.success(request, _("The draft is gone."))
    return redirect("practice_month", month=entry.month)


def _posted(request):
    return request.POST if request.method == "POST" else None


def _own(user, public_id) -> HoursEntry:
    entries = HoursEntry.objects.visible_to(user).filter(intern=user)
    people = ("intern", "supervisor", "agreement", "case", "corrects")
    return get_object_or_404(entries.select_related(*people), public_id=public_id)


def _saved(request, form: HoursForm, write, now) -> HoursEntry | None:
    """Saved, and handed in where that was asked for: both or neither."""

    @transaction.atomic
    def carry():
        entry = write()
        waits = entry.state in (EntryState.DRAFT, EntryState.RETURNED)
        if waits and request.POST.get("then") == "submit":
            entry = actions.submit(entry, by=request.user, now=now)
        return entry

    return form.carry_out(carry) if request.method == "POST" else None


def _tell_and_go(request, entry: HoursEntry):
    if entry.state == EntryState.SUBMITTED:
        messages.success(
            request, _("Saved. %(name)s can sign it now.") % {"name": entry.supervisor}
        )
    else:
        messages.success(request, _("Saved as a draft. Send it when you are ready."))
    entitled = SupervisorAuthority.objects.entitles
    if not entitled(entry.supervisor, signer_role(entry.category), entry.date):
        messages.warning(request, sentence("supervisor_lapsed_then", name=entry.supervisor))
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
