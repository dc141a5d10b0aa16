"""Whether mail leaves this installation."""

from smtplib import SMTPException
from typing import NamedTuple

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _

PRINTS = "django.core.mail.backends.console.EmailBackend"


class Answer(NamedTuple):
    good: bool
    words: str


def send_test_message(address: str) -> Answer:
    """Send one neutral message; a refusal is told with the server's own words."""
    if settings.EMAIL_BACKEND == PRINTS:
        return Answer(False, _("EMAIL_URL is not set, so nothing is sent; see docs/settings.md"))
    try:
        send_mail(_("A test message"), _("Mail from the site arrives."), None, [address])
    except (OSError, SMTPException) as error:
        return Answer(False, _("not working: %(error)s; see docs/settings.md") % {"error": error})
    return Answer(True, _("a test message went to %(address)s") % {"address": address})
