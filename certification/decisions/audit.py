"""The verbs of applications, reviews and decisions."""

from django.utils.translation import gettext_lazy as _

from training_site import audit
from training_site.accounts.roles import Role
from training_site.content.exports import register_exports
from training_site.content.readers import Kind, register_openings

audit.register(
    {
        "certification.application.started": _("began an application"),
        "certification.application.submitted": _("handed in an application"),
        "certification.application.found_incomplete": _("found an application incomplete"),
        "certification.application.found_complete": _("found an application complete"),
        "certification.application.evidence_changed": _("took note that the evidence changed"),
        "certification.application.opened": _("opened a dossier"),
        "certification.queue.exported": _("took the queue as a file"),
        "certification.review.assigned": _("assigned a reviewer"),
        "certification.review.conflict_declared": _("declared a conflict of interest"),
        "certification.review.given": _("gave a review"),
        "certification.decision.minutes_taken": _("took the minutes of a decision as a file"),
        "certification.decision.taken": _("decided an application"),
        "certification.application.conditions_met": _("sent a deferred case back to be decided"),
        "certification.application.set_aside": _("set a decision aside after an appeal"),
        "certification.condition.set": _("set a condition"),
        "certification.condition.said_done": _("said that a condition is done"),
        "certification.condition.met": _("found a condition met"),
        "certification.condition.not_met": _("found a condition not met"),
        "certification.condition.extended": _("gave more time for a condition"),
        "certification.outsider.invited": _("invited somebody from outside to one case"),
        "certification.outsider.arrived": _("accepted an invitation to one case"),
        "certification.outsider.left": _("ended an outside invitation"),
        "certification.reviewer.registered": _("entered a reviewer in the register"),
        "certification.reviewer.amended": _("put a reviewer's entry in the register right"),
        "certification.reviewer.calibrated": _("recorded an exercise of a reviewer"),
        "certification.interest.declared": _("declared an interest in advance"),
        "certification.interest.ended": _("took a declared interest back"),
        "certification.reviewer.retired": _("ended a reviewer's entry in the register"),
    }
)
register_openings(
    {
        "certification.application.opened": Kind(
            _("Your dossier"), (Role.REGISTRAR, Role.REVIEWER, Role.DECISION_MAKER)
        )
    }
)
register_exports(
    {
        "certification.queue.exported": _("The queue"),
        "certification.decision.minutes_taken": _("Minutes of a decision"),
    }
)
