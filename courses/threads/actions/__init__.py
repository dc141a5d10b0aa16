"""Writing in a thread, closing it, noting what was seen. What people ask is no event of the record."""

from datetime import datetime

from django.db import transaction

from courses.models import CoursePage, Enrolment, LessonVersion, Message, Thread
from courses.threads.questions import tutors_of
from courses.threads.rules import may_answer, may_ask, may_close, may_reopen
from training_site.accounts.notices import notify


@transaction.atomic
def ask(
    enrolment: Enrolment,
    course: CoursePage,
    *,
    text: str,
    version: LessonVersion | None = None,
    now: datetime,
) -> Message:
    """A learner writes. The thread begins with the first message, and opens again if it was closed.

    Instructors are told once for each time that something begins to wait.
    """
    may_ask(text, enrolled=enrolment.ended_at is None).require()
    thread, _created = Thread.objects.get_or_create(
        learner=enrolment.learner,
        course=course,
        defaults={"programme": enrolment.programme, "begun_at": now},
    )
    thread = _held(thread)
    message = _written(thread, enrolment.learner, text, now, version)
    thread.closed_at = thread.closed_by = None
    if thread.waiting_since is None:
        thread.waiting_since = now
        for tutor in tutors_of(thread.programme).exclude(pk=thread.learner_id):
            key = str(message.public_id)
            notify(tutor, "courses.question_waits", key=key, url=thread.tutor_url, at=now)
    thread.save(update_fields=["waiting_since", "closed_at", "closed_by"])
    return message


@transaction.atomic
def answer(thread: Thread, *, text: str, by, now: datetime) -> Message:
    """An instructor writes; nothing waits any more. A closed thread opens again."""
    thread = _held(thread)
    may_answer(text, own=thread.learner_id == by.pk).require()
    message = _written(thread, by, text, now)
    thread.waiting_since = thread.closed_at = thread.closed_by = None
    thread.save(update_fields=["waiting_since", "closed_at", "closed_by"])
    key = str(message.public_id)
    notify(thread.learner, "courses.question_answered", key=key, url=thread.url, at=now)
    return message


@transaction.atomic
def close(thread: Thread, *, by, now: datetime) -> Thread:
    """Nothing is open here. The learner or a tutor says so."""
    thread = _held(thread)
    may_close(closed=thread.closed_at is not None).require()
    thread.closed_at, thread.closed_by, thread.waiting_since = now, by, None
    thread.save(update_fields=["closed_at", "closed_by", "waiting_since"])
    return thread


@transaction.atomic
def reopen(thread: Thread) -> Thread:
    thread = _held(thread)
    may_reopen(closed=thread.closed_at is not None).require()
    thread.closed_at = thread.closed_by = None
    thread.save(update_fields=["closed_at", "closed_by"])
    return thread


def mark_seen(thread: Thread, user, *, now: datetime) -> None:
    """What others wrote was on a page of this person's side."""
    Message.objects.filter(thread=thread, seen_at=None).exclude(author=user).update(seen_at=now)


def _held(thread: Thread) -> Thread:
    rows = Thread.objects.select_for_update(of=("self",)).select_related("course", "learner")
    return rows.get(pk=thread.pk)


def _written(thread: Thread, author, text: str, now: datetime, version=None) -> Message:
    return Message.objects.create(
        thread=thread, author=author, version=version, text=text.strip(), written_at=now
    )
