"""The claims of practice, each with what became of its signature."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from certification.practice.models import ContestedEntry, HoursEntry, IntensivePlan
from certification.practice.models.contests import ContestMatter, ContestState
from certification.practice.models.hours import Category, EntryState
from certification.practice.rules.categories import signer_role
from training_site.content.civil import civil_date


def hours_of(intern, zone: ZoneInfo) -> list[dict]:
    """Every entry that stands. What was disputed about lateness is known by entry."""
    disputed = _lateness(intern)
    plans = list(IntensivePlan.objects.filter(case__intern=intern).exclude(agreed_at=None))
    return [_entry(entry, zone, disputed, plans) for entry in _standing(intern)]


def supervisor_id(person, role: str) -> str:
    return f"{person.public_id}:{role}"


def _standing(intern) -> Iterable[HoursEntry]:
    entries = HoursEntry.objects.of(intern).standing().in_order()
    signed = ("signature__signoff", "signature__signoff__paper")
    return entries.select_related("case", "agreement", "supervisor", *signed).defer(
        "note", "returned_comment", "signature__signoff__snapshot"
    )


def _lateness(intern) -> dict[int, str]:
    """The state of the dispute about each entry's lateness; an upheld one outweighs all others."""
    lines = ContestedEntry.objects.filter(
        contest__intern=intern, contest__matter=ContestMatter.LATENESS
    )
    states: dict[int, str] = {}
    for entry, state in lines.values_list("entry", "contest__state"):
        if states.get(entry) != ContestState.UPHELD:
            states[entry] = state
    return states


def _entry(
    entry: HoursEntry, zone: ZoneInfo, disputed: dict[int, str], plans: list[IntensivePlan]
) -> dict:
    role = signer_role(entry.category)
    return {
        "id": str(entry.public_id),
        "category": entry.category,
        "date": entry.date.isoformat(),
        "start": f"{entry.start:%H:%M}",
        "minutes": entry.minutes,
        "modality": entry.modality,
        "format": entry.format or None,
        "group_size": entry.group_size,
        "case": entry.case.letter if entry.case else None,
        "supervisor": supervisor_id(entry.supervisor, role),
        "agreement": f"{entry.agreement.public_id}:{role}",
        "content_areas": entry.content_areas,
        "submitted": _day_of(entry.submitted_at, entry.zone),
        "status": _status(entry, disputed.get(entry.pk)),
        "signed": _signed_on(entry, zone),
        "excused": disputed.get(entry.pk) == ContestState.UPHELD,
        "intensive": _plan_of(entry, plans),
    }


def _day_of(instant: datetime | None, zone: str) -> str | None:
    """The deadline runs by the calendar on the wall where the hour took place."""
    return civil_date(instant, ZoneInfo(zone)).isoformat() if instant else None


def _status(entry: HoursEntry, lateness: str | None) -> str:
    """A correction that waits is no more than a draft to the engine: what it corrects still counts,
    and the two must never be added up, not even in a projection."""
    if lateness == ContestState.OPEN:
        return str(EntryState.CONTESTED)
    waiting_correction = entry.corrects_id and entry.state != EntryState.SIGNED
    return str(EntryState.DRAFT if waiting_correction else entry.state)


def _signed_on(entry: HoursEntry, zone: ZoneInfo) -> str | None:
    """On paper, the date on the paper; a supervisor who signed in time was not late."""
    if entry.state != EntryState.SIGNED or not hasattr(entry, "signature"):
        return None
    signoff = entry.signature.signoff
    day = signoff.paper.signed_on if signoff.paper else civil_date(signoff.signed_at, zone)
    return day.isoformat()


def _plan_of(entry: HoursEntry, plans: list[IntensivePlan]) -> str | None:
    if entry.category != Category.DIRECT_SESSION:
        return None
    mine = (plan for plan in plans if plan.case_id == entry.case_id and _within(plan, entry.date))
    return next((str(plan.public_id) for plan in mine), None)


def _within(plan: IntensivePlan, day: date) -> bool:
    return plan.starts_on <= day <= plan.ends_on
