"""A fresh sign-in before an act that binds: signing, deciding, revoking, exporting.

allauth keeps the POST, asks for the second factor (or the password, where there is none and in the
demo), and then replays it, so nothing that was typed is lost.
"""

import time
from functools import wraps

from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.utils import is_mfa_enabled


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
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    guarded.step_up = True
    return guarded
