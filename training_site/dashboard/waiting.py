"""What waits for a member of staff: the lines on the admin's first page.

A line stands for a permission; it shows a count to whoever holds it, and nothing where nothing waits.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certification.complaints.models import CommitteeMember
from certification.concerns.models import Concern
from certification.credentials.due import suspensions_due
from certification.credentials.models import RecordedCertification
from certification.decisions.models import Application, Review, ReviewAssignment
from certification.decisions.models.applications import ApplicationState
from certification.practice.models import SupervisionAgreement
from certification.practice.signatures_waiting import around_signatures
from certification.registry.models import ContactMessage, SuppressionRequest
from certification.renewals import due as renewals_due
from certification.renewals.models import CEActivity
from certification.renewals.models.renewals import RenewalState
from courses.authoring.reviewing import to_review
from courses.threads import questions
from training_site.accounts.permissions import may
from training_site.content.civil import civil_date
from training_site.jobs.models import JobRun


@dataclass(frozen=True)
class Line:
    label: str | Promise
    count: int
    url: str


def waiting_for(user) -> list[Line]:
    asked = [
        (label, ask(user), place)
        for permission, label, ask, place in LINES
        if may(user, permission)
    ]
    return [Line(label, count, reverse(place)) for label, count, place in asked if count]


def _dossiers(state: ApplicationState) -> Callable:
    return lambda user: Application.objects.visible_to(user).filter(state=state).count()


def _reviews(user) -> int:
    """Cases she is on and has not reviewed on the evidence as it stands."""
    given = Review.objects.standing().filter(application=OuterRef("application"), reviewer=user)
    hers = ReviewAssignment.objects.active().filter(reviewer=user)
    return hers.filter(application__state="in_review").exclude(Exists(given)).count()


def _records(user) -> int:
    """A second person approves: nobody's own entry, and nobody's own certification."""
    open_ones = RecordedCertification.objects.visible_to(user).filter(approved_at=None)
    return open_ones.exclude(recorded_by=user).exclude(holder=user).count()


def _suppressions(user) -> int:
    """To be answered, or to be looked at again today."""
    reach = SuppressionRequest.objects.visible_to(user)
    return reach.waiting().count() + reach.to_review(civil_date(timezone.now())).count()


def _education(user) -> int:
    return CEActivity.objects.waiting().exclude(certificant=user).count()


LINES = (
    (
        "renewals.answer_education",
        _("Activities of continuing education to look at"),
        _education,
        "education_desk",
    ),
    (
        "renewals.check",
        _("Renewals to check"),
        lambda user: renewals_due.waiting(user, [RenewalState.SUBMITTED]),
        "certification_renewals",
    ),
    (
        "renewals.decide",
        _("Renewals to decide"),
        lambda user: renewals_due.waiting(user, [RenewalState.CHECKED]),
        "certification_renewals",
    ),
    ("courses.tutor", _("Questions from learners"), questions.waiting_for, "tutor_desk"),
    (
        "courses.read_unenrolled",
        _("Pages that somebody else wrote, to review"),
        to_review,
        "wagtailadmin_reports:workflow_tasks",
    ),
    (
        "decisions.check",
        _("Applications to check for completeness"),
        _dossiers(ApplicationState.SUBMITTED),
        "certification_queue",
    ),
    ("decisions.review", _("Reviews to give"), _reviews, "certification_queue"),
    (
        "decisions.decide",
        _("Applications to decide"),
        _dossiers(ApplicationState.RECOMMENDED),
        "certification_queue",
    ),
    (
        "credentials.approve_record",
        _("Earlier certifications to approve"),
        _records,
        "certification_records",
    ),
    (
        "credentials.withhold",
        _("Suspensions to be looked at again"),
        lambda user: suspensions_due(user, timezone.now()).count(),
        "certification_certificates",
    ),
    (
        "registry.answer_suppression",
        _("Requests to be kept out of sight"),
        _suppressions,
        "registry_desk",
    ),
    (
        "registry.read_reported",
        _("Letters called unwelcome"),
        lambda user: ContactMessage.objects.reported_to(user).count(),
        "registry_desk",
    ),
    (
        "practice.manage",
        _("Supervision agreements to approve"),
        lambda user: SupervisionAgreement.objects.to_approve().count(),
        "practice_desk",
    ),
    (
        "practice.manage",
        _("Signatures that are missing, contested or on paper"),
        lambda user: around_signatures(civil_date(timezone.now())).any,
        "practice_desk",
    ),
    (
        "concerns.handle",
        _("Open concerns"),
        lambda user: Concern.objects.open().count(),
        "concerns",
    ),
    (
        "complaints.sit",
        _("Committees that wait for you"),
        lambda user: CommitteeMember.objects.waiting_for(user).count(),
        "committees",
    ),
    (
        "jobs.look_after",
        _("Background work that was given up"),
        lambda user: JobRun.objects.dead().count(),
        "jobs",
    ),
)
