"""When a typed name signs a policy version."""

import unicodedata

from training_site.verdict import YES, Verdict, no


def same_name(typed: str, name: str) -> bool:
    """Equal but for case, accents' encoding and runs of spaces."""
    return _folded(typed) == _folded(name)


def may_attest(*, typed: str, name: str, in_force: bool) -> Verdict:
    if not in_force:
        return no("policy_not_in_force")
    if not same_name(typed, name):
        return no("typed_name_differs", name=name)
    return YES


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
