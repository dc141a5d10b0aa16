"""Who may not review or decide an application, told from the record (product.md, "Taught").

Whoever led, marked, assessed, supervised or took attendance of this person in the last 24 months is
excluded; who only wrote what she studied is disclosed. Seeing somebody's identity papers is neither.
An evaluation counts as assessing, a decision that stands for a signature as signing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MONTHS_BACK = 24
MONTHS_IN_YEAR = 12


class Kind(StrEnum):
    SELF = "self"
    LED = "led"
    MARKED = "marked"
    ASSESSED = "assessed"
    ATTENDANCE = "attendance"
    SUPERVISED = "supervised"
    MENTORED = "mentored"
    SIGNED = "signed"
    SETTLED = "settled"
    EVALUATED = "evaluated"
    DECLARED = "declared"
    TOOK_PART = "took_part"
    AUTHORED = "authored"


DISCLOSED_ONLY = frozenset({Kind.AUTHORED})
TIMELESS = frozenset({Kind.SELF, Kind.DECLARED, Kind.TOOK_PART})


@dataclass(frozen=True)
class Contact:
    """That a person had to do with the applicant; `last` is the last day of it, None: it goes on."""

    person: int
    kind: Kind
    last: date | None = None


@dataclass(frozen=True)
class Conflicts:
    excluding: tuple[Contact, ...] = ()
    disclosed: tuple[Contact, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.excluding)


def conflicts_of(person: int, contacts: Iterable[Contact], *, today: date) -> Conflicts:
    """What stands between this person and the case on this day."""
    since = months_before(today, MONTHS_BACK)
    live = [
        contact
        for contact in contacts
        if contact.person == person and _still_counts(contact, since)
    ]
    return Conflicts(
        excluding=tuple(one for one in live if one.kind not in DISCLOSED_ONLY),
        disclosed=tuple(one for one in live if one.kind in DISCLOSED_ONLY),
    )


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last one of a shorter month."""
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 - months, MONTHS_IN_YEAR)
    for candidate in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, candidate))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _still_counts(contact: Contact, since: date) -> bool:
    return contact.kind in TIMELESS or contact.last is None or contact.last >= since
