"""What may be done with a job, as plain Python."""

from training_site.verdict import YES, Verdict, no


def may_try_again(state: str) -> Verdict:
    """Only a job that was given up: any other is over, or will come round by itself."""
    return YES if state == "dead" else no("jobs_not_given_up")
