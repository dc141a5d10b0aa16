"""The three of a case: which part somebody has in it, and telling the other two."""

from datetime import datetime

from certification.practice.models import Case
from training_site.accounts.notices import notify


def role_in(case: Case, person) -> str | None:
    """intern, mentor or clinician by the agreement that the case is under now."""
    return case.agreement.role_of(person)


def address_for(case: Case, person) -> str:
    """The page of the case, as this one of the three reaches it."""
    area = "practice" if person.pk == case.intern_id else "supervision"
    return f"/{area}/cases/{case.public_id}/"


def tell_the_others(case: Case, event: str, *, key: str, by, now: datetime) -> None:
    for person in (case.intern, case.agreement.mentor, case.agreement.clinician):
        if person.pk != by.pk:
            notify(person, event, key=key, url=address_for(case, person), at=now)
