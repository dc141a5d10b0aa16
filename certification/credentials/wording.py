"""The words of certificates: refusals, and what the world is told in each public state."""

from django.utils.translation import gettext_lazy as _

from certification.credentials.rules.public_state import PublicState
from training_site.wording import register

register(
    {
        "own_certificate": _("This is your own certificate. Somebody else decides about it."),
        "certificate_not_there": _(
            "The certificate stands differently now. Look at it again; nothing was changed."
        ),
        "grant_waits_for_measure": _(
            "This person is suspended while a complaint is looked into, and a new certificate would "
            "stand beside that. Grant it once that has ended; to defer or refuse stays possible."
        ),
        "suspended_elsewhere": _(
            "An interim measure of a complaint suspends it too. It stands again once that has ended, "
            "which is done where the complaint is handled."
        ),
        "reason_too_short": _("Give the reason in {least} characters or more."),
        "review_of_suspensions": _("Only a suspension has a day to be looked at again."),
        "review_not_ahead": _("Choose a day to come for looking at it again."),
        "certificate_not_held": _("This certificate no longer counts, so it is not shared."),
        "share_too_long": _("A link can hold for {most} days at most."),
        "file_damaged": _(
            "The stored document is not the one that was issued, so it is not shown. The "
            "association has been told; the certificate itself is as it was."
        ),
        "certificate_not_active": _(
            "Only a certificate in force is corrected. This one stands differently; nothing was "
            "changed."
        ),
        "replacement_waits": _(
            "Another certificate in place of this one is being made. It takes a minute; then ask "
            "again."
        ),
        "name_as_before": _("This is the name that the certificate carries already."),
        "number_needs_valid": _("The number can be changed while the certificate is valid."),
        "number_stays_for_now": _(
            "The number cannot be changed at the moment. Nothing was changed; write to the "
            "association if you need another one soon."
        ),
        "scope_as_before": _("Write the narrower scope; this is the one it has."),
        "scope_too_long": _("Write the scope in {most} characters or fewer."),
        "scope_has_no_glyph": _("The certificate cannot print these characters: {characters}."),
        "scope_does_not_fit": _("This is too long to be printed whole on the certificate."),
        "term_not_longer": _("A renewed certificate has to end later than the one before."),
        "holder_only": _("Only the holder can do this."),
        "own_record": _("Somebody else has to record and approve this."),
        "record_approved": _("This record is approved and stays as it is."),
        "record_needs_another": _("Whoever recorded it cannot approve it."),
    }
)

WORDS = {
    PublicState.VALID: _("Valid"),
    PublicState.RENEWAL_DUE: _("Valid, renewal due"),
    PublicState.EXPIRED: _("Expired"),
    PublicState.SUSPENDED: _("Suspended"),
    PublicState.WITHDRAWN: _("Withdrawn"),
    PublicState.NOT_HELD: _("No longer held"),
    PublicState.REPLACED: _("Replaced"),
    PublicState.NOT_FOUND: _("Not found"),
}
SENTENCES = {
    PublicState.VALID: _("This person is certified in this scope until {until}."),
    PublicState.RENEWAL_DUE: _(
        "This person is certified in this scope. The certificate ran until {until}; the time to "
        "renew it runs until {grace}."
    ),
    PublicState.EXPIRED: _("This person was certified until {until}."),
    PublicState.SUSPENDED: _(
        "The certification is paused while a question is examined. This is not a finding."
    ),
    PublicState.WITHDRAWN: _("The certification was withdrawn on {since}."),
    PublicState.NOT_HELD: _("The certification has not been held since {since}."),
    PublicState.REPLACED: _(
        "This certificate was replaced by another. Ask the holder for the current one."
    ),
    PublicState.NOT_FOUND: _(
        "The association has no certificate with this number. Look at it again, character by "
        "character, or ask the holder for it."
    ),
}
TONES = {
    PublicState.VALID: "good",
    PublicState.RENEWAL_DUE: "warn",
    PublicState.EXPIRED: "quiet",
    PublicState.SUSPENDED: "warn",
    PublicState.WITHDRAWN: "stop",
    PublicState.NOT_HELD: "quiet",
    PublicState.REPLACED: "quiet",
    PublicState.NOT_FOUND: "quiet",
}
NOTE = _("Issued by this association; not a state licence.")
SCOPE = _(
    "Work as a surrogate partner, in a team of three with a client and the client's therapist."
)
GRANTED_BY_DECISION = _(
    "All requirements of version {version} of the scheme were met, were reviewed by people who did "
    "not teach the holder, and the certification was granted by another person."
)
RENEWED = _(
    "Certified before under version {version} of the scheme. What it asks of a renewal was shown, was "
    "checked, and another term was granted by another person."
)
GRANTED_BEFORE = _(
    "Granted before the association kept this register, on evidence that two people of the "
    "association have seen."
)
