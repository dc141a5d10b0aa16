"""Recomputing the whole chain: the first bad entry, or none."""

from dataclasses import dataclass

from training_site.audit.canonical import GENESIS, chain_hash, commitment, content_hash
from training_site.audit.models import AuditEvent, AuditText
from training_site.audit.recording import hashed_part

CUT = "the head that was published is not in it: its end was cut, or it was written anew"


@dataclass(frozen=True)
class Finding:
    """The first entry that does not hold, and why."""

    seq: int | None
    event: str
    problem: str


@dataclass(frozen=True)
class Report:
    sealed: int
    unsealed: int
    head: str
    finding: Finding | None = None


def verify(published: str = "") -> Report:
    """Walk the chain in order; a missing text is accepted (it may be erased), a changed one never.

    `published` is a head that was noted down before: a chain whose end was cut is a whole chain.
    """
    seq, prev, met = 0, GENESIS, published in ("", GENESIS)
    for event in AuditEvent.objects.sealed().iterator(chunk_size=1000):
        finding = _link_problem(event, seq, prev) or content_problem(event)
        if finding:
            return _report(seq, prev, finding)
        seq, prev = event.seq, event.chain_hash
        met = met or prev == published
    if not met:
        return _report(seq, prev, Finding(None, "", CUT))
    for event in AuditEvent.objects.unsealed().iterator(chunk_size=1000):
        if finding := content_problem(event):
            return _report(seq, prev, finding)
    return _report(seq, prev, _changed_words())


def _report(sealed: int, head: str, finding: Finding | None) -> Report:
    return Report(sealed, AuditEvent.objects.unsealed().count(), head, finding)


def _link_problem(event: AuditEvent, seq: int, prev: str) -> Finding | None:
    if event.seq != seq + 1:
        return Finding(event.seq, str(event.public_id), f"entry {seq + 1} is missing")
    if event.prev_hash != prev or event.chain_hash != chain_hash(
        event.seq, prev, event.content_hash
    ):
        return Finding(
            event.seq, str(event.public_id), "its link to the entry before does not hold"
        )
    return None


def content_problem(event: AuditEvent) -> Finding | None:
    if event.content_hash == content_hash(hashed_part(event)):
        return None
    return Finding(event.seq, str(event.public_id), "its content was changed")


def _changed_words() -> Finding | None:
    for words in AuditText.objects.select_related("event").order_by("pk").iterator(chunk_size=1000):
        said = {**words.values, "text": words.text} if words.text else words.values
        expected = {name: commitment(words.salt, value) for name, value in said.items()}
        if expected != words.event.commitments:
            return Finding(words.event.seq, str(words.event.public_id), "its words were changed")
    return None
