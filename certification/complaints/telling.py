"""Complaints, measures and sanctions as pages show them: words, ages, the days that count now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from certification.complaints.models import (
    CommitteeVote,
    Complaint,
    ComplaintFinding,
    InterimMeasure,
    Sanction,
)
from certification.complaints.models.complaints import ComplaintState, MeasureKind
from certification.complaints.models.findings import SanctionKind, SanctionSaying
from certification.complaints.rules.sanctions import is_overdue
from certification.complaints.rules.states import UNDECIDED, State
from certification.complaints.wording import PROVISIONS
from certification.decisions.models import OutsideInvitation
from training_site.accounts.models import User
from training_site.accounts.roles import Role

TONES = {
    ComplaintState.RECEIVED: "warn",
    ComplaintState.MEDIATION: "warn",
    ComplaintState.COMMITTEE: "warn",
    ComplaintState.DECIDED: "warn",
    ComplaintState.CLOSED: "good",
    ComplaintState.SETTLED: "good",
}
SAID = {
    SanctionSaying.DONE: "good",
    SanctionSaying.NOT_DONE: "stop",
    SanctionSaying.LIFTED: "quiet",
}


@dataclass(frozen=True)
class Row:
    """A complaint in a list. `late` only while an answer is owed."""

    complaint: Complaint
    days: int
    late: bool
    tone: str


@dataclass(frozen=True)
class ShownSanction:
    sanction: Sanction
    last_day: date
    word: str
    tone: str
    is_open: bool
    overdue: bool


@dataclass(frozen=True)
class ShownMeasure:
    measure: InterimMeasure
    word: str
    tone: str
    due: bool


@dataclass(frozen=True)
class ShownVote:
    vote: CommitteeVote
    proposed: list[str]


def shown_vote(vote: CommitteeVote) -> ShownVote:
    return ShownVote(vote, [str(SanctionKind(kind).label) for kind in vote.sanctions])


def row_of(complaint: Complaint, today: date) -> Row:
    late = complaint.answer_by < today and State(complaint.state) in UNDECIDED
    tone = "stop" if late else TONES.get(complaint.state, "quiet")
    return Row(complaint, (today - complaint.received_on).days, late, tone)


def provisions_of(complaint: Complaint) -> list[str]:
    """In the words of the list that it was opened by; a code that is gone stands for itself."""
    return [str(PROVISIONS.get(code, code)) for code in complaint.provisions]


def measures_of(complaint: Complaint, today: date) -> list[ShownMeasure]:
    rows = InterimMeasure.objects.filter(complaint=complaint).select_related("event")
    return [shown_measure(one, today) for one in rows]


def shown_measure(measure: InterimMeasure, today: date) -> ShownMeasure:
    due = measure.ended_at is None and measure.review_on <= today
    if measure.ended_at:
        return ShownMeasure(measure, _("Ended"), "quiet", due=False)
    if measure.kind == MeasureKind.SUSPENSION and measure.event is None:
        return ShownMeasure(measure, _("Proposed"), "quiet", due)
    return ShownMeasure(measure, _("Holds"), "stop" if due else "warn", due)


def sanctions_of(finding: ComplaintFinding | None, today: date) -> list[ShownSanction]:
    if finding is None:
        return []
    rows = Sanction.objects.filter(finding=finding).with_case()
    return [shown_sanction(one, today) for one in rows]


def shown_sanction(sanction: Sanction, today: date) -> ShownSanction:
    closed, last_day = sanction.closed, sanction.last_day
    overdue = is_overdue(last_day, closed=closed is not None, today=today)
    if closed:
        word, tone = str(closed.get_what_display()), SAID[closed.what]
    else:
        word, tone = (_("Overdue"), "stop") if overdue else (_("Open"), "warn")
    return ShownSanction(sanction, last_day, word, tone, closed is None, overdue)


def finding_of(complaint: Complaint) -> ComplaintFinding | None:
    """The one of this round; an earlier one was set aside and says nothing any more."""
    return ComplaintFinding.objects.filter(complaint=complaint, round=complaint.round).first()


def acts_for(decider: User, today: date) -> tuple[list[InterimMeasure], list[ShownSanction]]:
    """Suspensions proposed or in force, and sanctions at the certificate, that are not this person's
    own affair. What can't be done yet stands there with its day."""
    if OutsideInvitation.objects.limits(decider, Role.DECISION_MAKER):
        return [], []
    suspensions = InterimMeasure.objects.standing().filter(kind=MeasureKind.SUSPENSION)
    suspensions = _not_concerning(suspensions, "complaint", decider)
    sanctions = _not_concerning(Sanction.objects.to_carry_out(), "finding__complaint", decider)
    shown = (shown_sanction(one, today) for one in sanctions.with_case())
    return (
        list(suspensions.select_related("complaint__respondent", "event", "by")),
        _by_day(shown),
    )


def _not_concerning(rows, path: str, person: User):
    """Not about this person, nor made by them, nor before a committee that they sat on."""
    theirs = Complaint.objects.of_party(person)
    sat = Complaint.objects.filter(members__person=person)
    return rows.exclude(**{f"{path}__in": theirs}).exclude(**{f"{path}__in": sat})


def _by_day(rows: Iterable[ShownSanction]) -> list[ShownSanction]:
    return sorted(rows, key=lambda one: (one.last_day, one.sanction.pk))
