"""Which signed evaluations count: not those that somebody signed who was not entitled that day.

Their words stay readable; they are no evidence. As with hours, a proof that staff see later for the
same day entitles again.
"""

from collections.abc import Callable, Iterable
from datetime import date
from zoneinfo import ZoneInfo

from certification.practice.models import Evaluation, SupervisorAuthority
from certification.practice.questions import withheld_days
from training_site.content.civil import civil_date

Signed = tuple[Evaluation, date]
Says = Callable[[Evaluation, date], bool | None]


def signed_evaluations(intern, zone: ZoneInfo) -> list[Signed]:
    """Each with the civil day on which it was signed, the oldest first."""
    rows = Evaluation.objects.of(intern).signed().select_related("form", "case")
    return [(one, civil_date(one.signed_at, zone)) for one in rows.order_by("signed_at", "pk")]


def counting_evaluations(intern, zone: ZoneInfo, says: Says | None = None) -> list[Signed]:
    """Without those of days that were withheld; `says` answers first where it knows better."""
    signed = signed_evaluations(intern, zone)
    counts = _entitled(one for one in signed if one[0].written_by_id != intern.pk)
    known = says or (lambda one, day: None)
    return [
        (one, day)
        for one, day in signed
        if (counts(one, day) if (said := known(one, day)) is None else said)
    ]


def _entitled(signed: Iterable[Signed]) -> Callable[[Evaluation, date], bool]:
    withheld = withheld_days({one.written_by_id for one, _day in signed})

    def entitled(one: Evaluation, day: date) -> bool:
        signer = one.written_by_id, one.form.role
        if not any(first <= day <= last for first, last in withheld.get(signer, [])):
            return True
        return SupervisorAuthority.objects.entitles(*signer, day)

    return entitled
