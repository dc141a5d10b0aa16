"""What a person's path says beside its requirements: what is recognised, and a change of scheme.

Most people have neither, so one question asks for both, and only then is anything read.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from certification.practice.models import OpeningBalance
from certification.scheme.models import Credit, SchemeVersion, TransitionLine
from certification.scheme.recognition import Recognised, recognised_for
from certification.scheme.transitions import last_move_of
from training_site.accounts.models import User

MINE = {"intern": OuterRef("pk")}


@dataclass(frozen=True)
class BesidePath:
    recognised: list[Recognised]
    moved: TransitionLine | None


def beside_path_of(person: User, version: SchemeVersion | None) -> BesidePath:
    recognised, moved = _has(person)
    return BesidePath(
        recognised_for(person, version) if recognised else [],
        last_move_of(person) if moved else None,
    )


def _has(person: User) -> tuple[bool, bool]:
    credit = Credit.objects.approved().filter(**MINE)
    balance = OpeningBalance.objects.attested().filter(**MINE)
    line = TransitionLine.objects.filter(moved_at__isnull=False, **MINE)
    asked = User.objects.filter(pk=person.pk)
    found = asked.values_list(Exists(credit), Exists(balance), Exists(line)).get()
    return found[0] or found[1], found[2]
