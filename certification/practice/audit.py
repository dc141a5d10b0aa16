"""The verbs of supervised practice, each with the sentence that follows the actor's name."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "certification.supervisor.verified": _("saw a supervisor's licence or certification"),
        "certification.supervisor.authority_withdrawn": _("withdrew a supervisor's authority"),
        "certification.place.decided": _("decided on practice in a place"),
        "certification.internship.admitted": _("admitted to the internship"),
        "certification.agreement.drafted": _("drafted a supervision agreement"),
        "certification.agreement.agreed": _("agreed to a supervision agreement"),
        "certification.agreement.declined": _("declined a supervision agreement"),
        "certification.agreement.approved": _("approved a supervision agreement"),
        "certification.agreement.ended": _("ended a supervision agreement"),
        "certification.case.opened": _("opened a case"),
        "certification.case.closing_begun": _("began to close a case"),
        "certification.case.closed": _("closed a case"),
        "certification.hours.logged": _("logged hours"),
        "certification.hours.changed": _("changed hours"),
        "certification.hours.submitted": _("handed in hours"),
        "certification.hours.discarded": _("discarded a draft of hours"),
        "certification.hours.returned": _("returned hours with a comment"),
        "certification.hours.corrected": _("corrected signed hours by another entry"),
        "certification.month.signed": _("signed a month of hours"),
    }
)
