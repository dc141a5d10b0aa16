"""Who is a member until when; and the same as a file."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from certification.practice.models import Membership
from certification.practice.rules.memberships import standing_on
from training_site.accounts.models import User
from training_site.accounts.roles import LEARNER_ROLES
from training_site.content.sheets import Sheet


@dataclass(frozen=True)
class Member:
    """One person with how their membership stands. `last` is its last day, gaps left out."""

    person: User
    standing: str
    last: date | None
    newest: Membership | None


def members(today: date) -> list[Member]:
    """Learners, certificants and whoever was a member, soonest lapse first, those without at the end."""
    spans: dict[int, list[Membership]] = {}
    for one in Membership.objects.order_by("starts_on", "pk"):
        spans.setdefault(one.person_id, []).append(one)
    people = User.objects.filter(is_active=True).order_by("name", "pk")
    people = people.filter(
        Q(pk__in=Membership.objects.values("person"))
        | Q(pk__in=User.objects.holding(*LEARNER_ROLES))
    )
    found = [_member(person, spans.get(person.pk, []), today) for person in people]
    return sorted(found, key=lambda one: one.last or date.max)


def member(person: User, today: date) -> Member:
    return _member(person, list(Membership.objects.filter(person=person)), today)


def _member(person: User, spans: list[Membership], today: date) -> Member:
    standing, last = standing_on(today, [(one.starts_on, one.ends_on) for one in spans])
    newest = max(spans, key=lambda one: one.ends_on, default=None)
    return Member(person, standing, last, newest)


def members_sheet(today: date) -> Sheet:
    return Sheet(
        name=f"members-{today.isoformat()}",
        headings=[_("Name"), _("E-mail"), _("Standing"), _("Until"), _("Fee"), _("Reference")],
        rows=[
            (
                one.person.name,
                one.person.email,
                one.standing,
                one.last.isoformat() if one.last else "",
                one.newest.get_kind_display() if one.newest else "",
                one.newest.reference if one.newest else "",
            )
            for one in members(today)
        ],
    )
