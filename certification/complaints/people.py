"""Who is too near to a complaint to handle or to judge it, told from the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from certification.complaints.models import (
    CommitteeInvitation,
    CommitteeMember,
    Complaint,
    InterimMeasure,
)
from certification.complaints.rules.committee import may_sit, people_missing
from certification.decisions.contacts import contacts_with
from certification.decisions.models import (
    Decision,
    OutsideInvitation,
    Review,
    StandingInterest,
)
from certification.decisions.rules.conflicts import Conflicts, Contact, Kind, conflicts_of
from certification.practice.models import PeriodSignOff, SupervisionAgreement
from certification.practice.models.agreements import AgreementState
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Verdict

JUDGES = (Role.REVIEWER, Role.DECISION_MAKER)


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be called, and what stands in the way."""

    person: User
    verdict: Verdict
    conflicts: Conflicts


def is_involved(complaint: Complaint, person: User) -> bool:
    """Whom it is about, who complained, or who sits on its committee, now or before."""
    if person.pk in (complaint.respondent_id, complaint.complainant_id):
        return True
    return CommitteeMember.objects.filter(complaint=complaint, person=person).exists()


def officers_of(complaint: Complaint) -> list[User]:
    """Complaints officers who can handle it."""
    holding = User.objects.holding(Role.COMPLAINTS_OFFICER)
    return [one for one in holding if Complaint.objects.visible_to(one).filter(pk=complaint.pk)]


def deciders_of(complaint: Complaint, *, but: User | None = None) -> list[User]:
    """Decision-makers of the house who can carry out what touches the certificate."""
    holding = User.objects.holding(Role.DECISION_MAKER)
    holding = holding.exclude(
        pk__in=OutsideInvitation.objects.people_limited_to(Role.DECISION_MAKER)
    )
    return [one for one in holding if one != but and not is_involved(complaint, one)]


def candidates_for(complaint: Complaint, today: date) -> list[Candidate]:
    """Reviewers and decision-makers of the house, the excluded ones with the reason."""
    taken = _taken_part(complaint)
    contacts = contacts_around(complaint.respondent_id)
    sat = set(complaint.members.values_list("person", flat=True))
    limited = CommitteeInvitation.objects.filter(brought_role=True, ended_at=None)
    people = User.objects.holding(*JUDGES).order_by("name", "pk").prefetch_related("groups")
    people = people.exclude(pk__in=limited.exclude(person=None).values("person"))
    for role in JUDGES:
        people = people.exclude(pk__in=OutsideInvitation.objects.people_limited_to(role))
    return [
        _candidate(complaint, one, {g.name for g in one.groups.all()}, taken, sat, contacts, today)
        for one in people
    ]


def verdict_of(complaint: Complaint, person: User, today: date) -> Verdict:
    """Whether this one person can sit, also one who comes from outside."""
    sat = set(complaint.members.values_list("person", flat=True))
    contacts = contacts_around(complaint.respondent_id)
    one = _candidate(complaint, person, person.roles, _taken_part(complaint), sat, contacts, today)
    return one.verdict


def in_conflict(complaint: Complaint, person: User, today: date) -> bool:
    return bool(conflicts_of(person.pk, contacts_around(complaint.respondent_id), today=today))


def seats_missing(complaint: Complaint) -> int:
    """How many more people have to be found, invited ones on their way included as missing."""
    return people_missing(CommitteeMember.objects.seated(complaint).count())


def _candidate(complaint, person: User, roles, taken, sat, contacts, today: date) -> Candidate:
    conflicts = conflicts_of(person.pk, contacts, today=today)
    verdict = may_sit(
        concerned=person.pk in (complaint.respondent_id, complaint.complainant_id),
        handles=Role.COMPLAINTS_OFFICER in roles,
        took_part=person.pk in taken,
        in_conflict=bool(conflicts),
        sat_before=person.pk in sat,
    )
    return Candidate(person, verdict, conflicts)


def _taken_part(complaint: Complaint) -> set[int]:
    """Who opened it, set a measure or carried one out."""
    rows = InterimMeasure.objects.filter(complaint=complaint)
    measures = rows.values_list("by", "event__by", "ended_by")
    return {complaint.opened_by_id, *(one for row in measures for one in row if one)}


def contacts_around(respondent: int) -> list[Contact]:
    """Who taught, supervised, reviewed or decided about the respondent, whom the respondent
    supervised, and who has said beforehand: not by me."""
    return [
        *contacts_with(respondent),
        *_supervised_by(respondent),
        *_reviewed(respondent),
        *_said_beforehand(respondent),
    ]


def _supervised_by(respondent: int) -> Iterable[Contact]:
    """The relation is the same from its other end."""
    agreements = SupervisionAgreement.objects.exclude(
        state__in=[AgreementState.DRAFTED, AgreementState.DECLINED]
    )
    for one in agreements.filter(mentor=respondent):
        yield Contact(one.intern_id, Kind.MENTORED, one.counts_until)
    for one in agreements.filter(clinician=respondent):
        yield Contact(one.intern_id, Kind.SUPERVISED, one.counts_until)
    signed = PeriodSignOff.objects.filter(supervisor=respondent).order_by()
    for row in signed.values("intern").annotate(last=Max("signed_at")):
        yield Contact(row["intern"], Kind.SIGNED, civil_date(row["last"]))


def _reviewed(respondent: int) -> Iterable[Contact]:
    reviews = Review.objects.filter(application__applicant=respondent).order_by()
    for row in reviews.values("reviewer").annotate(last=Max("given_at")):
        yield Contact(row["reviewer"], Kind.EVALUATED, civil_date(row["last"]))
    decisions = Decision.objects.filter(applicant=respondent).order_by()
    for row in decisions.values("decision_maker").annotate(last=Max("decided_at")):
        yield Contact(row["decision_maker"], Kind.EVALUATED, civil_date(row["last"]))


def _said_beforehand(respondent: int) -> list[Contact]:
    said = StandingInterest.objects.in_force().filter(about=respondent)
    return [Contact(person, Kind.DECLARED) for person in said.values_list("said_by", flat=True)]
