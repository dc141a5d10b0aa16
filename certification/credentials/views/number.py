"""Another number, at its holder's wish: what it does is said before it is done."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.credentials import actions
from certification.credentials.lines import waiting_for
from certification.credentials.models import Certificate
from certification.credentials.telling import telling_of
from training_site.accounts.permissions import needs
from training_site.accounts.step_up import step_up_required
from training_site.content.association import association
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("credentials.hold")
@step_up_required
@require_http_methods(["GET", "POST"])
def change_number(request, public_id):
    mine = Certificate.objects.of(request.user).current()
    one, now = get_object_or_404(mine, public_id=public_id), timezone.now()
    refused = _refused(request, one, now) if request.method == "POST" else ""
    if request.method == "POST" and not refused:
        messages.success(request, _("The new number is being made. Look here again in a minute."))
        return redirect("certificate", public_id)
    context = {
        "certificate": one,
        "possible": telling_of(one, now).is_certified and not waiting_for(one),
        "links": one.shares.open(now).count(),
        "refused": refused,
        "contact": association().support_contact,
    }
    return render(request, "certification/credentials/number.html", context)


def _refused(request, one: Certificate, now) -> str:
    try:
        actions.rotate_number(one, by=request.user, now=now)
    except Refused as refused:
        return sentence(refused)
    return ""
