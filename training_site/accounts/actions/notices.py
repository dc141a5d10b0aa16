"""Sending what was told by mail, and marking it read."""

from datetime import datetime

from django.core.mail import send_mail
from django.template.loader import render_to_string

from training_site.accounts.models import Notice, User
from training_site.accounts.notices import absolute


def mail_notice(notice: Notice, *, now: datetime) -> bool:
    """Mail it unless it was mailed, or the person wants messages only on the site."""
    if notice.mailed_at or (notice.person.mail_off and notice.kind.switchable):
        return False
    body = render_to_string(
        "emails/notice.txt",
        {
            "notice": notice,
            "person": notice.person,
            "url": absolute(notice.path),
            "lines": notice.kind.lines(notice) if notice.kind.lines else [],
        },
    )
    send_mail(str(notice.kind.subject), body, None, [notice.person.email])
    notice.mailed_at = now
    notice.save(update_fields=["mailed_at"])
    return True


def mark_read(person: User, *, now: datetime) -> int:
    return Notice.objects.waiting(person).update(read_at=now)
