"""The confidentiality statement that people from outside sign before a dossier opens."""

from datetime import datetime

from certification.decisions.models import Application, OutsideInvitation
from training_site.accounts.models import User
from training_site.content.civil import civil_date
from training_site.content.models import Attestation, PolicyVersion
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
    version = PolicyVersion.objects.in_force(POLICY, civil_date(now))
    if version is None:
        raise Refused("statement_missing")
    signed = Attestation.objects.filter(person=person, version=version).exists()
    return None if signed else version


def require_statement(application: Application, person: User, now: datetime) -> None:
    if statement_to_sign(application, person, now):
        raise Refused("statement_unsigned")
