"""What practice and certificates ask of complaints; registered when the site starts."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from certification.complaints.certificates import events_of, suspending_acts
from certification.complaints.models import Complaint, InterimMeasure, Sanction
from certification.complaints.models.complaints import MeasureKind
from certification.credentials.models import CertificateEvent
from certification.credentials.questions import Act
from training_site.accounts.models import User


def complaint_open(holder: User) -> bool:
    return Complaint.objects.about(holder).open().exists()


def kept_from_working(holder: User) -> bool:
    return InterimMeasure.objects.in_force_for(holder, MeasureKind.SUSPENSION).exists()


def acts_behind(suspensions: Sequence[CertificateEvent]) -> dict[int, Act]:
    """A measure holds until it is ended; a sanction until the certificate stands again."""
    found = {}
    for act in suspending_acts(suspensions[0].certificate.holder_id):
        found |= dict.fromkeys((one.pk for one in events_of(act)), _act(act))
    return found


def _act(act: InterimMeasure | Sanction) -> Act:
    if isinstance(act, Sanction):
        return Act(_("Suspended by the finding of a committee"), True, ends_elsewhere=False)
    word = _("Interim measure of a complaint, which is ended where that is handled")
    return Act(word, act.ended_at is None, ends_elsewhere=True)


def not_signing() -> frozenset[int]:
    return _bound_by(MeasureKind.NO_SIGNING)


def taking_no_cases() -> frozenset[int]:
    return _bound_by(MeasureKind.NO_NEW_CASES)


def _bound_by(kind: str) -> frozenset[int]:
    """A handful at most, so one question serves a page of many people."""
    bound = InterimMeasure.objects.in_force().filter(kind=kind).order_by()
    return frozenset(bound.values_list("complaint__respondent", flat=True))
