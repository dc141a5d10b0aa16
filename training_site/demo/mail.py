"""Mail of the demo goes nowhere: it is kept in a folder that the local mail page shows.

File names tell the time and nothing else: a name or a subject would be personal data in a path.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend

SHOWN = 50  # the newest messages that the page lists


class FolderBackend(BaseEmailBackend):
    """Writes each message as one .eml file."""

    def send_messages(self, email_messages) -> int:
        folder().mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
            unfinished = folder() / f"{name}.unfinished"
            unfinished.write_bytes(message.message().as_bytes())
            unfinished.rename(folder() / f"{name}.eml")
        return len(email_messages)


@dataclass(frozen=True)
class KeptMessage:
    recipients: str
    sender: str
    subject: str
    sent_at: datetime
    text: str


def folder() -> Path:
    return Path(settings.VAR_DIR) / "mail"


def newest_messages() -> list[KeptMessage]:
    names = sorted(folder().glob("*.eml"), reverse=True)[:SHOWN]
    return [_read(path) for path in names]


def _read(path: Path) -> KeptMessage:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    return KeptMessage(
        recipients=str(message["To"]),
        sender=str(message["From"]),
        subject=str(message["Subject"]),
        sent_at=parsedate_to_datetime(str(message["Date"])),
        text=body.get_content() if body else "",
    )
