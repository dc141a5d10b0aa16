"""Letters that came through the site: read, removed, reported by whom they are to."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.registry.actions import (
    read_letter,
    remove_letter,
    report_letter,
    stop_letters,
)
from certification.registry.models import ContactMessage, RegistryListing
from certification.registry.rules.letters import KEPT
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 25


@needs("registry.read_letters")
@require_http_methods(["GET", "POST"])
def letters(request):
    now = timezone.now()
    if request.POST.get("act") == "stop":
        stop_letters(request.user, now=now)
        messages.success(request, _("No more letters come. Those that are here stay."))
        return redirect("letters")
    received = ContactMessage.objects.visible_to(request.user)
    taking = RegistryListing.objects.taking_letters(civil_date(now))
    context = {
        "page": Paginator(received, PAGE).get_page(request.GET.get("page")),
        "takes_letters": taking.filter(certificate__holder=request.user).exists(),
        "kept": KEPT,
    }
    return render(request, "certification/registry/letters.html", context)


@needs("registry.read_letters")
@require_http_methods(["GET", "POST"])
def letter(request, public_id):
    one = get_object_or_404(ContactMessage.objects.visible_to(request.user), public_id=public_id)
    now = timezone.now()
    act = ACTS.get(request.POST.get("act"))
    if act:
        return act(request, one, now)
    read_letter(one, now=now)
    context = {"letter": one, "gone_on": (one.reported_at or one.sent_at) + KEPT}
    return render(request, "certification/registry/letter.html", context)


def _remove(request, one, now):
    remove_letter(one, by=request.user, now=now)
    messages.success(request, _("Removed."))
    return redirect("letters")


def _report(request, one, now):
    try:
        report_letter(one, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Reported. The complaints officer can read this letter now."))
    return redirect("letter", one.public_id)


ACTS = {"remove": _remove, "report": _report}
