"""Removing what nobody ever needed: files of no lesson, no draft and no published version."""

from datetime import datetime, timedelta

from django.db import transaction

from courses.media import storage
from courses.media.questions import is_named
from courses.models import MediaFile
from training_site import audit

KEPT = timedelta(days=30)
UNFINISHED = timedelta(days=1)  # what lies there without a row is a copy that broke off


def discard_orphans(*, now: datetime) -> int:
    """Files added thirty days ago or earlier that nothing names; how many they were."""
    gone = [
        file
        for file in MediaFile.objects.never_published().filter(added_at__lte=now - KEPT)
        if not is_named(file) and _discard(file, now)
    ]
    _clear(now)
    return len(gone)


@transaction.atomic
def _discard(file: MediaFile, now: datetime) -> bool:
    audit.record(
        "courses.file.discarded", actor=None, target=file, at=now, values={"sha256": file.sha256}
    )
    name = file.name
    file.delete()
    transaction.on_commit(lambda: storage.remove(name))
    return True


def _clear(now: datetime) -> None:
    known = set(MediaFile.objects.values_list("name", flat=True))
    before = (now - UNFINISHED).timestamp()
    for name, written in list(storage.names()):
        if name not in known and written < before:
            storage.remove(name)
