"""A month's sheet: what a supervisor is shown, and what the signature covers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from certification.practice.models import (
    HoursEntry,
    SupervisionAgreement,
    SupervisorAuthority,
    SupervisorConflict,
)
from certification.practice.models.hours import EntryState
from certification.practice.questions import may_sign_hours
from certification.practice.remarking import remarks_on_lines
from certification.practice.rules.categories import signer_role
from certification.practice.rules.remarks import Noticed
from certification.practice.rules.signing import Sheet, hash_of_entry, may_sign_entry, totals
from certification.practice.rules.supervisors import covers
from training_site.content.models import PolicyVersion
from training_site.crypto.keys import keyed_digest
from training_site.verdict import Verdict

STATEMENT = "signature-statement"


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def month_before(month: date) -> date:
    return first_of_month(month - timedelta(days=1))


def document_of(entry: HoursEntry) -> dict:
    """An entry as it is signed. The note stands in it by a keyed hash: proof of what it said,
    without saying it."""
    return {
        "id": str(entry.public_id),
        "version": entry.version,
        "category": entry.category,
        "date": entry.date.isoformat(),
        "start": f"{entry.start:%H:%M}",
        "zone": entry.zone,
        "minutes": entry.minutes,
        "modality": entry.modality,
        "format": entry.format,
        "group_size": entry.group_size,
        "case": entry.case.letter if entry.case else None,
        "agreement": str(entry.agreement.public_id),
        "content_areas": list(entry.content_areas),
        "corrects": str(entry.corrects.public_id) if entry.corrects else None,
        "note": keyed_digest("hours-note", entry.note) if entry.note else "",
        "submitted": entry.submitted_at.isoformat() if entry.submitted_at else None,
    }


@dataclass(frozen=True)
class HeldBack:
    """An entry that can't be signed now, and why."""

    entry: HoursEntry
    verdict: Verdict


@dataclass(frozen=True)
class MonthSheet:
    intern: object
    supervisor: object
    month: date
    statement: PolicyVersion | None
    to_sign: Sequence[HoursEntry]
    held_back: Sequence[HeldBack]
    signed: Sequence[HoursEntry]
    last_month: dict[str, int]
    noticed: Mapping[int, Sequence[Noticed]] = field(default_factory=dict)
    left: Sequence[HoursEntry] = ()

    def ticked(self, ids: Collection[UUID] | None) -> "MonthSheet":
        """The same sheet with these lines to sign and the others left waiting; None: all of them."""
        if ids is None:
            return self
        chosen = [entry for entry in self.to_sign if entry.public_id in ids]
        left = [entry for entry in self.to_sign if entry.public_id not in ids]
        return replace(self, to_sign=chosen, left=left)

    @cached_property
    def documents(self) -> list[dict]:
        return [document_of(entry) for entry in self.to_sign]

    @cached_property
    def totals(self) -> dict[str, int]:
        return totals(self.documents)

    @cached_property
    def signed_totals(self) -> dict[str, int]:
        return totals([document_of(entry) for entry in self.signed])

    @property
    def minutes(self) -> int:
        return sum(self.totals.values())

    @cached_property
    def sheet(self) -> Sheet:
        return Sheet(
            intern=str(self.intern.public_id),
            supervisor=str(self.supervisor.public_id),
            month=f"{self.month:%Y-%m}",
            statement=str(self.statement.public_id) if self.statement else "",
            entries=self.documents,
            held_back=[
                {"id": str(held.entry.public_id), "reason": held.verdict.reason}
                for held in self.held_back
            ],
            last_month=self.last_month,
            left=[document_of(entry) for entry in self.left],
            remarks=[
                {"id": str(entry.public_id), "remarks": [list(one) for one in noticed]}
                for entry in sorted([*self.to_sign, *self.left], key=lambda one: one.pk)
                if (noticed := self.noticed.get(entry.pk))
            ],
        )

    @property
    def hash(self) -> str:
        return self.sheet.hash

    def hash_of(self, entry: HoursEntry) -> str:
        return hash_of_entry(document_of(entry))

    def snapshot(self) -> dict:
        """What the signature keeps: all that was shown but the notes."""
        document = self.sheet.document()
        return document | {
            "entries": _without_notes(document["entries"]),
            "left": _without_notes(document["left"]),
            "totals": self.totals,
        }


def _without_notes(documents: Sequence[dict]) -> list[dict]:
    return [{key: one[key] for key in one if key != "note"} for one in documents]


def sheet_of(supervisor, intern, month: date, *, today: date) -> MonthSheet:
    """What this supervisor may sign of this intern's month, as it stands now."""
    entries = list(_entries(supervisor, intern, month))
    waiting = [entry for entry in entries if entry.state == EntryState.SUBMITTED]
    verdicts = _verdicts(supervisor, intern, waiting)
    to_sign = [entry for entry in waiting if verdicts[entry.pk]]
    return MonthSheet(
        intern=intern,
        supervisor=supervisor,
        month=month,
        statement=PolicyVersion.objects.in_force(STATEMENT, today),
        to_sign=to_sign,
        held_back=[HeldBack(e, verdicts[e.pk]) for e in waiting if not verdicts[e.pk]],
        signed=[entry for entry in entries if entry.state == EntryState.SIGNED],
        last_month=_totals_of(supervisor, intern, month_before(month)),
        noticed=remarks_on_lines(to_sign, before=month),
    )


def sheet_by_decision(supervisor, intern, month: date, entries, *, today: date) -> MonthSheet:
    """The entries of a month that the registrar's decision stands for: just these, nobody asked."""
    return MonthSheet(
        intern=intern,
        supervisor=supervisor,
        month=month,
        statement=PolicyVersion.objects.in_force(STATEMENT, today),
        to_sign=entries,
        held_back=[],
        signed=[],
        last_month=_totals_of(supervisor, intern, month_before(month)),
    )


def _entries(supervisor, intern, month: date):
    """Waiting or signed entries that still stand, with everything a line shows."""
    shown = HoursEntry.objects.of(intern).in_month(month).standing()
    shown = shown.filter(supervisor=supervisor, state__in=[EntryState.SUBMITTED, EntryState.SIGNED])
    return shown.select_related("case", "agreement", "corrects").in_order()


def _totals_of(supervisor, intern, month: date) -> dict[str, int]:
    entries = HoursEntry.objects.of(intern).in_month(month).standing()
    entries = entries.filter(supervisor=supervisor).exclude(state=EntryState.DRAFT).added_up()
    return totals(list(entries.in_order().values("category", "minutes")))


def _verdicts(supervisor, intern, entries: Sequence[HoursEntry]) -> dict[int, Verdict]:
    if not entries:
        return {}
    authorities = list(SupervisorAuthority.objects.filter(person=supervisor))
    conflicts = list(SupervisorConflict.objects.between(intern, supervisor))
    paused = not may_sign_hours(supervisor)
    return {
        entry.pk: _may_sign(supervisor, entry, authorities, conflicts, paused) for entry in entries
    }


def _may_sign(
    supervisor,
    entry: HoursEntry,
    authorities: list[SupervisorAuthority],
    conflicts: list[SupervisorConflict],
    paused: bool,
) -> Verdict:
    role = signer_role(entry.category)
    return may_sign_entry(
        named=entry.supervisor_id == supervisor.pk,
        own=entry.intern_id == supervisor.pk,
        entitled=any(
            one.role == role and one.valid_from <= entry.date <= one.last_day for one in authorities
        ),
        in_force=_in_force(entry.agreement, entry.date),
        conflict=any(covers(one.starts_on, one.ends_on, entry.date) for one in conflicts),
        paused=paused,
    )


def _in_force(agreement: SupervisionAgreement, day: date) -> bool:
    first, last = agreement.counts_from, agreement.counts_until
    return first is not None and first <= day and (last is None or day <= last)


def supervises(supervisor, intern_public_id) -> SupervisionAgreement | None:
    """The newest agreement by which this person signs for that intern; None: answer 404."""
    signing = SupervisionAgreement.objects.supervised_by(supervisor)
    mine = signing.filter(intern__public_id=intern_public_id).with_people()
    return mine.order_by("-starts_on", "-pk").first()
