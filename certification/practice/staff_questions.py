"""What the practice desk asks: which places are open, whose licence was seen until when."""

from dataclasses import dataclass
from datetime import date, timedelta

from certification.practice.models import JurisdictionPolicy, SupervisorAuthority
from certification.practice.models.places import PlaceStatus
from training_site.accounts.models import User
from training_site.accounts.roles import SUPERVISOR_ROLES

SOON = timedelta(days=60)


def open_places(day: date) -> list[str]:
    """Places whose newest answer allows practice on that day."""
    newest: dict[str, JurisdictionPolicy] = {}
    for policy in JurisdictionPolicy.objects.filter(effective_from__lte=day).order_by(
        "effective_from", "pk"
    ):
        newest[policy.place.casefold()] = policy
    return sorted(p.place for p in newest.values() if p.status == PlaceStatus.ALLOWED)


@dataclass(frozen=True)
class Seen:
    """One supervisor and the proof that lasts longest."""

    person: User
    proof: SupervisorAuthority | None
    today: date

    @property
    def word(self) -> str:
        if self.proof is None:
            return "not_seen"
        if self.proof.last_day < self.today:
            return "lapsed"
        return "lapsing" if self.proof.last_day <= self.today + SOON else "holds"


def supervisors_and_proofs(today: date) -> list[Seen]:
    """Everybody who holds a supervisor's role, by name."""
    people = list(User.objects.holding(*SUPERVISOR_ROLES).order_by("name", "pk"))
    longest: dict[int, SupervisorAuthority] = {}
    for proof in SupervisorAuthority.objects.filter(person__in=people):
        best = longest.get(proof.person_id)
        if best is None or proof.last_day > best.last_day:
            longest[proof.person_id] = proof
    return [Seen(person, longest.get(person.pk), today) for person in people]
