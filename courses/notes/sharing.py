"""Questions about shared entries: who may read one now, and what a mentor may read now."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from courses.models import JournalShare, Note, ReflectionEntry
from courses.notes.mentors import learners_of, mentors_of
from training_site.content.civil import civil_date

Entry = Note | ReflectionEntry


def with_readers(entries: Iterable[Entry], learner, now: datetime) -> Sequence[Entry]:
    """Each with `readers`, the shares that open it now, and `ended`, those that no longer do."""
    entries = list(entries)
    given = any(entry.shares.all() for entry in entries)
    in_force = {one.agreement for one in mentors_of(learner, civil_date(now))} if given else set()
    for entry in entries:
        shares = list(entry.shares.all())
        entry.readers = [share for share in shares if share.agreement in in_force]
        entry.ended = [share for share in shares if share.agreement not in in_force]
    return entries


def readable_by(mentor, now: datetime):
    """What was shared with this mentor under agreements that are in force, newest first."""
    agreements = [one.agreement for one in learners_of(mentor, civil_date(now))]
    shares = JournalShare.objects.filter(reader=mentor, agreement__in=agreements)
    return shares.select_related("learner", "reflection__version", "note__version")
