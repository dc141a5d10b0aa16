"""Beginning the internship: admitted to practice, and held to the scheme in force that day."""

from datetime import datetime

from django.db import transaction

from certification.practice.actions import admit_to_internship
from certification.practice.models import InternshipAdmission
from certification.scheme.actions.pins import pin
from certification.scheme.models import SchemeVersion


@transaction.atomic
def begin_internship(intern, *, place: str, by, now: datetime) -> InternshipAdmission:
    """What staff do: both at once, so that no intern works towards a moving target."""
    admission = admit_to_internship(intern, place=place, by=by, now=now)
    if version := SchemeVersion.objects.effective():
        pin(intern, version, by=by, now=now)
    return admission
