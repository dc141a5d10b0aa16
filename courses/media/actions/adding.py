"""Taking a file in: looked at by its bytes, copied without what is personal, kept for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from courses.media import storage
from courses.media.rules.captions import NotCaptions, cleaned
from courses.media.rules.content import (
    DOWNLOAD,
    Sort,
    may_be_read,
    may_take_in,
    needs_words,
    sort_of,
)
from courses.models import MediaFile, ProgrammePage
from training_site import audit
from training_site.verdict import Refused


@dataclass(frozen=True)
class Words:
    """What goes with a file. `captions` is WebVTT as it was written; a download needs the title only."""

    title: str
    minutes: int | None = None
    transcript: str = ""
    captions: str = ""


def add_file(
    programme: ProgrammePage, file: BinaryIO, size: int, words: Words, *, by, now: datetime
) -> MediaFile:
    """A new row for a new file. What is refused leaves neither row nor file."""
    may_be_read(size).require()
    sort = sort_of(file, size)
    may_take_in(sort, size).require()
    given = _given(sort, words)
    name, kept, digest = storage.take_in(file, size, sort)
    try:
        return _recorded(
            MediaFile(
                programme=programme,
                kind=sort.kind,
                title=words.title.strip(),
                name=name,
                content_type=sort.content_type,
                size=kept,
                sha256=digest,
                added_by=by,
                added_at=now,
                **given,
            )
        )
    except BaseException:
        storage.remove(name)
        raise


def _given(sort: Sort, words: Words) -> dict:
    if sort.kind == DOWNLOAD:
        return {"minutes": None, "transcript": "", "captions": ""}
    try:
        captions = cleaned(words.captions) if words.captions.strip() else ""
    except NotCaptions as wrong:
        raise Refused(str(wrong)) from wrong
    given = {"minutes": words.minutes, "transcript": words.transcript.strip(), "captions": captions}
    needs_words(sort, **given).require()
    return given


@transaction.atomic
def _recorded(file: MediaFile) -> MediaFile:
    file.save(force_insert=True)
    audit.record(
        "courses.file.added",
        actor=file.added_by,
        target=file,
        at=file.added_at,
        values={"sha256": file.sha256, "programme": file.programme.code},
    )
    return file
