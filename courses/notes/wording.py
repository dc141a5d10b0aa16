"""The sentences for what can't be kept or shared, and the hints beside what was kept."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "entry_too_long": _(
            "This place holds {limit} characters; yours has {length}. Nothing was changed."
        ),
        "entry_is_empty": _("There is nothing to keep yet. Write a line, or leave it."),
        "entry_kept_elsewhere": _(
            "Another window kept a different text meanwhile. Nothing was changed: both are here, "
            "and you choose."
        ),
        "entry_erased_elsewhere": _(
            "This was erased in another window meanwhile. Your text is still here; keep it again, "
            "or leave the page."
        ),
        "not_your_mentor": _(
            "This person isn't your mentor in an agreement that is in force now. Nothing was shared."
        ),
    }
)
HINTS = {
    "mail": _("an e-mail address"),
    "phone": _("a telephone number"),
    "birth": _("a date of birth"),
}


def hint_for(kinds: tuple[str, ...]) -> str:
    """A kind word about what seems to identify somebody; nothing where nothing does."""
    if not kinds:
        return ""
    named = ", ".join(str(HINTS[kind]) for kind in kinds)
    return _(
        "It seems to hold %(what)s. If that belongs to a client, leave it out or change it."
    ) % {"what": named}
