"""Who can answer an appeal: other people, told from the record."""

from collections.abc import Sequence
from datetime import datetime

from certification.appeals.models import Appeal, AppealRuling
from certification.appeals.models.appeals import Follows
from certification.complaints.models import ComplaintFinding
from certification.credentials.models import CertificateEvent
from certification.decisions.contacts import contacts_of, contacts_with
from certification.decisions.models import Application
from certification.decisions.rules.conflicts import Contact, conflicts_of
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date


def took_part(appeal: Appeal, person: User) -> bool:
    """Whether this person had a part in what is appealed (`AppealQuerySet.not_touched_by`)."""
    return not Appeal.objects.filter(pk=appeal.pk).not_touched_by(person).exists()


def in_conflict(appeal: Appeal, person: User, now: datetime) -> bool:
    return bool(conflicts_of(person.pk, _contacts(appeal), today=civil_date(now)))


def answerers_of(appeal: Appeal, now: datetime) -> list[User]:
    """Every decision-maker who can answer it. None: one more person has to be invited."""
    deciders = User.objects.holding(Role.DECISION_MAKER).exclude(pk=appeal.appellant_id)
    contacts, today = _contacts(appeal), civil_date(now)
    return [
        person
        for person in deciders
        if not conflicts_of(person.pk, contacts, today=today)
        and Appeal.objects.visible_to(person).filter(pk=appeal.pk).exists()
    ]


def appeal_runs(finding: ComplaintFinding) -> bool:
    """Whether an appeal against what a committee found waits for its answer; complaints ask."""
    return Appeal.objects.open().filter(finding=finding).exists()


def given_back(events: Sequence[CertificateEvent]) -> dict[int, datetime]:
    """When an appeal against one of these was answered with: it stands again. Credentials ask."""
    rulings = AppealRuling.objects.filter(appeal__event__in=events, follows=Follows.REINSTATE)
    return dict(rulings.values_list("appeal__event", "decided_at"))


def _contacts(appeal: Appeal) -> list[Contact]:
    """Of the case behind it; without one, of the appellant all the same."""
    case = _case(appeal)
    return contacts_of(case) if case else contacts_with(appeal.appellant_id)


def _case(appeal: Appeal) -> Application | None:
    """The application it goes back to, also where the certificate has been replaced since."""
    if appeal.decision:
        return appeal.decision.application
    certificate = appeal.certificate
    origin = certificate and (certificate.first or certificate)
    return origin.decision.application if origin and origin.decision else None
