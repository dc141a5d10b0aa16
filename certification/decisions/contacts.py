"""Who had to do with an applicant, read from the record for the conflict rule.

Having seen identity papers is not here: it is no teaching. Who wrote what she studied is here, to be
disclosed.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Max, QuerySet, TextField, Value

from assessments.models import Irregularity
from assessments.models.markers import marked_by
from certification.decisions.models import (
    Application,
    ConflictDeclaration,
    Decision,
    StandingInterest,
)
from certification.decisions.rules.conflicts import Conflicts, Contact, Kind, conflicts_of
from certification.practice.models import (
    ContestedSignOff,
    Evaluation,
    HoursEntry,
    OpeningBalance,
    PaperSignature,
    PeriodSignOff,
    SupervisionAgreement,
)
from certification.practice.models.agreements import AgreementState
from certification.practice.models.hours import EntryState
from courses.completion import taught_by
from courses.models import LessonProgress
from training_site.content.civil import civil_date


def conflicts_for(application: Application, person, today: date) -> Conflicts:
    """What stands between one person and one application."""
    return conflicts_of(person.pk, contacts_of(application), today=today)


def contacts_of(application: Application) -> list[Contact]:
    return [
        *contacts_with(application.applicant_id),
        *_declared(application),
        *_set_aside(application),
    ]


def contacts_with(person: int) -> list[Contact]:
    """Who taught, supervised, marked or signed for this person, whatever the case is about."""
    return [
        Contact(person, Kind.SELF),
        *_agreements(person),
        *_signatures(person),
        *_hours(person),
        *_live_days(person),
        *_marked(person),
        *_judged(person),
        *_kept_away(person),
        *_authors(person),
    ]


def _declared(application: Application) -> Iterable[Contact]:
    said = ConflictDeclaration.objects.filter(application=application)
    return [Contact(person, Kind.DECLARED) for person in said.values_list("person", flat=True)]


def _set_aside(application: Application) -> Iterable[Contact]:
    """Whoever reviewed for, or took, a decision that an appeal set aside: others do it anew."""
    decisions = Decision.objects.filter(application=application, set_aside__isnull=False)
    for one in decisions.prefetch_related("reviewers"):
        yield Contact(one.decision_maker_id, Kind.TOOK_PART)
        for reviewer in one.reviewers.all():
            yield Contact(reviewer.reviewer_id, Kind.TOOK_PART)


def _agreements(applicant: int) -> Iterable[Contact]:
    """From the moment all three agreed: the association's approval makes it no less a relation."""
    agreements = SupervisionAgreement.objects.filter(intern=applicant)
    for one in agreements.exclude(state__in=[AgreementState.DRAFTED, AgreementState.DECLINED]):
        yield Contact(one.mentor_id, Kind.MENTORED, one.counts_until)
        yield Contact(one.clinician_id, Kind.SUPERVISED, one.counts_until)


def _signatures(applicant: int) -> Iterable[Contact]:
    signed = PeriodSignOff.objects.filter(intern=applicant).order_by()
    for row in signed.values("supervisor").annotate(last=Max("signed_at")):
        yield Contact(row["supervisor"], Kind.SIGNED, civil_date(row["last"]))


def _hours(applicant: int) -> Iterable[Contact]:
    claimed = HoursEntry.objects.filter(intern=applicant).exclude(state=EntryState.DRAFT).order_by()
    for row in claimed.values("supervisor").annotate(last=Max("date")):
        yield Contact(row["supervisor"], Kind.SUPERVISED, row["last"])


def _judged(applicant: int) -> Iterable[Contact]:
    """Whoever judged her work or stood in for a signature, in one question.

    A signed evaluation, not a draft. A decision about a report on one of her attempts. Of the staff,
    who decided that hours stand, saw a signature on paper, or attested what was brought from
    elsewhere: such hours count by their word. What she wrote or took back herself is hers.
    """
    signoffs = PeriodSignOff.objects.filter(intern=applicant)
    papers = PaperSignature.objects.filter(intern=applicant)
    contests = ContestedSignOff.objects.filter(intern=applicant)
    brought = OpeningBalance.objects.filter(intern=applicant)
    signed = Evaluation.objects.filter(intern=applicant).signed()
    reports = Irregularity.objects.filter(attempt__learner=applicant)
    first, *others = (
        _newest(rows.exclude(**{who: applicant}), kind, who, when)
        for rows, kind, who, when in (
            (signoffs, Kind.SETTLED, "written_by", "signed_at"),
            (papers, Kind.SETTLED, "recorded_by", "recorded_at"),
            (papers, Kind.SETTLED, "checked_by", "checked_at"),
            (contests, Kind.SETTLED, "decided_by", "decided_at"),
            (brought, Kind.SETTLED, "attested_by", "attested_at"),
            (brought, Kind.SETTLED, "confirmed_by", "confirmed_at"),
            (signed, Kind.EVALUATED, "written_by", "signed_at"),
            (reports, Kind.ASSESSED, "decided_by", "decided_at"),
        )
    )
    for kind, person, last in first.union(*others, all=True):
        yield Contact(person, Kind(kind), civil_date(last))


def _newest(rows: QuerySet, kind: Kind, who: str, when: str) -> QuerySet:
    """One row a person, with the last day of it."""
    rows = rows.exclude(**{who: None}).order_by().annotate(kind=Value(str(kind), TextField()))
    return (
        rows.values("kind", person=F(who))
        .annotate(last=Max(when))
        .values_list("kind", "person", "last")
    )


def _kept_away(applicant: int) -> Iterable[Contact]:
    """Who has said in advance: not by me. It holds until they take it back."""
    said = StandingInterest.objects.in_force().filter(about=applicant)
    return [Contact(person, Kind.DECLARED) for person in said.values_list("said_by", flat=True)]


def _live_days(applicant: int) -> Iterable[Contact]:
    for one in taught_by(applicant):
        yield Contact(one.person, Kind.LED if one.led else Kind.ATTENDANCE, one.last)


def _marked(applicant: int) -> Iterable[Contact]:
    """Answers were marked without a name; that they were hers is known now."""
    for row in marked_by(applicant):
        yield Contact(row["marker"], Kind.MARKED, civil_date(row["last"]))


def _authors(applicant: int) -> Iterable[Contact]:
    studied = LessonProgress.objects.filter(enrolment__learner=applicant)
    owners = studied.exclude(version__page__owner=None).values_list("version__page__owner")
    return [Contact(owner, Kind.AUTHORED) for (owner,) in owners.order_by().distinct()]
