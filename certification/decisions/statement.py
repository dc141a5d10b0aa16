"""The confidentiality statement that people from outside sign before a dossier opens."""

from datetime import datetime

from certification.decisions.models import Application, OutsideInvitation
from training_site.accounts.models import User
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion
from training_site.content.signing import standing_of
from training_site.verdict import Refused

POLICY = "outside-reviewer-confidentiality"


def is_outside(application: Application, person: User) -> bool:
    """Whether this person is in the case by an outside invitation."""
    invited = OutsideInvitation.objects.filter(application=application, person=person)
    return invited.exists()


def statement_to_sign(
    application: Application, person: User, now: datetime
) -> PolicyVersion | None:
    """The version that this person has yet to sign for this case; None: nothing stands in the way."""
    if not is_outside(application, person):
        return None
    standing = standing_of(person, POLICY, civil_date(now))
    if standing is None:
        raise Refused("statement_missing")
    return None if standing.held else standing.version


def require_statement(application: Application, person: User, now: datetime) -> None:
    if statement_to_sign(application, person, now):
        raise Refused("statement_unsigned")
