"""Certified under one name and married since: her certificate gave way to one with the other name."""

from datetime import timedelta

from certification.credentials import actions
from training_site.demo.stages.past import MONDAY, THURSDAY, Past
from training_site.demo.stages.people import drop_in, somebody
from training_site.demo.stages.showing import certified_long_since

MARRIED = "Aisha Rahman-Cole"
SEEN = (
    "Marriage certificate and the new identity card seen in person. The account keeps the name under "
    "which she is known to her colleagues."
)
LINKED_DAYS_AGO = 40


def renamed(past: Past) -> None:
    """She had given a link away; it ended with the old certificate, and she made another."""
    old = certified_long_since("renamed", past, days_left=470)
    holder = old.holder
    actions.share(
        old, days=90, label="A hospital", by=holder, now=past.now - timedelta(days=LINKED_DAYS_AGO)
    )
    now = past.at(2, THURSDAY, 14)
    registrar = drop_in(somebody("registrar"), now=now)
    asked = actions.correct_name(old, name=MARRIED, reason=SEEN, by=registrar, now=now)
    new = actions.issue_replacement(asked.pk, now=now + timedelta(minutes=1))
    drop_in(holder, now=past.at(1, MONDAY, 19))
    actions.share(new, days=90, label="A hospital", by=holder, now=past.at(1, MONDAY, 19, 5))
