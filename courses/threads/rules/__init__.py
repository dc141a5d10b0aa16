"""Who may write in a thread, and what."""

from training_site.verdict import YES, Verdict, no

LIMIT = 5_000  # characters; about three printed pages


def may_ask(text: str, *, enrolled: bool) -> Verdict:
    """A learner writes while enrolled; afterwards the thread can be read and taken along."""
    return may_write(text) if enrolled else no("question_without_enrolment")


def may_answer(text: str, *, own: bool) -> Verdict:
    """Nobody answers themselves: somebody who teaches and studies asks a colleague."""
    return no("own_question") if own else may_write(text)


def may_write(text: str) -> Verdict:
    if len(text) > LIMIT:
        return no("message_too_long", limit=LIMIT, length=len(text))
    return YES if text.strip() else no("message_is_empty")


def may_close(*, closed: bool) -> Verdict:
    return no("thread_closed_already") if closed else YES


def may_reopen(*, closed: bool) -> Verdict:
    return YES if closed else no("thread_open_already")
