from assessments.actions.answering import save_answer
from assessments.actions.ending import close, close_expired, submit
from assessments.actions.granting import grant, grant_extra_attempt
from assessments.actions.starting import start

__all__ = [
    "close",
    "close_expired",
    "grant",
    "grant_extra_attempt",
    "save_answer",
    "start",
    "submit",
]
