"""Whether this person's work asks for a second factor that this session has not shown."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse

from training_site.accounts.roles import SECOND_FACTOR_ROLES


def lead_to_second_factor(request):
    """To its set-up; where it is set up but this session has not shown it, to showing it."""
    step = "mfa_reauthenticate" if is_mfa_enabled(request.user) else "mfa_activate_totp"
    return redirect_to_login(request.get_full_path(), reverse(step))


def second_factor_missing(request) -> bool:
    """True for staff and supervisors without a second factor in this session (never in the demo)."""
    user = request.user
    if settings.DEMO or not user.is_authenticated or not _works_with_others_records(user):
        return False
    return not (is_mfa_enabled(user) and shown_in(request))


def _works_with_others_records(user) -> bool:
    """A superuser holds no role, yet Wagtail lets one in everywhere."""
    return user.is_superuser or user.has_role(*SECOND_FACTOR_ROLES)


def shown_in(request) -> bool:
    records = get_authentication_records(request, request.user)
    return any(entry.get("method") == "mfa" for entry in records)
