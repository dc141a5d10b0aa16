"""The questions on one page: by plain form posts, or saved one by one as they are answered."""

import json

from django.contrib import messages
from django.http import Http404, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from assessments.actions import save_answer
from assessments.actions.seats import take_seat
from assessments.models import Attempt, Response
from assessments.views.access import address, my_attempt, seat_of
from assessments.views.questions import Question, questions_of, read_fields
from assessments.views.sheets import Sheet, save_sheet
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence

TAKEN_OVER = gettext_lazy(
    "This attempt was open on another device. It goes on here now; nothing saved there is lost."
)


@needs("assessments.sit")
@require_http_methods(["GET", "POST"])
def questions(request, assessment, attempt):
    now = timezone.now()
    attempt = my_attempt(request.user, assessment, attempt, now=now)
    if not attempt.is_open:
        return redirect(address("attempt_result", attempt))
    if request.method == "GET":
        if take_seat(attempt, seat_of(request), by=request.user, now=now):
            messages.info(request, TAKEN_OVER)
        return _page(request, attempt, questions_of(attempt))
    sheet = save_sheet(attempt, request.POST, by=request.user, now=now, seat=seat_of(request))
    if sheet.problems:
        return _page(request, attempt, sheet.questions, sheet, status=409)
    if "submit" in request.POST:
        return redirect(address("attempt_submit", attempt))
    messages.success(request, _("Your answers are saved."))
    return redirect(address("attempt", attempt))


def _page(
    request, attempt: Attempt, shown: list[Question], sheet: Sheet | None = None, status: int = 200
):
    context = {
        "attempt": attempt,
        "assessment": attempt.assessment,
        "questions": shown,
        "answered": sum(question.answered for question in shown),
        "sheet": sheet,
        "now": timezone.now(),
    }
    return render(request, "assessments/attempt.html", context, status=status)


@needs("assessments.sit")
@require_POST
def autosave(request, assessment, attempt, position):
    """One answer as JSON: 200 with the new sequence, 409 with both answers, 404 for what is foreign."""
    now = timezone.now()
    attempt = my_attempt(request.user, assessment, attempt, now=now)
    sent = _read(request.body)
    if sent is None:
        return HttpResponseBadRequest()
    try:
        response = save_answer(
            attempt, position, by=request.user, now=now, seat=seat_of(request), **sent
        )
    except Response.DoesNotExist:
        raise Http404 from None
    except Refused as refused:
        return _refusal(attempt, refused)
    version = response.attempt_item.item_version
    fields = version.behaviour.fields(response.answer)
    return JsonResponse({"sequence": response.sequence, "fields": fields})


def _read(body: bytes) -> dict | None:
    """What a save says: {fields: {name: [values]}, sequence: n, flagged: bool}; None otherwise."""
    try:
        sent = json.loads(body)
        fields, sequence, flagged = sent["fields"], sent["sequence"], sent.get("flagged")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    fits = (
        read_fields(fields) is not None
        and type(sequence) is int
        and (flagged is None or isinstance(flagged, bool))
    )
    return {"fields": fields, "sequence": sequence, "flagged": flagged} if fits else None


def _refusal(attempt: Attempt, refused: Refused) -> JsonResponse:
    if refused.reason in ("option_not_offered", "field_unknown"):
        raise Http404
    answer = {"reason": refused.reason, "message": sentence(refused)}
    if refused.reason == "attempt_is_over":
        answer["url"] = address("attempt_result", attempt)
    return JsonResponse(refused.details | answer, status=409)
