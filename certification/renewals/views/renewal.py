"""Renewing: where one stands, what is next, what is missing; handing in, and taking it back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import HELD
from certification.renewals import actions
from certification.renewals.forms import HandInForm
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalState
from certification.renewals.pages import activities_of, asked_of, plot_of, thread_of
from certification.renewals.peers import known_to, shown_to
from certification.renewals.readers import readings_of
from certification.renewals.rules.terms import POSSIBLE
from certification.renewals.standing import Renewing, certificates_of, renewing
from certification.renewals.wording import REASON_SENTENCES
from certification.scheme.rules import read_scheme
from training_site.accounts.permissions import needs
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence

UNPROCESSABLE = 422
MAY_HAND_IN = {"open", "grace", "late", "returned", "refused"}


@needs("renewals.renew")
@require_http_methods(["GET", "POST"])
def renewal(request):
    """One address for all of it. `of` names a certificate, where somebody holds several."""
    now = timezone.now()
    certificates = certificates_of(request.user)
    if not certificates:
        return render(request, "certification/renewals/none.html")
    one = renewing(_chosen(request, certificates), now)
    form = HandInForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        done = form.carry_out(
            lambda: actions.hand_in(one.certificate, **form.cleaned_data, by=request.user, now=now)
        )
        if done:
            messages.success(request, _("Handed in. The registrar looks at it next."))
            return redirect("renewal")
    context = _context(one, request.user) | {
        "form": form,
        "others": [other for other in certificates if other.pk != one.certificate.pk],
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "certification/renewals/renewal.html", context, status=status)


@needs("renewals.renew")
@require_POST
def take_back(request, public_id):
    mine = Renewal.objects.visible_to(request.user).exclude(state=RenewalState.TAKEN_BACK)
    one = get_object_or_404(mine, public_id=public_id)
    try:
        actions.take_back(one, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Taken back. You can hand it in again while there is time."))
    return redirect("renewal")


@needs("renewals.renew")
@require_safe
def letter(request, public_id):
    """One cycle that was decided: outcome, reasons, and what it rested on. The holder's own."""
    mine = Renewal.objects.visible_to(request.user).decided()
    one = get_object_or_404(mine.with_case(), public_id=public_id)
    terms = read_scheme(one.certificate.scheme_version.text).renewal
    context = {
        "renewal": one,
        "asked": asked_of(one.evidence, terms, activities_of(request.user))
        if terms and one.evidence
        else [],
        "reasons": [REASON_SENTENCES[code] for code in one.reason_codes],
        "readings": readings_of(one),
    }
    return render(request, "certification/renewals/letter.html", context)


def _chosen(request, certificates: list[Certificate]) -> Certificate:
    if "of" not in request.GET:
        return certificates[0]
    wanted = public_id_in(request.GET["of"])
    for one in certificates:
        if one.public_id == wanted:
            return one
    raise Http404


def _context(one: Renewing, person) -> dict:
    activities = activities_of(person)
    shown = one.phase not in ("closed", "silent", "over") and one.evidence
    known = known_to(person, one.today) if shown else []
    return {
        "one": one,
        "asked": asked_of(one.evidence.document, one.terms, activities) if shown else [],
        "plot": plot_of(one, activities),
        "thread": thread_of(one) if one.term and one.certificate.standing in HELD else [],
        "reviews": shown_to(person, known),
        "may_hand_in": shown
        and one.phase in MAY_HAND_IN
        and (one.phase == "returned" or one.window in POSSIBLE)
        and one.evidence.complete,
        "reasons": [REASON_SENTENCES[code] for code in one.renewal.reason_codes]
        if one.renewal
        else [],
        "readings": readings_of(one.renewal) if one.renewal else [],
    }
