"""The sentences for this app's refusals, by what somebody was about to do."""

from assessments.wording import correcting, kinds, marking, sitting, timing, writing

__all__ = ["correcting", "kinds", "marking", "sitting", "timing", "writing"]
