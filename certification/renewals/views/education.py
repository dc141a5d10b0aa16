"""The log of continuing education: against what the term asks, claimed, changed, taken back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.renewals import actions
from certification.renewals.claims import activity_of
from certification.renewals.forms import ClaimForm
from certification.renewals.models import CEActivity
from certification.renewals.models.education import CEState
from certification.renewals.pages import activities_of, asked_of, plot_of
from certification.renewals.rules.renewing import may_log
from certification.renewals.standing import certificates_of, renewing
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence

UNPROCESSABLE = 422


@needs("renewals.renew")
@require_http_methods(["GET", "POST"])
def log(request):
    """One page: where the term stands, a form for the next activity, and every one so far."""
    form, now = ClaimForm(_sent(request)), timezone.now()
    if request.method == "POST":
        done = form.carry_out(
            lambda: actions.claim(request.user, form.activity, by=request.user, now=now)
        )
        if done:
            messages.success(request, _("It stands in your log and waits for the registrar."))
            return redirect("education")
    status = UNPROCESSABLE if form.errors else 200
    context = _log_of(request.user, now) | {"form": form}
    return render(request, "certification/renewals/education.html", context, status=status)


@needs("renewals.renew")
@require_http_methods(["GET", "POST"])
def change(request, public_id):
    """One that waits, to be put right before the registrar looks."""
    row = _own(request, public_id)
    form = ClaimForm(_sent(request), initial=activity_of(row)._asdict())
    if request.method == "POST":
        done = form.carry_out(
            lambda: actions.change_claim(row, form.activity, by=request.user, now=timezone.now())
        )
        if done:
            messages.success(request, _("Changed. It waits for the registrar as it is now."))
            return redirect("education")
    context = {"row": row, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "certification/renewals/change.html", context, status=status)


@needs("renewals.renew")
@require_POST
def take_back(request, public_id):
    try:
        actions.take_back_claim(_own(request, public_id), by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Taken back. Nobody looks at it any more."))
    return redirect("education")


def _sent(request):
    """An empty form that is sent says what is missing, as any other does."""
    return request.POST if request.method == "POST" else None


def _own(request, public_id) -> CEActivity:
    mine = CEActivity.objects.visible_to(request.user).exclude(state=CEState.TAKEN_BACK)
    return get_object_or_404(mine, public_id=public_id)


def _log_of(person, now) -> dict:
    """Of the certificate that is renewed first; a person with none has a log that says how it begins."""
    activities = activities_of(person)
    rows = [one for one in activities.values() if one.state != CEState.TAKEN_BACK]
    certificates = certificates_of(person)
    if not certificates:
        return {"one": None, "rows": rows, "closed": sentence("no_certificate_to_renew")}
    one = renewing(certificates[0], now)
    verdict = may_log(one.certificate.standing, one.window)
    running = [row for row in rows if row.date >= one.certificate.valid_from]
    asked = asked_of(one.evidence.document, one.terms, activities) if one.evidence else []
    return {
        "one": one,
        "asked": [row for row in asked if row.in_hours],
        "plot": plot_of(one, activities),
        "rows": running,
        "earlier": len(rows) - len(running),
        "closed": "" if verdict else sentence(verdict),
    }
