"""The holder's choices, and the list of those who chose to be in it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.credentials.documents.card import card_alt
from certification.credentials.models import Certificate
from certification.credentials.telling import telling_of
from certification.registry.actions import choose_listing, hide
from certification.registry.answering import shown_name
from certification.registry.forms import ListingForm
from certification.registry.models import RegistryListing, VerificationRequest
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50


@require_safe
def registry(request):
    """Holders who asked to be found, in order of name. Nobody else is in it."""
    shown = RegistryListing.objects.shown_on(civil_date(timezone.now()))
    listings = shown.select_related("certificate", "certificate__holder").order_by(
        "certificate__holder__name", "pk"
    )
    page = Paginator(listings, PAGE).get_page(request.GET.get("page"))
    return render(request, "certification/registry/registry.html", {"page": page})


@needs("registry.choose")
@require_http_methods(["GET", "POST"])
def choose(request, public_id):
    """One page: what shows now, how often it was asked, and the switch that hides everything."""
    own = Certificate.objects.of(request.user).select_related("listing")
    certificate = get_object_or_404(own, public_id=public_id)
    listing = getattr(certificate, "listing", None) or RegistryListing(certificate=certificate)
    now = timezone.now()
    if request.POST.get("act") == "hide":
        hide(certificate, by=request.user, now=now)
        messages.success(request, _("Hidden. From this moment a number answers without a name."))
        return redirect("choose_listing", public_id)
    name = shown_name(certificate)
    form = ListingForm(request.POST or None, instance=listing)
    if form.is_bound and form.is_valid() and _chosen(request, certificate, form, now):
        messages.success(request, _("Saved. It holds from this moment."))
        return redirect("choose_listing", public_id)
    context = {
        "certificate": certificate,
        "telling": telling_of(certificate, now),
        "form": form,
        "shows": bool(name),
        "card_alt": card_alt(certificate.frozen, name=name),
        "asked": VerificationRequest.objects.total(certificate),
    }
    return render(request, "certification/registry/choose.html", context)


def _chosen(request, certificate, form, now) -> bool:
    try:
        choose_listing(certificate, **form.cleaned_data, by=request.user, now=now)
    except Refused as refused:
        form.add_error(None, sentence(refused))
        return False
    return True
