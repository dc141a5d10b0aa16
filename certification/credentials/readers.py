"""Who opened a certificate's page in the staff area, as its holder is told."""

from certification.credentials.actions.opening import OPENED
from certification.credentials.models import Certificate
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content import readers
from training_site.content.readers import Reading

ROLES = (Role.REGISTRAR, Role.DECISION_MAKER)


def readings_of(certificate: Certificate) -> list[Reading]:
    def role_in(person: User) -> str:
        return readers.first_role(person, ROLES)

    return readers.readings_of(certificate, OPENED, role_in)
