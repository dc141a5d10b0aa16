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
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _


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


def asked_before_export(request, back: str = "") -> HttpResponseRedirect | None:
    """Where somebody is sent who would take a file along without a fresh sign-in: to one, and from
    there to the page that offers the file, which is this address without its format where none is
    named. A file is asked for by a link, so nothing is lost."""
    if signed_in_afresh(request):
        return None
    request.session.pop(STATE_SESSION_KEY, None)  # an older form is not sent by this sign-in
    said = _("Files leave the house after a fresh sign-in only. Choose the file again after it.")
    messages.info(request, said)
    return redirect_to_login(back or _offering(request), _way_of(request))


def _offering(request) -> str:
    query = request.GET.copy()
    query.pop("format", None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _way_of(request) -> str:
    return get_adapter().get_reauthentication_methods(request.user)[0]["url"]


def _keep_and_ask(request):
    """allauth replays what it kept only where the path alone leads back, so the query is kept with
    the request and left out of the way back: with it, what was typed would be lost."""
    request.session[STATE_SESSION_KEY] = {"request": serialize_request(request)}
    return redirect_to_login(request.path, _way_of(request))
