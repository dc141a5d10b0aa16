"""The verbs of this app, each with the sentence that follows the actor's name."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "accounts.invitation.sent": _("sent an invitation"),
        "accounts.invitation.sent_again": _("sent an invitation again"),
        "accounts.invitation.accepted": _("accepted an invitation"),
        "accounts.invitation.revoked": _("revoked an invitation"),
        "accounts.role.given": _("gave a role"),
        "accounts.role.taken": _("took a role away"),
        "accounts.password.changed": _("chose a new password"),
        "accounts.second_factor.added": _("set up a second factor"),
        "accounts.second_factor.removed": _("switched the second factor off"),
        "accounts.identity.seen": _("recorded that age and identity were seen"),
    }
)
