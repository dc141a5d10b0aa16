"""Sign a person in as if both factors had just been shown, in the records that allauth reads."""

import time

from allauth.account.internal.flows import login
from allauth.account.internal.userkit import user_id_to_str
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

BACKEND = "training_site.accounts.backends.SignedInBackend"


def sign_in(client, user, *, second_factor: bool = True, fresh: bool = True):
    """`second_factor=False`: password only. `fresh=False`: signed in too long ago for a step-up."""
    client.force_login(user, backend=BACKEND)
    at = time.time() if fresh else time.time() - 3600
    records = [{"method": "password", "at": at, "email": user.email, "reauthenticated": fresh}]
    if second_factor:
        if not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
            TOTP.activate(user, generate_totp_secret())
        records.append({"method": "mfa", "type": "totp", "at": at, "reauthenticated": fresh})
    session = client.session
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = records
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(user)
    session.save()
    return client
