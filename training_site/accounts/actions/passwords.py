"""Asking for a new password, and mailing the link."""

from collections.abc import Iterable
from datetime import datetime

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from training_site.accounts.models import User
from training_site.accounts.notices import absolute
from training_site.crypto.keys import keyed_digest
from training_site.jobs import enqueue

NOBODY = 0
SLOT = 300  # seconds: one letter in five minutes, however often somebody asks


@transaction.atomic
def ask_for_new_password(email: str, people: Iterable[User], *, now: datetime) -> None:
    """A job sends the letter, for an unknown address too, so that both take as long to ask for; and
    a mail server that is away betrays nothing either."""
    slot = int(now.timestamp()) // SLOT
    asked = keyed_digest("accounts.reset", email.lower())
    for person_id in [person.pk for person in people] or [NOBODY]:
        key = f"reset:{asked}:{person_id}:{slot}"
        enqueue("accounts.mail_reset", key=key, args=[person_id])


def mail_reset(person_id: int) -> bool:
    """Mail a link that works once; False where there is nobody to mail."""
    person = User.objects.filter(pk=person_id, is_active=True).first()
    if person is None:
        return False
    key = PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    address = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), key])
    words = {"password_reset_url": absolute(address)}
    body = render_to_string("account/email/password_reset_key_message.txt", words)
    send_mail(_("About your account"), body, None, [person.email])
    return True
