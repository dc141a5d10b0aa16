"""Staff: signatures that are missing, contested, or on paper."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.practice import actions
from certification.practice.contesting import contested_lines, sides_of
from certification.practice.models import ContestedSignOff, PaperSignature
from certification.practice.models.contests import ContestReason
from certification.practice.questions import may_sign_hours
from certification.practice.sheets import sheet_of, supervises
from certification.practice.signing_forms import DecideForm, PaperForm
from certification.practice.views.staff import crumbs, posted
from certification.practice.waiting import all_waiting, sign_by_of
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

ICON = "edit"
DECIDED = 20


def _crumbs() -> list[tuple]:
    return [*crumbs(), (_("Signatures"), reverse("practice_signatures"))]


@needs("practice.manage")
@require_safe
def signatures(request):
    """What nobody signed in time, what is contested, what waits on paper."""
    today = civil_date(timezone.now())
    months = all_waiting(today)
    contests = ContestedSignOff.objects.with_people()
    papers = PaperSignature.objects.select_related("intern", "supervisor", "recorded_by")
    return staff_page(
        request,
        "staff/practice/signatures.html",
        title=_("Signatures"),
        icon=ICON,
        crumbs=crumbs(),
        missing=sorted((one for one in months if one.with_registrar), key=lambda one: one.sign_by),
        waiting=[one for one in months if not one.with_registrar],
        contests=contests.open(),
        decided=contests.exclude(state="open").order_by("-decided_at")[:DECIDED],
        papers=papers.to_check(),
    )


@needs("practice.manage")
@step_up_required
@require_http_methods(["GET", "POST"])
def month(request, public_id, supervisor_id, month):
    """One sheet before staff: to record a paper for it, or to contest in the intern's stead."""
    supervisor = get_object_or_404(User, public_id=supervisor_id)
    agreement = supervises(supervisor, public_id)
    if agreement is None:
        raise Http404
    intern = agreement.intern
    now = timezone.now()
    sheet = sheet_of(supervisor, intern, month, today=civil_date(now))
    form = PaperForm(posted(request, "paper"), initial={"shown": sheet.hash})
    if form.is_bound and form.carry_out(lambda: _record(sheet, form, request.user, now)):
        messages.success(request, _("Recorded. Another member of staff confirms it next."))
        return redirect("practice_signatures")
    if request.POST.get("act") == "contest" and (made := _contest(request, sheet, now)):
        return redirect("practice_contest", made.public_id)
    lines = [*sheet.to_sign, *(held.entry for held in sheet.held_back)]
    return staff_page(
        request,
        "staff/practice/month.html",
        title=f"{intern.name}, {date_format(month, 'F Y')}",
        icon=ICON,
        crumbs=_crumbs(),
        sheet=sheet,
        form=form,
        overdue=bool(lines) and _is_over(supervisor, lines, civil_date(now)),
        paper=PaperSignature.objects.to_check()
        .filter(intern=intern, supervisor=supervisor, month=month)
        .first(),
    )


def _is_over(supervisor, lines, today) -> bool:
    """The time for signing, or the signing itself for as long as it is paused."""
    over = all(sign_by_of(one) < today for one in lines)
    return over or not may_sign_hours(supervisor)


def _record(sheet, form: PaperForm, by, now) -> PaperSignature:
    said = form.cleaned_data
    return actions.record_paper(
        sheet.supervisor,
        sheet.intern,
        sheet.month,
        shown_hash=said["shown"],
        signed_on=said["signed_on"],
        typed_name=said["typed_name"],
        kept_at=said["kept_at"],
        by=by,
        now=now,
    )


def _contest(request, sheet, now) -> ContestedSignOff | None:
    """Every line that waits, held back or not: the decision says what becomes of them."""
    lines = [*sheet.to_sign, *(held.entry for held in sheet.held_back)]
    try:
        made = actions.contest_signature(
            sheet.intern, lines, reason=ContestReason.REGISTRAR, by=request.user, now=now
        )
    except Refused as refused:
        messages.error(request, sentence(refused))
        return None
    messages.success(request, _("Opened in the intern's stead. Both have been told."))
    return made


@needs("practice.manage")
@step_up_required
@require_http_methods(["GET", "POST"])
def contest(request, public_id):
    one = get_object_or_404(ContestedSignOff.objects.with_people(), public_id=public_id)
    form = DecideForm(request.POST if request.method == "POST" else None)

    def write():
        return actions.decide_contest(one, **form.cleaned_data, by=request.user, now=timezone.now())

    if form.is_bound and form.carry_out(write):
        messages.success(request, _("Decided. Both sides have been told, with your reasons."))
        return redirect("practice_contest", public_id)
    return staff_page(
        request,
        "staff/practice/contest.html",
        title=_("Contest of {name}").format(name=one.intern.name),
        icon=ICON,
        crumbs=_crumbs(),
        contest=one,
        lines=contested_lines(one),
        sides=sides_of(one),
        form=form,
        party=request.user.pk in (one.intern_id, one.supervisor_id),
    )


@needs("practice.manage")
@step_up_required
@require_http_methods(["GET", "POST"])
def paper(request, public_id):
    """A paper that another member of staff recorded: seen too, or not."""
    papers = PaperSignature.objects.select_related(
        "intern", "supervisor", "recorded_by", "checked_by"
    )
    one = get_object_or_404(papers, public_id=public_id)
    now = timezone.now()
    if request.method == "POST":
        _check(request, one, now)
        return redirect("practice_paper", public_id)
    sheet = sheet_of(one.supervisor, one.intern, one.month, today=civil_date(now))
    return staff_page(
        request,
        "staff/practice/paper.html",
        title=_("Paper for {name}").format(name=one.intern.name),
        icon=ICON,
        crumbs=_crumbs(),
        paper=one,
        sheet=sheet,
        still_that_sheet=sheet.hash == one.content_hash,
        recorder=one.recorded_by_id == request.user.pk,
    )


def _check(request, paper: PaperSignature, now) -> None:
    act = {"confirm": actions.confirm_paper, "reject": actions.reject_paper}.get(
        request.POST.get("act")
    )
    if act is None:
        return
    try:
        act(paper, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Done. It is on the record."))
