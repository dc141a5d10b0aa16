"""The help pages: one for each of the people who use the site."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.roles import Role

# slug → (whom it is for, one line, the roles it belongs to)
PAGES = {
    "trainee": (_("Trainee"), _("Studying, examinations, pausing"), {Role.TRAINEE}),
    "intern": (_("Intern"), _("Agreement, cases, hours, your path"), {Role.INTERN}),
    "certificant": (_("Certificant"), _("Your certificate and who sees it"), {Role.CERTIFICANT}),
    "instructor": (_("Instructor"), _("Writing, previewing, publishing"), {Role.INSTRUCTOR}),
    "supervisor": (
        _("Supervisor"),
        _("Signing a month, returning an entry"),
        {Role.MENTOR, Role.CLINICIAN},
    ),
    "reviewer": (_("Reviewer"), _("Reading a dossier, recommending"), {Role.REVIEWER}),
    "decision-maker": (_("Decision-maker"), _("Deciding with reasons"), {Role.DECISION_MAKER}),
    "registrar": (_("Registrar"), _("Completeness, supervisors, certificates"), {Role.REGISTRAR}),
    "complaints-officer": (
        _("Complaints officer"),
        _("Receiving concerns"),
        {Role.COMPLAINTS_OFFICER},
    ),
    "administrator": (
        _("Administrator"),
        _("People, settings, keeping it running"),
        {Role.ADMINISTRATOR},
    ),
    "verifier": (_("Somebody checking a certificate"), _("One box, one answer"), set()),
}


def pages_for(user) -> list[tuple]:
    """(slug, title, line) of the pages that belong to this person's roles."""
    return [
        (slug, title, line) for slug, (title, line, roles) in PAGES.items() if roles & user.roles
    ]
