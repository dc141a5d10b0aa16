"""Giving a file out: to whoever may read its lesson, in parts where a player seeks, kept nowhere."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from courses.doors import seat_or_404
from courses.media import storage
from courses.media.questions import file_for_author, file_of_lesson
from courses.media.rules.ranges import NoSuchPart, Part, part_of
from courses.models import MediaFile
from courses.outline import outline_while_reading
from courses.rules.signing import may_study
from courses.signing import titles, unsigned_before_study
from training_site.accounts.permissions import may, needs

# A file is data: wherever it is opened it loads nothing, runs nothing and belongs to no site.
SEALED = "default-src 'none'; sandbox"


@needs("courses.study")
@require_safe
def content(request, lesson_uuid, public_id):
    file = _file_or_404(request, lesson_uuid, public_id)
    etag = f'"{file.sha256}"'
    asked = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        asked = ""  # the player holds the beginning of another file
    try:
        part = part_of(file.size, asked)
    except NoSuchPart:
        answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    else:
        answer = _given(request, file, part)
    return _with(answer, {"ETag": etag, "Accept-Ranges": "bytes"} | _sealed() | _named(file))


@needs("courses.study")
@require_safe
def captions(request, lesson_uuid, public_id):
    file = _file_or_404(request, lesson_uuid, public_id)
    if not file.captions:
        raise Http404
    return _with(HttpResponse(file.captions, content_type="text/vtt; charset=utf-8"), _sealed())


def _file_or_404(request, lesson_uuid, public_id) -> MediaFile:
    if may(request.user, "courses.keep_files"):
        file = file_for_author(request.user, lesson_uuid, public_id)
        if file:
            return file
    file = file_of_lesson(lesson_uuid, public_id)
    if file is None or not _may_read(request, lesson_uuid):
        raise Http404
    return file


def _may_read(request, lesson_uuid) -> bool:
    """Whether the lesson is open to this learner now, as its own page would say."""
    seat = seat_or_404(request.user, lesson_uuid)
    if seat.enrolment is None:
        return False
    outline = outline_while_reading(seat.course, seat.branch, seat.enrolment, seat.progress)
    _before, here, _after = outline.around(lesson_uuid)
    unsigned = [] if here.done else unsigned_before_study(request.user, timezone.now())
    return bool(here.verdict) and bool(may_study(titles(unsigned), done=here.done))


def _given(request, file: MediaFile, part: Part | None):
    whole = part or Part(0, file.size - 1)
    status = 206 if part else 200
    if request.method == "HEAD":
        answer = HttpResponse(status=status, content_type=_content_type(file))
    else:
        chunks = storage.part(file.name, whole.first, whole.length)
        answer = StreamingHttpResponse(chunks, status=status, content_type=_content_type(file))
    answer["Content-Length"] = str(whole.length)
    if part:
        answer["Content-Range"] = f"bytes {part.first}-{part.last}/{file.size}"
    return answer


def _content_type(file: MediaFile) -> str:
    is_text = file.content_type == "text/plain"
    return f"{file.content_type}; charset=utf-8" if is_text else file.content_type


def _sealed() -> dict[str, str]:
    return {
        "Content-Security-Policy": SEALED,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store, private",
    }


def _named(file: MediaFile) -> dict[str, str]:
    """What is played stays on its page; a download is saved under its title."""
    name = f"{slugify(file.title) or 'file'}.{file.name.rpartition('.')[2]}"
    return {"Content-Disposition": content_disposition_header(not file.is_playable, name)}


def _with(answer, headers: dict[str, str]):
    for name, value in headers.items():
        answer[name] = value
    return answer
