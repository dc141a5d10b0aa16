"""When a new version of a policy may be published."""

from datetime import date

from training_site.verdict import YES, Verdict, no


def may_publish(*, effective_from: date, today: date) -> Verdict:
    """Never into the past: what was in force on a day gone by is what people signed that day."""
    return YES if effective_from >= today else no("policy_effective_in_the_past")
