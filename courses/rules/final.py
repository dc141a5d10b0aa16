"""When the final examination of a programme opens."""

from training_site.verdict import YES, Verdict, no


def may_sit_final(*, courses: int, completed: int) -> Verdict:
    """With the last course. A programme without courses has nothing to be examined in."""
    return YES if courses and completed >= courses else no("final_opens_after_courses")
