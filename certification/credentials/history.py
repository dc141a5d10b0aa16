"""The history of a certificate as knots on one thread: from the application to today."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.public_state import PublicState
from certification.credentials.telling import telling_of, today_of
from training_site.content.templatetags.triad import longdate

STOPPED = {EventKind.SUSPENDED, EventKind.WITHDRAWN, EventKind.RESIGNED, EventKind.DECEASED}


def knots_of(
    certificate: Certificate,
    events: Iterable[CertificateEvent],
    now: datetime,
    *,
    with_reasons: bool,
) -> list[dict]:
    """Reasons are the holder's to read; whoever she shares with sees what happened and when."""
    return [
        *_origin(certificate),
        *[_event(event, with_reasons) for event in events],
        *_end(certificate, now),
    ]


def _origin(certificate: Certificate) -> list[dict]:
    if certificate.recorded:
        return _recorded(certificate.recorded)
    decision = certificate.decision
    reviews = decision.reviewers.count()
    reviewed = ngettext(
        "One person who did not teach the holder reviewed it.",
        "%(count)d people who did not teach the holder reviewed it.",
        reviews,
    )
    return [
        _knot(_("Applied"), decision.application.submitted_at),
        {
            "title": _("Reviewed"),
            "state": "done",
            "text": reviewed % {"count": reviews},
        },
        _knot(_("Granted"), decision.decided_at, _("By another person, for reasons on record.")),
    ]


def _recorded(record) -> list[dict]:
    text = _("Two people of the association have seen the evidence.")
    return [
        {
            "title": _("Granted before this register"),
            "state": "done",
            "when": longdate(record.granted_on),
        },
        _knot(_("Recorded and approved"), record.approved_at, text),
    ]


def _event(event: CertificateEvent, with_reasons: bool) -> dict:
    text = event.reason if with_reasons else ""
    state = "stopped" if event.kind in STOPPED else "done"
    return _knot(event.get_kind_display(), event.at, text) | {"state": state}


def _end(certificate: Certificate, now: datetime) -> list[dict]:
    """What time brings. What people did stands in the events already."""
    telling = telling_of(certificate, now)
    if telling.is_certified:
        past = today_of(certificate, now) > certificate.valid_until
        title = _("Renewal due") if past else _("Valid until")
        when = longdate(certificate.valid_until)
        return [{"title": title, "state": "current" if past else "todo", "when": when}]
    if telling.state == PublicState.EXPIRED:
        when = longdate(certificate.valid_until)
        return [{"title": telling.word, "state": "stopped", "when": when}]
    return []


def _knot(title: str, at: datetime, text: str = "") -> dict:
    return {"title": title, "state": "done", "text": text, "when": longdate(at)}
