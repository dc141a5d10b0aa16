"""What an intern says about an hour, before it is an entry; and which entry that makes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from certification.practice.models import (
    Case,
    HoursEntry,
    InternshipAdmission,
    JurisdictionPolicy,
    SupervisionAgreement,
)
from certification.practice.rules import placing
from certification.practice.rules.categories import format_of, signer_role
from certification.practice.rules.times import NEAR, Span, fits
from training_site.content.civil import association_zone
from training_site.verdict import Refused


@dataclass(frozen=True)
class Claim:
    """`zone` empty: the intern's own, or the association's. `agreement` empty: the one in force."""

    category: str
    date: date
    start: time
    minutes: int
    modality: str
    zone: str = ""
    case: Case | None = None
    group_size: int | None = None
    content_areas: tuple[str, ...] = ()
    note: str = ""
    agreement: SupervisionAgreement | None = None


def zone_of(person) -> str:
    return person.zone or str(association_zone())


def checked_columns(
    intern,
    claim: Claim,
    *,
    now: datetime,
    instead_of: Iterable[HoursEntry] = (),
    beside: Iterable[Span] = (),
) -> dict:
    """The columns of the entry that this claim makes, once every rule has said yes.

    `instead_of`: entries whose place it takes; `beside`: what is about to stand on the record too.
    """
    _own_things(intern, claim)
    zone = claim.zone or zone_of(intern)
    span = Span(claim.date, claim.start, zone, claim.minutes)
    fits(span, [*_others(intern, claim.date, instead_of), *beside], now=now).require()
    _may_see_clients(intern, claim).require()
    placing.in_its_case(claim.category, claim.date, _dates(claim.case)).require()
    _not_paused(claim)
    placing.group_of(claim.category, claim.group_size).require()
    agreement = _agreement(intern, claim)
    return _columns(claim, agreement) | {"zone": zone, "intern": intern}


def _own_things(intern, claim: Claim) -> None:
    """A case or agreement of somebody else is refused here too, whatever a form let through."""
    named = [thing for thing in (claim.case, claim.agreement) if thing]
    if any(thing.intern_id != intern.pk for thing in named):
        raise Refused("not_own_record")


def _others(intern, day: date, instead_of: Iterable[HoursEntry]) -> list[Span]:
    """What else stands on the record near this day."""
    near = HoursEntry.objects.of(intern).standing().filter(date__range=(day - NEAR, day + NEAR))
    replaced = [entry.pk for entry in instead_of]
    rows = near.exclude(pk__in=replaced).values_list("date", "start", "zone", "minutes")
    return [Span(*row) for row in rows]


def _may_see_clients(intern, claim: Claim):
    admission = InternshipAdmission.objects.of(intern)
    place = admission.place if admission else ""
    return placing.may_see_clients(
        claim.category,
        claim.date,
        admitted_on=admission and admission.approved_on,
        place_status=JurisdictionPolicy.objects.status_of(place, claim.date),
    )


def _dates(case: Case | None) -> placing.CaseDates | None:
    return case and placing.CaseDates(case.letter, case.opened_on, case.closed_on)


def _not_paused(claim: Claim) -> None:
    if claim.case:
        pauses = claim.case.pauses.all().spans()
        verdict = placing.not_in_a_pause(claim.category, claim.date, claim.case.letter, pauses)
        verdict.require()


def _agreement(intern, claim: Claim) -> SupervisionAgreement:
    """The one the claim names, otherwise its case's, otherwise the newest in force on the day."""
    chosen = [claim.agreement] if claim.agreement else _approved(intern, claim.case)
    terms = [placing.Term(one.counts_from, one.counts_until) for one in chosen if one.counts_from]
    placing.within_an_agreement(claim.date, terms).require()
    pairs = zip(chosen, terms, strict=True)
    return next(agreement for agreement, term in pairs if term.covers(claim.date))


def _approved(intern, case: Case | None) -> list[SupervisionAgreement]:
    approved = SupervisionAgreement.objects.of(intern).ever_approved().with_people()
    of_the_case = case.agreement_id if case else None
    return sorted(approved, key=lambda one: one.pk != of_the_case)


def _columns(claim: Claim, agreement: SupervisionAgreement) -> dict:
    form = format_of(claim.category) or ""
    return {
        "supervisor": agreement.supervisor(signer_role(claim.category)),
        "agreement": agreement,
        "case": claim.case,
        "category": claim.category,
        "date": claim.date,
        "start": claim.start,
        "minutes": claim.minutes,
        "modality": claim.modality,
        "format": form,
        "group_size": claim.group_size if form == "group" else None,
        "content_areas": sorted(claim.content_areas),
        "note": claim.note,
    }
