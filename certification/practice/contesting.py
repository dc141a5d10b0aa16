"""What can be contested, and what a contest is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from certification.practice.models import ContestedEntry, ContestedSignOff, HoursEntry
from certification.practice.models.contests import ContestMatter, ContestState
from certification.practice.models.hours import EntryState
from certification.practice.remarking import days_until_submitted
from certification.practice.waiting import sign_by_of
from training_site.content.civil import association_zone

CONTESTABLE = (EntryState.SUBMITTED, EntryState.RETURNED)
FORFEITABLE = (EntryState.SUBMITTED, EntryState.SIGNED)
SETTLED = (ContestState.OPEN, ContestState.UPHELD)


@dataclass
class OfOneSigner:
    """Lines of one month that one person is to sign; `sign_by` is the last of their days."""

    supervisor: object
    month: date
    entries: list[HoursEntry] = field(default_factory=list)
    sign_by: date | None = None
    overdue: bool = False

    @property
    def minutes(self) -> int:
        return sum(entry.minutes for entry in self.entries)


def open_to_contest(intern, today: date) -> list[OfOneSigner]:
    """What waits or came back; whether its time is over, each group says."""
    entries = HoursEntry.objects.of(intern).standing().filter(state__in=CONTESTABLE)
    groups, zone = _grouped(entries), association_zone()
    for group in groups:
        group.sign_by = max(sign_by_of(entry, zone) for entry in group.entries)
        group.overdue = group.sign_by < today
    return groups


def forfeited(intern, days: int | None) -> list[OfOneSigner]:
    """What the scheme leaves out for being late and nobody has contested or excused yet."""
    if days is None:
        return []
    entries = HoursEntry.objects.of(intern).standing().filter(state__in=FORFEITABLE)
    settled = ContestedEntry.objects.filter(
        contest__intern=intern, contest__matter=ContestMatter.LATENESS, contest__state__in=SETTLED
    )
    entries = entries.exclude(pk__in=settled.values("entry"))
    return _grouped(entries, only=lambda entry: days_until_submitted(entry) > days)


def _grouped(entries, only=lambda entry: True) -> list[OfOneSigner]:
    entries = entries.select_related("supervisor", "case").defer("note", "returned_comment")
    groups: dict[tuple, OfOneSigner] = {}
    for entry in entries.in_order():
        if only(entry):
            key = entry.month, entry.supervisor_id
            group = groups.setdefault(key, OfOneSigner(entry.supervisor, entry.month))
            group.entries.append(entry)
    return list(groups.values())


def contested_lines(contest: ContestedSignOff) -> list[HoursEntry]:
    """Without their notes: who decides has no need of them."""
    entries = HoursEntry.objects.filter(contests__contest=contest).select_related("case")
    return list(entries.defer("note", "returned_comment").in_order())


def contest_of(entry: HoursEntry) -> ContestedSignOff:
    """The open contest that an entry stands in; there is one while it is contested."""
    about = ContestedSignOff.objects.open().filter(matter=ContestMatter.SIGNATURE)
    return about.get(lines__entry=entry)


@dataclass(frozen=True)
class Said:
    """What one side said, and when."""

    title: str
    at: datetime
    text: str


def sides_of(contest: ContestedSignOff) -> Iterable[Said]:
    """The intern's statement, the supervisor's answer, the decision: as far as it has come."""
    yield Said(
        _("%(name)s contests: %(reason)s")
        % {"name": contest.opened_by, "reason": contest.get_reason_display()},
        contest.opened_at,
        contest.statement,
    )
    if contest.answered_at:
        title = _("%(name)s answers") % {"name": contest.supervisor}
        yield Said(title, contest.answered_at, contest.answer)
    if contest.decided_at:
        title = f"{contest.get_state_display()}: {contest.decided_by}"
        yield Said(title, contest.decided_at, contest.decision)
