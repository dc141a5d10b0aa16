"""Telling people that a policy they signed asks again."""

from datetime import datetime, timedelta

from django.urls import reverse

from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion

LOOKED_BACK = timedelta(days=2)  # a job that was down for a day leaves nobody out


def tell_who_signs_again(*, now: datetime) -> int:
    """On the first day of a version that asks again: each who signed an earlier one, once."""
    today = civil_date(now)
    begun = PolicyVersion.objects.filter(
        asks_again=True, effective_from__lte=today, effective_from__gt=today - LOOKED_BACK
    )
    told = 0
    for version in begun.defer("body"):
        for person in _asked(version):
            notify(
                person,
                "content.policy_asks_again",
                key=str(version.public_id),
                url=reverse("policy", args=[version.policy]),
                at=now,
            )
            told += 1
    return told


def _asked(version: PolicyVersion):
    signed = User.objects.filter(is_active=True, attestations__version__policy=version.policy)
    return signed.exclude(attestations__version=version).distinct()
