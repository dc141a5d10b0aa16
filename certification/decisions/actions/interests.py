"""“Not by me”: said of somebody before there is a case, by a reviewer or decision-maker."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from certification.decisions.actions.assigning import declare_conflict
from certification.decisions.models import (
    Application,
    ConflictDeclaration,
    StandingInterest,
)
from certification.decisions.people import CASE_DECIDERS, is_limited
from certification.decisions.rules.register import may_declare
from certification.decisions.rules.states import UNDER_REVIEW
from training_site import audit
from training_site.accounts.models import User
from training_site.verdict import Refused


@transaction.atomic
def declare_interest(about: User, *, by: User, now: datetime, reason: str = "") -> StandingInterest:
    """From now on excluded from whatever this person applies for; off a case that is open.

    The record names nobody but who said it: that somebody keeps away is no news about the person.
    """
    if not by.has_role(*CASE_DECIDERS):
        raise Refused("role_missing")
    User.objects.select_for_update().get(pk=by.pk)
    said = StandingInterest.objects.in_force().filter(said_by=by, about=about)
    may_declare(
        about_oneself=about.pk == by.pk, limited=is_limited(by), said_already=said.exists()
    ).require()
    interest = StandingInterest.objects.create(
        said_by=by, about=about, reason=reason.strip(), said_at=now
    )
    audit.record("certification.interest.declared", actor=by, target=interest, at=now)
    for application in _open_cases(about, by):
        declare_conflict(application, reason=_("Declared in advance."), by=by, now=now)
    return interest


@transaction.atomic
def end_interest(interest: StandingInterest, *, by: User, now: datetime) -> StandingInterest:
    """By whoever said it. What was declared in a case stays there."""
    row = StandingInterest.objects.select_for_update().get(pk=interest.pk)
    if row.said_by_id != by.pk:
        raise Refused("role_missing")
    if row.ended_at is None:
        row.ended_at = now
        row.save(update_fields=["ended_at"])
        audit.record("certification.interest.ended", actor=by, target=row, at=now)
    return row


def _open_cases(about: User, by: User) -> list[Application]:
    """Those that this person reviews: an assignment that nobody could fulfil would hold them up."""
    reviewing = Application.objects.filter(applicant=about, state__in=UNDER_REVIEW)
    mine = reviewing.filter(assignments__reviewer=by, assignments__ended_at=None)
    stepped_back = ConflictDeclaration.objects.filter(person=by).values("application")
    return list(mine.exclude(pk__in=stepped_back))
