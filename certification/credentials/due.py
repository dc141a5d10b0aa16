"""Suspensions whose day to be looked at again has come."""

from datetime import datetime

from certification.credentials.models import Certificate
from training_site.accounts.permissions import may
from training_site.content.civil import civil_date


def suspensions_due(user, now: datetime):
    """For whoever can end or keep them: nobody's own. Each knows its day, as `review_on`."""
    if not may(user, "credentials.withhold"):
        return Certificate.objects.none()
    reach = Certificate.objects.visible_to(user).exclude(holder=user)
    return reach.to_look_at(civil_date(now))
