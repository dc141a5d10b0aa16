"""The verbs of renewing."""

from django.utils.translation import gettext_lazy as _

from training_site import audit
from training_site.accounts.roles import Role
from training_site.content.readers import Kind, register_openings

audit.register(
    {
        "certification.education.claimed": _("claimed continuing education"),
        "certification.education.changed": _("changed a claim of continuing education"),
        "certification.education.taken_back": _("took back a claim of continuing education"),
        "certification.education.accepted": _("accepted continuing education"),
        "certification.education.declined": _("declined continuing education"),
        "certification.peer_review.asked": _("asked for a peer review"),
        "certification.peer_review.signed": _("signed a peer review"),
        "certification.peer_review.declined": _("declined to give a peer review"),
        "certification.renewal.submitted": _("handed in a renewal"),
        "certification.renewal.taken_back": _("took back a renewal"),
        "certification.renewal.returned": _("returned a renewal for completing"),
        "certification.renewal.checked": _("found a renewal complete"),
        "certification.renewal.evidence_changed": _(
            "took note that a renewal rests on other evidence"
        ),
        "certification.renewal.decided": _("decided a renewal"),
        "certification.renewal.opened": _("opened a renewal"),
        "certification.renewal.reopened": _("opened another round of a renewal after an appeal"),
    }
)
register_openings(
    {"certification.renewal.opened": Kind(_("Your renewal"), (Role.REGISTRAR, Role.DECISION_MAKER))}
)
