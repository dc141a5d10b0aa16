"""Asking for the feedback of one question before the attempt is over."""

from assessments.rules.terms import Feedback
from training_site.verdict import YES, Verdict, no


def may_check(*, feedback: str, answered: bool) -> Verdict:
    """Only where the terms say so, and only of an answer: what has been shown cannot be unseen."""
    if feedback != Feedback.IMMEDIATE:
        return no("feedback_after_the_attempt")
    return YES if answered else no("nothing_to_check")
