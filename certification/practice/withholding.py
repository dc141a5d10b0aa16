"""Which days of which proofs it would take away to say: not entitled in this time."""

from datetime import date

from certification.practice.models import SupervisorAuthority
from certification.practice.rules.withholding import Cut, cut


def cuts_in(person, role: str, first: date, last: date | None) -> list[tuple]:
    """(proof, cut) of every proof that was held to cover some of these days, the oldest first."""
    proofs = SupervisorAuthority.objects.filter(person=person, role=role)
    found = [(one, _cut(one, first, last)) for one in proofs.order_by("valid_from", "pk")]
    return [(proof, taken) for proof, taken in found if taken]


def _cut(proof: SupervisorAuthority, first: date, last: date | None) -> Cut | None:
    return cut(proof.valid_from, proof.last_day, first, last)
