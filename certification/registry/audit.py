"""The verbs of the registry."""

from django.utils.translation import gettext_lazy as _

from training_site import audit

audit.register(
    {
        "certification.listing.chosen": _("chose what the registry shows"),
        "certification.listing.hidden": _("hid everything from the registry"),
        "certification.suppression.asked": _("asked to be kept out of sight"),
        "certification.suppression.opened": _("read why somebody asked to be kept out of sight"),
        "certification.suppression.approved": _("approved keeping somebody out of sight"),
        "certification.suppression.declined": _("declined keeping somebody out of sight"),
        "certification.suppression.kept": _("looked again and keeps somebody out of sight"),
        "certification.suppression.ended": _("ended keeping somebody out of sight"),
        "certification.suppression.taken_back": _("no longer asks to be kept out of sight"),
        "certification.letter.received": _("received a letter through the site"),
        "certification.letter.removed": _("removed a letter"),
        "certification.letter.reported": _("reported a letter as unwelcome"),
        "certification.letter.opened": _("read a reported letter"),
        "certification.letter.settled": _("settled a reported letter"),
        "certification.verification.slowed": _("slowed down somebody who asked for many numbers"),
    }
)
