"""A fresh sign-in before an act that binds: signing, deciding, revoking, exporting.

allauth keeps the POST, asks for the second factor (or the password, where there is none and in the
demo), and then replays it, so nothing that was typed is lost.
"""

from functools import wraps

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.core.exceptions import ReauthenticationRequired


def step_up_required(view):
    """View decorator: POSTs need a sign-in of the last five minutes; GETs pass."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method == "POST" and not did_recently_reauthenticate(request):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    guarded.step_up = True
    return guarded
