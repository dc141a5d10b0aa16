"""A learner answers a check: the explanation opens, and the first answer is counted without a name."""

from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from courses.anchors import block_anchor
from courses.notes.slots import Journal
from courses.notes.views.answers import asks_json
from courses.reports.actions.counting import count_answer
from courses.reports.checks import Answered, check_in
from courses.views.lesson import seated_or_404, show, to_sign, version_read, way_back
from training_site.accounts.permissions import needs


@needs("courses.study")
@require_http_methods(["GET", "POST"])
def answer(request, lesson_uuid, block_id):
    """The same page with the explanation open; nothing of the answer stands in an address or a session.

    Whoever comes back to the address by itself, or has something to sign first, is led to the lesson.
    """
    seat = seated_or_404(request, lesson_uuid)
    version = version_read(request, lesson_uuid)
    if check_in(version, block_id) is None:
        raise Http404
    if request.method == "GET" or lesson_uuid not in seat.progress or to_sign(request, seat):
        return redirect(way_back(request, lesson_uuid, block_anchor(block_id)))
    option = _option(request.POST.get("option", ""))
    counted = count_answer(request.user, version, block_id, option)
    if asks_json(request):
        return JsonResponse({"counted": counted})
    journal = Journal.of(request.user, lesson_uuid, timezone.now())
    return show(request, seat, journal, answered=Answered(block_id, option))


def _option(asked: str) -> int:
    """The place of an answer, from 1; 0 for what is none."""
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 0
