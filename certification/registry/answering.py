"""What a stranger gets for a number: the telling, and no more than the holder lets be seen."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError, transaction

from certification.credentials.models import Certificate, CertificateFile
from certification.credentials.rules.lifecycle import Standing
from certification.credentials.rules.numbers import display, normalise
from certification.credentials.rules.public_state import PublicState
from certification.credentials.telling import Telling, telling_of, today_of
from certification.registry.models import RegistryListing, VerificationRequest
from certification.registry.rules.names import same_person

logger = logging.getLogger("triad.registry")


@dataclass(frozen=True)
class Answer:
    """Everything that page and JSON show; `name` only where the holder shows it."""

    telling: Telling
    certificate: Certificate | None
    name: str

    @property
    def facts(self) -> dict:
        """The printed fields; nothing in the states that only say themselves."""
        if self.certificate is None or self.telling.is_bare:
            return {}
        snapshot = self.certificate.frozen
        return {
            "number": display(snapshot.number),
            "title": snapshot.scheme_title,
            "scheme_version": snapshot.scheme_version,
            "scope": snapshot.scope,
            "valid_from": snapshot.issued_on,
            "valid_until": snapshot.valid_until,
            "issuer": snapshot.issuer_name,
            "recorded": self.certificate.origin.recorded_id is not None,
        }

    @property
    def may_ask_name(self) -> bool:
        return bool(self.facts) and not self.name

    def matches(self, typed: str) -> bool:
        return same_person(typed, self.certificate.snapshot["holder_name"])


def answer_for(typed: str, now: datetime) -> Answer:
    """The same question to the database for a mistyped number as for an unknown one. A number that
    its holder changed is not even read: what is told and how long it takes is then the same."""
    found = Certificate.objects.numbered(normalise(typed)).exclude(standing=Standing.ROTATED)
    return _answer(found.select_related("first").first(), now)


def answer_for_file(digest: str, now: datetime) -> Answer | None:
    """The answer of the number whose document has this SHA-256; None where there is none, and for
    a number that answers Not found: old files must not tell what the old number keeps to itself."""
    issued = CertificateFile.objects.filter(sha256=digest, certificate__issued_at__isnull=False)
    file = issued.select_related("certificate__first").first()
    answer = _answer(file.certificate if file else None, now)
    return None if answer.telling.state == PublicState.NOT_FOUND else answer


def count(answer: Answer, now: datetime) -> None:
    """Count one question, where it was about a certificate; an answer never waits for the count."""
    if not answer.facts:
        return
    try:
        with transaction.atomic():
            day = today_of(answer.certificate, now)
            VerificationRequest.objects.count_one(answer.certificate, day)
    except DatabaseError as error:
        logger.warning("A verification was not counted (%s).", type(error).__name__)


def _answer(certificate: Certificate | None, now: datetime) -> Answer:
    telling = telling_of(certificate, now)
    return Answer(telling, certificate, "" if telling.is_bare else shown_name(certificate))


def shown_name(certificate: Certificate) -> str:
    """The name, where its holder lets strangers see it and nothing keeps it out of sight."""
    shows = RegistryListing.objects.shows_name_of(certificate)
    return certificate.snapshot["holder_name"] if shows else ""
