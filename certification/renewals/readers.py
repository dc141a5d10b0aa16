"""Who opened a renewal, as its subject is told: the role and the day, from the record."""

from certification.renewals.models import Renewal
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content import readers
from training_site.content.readers import Reading

ROLES = (Role.REGISTRAR, Role.DECISION_MAKER)


def readings_of(renewal: Renewal) -> list[Reading]:
    """By the role in this case."""

    def role_in(person: User) -> str:
        if person.pk == renewal.checked_by_id:
            return str(Role.REGISTRAR.label)
        if person.pk == renewal.decided_by_id:
            return str(Role.DECISION_MAKER.label)
        return readers.first_role(person, ROLES)

    return readers.readings_of(renewal, "certification.renewal.opened", role_in)
