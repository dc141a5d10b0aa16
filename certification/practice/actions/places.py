"""Where practice is allowed, and who is admitted to it."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import FactsVersion, InternshipAdmission, JurisdictionPolicy
from certification.practice.rules.people import ADMISSION_POLICIES, may_admit
from training_site import audit
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import IdentityCheck
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.content.signing import standing_of


@transaction.atomic
def decide_place(
    place: str, *, status: str, effective_from: date, by, now: datetime, note: str = ""
) -> JurisdictionPolicy:
    """Say from which day on interns may practise, or only study, in a place."""
    policy = JurisdictionPolicy.objects.create(
        place=place,
        status=status,
        note=note,
        effective_from=effective_from,
        decided_by=by,
        decided_at=now,
    )
    audit.record(
        "certification.place.decided",
        actor=by,
        target=policy,
        at=now,
        values={"place": place, "status": status, "from": effective_from.isoformat()},
    )
    return policy


@transaction.atomic
def admit_to_internship(intern, *, place: str, by, now: datetime) -> InternshipAdmission:
    """Admit to supervised practice; gives the role of intern."""
    today = civil_date(now)
    may_admit(
        own=intern.pk == by.pk,
        identity_seen=IdentityCheck.objects.filter(person=intern).exists(),
        unsigned=unsigned_policies(intern, today),
        place_status=JurisdictionPolicy.objects.status_of(place, today),
    ).require()
    FactsVersion.objects.bump(intern)
    admission, created = InternshipAdmission.objects.get_or_create(
        intern=intern,
        defaults={"place": place, "approved_by": by, "approved_on": today, "recorded_at": now},
    )
    if created:
        give_role(intern, Role.INTERN, by=by, now=now)
        audit.record(
            "certification.internship.admitted",
            actor=by,
            target=admission,
            subject=intern,
            at=now,
            values={"place": place},
        )
        notify(
            intern, "certification.admitted", key=str(admission.public_id), url="/practice/", at=now
        )
    return admission


def unsigned_policies(intern, today: date) -> list[str]:
    """Titles of the policies to sign before practice, of which the version in force is unsigned."""
    standings = {policy: standing_of(intern, policy, today) for policy in ADMISSION_POLICIES}
    return [
        standing.version.title if standing else policy
        for policy, standing in standings.items()
        if standing is None or standing.held is None
    ]
