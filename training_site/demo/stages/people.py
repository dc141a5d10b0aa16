"""People arrive: invited by somebody, with an account, roles and what everybody signs first."""

from datetime import datetime
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import make_password

from training_site.accounts.actions.identity import record_identity_seen
from training_site.accounts.actions.invitations import accept, invite
from training_site.accounts.actions.notices import mark_read
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Invitation, User
from training_site.accounts.roles import LEARNER_ROLES, Role
from training_site.content.actions import attest
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion
from training_site.content.onboarding import policies_to_sign
from training_site.demo.people import BY_KEY, DemoPerson

CODE_OF_ETHICS = "code-of-ethics"


def is_here(key: str) -> bool:
    return User.objects.filter(email=BY_KEY[key].email).exists()


def somebody(key: str) -> User:
    return User.objects.get(email=BY_KEY[key].email)


def arrive(
    key: str, *, now: datetime, by: User | None, cohort=None, already: Role | None = None
) -> User:
    """Invited and come. A learner comes as a trainee, whatever she has become since; but for those
    who were certified already."""
    person = BY_KEY[key]
    first, *further = (already,) if already else _roles_at_first(person)
    user = _account(person, now)
    invitation = invite(
        email=person.email,
        name=person.name,
        role=first,
        by=by,
        now=now,
        cohort_id=cohort and cohort.public_id,
    )
    accept(invitation, name=person.name, password=None, now=now)
    for role in further:
        give_role(user, role, by=by, now=now)
    return somebody(key)


def come_invited(key: str, invitation: Invitation, *, now: datetime) -> User:
    """By an invitation to one case, which the association sent by an action of its own."""
    _account(BY_KEY[key], now)
    accept(invitation, name=BY_KEY[key].name, password=None, now=now)
    return somebody(key)


def _roles_at_first(person: DemoPerson) -> tuple[Role, ...]:
    return (Role.TRAINEE,) if LEARNER_ROLES & set(person.roles) else person.roles


def _account(person: DemoPerson, now: datetime) -> User:
    """Before the invitation is accepted, so that one hash serves all: each takes half a second."""
    return User.objects.create(
        email=person.email, name=person.name, password=_hash_of_the_password(), date_joined=now
    )


@cache
def _hash_of_the_password() -> str:
    return make_password(settings.DEMO_PASSWORD)


def begin(key: str, *, now: datetime, cohort) -> User:
    """A learner's first day: in by invitation, both policies signed, age and identity seen."""
    learner = arrive(key, now=now, by=somebody("registrar"), cohort=cohort)
    for version in policies_to_sign(learner, now):
        attest(learner, version, typed_name=learner.name, now=now)
    record_identity_seen(learner, seen_on=civil_date(now), by=somebody("registrar"), now=now)
    return learner


def sign_policy(person: User, policy: str, *, now: datetime) -> None:
    version = PolicyVersion.objects.in_force(policy, civil_date(now))
    attest(person, version, typed_name=person.name, now=now)


def drop_in(person: User, *, now: datetime) -> User:
    """Signed in and read the messages; nobody in the demo has a year of them waiting."""
    mark_read(person, now=now)
    return person
