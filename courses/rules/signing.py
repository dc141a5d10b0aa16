"""What has to be signed first. Titles in, verdict out."""

from collections.abc import Sequence

from training_site.verdict import YES, Verdict, no


def may_study(unsigned: Sequence[str], *, done: bool = False) -> Verdict:
    """What everybody signs before beginning, or again when it changed; a lesson done stays open."""
    return YES if done or not unsigned else no("policies_before_study", titles=_named(unsigned))


def may_come(unsigned: Sequence[str]) -> Verdict:
    return no("policies_before_live_day", titles=_named(unsigned)) if unsigned else YES


def _named(titles: Sequence[str]) -> str:
    return ", ".join(titles)
