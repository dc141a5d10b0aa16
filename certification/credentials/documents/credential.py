"""The certificate as an Open Badges 3.0 AchievementCredential, before it is signed."""

from datetime import date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from .issuer import issuer_did
from .labels import certificate_labels
from .snapshot import CertificateSnapshot

CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
"""In this order and no others; installed packages carry them, nothing is fetched."""

MEDIA_TYPE = "application/vc+ld+json"
LAST_MOMENT = time(23, 59, 59)


def credential_document(
    snapshot: CertificateSnapshot, *, host: str, status: dict[str, Any]
) -> dict[str, Any]:
    """Return the unsigned credential; `status` is a `status_entry`.

    There is no e-mail address in it, not even hashed: whoever knows an address could test it.
    """
    awarded = _instant(snapshot.issued_on, time(), snapshot.zone)
    return {
        "@context": list(CONTEXTS),
        "id": credential_id(snapshot, host),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {
            "id": issuer_did(host),
            "type": ["Profile"],
            "name": snapshot.issuer_name,
            "url": snapshot.issuer_url,
        },
        "validFrom": awarded,
        "validUntil": _instant(snapshot.valid_until, LAST_MOMENT, snapshot.zone),
        "awardedDate": awarded,
        "credentialSubject": _subject(snapshot, host),
        "credentialStatus": status,
    }


def credential_id(snapshot: CertificateSnapshot, host: str) -> str:
    """Return the holder's address of the certificate."""
    return f"https://{host}/credentials/{snapshot.public_id}/"


def _subject(snapshot: CertificateSnapshot, host: str) -> dict[str, Any]:
    """The holder: an id that means nothing elsewhere, and the name as it is printed."""
    return {
        "id": _urn(credential_id(snapshot, host) + "#subject"),
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": False,
                "identityHash": snapshot.holder_name,
                "identityType": "name",
            }
        ],
        "licenseNumber": snapshot.number,
        "achievement": _achievement(snapshot, host),
    }


def _achievement(snapshot: CertificateSnapshot, host: str) -> dict[str, Any]:
    """What was achieved; one id for every certificate under the same scheme version."""
    scheme = f"{issuer_did(host)} {snapshot.scheme_title} {snapshot.scheme_version}"
    demo = certificate_labels(snapshot)["demo"] + ": " if snapshot.demo else ""
    return {
        "id": _urn(scheme),
        "type": ["Achievement"],
        "name": demo + snapshot.scheme_title,
        "description": snapshot.scope,
        "criteria": {"narrative": snapshot.criteria},
        "achievementType": "Certification",
        "version": snapshot.scheme_version,
    }


def _instant(day: date, at: time, zone: str) -> str:
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).isoformat()


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
