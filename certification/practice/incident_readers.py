"""Who opened a report, as its reporter is told: the role and the day, from the record."""

from certification.practice.actions.incidents import OPENED
from certification.practice.models import IncidentReport
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content import readers
from training_site.content.readers import Reading

SHOWN = 30
STAFF_ROLES = (Role.REGISTRAR, Role.COMPLAINTS_OFFICER)


def readings_of(report: IncidentReport) -> list[Reading]:
    def role_in(person: User) -> str:
        role = report.case.agreement.role_of(person) if report.case else None
        return str(Role(role).label) if role else readers.first_role(person, STAFF_ROLES)

    return readers.readings_of(report, OPENED, role_in, shown=SHOWN)
