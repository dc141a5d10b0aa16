"""What may leave the page tree: only what nobody has studied."""

from training_site.verdict import YES, Verdict, no


def may_delete(*, studied: bool) -> Verdict:
    return no("lesson_was_studied") if studied else YES
