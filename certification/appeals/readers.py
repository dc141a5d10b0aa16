"""Who opened an appeal, as the appellant is told: the role and the day, from the record."""

from certification.appeals.actions.opening import OPENED
from certification.appeals.models import Appeal
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content import readers
from training_site.content.readers import Reading

CASE_ROLES = (Role.DECISION_MAKER, Role.REGISTRAR)


def readings_of(appeal: Appeal) -> list[Reading]:
    def role_in(person: User) -> str:
        return readers.first_role(person, CASE_ROLES)

    return readers.readings_of(appeal, OPENED, role_in)
