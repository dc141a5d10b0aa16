"""What people are told about supervised practice (the table of messages)."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

NEUTRAL = _("Something is waiting for you")

register_notice(
    "certification.admitted",
    subject=_("You have news"),
    body=_("You have been admitted to supervised practice. Sign in to begin."),
)
register_notice(
    "certification.agreement_to_answer",
    subject=NEUTRAL,
    body=_("A supervision agreement names you and waits for your answer."),
    switchable=False,
)
register_notice(
    "certification.agreement_answered",
    subject=_("You have news"),
    body=_("There is an answer on your supervision agreement."),
)
register_notice(
    "certification.agreement_ended",
    subject=_("You have news"),
    body=_("A supervision agreement that names you has ended."),
    switchable=False,
)
register_notice(
    "certification.hours_to_sign",
    subject=NEUTRAL,
    body=_("Hours wait for your signature."),
)
register_notice(
    "certification.hours_returned",
    subject=NEUTRAL,
    body=_("An entry of your hours came back with a comment."),
)
register_notice(
    "certification.month_signed",
    subject=_("You have news"),
    body=_("A month of your hours was signed."),
)
register_notice(
    "certification.case_paused",
    subject=_("You have news"),
    body=_("Work on a case that names you has been paused."),
    switchable=False,
)
register_notice(
    "certification.case_resumed",
    subject=_("You have news"),
    body=_("A pause in a case that names you has ended."),
    switchable=False,
)
register_notice(
    "certification.case_handed_over",
    subject=_("You have news"),
    body=_("A case that names you has other supervisors now."),
    switchable=False,
)
register_notice(
    "certification.intensive_to_answer",
    subject=NEUTRAL,
    body=_("A plan for a case that names you waits for your answer."),
    switchable=False,
)
register_notice(
    "certification.intensive_answered",
    subject=_("You have news"),
    body=_("There is an answer on a plan for one of your cases."),
)
register_notice(
    "certification.incident_reported",
    subject=_("Something needs your attention"),
    body=_("A report is waiting for you. Sign in to read it."),
    switchable=False,
)
register_notice(
    "certification.incident_closed",
    subject=_("You have news"),
    body=_("There is an answer on a report of yours."),
)
register_notice(
    "certification.evaluation_signed",
    subject=_("You have news"),
    body=_("An evaluation of your work was signed. Sign in to read it."),
)
register_notice(
    "certification.leave_answered",
    subject=_("You have news"),
    body=_("There is an answer to your request."),
)
