"""Opening an account from an invitation."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from training_site.accounts.actions import invitations as actions
from training_site.accounts.forms import OpenAccountForm
from training_site.accounts.models import Invitation, User
from training_site.accounts.rules.invitations import may_accept
from training_site.accounts.throttle import client_address, within_limit
from training_site.verdict import Refused

BACKEND = "training_site.accounts.backends.SignedInBackend"


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def accept(request, token):
    """An unknown, used, withdrawn or expired link answers alike in form; a known one says which."""
    if not within_limit(
        "invitation", client_address(request), limit=30, seconds=300, fail_open=False
    ):
        raise Refused("too_many_tries")
    now = timezone.now()
    invitation = Invitation.objects.with_token(token).first()
    if invitation is None or not may_accept(invitation.state(now)):
        state = invitation.state(now) if invitation else "unknown"
        return render(request, "accounts/invitation_closed.html", {"state": state}, status=404)
    account = User.objects.filter(email__iexact=invitation.email).first()
    if account:
        return _add_role(request, invitation, account, now)
    return _open_account(request, invitation, now)


def _add_role(request, invitation, account, now):
    """The address has an account: its owner signs in, then accepts with one press."""
    if request.user != account:
        return redirect_to_login(request.get_full_path())
    if request.method == "POST":
        actions.accept(invitation, name=account.name, password=None, now=now)
        return redirect(get_adapter().get_login_redirect_url(request))
    return render(
        request, "accounts/invitation.html", {"invitation": invitation, "account": account}
    )


def _open_account(request, invitation, now):
    form = OpenAccountForm(
        request.POST or None, initial={"name": invitation.name}, email=invitation.email
    )
    if request.method == "POST" and form.is_valid():
        user = actions.accept(
            invitation,
            name=form.cleaned_data["name"],
            password=form.cleaned_data["password"],
            now=now,
        )
        login(request, user, backend=BACKEND)
        # The password was chosen just now: setting up a second factor need not ask for it again.
        record_authentication(
            request, user, method="password", email=user.email, reauthenticated=True
        )
        return redirect(get_adapter().get_login_redirect_url(request))
    return render(request, "accounts/invitation.html", {"invitation": invitation, "form": form})
