"""What every template may name: the association, the demo, the person's areas."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from training_site.accounts.hats import hats_of
from training_site.accounts.models import Notice
from training_site.content.appearance import appearance_of
from training_site.content.association import association


def site(request):
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {
        "association": SimpleLazyObject(association),
        "demo": settings.DEMO,
        "appearance": appearance_of(request),
        "hats": hats_of(user, request.path) if signed_in else [],
        "notices_waiting": SimpleLazyObject(lambda: _waiting(request, user)) if signed_in else 0,
    }


def _waiting(request, user) -> int:
    """As the person was loaded; asked again where this request may have read or sent some."""
    if request.method == "GET" and hasattr(user, "waiting_at_first"):
        return user.waiting_at_first or 0
    return Notice.objects.waiting(user).count()
