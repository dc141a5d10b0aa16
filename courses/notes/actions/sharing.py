"""Letting one's mentor read one entry, and taking that back. The record keeps that, never a word."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from courses.models import JournalShare, Note, ReflectionEntry
from courses.notes.mentors import Mentoring, mentors_of
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def share(entry: Note | ReflectionEntry, mentor_id: str, *, by, now: datetime) -> JournalShare:
    """With a mentor of an agreement in force, by public id; sharing again changes nothing."""
    mentoring = _mentoring(by, mentor_id, now)
    given, created = JournalShare.objects.get_or_create(
        agreement=mentoring.agreement,
        defaults={"learner": by, "reader": mentoring.mentor, "shared_at": now},
        **{_kind(entry): entry},
    )
    if created:
        audit.record(
            "courses.journal.shared", actor=by, at=now, target=given, subject=mentoring.mentor
        )
        notify(
            mentoring.mentor,
            "courses.entry_shared",
            key=str(given.public_id),
            url=reverse("shared_by", args=[by.public_id]),
            at=now,
        )
    return given


@transaction.atomic
def take_back(share: JournalShare, *, by, now: datetime) -> None:
    """From this moment nobody but its writer reads the entry. What was read can't be unread."""
    audit.record("courses.journal.taken_back", actor=by, at=now, target=share, subject=share.reader)
    share.delete()


def _mentoring(learner, mentor_id: str, now: datetime) -> Mentoring:
    for one in mentors_of(learner, civil_date(now)):
        if str(one.mentor.public_id) == mentor_id:
            return one
    raise Refused("not_your_mentor")


def _kind(entry: Note | ReflectionEntry) -> str:
    return "note" if isinstance(entry, Note) else "reflection"
