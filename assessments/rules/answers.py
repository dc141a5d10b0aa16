"""What a save may overwrite, and what is handed in. What may be answered, each kind says."""

import hashlib
from collections.abc import Iterable
from typing import Any

from training_site.verdict import YES, Verdict, no


def may_overwrite(*, sequence: int, stored: int, **both: Any) -> Verdict:
    """A save names the sequence it was made upon; a stale one changes nothing and loses nothing.

    `both` are the two answers, saved and not saved, which the refusal hands back.
    """
    if sequence != stored:
        return no("answer_saved_elsewhere", sequence=stored, **both)
    return YES


def fingerprint(sequences: Iterable[tuple[int, int]]) -> str:
    """Which saves a learner saw when confirming: (position, sequence) of every question."""
    text = ",".join(f"{position}:{sequence}" for position, sequence in sorted(sequences))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def may_submit(*, confirmed: str | None, current: str) -> Verdict:
    """`confirmed` is the fingerprint on the confirming page; None where nobody looked at a page."""
    if confirmed is not None and confirmed != current:
        return no("answers_changed_since")
    return YES


def may_sit_here(*, seat: str | None, held: str) -> Verdict:
    """Answers come from the sign-in that looked at the attempt last; None: nobody asks."""
    if seat is not None and held and seat != held:
        return no("attempt_open_elsewhere")
    return YES


def may_change(*, checked: bool) -> Verdict:
    """Once its feedback was asked for, an answer stays."""
    return no("question_checked") if checked else YES
