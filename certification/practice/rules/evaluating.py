"""Evaluations: who writes which, when one is due, and what its signature covers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from training_site.audit.canonical import content_hash
from training_site.verdict import YES, Verdict, no

INTERN = "intern"
DONE, AGAIN, DUE, LATER = "done", "again", "due", "later"


def may_write(
    *, form_role: str, own: bool, roles: Collection[str], for_each_case: bool, case: bool
) -> Verdict:
    """The intern about themselves; a supervisor in the role by which they supervise this intern."""
    if form_role == INTERN and not own:
        return no("not_own_record")
    if form_role != INTERN and own:
        return no("evaluates_oneself")
    if form_role != INTERN and form_role not in roles:
        return no("not_supervising_in_that_role")
    if for_each_case != case:
        return no("evaluation_case_needed" if for_each_case else "evaluation_without_case")
    return YES


def may_change(*, signed: bool, seen: str, actual: str) -> Verdict:
    """What another window kept meanwhile is not written over unseen."""
    if signed:
        return no("evaluation_signed")
    if seen != actual:
        return no("evaluation_changed_elsewhere")
    return YES


def may_sign(*, signed: bool, missing: int, shown: str, actual: str) -> Verdict:
    if signed:
        return no("evaluation_signed")
    if missing:
        return no("evaluation_incomplete", count=missing)
    if shown != actual:
        return no("evaluation_has_changed")
    return YES


def may_confirm_reading(*, own: bool, signed: bool) -> Verdict:
    if not own:
        return no("not_own_record")
    return YES if signed else no("evaluation_not_signed")


def missing_levels(rubric: Mapping, levels: Mapping[str, int]) -> list[str]:
    """The criteria that have no level of this form yet."""
    known = {one["level"] for one in rubric["levels"]}
    return [one["code"] for one in rubric["criteria"] if levels.get(one["code"]) not in known]


def levels_of_form(rubric: Mapping, levels: Mapping[str, int]) -> dict[str, int]:
    """Only criteria and levels that the form has; whatever else was sent is not kept."""
    known = {one["level"] for one in rubric["levels"]}
    codes = [one["code"] for one in rubric["criteria"]]
    return {code: levels[code] for code in codes if levels.get(code) in known}


def result_of(levels: Mapping[str, int]) -> int:
    """The lowest level: a form is passed where every criterion reaches the level it asks for."""
    return min(levels.values())


def standing_of(
    *,
    milestone: str,
    from_minutes: int,
    signed_minutes: int,
    case_ending: bool,
    results: Sequence[int],
    pass_level: int,
) -> str:
    """Done once one signed evaluation reaches the level; due from half-way, the end, or the close.

    It may be written before it is due: an early word does no harm.
    """
    if any(result >= pass_level for result in results):
        return DONE
    if results:
        return AGAIN
    if milestone == "each_case":
        return DUE if case_ending else LATER
    return DUE if signed_minutes >= from_minutes else LATER


@dataclass(frozen=True)
class Sheet:
    """Everything that is signed, in plain values. Free texts stand in it by keyed digests."""

    form: str
    rubric: Mapping
    intern: str
    writer: str
    role: str
    case: str | None
    levels: Mapping[str, int]
    strengths: str
    next_steps: str

    @property
    def hash(self) -> str:
        return content_hash({"format": 1, **vars(self)})
