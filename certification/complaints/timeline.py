"""What has happened to a complaint, in one line of time, as each kind of reader may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from certification.complaints.models import (
    CommitteeMember,
    Complaint,
    ComplaintFinding,
    InterimMeasure,
    SanctionEvent,
)
from certification.complaints.models.complaints import StepKind

# What was said in mediation stays between those who were there, so a committee does not read it.
OF_MEDIATION = (StepKind.MEDIATION, StepKind.SETTLED)


@dataclass(frozen=True)
class Entry:
    """`who` is empty where the reader is not to know."""

    at: datetime
    title: str
    who: str = ""
    text: str = ""
    until: date | None = None
    state: str = "done"


def for_officers(complaint: Complaint) -> list[Entry]:
    return _in_order(
        [Entry(complaint.opened_at, _("Complaint opened"), complaint.opened_by.name)],
        _steps(complaint),
        _measures(complaint),
        _seats(complaint),
        _findings(complaint),
        _sanctions(complaint),
    )


def for_members(complaint: Complaint, read, *, outside: bool) -> list[Entry]:
    """What was said and done so far; not who of the staff did it, for those from outside, and not
    what was said in mediation. `read` takes names out where they are not to be read."""
    steps = [
        Entry(
            one.at,
            one.title,
            "" if outside else one.who,
            read(one.text) if kind not in OF_MEDIATION else "",
            one.until,
        )
        for kind, one in _steps_by_kind(complaint)
    ]
    measures = [Entry(one.at, one.title, state=one.state) for one in _measures(complaint)]
    return _in_order([Entry(complaint.opened_at, _("Complaint opened"))], steps, measures)


def _in_order(*entries: Iterable[Entry]) -> list[Entry]:
    return sorted((one for some in entries for one in some), key=lambda one: one.at)


def _steps(complaint: Complaint) -> list[Entry]:
    return [entry for _kind, entry in _steps_by_kind(complaint)]


def _steps_by_kind(complaint: Complaint) -> list[tuple[str, Entry]]:
    stopping = (StepKind.DISMISSED, StepKind.BALLOT, StepKind.REOPENED)
    return [
        (
            one.kind,
            Entry(
                at=one.at,
                title=str(one.get_kind_display()),
                who=one.by.name,
                text=one.text,
                until=one.due_on,
                state="stopped" if one.kind in stopping else "done",
            ),
        )
        for one in complaint.steps.select_related("by")
    ]


def _measures(complaint: Complaint) -> Iterable[Entry]:
    rows = InterimMeasure.objects.filter(complaint=complaint)
    for one in rows.select_related("by", "ended_by", "event__by"):
        kind = str(one.get_kind_display())
        proposed = one.kind == "suspension"
        title = _("Proposed: {measure}") if proposed else _("Measure: {measure}")
        yield Entry(one.at, title.format(measure=kind), one.by.name, one.reason, one.review_on)
        if one.event:
            done = _("Carried out: {measure}").format(measure=kind)
            yield Entry(one.event.at, done, one.event.by.name)
        if one.ended_at:
            ended = _("Ended: {measure}").format(measure=kind)
            yield Entry(one.ended_at, ended, one.ended_by.name, one.ended_because)


def _seats(complaint: Complaint) -> Iterable[Entry]:
    rows = CommitteeMember.objects.filter(complaint=complaint)
    for one in rows.select_related("person", "called_by"):
        called = _("Called to the committee: {name}").format(name=one.person.name)
        yield Entry(one.called_at, called, one.called_by.name)
        if one.accepted_at:
            yield Entry(one.accepted_at, _("Accepted the seat"), one.person.name)
        if one.stepped_back_at:
            why = one.stepped_back_because
            stopped = _("Stepped back from the committee")
            yield Entry(one.stepped_back_at, stopped, one.person.name, why, state="stopped")


def _findings(complaint: Complaint) -> Iterable[Entry]:
    rows = ComplaintFinding.objects.filter(complaint=complaint).select_related("signed_by")
    for one in rows:
        title = _("Finding: {finding}, {votes} to {others}").format(
            finding=one.get_finding_display(), votes=one.votes_for, others=one.votes_against
        )
        yield Entry(one.decided_at, title, one.signed_by.name, one.text, one.appeal_until)


def _sanctions(complaint: Complaint) -> Iterable[Entry]:
    rows = SanctionEvent.objects.filter(sanction__finding__complaint=complaint)
    for one in rows.select_related("by", "sanction"):
        title = f"{one.sanction.get_kind_display()}: {one.get_what_display()}"
        yield Entry(one.at, title, one.by.name, one.text, one.due_on)
