"""A fresh sign-in before an act that binds: signing, deciding, revoking, exporting.

allauth keeps the POST, asks for the second factor (or the password, where there is none and in the
demo), and then replays it, so nothing that was typed is lost.
"""

import time
from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY
from allauth.core.internal.httpkit import serialize_request
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login


def signed_in_afresh(request) -> bool:
    """Whether the strongest factor this person has was shown again in the last five minutes."""
    wanted = {"mfa"} if is_mfa_enabled(request.user) else {"password", "mfa"}
    since = time.time() - REAUTHENTICATION_TIMEOUT
    return any(
        entry.get("reauthenticated") and entry.get("method") in wanted and entry["at"] > since
        for entry in get_authentication_records(request, request.user)
    )


def step_up_required(view):
    """View decorator: POSTs need a fresh sign-in; GETs pass."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method == "POST" and not signed_in_afresh(request):
            return _keep_and_ask(request)
        return view(request, *args, **kwargs)

    guarded.step_up = True
    return guarded


def _keep_and_ask(request):
    """allauth replays what it kept only where the path alone leads back, so the query is kept with
    the request and left out of the way back: with it, what was typed would be lost."""
    request.session[STATE_SESSION_KEY] = {"request": serialize_request(request)}
    way = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
    return redirect_to_login(request.path, way)
