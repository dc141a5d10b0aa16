"""Who may do what in supervised practice. Whose record it is, the queries say."""

from training_site.accounts.permissions import holds_role, register
from training_site.accounts.roles import Role

register(
    {
        "practice.keep_record": [holds_role(Role.INTERN)],
        "practice.supervise": [holds_role(Role.MENTOR, Role.CLINICIAN)],
        "practice.report_incident": [
            holds_role(Role.INTERN, Role.CERTIFICANT, Role.MENTOR, Role.CLINICIAN)
        ],
        "practice.handle_incidents": [holds_role(Role.REGISTRAR, Role.COMPLAINTS_OFFICER)],
        "practice.see_signature": [holds_role(Role.INTERN, Role.MENTOR, Role.CLINICIAN)],
        "practice.evaluate": [holds_role(Role.INTERN, Role.MENTOR, Role.CLINICIAN)],
        "practice.manage": [holds_role(Role.REGISTRAR, Role.ADMINISTRATOR)],
    }
)
