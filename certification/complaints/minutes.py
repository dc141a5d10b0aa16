"""What the minutes of a committee say, for an officer or for a member who sits on it.

They go from hand to hand, so nobody who complained is named in them. An officer reads how a ballot
ended and not who voted what; people from outside read no names, as on their pages.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext as _

from certification.complaints.masking import is_outside, reader_of_minutes, shown_name
from certification.complaints.models import (
    CommitteeMember,
    CommitteeVote,
    Complaint,
    ComplaintFinding,
    InterimMeasure,
)
from certification.complaints.models.committee import Finding
from certification.complaints.models.complaints import MeasureKind, StepKind
from certification.complaints.rules.committee import majority
from certification.complaints.telling import provisions_of, shown_vote
from certification.complaints.votes import ballot_of, earlier_votes
from training_site.content.civil import civil_date
from training_site.content.minutes import Entry, Minutes, Section
from training_site.content.templatetags.triad import longdate

Read = Callable[[str], str]


def minutes_for(
    complaint: Complaint, seat: CommitteeMember | None, finding: ComplaintFinding | None
) -> Minutes:
    """`seat` is the reader's own, where they sit; without one it is an officer who reads."""
    outside = seat is not None and is_outside(complaint, seat.person)
    read, ref = reader_of_minutes(complaint, outside=outside), str(complaint.public_id)[:8]
    ballot = ballot_of(complaint)
    votes = [*earlier_votes(complaint), *ballot.votes]
    title = _("Minutes of the committee on a complaint about {name}")
    return Minutes(
        name=f"minutes-{ref}",
        reference=_("Complaint {reference}").format(reference=ref),
        title=title.format(name=shown_name(complaint, outside=outside)),
        sections=[
            _case(complaint, finding),
            Section(_("Present"), facts=list(_present(complaint, ballot.seated, outside))),
            Section(_("The allegation, as it was put"), text=read(complaint.allegation)),
            Section(_("What the respondent said to it"), entries=list(_answers(complaint, read))),
            Section(_("Measures meanwhile"), entries=list(_measures(complaint, read))),
            Section(_("Ballots"), entries=list(_ballots(votes, seat, read, outside))),
            *_found(finding, read, outside),
        ],
        note=_(
            "Confidential. Who complained is not named here. That these minutes were taken along is "
            "on record with the name of whoever did it."
        ),
    )


def _case(complaint: Complaint, finding: ComplaintFinding | None) -> Section:
    before = complaint.steps.filter(kind=StepKind.COMMITTEE).last()
    facts = [
        (_("Received"), longdate(complaint.received_on)),
        (_("Opened"), _day(complaint.opened_at)),
        (_("Before the committee"), _day(before.at) if before else ""),
        (_("Found"), _day(finding.decided_at) if finding else _("no finding is signed yet")),
        (_("Committee"), _("number {round} of this complaint").format(round=complaint.round)),
        (_("Provisions"), "; ".join(provisions_of(complaint))),
    ]
    return Section(_("The case"), facts=facts)


def _present(
    complaint: Complaint, seated: list[CommitteeMember], outside: bool
) -> Iterator[tuple[str, str]]:
    for one in seated:
        role = _("Chair") if one.chairs else _("Member")
        accepted = _("accepted on {day}").format(day=_day(one.accepted_at))
        yield role, accepted if outside else f"{one.person.name}, {accepted}"
    if not outside:
        yield _("Complaints officer"), complaint.opened_by.name


def _answers(complaint: Complaint, read: Read) -> Iterator[Entry]:
    for one in complaint.steps.filter(kind=StepKind.RESPONSE):
        yield Entry(_("Answer of the respondent"), _day(one.at), read(one.text))


def _measures(complaint: Complaint, read: Read) -> Iterator[Entry]:
    """A suspension that nobody carried out did nothing, and is left out."""
    for one in InterimMeasure.objects.filter(complaint=complaint).select_related("event"):
        if one.kind == MeasureKind.SUSPENSION and one.event is None:
            continue
        days = _("from {day}").format(day=_day(one.event.at if one.event else one.at))
        if one.ended_at:
            days += " " + _("until {day}").format(day=_day(one.ended_at))
        yield Entry(str(one.get_kind_display()), days, read(one.reason))


def _ballots(
    votes: list[CommitteeVote], seat: CommitteeMember | None, read: Read, outside: bool
) -> Iterator[Entry]:
    for number, cast in groupby(votes, key=lambda one: one.ballot):
        given = list(cast)
        found = majority([one.finding for one in given])
        day = _day(max(one.at for one in given))
        ballot = _("Ballot {number}: {result}")
        yield Entry(ballot.format(number=number, result=_result(given, found)), day)
        if seat is not None:
            yield from (_vote(one, read, outside) for one in given)


def _result(given: list[CommitteeVote], found: str | None) -> str:
    if found is None:
        return _("no majority")
    ayes = sum(one.finding == found for one in given)
    told = _("{finding}, {votes} votes to {others}")
    return told.format(finding=Finding(found).label, votes=ayes, others=len(given) - ayes)


def _vote(vote: CommitteeVote, read: Read, outside: bool) -> Entry:
    who = _("the chair") if vote.member.chairs else _("a member")
    proposed = shown_vote(vote).proposed
    text = read(vote.text)
    if proposed:
        text += "\n" + _("Should follow:") + " " + ", ".join(proposed)
    return Entry(str(vote.get_finding_display()), who if outside else vote.member.person.name, text)


def _found(finding: ComplaintFinding | None, read: Read, outside: bool) -> Iterator[Section]:
    if finding is None:
        return
    votes = _("{votes} votes to {others}").format(
        votes=finding.votes_for, others=finding.votes_against
    )
    yield Section(
        _("What the committee found"),
        facts=[
            (_("Finding"), f"{finding.get_finding_display()}, {votes}"),
            (_("Signed"), "" if outside else finding.signed_by.name),
            (_("Appeal until"), longdate(finding.appeal_until)),
        ],
        text=read(finding.text),
    )
    until = _("until {day}")
    entries = [
        Entry(str(one.get_kind_display()), until.format(day=longdate(one.last_day)), read(one.text))
        for one in finding.sanctions.with_case()
    ]
    yield Section(
        _("What follows"), entries=entries, text="" if entries else _("Nothing follows from it.")
    )


def _day(at: datetime) -> str:
    return longdate(civil_date(at))
