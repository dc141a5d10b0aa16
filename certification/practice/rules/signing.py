"""Who may sign what, and what exactly a signature covers."""

from collections.abc import Sequence
from dataclasses import dataclass

from training_site.audit.canonical import content_hash
from training_site.verdict import YES, Verdict, no


def may_sign_entry(
    *,
    named: bool,
    own: bool,
    entitled: bool,
    in_force: bool,
    conflict: bool = False,
    paused: bool = False,
) -> Verdict:
    """An hour is signed by the one it names, who was entitled to sign on the day it happened.

    Nobody signs their own hours, whatever roles they hold.
    """
    if own:
        return no("own_hours")
    if not named:
        return no("another_signs_this")
    if not in_force:
        return no("agreement_not_in_force_then")
    if conflict:
        return no("conflict_of_interest_then")
    if paused:
        return no("signing_paused")
    if not entitled:
        return no("signer_not_verified_then")
    return YES


def may_sign_month(
    *, shown: str, actual: str, entries: int, ticked: int | None = None, strangers: bool = False
) -> Verdict:
    """`ticked` of the `entries` shown; None: all of them. A line that is not shown is signed by
    nobody."""
    if not entries:
        return no("nothing_to_sign")
    if shown != actual or strangers:
        return no("sheet_has_changed")
    return no("nothing_ticked") if ticked == 0 else YES


@dataclass(frozen=True)
class Sheet:
    """Everything that a supervisor is shown of a month, in plain values that can be hashed.

    `entries` are those that are signed, `left` those that were shown and not ticked. A page that
    shows a sheet has them all ticked, so signing all of it has the hash that was shown.
    """

    intern: str
    supervisor: str
    month: str
    statement: str
    entries: Sequence[dict]
    held_back: Sequence[dict]
    last_month: dict[str, int]
    left: Sequence[dict] = ()
    remarks: Sequence[dict] = ()

    def document(self) -> dict:
        return {"format": 2, **vars(self), "left": list(self.left), "remarks": list(self.remarks)}

    @property
    def hash(self) -> str:
        return content_hash(self.document())


def hash_of_entry(document: dict) -> str:
    return content_hash(document)


def totals(entries: Sequence[dict]) -> dict[str, int]:
    """Minutes by category; the sum of exactly the lines that are listed."""
    minutes: dict[str, int] = {}
    for entry in entries:
        minutes[entry["category"]] = minutes.get(entry["category"], 0) + entry["minutes"]
    return minutes
