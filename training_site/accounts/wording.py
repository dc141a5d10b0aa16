"""The sentences for this app's refusals."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice
from training_site.wording import register

register(
    {
        "invitation_accepted": _(
            "This invitation has been used. Sign in with the account it opened."
        ),
        "invitation_revoked": _(
            "This invitation was withdrawn, so nothing is asked of you any more."
        ),
        "invitation_expired": _(
            "This invitation has run out. Ask the association to send it again."
        ),
        "password_needed": _("Choose a password to open your account."),
        "not_own_identity": _("Somebody else has to see and record your identity."),
        "date_in_future": _("This date is in the future. Give the day on which it happened."),
        "last_administrator": _(
            "This is the only administrator. Give the role to somebody else first."
        ),
        "too_many_tries": _(
            "That was often in a short time. Please wait a few minutes and try again."
        ),
    }
)
register_notice(
    "accounts.sign_in_changed",
    subject=_("About your account"),
    body=_(
        "The password or the second step of your account was changed. If that was not you, "
        "tell the association at once."
    ),
    switchable=False,
)
