"""Where somebody stands with a policy: what is in force, what they signed, what is left to sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby

from django.db.models import Exists, OuterRef, QuerySet

from training_site.accounts.models import User
from training_site.content.civil import civil_date
from training_site.content.models import Attestation, PolicyVersion
from training_site.content.rules.comparison import Passage, changes
from training_site.content.rules.policies import counting


@dataclass(frozen=True)
class Standing:
    """One person under one policy. `held` is the newest signature that counts now; `before` the last
    one that a newer version has ended."""

    version: PolicyVersion
    held: Attestation | None = None
    before: Attestation | None = None

    @property
    def signed(self) -> Attestation | None:
        """The signature of the very version in force."""
        return self.held if self.held and self.held.version_id == self.version.pk else None

    @cached_property
    def changes(self) -> list[Passage]:
        """What is new since the version that was signed; nothing, where that is the one in force."""
        last = self.held or self.before
        if last is None or last.version_id == self.version.pk:
            return []
        return changes(last.version.body, self.version.body)


def standing_of(person, policy: str, today: date) -> Standing | None:
    """None where no version of the policy is in force."""
    versions = list(PolicyVersion.objects.reached(policy, today))
    if not versions:
        return None
    good = set(counting_in(versions))
    mine = list(Attestation.objects.of(person).filter(version__policy=policy).order_by("at", "pk"))
    held = [one for one in mine if one.version_id in good]
    before = [one for one in mine if one.version_id not in good]
    return Standing(versions[0], held[-1] if held else None, before[-1] if before else None)


def left_to_sign(person, now: datetime, policies: Iterable[str]) -> list[PolicyVersion]:
    """The versions in force of these policies under which no signature of this person counts, in
    this order. One query for all."""
    wanted = list(policies)
    signed = Attestation.objects.filter(version=OuterRef("pk"), person=person)
    rows = (
        PolicyVersion.objects.filter(policy__in=wanted, effective_from__lte=civil_date(now))
        .annotate(is_signed=Exists(signed))
        .defer("body")
        .order_by("policy", "-effective_from", "-pk")
    )
    unsigned = {}
    for policy, group in groupby(rows, key=lambda version: version.policy):
        versions = list(group)
        good = set(counting_in(versions))
        if not any(one.is_signed for one in versions if one.pk in good):
            unsigned[policy] = versions[0]
    return [unsigned[policy] for policy in wanted if policy in unsigned]


def signed_since(person, policy: str, now: datetime) -> datetime | None:
    """When the signature was given that counts now: the first under the versions that count."""
    versions = PolicyVersion.objects.reached(policy, civil_date(now)).defer("body")
    mine = Attestation.objects.filter(person=person, version__in=counting_in(versions))
    return mine.order_by("at", "pk").values_list("at", flat=True).first()


def signers(policy: str, today: date) -> QuerySet:
    """Active people whose signature counts today: those whom a version that asks again would ask."""
    good = counting_in(PolicyVersion.objects.reached(policy, today).defer("body"))
    return User.objects.filter(is_active=True, attestations__version__in=good).distinct()


def counting_in(versions: Iterable[PolicyVersion]) -> list[int]:
    """The keys of those, given from the newest on, whose signature counts."""
    return counting((version.pk, version.asks_again) for version in versions)
