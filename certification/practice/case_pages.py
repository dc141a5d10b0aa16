"""What the pages of a case show: its steps as a thread, its rhythm, who was when, pauses, plans."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.practice.actions.handing_over import HANDED_OVER
from certification.practice.case_people import role_in
from certification.practice.models import Case, CasePause, HoursEntry, SupervisionAgreement
from certification.practice.models.case_events import MilestoneKind
from certification.practice.models.hours import EntryState
from certification.practice.rules.casework import may_end
from certification.practice.rules.rhythm import (
    LANE_OF,
    MENTOR,
    SIGNED,
    TRIAD,
    WAITING,
    Meeting,
    Rhythm,
    rhythm_of,
)
from certification.practice.rules.rhythm_plot import plot_of
from training_site.audit.models import AuditEvent
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate
from training_site.verdict import Verdict

WITH_THE_MENTOR = [category for category, lane in LANE_OF.items() if lane == MENTOR]


@dataclass(frozen=True)
class Triad:
    """Two supervisors and the days on which the case was theirs; `until` None: it is."""

    agreement: SupervisionAgreement
    since: date
    until: date | None


def entries_of(case: Case, viewer) -> list[HoursEntry]:
    """Those that name the case. What the intern has not handed in, no supervisor sees."""
    return list(_seen_by(case.entries.all(), case, viewer))


def rhythm_for(case: Case, viewer) -> Rhythm:
    """Mentor supervision is about all of an intern's work, so the lane has that of the case's time."""
    beside = Q(case=None, category__in=WITH_THE_MENTOR, date__gte=case.opened_on)
    if case.closed_on:
        beside &= Q(date__lte=case.closed_on)
    if viewer.pk != case.intern_id:
        beside &= Q(agreement=case.agreement)
    entries = HoursEntry.objects.of(case.intern).filter(Q(case=case) | beside)
    rows = _seen_by(entries, case, viewer).values_list(
        "date", "start", "category", "minutes", "state"
    )
    return rhythm_of(Meeting(*row) for row in rows)


def _seen_by(entries, case: Case, viewer):
    """A correction that waits stands beside what it corrects, which still counts: left out."""
    seen = entries.standing().filter(Q(corrects=None) | Q(state=EntryState.SIGNED)).in_order()
    return seen if viewer.pk == case.intern_id else seen.exclude(state=EntryState.DRAFT)


def running_pause(case: Case, today: date) -> CasePause | None:
    return case.pauses.running(today).select_related("paused_by").first()


def may_end_pause(case: Case, pause: CasePause, person) -> Verdict:
    return may_end(paused_by=role_in(case, pause.paused_by), by=role_in(case, person))


def shown_of(case: Case, viewer, today: date) -> dict:
    """What both pages of a case show."""
    rhythm, paused = rhythm_for(case, viewer), running_pause(case, today)
    return {
        "paused": paused,
        "ends_pause": paused and may_end_pause(case, paused, viewer),
        "rhythm": rhythm,
        "plot": plot_of(rhythm),
        "knots": knots_of(case, rhythm),
        "triads": triads_of(case),
        "pauses": list(case.pauses.select_related("paused_by")),
        "plans": list(case.intensives.select_related("agreed_by", "declined_by")),
    }


def knots_of(case: Case, rhythm: Rhythm) -> list[dict]:
    """What a case needs to have seen, in the order it takes place."""
    attested = dict(case.milestones.values_list("kind", "on"))
    opening, consents, closure = (_step(kind, attested) for kind in MilestoneKind)
    if not closure.get("when"):
        closure["text"] = _("Needed before the case can be closed as planned.")
    return [opening, consents, _meetings(rhythm), closure]


def _step(kind: MilestoneKind, attested: dict[str, date]) -> dict:
    done = kind in attested
    when = {"when": longdate(attested[kind])} if done else {}
    return {"title": kind.label, "state": "done" if done else "todo", **when}


def _meetings(rhythm: Rhythm) -> dict:
    """How many the scheme asks for, the path says."""
    held = [one.standing for one in rhythm.meetings if one.lane == TRIAD]
    signed, waiting = held.count(SIGNED), held.count(WAITING)
    words = [ngettext("%(n)d signed", "%(n)d signed", signed) % {"n": signed}] if held else []
    if waiting:
        words += [_("%(n)d waiting for signature") % {"n": waiting}]
    return {
        "title": _("Triadic meetings"),
        "state": "done" if signed else "todo",
        "text": ", ".join(words) or _("None yet."),
    }


def triads_of(case: Case) -> list[Triad]:
    """Who supervised the case when, the present ones first."""
    moves = AuditEvent.objects.filter(target_id=case.public_id, verb=HANDED_OVER)
    moves = moves.select_related("words").order_by("-at", "-pk")
    earlier = {str(one.public_id): one for one in _agreements(case)} if moves else {}
    triads, agreement, until = [], case.agreement, None
    for move in moves:
        since = civil_date(move.at)
        triads.append(Triad(agreement, since, until))
        agreement, until = earlier[move.words.values["from"]], since
    return [*triads, Triad(agreement, case.opened_on, until)]


def _agreements(case: Case):
    return SupervisionAgreement.objects.of(case.intern).with_people()
