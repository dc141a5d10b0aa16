"""Who may be put into a programme's team."""

from training_site.verdict import YES, Verdict, no


def may_join(*, is_instructor: bool, has_team: bool) -> Verdict:
    if not has_team:
        return no("programme_has_no_team")
    return YES if is_instructor else no("team_is_of_instructors")


def may_close(*, has_team: bool) -> Verdict:
    """A programme is given a team of its own once."""
    return no("programme_has_a_team") if has_team else YES
