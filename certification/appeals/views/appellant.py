"""The appellant's pages: appeal what was decided of oneself, read the answer."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.appeals import actions
from certification.appeals.deadlines import event_to_appeal, last_day_of
from certification.appeals.forms import AppealForm
from certification.appeals.models import Appeal
from certification.appeals.readers import readings_of
from certification.appeals.telling import against_word
from certification.appeals.wording import MEANWHILE, REASON_SENTENCES, TITLES, WHO_ANSWERS
from certification.complaints.models import ComplaintFinding
from certification.credentials.models import Certificate
from certification.decisions.models import Decision
from certification.renewals.models import Renewal
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("appeals.appeal")
@require_http_methods(["GET", "POST"])
def decision(request, public_id):
    mine = Decision.objects.filter(applicant=request.user).exclude(outcome="grant")
    one = get_object_or_404(mine.select_related("application__applicant"), public_id=public_id)
    made = Appeal.objects.filter(decision=one)
    return _page(request, one, actions.appeal_decision, "decision", one.appeal_until, made)


@needs("appeals.appeal")
@require_http_methods(["GET", "POST"])
def certificate(request, public_id):
    one = get_object_or_404(Certificate.objects.of(request.user), public_id=public_id)
    event = event_to_appeal(one)
    until = last_day_of(one, event) if event else None
    made = Appeal.objects.filter(event=event) if event else Appeal.objects.none()
    return _page(request, one, actions.appeal_standing, "certificate", until, made)


@needs("appeals.appeal")
@require_http_methods(["GET", "POST"])
def renewal(request, public_id):
    mine = Renewal.objects.filter(certificant=request.user, outcome="refuse")
    one = get_object_or_404(mine, public_id=public_id)
    made = Appeal.objects.filter(renewal=one)
    return _page(request, one, actions.appeal_renewal, "renewal", one.appeal_until, made)


@needs("appeals.appeal")
@require_http_methods(["GET", "POST"])
def finding(request, public_id):
    mine = ComplaintFinding.objects.filter(respondent=request.user).exclude(finding="not")
    one = get_object_or_404(mine, public_id=public_id)
    made = Appeal.objects.filter(finding=one)
    return _page(request, one, actions.appeal_finding, "finding", one.appeal_until, made)


def _page(request, thing, act, against: str, until, made):
    """The form while there is time; whoever has appealed reads what they wrote instead."""
    if request.method == "GET" and (earlier := made.first()):
        return redirect("appeal_letter", earlier.public_id)
    form, now = AppealForm(request.POST or None), timezone.now()
    if form.is_bound and form.is_valid():
        try:
            appeal = act(thing, **form.cleaned_data, by=request.user, now=now)
        except Refused as refused:
            form.add_error("reasons", sentence(refused))
        else:
            messages.success(request, _("Your appeal is kept. Other people look at it next."))
            return redirect("appeal_letter", appeal.public_id)
    context = {
        "form": form,
        "title": TITLES[against],
        "until": until,
        "in_time": until is not None and civil_date(now) <= until,
        "who": WHO_ANSWERS[against],
        "meanwhile": MEANWHILE[against],
    }
    return render(request, "certification/appeals/appeal.html", context)


@needs("appeals.appeal")
@require_safe
def letter(request, public_id):
    """One's own appeal, by when it is answered, and the answer with its reasons."""
    mine = Appeal.objects.of(request.user).with_case()
    one = get_object_or_404(mine, public_id=public_id)
    reasons = [REASON_SENTENCES[code] for code in one.answer.reason_codes] if one.answer else []
    context = {
        "appeal": one,
        "answer": one.answer,
        "reasons": reasons,
        "against": against_word(one),
        "who": WHO_ANSWERS[one.against],
        "meanwhile": MEANWHILE[one.against],
        "readings": readings_of(one),
    }
    return render(request, "certification/appeals/letter.html", context)
