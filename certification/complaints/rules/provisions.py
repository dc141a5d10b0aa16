"""Provisions of the code of ethics that a complaint can name, in versions.

A complaint keeps the list by which it was opened, so a code is never given another meaning: what
changes is another version with codes of its own. The words are in wording.py.
"""

from collections.abc import Collection

from training_site.verdict import YES, Verdict, no

VERSION = "1"
PROVISIONS = (
    "title_in_a_triad",
    "open_with_both",
    "welfare_first",
    "informed_decisions",
    "temporary_relationship",
    "within_competence",
    "other_licences_wait",
    "says_what_one_is",
    "confidence_kept",
    "one_relationship",
    "planned_ending",
    "health_policy",
    "stops_and_asks",
    "owns_mistakes",
    "concerns_welcome",
    "no_exploitation",
)


def may_name(codes: Collection[str]) -> Verdict:
    if not codes:
        return no("name_a_provision")
    return YES if set(codes) <= set(PROVISIONS) else no("provision_unknown")
