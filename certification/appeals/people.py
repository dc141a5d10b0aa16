"""Who can answer an appeal: other people, told from the record."""

from datetime import datetime

from certification.appeals.models import Appeal
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date


def took_part(appeal: Appeal, person: User) -> bool:
    """Whether this person reviewed, decided or did what is appealed."""
    return not Appeal.objects.filter(pk=appeal.pk).not_touched_by(person).exists()


def in_conflict(appeal: Appeal, person: User, now: datetime) -> bool:
    case = _case(appeal)
    return case is not None and bool(conflicts_for(case, person, civil_date(now)))


def answerers_of(appeal: Appeal, now: datetime) -> list[User]:
    """Every decision-maker who can answer it. None: one more person has to be invited."""
    deciders = User.objects.holding(Role.DECISION_MAKER).exclude(pk=appeal.appellant_id)
    return [
        person
        for person in deciders
        if Appeal.objects.visible_to(person).filter(pk=appeal.pk).exists()
        and not in_conflict(appeal, person, now)
    ]


def _case(appeal: Appeal) -> Application | None:
    """The application behind it; a certification recorded from before has none."""
    if appeal.decision:
        return appeal.decision.application
    decision = appeal.certificate.decision
    return decision.application if decision else None
