"""Whether this person's work asks for a second factor that this session has not shown."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from training_site.accounts.roles import SECOND_FACTOR_ROLES


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
