"""Verifying: one box, one answer. No account, no cookie, no trace of who asked."""

import logging

from django.db import DatabaseError
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from certification.credentials.rules.numbers import normalise
from certification.credentials.rules.public_state import PublicState
from certification.credentials.views.headers import unindexed
from certification.registry.actions import tell_of_bulk_lookups
from certification.registry.answering import Answer, answer_for, count
from certification.registry.forms import NameForm, VerifyForm
from certification.registry.rules.typed import number_in
from certification.registry.verification import document_of, schema
from training_site.accounts.throttle import client_address, within_limit

LIMIT, SECONDS = 60, 60
HOUR, DAY = 3600, 24 * 3600
logger = logging.getLogger("triad.registry")


def throttled(request) -> bool:
    """Guessing numbers is slowed down; a broken cache stops nobody from verifying."""
    few = within_limit(
        "verify", client_address(request), limit=LIMIT, seconds=SECONDS, fail_open=True
    )
    if not few:
        _tell_staff()
    return not few


def _tell_staff() -> None:
    """Once an hour; the refusal never waits for it."""
    if not within_limit("verify-told", "staff", limit=1, seconds=HOUR, fail_open=False):
        return
    logger.warning("Very many numbers were asked for from one network.")
    try:
        tell_of_bulk_lookups(now=timezone.now())
    except DatabaseError as error:
        logger.warning("Staff were not told of it (%s).", type(error).__name__)


@unindexed
@require_safe
def verify(request):
    """The box. What is typed goes into the address of its answer, which can be kept and shared."""
    form = VerifyForm(request.GET if "q" in request.GET else None)
    if not form.is_valid():
        return render(request, "certification/registry/verify.html", {"form": form})
    number = number_in(form.cleaned_data["q"])
    canonical = normalise(number)
    if canonical:
        return redirect("verify_number", canonical)
    return answer_page(request, answer_for(number, timezone.now()), typed=number)


@unindexed
@csrf_exempt  # changes nothing, and without a referrer the browser sends no origin to compare
@require_http_methods(["GET", "HEAD", "POST"])
def number(request, number):
    if throttled(request):
        return render(request, "429.html", status=429)
    now = timezone.now()
    answer = answer_for(number, now)
    if request.method == "GET":
        count(answer, now)
    name_form = NameForm(request.POST) if request.method == "POST" else None
    return answer_page(request, answer, typed=number, name_form=name_form)


@unindexed
@require_safe
def number_json(request, number):
    if throttled(request):
        return JsonResponse({"error": "too_many_requests"}, status=429)
    now = timezone.now()
    answer = answer_for(number, now)
    count(answer, now)
    missing = answer.telling.state == PublicState.NOT_FOUND
    return JsonResponse(document_of(answer), status=404 if missing else 200)


@require_safe
def published_schema(request):
    """What every answer for software keeps to. There is nothing of anybody in it."""
    response = JsonResponse(schema(), content_type="application/schema+json")
    response.headers["Cache-Control"] = f"public, max-age={DAY}"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def answer_page(request, answer: Answer, *, typed="", name_form=None, from_file=False):
    """One page for every question, whether a number asked it or a file."""
    name_form = name_form or NameForm()
    match = None
    if answer.may_ask_name and name_form.is_bound and name_form.is_valid():
        match = answer.matches(name_form.cleaned_data["name"])
    context = {
        "form": VerifyForm(initial={} if answer.facts else {"q": typed[:40]}),
        "answer": answer,
        "name_form": name_form if answer.may_ask_name else None,
        "match": match,
        "from_file": from_file,
    }
    return render(request, "certification/registry/answer.html", context)
