"""Pausing a case and going on: the same page for each of the three, under their own address."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.practice import actions
from certification.practice.case_forms import PauseForm, ResumeForm
from certification.practice.case_pages import may_end_pause, running_pause
from certification.practice.models import Case, CasePause
from certification.practice.views.cases import own_case
from certification.practice.views.supervised_cases import supervised_case_of
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def own(request, public_id):
    case = own_case(request.user, public_id)
    return _pause_page(request, case, page="practice_case", home="practice", area=_("Practice"))


@needs("practice.supervise")
@require_http_methods(["GET", "POST"])
def supervised(request, public_id):
    case = supervised_case_of(request.user, public_id)
    return _pause_page(
        request, case, page="supervised_case", home="supervision", area=_("Supervision")
    )


def _pause_page(request, case: Case, *, page: str, **shown):
    """The form that fits: to begin a pause, or to end the one that runs."""
    now = timezone.now()
    running = running_pause(case, civil_date(now))
    form = _form(request, running, civil_date(now))
    if form.is_bound and form.carry_out(lambda: _carry_out(request, case, running, form, now)):
        said = _("The pause has ended.") if running else _("The case is paused.")
        messages.success(request, said + " " + _("The two others have been told."))
        return redirect(page, public_id=case.public_id)
    ends = running and may_end_pause(case, running, request.user)
    context = {"case": case, "running": running, "ends": ends, "form": form, "page": page, **shown}
    return render(request, "certification/practice/pause_case.html", context)


def _form(request, running: CasePause | None, today):
    posted = request.POST if request.method == "POST" else None
    if running:
        yesterday = today - timedelta(days=1)
        return ResumeForm(posted, initial={"last_day": max(running.starts_on, yesterday)})
    return PauseForm(posted, initial={"starts_on": today})


def _carry_out(request, case: Case, running: CasePause | None, form, now):
    if running:
        return actions.resume_case(running, **form.cleaned_data, by=request.user, now=now)
    return actions.pause_case(case, **form.cleaned_data, by=request.user, now=now)
