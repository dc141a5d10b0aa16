"""What the world is told of a certificate, on every surface, as it is read through the web.

Whoever asks is a function (method, path, body, content type, signed in) → (status, body), so that
the same eyes look through a test client and at a real server.
"""

import base64
import gzip
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from certification.credentials import storage
from certification.credentials.models import Certificate, ShareToken

PROMISED = 5.0
"""Seconds within which a change has to show everywhere."""

Ask = Callable[..., tuple[int, bytes]]
VALID = {
    "page": "Valid",
    "json": "valid",
    "status list": False,
    "file": "Valid",
    "card": 200,
    "holder's page": "Valid",
    "shared page": "Valid",
}
SUSPENDED = VALID | {
    "page": "Suspended",
    "json": "suspended",
    "file": "Suspended",
    "card": 409,
    "holder's page": "Suspended",
    "shared page": "Suspended",
}
WITHDRAWN = SUSPENDED | {
    "page": "Withdrawn",
    "json": "withdrawn",
    "status list": True,
    "file": "Withdrawn",
    "holder's page": "Withdrawn",
    "shared page": "Withdrawn",
}
NUMBER_CHANGED = WITHDRAWN | {
    "page": "Not found",
    "json": "not_found",
    "file": "Not recognised",
    "holder's page": "leads on",
    "shared page": "nothing",
}


@dataclass
class Watched:
    """One certificate with a link to it, before the eyes of whoever asks."""

    certificate: Certificate
    link: ShareToken
    ask: Ask

    def now(self) -> dict[str, str | int | bool]:
        one = self.certificate
        holders = f"/credentials/{one.public_id}/"
        return {
            "page": self._heading("GET", f"/verify/{one.number}/"),
            "json": json.loads(self.ask("GET", f"/verify/{one.number}.json")[1])["status"],
            "status list": self._bit(),
            "file": self._heading("POST", "/verify/file/", *_sent(one)),
            "card": self.ask("GET", f"{holders}card.png", signed_in=True)[0],
            "holder's page": self._status(holders, signed_in=True),
            "shared page": self._status(f"{holders}?token={self.link.token}"),
        }

    def seconds_until(self, told: dict) -> float:
        """From now until every surface says so; the last of them counts."""
        begun = time.monotonic()
        while (seen := self.now()) != told:
            waited = time.monotonic() - begun
            assert waited < PROMISED, {k: v for k, v in seen.items() if v != told[k]}
            time.sleep(0.02)
        return time.monotonic() - begun

    def _heading(self, *question) -> str:
        _status, body = self.ask(*question)
        return BeautifulSoup(body, "html.parser").find("h1").get_text(strip=True)

    def _status(self, address: str, *, signed_in: bool = False) -> str:
        status, body = self.ask("GET", address, signed_in=signed_in)
        if status != 200:
            return {302: "leads on", 404: "nothing"}[status]
        return BeautifulSoup(body, "html.parser").select_one(".status").get_text(strip=True)

    def _bit(self) -> bool:
        _status, body = self.ask("GET", f"/credentials/status/{self.certificate.status_list}")
        packed = json.loads(body)["credentialSubject"]["encodedList"].removeprefix("u")
        bits = gzip.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
        index = self.certificate.status_index
        return bool(bits[index // 8] & 0x80 >> index % 8)


def _sent(certificate: Certificate) -> tuple[bytes, str]:
    """Its PDF as a browser uploads it."""
    content = storage.path_of(certificate, "pdf").read_bytes()
    file = SimpleUploadedFile("certificate.pdf", content, content_type="application/pdf")
    return encode_multipart(BOUNDARY, {"file": file}), MULTIPART_CONTENT
