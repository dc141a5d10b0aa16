"""Who had to do with an applicant, read from the record for the conflict rule.

Having seen identity papers is not here: it is no teaching. Who wrote what she studied is here, to be
disclosed.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from assessments.models.markers import marked_by
from certification.decisions.models import Application, ConflictDeclaration, Decision
from certification.decisions.rules.conflicts import Conflicts, Contact, Kind, conflicts_of
from certification.practice.models import HoursEntry, PeriodSignOff, SupervisionAgreement
from certification.practice.models.agreements import AgreementState
from certification.practice.models.hours import EntryState
from courses.completion import taught_by
from courses.models import LessonProgress
from training_site.content.civil import civil_date


def conflicts_for(application: Application, person, today: date) -> Conflicts:
    """What stands between one person and one application."""
    return conflicts_of(person.pk, contacts_of(application), today=today)


def contacts_of(application: Application) -> list[Contact]:
    applicant = application.applicant_id
    return [
        Contact(applicant, Kind.SELF),
        *_declared(application),
        *_set_aside(application),
        *_agreements(applicant),
        *_signatures(applicant),
        *_hours(applicant),
        *_live_days(applicant),
        *_marked(applicant),
        *_authors(applicant),
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
