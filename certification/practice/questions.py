"""Questions that only complaints and recalls above can answer; they give the answers when they start.

Without an answer everybody signs and takes cases, and was entitled whenever a proof said so. The
refusals name no reason: whoever reads them may be an intern who has nothing to do with it, and an
interim measure is no finding.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from training_site.verdict import YES, Verdict, no

Withheld = dict[tuple[int, str], list[tuple[date, date]]]

_answers: dict[str, Callable] = {}


def answer_with(
    *,
    not_signing: Callable[[], frozenset[int]],
    taking_no_cases: Callable[[], frozenset[int]],
    withheld_days: Callable[[Collection[int]], Withheld],
) -> None:
    """The first two answer with the ids of the people who may not do it now."""
    _answers.update(
        not_signing=not_signing, taking_no_cases=taking_no_cases, withheld_days=withheld_days
    )


def not_signing() -> frozenset[int]:
    return _ask("not_signing")


def may_sign_hours(person) -> Verdict:
    return no("signing_paused") if person.pk in not_signing() else YES


def may_take_cases(people: Iterable[int]) -> Verdict:
    """Whoever takes a case on by it: the three of an agreement, or those who are new to it."""
    return no("cases_paused") if _ask("taking_no_cases") & set(people) else YES


def withheld_days(people: Collection[int]) -> Withheld:
    """By person and role: the days on which they were found not to have been entitled after all."""
    answer = _answers.get("withheld_days")
    return answer(people) if answer and people else {}


def _ask(name: str) -> frozenset[int]:
    answer = _answers.get(name)
    return answer() if answer else frozenset()
