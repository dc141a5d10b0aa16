"""The history of a certificate as knots on one thread: from the application to today.

A certificate that took another's place goes on with the history of its line, so that a new number
hides nothing of it.
"""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.public_state import PublicState
from certification.credentials.telling import telling_of, today_of
from training_site.content.templatetags.triad import longdate

STOPPED = {EventKind.SUSPENDED, EventKind.WITHDRAWN, EventKind.RESIGNED, EventKind.DECEASED}
# That there was another name or number is nobody's business but the holder's.
OWN = {EventKind.SUPERSEDED, EventKind.ROTATED}
TITLES = {
    EventKind.SUPERSEDED: gettext_lazy("Corrected"),
    EventKind.ROTATED: gettext_lazy("Number changed"),
    EventKind.NARROWED: gettext_lazy("Scope narrowed"),
    EventKind.RENEWED: gettext_lazy("Renewed"),
}


def knots_of(certificate: Certificate, now: datetime, *, with_reasons: bool) -> list[dict]:
    """Reasons are the holder's to read; whoever she shares with sees what happened and when."""
    told = titled_events(certificate)
    return [
        *_origin(certificate.origin),
        *[_event(*one, with_reasons) for one in told if with_reasons or one[1].kind not in OWN],
        *_end(certificate, now),
    ]


def titled_events(certificate: Certificate) -> list[tuple[str, CertificateEvent]]:
    """What happened to the line, in order, with a word or two for each."""
    events = _events_of_line(certificate)
    return [(_title(one, last), one) for one, last in zip(events, [None, *events], strict=False)]


def _events_of_line(certificate: Certificate) -> list[CertificateEvent]:
    """Each thing once: what a successor begins with was said of the one before it."""
    line = Certificate.objects.line_of(certificate).issued()
    events = CertificateEvent.objects.filter(certificate__in=line).order_by("at", "pk")
    return [one for one in events.select_related("by", "certificate") if not begins(one)]


def begins(event: CertificateEvent) -> bool:
    """Issuing a successor, and what it takes over as suspended at that moment."""
    one = event.certificate
    return one.replacement_id is not None and event.at == one.issued_at


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


def _title(event: CertificateEvent, last: CertificateEvent | None) -> str:
    """A suspension after a suspension is the same one."""
    if last and event.kind == last.kind == EventKind.SUSPENDED:
        return _("Still suspended")
    return str(TITLES.get(event.kind, event.get_kind_display()))


def _event(title: str, event: CertificateEvent, with_reasons: bool) -> dict:
    text = _said(event) if with_reasons else ""
    state = "stopped" if event.kind in STOPPED else "done"
    return _knot(title, event.at, text) | {"state": state}


def _said(event: CertificateEvent) -> str:
    """The reason, and when a suspension is looked at again."""
    if event.review_on is None:
        return event.reason
    again = _("To be looked at again on %(day)s.") % {"day": longdate(event.review_on)}
    return f"{event.reason} {again}"


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
