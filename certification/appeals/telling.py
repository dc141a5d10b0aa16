"""Appeals as the queue and the dossier show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from certification.appeals.models import Appeal
from certification.appeals.people import answerers_of
from certification.decisions.dossier import shown_name
from certification.decisions.statement import is_outside
from training_site.content.civil import civil_date


@dataclass(frozen=True)
class Waiting:
    appeal: Appeal
    name: str
    days: int
    late: bool
    missing: bool


def waiting_for(user, now: datetime) -> list[Waiting]:
    """Open appeals that this person reaches, the oldest on top."""
    return list(_rows(Appeal.objects.visible_to(user).open().with_case(), user, now))


def _rows(appeals: Iterable[Appeal], user, now: datetime) -> Iterable[Waiting]:
    for one in appeals:
        yield Waiting(
            appeal=one,
            name=appellant_name(one, user),
            days=(now - one.made_at).days,
            late=civil_date(now) > one.answer_by,
            missing=not answerers_of(one, now),
        )


def appellant_name(appeal: Appeal, user) -> str:
    """A letter in place of the name for whoever was invited from outside."""
    if appeal.application is None:
        return appeal.appellant.name
    return shown_name(appeal.application, outside=is_outside(appeal.application, user))
