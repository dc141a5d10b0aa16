"""The questions of an attempt, a page at a time, by plain form posts. Every way on saves first."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from assessments.actions.checking import check_answer
from assessments.actions.seats import take_seat
from assessments.actions.turning import turn_page
from assessments.models import Attempt, Response
from assessments.rules.deadlines import Stage, seconds_left, stage, submit_by
from assessments.views.access import address, my_attempt, seat_of
from assessments.views.feedback import with_feedback
from assessments.views.pages import (
    Whereabouts,
    items_of,
    may_open,
    page_address,
    question_address,
    whereabouts,
)
from assessments.views.questions import questions_of
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
    if stage(attempt.state, attempt.ends_at, attempt.terms, now) == Stage.OVERDUE:
        return _overdue(request, attempt)
    takes_it = request.method == "GET" or "here" in request.POST
    if takes_it and take_seat(attempt, seat_of(request), by=request.user, now=now):
        messages.info(request, TAKEN_OVER)
    items = items_of(attempt)
    sent = request.GET if request.method == "GET" else request.POST
    where = whereabouts(attempt, items, _number(sent.get("page")))
    if where is None:
        raise Http404
    verdict = may_open(attempt, where.number)
    if not verdict:
        if request.POST.get("go") != "next":  # pressed twice, it has happened already
            messages.info(request, sentence(verdict))
        return redirect(address("attempt", attempt))
    if request.method == "GET":
        return _page(request, where, items, now)
    return _posted(request, where, now)


def _posted(request, where: Whereabouts, now):
    """Save what the page changed; only where that worked, go where its button leads."""
    who = {"by": request.user, "now": now, "seat": seat_of(request)}
    sheet = save_sheet(where.attempt, request.POST, where.positions, **who)
    if sheet.problems:
        here = whereabouts(where.attempt, sheet.items, where.number)
        return _page(request, here, sheet.items, now, sheet=sheet)
    try:
        return redirect(_onward(request, where, **who))
    except Refused as refused:
        messages.warning(request, sentence(refused))
        return redirect(page_address(where.attempt, where.number))


def _onward(request, where: Whereabouts, **who) -> str:
    """Where the button that was pressed leads, once all is saved."""
    post, attempt = request.POST, where.attempt
    if "submit" in post:
        return address("attempt_submit", attempt)
    if "check" in post:
        position = _number(post["check"]) or 0
        try:
            check_answer(attempt, position, **who)
        except Response.DoesNotExist:
            raise Http404 from None
        return page_address(attempt, where.number, position)
    if post.get("go") == "next" and where.has_next:
        turn_page(attempt, where.number, **who)
        return page_address(attempt, where.number + 1)
    if post.get("go") == "previous" and where.has_previous:
        return page_address(attempt, where.number - 1)
    if asked := _number(post.get("go", "")):
        return _to_question(where, asked)
    messages.success(request, _("Your answers are saved."))
    return page_address(attempt, where.number)


def _to_question(where: Whereabouts, position: int) -> str:
    if position > where.total:
        raise Http404
    return question_address(where.attempt, position)


def _number(text: str | None) -> int | None:
    """A number that came in an address or a form; None where there is none to read."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None


def _page(request, where: Whereabouts, items, now, *, sheet: Sheet | None = None):
    attempt = where.attempt
    here = [item for item in items if item.position in where.positions]
    shown = sheet.questions if sheet else questions_of(attempt, here)
    context = {
        "attempt": attempt,
        "assessment": attempt.assessment,
        "where": where,
        "questions": with_feedback(shown, attempt, here, now),
        "sheet": sheet,
        "seconds_left": seconds_left(attempt.ends_at, now),
    }
    return render(request, "assessments/attempt.html", context, status=409 if sheet else 200)


def _overdue(request, attempt: Attempt):
    """The time for answers is up, and what was saved can still be handed in."""
    context = {
        "attempt": attempt,
        "assessment": attempt.assessment,
        "where": whereabouts(attempt, items_of(attempt), 1),
        "submit_by": submit_by(attempt.ends_at, attempt.terms),
    }
    return render(request, "assessments/overdue.html", context)
