"""The holder's choices: what strangers see, and the switch that hides everything."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.credentials.documents.card import card_alt
from certification.credentials.models import Certificate
from certification.credentials.telling import telling_of, today_of
from certification.registry.actions import choose_listing, hide
from certification.registry.answering import shown_name
from certification.registry.checks import checks_of
from certification.registry.embedding import embedded
from certification.registry.forms import ListingForm
from certification.registry.models import RegistryListing
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("registry.choose")
@require_http_methods(["GET", "POST"])
def choose(request, public_id):
    """One page: what shows now, how often it was asked, and the switch that hides everything."""
    own = Certificate.objects.of(request.user).select_related("listing")
    certificate = get_object_or_404(own, public_id=public_id)
    now = timezone.now()
    if request.POST.get("act") == "hide":
        hide(request.user, now=now)
        messages.success(request, _("Hidden. From this moment a number answers without a name."))
        return redirect("choose_listing", public_id)
    if certificate.is_replaced and (current := Certificate.objects.current_of(certificate)):
        if request.method == "POST":
            said = _("Another certificate has taken the place of that one. Choose once more, here.")
            messages.info(request, said)
        return redirect("choose_listing", current.public_id)
    listing = getattr(certificate, "listing", None) or RegistryListing(certificate=certificate)
    form = ListingForm(request.POST or None, initial=ListingForm.initial_of(listing))
    if form.is_bound and form.is_valid() and _chosen(request, certificate, form, now):
        messages.success(request, _("Saved. It holds from this moment."))
        return redirect("choose_listing", public_id)
    context = _context(certificate, listing, now) | {"form": form}
    return render(request, "certification/registry/choose.html", context)


def _context(certificate: Certificate, listing: RegistryListing, now) -> dict:
    name = shown_name(certificate)
    return {
        "certificate": certificate,
        "snapshot": certificate.frozen,
        "telling": telling_of(certificate, now),
        "listing": listing,
        "shows": bool(name),
        "kept_hidden": RegistryListing.objects.is_kept_hidden(certificate.holder),
        "card_alt": card_alt(certificate.frozen, name=name),
        "link": embedded(certificate, name=name),
        "checks": checks_of(certificate, today_of(certificate, now)),
    }


def _chosen(request, certificate, form, now) -> bool:
    try:
        choose_listing(certificate, **form.choice._asdict(), by=request.user, now=now)
    except Refused as refused:
        form.add_error(None, sentence(refused))
        return False
    return True
