"""The one table of messages: event → neutral subject → body → can it be switched off.

A subject names neither the modality nor the matter; the matter is told on the site, after sign-in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from training_site.accounts.models import Notice
from training_site.jobs import enqueue


@dataclass(frozen=True)
class NoticeKind:
    """`lines`: what the mail says besides, worked out as it is written. Figures only: a mail names
    no matter."""

    event: str
    subject: Any
    body: Any
    switchable: bool
    lines: Callable[[Notice], list[str]] | None = None


_kinds: dict[str, NoticeKind] = {}


def register_notice(
    event: str,
    *,
    subject: Any,
    body: Any,
    switchable: bool = True,
    lines: Callable[[Notice], list[str]] | None = None,
) -> None:
    _kinds[event] = NoticeKind(event, subject, body, switchable, lines)


def notice_kind(event: str) -> NoticeKind:
    return _kinds[event]


def notice_table() -> list[NoticeKind]:
    return [_kinds[event] for event in sorted(_kinds)]


def notify(person, event: str, *, key: str, url: str = "", at: datetime) -> Notice:
    """Tell a person once (per key), on the site and by mail; the mail goes out by a job."""
    notice_kind(event)
    notice, created = Notice.objects.get_or_create(
        key=f"{event}:{key}:{person.pk}",
        defaults={"person": person, "event": event, "url": url, "created_at": at},
    )
    if created:
        enqueue("accounts.mail_notice", key=f"mail:{notice.public_id}", args=[notice.pk])
    return notice


def absolute(path: str) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{path}"
