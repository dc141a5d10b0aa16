"""Conditions as pages show them: the words, the day that counts now, how each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.decisions.dossier import shown_name
from certification.decisions.models import Application, Condition, Decision
from certification.decisions.models.conditions import Saying
from certification.decisions.rules.conditions import is_overdue
from certification.decisions.wording import CONDITION_KINDS

SOON = 7
TONES = {Saying.MET: "good", Saying.NOT_MET: "stop", Saying.DONE: "info"}


@dataclass(frozen=True)
class Shown:
    condition: Condition
    title: str
    last_day: date
    shown_by: str
    word: str
    tone: str
    overdue: bool
    is_open: bool
    said: bool
    left: str


def shown(condition: Condition, today: date) -> Shown:
    closed = condition.closed
    overdue = is_overdue(condition.last_day, closed=bool(closed), today=today)
    word, tone = _standing(condition, overdue)
    return Shown(
        condition=condition,
        title=str(CONDITION_KINDS[condition.kind]),
        last_day=condition.last_day,
        shown_by=_shown_by(condition),
        word=word,
        tone=tone,
        overdue=overdue,
        is_open=closed is None,
        said=any(one.what == Saying.DONE for one in condition.events.all()),
        left="" if closed or overdue else _left((condition.last_day - today).days),
    )


def conditions_of(decision: Decision | None, today: date) -> list[Shown]:
    if decision is None:
        return []
    return [shown(one, today) for one in decision.conditions.with_case()]


def waiting(user, today: date, *, outside: bool) -> list[tuple[Shown, str]]:
    """What staff look at, the earliest day on top, with the name as this reader may see it."""
    reach = Application.objects.visible_to(user).values("pk")
    rows = Condition.objects.to_look_at().filter(decision__application__in=reach).with_case()
    return _by_day(
        (shown(one, today), shown_name(one.decision.application, outside=outside)) for one in rows
    )


def _by_day(rows: Iterable[tuple[Shown, str]]) -> list[tuple[Shown, str]]:
    return sorted(rows, key=lambda row: (row[0].last_day, row[0].condition.pk))


def _standing(condition: Condition, overdue: bool) -> tuple[str, str]:
    """A word on how it stands. Nothing follows from being overdue by itself."""
    closed = condition.closed
    if closed:
        return str(closed.get_what_display()), TONES[closed.what]
    if overdue:
        return _("Overdue"), "stop"
    said = list(condition.events.all())
    if said and said[-1].what == Saying.DONE:
        return str(said[-1].get_what_display()), TONES[Saying.DONE]
    return _("Open"), "quiet"


def _left(days: int) -> str:
    """A word on days that are few; of others the date is enough."""
    if days > SOON:
        return ""
    if not days:
        return _("today")
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


def _shown_by(condition: Condition) -> str:
    rows = condition.decision.application.evidence.get("requirements", [])
    titles = {row["id"]: row["title"] for row in rows}
    return titles.get(condition.shown_by, condition.shown_by) or _("A statement")
