"""What a certificate says, frozen at the moment it was issued."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Self

ABSOLUTE_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Signatures over text with these break between implementations; the models strip them."""

OF_THE_TEMPLATE = (
    "heading",
    "wording",
    "closing",
    "further_signatories",
    "logo_hash",
    "logo_alt",
)


@dataclass(frozen=True)
class Signatory:
    """Somebody whose decision the certificate rests on, as printed."""

    name: str
    role: str


@dataclass(frozen=True)
class CertificateSnapshot:
    """Everything printed and signed. PDF, badge and credential read this and nothing else.

    Dates are civil dates in `zone`; the last day is inclusive. A correction is a new snapshot
    with a new number, never a changed one. The last six fields are the words of the template in
    use at allocation; all empty, the certificate has the look that the site brings along.
    """

    number: str
    public_id: str
    holder_name: str
    scheme_title: str
    scheme_version: str
    scope: str
    criteria: str
    issuer_name: str
    issuer_url: str
    issued_on: date
    valid_until: date
    zone: str
    verify_url: str
    demo: bool = False
    signatories: tuple[Signatory, ...] = ()
    heading: str = ""
    wording: str = ""
    closing: str = ""
    further_signatories: tuple[Signatory, ...] = ()
    logo_hash: str = ""
    logo_alt: str = ""

    def __post_init__(self) -> None:
        """Refuse text that another verifier would read differently."""
        for field in fields(self):
            if CONTROL_CHARACTERS.search(str(getattr(self, field.name))):
                raise ValueError(f"control character in {field.name}")
        for address in (self.issuer_url, self.verify_url):
            if not ABSOLUTE_ADDRESS.fullmatch(address):
                raise ValueError("an address of a certificate is absolute and has no spaces")

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values, as stored with the certificate.

        What a template left empty is left out, so that a snapshot from before there were templates
        keeps its hash.
        """
        values = asdict(self)
        values["issued_on"] = self.issued_on.isoformat()
        values["valid_until"] = self.valid_until.isoformat()
        for name in ("signatories", "further_signatories"):
            values[name] = [asdict(signatory) for signatory in getattr(self, name)]
        for name in OF_THE_TEMPLATE:
            if not values[name]:
                del values[name]
        return values

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Rebuild a snapshot from what `to_dict` gave."""
        dates = {name: date.fromisoformat(values[name]) for name in ("issued_on", "valid_until")}
        people = {
            name: tuple(Signatory(**each) for each in values.get(name, ()))
            for name in ("signatories", "further_signatories")
        }
        return cls(**{**values, **dates, **people})

    def hash(self) -> str:
        """Return the SHA-256 of the canonical JSON form, in hexadecimal."""
        canonical = json.dumps(
            self.to_dict(), sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )
        return hashlib.sha256(canonical.encode()).hexdigest()
