"""What is said of a certificate on a day: the public word, its sentence, its tone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from certification.credentials.models import Certificate
from certification.credentials.rules.public_state import CERTIFIED_NOW, PublicState
from certification.credentials.wording import NOTE, SENTENCES, TONES, WORDS
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate

# States in which a stranger learns no more than the state itself.
BARE = frozenset({PublicState.REPLACED, PublicState.NOT_FOUND})


@dataclass(frozen=True)
class Telling:
    state: PublicState
    word: str
    sentence: str
    tone: str
    note: str

    @property
    def is_certified(self) -> bool:
        return self.state in CERTIFIED_NOW

    @property
    def is_bare(self) -> bool:
        return self.state in BARE


def telling_of(certificate: Certificate | None, now: datetime) -> Telling:
    """The one answer on page, JSON and holder's page, by the certificate's own zone."""
    state = _state(certificate, now)
    return Telling(
        state=state,
        word=str(WORDS[state]),
        sentence=str(SENTENCES[state]).format(**_dates(certificate)),
        tone=TONES[state],
        note=str(NOTE),
    )


def today_of(certificate: Certificate, now: datetime) -> date:
    return civil_date(now, ZoneInfo(certificate.snapshot["zone"]))


def _state(certificate: Certificate | None, now: datetime) -> PublicState:
    if certificate is None:
        return PublicState.NOT_FOUND
    return certificate.state_on(today_of(certificate, now))


def _dates(certificate: Certificate | None) -> dict[str, str]:
    if certificate is None:
        return {}
    grace = certificate.valid_until + timedelta(days=certificate.grace_days)
    return {
        "until": longdate(certificate.valid_until),
        "grace": longdate(grace),
        "since": longdate(certificate.standing_on),
    }
