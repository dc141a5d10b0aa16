"""When a new version of a policy may be published, and whose signature it leaves standing."""

from collections.abc import Hashable, Iterable
from datetime import date

from training_site.verdict import YES, Verdict, no


def may_publish(*, effective_from: date, today: date) -> Verdict:
    """Never into the past: what was in force on a day gone by is what people signed that day."""
    return YES if effective_from >= today else no("policy_effective_in_the_past")


def counting(versions: Iterable[tuple[Hashable, bool]]) -> list[Hashable]:
    """The versions whose signature counts now, given (version, asks again) from the newest on.

    A signature goes on counting through versions that only correct wording; it ends with the next
    one that asks again.
    """
    found = []
    for version, asks_again in versions:
        found.append(version)
        if asks_again:
            break
    return found
