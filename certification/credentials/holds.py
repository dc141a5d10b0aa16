"""The reasons for which a certificate is suspended now. It stands again when the last of them ends.

A reason is an event of its line: what a decision-maker said here, what the measure of a complaint
did, what followed from a finding. Kept suspended "for another reason" is the first of these going
on; a measure and a sanction stand for themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from certification.credentials.history import begins
from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.models.certificates import EventKind
from certification.credentials.questions import Act, acts_behind, given_back


@dataclass(frozen=True)
class Hold:
    """One reason, and whether it ends by itself elsewhere, so that nobody ends it here."""

    event: CertificateEvent
    word: str
    ends_elsewhere: bool = False


def holds_on(certificate: Certificate) -> list[Hold]:
    """What holds for this certificate or held for the one whose place it took; the oldest first."""
    events = _events_of_line(certificate)
    acts = acts_behind([one for one in events if one.kind == EventKind.SUSPENDED])
    found = [*_for_themselves(events, acts), *_said_here(events, acts)]
    return sorted(found, key=lambda one: (one.event.at, one.event.pk))


def held_elsewhere(certificate: Certificate) -> list[Hold]:
    """Those that no decision at the certificate itself ends."""
    return [one for one in holds_on(certificate) if one.ends_elsewhere]


def _for_themselves(events: list[CertificateEvent], acts: dict[int, Act]) -> Iterator[Hold]:
    """A measure holds until it is ended, whatever happened to the certificate meanwhile; a sanction
    until the certificate stood again, by a decision or on appeal."""
    since = _last_stood(events)
    answered = given_back(events)
    for number, one in enumerate(events):
        act = acts.get(one.pk)
        if not act or not act.holds:
            continue
        if act.ends_elsewhere or (number > since and one.pk not in answered):
            yield Hold(one, act.word, act.ends_elsewhere)


def _said_here(events: list[CertificateEvent], acts: dict[int, Act]) -> list[Hold]:
    """One reason, however often it was kept: by its newest words, unless an appeal was upheld since."""
    run = events[_last_stood(events) + 1 :]
    said = [one for one in run if one.kind == EventKind.SUSPENDED and one.pk not in acts]
    said = [one for one in said if not _repeats(one, events)]
    if not said:
        return []
    newest = said[-1]
    if any(at >= newest.at for at in given_back(said).values()):
        return []
    return [Hold(newest, _("Suspended by a decision about the certificate"))]


def _events_of_line(certificate: Certificate) -> list[CertificateEvent]:
    """Without what a successor begins with: that was said of the one before it."""
    line = Certificate.objects.line_of(certificate).issued()
    events = CertificateEvent.objects.filter(certificate__in=line).order_by("at", "pk")
    return [one for one in events.select_related("by", "certificate") if not begins(one)]


def _last_stood(events: list[CertificateEvent]) -> int:
    stood = [n for n, one in enumerate(events) if one.kind == EventKind.REINSTATED]
    return stood[-1] if stood else -1


def _repeats(event: CertificateEvent, events: list[CertificateEvent]) -> bool:
    """What a certificate that stands again after an appeal is suspended by at once: see
    `actions.changing.say_again`."""
    before = events[: events.index(event)]
    same = (event.reason, event.by_id, event.review_on)
    stood_now = any(one.kind == EventKind.REINSTATED and one.at == event.at for one in before)
    return stood_now and any((one.reason, one.by_id, one.review_on) == same for one in before)
