"""Whether the supervisor of an entry could sign for it on its date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..facts import Entry, Facts, Span
from .filter import SparingAttested


@dataclass(frozen=True, kw_only=True)
class AgreementInForce(SparingAttested):
    """The entry names an agreement with its supervisor that runs on its date, ends included."""

    reason = "agreement_not_in_force"

    def admits(self, entry: Entry, facts: Facts) -> bool:
        agreement = facts.agreements.get(entry.agreement or "")
        if agreement is None or entry.supervisor not in (None, agreement.supervisor):
            return False
        return _on(entry.date, [(agreement.start, agreement.end)])


@dataclass(frozen=True, kw_only=True)
class SupervisorQualifiedOn(SparingAttested):
    """The supervisor's licence or certification, as staff have seen it, covers the date."""

    reason = "supervisor_not_qualified"

    def admits(self, entry: Entry, facts: Facts) -> bool:
        supervisor = facts.supervisors.get(entry.supervisor or "")
        return supervisor is not None and _on(entry.date, supervisor.qualified)


@dataclass(frozen=True, kw_only=True)
class ConflictExcluded(SparingAttested):
    """No declared conflict of interest excludes the supervisor on the date.

    An entry that names nobody has no signer to be in conflict.
    """

    reason = "conflict"

    def admits(self, entry: Entry, facts: Facts) -> bool:
        supervisor = facts.supervisors.get(entry.supervisor or "")
        return supervisor is None or not _on(entry.date, supervisor.conflicts)


def _on(day: date, spans: Iterable[Span]) -> bool:
    for start, end in spans:  # asked of every entry, and any() takes twice as long
        if start <= day and (end is None or day <= end):
            return True
    return False
