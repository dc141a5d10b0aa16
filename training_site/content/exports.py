"""Files that left the house: which kinds there are, and who took which, from the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from training_site.accounts.models import User
from training_site.audit.models import AuditEvent

_kinds: dict[str, Any] = {"audit.record.exported": gettext_lazy("The record, without its words")}


@dataclass(frozen=True)
class Made:
    """One file. `rows` and `format` are empty where what was said of it has been erased."""

    who: str
    at: datetime
    what: str
    chosen: str
    rows: str
    format: str


def register_exports(kinds: dict[str, Any]) -> None:
    """Verbs of files that were taken, each with what the file is, in words."""
    _kinds.update(kinds)


def known_exports() -> Mapping[str, Any]:
    return _kinds


def export_events() -> QuerySet[AuditEvent]:
    """The newest first."""
    events = AuditEvent.objects.filter(verb__in=_kinds).select_related("words")
    return events.order_by("-at", "-pk")


def made_of(events: list[AuditEvent]) -> list[Made]:
    """One query for all who took them."""
    people = User.objects.filter(public_id__in={one.actor_id for one in events})
    names = dict(people.values_list("public_id", "name"))
    return [_made(one, names) for one in events]


def _made(event: AuditEvent, names: Mapping) -> Made:
    words = getattr(event, "words", None)
    said = words.values if words else {}
    return Made(
        who=names.get(event.actor_id) or (_("Somebody") if event.actor_id else _("A command")),
        at=event.at,
        what=str(_kinds[event.verb]),
        chosen=said.get("filter", ""),
        rows=_first(said, "rows", "items", "people"),
        format=_first(said, "format", "kind").upper(),
    )


def _first(said: Mapping, *names: str) -> str:
    """Entries are never rewritten, so older ones keep the names they had."""
    return next((str(said[name]) for name in names if name in said), "")
