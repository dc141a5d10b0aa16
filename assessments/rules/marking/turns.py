"""Whose turn it is to mark a script, and what that person may see of the others' marks."""

from collections.abc import Sequence

from assessments.rules.marking.rubric import Rubric, Scoring, may_score
from assessments.rules.marking.script import Marking, Part, Person, Script, counting
from assessments.rules.marking.settling import PART_AWAITED, Marked, result_of
from training_site.verdict import YES, Verdict, no


def part_awaited(script: Script) -> str | None:
    """The part in which the script is marked next; None when it has its mark."""
    result = result_of(script.markings, script.second_required, script.tolerance)
    return None if isinstance(result, Marked) else PART_AWAITED[result]


def may_take(script: Script, marker: Person) -> Verdict:
    """Whether this person may open the script for marking now: no one marks it twice."""
    if not script.by_hand:
        return no("marking_not_needed")
    if marker == script.learner:
        return no("marking_own_answer")
    if not script.ended:
        return no("marking_before_the_end")
    if part_awaited(script) is None:
        return no("marking_settled")
    if any(given.marker == marker for given in counting(script.markings).values()):
        return no("marked_by_same_person")
    return YES


def may_mark(script: Script, marker: Person, rubric: Rubric, scoring: Scoring) -> Verdict:
    """Whether this scoring may be recorded: the right person, one rubric for all, nothing left out."""
    verdict = may_take(script, marker)
    if not verdict:
        return verdict
    if rubric.version != rubric_version_for(script, rubric.version):
        return no("marking_by_another_rubric")
    return may_score(rubric, scoring)


def rubric_version_for(script: Script, newest: int) -> int:
    """The version that a next marker uses: the one already used, so that two marks can be compared."""
    used = [marking.rubric_version for marking in counting(script.markings).values()]
    return used[0] if used else newest


def seen_by(script: Script, person: Person) -> Sequence[Marking]:
    """The markings shown to someone. Markers stay blind to each other until the script has its mark;

    the moderator, a third person, sees both from the moment a moderation is awaited.
    """
    awaited = part_awaited(script)
    if awaited is None:
        return () if person == script.learner else tuple(script.markings)
    if awaited == Part.MODERATOR and may_take(script, person):
        return tuple(script.markings)
    return tuple(marking for marking in script.markings if marking.marker == person)


def may_withdraw(script: Script, part: str, reason: str) -> Verdict:
    """A marking is withdrawn with a reason, and stays in the history. The moderation goes first."""
    given = counting(script.markings)
    if part not in given:
        return no("marking_not_there")
    if part != Part.MODERATOR and Part.MODERATOR in given:
        return no("moderation_withdrawn_first")
    if not reason.strip():
        return no("withdrawal_needs_reason")
    return YES
