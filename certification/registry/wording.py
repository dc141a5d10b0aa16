"""The sentences of the registry."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "card_not_certified": _("A picture is made only while the certificate is valid."),
        "listing_not_held": _("Only a certificate that is held and runs can be listed."),
        "listing_kept_hidden": _(
            "Your entry is kept out of sight. While that holds, nothing can be switched on."
        ),
        "suppression_open": _("You have asked already, and it is in force."),
        "suppression_not_there": _(
            "This request stands differently now. Look at it again; nothing was changed."
        ),
        "own_suppression": _("This is your own request. Somebody else answers it."),
        "review_day_past": _("Choose a day after today on which it is looked at again."),
        "review_day_far": _("Choose a day within {most} years, so that somebody looks again."),
        "letter_not_there": _("This letter is no longer there to be read."),
        "own_letter": _("This letter is to you. Somebody else looks into it."),
    }
)
