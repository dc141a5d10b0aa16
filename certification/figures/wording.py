"""The words of what is counted."""

from django.utils.translation import gettext_lazy as _

from certification.credentials.rules.public_state import PublicState
from certification.figures.asked import AFTER_APPEAL

OUTCOMES = {
    "grant": _("Granted"),
    "defer": _("Deferred"),
    "refuse": _("Refused"),
    AFTER_APPEAL: _("Granted after an appeal"),
}
CERTIFICATES = {
    PublicState.VALID: _("Valid"),
    PublicState.RENEWAL_DUE: _("Valid, renewal due"),
    PublicState.SUSPENDED: _("Suspended"),
    PublicState.EXPIRED: _("Expired"),
    PublicState.WITHDRAWN: _("Withdrawn"),
    PublicState.NOT_HELD: _("No longer held"),
}
SPANS = {3: _("3 months"), 12: _("12 months"), 36: _("36 months")}
