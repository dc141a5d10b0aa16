"""The chapter of what others see: a listing with letters, and somebody who is kept out of sight."""

from certification.registry import actions
from tests.factories.registry import DANGER, LETTER
from training_site.accounts.roles import Role


def they_are_seen(story, now) -> None:
    """The certificant takes letters and has called one unwelcome; the clinician stays out of sight."""
    holder = story.cast[Role.CERTIFICANT]
    story.listing = actions.choose_listing(
        story.certificate, name_shown=True, listed=True, contactable=True, by=holder, now=now
    )
    box = story.listing.letterbox
    story.letter = actions.hand_in_letter(box, **LETTER, now=now)
    unwelcome = LETTER | {"text": "A canary that was not asked for."}
    story.reported = actions.hand_in_letter(box, **unwelcome, now=now)
    actions.report_letter(story.reported, by=holder, now=now)
    story.suppression = actions.ask_suppression(story.cast[Role.CLINICIAN], reason=DANGER, now=now)
