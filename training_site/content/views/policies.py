"""Reading a policy version and signing it with one's typed name and a fresh sign-in."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from training_site.accounts.permissions import needs
from training_site.accounts.step_up import step_up_required
from training_site.content.actions import attest
from training_site.content.civil import civil_date
from training_site.content.forms import SignPolicyForm
from training_site.content.rules.attestations import may_sign_again
from training_site.content.signing import standing_of
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("content.attest")
@step_up_required
@require_http_methods(["GET", "POST"])
def read_policy(request, policy):
    now = timezone.now()
    today = civil_date(now)
    standing = standing_of(request.user, policy, today)
    if standing is None:
        raise Http404
    held = standing.held
    open_to_sign = held is None or may_sign_again(held.signed_on, today)
    form = SignPolicyForm(request.POST or None)
    if request.method == "POST" and open_to_sign and form.is_valid():
        typed = form.cleaned_data["typed_name"]
        try:
            attest(request.user, standing.version, typed_name=typed, now=now)
        except Refused as refused:
            form.add_error("typed_name", sentence(refused))
        else:
            messages.success(request, _("Signed. The version you signed stays on your record."))
            return redirect(_next(request) or request.path)
    context = {
        "standing": standing,
        "version": standing.version,
        "open_to_sign": open_to_sign,
        "form": form,
        "next": _next(request),
    }
    return render(request, "content/policy.html", context)


def _next(request) -> str:
    """Where the reader came from, if that is a page of this site."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    return target if url_has_allowed_host_and_scheme(target, {request.get_host()}) else ""
