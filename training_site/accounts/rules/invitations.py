"""When an invitation can still be used."""

from training_site.verdict import YES, Verdict, no


def may_accept(state: str) -> Verdict:
    return YES if state == "open" else no(f"invitation_{state}")
