"""What holds for the addresses of Wagtail, allauth and Django, and the few exceptions by name."""

from tests.access.answers import NOT_FOUND, REFUSED, SECOND_FACTOR, SIGN_IN
from tests.access.identities import ANONYMOUS, BARE, LEARNERS, SUPERVISORS
from training_site.accounts.roles import Role

# One identity for each class of role: these differ in what Wagtail lets them do.
CLASSES = [
    ANONYMOUS,
    Role.TRAINEE,
    Role.MENTOR,
    Role.INSTRUCTOR,
    Role.ADMINISTRATOR,
    Role.REGISTRAR,
    BARE,
]
# Icons and translations of the admin's script: the same for everybody, with nothing of anybody.
SAME_FOR_ALL = {"wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}
# Wagtail's own ways to an account; ours stand before them, or the settings shut them.
SHUT_DOORS = {
    "wagtailadmin_login",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_complete",
    "wagtailcore_login",
}
SHUT = {SIGN_IN, NOT_FOUND, REFUSED}
# Where a password may be typed, or a letter asked for, without being signed in.
OPEN_TO_STRANGERS = {
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}
# Empty posts that Wagtail 8.0 does not survive; each needs staff and a hand-made request.
BREAKS = {
    ("wagtailadmin_error_test", "GET"): "the page with which Wagtail tests its error page",
    ("wagtailadmin_error_test", "POST"): "the same",
    ("wagtailadmin_choose_page_external_link", "POST"): "a form without its hidden field",
    ("wagtailadmin_pages:edit", "POST"): "a page's body without its count of blocks",
    ("wagtailadmin_pages:revisions_revert", "POST"): "the same",
    ("wagtailadmin_pages:copy", "POST"): "no new parent",
}


def owed_in_admin(identity: str) -> str | None:
    """The one answer to those who have no business in the admin; None: whatever Wagtail says."""
    if identity in LEARNERS | SUPERVISORS:
        return REFUSED
    return {ANONYMOUS: SIGN_IN, BARE: SECOND_FACTOR}.get(identity)


def breaks(name: str, method: str) -> bool:
    """Choosers of snippets have no form to create one, and do not look whether there is one."""
    made = name.startswith("wagtailsnippetchoosers_") and name.endswith(":create")
    return (name, method) in BREAKS or (made and method == "POST")
