"""What the page's script asks: to save one answer, and how much time is left by the server's clock."""

import json

from django.http import Http404, HttpResponseBadRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from assessments.actions import save_answer
from assessments.actions.answering import count_failed_saves
from assessments.models import Attempt, Response
from assessments.rules.deadlines import seconds_left
from assessments.templatetags.instants import in_words
from assessments.views.access import address, my_attempt, seat_of
from assessments.views.questions import read_fields, remark_on
from training_site.accounts.permissions import needs
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("assessments.sit")
@require_POST
def autosave(request, assessment, attempt, position):
    """One answer as JSON: 200 with the new sequence, 409 with both answers, 404 for what is foreign."""
    now = timezone.now()
    attempt = my_attempt(request.user, assessment, attempt, now=now)
    sent = _read(request.body)
    if sent is None:
        count_failed_saves(attempt)
        return HttpResponseBadRequest()
    try:
        response = save_answer(
            attempt, position, by=request.user, now=now, seat=seat_of(request), **sent
        )
    except Response.DoesNotExist:
        raise Http404 from None
    except Refused as refused:
        count_failed_saves(attempt)
        return _refusal(attempt, refused)
    return JsonResponse(_acknowledgement(response, now))


@needs("assessments.sit")
@require_GET
def clock(request, assessment, attempt):
    """Asked when a page wakes up or its time seems to be up: staff may have added some."""
    now = timezone.now()
    attempt = my_attempt(request.user, assessment, attempt, now=now)
    ends = attempt.ends_at and in_words(attempt.ends_at, request.user)
    left = seconds_left(attempt.ends_at, now) if attempt.is_open else 0
    return JsonResponse({"seconds_left": left, "ends": ends})


def _acknowledgement(response: Response, now) -> dict:
    item = response.attempt_item
    return {
        "sequence": response.sequence,
        "fields": item.item_version.behaviour.fields(response.answer),
        "remark": remark_on(item, response.answer),
        "seconds_left": seconds_left(item.attempt.ends_at, now),
    }


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
    if refused.reason == "attempt_takes_no_answers":
        answer["url"] = address("attempt", attempt)
    return JsonResponse(refused.details | answer, status=409)
