"""Who opened a dossier, as its subject is told: the role and the day, from the record."""

from certification.decisions.models import Application
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content import readers
from training_site.content.readers import Reading

CASE_ROLES = (Role.REGISTRAR, Role.REVIEWER, Role.DECISION_MAKER)


def readings_of(application: Application) -> list[Reading]:
    """By the role in this case, not by every role that the person has."""
    reviewing = set(application.assignments.values_list("reviewer", flat=True))

    def role_in(person: User) -> str:
        if person.pk in reviewing:
            return str(Role.REVIEWER.label)
        return readers.first_role(person, CASE_ROLES)

    return readers.readings_of(application, "certification.application.opened", role_in)
