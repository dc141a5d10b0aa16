"""Contests: the intern opens and withdraws them, the supervisor answers once."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.practice import actions
from certification.practice.contesting import contested_lines, forfeited, open_to_contest, sides_of
from certification.practice.lateness import forfeit_days
from certification.practice.models import ContestedSignOff, HoursEntry
from certification.practice.signing_forms import AnswerContestForm, ContestForm, LatenessForm
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.keep_record")
@require_safe
def contests(request):
    """One's contests, and what could be contested."""
    today = civil_date(timezone.now())
    context = {
        "contests": ContestedSignOff.objects.of(request.user).with_people(),
        "waiting": open_to_contest(request.user, today),
        "late": forfeited(request.user, forfeit_days(request.user)),
    }
    return render(request, "certification/practice/contests.html", context)


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def contest_signature(request):
    now = timezone.now()
    form = ContestForm(_posted(request))

    def write():
        return actions.contest_signature(
            request.user,
            _own(request.user, form.cleaned_data["entries"]),
            reason=form.cleaned_data["reason"],
            statement=form.cleaned_data["statement"],
            by=request.user,
            now=now,
        )

    if contest := request.method == "POST" and form.carry_out(write):
        return _opened(request, contest)
    groups = open_to_contest(request.user, civil_date(now))
    context = {"form": form, "groups": groups, "ticked": _ticked(request)}
    return render(request, "certification/practice/contest_signature.html", context)


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def contest_lateness(request):
    form = LatenessForm(_posted(request))
    days = forfeit_days(request.user)

    def write():
        return actions.contest_lateness(
            request.user,
            _own(request.user, form.cleaned_data["entries"]),
            statement=form.cleaned_data["statement"],
            by=request.user,
            now=timezone.now(),
        )

    if contest := request.method == "POST" and form.carry_out(write):
        return _opened(request, contest)
    groups = forfeited(request.user, days)
    context = {"form": form, "groups": groups, "days": days, "ticked": _ticked(request)}
    return render(request, "certification/practice/contest_lateness.html", context)


@needs("practice.keep_record")
@require_safe
def contest(request, public_id):
    mine = ContestedSignOff.objects.visible_to(request.user).filter(intern=request.user)
    one = get_object_or_404(mine.with_people(), public_id=public_id)
    context = {"contest": one, "lines": contested_lines(one), "sides": sides_of(one)}
    return render(request, "certification/practice/contest.html", context)


@needs("practice.keep_record")
@require_POST
def withdraw_contest(request, public_id):
    mine = ContestedSignOff.objects.visible_to(request.user).filter(intern=request.user)
    one = get_object_or_404(mine.select_related("intern"), public_id=public_id)
    try:
        actions.withdraw_contest(one, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Withdrawn. What it was about stands as before."))
    return redirect("contest", public_id=public_id)


@needs("practice.supervise")
@require_http_methods(["GET", "POST"])
def answer_contest(request, public_id):
    mine = ContestedSignOff.objects.visible_to(request.user).filter(supervisor=request.user)
    one = get_object_or_404(mine.with_people(), public_id=public_id)
    form = AnswerContestForm(_posted(request))

    def write():
        return actions.answer_contest(
            one, answer=form.cleaned_data["answer"], by=request.user, now=timezone.now()
        )

    if request.method == "POST" and form.carry_out(write):
        messages.success(request, _("Your answer is kept. The registrar decides."))
        return redirect("answer_contest", public_id=public_id)
    context = {
        "contest": one,
        "lines": contested_lines(one),
        "sides": sides_of(one),
        "form": form,
        "to_answer": one.state == "open" and one.answered_at is None,
    }
    return render(request, "certification/practice/answer_contest.html", context)


def _posted(request):
    return request.POST if request.method == "POST" else None


def _ticked(request) -> set[str] | None:
    """What was ticked before the page came back, or is named by the link that led here."""
    if request.method == "POST":
        return set(request.POST.getlist("entries"))
    return set(request.GET.getlist("entries"))


def _own(intern, ids) -> list[HoursEntry]:
    return list(HoursEntry.objects.of(intern).filter(public_id__in=ids))


def _opened(request, contest: ContestedSignOff):
    messages.success(request, _("Sent to the registrar. Your supervisor has been told."))
    return redirect("contest", public_id=contest.public_id)
