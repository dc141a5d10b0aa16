"""The verbs of schemes, each with the sentence that follows the actor's name."""

from django.utils.translation import gettext_lazy as _

from training_site import audit
from training_site.accounts.roles import Role
from training_site.content.exports import register_exports
from training_site.content.readers import Kind, register_openings

audit.register(
    {
        "certification.scheme.loaded": _("loaded a scheme version"),
        "certification.scheme.changed": _("changed a draft of a scheme version"),
        "certification.scheme.put_in_force": _("put a scheme version in force"),
        "certification.log.taken": _("took a copy of a log of practice"),
        "certification.evaluation_form.loaded": _("loaded an evaluation form"),
        "certification.evaluation_form.changed": _("changed an evaluation form not used yet"),
        "certification.scheme.pinned": _("held a person to a scheme version"),
        "certification.scheme.drafted": _("drafted a scheme version"),
        "certification.scheme.approved": _("approved a scheme version"),
        "certification.scheme.moved": _("moved a person to another scheme version"),
        "certification.transition.prepared": _("prepared a step to another scheme version"),
        "certification.transition.previewed": _("asked what a scheme version would change"),
        "certification.transition.published": _("published a step to another scheme version"),
        "certification.credit.proposed": _("proposed an equivalence or a waiver"),
        "certification.credit.approved": _("approved an equivalence or a waiver"),
        "certification.credit.declined": _("declined an equivalence or a waiver"),
        "certification.credit.taken_back": _("took back an equivalence or a waiver"),
        "certification.evaluations.recomputed": _("had all evaluations worked out again"),
        "certification.cohort.exported": _("took a table of interns as a file"),
        "certification.transition.exported": _("took the preview of a step as a file"),
    }
)
register_openings(
    {
        "certification.log.taken": Kind(
            _("Your log of practice, as a file"), (Role.REGISTRAR, Role.ADMINISTRATOR)
        )
    }
)
register_exports(
    {
        "certification.cohort.exported": _("Interns and how they stand"),
        "certification.transition.exported": _("What a new version of a scheme would change"),
        "certification.log.taken": _("A log of practice"),
    }
)
